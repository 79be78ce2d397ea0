"""Whatever counting finds, no solver and no enumeration finds a timetable."""

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from scheduler.counting import counted
from scheduler.counting.stretches import both, minutes_of, most_that_fit, widest
from scheduler.rules import TimetableRule, active_rules, find_rule, rule_names
from scheduler.solving import solve
from tests.agreement.options import options
from tests.agreement.strategies import forums
from tests.agreement.test_best import small_forums
from tests.mini import clause_of, forum_of
from tests.uncounted import uncounted

pytestmark = uncounted

ALWAYS = (
    "placed",
    "one-meeting-per-room",
    "room-open",
    "room-fits",
    "one-place-per-party",
    "party-available",
)
OTHERS = sorted({name for name in rule_names() if issubclass(find_rule(name), TimetableRule)} - {*ALWAYS})
quickly = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@st.composite
def narrow_forums(draw):
    """Draw a forum with clauses, of few rooms and mostly with official hours: often too narrow."""
    forum = draw(forums(released=draw(st.booleans())))
    rules = draw(st.lists(st.sampled_from(OTHERS), max_size=3)) + draw(st.sampled_from(([], ["within"])))
    hours = draw(st.sampled_from(([], ["official-hours"], ["official-hours"])))
    clauses = [
        clause_of(rule, {}, "physical") for rule in ALWAYS if draw(st.integers(0, 9)) or rule == "placed"
    ]
    for number, rule in enumerate([*hours, *rules]):
        words = draw(options(find_rule(rule).Options, forum)) if number >= len(hours) else {}
        clauses.append(clause_of(rule, words, "practice", name=f"{rule}-{number}"))
    names = [clause.clause for clause in clauses]
    spared = draw(st.sampled_from(((), tuple(names)))) if forum.release else ()
    rooms = forum.rooms[: draw(st.integers(1, len(forum.rooms)))]
    closures = [one for one in forum.closures if one.room in {room.room for room in rooms}]
    return forum.replace(clauses=tuple(clauses), rooms=rooms, closures=tuple(closures), spared=spared)


WINDOWS = (
    "day-1 morning",
    "day-1",
    "day-1 10:30-13:00",
    "day-2 morning",
    "until day-2 11:30",
    "day-1 15:00-18:00",
)


@st.composite
def crowded_forums(draw):
    """Draw a forum whose sessions share few rooms, few hours and a party or two: often just too many."""
    egypt, duty = (
        {"party": "egypt", "name": "Egypt", "kind": "member-state"},
        {"role": "chair", "party": "egypt"},
    )
    names = [f"{kind}-{number}" for kind in ("panel", "round-table") for number in (1, 2, 3)]
    names = draw(st.lists(st.sampled_from(names), min_size=2, max_size=5, unique=True))
    lengths = draw(st.sampled_from(((180,), (60, 90), (90, 180))))
    sessions = {
        name: {
            "minutes": draw(st.sampled_from(lengths)),
            "setup": draw(st.sampled_from((0, 0, 30))),
            "teardown": draw(st.sampled_from((0, 0, 15))),
            "features": draw(st.sampled_from(((), (), ("stage",)))),
            "duties": draw(st.sampled_from(([], [duty]))),
        }
        for name in sorted(names)
    }
    windows = st.lists(st.sampled_from(WINDOWS), min_size=1, max_size=2, unique=True)
    chosen = [draw(windows), draw(windows)]
    rooms = draw(st.sampled_from((["hall"], ["hall", "annex"])))
    closures = st.fixed_dictionaries({"room": st.sampled_from(rooms), "window": st.sampled_from(WINDOWS)})
    overlay = {
        "sessions": sessions,
        "parties": [{**egypt, "unavailable": draw(st.sampled_from(([], ["day-2"])))}],
        "rooms": {"hall": {"features": ["stage"]}, "annex": {}},
        "closures": draw(st.lists(closures, max_size=1)),
    }
    forum = forum_of(overlay)
    clauses = [clause_of(rule, {}, "physical") for rule in (*ALWAYS, "official-hours")]
    for number, name in enumerate(sorted(names)):
        words = {"sessions": {"session": name}, "windows": draw(st.sampled_from(chosen))}
        clauses.append(clause_of("within", words, name=f"within-{number}"))
    kept = draw(st.sampled_from((len(clauses), len(clauses), len(clauses) - 1)))
    return forum.replace(
        rooms=tuple(room for room in forum.rooms if room.room in rooms), clauses=tuple(clauses[:kept])
    )


def agree(forum):
    rules = active_rules(forum)
    shortages = counted(forum, rules)
    for one in shortages:
        assert solve(forum, rules).status == "impossible", one.sentence
        needed = {clause.clause for clause in (*one.clauses, *one.given)}
        fewer = [rule for rule in rules if rule.clause.clause in {*needed, "placed"}]
        assert solve(forum, fewer).status == "impossible", one.sentence
        for name in sorted(needed):
            others = counted(forum, [rule for rule in fewer if rule.clause.clause != name])
            assert (one.lacking, one.subjects) not in [(two.lacking, two.subjects) for two in others], name
    event(", ".join(sorted({one.lacking for one in shortages})) or "nothing is short")
    return bool(shortages)


@quickly
@given(forum=narrow_forums())
def test_the_solver_finds_nothing_where_counting_finds_a_shortage(forum):
    agree(forum)


@quickly
@given(forum=crowded_forums())
def test_the_solver_finds_nothing_in_crowded_forums(forum):
    event(f"found: {agree(forum)}, {solve(forum, active_rules(forum)).status}")


@quickly
@given(forum=small_forums())
def test_the_solver_finds_nothing_in_half_days_either(forum):
    agree(forum)


minutes = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted).map(tuple), max_size=4)


def most(points, length, free=0):
    """Try all ways to begin meetings at some points."""
    return max((1 + most(points, length, one + length) for one in points if one >= free), default=0)


@quickly
@given(starts=minutes, length=st.integers(1, 6))
def test_no_way_holds_more_meetings(starts, length):
    points = {one for first, last in starts for one in range(first, last + 1)}
    assert most_that_fit(starts, length) == most(points, length)
    assert minutes_of((first, last + 1) for first, last in starts if first <= last) == len(points)


@quickly
@given(some=minutes, others=minutes, length=st.integers(1, 6))
def test_a_meeting_lies_in_both_exactly_when_it_lies_in_what_they_share(some, others, length):
    def lies_in(start, stretches):
        return any(first <= start and start + length <= last for first, last in stretches)

    shared = both(widest(some), widest(others))
    for start in range(13):
        assert lies_in(start, shared) == (lies_in(start, some) and lies_in(start, others))
