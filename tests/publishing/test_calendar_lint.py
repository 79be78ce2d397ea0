"""The judge of calendars finds what it is there for."""

import pytest

from scheduler.publishing import calendars

from .calendar_lint import faults
from .programmes import released


@pytest.fixture(scope="module")
def right() -> bytes:
    return calendars.publish(released())["calendars/sessions/hearing.ics"]


def test_a_right_calendar_has_no_fault(right: bytes) -> None:
    assert faults(right) == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR", "begins with a byte order mark"),
        (b"VERSION:2.0\r\n", b"VERSION:2.0\n", "has a line end that is not CRLF"),
        (b"END:VCALENDAR\r\n", b"END:VCALENDAR", "does not end with END:VCALENDAR"),
        (b"VERSION:2.0\r\n", b"VERSION:2.0\r\n\r\n", "line 3 is empty"),
        (b"SEQUENCE:0", b"X-LONG:" + b"x" * 69, "has 76 octets"),
        (b"SEQUENCE:0", b"X-CUT:\xc3", "cuts a character"),
        (b"SEQUENCE:0", b"X-BELL:\x07", "has a control character"),
        (b"VERSION:2.0", b"VERSION:1.0", "VERSION is not 2.0"),
        (b"X-WR-CALNAME:International", b"X-WR-CALNAME:Other", "NAME and X-WR-CALNAME differ"),
        (b"X-PUBLISHED-TTL:PT6H", b"X-PUBLISHED-TTL:PT7H", "X-PUBLISHED-TTL differ"),
        (b";VALUE=DURATION", b"", "REFRESH-INTERVAL without VALUE=DURATION"),
        (b"COLOR:slateblue", b"COLOR:slateblue\r\nUID:one", "the calendar has a UID of its own"),
        (b"COLOR:slateblue", b"COLOR:slateblue\r\nMETHOD:PUBLISH", "the calendar has a METHOD of its own"),
        (b"COLOR:slateblue", b"X-COLOR:slateblue", "COLOR is there 0 times"),
        (b"COLOR:slateblue", b"COLOR:slateblue\r\nSOURCE:https://x", "SOURCE without VALUE=URI"),
        (b"CONFERENCE;VALUE=URI", b"CONFERENCE", "CONFERENCE without VALUE=URI"),
        (b"TZID:America/New_York", b"TZID:America/Lima", "describes the zones ['America/Lima'], and uses"),
        (b"RRULE:", b"RDATE:", "has an observance that is not one change or one yearly rule"),
        (b"DTSTART:20210314T020000", b"DTSTART:20210314T070000Z", "onset that is not a plain"),
        (b"TZNAME:EDT\r\n", b"", "TZNAME is there 0 times"),
        (b"TRANSP:OPAQUE", b"TRANSP:OPAQUE\r\nATTENDEE:mailto:a@b.c", "has ATTENDEE"),
        (b"TRANSP:OPAQUE", b"TRANSP:OPAQUE\r\nRRULE:FREQ=DAILY", "has RRULE"),
        (
            b"TRANSP:OPAQUE",
            b"TRANSP:OPAQUE\r\nBEGIN:VALARM\r\nEND:VALARM",
            "has an alarm or something else inside",
        ),
        (b"STATUS:CONFIRMED", b"STATUS:MAYBE", "STATUS is MAYBE"),
        (b"STATUS:CONFIRMED", b"STATUS:CANCELLED", "TRANSP does not go with STATUS"),
        (b"SEQUENCE:0", b"SEQUENCE:-1", "SEQUENCE is no number"),
        (b"CREATED:20220502T093015Z", b"CREATED:20220502T093015", "CREATED is not in UTC"),
        (b"DTSTAMP:20220502T093015Z", b"DTSTAMP:20220502T093016Z", "DTSTAMP and LAST-MODIFIED differ"),
        (b"SUMMARY:Multi-stakeholder hearing (1 of 2)", b"SUMMARY: ", "SUMMARY is empty"),
        (b"SUMMARY:Multi", b"SUMMARY:Multi;", "SUMMARY is not escaped right"),
        (b"SUMMARY:Multi", b"SUMMARY:Multi\\x", "SUMMARY is not escaped right"),
        (b"URL:https://example.org/hearing", b"URL:hearing", "URL is no address"),
        (b";TZID=America/New_York:20220516T10", b":20220516T10", "DTSTART is neither in a zone nor in UTC"),
        (b"New_York:20220516T130000", b"New_York:20220516T100000", "DTEND is not after DTSTART"),
        (b"UID:given-out-before@example.org\r\n", b"", "UID is there 0 times"),
    ],
)
def test_a_fault_is_found(right: bytes, old: bytes, new: bytes, sentence: str) -> None:
    assert old in right
    assert sentence in "\n".join(faults(right.replace(old, new, 1)))


def test_a_method_is_found_where_it_has_to_be(right: bytes) -> None:
    assert faults(right, "CANCEL") == ["METHOD is not CANCEL"]
    message = right.replace(b"COLOR:slateblue", b"METHOD:CANCEL\r\nCOLOR:slateblue")
    assert faults(message, "CANCEL") == []


def test_events_are_told_apart(right: bytes) -> None:
    start, end = right.index(b"BEGIN:VEVENT"), right.index(b"END:VCALENDAR")
    assert "is there twice" in "\n".join(faults(right[:end] + right[start:end] + right[end:]))


def test_order_is_judged(right: bytes) -> None:
    start, middle = right.index(b"BEGIN:VTIMEZONE"), right.index(b"BEGIN:VEVENT")
    end = right.index(b"END:VCALENDAR")
    swapped = right[:start] + right[middle:end] + right[start:middle] + right[end:]
    assert faults(swapped) == ["has a zone after an event"]
    assert "has no event" in faults(right[:start] + right[end:])
    journal = right.replace(b":VEVENT", b":VJOURNAL")
    assert "has something beside zones and events" in faults(journal)
