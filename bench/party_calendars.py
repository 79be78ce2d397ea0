"""The calendars of 200 parties, beside what the icalendar package takes to write the same events."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from icalendar import Calendar

from bench.figures import Figure
from bench.timing import Times
from scheduler.domain.debate import listed_segments, stretches_of
from scheduler.domain.estimates import estimates
from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import ListOfSpeakers, Statement, Stretch
from scheduler.domain.party import Party
from scheduler.domain.programme import Programme
from scheduler.domain.timetable import Timetable
from scheduler.publishing import calendars
from scheduler.reading import read_forum
from scheduler.use_cases.writing import write

AIM = 0.5
PARTIES, SPEAKERS = 200, 196
LIMIT, CHANGE_OVER, MARGIN = 150, 30, 20
"""Seconds of a statement, between two of them, and by which each may be shorter or longer."""

_FAMILY = "calendars/parties/"


def figure(forum: Path, work: Path, rounds: int) -> Figure:
    """Measure both in one process, in alternation.

    Parameters
    ----------
    forum
        The folder of a forum that has a release and a list of speakers.
    work
        A folder that is not there yet; every round writes into a new one.
    rounds
        How often each is measured.

    Returns
    -------
    Figure
        All calendars of the forum, made and written to the disk, to ``to_ical()`` of the parties'
        calendars, one after another, of components that are there already.
    """
    programme = programme_of(read_forum(forum).forum)
    parsed = components(programme)
    ours, theirs = [], []
    for number in range(rounds + 1):
        again = programme.replace(forum=programme.forum.replace())  # nothing is remembered
        begin = perf_counter()
        write(work / str(number), calendars.publish(again))
        between = perf_counter()
        for calendar in parsed:
            calendar.to_ical()
        if number > 0:  # round 0 warms up
            ours.append(between - begin)
            theirs.append(perf_counter() - between)
    name = f"{len(parsed)} party calendars and all others, on disk"
    return Figure(name, Times(tuple(ours)), Times(tuple(theirs)), AIM)


def components(programme: Programme) -> list[Calendar]:
    """Build the parties' calendars as the package holds them.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    list of icalendar.Calendar
        One for each party.
    """
    files = calendars.publish(programme).items()
    return [Calendar.from_ical(raw) for path, raw in files if path.startswith(_FAMILY)]


def programme_of(forum: Forum) -> Programme:
    """Let 200 parties take part, 196 of which speak.

    Parameters
    ----------
    forum
        A forum with a release and a list of speakers.

    Returns
    -------
    Programme
        The release with estimates: as many statements in each meeting as there is room for.
    """
    if forum.release is None:
        raise ValueError(f"{forum.forum} has no release")
    timetable = forum.release.timetable
    speakers = [one for one in forum.parties if one.kind != "officer"][:SPEAKERS]
    others = [one for one in forum.parties if one.kind == "officer"][: PARTIES - SPEAKERS]
    made_up = (_party(number) for number in range(PARTIES - len(speakers) - len(others)))
    parties = (*speakers, *others, *made_up)
    spoken = ListOfSpeakers(statements=tuple(_statements(forum, timetable, speakers)))
    return Programme(
        forum=forum.replace(parties=parties),
        timetable=timetable,
        status="optimal",
        release=forum.release.number,
        estimates=estimates(_stretches(forum, timetable), spoken, MARGIN),
    )


def _party(number: int) -> Party:
    return Party(party=f"made-up-{number}", name=f"Made up {number}", kind="member-state")


def _stretches(forum: Forum, timetable: Timetable) -> tuple[Stretch, ...]:
    return stretches_of(forum, timetable, listed_segments(forum))


def _statements(forum: Forum, timetable: Timetable, speakers: list[Party]) -> Iterator[Statement]:
    waiting = iter(speakers)
    for stretch in _stretches(forum, timetable):
        for start in range(stretch.start, stretch.end - LIMIT + 1, LIMIT + CHANGE_OVER):
            party = next(waiting, None)
            if party is None:
                return
            yield Statement(party=party.party, meeting=stretch.meeting, start=start, end=start + LIMIT)
