"""Zones in calendars say the same as the tables of the machine."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical

from scheduler.publishing.calendar_zone import zone_block

RULES = {
    "America/New_York": 2,
    "Australia/Lord_Howe": 2,
    "Australia/Sydney": 2,
    "Europe/Dublin": 2,
    "Europe/London": 2,
    "Pacific/Auckland": 2,
}
NO_CHANGES = (
    "Africa/Nairobi",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Etc/UTC",
    "Pacific/Kiritimati",
)
SINGLE = (
    "Africa/Casablanca",
    "Africa/Cairo",
    "America/Asuncion",
    "America/Santiago",
    "Asia/Gaza",
    "Asia/Tehran",
)


def observances(block: bytes) -> int:
    return block.count(b"BEGIN:STANDARD") + block.count(b"BEGIN:DAYLIGHT")


@pytest.mark.parametrize("timezone", [*RULES, *NO_CHANGES, *SINGLE])
@pytest.mark.parametrize("year", [2021, 2022, 2026, 2030])
def test_a_reader_gets_the_offsets_of_every_hour(timezone: str, year: int) -> None:
    text = zone_block(timezone, year, year).decode()
    read = tzical(StringIO(text)).get(timezone)
    zone = ZoneInfo(timezone)
    moment = datetime(year, 1, 1, tzinfo=UTC)
    while moment.year == year:
        wall = moment.astimezone(zone)
        plain = wall.replace(tzinfo=None)
        if zone.utcoffset(plain) == zone.utcoffset(plain.replace(fold=1)):
            assert read.utcoffset(plain) == wall.utcoffset(), wall
        moment += timedelta(hours=7)


@pytest.mark.parametrize(("timezone", "count"), RULES.items())
def test_a_yearly_rule_is_written_where_one_fits(timezone: str, count: int) -> None:
    block = zone_block(timezone, 2022, 2022)
    assert observances(block) == block.count(b"RRULE:FREQ=YEARLY;BYMONTH=") == count


def test_new_york_changes_at_two_in_the_morning() -> None:
    assert zone_block("America/New_York", 2022, 2022).decode().split("\r\n") == [
        "BEGIN:VTIMEZONE",
        "TZID:America/New_York",
        "BEGIN:DAYLIGHT",
        "DTSTART:20210314T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0400",
        "TZNAME:EDT",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20211107T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
        "TZOFFSETFROM:-0400",
        "TZOFFSETTO:-0500",
        "TZNAME:EST",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]


def test_the_last_sunday_is_called_the_last() -> None:
    assert b"BYMONTH=3;BYDAY=-1SU" in zone_block("Europe/London", 2022, 2022)


def test_irish_summer_time_is_daylight_whatever_the_tables_call_it() -> None:
    block = zone_block("Europe/Dublin", 2022, 2022)
    daylight = block[block.index(b"BEGIN:DAYLIGHT") : block.index(b"END:DAYLIGHT")]
    assert b"TZOFFSETTO:+0100" in daylight


@pytest.mark.parametrize("timezone", NO_CHANGES)
def test_a_zone_that_never_changes_has_one_observance(timezone: str) -> None:
    block = zone_block(timezone, 2022, 2022)
    assert observances(block) == 1
    assert b"DTSTART:19700101T000000" in block


@pytest.mark.parametrize("timezone", SINGLE)
def test_where_no_rule_fits_each_change_stands_by_itself(timezone: str) -> None:
    block = zone_block(timezone, 2022, 2022)
    assert observances(block) > 2
    assert b"RRULE" not in block
    assert b"RDATE" not in block


def test_an_offset_may_have_seconds() -> None:
    assert b"TZOFFSETTO:+001932" in zone_block("Europe/Amsterdam", 1925, 1925)
