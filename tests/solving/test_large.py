"""Large models: one worker proves, begins again for the canonical timetable, and gives all meetings rooms.

Every model is called large here, so that small ones show it.
"""

import sys
from dataclasses import replace

import pytest

from scheduler.domain.timetable import arranged
from scheduler.judging import judge
from scheduler.rules import active_rules
from scheduler.solving import Limits, solve
from scheduler.solving.posting import post
from scheduler.solving.run import NO_DEADLINE, Run, Settings
from scheduler.solving.run import run as run_model
from scheduler.solving.tick import tick_of
from tests.faults.solves import crowded, wishing
from tests.mini import release_of

run = sys.modules["scheduler.solving.run"]
repair = sys.modules["scheduler.solving.room_repair"]
MORNING = {"sessions": "all", "windows": ["day-1 morning"]}
TOGETHER = ("wished-windows", MORNING)


@pytest.fixture(autouse=True)
def large(monkeypatch):
    monkeypatch.setattr(run, "LARGE", 0)


def solved(forum, **limits):
    rules = active_rules(forum)
    answer = solve(forum, rules, Limits(**limits), forum.release.timetable if forum.release else None)
    assert answer.status == "optimal"
    assert judge(forum, rules, answer.timetable).breaches == ()
    return answer


def posted(forum):
    rules = active_rules(forum)
    return post(forum, rules, tick_of(forum, rules))


@pytest.mark.parametrize("forum", [crowded(), *wishing()])
def test_it_is_as_good_as_by_the_strict_order(forum, monkeypatch):
    levels = solved(forum).levels
    monkeypatch.setattr(run, "LARGE", 10**9)
    assert solved(forum).levels == levels


@pytest.mark.parametrize("limits", [{"seed": 1}, {"workers": 1, "seed": 7}, {"workers": 8}])
def test_seeds_and_workers_do_not_choose_among_equals(limits):
    for forum in (crowded(), crowded(*TOGETHER)):
        assert solved(forum, **limits) == solved(forum)


def test_what_was_released_is_where_it_begins_again():
    forum = crowded()
    timetable = solved(forum).timetable
    later = [
        place.model_copy(update={"start": place.start + 60, "end": place.end + 60})
        for place in timetable.placements
    ]
    released = release_of(forum, "").replace(timetable=arranged(later))
    again = forum.replace(release=released, history=(released,))
    assert solved(again).levels == solved(forum).levels


def test_without_a_wish_any_timetable_is_the_best():
    forum = crowded()
    free = forum.replace(clauses=forum.clauses[:-1], levels=())
    assert solved(free).levels == ()


def test_a_cost_at_which_rooms_do_not_suffice_is_raised(monkeypatch):
    costs = []
    moved = repair._moved

    def told(board, answer, meetings, deadline):
        found = moved(board, answer, meetings, deadline)
        costs.append((sorted(meetings), found.status))
        return found

    monkeypatch.setattr(repair, "_moved", told)
    assert [level.value for level in solved(crowded(*TOGETHER)).levels] == [1]
    everyone = [f"panel-{number}" for number in range(1, 5)]
    assert costs[0] == (everyone, "impossible")


def test_meetings_move_until_all_have_rooms():
    forum = crowded()
    free = forum.replace(clauses=forum.clauses[:-1], levels=())
    board = posted(free)
    first = {meeting.id: next(iter(board.times.at(meeting.id).values())).index for meeting in free.meetings}
    values = tuple(int(index in first.values()) for index in range(len(board.model.proto.variables)))
    found = repair.with_rooms_for_all(board, Run("optimal", values, 0, 0), NO_DEADLINE)
    starts = repair.starts_of(board, found)
    assert len(set(starts.values())) == 2


def test_what_is_hinted_stays_where_hints_are_kept():
    board = posted(crowded())
    early, late = board.times.at("panel-1").values()
    board.model.add_hint(late, 1)
    keeping = replace(Settings(), hinted=True)
    answer = run_model(board.model, keeping, NO_DEADLINE)
    assert (answer.of(early), answer.of(late)) == (0, 1)
