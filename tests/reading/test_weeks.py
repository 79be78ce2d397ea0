"""Weeks in which a forum could be held: whole, within two dates, with what is kept in them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.domain.date_words import MONTHS, day_and_month, day_month_year
from scheduler.reading import read_forum
from scheduler.reading.weeks import Week, weeks_of
from tests.mini import forum_of
from tests.reading.small import HOUSE, write

FEW = settings(max_examples=60, deadline=None, derandomize=True, database=None)
WEEK = timedelta(weeks=1)
HOLIDAYS = """\
  - {date: 2030-03-15, name: Friday of Rest}
  - {date: 2030-03-19, name: Tuesday of Rest}
  - {date: 2030-03-27, name: Moon, give-or-take: 2}
  - {date: 2030-04-05, name: Star, give-or-take: 1}
  - {date: 2030-04-11, name: Sun, give-or-take: 2}
  - {date: 2030-04-22, name: Spring, give-or-take: 1}
  - {date: 2030-04-19, name: A wish, kind: avoid, give-or-take: 1}
"""


@pytest.fixture
def forum(tmp_path):
    """Return a forum on a Friday, Monday and Tuesday in March 2030, at a venue with some holidays."""
    return read_forum(write(tmp_path, **{"venues/house.yaml": HOUSE + HOLIDAYS})).forum


def titles(weeks):
    return [week.title for week in weeks]


def test_all_weeks_between_two_dates(forum):
    weeks = weeks_of(forum, date(2030, 3, 1), date(2030, 3, 19))
    assert [week.days for week in weeks] == [
        (
            ("hearing-day", date(2030, 3, 1) + number * WEEK),
            ("day-1", date(2030, 3, 4) + number * WEEK),
            ("day-2", date(2030, 3, 5) + number * WEEK),
        )
        for number in range(3)
    ]
    assert titles(weeks) == ["1 to 5 March 2030", "8 to 12 March 2030", "15 to 19 March 2030"]


def test_both_dates_are_within(forum):
    for first, last, count in (
        (date(2030, 3, 1), date(2030, 3, 5), 1),
        (date(2030, 3, 2), date(2030, 3, 12), 1),
        (date(2030, 3, 2), date(2030, 3, 11), 0),
        (date(2030, 3, 1), date(2030, 3, 11), 1),
        (date(2030, 3, 5), date(2030, 3, 1), 0),
    ):
        assert len(weeks_of(forum, first, last)) == count


@FEW
@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(-20, 100))
def test_no_week_is_missed_and_none_reaches_over_a_date(first, more):
    forum = forum_of({}, "day-1 10:00-13:00 hall a\n day-4 10:00-13:00 hall b")
    last = first + timedelta(days=more)
    days = [day.date for day in forum.clock.days]
    every = (days[0] + number * WEEK for number in range(-52 * 45, 52 * 45))
    wanted = [on for on in every if first <= on and on + (days[-1] - days[0]) <= last]
    weeks = weeks_of(forum, first, last)
    assert [week.days[0][1] for week in weeks] == wanted
    for week in weeks:
        assert [(on - week.days[0][1]).days for _, on in week.days] == [(on - days[0]).days for on in days]


def test_the_first_and_the_last_week_of_all_time(forum):
    assert titles(weeks_of(forum, date(1, 1, 1), date(1, 1, 12))) == ["5 to 9 January 1"]
    assert len(weeks_of(forum, date(9999, 12, 20), date(9999, 12, 31))) == 1
    assert weeks_of(forum, date(9999, 12, 31), date(9999, 12, 31)) == []


def test_what_the_venue_keeps_is_said(forum):
    words = [week.words for week in weeks_of(forum, date(2030, 3, 8), date(2030, 4, 9)) if week.holidays]
    assert words == [
        "15 to 19 March 2030: hearing-day, 15 March 2030, is Friday of Rest; "
        "day-2, 19 March 2030, is Tuesday of Rest",
        "5 to 9 April 2030: hearing-day, 5 April 2030, is Star (give or take 1 day)",
    ]


def test_holidays_of_uncertain_date_are_said_where_they_are_not_expected(forum):
    weeks = {week.days[0][1]: week for week in weeks_of(forum, date(2030, 3, 1), date(2030, 4, 30))}
    said = {on.isoformat(): week.uncertain for on, week in weeks.items() if week.uncertain}
    moon = "Moon, expected on 27 March 2030 (give or take 2 days), may fall on"
    sun = "Sun, expected on 11 April 2030 (give or take 2 days), may fall on"
    assert said == {
        "2030-03-22": (f"{moon} day-1 or day-2",),
        "2030-03-29": (f"{moon} hearing-day",),
        "2030-04-05": (f"{sun} day-2",),
        "2030-04-12": (f"{sun} hearing-day",),
    }


def test_titles_name_what_differs():
    days = {
        ("2030-05-17", "2030-05-20"): "17 to 20 May 2030",
        ("2030-04-29", "2030-05-03"): "29 April to 3 May 2030",
        ("2029-12-31", "2030-01-04"): "31 December 2029 to 4 January 2030",
        ("2030-05-17", "2030-05-17"): "17 May 2030",
    }
    for (first, last), title in days.items():
        one, other = date.fromisoformat(first), date.fromisoformat(last)
        found = [("day-1", one), ("day-2", other)] if one != other else [("day-1", one)]
        assert Week(tuple(found)).title == title


def test_dates_in_words():
    assert [day_and_month(date(2030, number, 1)) for number in range(1, 13)] == [f"1 {one}" for one in MONTHS]
    assert day_month_year(date(2022, 5, 17)) == "17 May 2022"
