"""The Makefile: it says what there is, and refuses an old Python with a sentence."""

import os
import subprocess

from .conftest import ROOT


def make(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={"PATH": os.environ["PATH"], **environment},
        check=False,
    )


def test_it_says_what_there_is():
    targets = [line.split()[1] for line in make("help").stdout.splitlines()]
    assert targets[:3] == ["setup", "schedule", "test"] or targets[0] == "help"
    assert {"setup", "schedule", "test", "lint", "docs", "bench", "lock", "clean"} <= set(targets)


def test_an_old_python_is_refused_with_a_sentence(tmp_path):
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    ended = make("schedule", f"PYTHON={old}", f"VENV={tmp_path}/venv")
    assert ended.returncode != 0
    assert (
        f"hemicycle needs Python 3.11 or newer, and {old} is not. Maybe make PYTHON=python3.11"
        in ended.stderr
    )
    assert not (tmp_path / "venv").exists()


def test_ci_runs_the_tests_and_nothing_cleverer():
    script = ROOT / ".ci/run"
    assert os.access(script, os.X_OK)
    lines = [line for line in script.read_text().splitlines() if not line.startswith("#")]
    assert lines == ["exec make test"]
