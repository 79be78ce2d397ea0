"""Ways out of an impossible forum, each with its programme."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from scheduler.domain.verdict import Breach, Verdict
from scheduler.judging import judge
from scheduler.reading import read_forum
from scheduler.rules import active_rules
from scheduler.solving import Limits, Solution
from scheduler.solving.run import Deadline
from scheduler.use_cases import ways_out as use_case
from scheduler.use_cases.apply_relaxations import apply_relaxations
from scheduler.use_cases.ways_out import ways_out
from tests.reading import small

DATA = Path(__file__).parents[2] / "data"
OPEN = "  - clause: nature/open\n    tier: physical\n    says: A room is open.\n    rule: room-open\n"
CLOSED = "open: [hall]\nclosures:\n  # repairs\n  - {room: hall, window: day-1, because: repairs}\n"
LATE = """\
  - clause: 3/late
    paragraph: "3"
    tier: mandate
    says: The talk is on the second day.
    rule: within
    sessions: {session: talk}
    windows: [day-2]
"""


HOURS = """\
  - clause: custom/hours
    tier: practice
    says: Talks are within the hours.
    source: custom
    certainty: high
    rule: official-hours
    sessions: {session: talk}
"""
TALKS = """\
  - clause: custom/talks
    tier: practice
    says: There are three talks.
    source: custom
    certainty: high
    rule: so-many
    sessions: {kind: talk}
    exactly: 3
