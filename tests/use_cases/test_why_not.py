"""Why not here: what forbids a place is found and verified, and a price is exact, with the fewest moves."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from scheduler.domain.timetable import Placement, arranged
from scheduler.judging import judge, paid
from scheduler.rules import active_rules
from scheduler.solving import Limits
from scheduler.use_cases import asking, reasons
from scheduler.use_cases.question import BadQuestion, in_period, meeting_of
from scheduler.use_cases.reasons import Reasons
from scheduler.use_cases.why_not import why_not
from tests.mini import clause_of
from tests.use_cases.asking_forums import asked_about, base, panels, wish

__all__ = ["asked_about"]

FORUM = Path(__file__).parents[2] / "data" / "imrf-2022"


def names(answer):
    return [member.name for member in answer.reason.members]


def test_a_mandate_forbids_the_second_afternoon():
    answer = why_not(FORUM, "round-table-4", "day-2", period="afternoon")
    assert (answer.base, answer.asked.standing) == ("found", "impossible")
    assert names(answer) == ["clause 18(a)/round-table-days"]
    assert answer.reason.members[0].paragraph == "18(a)"
    assert answer.reason.verified
    assert answer.reason.given == ()
    assert answer.here.room == "trusteeship-council-chamber"


def test_two_round_tables_exchange_their_rooms():
    answer = why_not(FORUM, "round-table-3", "day-2", period="morning", room="trusteeship-council-chamber")
    assert answer.reason is None
    asked = answer.asked
    assert (asked.exact, asked.moved) == (True, ("round-table-3", "round-table-4"))
    assert {one.clause: one.now - one.before for level in asked.levels for one in level.clauses} == {
        "release/room": 2,
        "release/place": 2,
        "release/room-parties": 419,
    }
    assert asked.only_moves
    assert asked.moves[0].startswith("Round table 3 moves from Conference Room 4, 10:00-13:00 on day-2")


def test_where_it_is_nothing_changes():
    answer = why_not(FORUM, "round-table-1", "day-1", at="10:00")
    assert (answer.asked.levels, answer.asked.moves, answer.asked.charges) == ((), (), ())
    assert answer.asked.place == answer.here


def test_a_room_that_is_not_open_to_the_forum_is_forbidden():
    answer = why_not(FORUM, "round-table-1", "day-1", period="morning", room="conference-room-1")
    assert [one.partition(" ")[0] for one in names(answer)] == ["rooms"]
    assert answer.reason.verified


def test_what_is_given_forbids_some_places_by_itself():
    answer = why_not(FORUM, "round-table-1", "day-1", at="20:00")
    assert names(answer) == []
    assert answer.reason.verified
    assert [one.partition(",")[0] for one in answer.reason.given] == ["practice/official-hours"]


def test_a_bad_question_is_refused_before_any_work(monkeypatch):
    monkeypatch.setattr(asking, "solved_and_judged", None)
    with pytest.raises(BadQuestion, match="Maybe round-table-1"):
        why_not(FORUM, "round-tabel-1", "day-1", period="morning")


def test_a_price_names_the_wish_and_only_what_has_to_moves(asked_about):
    wishes = (wish("panel-1", "hall", "wish/one"), wish("panel-2", "hall", "wish/two"))
    folder = asked_about(
        panels(
            *wishes, levels=[("wish/one", "wish/two")], sessions={"panel-1": {}, "panel-2": {}, "talk": {}}
        )
    )
    answer = why_not(folder, "panel-1", "day-1", period="afternoon", room="annex")
    (level,) = answer.asked.levels
    assert (level.level, level.before, level.now, level.more) == (1, 0, 1, 1)
    assert [(one.clause, one.before, one.now) for one in level.clauses] == [("wish/one", 0, 1)]
    assert answer.asked.moved == ("panel-1",)
    assert [one.clause for one in answer.asked.charges] == ["wish/one"]
    assert not answer.asked.only_moves


def test_the_price_is_that_of_an_exhaustive_search(asked_about):
    wishes = (wish("panel-1", "hall", "wish/one"), wish("panel-2", "hall", "wish/two"))
    forum = panels(
        *wishes,
        levels=[("wish/one",), ("wish/two",)],
        closures=[{"room": "hall", "window": "day-1 afternoon", "because": "cleaning"}],
    )
    found = base(asked_about(forum))
    for period, room in product(("morning", "afternoon"), ("hall", "annex")):
        question = in_period(forum, meeting_of(forum, "panel-1"), "day-1", period, room)
        asked = found.asked(question)
        best = cheapest(forum, question)
        assert (asked.standing == "found") == (best is not None)
        if best is not None:
            now = list(paid(forum, found.found.verdict))
            for level in asked.levels:
                now[level.level - 1] += level.more
            assert tuple(now) == best


def cheapest(forum, question):
    """Try every timetable that begins where periods do; return the least price of one that is kept."""
    rules, prices = active_rules(forum), []
    places = [*product((600, 900), ("hall", "annex"))]
    for one, other in product(places, places):
        held = [("panel-1", one), ("panel-2", other)]
        timetable = arranged(
            [Placement(meeting=name, room=room, start=at, end=at + 180) for name, (at, room) in held]
        )
        verdict = judge(forum, rules, timetable)
        asked = question.window.holds(one[0], one[0] + 180) and one[1] == question.room
        if asked and not verdict.breaches:
            prices.append(paid(forum, verdict))
    return min(prices, default=None)


def test_without_loss_the_nearest_timetable_is_taken(asked_about):
    folder = asked_about(panels(sessions={f"panel-{number}": {} for number in range(1, 4)}))
    found = base(folder)
    here = found.timetable.by_meeting["panel-1"]
    other = found.timetable.by_meeting["panel-2"]
    answer = why_not(folder, "panel-1", "day-1", at=f"{other.start // 60}:00", room=other.room)
    assert answer.asked.levels == ()
    assert len(answer.asked.moved) == 2
    assert (here.start, here.room) != (other.start, other.room)


def test_a_closure_and_a_pin_forbid_only_together(asked_about):
    closures = [{"room": "hall", "window": "day-1 morning", "because": "cleaning"}]
    hall = clause_of("in-room", {"sessions": {"session": "panel-1"}, "rooms": ["hall"]})
    answer = why_not(asked_about(panels(hall, closures=closures)), "panel-1", "day-1", period="morning")
    assert sorted(names(answer)) == ["clause in-room", "closure hall day-1 morning"]
    assert answer.reason.verified


def test_a_smaller_reason_is_taken(asked_about, monkeypatch):
    closures = [{"room": room, "window": "day-1 morning", "because": ""} for room in ("hall", "annex")]
    late = clause_of("within", {"sessions": {"session": "panel-1"}, "windows": ["day-1 afternoon"]})
    folder = asked_about(panels(late, closures=closures))
    monkeypatch.setattr(reasons, "_firmest_last", lambda member: member.clause is None)
    assert names(why_not(folder, "panel-1", "day-1", period="morning")) == ["clause within"]


@pytest.mark.parametrize("fewest", [True, False])
def test_two_rooms_need_two_closures_however_they_are_looked_for(asked_about, fewest):
    closures = [{"room": room, "window": "day-1 morning", "because": ""} for room in ("hall", "annex")]
    found = base(asked_about(panels(closures=closures)))
    question = in_period(found.forum, meeting_of(found.forum, "panel-1"), "day-1", "morning")
    reason = Reasons(found.rules, found.limits).found(found.found.forum, question, fewest=fewest)
    assert len(reason.members) == 2


def test_a_forum_that_is_impossible_itself_has_no_answer(asked_about):
    never = clause_of("within", {"sessions": "all", "windows": ["day-1 13:00-14:00"]})
    answer = why_not(asked_about(panels(never)), "panel-1", "day-1", period="morning")
    assert (answer.base, answer.asked, answer.here) == ("impossible", None, None)


def test_what_the_data_breaks_stops_the_work(asked_about, monkeypatch):
    wrong = clause_of("so-many", {"sessions": {"kind": "panel"}, "count": "sessions", "exactly": 3})
    monkeypatch.setattr(asking, "solved_and_judged", None)
    answer = why_not(asked_about(panels(wrong)), "panel-1", "day-1", period="morning")
    assert answer.base == "impossible"
    assert [breach.clause for breach in answer.stopped] == ["so-many"]


def test_without_time_nothing_is_claimed(asked_about):
    answer = why_not(asked_about(panels()), "panel-1", "day-1", period="morning", limits=Limits(seconds=0.0))
    assert (answer.base, answer.asked) == ("unknown", None)


def test_a_reason_that_was_not_found_in_time_is_missing(asked_about):
    found = base(asked_about(panels()))
    question = in_period(found.forum, meeting_of(found.forum, "panel-1"), "day-1", "morning")
    assert Reasons(found.rules, Limits(seconds=0.0)).found(found.forum, question) is None


@pytest.mark.parametrize("wrong", [{"faults": ("solver and judge disagree",)}, {"status": "invalid"}])
def test_a_contradiction_is_no_answer(asked_about, monkeypatch, wrong):
    real, asked = asking.solved_and_judged, []

    def second_wrong(*arguments):
        found = real(*arguments)
        asked.append(found)
        if len(asked) == 1:
            return found
        if "status" in wrong:
            return replace(found, solution=replace(found.solution, timetable=None, **wrong))
        return replace(found, **wrong)

    monkeypatch.setattr(asking, "solved_and_judged", second_wrong)
    answer = why_not(asked_about(panels()), "panel-1", "day-1", period="morning")
    assert (answer.base, answer.asked.standing) == ("found", "invalid")


def test_a_reason_that_is_not_verified_is_not_used_again(asked_about, monkeypatch):
    early = clause_of("within", {"sessions": {"session": "panel-1"}, "windows": ["day-1 morning"]})
    found = base(asked_about(panels(early)))
    question = in_period(found.forum, meeting_of(found.forum, "panel-1"), "day-1", "afternoon")
    real = reasons.verified
    monkeypatch.setattr(reasons, "verified", lambda *some: replace(real(*some), verified=False))
    known = Reasons(found.rules, found.limits)
    assert not known.found(found.forum, question).verified
    monkeypatch.setattr(reasons, "verified", real)
    assert known.known(found.forum, question) is None
    assert known.found(found.forum, question).verified
    assert known.known(found.forum, question).verified
