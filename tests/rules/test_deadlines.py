"""The last days of milestones: the table of three editions, and the edges of the calendar."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from scheduler.domain.clock import Clock, Day
from scheduler.domain.forum import Forum, Milestone
from scheduler.options import vocabulary
from scheduler.reading import read_forum
from scheduler.rules import activate
from tests.mini import forum_of, rule_of

FOLDER = Path(__file__).parents[2] / "data" / "imrf-2022"
CLAUSES = {
    "stakeholder-list": "5/list",
    "secretary-general-report": "14/report",
    "background-notes": "22/notes",
    "co-facilitators": "25/co-facilitators",
    "summaries-distributed": "24(b)/summaries",
}
EDITIONS = {
    "2022-05-16": ("2022-02-17", "2022-02-22", "2022-04-05", "2022-03-17", "2022-06-06"),
    "2026-05-04": ("2026-02-05", "2026-02-10", "2026-03-24", "2026-03-05", "2026-05-22"),
    "2030-05-13": ("2030-02-14", "2030-02-19", "2030-04-02", "2030-03-14", "2030-06-03"),
}
TABLE = [
    (hearing, milestone, last)
    for hearing, lasts in EDITIONS.items()
    for milestone, last in zip(CLAUSES, lasts, strict=True)
]


@pytest.fixture(scope="module")
def edition() -> Forum:
    return read_forum(FOLDER).forum


def on(forum: Forum, hearing: str, milestone: str, done: str | None) -> Forum:
    """Hold a forum in the week of a hearing, with one milestone done on a date."""
    first = date.fromisoformat(hearing)
    names = "hearing-day", "day-1", "day-2", "day-3", "day-4"
    days = tuple(Day(name=name, date=first + timedelta(days=number)) for number, name in enumerate(names))
    clock = Clock(timezone=forum.clock.timezone, days=days, periods=forum.clock.periods)
    known = date.fromisoformat(done) if done else None
    milestones = (
        *(one for one in forum.milestones if one.milestone != milestone),
        Milestone(milestone=milestone, done=known),
    )
    return forum.replace(clock=clock, milestones=milestones)


def clause_in(forum: Forum, milestone: str):
    clause = next(one for one in forum.all_clauses if one.clause == CLAUSES[milestone])
    return activate(clause, vocabulary(forum))


@pytest.mark.parametrize(("hearing", "milestone", "last"), TABLE)
def test_the_last_day_is_still_in_time(edition, hearing, milestone, last):
    forum = on(edition, hearing, milestone, last)
    assert list(clause_in(forum, milestone).breaches(forum)) == []
    assert list(clause_in(forum, milestone).opens(forum)) == []


@pytest.mark.parametrize(("hearing", "milestone", "last"), TABLE)
def test_the_day_after_is_late(edition, hearing, milestone, last):
    late = (date.fromisoformat(last) + timedelta(days=1)).isoformat()
    forum = on(edition, hearing, milestone, late)
    (breach,) = clause_in(forum, milestone).breaches(forum)
    assert breach.sentence.startswith(f"{milestone} is done on {late}; the last day for it is {last}, ")
    assert breach.tier == "mandate"


@pytest.mark.parametrize(("hearing", "milestone", "last"), TABLE)
def test_what_nobody_has_said_is_open_and_names_the_last_day(edition, hearing, milestone, last):
    forum = on(edition, hearing, milestone, None)
    (point,) = clause_in(forum, milestone).opens(forum)
    assert f"the last day for it is {last}, " in point.sentence
    assert list(clause_in(forum, milestone).breaches(forum)) == []


EDGES = [
    ("2030-05-31", {"months-before": 3}, "2030-02-28"),
    ("2028-03-31", {"months-before": 1}, "2028-02-29"),
    ("2030-01-15", {"months-before": 1}, "2029-12-15"),
    ("2030-01-15", {"months-before": 2}, "2029-11-15"),
    ("2030-12-31", {"months-before": 12}, "2029-12-31"),
    ("2030-05-14", {"months-before": 0}, "2030-05-14"),
    ("2030-03-01", {"days-before": 1}, "2030-02-28"),
    ("2030-03-01", {"days-before": 0}, "2030-03-01"),
    ("2030-03-01", {"weeks-before": 1}, "2030-02-22"),
    ("2030-05-17", {"working-days-after": 0}, "2030-05-17"),
    ("2030-05-17", {"working-days-after": 1}, "2030-05-20"),
    ("2030-05-19", {"working-days-after": 1}, "2030-05-20"),
    ("2030-05-24", {"working-days-after": 1}, "2030-05-28"),
    ("2030-05-28", {"working-days-after": 1}, "2030-05-29"),
]
HOLIDAYS = [
    {"date": "2030-05-27", "name": "Memorial Day"},
    {"date": "2030-05-29", "name": "A day to avoid", "kind": "avoid"},
]


@pytest.mark.parametrize(("day", "length", "last"), EDGES)
def test_the_edges_of_the_calendar(day, length, last):
    overlay = {"days": {"day-1": day}, "milestones": [{"milestone": "notes"}], "holidays": HOLIDAYS}
    forum = forum_of(overlay)
    (point,) = rule_of(forum, "deadline", {"milestone": "notes", "day": "day-1", **length}).opens(forum)
    assert f"the last day for it is {last}, " in point.sentence
