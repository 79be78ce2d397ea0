"""Whoever has subscribed holds after each release exactly what there is."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from scheduler.domain.permanent_ids import permanent_id
from scheduler.publishing import calendars
from scheduler.use_cases.writing import write

from . import subscribers
from .story import autumn, three
from .subscribers import Missing, Subscriber, Upload, Vdirsyncer, radicale, served

CHAMBER = "Trusteeship Council Chamber"
TITLES = {
    "hearing-1": "Multi-stakeholder hearing (1 of 2)",
    "hearing-2": "Multi-stakeholder hearing (2 of 2)",
    "round-table-3": "Round table 3",
    "round-table-4": "Round table 4",
    "plenary-1": "1st plenary meeting",
    "plenary-2": "2nd plenary meeting",
}
EXPECTED = (
    """hearing-1     2022-11-04T10:00-04:00 2022-11-04T13:00-04:00 TENTATIVE 0 Conference Room 4
       hearing-2     2022-11-04T15:00-04:00 2022-11-04T18:00-04:00 TENTATIVE 0 Conference Room 4
       round-table-3 2022-11-05T10:00-04:00 2022-11-05T13:00-04:00 TENTATIVE 0 Conference Room 4
       round-table-4 2022-11-05T10:00-04:00 2022-11-05T13:00-04:00 TENTATIVE 0 Trusteeship Council Chamber
       plenary-1     2022-11-06T10:00-05:00 2022-11-06T13:00-05:00 TENTATIVE 0 General Assembly Hall
       plenary-2     2022-11-06T15:00-05:00 2022-11-06T17:00-05:00 TENTATIVE 0 General Assembly Hall""",
    """hearing-1     2022-11-04T10:00-04:00 2022-11-04T13:00-04:00 CONFIRMED 1 Conference Room 4
       hearing-2     2022-11-04T15:00-04:00 2022-11-04T18:00-04:00 CONFIRMED 1 Trusteeship Council Chamber
       round-table-3 2022-11-06T15:00-05:00 2022-11-06T18:00-05:00 CONFIRMED 1 Conference Room 4
       round-table-4 2022-11-05T10:00-04:00 2022-11-05T13:00-04:00 CANCELLED 1 Trusteeship Council Chamber
       plenary-1     2022-11-06T10:00-05:00 2022-11-06T13:00-05:00 CONFIRMED 1 General Assembly Hall
       plenary-2     2022-11-06T15:00-05:00 2022-11-06T17:00-05:00 CONFIRMED 1 General Assembly Hall""",
    """hearing-1     2022-11-04T10:00-04:00 2022-11-04T13:00-04:00 CONFIRMED 1 Conference Room 4
       hearing-2     2022-11-04T15:00-04:00 2022-11-04T18:00-04:00 CONFIRMED 1 Trusteeship Council Chamber
       round-table-3 2022-11-05T15:00-04:00 2022-11-05T18:00-04:00 CONFIRMED 2 Conference Room 4
       round-table-4 2022-11-06T10:00-05:00 2022-11-06T13:00-05:00 CONFIRMED 2 Trusteeship Council Chamber
       plenary-1     2022-11-06T10:00-05:00 2022-11-06T13:00-05:00 CONFIRMED 1 General Assembly Hall
       plenary-2     2022-11-06T15:00-05:00 2022-11-06T17:00-05:00 CONFIRMED 1 General Assembly Hall""",
)
"""What there is after each release: meeting, start, end, status, SEQUENCE and room."""

IDS = {one.id: permanent_id(autumn(), one.id) for one in autumn().meetings} | {
    "hearing-1": "given-out-before@example.org"
}
BELONGS = {
    "all": lambda meeting, room: True,
    "rooms/trusteeship-council-chamber": lambda meeting, room: room == CHAMBER,
    "sessions/round-table-4": lambda meeting, room: meeting == "round-table-4",
    "parties/workers": lambda meeting, room: meeting.startswith("hearing"),
}
"""Calendars, and which meetings belong in them."""


SUBSCRIBERS = {
    "a folder that vdirsyncer keeps over HTTP": (False, "http"),
    "a folder that vdirsyncer keeps from a file": (False, "file"),
    "a collection of Radicale that vdirsyncer keeps over HTTP": (True, "http"),
    "a collection of Radicale that vdirsyncer keeps from a file": (True, "file"),
    "a collection of Radicale that is uploaded as a whole": (True, "upload"),
}
"""Whether it runs Radicale, and how it comes by the calendar."""


def expected(number, path):
    """Return what a subscriber has to hold, by UID."""
    found = {}
    for line in EXPECTED[number].splitlines():
        meeting, start, end, status, sequence, room = line.split(maxsplit=5)
        title = f"CANCELLED: {TITLES[meeting]}" if status == "CANCELLED" else TITLES[meeting]
        if BELONGS[path](meeting, room):
            found[IDS[meeting]] = (title, room, instant(start), instant(end), status, int(sequence))
    return found


def instant(words):
    return datetime.fromisoformat(words).timestamp()


def held(subscriber):
    """Return what a subscriber holds, by UID; each item has to have one event, and no two the same."""
    found = {}
    for item in subscriber.items():
        (event,) = Calendar.from_ical(item).walk("VEVENT")
        room = str(event["LOCATION"]).partition(",")[0]
        times = event.start.timestamp(), event.end.timestamp()
        assert event["UID"] not in found
        found[str(event["UID"])] = (
            str(event["SUMMARY"]),
            room,
            *times,
            str(event["STATUS"]),
            event["SEQUENCE"],
        )
    return found


@contextmanager
def subscribed(kind: str, folder: Path, path: str) -> Iterator[tuple[Path, Subscriber]]:
    """Lend a folder for outputs, and somebody who has subscribed to one of the calendars there."""
    own, outputs = folder / "own", folder / "outputs"
    own.mkdir()
    outputs.mkdir()
    file, (on_radicale, by) = outputs / f"calendars/{path}.ics", SUBSCRIBERS[kind]
    write(outputs, calendars.publish(three()[0]))
    with served(outputs) as address, radicale(own) if on_radicale else nullcontext() as port:
        if by == "upload":
            yield outputs, Upload(file, port)
        else:
            calendar = f"{address}/calendars/{path}.ics" if by == "http" else file
            yield outputs, Vdirsyncer(own, calendar, port)


@contextmanager
def aloud():
    """Skip a test, and say so, where the subscribers are missing; under CI it fails."""
    try:
        yield
    except Missing as missing:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(missing))


@pytest.mark.parametrize(
    ("kind", "path"),
    [*((kind, "all") for kind in SUBSCRIBERS), *((next(iter(SUBSCRIBERS)), path) for path in [*BELONGS][1:])],
)
def test_a_subscriber_holds_exactly_what_each_release_has(tmp_path, kind, path):
    with aloud(), subscribed(kind, tmp_path, path) as (outputs, subscriber):
        for number, programme in enumerate(three()):
            write(outputs, calendars.publish(programme))
            for _ in range(2 if number == 2 else 1):
                subscriber.refresh()
                now, then = held(subscriber), expected(number, path)
                assert sorted(now.values()) == sorted(then.values()), f"after release {number + 1}"
                assert now == then or not subscriber.keeps_uids


def test_cancellations_are_there_as_long_as_something_is_cancelled(tmp_path):
    there = []
    for programme in three():
        write(tmp_path, calendars.publish(programme))
        there.append((tmp_path / "calendars/cancellations.ics").exists())
    assert there == [False, True, False]


def test_a_subscriber_that_is_missing_is_skipped_and_under_ci_fails(monkeypatch, tmp_path):
    monkeypatch.setattr(subscribers, "PROGRAMS", tmp_path)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Missing, match="vdirsyncer and Radicale are not set up"), aloud():
        subscribers.program("vdirsyncer")
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match="vdirsyncer and Radicale are not set up"), aloud():
        subscribers.program("vdirsyncer")
