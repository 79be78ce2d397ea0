"""The command refuses to run beside another distribution that owns one of its packages."""

import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from scheduler.cli import neighbours

from .running import hemicycle


@pytest.fixture
def site(tmp_path, monkeypatch):
    """Return a folder at the end of the import path, with a distribution of ours in it."""
    (tmp_path / "hemicycle-0.1.0.dist-info").mkdir()
    (tmp_path / "hemicycle-0.1.0.dist-info/RECORD").write_text("scheduler/__init__.py,,\n")
    (tmp_path / "broken-1.0.dist-info").mkdir()
    (tmp_path / "scheduler").mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path), str(tmp_path / "nowhere")])
    return tmp_path


def install(site: Path, name: str, listed: str, within: str = "dist-info/RECORD") -> None:
    ending, _, file = within.partition("/")
    folder = site / f"{name}-1.0.{ending}"
    folder.mkdir()
    (folder / file).write_text(listed)


def test_alone_it_runs(site, capsys):
    install(site, "other", "other/scheduler/__init__.py,,\nother/constraints.py,,\nmy_scheduler/a.py,,\n")
    assert hemicycle(capsys, "rules").code == 0


@pytest.mark.parametrize(
    ("listed", "within", "package"),
    [
        ("scheduler/__init__.py,sha256=0,1\n", "dist-info/RECORD", "scheduler"),
        ("a.py,,\r\nconstraints/base.py,,\r\n", "dist-info/RECORD", "constraints"),
        ("constraints.py,,\n", "dist-info/RECORD", "constraints"),
        ("scheduler", "egg-info/top_level.txt", "scheduler"),
    ],
)
def test_beside_another_owner_it_refuses(site, capsys, listed, within, package):
    install(site, "taskmaster", listed, within)
    ended = hemicycle(capsys, "rules")
    assert (ended.code, ended.out) == (2, "")
    assert f"the distribution taskmaster in {site} stands where hemicycle" in ended.err.replace("\n", " ")
    assert f"its package '{package}'" in ended.err
    assert "Maybe install hemicycle in a virtual environment of its own" in ended.err


def test_the_refusal_is_json_where_json_is_wanted(site, capsys):
    install(site, "taskmaster", "scheduler/__init__.py,,\n")
    ended = hemicycle(capsys, "rules", "--json")
    assert (ended.code, ended.json["problems"]) == (2, [])
    assert "taskmaster" in ended.json["error"]


def test_a_folder_that_may_be_entered_but_not_listed_is_passed_over(site, capsys, monkeypatch):
    install(site, "taskmaster", "scheduler/__init__.py,,\n")
    listing = neighbours.os.scandir

    def refusing(folder):
        if folder == str(site):
            raise PermissionError(folder)
        return listing(folder)

    monkeypatch.setattr(neighbours.os, "scandir", refusing)
    assert hemicycle(capsys, "rules").code == 0


@pytest.mark.parametrize("origin", ["/elsewhere/constraints/__init__.py", None])
def test_a_package_that_is_not_beside_ours_is_refused(monkeypatch, capsys, origin):
    find = neighbours.importlib.util.find_spec

    def finding(name):
        return ModuleSpec(name, None, origin=origin) if name == "constraints" else find(name)

    monkeypatch.setattr(neighbours.importlib.util, "find_spec", finding)
    ended = hemicycle(capsys, "rules")
    assert ended.code == 2
    assert f"{origin or 'nothing'} stands where hemicycle has its package 'constraints'" in ended.err


def test_help_is_given_whoever_stands_beside(site, capsys):
    install(site, "taskmaster", "scheduler/__init__.py,,\n")
    assert hemicycle(capsys, "rules", "--help").code == 0
