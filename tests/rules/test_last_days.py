"""Rules that speak of milestones say their last days: the table of three editions, and what is left out."""

from pathlib import Path

import pytest

from scheduler.domain.forum import Forum
from scheduler.reading import read_forum
from scheduler.use_cases.milestones import last_days
from tests.mini import forum_of, rule_of
from tests.rules.test_deadlines import CLAUSES, EDGES, EDITIONS, FOLDER, HOLIDAYS, TABLE, on

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def edition() -> Forum:
    return read_forum(FOLDER).forum


@pytest.fixture(scope="module")
def rules():
    return read_forum(FOLDER).rules


def days_of(forum: Forum, rules, milestone: str):
    return [one for one in last_days(forum, rules) if one.milestone == milestone]


def small(day: str, length: dict[str, int]):
    overlay = {"days": {"day-1": day}, "milestones": [{"milestone": "notes"}], "holidays": HOLIDAYS}
    forum = forum_of(overlay)
    (last,) = rule_of(forum, "deadline", {"milestone": "notes", "day": "day-1", **length}).last_days(forum)
    return last


@pytest.mark.parametrize(("hearing", "milestone", "last"), TABLE)
def test_the_table_of_three_editions(edition, rules, hearing, milestone, last):
    (found,) = days_of(on(edition, hearing, milestone, None), rules, milestone)
    assert found.on.isoformat() == last
    assert found.clause.clause == CLAUSES[milestone]
    assert not found.is_wish


@pytest.mark.parametrize(
    ("hearing", "left_out"),
    [("2022-05-16", ["2022-05-30"]), ("2026-05-04", []), ("2030-05-13", ["2030-05-27"])],
)
def test_memorial_day_is_left_out_where_it_falls_in_between(edition, rules, hearing, left_out):
    (found,) = days_of(on(edition, hearing, "notes", None), rules, "summaries-distributed")
    assert [(one.date.isoformat(), one.name) for one in found.left_out] == [
        (day, "Memorial Day") for day in left_out
    ]
    assert found.weekends
    assert (found.day, found.counted) == ("day-4", "10 working days after day-4")


@pytest.mark.parametrize("hearing", EDITIONS)
def test_a_wish_is_told_from_a_last_day(edition, rules, hearing):
    (found,) = days_of(on(edition, hearing, "notes", None), rules, "progress-declaration-agreed")
    assert found.on.isoformat() == hearing
    assert found.is_wish
    assert found.counted == "1 day before day-1"


@pytest.mark.parametrize(("day", "length", "last"), EDGES)
def test_the_edges_of_the_calendar(day, length, last):
    assert small(day, length).on.isoformat() == last


COUNTED = [
    ({"months-before": 0}, "on day-1"),
    ({"months-before": 1}, "1 month before day-1"),
    ({"weeks-before": 1}, "1 week before day-1"),
    ({"days-before": 2}, "2 days before day-1"),
    ({"working-days-after": 1}, "1 working day after day-1"),
]


@pytest.mark.parametrize(("length", "words"), COUNTED)
def test_how_it_is_counted(length, words):
    assert small("2030-05-24", length).counted == words


@pytest.mark.parametrize(
    ("day", "number", "left_out", "weekends"),
    [
        ("2030-05-24", 1, 1, True),  # a Friday before Memorial Day
        ("2030-05-27", 1, 0, False),  # Memorial Day itself
        ("2030-05-28", 1, 0, False),  # before a day to avoid, on which work is done
        ("2030-05-31", 1, 0, True),
        ("2030-05-23", 0, 0, False),
    ],
)
def test_what_is_left_out(day, number, left_out, weekends):
    found = small(day, {"working-days-after": number})
    assert (len(found.left_out), found.weekends) == (left_out, weekends)


def test_a_holiday_on_a_weekend_takes_no_working_day_away():
    holidays = [{"date": "2032-12-25", "name": "Christmas Day"}]
    overlay = {"days": {"day-1": "2032-12-24"}, "milestones": [{"milestone": "notes"}], "holidays": holidays}
    forum = forum_of(overlay)
    options = {"milestone": "notes", "day": "day-1", "working-days-after": 2}
    (found,) = rule_of(forum, "deadline", options).last_days(forum)
    assert (found.on.isoformat(), found.left_out, found.weekends) == ("2032-12-28", (), True)


def test_only_days_that_are_counted_are_left_out():
    assert small("2030-06-03", {"weeks-before": 1}).left_out == ()
    assert not small("2030-06-03", {"weeks-before": 1}).weekends


@pytest.mark.parametrize("name", ["imrf-2022", "imrf-2026", "imrf-2030"])
def test_every_milestone_of_the_bundled_forums_has_one_last_day(name):
    reading = read_forum(DATA / name)
    found = sorted(one.milestone for one in last_days(reading.forum, reading.rules))
    assert found == sorted(one.milestone for one in reading.forum.milestones)
