"""Timetables from calendars: events are known by their ids, else by titles and rooms."""

from pathlib import Path

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.permanent_ids import permanent_id
from scheduler.reading import read_timetable
from scheduler.reading.timetable import ReadTimetable
from tests.reading.small import problems_in, small

ZONE = """\
BEGIN:VTIMEZONE
TZID:House time
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:-0400
TZOFFSETTO:-0400
END:STANDARD
END:VTIMEZONE
"""


def event(
    title: str = "A talk",
    room: str = "Great Hall",
    start: str = ":20300311T150000",
    *more: str,
    end: str = "",
) -> str:
    """Return an event; what stands behind a property's name is given with its colon."""
    lines = ["BEGIN:VEVENT", f"SUMMARY:{title}", f"LOCATION:{room}", f"DTSTART{start}"]
    ends = end or start.replace("T15", "T18").replace("T10", "T13")
    lines += [f"DTEND{ends}"] if ends != "none" else []
    return "\n".join([*lines, *more, "END:VEVENT"])


def calendar(*parts: str) -> str:
    """Return a calendar of events and time zones."""
    body = "\n".join(part.rstrip("\n") for part in parts)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n{body}\nEND:VCALENDAR\n".replace("\n\n", "\n")


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "a.ics"
    path.write_bytes(text.encode())
    return path


def _read(forum: Forum, tmp_path: Path, *parts: str) -> ReadTimetable:
    return read_timetable(_file(tmp_path, calendar(*parts)), forum)


def _words(forum: Forum, read: ReadTimetable) -> list[str]:
    return [
        f"{one.meeting} {one.room} {forum.clock.words(one.start)} {forum.clock.words(one.end)}"
        for one in read.timetable.placements
    ]


_TALK = ["talk hall 15:00 on day-1 18:00 on day-1"]


@pytest.mark.parametrize(
    ("start", "end", "more"),
    [
        (":20300311T150000", "", ()),
        (":20300311T190000Z", ":20300311T220000Z", ()),
        (";TZID=America/New_York:20300311T150000", "", ()),
        (";TZID=Europe/Paris:20300311T200000", ":20300311T220000Z", ()),
        (";TZID=Eastern Standard Time:20300311T150000", "", ()),
        (";TZID=House time:20300311T150000", "", ()),
        (":20300311T150000", "none", ("DURATION:PT3H",)),
        (";TZID=America/New_York:20300311T150000", "none", ("DURATION:PT3H",)),
        (
            ";VALUE=DATE-TIME:20300311T150000",
            "",
            ("STATUS:CONFIRMED", "UID:x", "DESCRIPTION:10:00-12:00 Opening"),
        ),
    ],
)
def test_times_are_read_as_calendars_write_them(
    start: str, end: str, more: tuple[str, ...], forum: Forum, tmp_path: Path
) -> None:
    read = _read(forum, tmp_path, ZONE, event("A talk", "hall", start, *more, end=end))
    assert _words(forum, read) == _TALK
    assert read.matches == ('"A talk" was taken for talk (A talk)',)


def test_lengths_pass_over_a_change_of_clocks(forum: Forum, tmp_path: Path) -> None:
    read = _read(forum, tmp_path, event("A talk", "hall", ":20300310T000000", "DURATION:PT4H", end="none"))
    assert _words(forum, read) == ["talk hall 00:00 on 2030-03-10 05:00 on 2030-03-10"]


def test_ids_of_releases_count_before_titles(forum: Forum, tmp_path: Path) -> None:
    released = event("Workshop", "hall", ":20300311T150000", "UID:uid-of-talk")
    made = event("Anything", "hall", ":20300311T100000", f"UID:{permanent_id(forum, 'workshop')}")
    read = _read(forum, tmp_path, released, made)
    assert [one.meeting for one in read.timetable.placements] == ["workshop", "talk"]
    assert read.matches == ()


def test_a_session_named_as_a_whole_is_dealt_out_by_time(forum: Forum, tmp_path: Path) -> None:
    read = _read(
        forum,
        tmp_path,
        event("Plenary (afternoon)", "Great Halle", ":20300312T150000"),
        event("PLENARY", "Great  hall", ":20300312T100000"),
    )
    assert [one.meeting for one in read.timetable.placements] == ["plenary-1", "plenary-2"]
    assert read.matches == (
        '"PLENARY" was taken for plenary-1 (1st plenary meeting)',
        '"Plenary (afternoon)" was taken for plenary-2 (2nd plenary meeting)',
        '"Great Halle" was taken for hall (Great Hall)',
        '"Great hall" was taken for hall (Great Hall)',
    )


