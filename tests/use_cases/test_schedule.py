"""Scheduling: what is judged before, what is written after, and what is never written."""

import json
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from scheduler.solving import Limits
from scheduler.use_cases import schedule as use_case
from scheduler.use_cases.schedule import schedule

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def folder(tmp_path):
    """Return a copy of the 2022 forum that a test may change."""
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data" / "imrf-2022"


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_unchanged_forum_is_its_release(folder, tmp_path):
    answer = schedule(folder, tmp_path / "out", ("json", "run"))
    assert (answer.status, answer.faults, answer.breaches) == ("optimal", (), ())
    assert answer.programme.release == 1
    assert answer.programme.timetable == answer.forum.release.timetable
    assert [level.value for level in answer.programme.levels] == [
        level.released for level in answer.programme.levels
    ]
    assert answer.files == (tmp_path / "out" / "timetable.json", tmp_path / "out" / "run.json")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: Round table 1", "title: First round table", "Round table 1 is now called First round table"),
        ("Stakeholders take stock", "All take stock", "the description of"),
        ("co-chair, party: egypt", "co-chair, party: jordan", "the duties in Round table"),
    ],
)
def test_other_words_are_not_the_release_though_nothing_moves(folder, tmp_path, old, new, said):
    change(folder / "sessions.yaml", old, new)
    programme = schedule(folder, tmp_path / "out", ("json",)).programme
    assert programme.release is None
    assert programme.timetable == programme.forum.release.timetable
    assert len(programme.changed) == 1
    assert said in programme.changed[0]


def test_outputs_go_to_a_folder_of_the_forum_s_name(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = schedule(folder, formats=("json",))
    assert answer.files == (Path("outputs/imrf-2022/timetable.json"),)
    assert json.loads(answer.files[0].read_text(encoding="utf-8"))["status"] == "optimal"


def test_from_scratch_is_compared_with_the_release(folder, tmp_path):
    answer = schedule(folder, tmp_path, ("json",), from_scratch=True)
    assert answer.programme.from_scratch
    assert answer.programme.release is None
    better = [level for level in answer.programme.levels if level.value != level.released]
    assert [(level.clauses, level.value, level.released) for level in better] == [
        (("21(f)/writing-time",), 60, 120)
    ]


def test_without_a_release_nothing_is_compared(folder, tmp_path):
    shutil.rmtree(folder / "releases")
    programme = schedule(folder, tmp_path, ("json",)).programme
    assert {level.released for level in programme.levels} == {None}
    assert not programme.from_scratch


def test_what_the_data_breaks_is_said_before_solving_and_stops_it(folder, tmp_path, monkeypatch):
    change(
        folder / "sessions.yaml", "objectives: [4, 8, 9, 10, 11, 13, 21]", "objectives: [4, 8, 9, 10, 11, 13]"
    )
    monkeypatch.setattr(use_case, "solve", None)
    told = []
    answer = schedule(folder, tmp_path / "out", on_breaches=told.append)
    assert [breach.clause for breach in answer.breaches] == ["21(a)/objectives"]
    assert told == [answer.breaches]
    assert (answer.status, answer.programme, answer.files) == (None, None, ())
    assert not (tmp_path / "out").exists()


def test_a_deadline_that_was_missed_is_said_and_stops_nothing(folder, tmp_path):
    change(folder / "forum.yaml", "done: 2022-02-16", "done: 2022-02-26")
    answer = schedule(folder, tmp_path, ("json",))
    assert [breach.clause for breach in answer.breaches] == ["14/report"]
    assert answer.status == "optimal"
    assert answer.files


def wrong(change_solution):
    real = use_case.solve

    def solve(*arguments, **more):
        return change_solution(real(*arguments, **more))

    return solve


def with_swapped_rooms(solution):
    places = [
        place.replace(room="general-assembly-hall") if place.meeting == "hearing-1" else place
        for place in solution.timetable.placements
    ]
    timetable = solution.timetable.replace(placements=tuple(places))
    return type(solution)(solution.status, timetable, solution.levels)


def with_a_wrong_level(solution):
    levels = (solution.levels[0].replace(value=7), *solution.levels[1:])
    return type(solution)(solution.status, solution.timetable, levels)


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (with_swapped_rooms, "the solver kept practice/consecutive, the judge did not: "),
        (with_a_wrong_level, "level 1 costs 7 by the solver and 0 by the judge"),
    ],
)
def test_nothing_is_written_when_solver_and_judge_disagree(folder, tmp_path, monkeypatch, fault, sentence):
    monkeypatch.setattr(use_case, "solve", wrong(fault))
    answer = schedule(folder, tmp_path / "out")
    assert answer.faults[0].startswith(sentence)
    assert (answer.programme, answer.files) == (None, ())
    assert not (tmp_path / "out").exists()


