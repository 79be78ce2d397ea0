"""Differences in sentences."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from scheduler.domain.difference import MeetingDifference, difference
from scheduler.domain.given_state import GivenState
from scheduler.domain.release import GivenMeeting, GivenSegment
from scheduler.domain.segment_difference import SegmentDifference
from scheduler.publishing.difference_words import counted, more_sentences, segment_sentence, sentences

ZONE = ZoneInfo("America/New_York")
TALK = GivenMeeting(
    id="talk",
    title="A\x07 talk,\r\nand more",
    room="hall",
    day="day-1",
    start=datetime(2022, 5, 17, 22, tzinfo=ZONE),
    end=datetime(2022, 5, 18, 1, tzinfo=ZONE),
)
WEEK = timedelta(days=7)
LATER = TALK.replace(start=TALK.start + WEEK, end=TALK.end + WEEK)
FROM = "hall, 22:00-01:00 (+1) on day-1 (Tuesday 17 May 2022)"


def said(before: GivenMeeting | None, now: GivenMeeting | None, zone: str = ZONE.key) -> list[str]:
    states = [
        GivenState(timezone=name, meetings=(one,) if one else (), rooms={"annex": "The\nAnnex"})
        for name, one in ((ZONE.key, before), (zone, now))
    ]
    found = difference(*states)
    return [sentence for one in found.meetings for sentence in sentences(one, found)]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (None, f"A talk, and more is cancelled; it was to be held in {FROM}"),
        (
            LATER,
            "A talk, and more is on another date: day-1 is Tuesday 24 May 2022, "
            "no longer Tuesday 17 May 2022; hall, 22:00-01:00 (+1)",
        ),
        (
            LATER.replace(room="annex"),
            f"A talk, and more moves from {FROM} to "
            "The Annex, 22:00-01:00 (+1) on day-1 (Tuesday 24 May 2022)",
        ),
        (
            LATER.replace(day=""),
            f"A talk, and more moves from {FROM} to hall, 22:00-01:00 (+1) on Tuesday 24 May 2022",
        ),
        (TALK.replace(title="\x07"), '"A talk, and more" is now called "talk"'),
    ],
)
def test_each_difference_is_one_sentence(now: GivenMeeting | None, expected: str) -> None:
    assert said(TALK, now) == [expected]


def test_what_is_added_says_where() -> None:
    assert said(None, TALK) == [f"A talk, and more is added: {FROM}"]


def test_times_of_two_zones_say_which() -> None:
    (sentence,) = said(TALK, TALK.replace(room="annex"), "America/Toronto")
    assert sentence.count("America/New_York time") == sentence.count("America/Toronto time") == 1


def part(minutes: int, title: str = "Part <1>") -> GivenSegment:
    end = TALK.start + timedelta(minutes=minutes)
    return GivenSegment(id="talk/part", meeting="talk", title=title, start=TALK.start, end=end)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (None, part(30), '"Part <1>" is added, 22:00-22:30'),
        (part(30), None, '"Part <1>" is taken out; it was 22:00-22:30'),
        (part(30), part(40), '"Part <1>" is held 22:00-22:40 instead of 22:00-22:30'),
        (part(30), part(30), '"Part <1>" stays at 22:00-22:30'),
        (part(30), part(30, "New"), '"New" stays at 22:00-22:30; it was called "Part <1>"'),
        (part(30, ""), part(40), '"Part <1>" is held 22:00-22:40 instead of 22:00-22:30'),
        (part(30), part(40, ""), '"talk/part" is held 22:00-22:40 instead of 22:00-22:30'),
    ],
)
def test_each_segment_is_one_sentence(
    before: GivenSegment | None, now: GivenSegment | None, expected: str
) -> None:
    assert segment_sentence(SegmentDifference(segment="talk/part", before=before, now=now)) == expected


def test_differences_are_counted_by_kind() -> None:
    one, two = (GivenState(timezone=ZONE.key, meetings=meetings) for meetings in ((TALK,), ()))
    assert counted(difference(one, one)) == "No meeting differs"
    assert counted(difference(one, two)) == "1 meeting differs: 1 cancelled"


def test_a_meeting_that_only_lasts_otherwise_does_not_move() -> None:
    before = GivenState(timezone="UTC", meetings=(given_meeting(13),))
    now = GivenState(timezone="UTC", meetings=(given_meeting(12),))
    found = difference(before, now)
    (sentence,) = sentences(found.meetings[0], found)
    assert sentence == (
        "Panel lasts from 10:00-12:00, no longer from 10:00-13:00; hall, Monday 7 January 2030"
    )


def given_meeting(end: int) -> GivenMeeting:
    return GivenMeeting(
        id="panel",
        title="Panel",
        room="hall",
        start=datetime(2030, 1, 7, 10, tzinfo=UTC),
        end=datetime(2030, 1, 7, end, tzinfo=UTC),
    )


def test_a_segment_in_another_meeting_is_held_there_instead() -> None:
    plenaries = [TALK.replace(id=f"plenary-{n}", title=f"{n} plenary meeting") for n in ("3rd", "4th")]
    before, now = part(30, "Closing"), part(40, "The close")
    one = SegmentDifference(
        segment="talk/part", before=before, now=now, left=plenaries[1], entered=plenaries[0]
    )
    assert segment_sentence(one) == (
        '"The close" is held in 3rd plenary meeting, 22:00-22:40, instead of in 4th plenary meeting, '
        '22:00-22:30; it was called "Closing"'
    )
    alone = MeetingDifference(meeting="plenary-4", kinds=("cancelled",), before=plenaries[1], segments=(one,))
    (sentence,) = more_sentences(alone)
    assert sentence == segment_sentence(one)