def test_a_session_named_as_a_whole_leaves_room_for_meetings_by_title(forum: Forum, tmp_path: Path) -> None:
    read = _read(
        forum,
        tmp_path,
        event("Plenary", "hall", ":20300312T150000"),
        event("1st plenary meeting: opening", "hall", ":20300312T100000"),
    )
    assert [one.meeting for one in read.timetable.placements] == ["plenary-1", "plenary-2"]


def test_rooms_with_other_numbers_are_other_rooms(forum: Forum, tmp_path: Path) -> None:
    read = _read(forum, tmp_path, event("A talk", "Annex 1"), event("Workshop", "annexe 2"))
    assert [one.room for one in read.timetable.placements] == ["cellar", "annex"]
    found = problems_in(_file(tmp_path, calendar(event("A talk", "Annex 3"))), forum)
    assert [one.sentence for one in found] == [
        "there is no room 'Annex 3'. Maybe one of Annex 1, Annex 2, Great Hall"
    ]


def test_what_is_no_meeting_is_named(forum: Forum, tmp_path: Path) -> None:
    read = _read(
        forum,
        tmp_path,
        event("Lunch", "nowhere", ";TZID=Nowhere:20300311T130000", "RRULE:FREQ=DAILY"),
        event("A talk", "hall", ":20300311T150000", "STATUS:cancelled"),
        event("Workshop", "hall", ";VALUE=DATE:20300311", end="none"),
        "BEGIN:VEVENT\nDTSTART:20300311T150000\nEND:VEVENT",
    )
    assert read.timetable.placements == ()
    assert read.not_judged[:4] == (
        '"Lunch" is not judged: no meeting has such a title',
        '"A talk" is not judged: it is cancelled',
        '"Workshop" is not judged: it lasts all day',
        '"the event in line 23" is not judged: no meeting has such a title',
    )


def test_agendas_in_descriptions_are_derived_anew(forum: Forum, tmp_path: Path) -> None:
    read = _read(
        forum,
        tmp_path,
        event("1st plenary meeting", "hall", ":20300312T100000", "DESCRIPTION:10:00-12:00 Opening"),
        event("2nd plenary meeting", "hall", ":20300312T150000", end=":20300312T170000"),
    )
    lengths = [one.end - one.start for one in read.timetable.segments or ()]
    assert lengths == [30, 150, 100, 20]


_FAULTS = {
    "no zone": (
        (";TZID=Nowhere:20300311T150000",),
        "DTSTART",
        "there is no time zone 'Nowhere'. Maybe America/New_York",
    ),
    "skipped": (
        (";TZID=America/New_York:20300310T023000",),
        "DTSTART",
        "02:30 does not exist on 2030-03-10 in America/New_York: clocks are put forward",
    ),
    "no date": ((":2030-03-11",), "DTSTART", "'2030-03-11' is no date and time. Maybe 20220517T100000"),
    "a length": ((":PT3H",), "DTSTART", "'PT3H' is no date and time. Maybe 20220517T100000"),
    "year": (
        (":00010101T000000Z",),
        "DTSTART",
        "'00010101T000000Z' is no date and time. Maybe 20220517T100000",
    ),
    "far": ((":20350311T150000",), "DTSTART", "2035-03-11 is more than a year away from the forum."),
    "seconds": (
        (":20300311T150030",),
        "DTSTART",
        "'2030-03-11 15:00:30' is not a whole minute. Maybe 2030-03-11 15:00",
    ),
    "repeated": ((":20300311T150000", "RRULE:FREQ=DAILY"), "RRULE", "the event is repeated (RRULE)."),
    "moved": (
        (":20300311T150000", "RECURRENCE-ID:20300311T150000"),
        "RECURRENCE-ID",
        "the event is repeated",
    ),
    "two starts": (
        (":20300311T150000", "DTSTART:20300311T160000"),
        "DTSTART",
        "the event has several DTSTART.",
    ),
}


