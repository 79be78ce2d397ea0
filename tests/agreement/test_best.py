"""On forums small enough to try everything, the solver finds what trying everything finds."""

from itertools import product

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from scheduler.domain.agenda import segment_times
from scheduler.domain.timetable import Placement, arranged
from scheduler.judging import judge, paid
from scheduler.rules import active_rules
from scheduler.solving import Limits, solve
from tests.mini import clause_of, forum_of
from tests.uncounted import uncounted

pytestmark = uncounted

PHYSICAL = ("placed", "one-meeting-per-room", "room-open", "room-fits", "one-place-per-party", "agenda")
ROOMS = ("annex", "hall")
NAMES = ("plenary", "round-table-1", "round-table-2")
ROUND_TABLES = {"sessions": {"kind": "round-table"}}
WISHES = {
    "fewest-parallel": {},
    "numbered-order": {},
    "keep-to-release": {"what": "place"},
    "preferred-room": {**ROUND_TABLES, "rooms": ["hall"]},
    "preferred-room 2": {"sessions": "all", "rooms": ["annex"]},
    "keep-to-release 2": {"what": "room"},
    "time-between": {"first": {"kind": "round-table"}, "then": {"session": "plenary"}, "wanted": 180},
    "gap-in-room": {"minutes": 150},
    "fewest-torn": {},
}
EVERY_WISH = tuple(sorted(WISHES))
OF_ROOMS = tuple(name for name in sorted(WISHES) if name.startswith(("keep", "preferred")))
RULES = {
    "before": {"first": {"kind": "round-table"}, "then": {"session": "plenary"}},
    "exclusive": {"sessions": {"session": "plenary"}},
    "never-together": ROUND_TABLES,
    "within": {"sessions": {"session": "plenary"}, "windows": ["day-2"]},
    "in-room": {"sessions": {"session": "plenary"}, "rooms": ["hall"]},
}


@st.composite
def small_forums(draw, names=EVERY_WISH):
    """Draw a forum of three sessions in four half-days and two rooms, with clauses and levels."""
    plenary = {"kind": "plenary"}
    if draw(st.booleans()):
        opening = {"segment": "opening", "title": "Opening", "shortest": 60, "longest": 120}
        plenary["segments"] = [opening, {"segment": "debate", "title": "Debate", "shortest": 60}]
    closures = st.fixed_dictionaries(
        {
            "room": st.sampled_from(ROOMS),
            "window": st.sampled_from(
                ("day-1 morning", "day-1 afternoon", "day-2 morning", "day-2 afternoon")
            ),
        }
    )
    overlay = {
        "sessions": {
            "plenary": plenary,
            "round-table-1": {"kind": "round-table", "features": draw(st.sampled_from(((), ("stage",))))},
            "round-table-2": {"kind": "round-table"},
        },
        "rooms": {"hall": {"features": ["stage"]}, "annex": {}},
        "closures": draw(st.lists(closures, max_size=5)),
        "parties": [
            {"party": "egypt", "name": "Egypt", "kind": "member-state"},
            {"party": "nhri", "name": "NHRI", "kind": "stakeholder", "attends": ["round-table"]},
        ],
        "release": "day-1 10:00-13:00 hall plenary\nday-1 15:00-18:00 hall round-table-2",
    }
    forum = forum_of(overlay)
    forum = forum.replace(rooms=tuple(sorted(forum.rooms, key=lambda room: room.room)))
    wishes = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
    rules = draw(st.lists(st.sampled_from(sorted(RULES)), max_size=2, unique=True))
    clauses = [clause_of(rule, {}, "physical") for rule in (*PHYSICAL, "official-hours")]
    clauses += [clause_of(rule, RULES[rule]) for rule in rules]
    clauses += [clause_of(wish.split()[0], WISHES[wish], "preference", name=wish) for wish in wishes]
    return forum.replace(clauses=tuple(clauses), levels=tuple((wish,) for wish in wishes))


def every_timetable(forum):
    """Yield all timetables in their canonical order: starts, then rooms, then agendas."""
    clock = forum.clock
    starts = [clock.minute(day.name, period.start) for day in clock.days for period in clock.periods]
    agendas = [(0, 60, 180), (0, 120, 180)] if forum.sessions[0].segments else [None]
    for times in product(starts, repeat=len(NAMES)):
        for rooms in product(ROOMS, repeat=len(NAMES)):
            places = [
                Placement(meeting=name, room=room, start=start, end=start + 180)
                for name, start, room in zip(NAMES, times, rooms, strict=True)
            ]
            for ends in agendas:
                parts = segment_times(forum.sessions[0], ends, (places[0],)) if ends else []
                yield arranged(places, parts)


def best_of(forum, rules):
    """Return the first of the best timetables, and what it pays."""
    best, least = None, None
    for timetable in every_timetable(forum):
        verdict = judge(forum, rules, timetable)
        cost = paid(forum, verdict)
        if not verdict.breaches and (least is None or cost < least):
            best, least = timetable, cost
    return best, least


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(forum=st.one_of(small_forums(), small_forums(OF_ROOMS)), workers=st.sampled_from((1, 8)))
def test_the_solver_finds_the_first_of_the_best(forum, workers):
    rules = active_rules(forum)
    best, least = best_of(forum, rules)
    solution = solve(forum, rules, Limits(workers=workers))
    event("impossible" if best is None else "possible")
    if best is None:
        assert solution.status == "impossible"
        return
    assert solution.status == "optimal"
    assert tuple(level.value for level in solution.levels) == least
    assert all(level.proven for level in solution.levels)
    assert solution.timetable == best
