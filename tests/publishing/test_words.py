"""Words, times and addresses as all outputs share them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from scheduler.domain.clock import Clock, Day
from scheduler.domain.session import Session
from scheduler.publishing.kinds import kind_colors
from scheduler.publishing.plain_words import clean, named, one_line, spelled
from scheduler.publishing.wall_times import date_span, hours, long_date, utc, zone_words

from .nasty_programme import NASTY
from .programmes import forum

NEW_YORK = ZoneInfo("America/New_York")


def test_nothing_unprintable_is_left() -> None:
    for text in NASTY:
        assert [one for one in clean(text) if one not in "\t\n" and one < " "] == []
        assert one_line(text).isprintable() or "\u200d" in text
    assert clean("a\r\nb\rc\x85d\u2028e\x0bf") == "a\nb\nc\nd\ne\nf"
    assert one_line(" a\t b\n\nc ") == "a b c"
    assert named("\x07", "id") == "id"


@pytest.mark.parametrize(
    ("identifier", "words"),
    [
        ("keynote-speaker", "Keynote speaker"),
        ("co-chair", "Co-chair"),
        ("vice-president", "Vice-president"),
        ("day-1", "Day 1"),
        ("disco-ball", "Disco ball"),
    ],
)
def test_ids_are_read_as_words(identifier: str, words: str) -> None:
    assert spelled(identifier) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2022, 5, 16), date(2022, 5, 20), "16 to 20 May 2022"),
        (date(2022, 5, 16), date(2022, 5, 16), "16 May 2022"),
        (date(2022, 5, 30), date(2022, 6, 2), "30 May to 2 June 2022"),
        (date(2022, 12, 30), date(2023, 1, 2), "30 December 2022 to 2 January 2023"),
        (date(2022, 1, 30), date(2023, 1, 2), "30 January 2022 to 2 January 2023"),
    ],
)
def test_dates_are_said_once(first: date, last: date, words: str) -> None:
    assert date_span(first, last) == words


def test_dates_and_hours_are_english() -> None:
    assert long_date(date(2022, 5, 17)) == "Tuesday 17 May 2022"
    assert hours(datetime(2022, 5, 17, 10), datetime(2022, 5, 17, 13)) == "10:00-13:00"  # noqa: DTZ001
    assert hours(datetime(2022, 5, 17, 22), datetime(2022, 5, 18, 1)) == "22:00-01:00 (+1)"  # noqa: DTZ001


def test_zones_are_named_with_their_offsets() -> None:
    winter, summer = datetime(2022, 1, 1, tzinfo=NEW_YORK), datetime(2022, 7, 1, tzinfo=NEW_YORK)
    assert zone_words("America/New_York", [summer, summer]) == "America/New_York (EDT, UTC-04:00)"
    assert (
        zone_words("America/New_York", [winter, summer])
        == "America/New_York (EST, UTC-05:00; EDT, UTC-04:00)"
    )
    kathmandu = datetime(2022, 1, 1, tzinfo=ZoneInfo("Asia/Kathmandu"))
    assert zone_words("Asia/Kathmandu", [kathmandu]) == "Asia/Kathmandu (UTC+05:45)"
    assert zone_words("UTC", [datetime(2022, 1, 1, tzinfo=UTC)]) == "UTC"
    assert zone_words("Asia/Tokyo", []) == "Asia/Tokyo"


def test_stamps_are_read_in_utc() -> None:
    assert utc(datetime(2022, 7, 1, 12, tzinfo=NEW_YORK)) == datetime(2022, 7, 1, 16, tzinfo=UTC)
    assert utc(datetime(2022, 7, 1, 12)) == datetime(2022, 7, 1, 12, tzinfo=UTC)  # noqa: DTZ001


def test_kinds_share_colors_when_there_are_many() -> None:
    sessions = tuple(Session(session=f"s-{one}", kind=f"k-{one}", title="T", minutes=60) for one in range(7))
    assert kind_colors(forum(sessions=sessions))["k-6"] == 0
    assert list(kind_colors(forum()).values()) == [0, 1, 2]


def test_a_clock_in_one_day_needs_one_date() -> None:
    one = Clock(timezone="UTC", days=(Day(name="day-1", date=date(2022, 5, 16)),), periods=())
    assert date_span(one.days[0].date, one.days[-1].date) == "16 May 2022"
