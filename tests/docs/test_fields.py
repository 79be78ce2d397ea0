"""The page on files names every field that a planner can write, and no other."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, get_args

import pytest

from scheduler.domain.clause import Clause
from scheduler.domain.clock import Clock, Day
from scheduler.domain.criteria import CRITERIA
from scheduler.domain.forum import Forum
from scheduler.domain.inscription import Inscription, SpeakersEvent
from scheduler.domain.party import Party
from scheduler.domain.release import Release
from scheduler.domain.room import Closure
from scheduler.domain.session import Session
from scheduler.domain.side_events import SideEvent, Slot
from scheduler.domain.timetable import Placement, SegmentTime, Timetable
from scheduler.domain.value import Value
from scheduler.domain.window import Window, WindowWords
from scheduler.reading import read_forum
from scheduler.reading.bookings_csv import COLUMNS as BOOKING_COLUMNS
from scheduler.reading.bookings_csv import Booking
from scheduler.reading.forum_file import ForumFile
from scheduler.reading.layouts_file import AxisEntry
from scheduler.reading.parties import COLUMNS
from scheduler.reading.pin_clauses import Pin
from scheduler.reading.side_event_slots import SlotsHead
from scheduler.reading.side_events import COLUMNS as SIDE_EVENT_COLUMNS
from tests.docs.pages import ROOT

PAGE = (ROOT / "docs" / "how-to" / "files-of-a-forum.md").read_text(encoding="utf-8")
TABLE = re.compile(r"<!-- fields of (\S+) -->\n\n((?:\|.*\n)+)")
ROWS = dict(TABLE.findall(PAGE))
READERS = (
    ForumFile,
    Inscription,
    SpeakersEvent,
    Session,
    Closure,
    Booking,
    Party,
    Pin,
    Clause,
    AxisEntry,
    Forum,
    SideEvent,
    Slot,
    SlotsHead,
)
NOT_WRITTEN = {
    "Clause": {"options", "mandate", "place"},  # all other keys, the file's name, and where it stands
}
NOT_IN_FILES = {Clock, Day, Forum, Placement, Release, SegmentTime, Timetable, Window}
"""What readers make of the files: windows are words, days are names with dates."""


def found(models: tuple[type[Value], ...]) -> Iterator[type[Value]]:
    """Yield models with all that stand in them."""
    for model in models:
        yield model
        for info in model.model_fields.values():
            yield from found(tuple(inside(info.annotation)))


def inside(annotation: Any) -> Iterator[type[Value]]:
    if isinstance(annotation, type) and issubclass(annotation, Value):
        yield annotation
    for part in get_args(annotation):
        yield from inside(part)


def place(model: type[Value]) -> str:
    return f"{model.__module__}.{model.__name__}"


@pytest.mark.parametrize("name", ROWS)
def test_a_table_has_the_fields_of_its_class(name):
    module, _, cls = name.rpartition(".")
    fields = {info.alias for info in getattr(import_module(module), cls).model_fields.values()}
    assert re.findall(r"^\| `([^`]+)` \|", ROWS[name], re.MULTILINE), name
    written = re.findall(r"^\| `([^`]+)` \|", ROWS[name], re.MULTILINE)
    assert sorted(written) == sorted(fields - NOT_WRITTEN.get(cls, set()))


def test_every_class_that_is_read_from_files_has_a_table():
    assert {place(model) for model in {*found(READERS)} - NOT_IN_FILES} <= {*ROWS}


def test_the_columns_of_parties_are_its_fields():
    rows = re.findall(r"^\| `([^`]+)` \|", ROWS[place(Party)], re.MULTILINE)
    assert tuple(rows) == COLUMNS


def test_the_columns_of_bookings_are_its_fields():
    rows = re.findall(r"^\| `([^`]+)` \|", ROWS[place(Booking)], re.MULTILINE)
    assert tuple(rows) == BOOKING_COLUMNS


def test_the_columns_of_side_events_are_its_fields():
    rows = re.findall(r"^\| `([^`]+)` \|", ROWS[place(SideEvent)], re.MULTILINE)
    assert tuple(rows) == SIDE_EVENT_COLUMNS


def test_the_criteria_of_the_page_are_all_there_are():
    _, _, table = PAGE.partition("<!-- criteria -->")
    rows = re.findall(r"^\| `([^`]+)` \| (.*) \| (less|more) \|$", table.partition("\n## ")[0], re.MULTILINE)
    assert rows == [(one.id, one.title, one.better) for one in CRITERIA.values()]


def test_the_windows_of_the_page_are_understood():
    words = WindowWords(read_forum(ROOT / "data" / "imrf-2022").forum.clock)
    table = PAGE.partition("## Windows")[2].partition("\n## ")[0]
    shown = re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)
    assert len(shown) == 9
    for one in (*shown, "day-1 10:00 – 12:30", "day-1 18:00-24:00"):
        assert words.read(one).words == one
