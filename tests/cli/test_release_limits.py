"""``release`` and ``restore`` with a time limit: what is made stays, and what is not is said."""

from dataclasses import replace

import pytest

from scheduler.solving import Limits
from scheduler.use_cases import release as use_case
from scheduler.use_cases.schedule import schedule
from tests.cli.running import hemicycle
from tests.cli.test_release import AT, release, squeezed
from tests.use_cases.releasing import unreleased


@pytest.fixture(autouse=True)
def working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def limited(monkeypatch):
    """Take note of the limits that scheduling is given, and give it no time."""
    given = []

    def late(folder, output, *, limits):
        given.append(limits)
        return schedule(folder, output, limits=Limits(seconds=0.0))

    monkeypatch.setattr(use_case, "schedule", late)
    return given


def test_a_release_stays_made_when_time_is_up_before_its_outputs(tmp_path, capsys, monkeypatch):
    given, folder = limited(monkeypatch), unreleased(tmp_path)
    ended = release(capsys, folder, "--released", AT, "--time-limit", "600")
    assert ended.code == 4
    assert ended.out.startswith("Release 1 (draft) is made: small-2030/releases/release-1.json\n\n")
    assert "The release is made, but not its outputs: no timetable was found in the time given." in squeezed(
        ended.out
    )
    ended = hemicycle(
        capsys,
        "restore",
        folder,
        1,
        "--released",
        "2020-01-03T12:00:00Z",
        "--json",
        "--time-limit",
        "500",
    )
    assert (ended.code, ended.json["number"], ended.json["outputs"]) == (4, 2, [])
    assert ended.json["unwritten"] == "no timetable was found in the time given"
    assert [one.seconds for one in given] == [600.0, 500.0]
    assert not (tmp_path / "outputs").exists()


def test_outputs_without_a_proof_say_that_the_time_made_them_differ(tmp_path, capsys, monkeypatch):
    def unproven(folder, output, *, limits):
        answer = schedule(folder, output)
        return replace(answer, programme=answer.programme.replace(status="feasible", release=None))

    monkeypatch.setattr(use_case, "schedule", unproven)
    ended = release(capsys, unreleased(tmp_path), "--released", AT)
    assert ended.code == 0
    assert (
        "The outputs differ from this release, as no timetable was proven best in the time given."
        in squeezed(ended.out)
    )


def test_looking_for_causes_leaves_time_to_the_outputs(tmp_path, capsys, monkeypatch):
    given, real = [], use_case.with_its_past
    monkeypatch.setattr(use_case, "with_its_past", lambda *some: given.append(some[2]) or real(*some))
    ended = release(capsys, unreleased(tmp_path), "--released", AT, "--time-limit", "600")
    assert ended.code == 0
    (one,) = given
    assert 0 < one.seconds <= 300


@pytest.mark.parametrize("verb", ["release", "restore"])
def test_the_time_limit_is_that_of_schedule(verb, tmp_path, capsys):
    more = ("--status", "draft") if verb == "release" else (1,)
    ended = hemicycle(capsys, verb, unreleased(tmp_path), *more, "--time-limit", "1m")
    assert (ended.code, ended.out) == (2, "")
    assert "'1m' is no number of seconds. Maybe 60" in squeezed(ended.err)
