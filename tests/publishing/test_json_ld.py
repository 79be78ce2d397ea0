"""``schedule.jsonld``: events in the words of schema.org, also those that moved and that are cancelled."""

import json
from typing import Any

from scheduler.domain.permanent_ids import permanent_uuid
from scheduler.domain.programme import Programme
from scheduler.publishing import publish

from .changed import MOVED, Places, after, changed, first, release
from .nasty_programme import NASTY, nasty
from .programmes import forum, programme, released, timetable

EVENT = "https://schema.org/Event"
LATER: Places = (("round-table-3", "spare-room", "day-2", 15, 18),)


def document(of: Programme) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(publish(of, ["json-ld"])["schedule.jsonld"])
    return found


def event(of: Programme, meeting: str) -> dict[str, Any]:
    name = f"urn:uuid:{permanent_uuid(of.forum, meeting)}"
    return next(one for one in document(of)["subEvent"] if one["@id"] == name)


def test_the_forum() -> None:
    found = document(programme())
    assert len(found.pop("subEvent")) == 6
    assert found == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "International Migration Review Forum 2022",
        "startDate": "2022-05-16",
        "endDate": "2022-05-18",
        "eventStatus": f"{EVENT}Scheduled",
        "url": "https://example.org/forum",
        "location": {"@type": "Place", "name": "United Nations Headquarters", "address": "New York"},
    }


def test_what_is_not_decided_is_said() -> None:
    found = document(programme(forum(placeholder="the dates are not decided", url="")))
    assert found["description"] == "Placeholder: the dates are not decided."
    assert "url" not in found


def test_a_meeting() -> None:
    found = event(programme(), "hearing-1")
    assert found.pop("description").startswith("With all relevant stakeholders.\nOpen to the floor.\n\n10:00")
    assert found.pop("@id") == f"urn:uuid:{found['identifier']}"
    del found["identifier"]
    assert found == {
        "@type": "Event",
        "name": "Multi-stakeholder hearing (1 of 2)",
        "startDate": "2022-05-16T10:00:00-04:00",
        "endDate": "2022-05-16T13:00:00-04:00",
        "eventStatus": f"{EVENT}Scheduled",
        "url": "https://example.org/hearing",
        "location": {
            "@type": "Place",
            "name": "Conference Room 4",
            "address": "Conference Building, New York",
        },
    }


def test_an_identifier_is_that_of_the_calendars() -> None:
    assert event(released(), "hearing-1")["identifier"] == "given-out-before@example.org"


def test_a_meeting_that_moved_says_when_it_was() -> None:
    found = event(changed(), "round-table-3")
    assert found["eventStatus"] == f"{EVENT}Rescheduled"
    assert found["previousStartDate"] == "2022-05-17T10:00:00-04:00"
    assert found["startDate"] == "2022-05-17T15:00:00-04:00"
    same = event(changed(), "plenary-1")
    assert same["eventStatus"] == f"{EVENT}Scheduled"
    assert "previousStartDate" not in same


def test_the_last_release_that_said_otherwise_counts_and_no_draft() -> None:
    plain = forum()
    second = release(2, plain, timetable(plain, MOVED), "tentative")
    third = release(3, plain, timetable(plain, LATER), "draft")
    fourth = release(4, plain, timetable(plain, LATER))
    found = event(after(first(), second, third, fourth, places=LATER), "round-table-3")
    assert found["previousStartDate"] == "2022-05-17T15:00:00-04:00"
    back = event(after(first(), second), "round-table-3")
    assert (back["eventStatus"], back["previousStartDate"]) == (
        f"{EVENT}Rescheduled",
        "2022-05-17T15:00:00-04:00",
    )
    only_a_draft = after(release(1, plain, timetable(plain), "draft"), places=MOVED)
    assert event(only_a_draft, "round-table-3")["eventStatus"] == f"{EVENT}Scheduled"


def test_another_room_is_no_other_time() -> None:
    places = (("round-table-3", "spare-room", "day-1", 10, 13),)
    assert event(after(first(), places=places), "round-table-3")["eventStatus"] == f"{EVENT}Scheduled"


def test_a_cancelled_meeting_stays() -> None:
    found = event(changed(), "round-table-4")
    del found["@id"], found["identifier"]
    assert found == {
        "@type": "Event",
        "name": "Round table 4",
        "startDate": "2022-05-17T10:00:00-04:00",
        "endDate": "2022-05-17T13:00:00-04:00",
        "eventStatus": f"{EVENT}Cancelled",
        "url": "https://example.org/forum",
        "location": {"@type": "Place", "name": "Trusteeship Council Chamber", "address": "New York"},
    }


def test_text_can_do_no_harm() -> None:
    content = publish(nasty(), ["json-ld"])["schedule.jsonld"].decode()
    assert "<" not in content
    assert NASTY[0] in json.dumps(json.loads(content))
