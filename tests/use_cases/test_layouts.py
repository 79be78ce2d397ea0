"""Sweeps over layouts: each cell is what its own forum comes to, and each problem is solved once."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from scheduler.domain.criteria import measured
from scheduler.domain.timetable import Placement, Timetable, arranged
from scheduler.domain.window import time_of_day
from scheduler.executing.on_cores import OnCores
from scheduler.judging import judge, paid
from scheduler.reading import BadData, read_forum
from scheduler.reading.before import Before
from scheduler.reading.changes import changes_of
from scheduler.reading.layouts import read_layouts
from scheduler.solving import Limits
from scheduler.use_cases import explain, layouts_work
from scheduler.use_cases.layouts import Counts
from scheduler.use_cases.layouts_cells import changes_for, combinations
from scheduler.use_cases.schedule import solved_and_judged
from scheduler.use_cases.sparing import spared
from tests.use_cases.fragile import SESSIONS, release
from tests.use_cases.laid_out import DAYS, LAYOUTS, ROOMS, WEEKS, Counting, laid_out, status_of, swept
from tests.use_cases.releasing import files

TORN = "  - axis: ada\n    title: Ada\n    values:\n      - {value: there, title: Ada is there}\n" + (
    "      - {value: away, title: Ada is away, "
    "set: {parties.ada.unavailable: [day-1 morning, day-2 afternoon]}}\n"
)
"""With the second value nothing is possible."""


def readings(folder):
    """Return the forum of each cell as it is read with its own changes."""
    axes = read_layouts(folder, read_forum(folder).forum, Before())
    return [read_forum(folder, changes_of(changes_for(axes, cell))) for cell in combinations(axes)]


def timetable(forum, problem) -> Timetable:
    rooms = {room.name: room.room for room in forum.rooms}
    times = [
        tuple(forum.clock.minute(one.day, time_of_day(at)) for at in (one.start, one.end))
        for one in problem.meetings
    ]
    places = zip(problem.meetings, times, strict=True)
    return arranged(
        [
            Placement(meeting=one.meeting, room=rooms[one.room], start=at, end=end)
            for one, (at, end) in places
        ],
        None,
    )


def test_every_cell_is_there_and_each_problem_is_solved_once(tmp_path):
    executor = Counting()
    answer = swept(laid_out(tmp_path), executor)
    assert answer.counts == Counts(cells=9, problems=6, solved=6, kept=0, open=0)
    assert executor.done == {"keyed": 1, "solved": 6, "explained": 1}
    assert [cell.number for cell in answer.layouts.cells] == [*range(1, 10)]
    assert [cell.problem for cell in answer.layouts.cells] == [1, 2, 3, 4, 5, 6, 4, 5, 6]
    weeks, rooms = ("2030-03-04", "2030-03-11", "2030-03-25"), ("both", "hall", "annex")
    assert [*status_of(answer)] == [(week, room) for week in weeks for room in rooms]
    assert {values[1]: status for values, status in status_of(answer).items()} == {
        "both": "optimal",
        "hall": "optimal",
        "annex": "impossible",
    }


@pytest.mark.parametrize("given", [{}, release()], ids=["unreleased", "released"])
def test_each_cell_is_what_the_judge_and_a_solve_of_its_own_say(tmp_path, given):
    folder = laid_out(
        tmp_path, WEEKS + ROOMS + DAYS.replace("day-2: 2030-03-13", "day-2: 2030-03-12"), **given
    )
    answer = swept(folder)
    assert answer.counts.cells == 18
    problems = {problem.number: problem for problem in answer.layouts.problems}
    for cell, reading in zip(answer.layouts.cells, readings(folder), strict=True):
        forum, rules = reading.forum, reading.rules
        singly = solved_and_judged(forum, rules, spared(forum, rules), Limits(workers=1)).solution
        assert cell.status == problems[cell.problem].status == singly.status
        if singly.timetable is None:
            assert (cell.levels, cell.criteria) == ((), None)
            continue
        assert cell.levels == tuple(level.value for level in singly.levels)
        assert cell.criteria == measured(forum, singly.timetable)
        found = timetable(forum, problems[cell.problem])
        verdict = judge(forum, rules, found)
        assert verdict.breaches == ()
        assert paid(forum, verdict) == cell.levels
        assert found.placements == singly.timetable.placements


def test_levels_have_what_the_dates_of_a_cell_cost(tmp_path):
    cells = swept(laid_out(tmp_path)).layouts.cells
    levels = {cell.values: cell.levels for cell in cells if cell.levels}
    assert [levels[week, "hall"][0] for week in ("2030-03-04", "2030-03-11", "2030-03-25")] == [8, 1, 0]
    assert cells[4].problem == cells[7].problem


def test_notes_and_weeks_left_out_are_handed_on(tmp_path):
    found = swept(laid_out(tmp_path)).layouts
    moon = "Feast of the Moon, expected on 27 March 2030 (give or take 2 days), may fall on day-1 or day-2"
    assert found.cells[7].notes == (moon, "nothing is held at once")
    assert [axis.left_out for axis in found.axes] == [
        ("18 to 19 March 2030: day-2, 19 March 2030, is Day of the House",),
        (),
    ]
    assert found.axes[1].values[1].notes == ("nothing is held at once",)


def test_a_cell_whose_dates_break_a_mandate_is_impossible_for_that_reason(tmp_path):
    answer = swept(laid_out(tmp_path, DAYS))
    _, apart = answer.layouts.cells
    assert (apart.status, apart.problem, apart.levels) == ("impossible", 0, ())
    assert apart.reasons == ("day-1 is on 2030-03-11; the day before day-2 is 2030-03-12",)
    assert answer.counts == Counts(cells=2, problems=1, solved=1, kept=0, open=0)


def test_why_something_is_impossible(tmp_path):
    answer = swept(laid_out(tmp_path, ROOMS + TORN))
    by_values = {cell.values: cell for cell in answer.layouts.cells}
    assert by_values["annex", "there"].reasons == (
        "Gala cannot be held: there is no room on any day: Annex has no plenary.",
    )
    away = by_values["both", "away"]
    assert away.status == "impossible"
    assert any("Ada" in sentence for sentence in away.reasons)
    problem = answer.layouts.problems[away.problem - 1]
    assert (problem.reasons, problem.verified) == (away.reasons, True)


def test_reasons_that_are_not_verified_are_asked_for_again(tmp_path, monkeypatch):
    real = explain.explained

    def unsure(*args):
        found = real(*args)
        return replace(found, clashes=tuple(replace(one, verified=False) for one in found.clashes))

    folder = laid_out(tmp_path, TORN)
    monkeypatch.setattr(layouts_work, "counted", lambda *_: ())
    monkeypatch.setattr(explain, "explained", unsure)
    problem = swept(folder).layouts.problems[1]
    assert (bool(problem.reasons), problem.verified) == (True, False)
    monkeypatch.setattr(explain, "explained", lambda *args: replace(real(*args), clashes=()))
    problem = swept(folder).layouts.problems[1]
    assert (problem.reasons, problem.verified) == ((), False)
    monkeypatch.setattr(explain, "explained", real)
    executor = Counting()
    problem = swept(folder, executor).layouts.problems[1]
    assert problem.verified
    assert any("Ada" in sentence for sentence in problem.reasons)
    assert executor.done == {"explained": 1}
    assert swept(folder, executor).layouts.problems[1].verified
    assert executor.done == {"explained": 1}


def test_the_smallest_clash_that_is_verified_is_said(tmp_path, monkeypatch):
    clashes = tuple(
        SimpleNamespace(
            verified=verified, members=tuple(SimpleNamespace(sentence=f"{one}") for one in range(many))
        )
        for verified, many in ((False, 1), (True, 3), (True, 2))
    )
    monkeypatch.setattr(layouts_work, "counted", lambda *_: ())
    monkeypatch.setattr(explain, "explained", lambda *_: SimpleNamespace(clashes=clashes))
    assert swept(laid_out(tmp_path, TORN)).layouts.problems[1].reasons == ("0", "1")


def test_whoever_does_the_work_and_in_whichever_run_the_files_are_the_same(tmp_path):
    found = []
    for number, executor in enumerate((Counting(), OnCores(1), OnCores(2), OnCores(2))):
        folder = laid_out(tmp_path / str(min(number, 2)))
        assert swept(folder, executor).counts.open == 0
        written = files(tmp_path / str(min(number, 2)) / "out")
        found.append({name: text for name, text in written.items() if not name.startswith("kept/")})
    assert {"layouts.html", "layouts.csv"} <= found[0].keys()
    assert all(one == found[0] for one in found)


def test_a_combination_that_cannot_be_read_is_named(tmp_path):
    axes = (
        "  - axis: opening\n    title: Opening\n    values:\n"
        "      - {value: short, title: 30 minutes}\n"
        "      - {value: long, title: Two hours, set: {sessions.gala.segments.opening.minutes: 120}}\n"
        "  - axis: gala\n    title: Length of the gala\n    values:\n"
        "      - {value: long, title: Three hours}\n"
        "      - {value: short, title: An hour, set: {sessions.gala.minutes: 60}}\n"
    )
    folder = laid_out(tmp_path, axes)
    answer = swept(folder)
    assert (answer.layouts, answer.counts, answer.files) == (None, None, ())
    (wrong,) = answer.wrong
    assert wrong.startswith("Opening: Two hours, Length of the gala: An hour: fragile/sessions.yaml:")
    assert str(tmp_path) not in wrong
    assert not (tmp_path / "out/layouts.html").exists()


def test_a_file_that_only_some_combinations_read_is_missed_in_the_others(tmp_path):
    axes = (
        "  - axis: venue\n    title: Venue\n    values:\n"
        "      - {value: house, title: The house}\n"
        "      - {value: barn, title: The barn, set: {forum.venue: barn}}\n"
        "  - axis: teams\n    title: Teams\n    values:\n"
        "      - {value: two, title: Two}\n"
        "      - {value: one, title: One, set: {venues.house.interpretation.teams: 1}}\n"
    )
    house = (laid_out(tmp_path / "other").parent / "venues/house.yaml").read_text(encoding="utf-8")
    barn = {"venues/barn.yaml": house.replace("venue: house", "venue: barn")}
    answer = swept(laid_out(tmp_path, axes, **barn))
    (wrong,) = answer.wrong
    assert wrong.startswith("Venue: The barn, Teams: One: venues.house.interpretation.teams leads nowhere: ")


def test_facts_of_a_release_that_were_changed_are_refused_at_their_place(tmp_path):
    facts = {"fragile/releases/facts-0000000000000000.json": "{}"}
    folder = laid_out(tmp_path, **release(facts="0" * 64), **facts)
    with pytest.raises(
        BadData, match=r"fragile/releases/facts-0000000000000000\.json: is not what release 1"
    ):
        swept(folder)


def test_where_solver_and_judge_disagree_nothing_is_written_and_nothing_kept(tmp_path, monkeypatch):
    real, folder = layouts_work.solved_and_judged, laid_out(tmp_path)
    lying = lambda *args: replace(real(*args), faults=("they disagree",))  # noqa: E731
    monkeypatch.setattr(layouts_work, "solved_and_judged", lying)
    answer = swept(folder)
    assert answer.faults == ("they disagree",) * 6
    assert (answer.layouts, answer.files) == (None, ())
    assert not (tmp_path / "out/layouts.html").exists()
    monkeypatch.setattr(layouts_work, "solved_and_judged", real)
    assert swept(folder).counts == Counts(cells=9, problems=6, solved=4 + 2, kept=0, open=0)


def test_a_solver_that_contradicts_itself_is_a_fault(tmp_path, monkeypatch):
    real = layouts_work.solved_and_judged

    def refused(*args):
        found = real(*args)
        return replace(found, solution=replace(found.solution, status="invalid", timetable=None))

    monkeypatch.setattr(layouts_work, "solved_and_judged", refused)
    answer = swept(laid_out(tmp_path, DAYS))
    assert answer.faults == ("the solver contradicts itself, or refuses the model",)
    assert answer.layouts is None


def test_outputs_go_to_a_folder_of_their_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    from scheduler.use_cases.layouts import layouts

    answer = layouts(laid_out(tmp_path / "data"), Counting())
    assert {str(path.parent) for path in answer.files} == {"outputs/fragile-layouts"}
    assert all(path.is_file() for path in answer.files)


def test_a_session_that_cannot_be_told_is_not_compared(tmp_path):
    text = LAYOUTS.replace("days-used", "speakers-at-3-minutes")
    cells = swept(laid_out(tmp_path, **{"fragile/layouts.yaml": text})).layouts.cells
    assert not any(cell.on_front for cell in cells)
    speakers = SESSIONS.replace("title: Dinner", "title: Dinner, list-of-speakers: {change-over-seconds: 30}")
    more = {"fragile/layouts.yaml": text, "fragile/sessions.yaml": speakers}
    cells = swept(laid_out(tmp_path, **more)).layouts.cells
    assert [cell.on_front for cell in cells if cell.status == "optimal"] == [
        False,
        True,
        True,
        True,
        True,
        True,
    ]