"""
LONG = small.SESSIONS.replace(
    "    minutes: 180\n", "    minutes: 240\n    segments: [{segment: all, title: All, minutes: 240}]\n", 1
)


@pytest.fixture
def closed(tmp_path):
    """Return the small forum, whose talk has no room on its day."""
    changed = {"mandates/physical.yaml": small.PHYSICAL + OPEN, "small-2030/rooms.yaml": CLOSED}
    return small.write(tmp_path, **changed)


def names(answer):
    return [[one.name for one in way.relaxations] for way in answer.found]


def test_a_possible_forum_needs_no_way_out(tmp_path):
    answer = ways_out(small.write(tmp_path))
    assert (answer.possible, answer.found, answer.blocked, answer.complete) == (True, (), (), True)


def test_ways_out_come_with_their_programmes(closed):
    told = []
    answer = ways_out(closed, tell=told.append)
    assert (answer.possible, answer.complete, answer.blocked) == (False, True, ())
    assert names(answer) == [["open-room annex"], ["reopen-room hall day-1 repairs"]]
    assert [(way.price, way.aside, way.cheapest) for way in answer.found] == [(2, 0, True), (4, 0, True)]
    for way in answer.found:
        held = way.programme
        assert held.status == "optimal"
        assert held.verdict == judge(held.forum, active_rules(held.forum), held.timetable)
        assert held.verdict.breaches == ()
        assert [level.clauses for level in held.levels] == list(held.forum.levels)
        assert all(level.released is not None and level.proven for level in held.levels)
    assert "looking for ways out: question 1" in told


def test_what_was_read_before_is_not_read_again(closed):
    reading = read_forum(closed)
    cheap = reading.forum.replace(costs={"reopen-room": 1})
    answer = ways_out(closed, 1, reading=replace(reading, forum=cheap))
    assert names(answer) == [["reopen-room hall day-1 repairs"]]


def test_without_a_release_there_is_nothing_to_compare_with(closed):
    shutil.rmtree(closed / "releases")
    answer = ways_out(closed, 1)
    assert {level.released for level in answer.found[0].programme.levels} == {None}


def test_where_only_mandates_stand_in_the_way_they_are_named(tmp_path):
    answer = ways_out(small.write(tmp_path, **{"mandates/charter.yaml": small.CHARTER + LATE}))
    assert (answer.possible, answer.found, answer.complete) == (False, (), True)
    (clash,) = answer.blocked
    assert [(one.name, one.paragraph) for one in clash.members] == [
        ("clause 2/windows", "2"),
        ("clause 3/late", "3"),
    ]
    assert clash.verified


def test_what_the_data_breaks_is_put_right_first(tmp_path):
    three = TALKS.replace("practice", "mandate")
    answer = ways_out(
        small.write(
            tmp_path,
            **{
                "mandates/physical.yaml": small.PHYSICAL + OPEN,
                "small-2030/rooms.yaml": CLOSED,
                "mandates/charter.yaml": small.CHARTER + three,
            },
        )
    )
    assert [one.clause for one in answer.stopped] == ["custom/talks"]
    assert (answer.possible, answer.found, answer.offered, answer.complete) == (False, (), (), True)


def test_a_practice_that_the_data_breaks_is_set_aside_in_each_way_out(closed):
    (closed.parent / "mandates" / "charter.yaml").write_text(small.CHARTER + TALKS, encoding="utf-8")
    answer = ways_out(closed, 1)
    assert names(answer) == [["open-room annex", "set-aside custom/talks"]]
    (way,) = answer.found
    assert (way.price, way.aside, way.programme.verdict.breaches) == (8, 1, ())
    apply_relaxations(closed, answer.forum, way.relaxations)
    reading = read_forum(closed)
    assert judge(reading.forum, reading.rules, way.programme.timetable).breaches == ()


def test_the_hours_are_left_only_where_nothing_else_helps(closed):
    charter = closed.parent / "mandates" / "charter.yaml"
    charter.write_text(small.CHARTER + HOURS, encoding="utf-8")
    answer = ways_out(closed, 3)
    assert names(answer) == [["open-room annex"], ["reopen-room hall day-1 repairs"]]
    assert [one.name for one in answer.unasked] == ["set-aside custom/hours"]
    (closed / "sessions.yaml").write_text(LONG, encoding="utf-8")
    (closed / "rooms.yaml").write_text(small.ROOMS, encoding="utf-8")
    shutil.rmtree(closed / "releases")
    answer = ways_out(closed, 3)
    assert names(answer) == [["set-aside custom/hours"]]
    assert answer.unasked == ()


def test_without_time_nothing_is_known(closed):
    answer = ways_out(closed, limits=Limits(0))
    assert (answer.possible, answer.found, answer.complete, answer.blocked) == (False, (), False, ())


def test_the_first_timetable_counts_where_there_is_no_time_for_the_best(closed, monkeypatch):
    whole = use_case.solved_and_judged

    def late(*words):
        return replace(whole(*words), solution=Solution("unknown"), verdict=Verdict())

    monkeypatch.setattr(use_case, "solved_and_judged", late)
    (way,) = ways_out(closed, 1).found
    assert way.programme.status == "feasible"
    assert len(way.programme.timetable.placements) == 4
    assert [level.bound for level in way.programme.levels] == [0] * len(way.programme.forum.levels)
    assert way.programme.verdict.breaches == ()


def test_what_the_judge_does_not_accept_is_no_way_out(closed, monkeypatch):
    whole = use_case.solved_and_judged
    breach = Breach(clause="x", mandate="m", paragraph="", tier="practice", subject="s", sentence="is broken")

    def judged(forum, *words):
        found = whole(forum, *words)
        return replace(found, verdict=Verdict(breaches=(breach,))) if len(forum.rooms) > 1 else found

    monkeypatch.setattr(use_case, "solved_and_judged", judged)
    assert names(ways_out(closed)) == [["reopen-room hall day-1 repairs"]]


def test_each_solve_leaves_time_to_the_next(closed, monkeypatch):
    given = []
    whole = use_case.solved_and_judged

    def seen(forum, rules, past, limits, tell):
        given.append(limits.deadline.left())
        return whole(forum, rules, past, limits, tell)

    monkeypatch.setattr(use_case, "solved_and_judged", seen)
    ways_out(closed, limits=Limits(500))
    assert given
    assert all(left is not None and left <= 250 for left in given)
    assert Deadline(None).left() is None


def test_the_forum_of_2022_without_its_rooms(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    folder = tmp_path / "data" / "imrf-2022"
    rooms = (folder / "rooms.yaml").read_text(encoding="utf-8")
    taken = "".join(
        f"\n  - {{room: {room}, window: {day}}}"
        for room in ("trusteeship-council-chamber", "general-assembly-hall")
        for day in ("day-1", "day-2")
    )
    (folder / "rooms.yaml").write_text(rooms.replace("closures: []", f"closures:{taken}"), encoding="utf-8")
    shutil.rmtree(folder / "releases")
    answer = ways_out(folder, 2)
    assert names(answer) == [["open-room conference-room-1"], ["open-room ecosoc-chamber"]]
    before = read_forum(DATA / "imrf-2022").forum
    for way in answer.found:
        assert {one.clause for one in way.programme.verdict.breaches} == set()
        assert way.programme.forum.sessions == before.sessions
