"""What is known beforehand of the 2022 forum and of forums near it."""

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.room import Closure
from scheduler.domain.window import WindowWords
from scheduler.judging import judge
from scheduler.rules import active_rules
from scheduler.solving import Limits, solve
from scheduler.use_cases.schedule import schedule
from tests.golden.folders import copied, edited
from tests.rules.changes import Change, both, session
from tests.rules.programmes import ROUND_TABLES, edition, printed

CHAMBER, HALL, SMALL = "trusteeship-council-chamber", "general-assembly-hall", "conference-room-4"
DAYS = ("day-1", "day-2")


@pytest.fixture(scope="module")
def forum() -> Forum:
    return edition().replace(release=None)


def closed(*rooms: str) -> Change:
    """Let other bodies have some rooms on days 1 and 2."""

    def change(forum: Forum) -> Forum:
        words = WindowWords(forum.clock)
        taken = [
            Closure(room=room, window=words.read(day), because="taken") for room in rooms for day in DAYS
        ]
        return forum.replace(closures=(*forum.closures, *taken))

    return change


def opened(*rooms: str) -> Change:
    """Open more rooms of the venue."""
    return lambda forum: forum.replace(
        rooms=(*forum.rooms, *(room for room in forum.venue.rooms if room.room in rooms))
    )


def round_tables_of(minutes: int) -> Change:
    return both(*(session(name, lambda one: one.replace(minutes=minutes)) for name in ROUND_TABLES))


def solved(forum: Forum, workers: int = 0):
    """Solve a forum; what is found breaks nothing by the judge."""
    rules = active_rules(forum)
    solution = solve(forum, rules, Limits(workers=workers))
    if solution.timetable:
        assert judge(forum, rules, solution.timetable).breaches == ()
    return solution


def level(solution, clause: str):
    (found,) = (one for one in solution.levels if clause in one.clauses)
    return found


def test_round_table_4_on_the_afternoon_of_day_2_breaks_its_days_and_the_order():
    forum = edition()
    timetable = printed(forum, f"day-2 15:00-18:00 {SMALL} round-table-4")
    breaches = judge(forum, active_rules(forum), timetable).breaches
    assert {breach.paragraph for breach in breaches} == {"18(a)"}
    assert {breach.tier for breach in breaches} == {"mandate"}
    sentences = {breach.clause: breach.sentence for breach in breaches}
    assert sentences == {
        "18(a)/round-table-days": (
            "Round table 4 is held from 15:00 on day-2 to 18:00 on day-2, outside day-1 and day-2 morning"
        ),
        "18(a)/order": (
            "Round table 4 ends at 18:00 on day-2, after Policy debate has begun at 15:00 on day-2"
        ),
        "18(a)/co-chairs-present": (
            "no co-chair of Round table 4 is free for Technical summaries of the round tables "
            "of Policy debate at 15:00 on day-2"
        ),
    }


def test_two_round_tables_of_90_minutes_in_one_meeting_need_no_parallel_pair(forum):
    short = round_tables_of(90)(forum)
    solution = solved(short)
    assert solution.status == "optimal"
    assert (level(solution, "practice/fewest-parallel").value, level(solution, "wish/fewest-torn").value) == (
        0,
        0,
    )
    places = [solution.timetable.by_meeting[name] for name in ROUND_TABLES]
    pairs = [(one, other) for one in places for other in places if one.meeting < other.meeting]
    assert not any(one.overlaps(other) for one, other in pairs)


def test_90_minutes_are_a_change_of_the_data_alone(tmp_path):
    folder = copied(tmp_path)
    text = (folder / "sessions.yaml").read_text(encoding="utf-8")
    begin, end = text.index("- session: round-table-1"), text.index("- session: policy-debate")
    tables = text[begin:end].replace("minutes: 180", "minutes: 90")
    (folder / "sessions.yaml").write_text(text[:begin] + tables + text[end:], encoding="utf-8")
    answer = schedule(folder, tmp_path / "out", ("json",), from_scratch=True)
    assert (answer.status, answer.faults) == ("optimal", ())
    found = level(answer.programme, "practice/fewest-parallel")
    assert (found.value, found.proven) == (0, True)
    assert answer.programme.verdict.breaches == ()


