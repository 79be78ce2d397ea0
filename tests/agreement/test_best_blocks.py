"""On small programmes with tracks the solver finds what trying everything finds."""

from itertools import product

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from scheduler.board import Board
from scheduler.domain.timetable import Placement, arranged
from scheduler.judging import judge, paid
from scheduler.rules import active_rules
from scheduler.solving import Limits, solve
from scheduler.solving import beginning as beginnings
from scheduler.solving.posting import post
from scheduler.solving.run import Settings
from scheduler.solving.tick import tick_of
from tests.mini import clause_of, forum_of

ROOMS = ("annex", "hall")
TRACKS = ("data", "health")
PERIODS = [
    {"name": "early", "start": "09:00", "end": "10:00"},
    {"name": "late", "start": "10:00", "end": "11:00", "days": ["day-1"]},
    {"name": "after", "start": "14:00", "end": "14:30", "days": ["day-2"]},
]
HARD = ("placed", "one-meeting-per-room", "room-open", "official-hours", "one-track-in-room")
WISHES = {
    "few-rooms": {},
    "contiguous-track": {"cost": 2},
    "not-beside-itself": {},
    "not-beside-similar": {"similar": [{"tracks": TRACKS, "cost": 3}]},
    "chairs-in-one-room": {},
    "numbered-in-track": {},
    "nobody-in-two-rooms": {"roles": ["presenter"], "cost": 2},
    "nobody-in-two-rooms 2": {"roles": ["attendee"], "with-roles": ["presenter", "chair"], "level": "minute"},
    "seats-wasted": {"each": 30},
    "track-costs": {
        "costs": [
            {"track": ["data"], "room": ["hall"], "cost": 2},
            {"period": ["day-1 late"], "room": ["annex"], "cost": 1},
        ]
    },
    "session-costs": {
        "costs": [{"session": ["a"], "period": ["day-1 early"], "cost": 2}],
        "each-minutes": 30,
    },
    "session-costs 2": {"costs": [{"session": ["b"], "room": ["hall"], "cost": 1}]},
}


@st.composite
def programmes(draw):
    """Draw three sessions of one or two tracks, in four periods and two rooms."""
    names = ("a", "b", "c")
    sessions = {
        name: {
            "kind": "talk",
            "minutes": draw(st.sampled_from((30, 30, 60))),
            "track": draw(st.sampled_from(("data", "data", "health", None))),
            "number": draw(st.sampled_from((None, 1, 2))),
            "seats": draw(st.sampled_from((None, 20))),
            "participants": draw(st.lists(_participants(), max_size=2)),
        }
        for name in names
    }
    overlay = {
        "sessions": sessions,
        "rooms": {"annex": {"seats": 50}, "hall": {"seats": 100}},
        "tracks": [{"track": one, "title": one, "chairs": ["ada"]} for one in TRACKS],
        "parties": [{"party": one, "name": one, "kind": "person"} for one in ("ada", "ben")],
        "periods": PERIODS,
        "closures": draw(st.sampled_from(([], [{"room": "hall", "window": "day-1 early"}], [PART]))),
    }
    forum = forum_of(overlay)
    forum = forum.replace(rooms=tuple(sorted(forum.rooms, key=lambda room: room.room)))
    wishes = draw(st.lists(st.sampled_from(sorted(WISHES)), min_size=1, max_size=4, unique=True))
    more = draw(st.sampled_from(((), ("never-together",), ("in-room",))))
    options = {
        "never-together": {"pairs": [["a", "b"]]},
        "in-room": {"sessions": {"session": "c"}, "rooms": ["hall"]},
    }
    clauses = [clause_of(rule, {}, "physical") for rule in HARD]
    clauses += [clause_of(rule, options[rule]) for rule in more]
    clauses += [clause_of(wish.split()[0], WISHES[wish], "preference", name=wish) for wish in wishes]
    return forum.replace(clauses=tuple(clauses), levels=(tuple(wishes),))


PART = {"room": "annex", "window": "day-1 09:00-09:30"}


def _participants():
    return st.fixed_dictionaries(
        {"party": st.sampled_from(("ada", "ben")), "role": st.sampled_from(("presenter", "attendee"))}
    )


def every_timetable(forum):
    """Yield all timetables in which meetings begin on the half-hours of periods."""
    places = [
        (start, room)
        for period in forum.clock.stretches
        for start in range(period.start, period.end, 30)
        for room in ROOMS
    ]
    for choice in product(places, repeat=len(forum.meetings)):
        yield arranged(
            [
                Placement(meeting=one.id, room=room, start=start, end=start + one.minutes)
                for one, (start, room) in zip(forum.meetings, choice, strict=True)
            ]
        )


def least_of(forum, rules):
    """Return what the best timetables pay; ``None`` when there are none."""
    costs = [
        paid(forum, verdict)
        for verdict in (judge(forum, rules, timetable) for timetable in every_timetable(forum))
        if not verdict.breaches
    ]
    return min(costs, default=None)


quickly = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@quickly
@given(forum=programmes())
def test_the_solver_finds_the_best_and_the_same_with_all_workers(forum):
    rules = active_rules(forum)
    least = least_of(forum, rules)
    event("impossible" if least is None else "possible")
    alone, together = (solve(forum, rules, Limits(workers=workers)) for workers in (1, 8))
    if least is None:
        assert alone.status == together.status == "impossible"
        return
    assert alone.status == together.status == "optimal"
    assert tuple(level.value for level in alone.levels) == least
    verdict = judge(forum, rules, alone.timetable)
    assert not verdict.breaches
    assert paid(forum, verdict) == least
    assert alone.timetable == together.timetable


@pytest.fixture
def every_board_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginnings, "is_large", lambda _: True)


@settings(quickly, max_examples=15, suppress_health_check=list(HealthCheck))
@given(forum=programmes())
def test_a_beginning_is_possible_and_its_bound_is_one(every_board_is_large, forum):
    rules = active_rules(forum)
    solution = solve(forum, rules)
    board = post(forum, rules, tick_of(forum, rules))
    begun = beginnings.counted(board, lambda **how: _posted(forum, rules, **how), *_limits())
    event("begun" if begun else "not begun")
    if begun is None:
        return
    ((value, bound),) = begun.levels
    assert bound <= solution.levels[0].value <= value


def _posted(forum, rules, **how) -> Board:
    return post(forum, rules, tick_of(forum, rules), **how)


def _limits():

    return Settings(workers=1), Limits(20).deadline