@pytest.mark.parametrize("case", _FAULTS)
def test_a_faulty_meeting_is_refused(case: str, forum: Forum, tmp_path: Path) -> None:
    (start, *more), field, sentence = _FAULTS[case]
    ends = ":20300311T180000"
    found = problems_in(_file(tmp_path, calendar(event("A talk", "hall", start, *more, end=ends))), forum)
    assert [(one.line, one.field) for one in found] == [(4, field)]
    assert found[0].sentence.startswith(sentence)


_ENDS = {
    "none": ("none", (), "DTEND", "the event has neither DTEND nor DURATION. Maybe add DTEND"),
    "broken length": (
        "none",
        ("DURATION:3 hours",),
        "DTEND",
        "'3 hours' is no length of a meeting. Maybe PT3H",
    ),
    "moment": (
        "none",
        ("DURATION:20300311T180000",),
        "DTEND",
        "'20300311T180000' is no length of a meeting.",
    ),
    "two lengths": ("none", ("DURATION:PT3H", "DURATION:PT3H"), "DTEND", "'PT3H' is no length of a meeting."),
    "endless": (
        "none",
        ("DURATION:P9999999D",),
        "DTEND",
        "'P9999999D' is no length of a meeting. Maybe PT3H",
    ),
    "a day": (";VALUE=DATE:20300312", (), "DTEND", "2030-03-12 is no time, but a whole day"),
    "before": (
        ":20300311T140000",
        (),
        "DTEND",
        "its end, 14:00 on day-1, is not after its start, 15:00 on day-1.",
    ),
}


@pytest.mark.parametrize("case", _ENDS)
def test_a_faulty_end_is_refused(case: str, forum: Forum, tmp_path: Path) -> None:
    end, more, field, sentence = _ENDS[case]
    text = calendar(event("A talk", "hall", ":20300311T150000", *more, end=end))
    found = problems_in(_file(tmp_path, text), forum)
    assert [one.field for one in found] == [field]
    assert found[0].sentence.startswith(sentence)


def test_an_event_without_a_start_or_a_room_is_refused(forum: Forum, tmp_path: Path) -> None:
    text = calendar("BEGIN:VEVENT\nSUMMARY:A talk\nDTEND:20300311T180000\nEND:VEVENT")
    found = problems_in(_file(tmp_path, text), forum)
    assert [(one.field, one.sentence) for one in found] == [
        ("DTSTART", "the event has no DTSTART. Maybe add it"),
        ("LOCATION", "is missing. Maybe add the name of the room"),
    ]


def test_one_meeting_twice_is_refused(forum: Forum, tmp_path: Path) -> None:
    found = problems_in(_file(tmp_path, calendar(event(), event())), forum)
    said = "talk stands here again, first in line 4. Maybe delete one of them"
    assert [(one.line, one.field, one.sentence) for one in found] == [(10, "SUMMARY", said)]


def test_a_title_of_several_meetings_is_refused(tmp_path: Path) -> None:
    forum = small(tmp_path)
    same = tuple(one.replace(title="Hearing") if one.session != "plenary" else one for one in forum.sessions)
    found = problems_in(_file(tmp_path, calendar(event("hearing"))), forum.replace(sessions=same))
    said = "'hearing' may be any meeting of talk, workshop. Maybe write one of these ids"
    assert [one.sentence for one in found] == [said]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("hello", "is no calendar: Content line could not be parsed into parts"),
        ("END:VCALENDAR\n", "is no calendar: "),
        (calendar(event()).replace("END:VCALENDAR\n", ""), "is no whole calendar: its end is missing."),
        (calendar(event()).replace("END:VEVENT\n", ""), "is no whole calendar: its end is missing."),
        ("BEGIN:VCALENDAR\n" * 5000, "is no whole calendar: its end is missing. Maybe export it again"),
    ],
)
def test_what_is_no_calendar_is_refused(text: str, sentence: str, forum: Forum, tmp_path: Path) -> None:
    found = problems_in(_file(tmp_path, text), forum)
    assert [(one.line, one.field) for one in found] == [(None, "")]
    assert found[0].sentence.startswith(sentence)


def test_several_calendars_in_one_file_are_one_timetable(forum: Forum, tmp_path: Path) -> None:
    text = calendar(event()) + calendar() + calendar(event("Workshop", "hall", ":20300312T100000"))
    assert len(read_timetable(_file(tmp_path, text), forum).timetable.placements) == 2
