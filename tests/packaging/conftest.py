"""A wheel, and environments into which it is installed; nothing here uses a network."""

import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def build(source: Path, into: Path, *options: str) -> Path:
    """Build a distribution with the build back end that is installed here, and return the wheel."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", into, *options, source]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return next(into.glob("*.whl"))


@dataclass(frozen=True)
class Environment:
    """A virtual environment with nothing in it but what a test installs; it can import what we need."""

    folder: Path

    def install(self, *arguments: object) -> None:
        pip = [sys.executable, "-m", "pip", "--python", self.folder, "--disable-pip-version-check", "install"]
        options = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
        command = [*map(str, pip), *options, *map(str, arguments)]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stderr

    def hemicycle(self, *arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
        program = self.folder / "bin/hemicycle"
        command = [str(program), *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env={}, check=False)

    @property
    def site_packages(self) -> Path:
        return next(self.folder.glob("lib/python*/site-packages"))


def environment(folder: Path) -> Environment:
    """Make an environment; the libraries come from where the tests run, ours do not."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    made = Environment(folder)
    (made.site_packages / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    return made


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel by way of the source distribution, as a release would be."""
    return build(ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="session")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Install the wheel in an environment of its own."""
    made = environment(tmp_path_factory.mktemp("bare"))
    made.install(wheel)
    return made