def test_a_cut_off_run_says_what_is_really_paid(folder, tmp_path, monkeypatch):
    def cut_off(solution):
        levels = tuple(level.replace(value=level.value + 5, bound=0) for level in solution.levels)
        return type(solution)("feasible", solution.timetable, levels)

    monkeypatch.setattr(use_case, "solve", wrong(cut_off))
    programme = schedule(folder, tmp_path, ("json",)).programme
    assert programme.status == "feasible"
    assert [level.value for level in programme.levels] == [level.released for level in programme.levels]


def test_all_steps_share_one_limit(folder, tmp_path, monkeypatch):
    limits, given = Limits(seconds=600), []
    solve, past = use_case.solve, use_case.with_its_past
    monkeypatch.setattr(use_case, "solve", lambda *some: given.append(some[2]) or solve(*some))
    monkeypatch.setattr(use_case, "with_its_past", lambda *some: given.append(some[2]) or past(*some))
    assert schedule(folder, tmp_path, ("json",), limits).status == "optimal"
    module = "scheduler.solving.contradiction.contradictions"
    monkeypatch.setattr(module, lambda *some: given.append(some[2]) or ())
    module = "scheduler.use_cases.explain.explained"
    monkeypatch.setattr(module, lambda *some, **_: given.append(some[3]))
    change(folder / "rooms.yaml", "  - trusteeship-council-chamber\n  - conference-room-4\n", "")
    assert schedule(folder, tmp_path, ("json",), limits).status == "impossible"
    assert [one is limits for one in given] == [True] * 5


def test_pins_that_cannot_be_kept_are_said_instead_of_an_explanation(folder, tmp_path, monkeypatch):
    held = SimpleNamespace(sentence="the pin cannot be kept")
    monkeypatch.setattr("scheduler.solving.contradiction.contradictions", lambda *_: (held,))
    change(folder / "rooms.yaml", "  - trusteeship-council-chamber\n  - conference-room-4\n", "")
    answer = schedule(folder, tmp_path, ("json",))
    assert (answer.contradictions, answer.explanation) == ((held.sentence,), None)


def test_what_is_impossible_is_counted_before_solving_and_explained_after(folder, tmp_path):
    change(folder / "rooms.yaml", "  - trusteeship-council-chamber\n  - conference-room-4\n", "")
    counted = []
    answer = schedule(folder, tmp_path / "out", on_shortages=counted.extend)
    assert (answer.status, answer.programme, answer.contradictions) == ("impossible", None, ())
    assert (answer.files, answer.faults, (tmp_path / "out").exists()) == ((), (), False)
    assert "no more than 3 of them fit" in counted[0].sentence
    members = {one.name for clash in answer.explanation.clashes for one in clash.members}
    assert members >= {"length round-table", "rooms hearing-day day-1 day-2 day-3 day-4"}
    assert all(clash.verified for clash in answer.explanation.clashes)


def test_inputs_and_versions_are_recorded(folder, tmp_path):
    programme = schedule(folder, tmp_path, ("json",)).programme
    assert set(programme.versions) == {"hemicycle", "ortools"}
    assert "imrf-2022/sessions.yaml" in programme.inputs
    assert list(programme.inputs) == sorted(programme.inputs)
