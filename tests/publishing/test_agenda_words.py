"""What outputs say of a segment below its title."""

import pytest

from scheduler.domain.programme import Programme
from scheduler.publishing import publish
from scheduler.publishing.agenda_words import segment_details
from scheduler.publishing.held import held_meetings
from tests.mini import forum_of, timetable_of

TEXT = """day-1 10:00-13:00 hall plenary-1
          day-1 15:00-18:00 hall plenary-2
          day-1 10:00-13:00 plenary/debate
          day-1 15:00-18:00 plenary/debate"""


def programme(**words) -> Programme:
    part = {"segment": "debate", "title": "Debate", "over-breaks": True, **words}
    parties = [
        {"party": "ada", "name": "Ada", "kind": "officer"},
        {"party": "eve", "name": "Eve", "kind": "officer"},
    ]
    forum = forum_of({"sessions": {"plenary": {"meetings": 2, "segments": [part]}}, "parties": parties}, TEXT)
    return Programme(forum=forum, timetable=timetable_of(forum, TEXT), status="optimal")


def details(**words) -> list[tuple[str, ...]]:
    return [segment_details(part) for held in held_meetings(programme(**words)) for part in held.segments]


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [
        ({}, (), ()),
        ({"speakers": ["eve", "ada"]}, ("Speakers: Eve; Ada",), ("Speakers: Eve; Ada",)),
        ({"items": ["report"]}, ("Item: Report",), ("Item: Report",)),
        (
            {"items": ["remarks", "adoption-of-it"]},
            ("Items, in order: Remarks; Adoption of it",),
            ("Items, in order: Remarks; Adoption of it",),
        ),
        ({"reserved": 0}, (), ()),
        ({"reserved-percent": 0}, (), ()),
        (
            {"reserved": 1},
            ("1 minute of it is reserved for those who are not States (the forum's own figure)",),
            (),
        ),
        (
            {"reserved-percent": 30, "reserved-for": "cities\nand others", "certainty": "assumption"},
            ("108 minutes of it are reserved for cities and others (the forum's own figure, an assumption)",),
            (),
        ),
    ],
)
def test_details_are_in_their_order_and_reserved_time_is_said_once(words, first, second):
    assert details(**words) == [first, second]


def test_every_output_for_people_has_them():
    of = programme(speakers=["eve", "ada"], items=["remarks", "adoption"], reserved=20)
    lines = ("Speakers: Eve; Ada", "Items, in order: Remarks; Adoption", "20 minutes of it are reserved")
    for name in ("html", "txt", "report", "ics"):
        files = publish(of, (name,)).values()
        text = "\n".join(content.decode() for content in files).replace("\r\n ", "").replace("\\", "")
        assert all(line in text for line in lines), name