def test_round_tables_of_three_hours_need_a_parallel_pair(forum):
    found = level(solved(forum), "practice/fewest-parallel")
    assert (found.value, found.bound) == (1, 1)


@pytest.mark.parametrize(
    ("rooms", "more"),
    [((CHAMBER,), ("conference-room-1",)), ((CHAMBER, HALL), ("conference-room-1",)), ((CHAMBER,), ())],
)
def test_without_the_chamber_two_other_rooms_are_enough(forum, rooms, more):
    solution = solved(both(closed(*rooms), opened(*more))(forum))
    assert solution.status == "optimal"
    held = {solution.timetable.by_meeting[name].room for name in (*ROUND_TABLES, "policy-debate")}
    assert CHAMBER not in held


def test_the_chamber_is_taken_by_a_line_in_rooms_yaml(tmp_path):
    folder = copied(tmp_path)
    taken = "".join(f"\n  - {{room: {CHAMBER}, window: {day}, because: another conference}}" for day in DAYS)
    edited(folder / "rooms.yaml", ("closures: []", f"closures:{taken}"))
    answer = schedule(folder, tmp_path / "out", ("json",))
    assert (answer.status, answer.faults, answer.programme.release) == ("optimal", (), None)
    moved = [charge.subject for charge in answer.programme.verdict.charges if charge.clause == "release/room"]
    assert set(moved) >= {"round-table-1", "round-table-2", "round-table-4", "policy-debate"}
    assert {c.clause for c in answer.programme.verdict.charges}.isdisjoint({"release/day", "release/time"})


ONE_ROOM = closed(CHAMBER, HALL)


@pytest.mark.parametrize("workers", [1, 8])
def test_one_room_and_round_tables_of_three_hours_are_impossible(forum, workers):
    solution = solved(ONE_ROOM(forum), workers)
    assert (solution.status, solution.timetable, solution.levels) == ("impossible", None, ())


WAYS_OUT: dict[str, Change] = {
    "round tables of 90 minutes": both(ONE_ROOM, round_tables_of(90)),
    "two of them of 90 minutes": both(
        ONE_ROOM, *(session(name, lambda one: one.replace(minutes=90)) for name in ROUND_TABLES[:2])
    ),
    "a second room": both(ONE_ROOM, opened("conference-room-1")),
    "the chamber back": closed(HALL),
    "three round tables": both(
        ONE_ROOM,
        lambda forum: forum.replace(
            sessions=tuple(one for one in forum.sessions if one.session != "round-table-4")
        ),
    ),
}


@pytest.mark.parametrize("way", WAYS_OUT)
def test_each_way_out_makes_it_possible(forum, way):
    rules = active_rules(WAYS_OUT[way](forum))
    assert solve(WAYS_OUT[way](forum), rules).status == "optimal"


@pytest.mark.parametrize(
    "clause", ["18(a)/round-table-days", "physical/one-meeting-per-room", "physical/room-open"]
)
def test_without_one_of_its_reasons_it_is_possible(forum, clause):
    changed = ONE_ROOM(forum)
    rules = [rule for rule in active_rules(changed) if rule.clause.clause != clause]
    assert solve(changed, rules).status == "optimal"


def test_one_round_table_of_90_minutes_less_is_not_enough(forum):
    one_short = session("round-table-1", lambda one: one.replace(minutes=90))
    assert solved(both(ONE_ROOM, one_short)(forum)).status == "impossible"


def test_without_a_release_the_stage_is_the_same_forum_of_2022(forum):
    assert forum.replace(release=edition().release) == edition()
