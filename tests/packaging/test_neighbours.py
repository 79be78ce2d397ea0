"""Beside a distribution that owns ``scheduler`` or ``constraints`` the installed command refuses to run."""

import pytest

from .conftest import ROOT, build, environment

_PYPROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "taskmaster"
version = "1.0"

[tool.hatch.build.targets.wheel]
packages = ["{package}"]
"""


def neighbour(folder, package):
    """Build a distribution that owns one of our packages."""
    (folder / "source" / package).mkdir(parents=True)
    (folder / "source" / package / "__init__.py").write_text("")
    (folder / "source/pyproject.toml").write_text(_PYPROJECT.format(package=package))
    return build(folder / "source", folder / "dist", "--wheel")


@pytest.mark.parametrize("package", ["scheduler", "constraints"])
@pytest.mark.parametrize("ours_first", [True, False])
def test_it_refuses_beside_a_neighbour(wheel, tmp_path, package, ours_first):
    made = environment(tmp_path / "env")
    both = [wheel, neighbour(tmp_path, package)]
    for distribution in both if ours_first else reversed(both):
        made.install(distribution)
    refused(made, package, tmp_path)


def test_an_editable_install_refuses_too(tmp_path):
    made = environment(tmp_path / "env")
    made.install("--editable", ROOT)
    assert made.hemicycle("rules", cwd=tmp_path).returncode == 0
    made.install(neighbour(tmp_path, "constraints"))
    refused(made, "constraints", tmp_path)


def refused(made, package, cwd):
    ended = made.hemicycle("rules", cwd=cwd)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "the distribution taskmaster in " in ended.stderr
    assert f"has its package '{package}', so that neither can be relied on" in ended.stderr
