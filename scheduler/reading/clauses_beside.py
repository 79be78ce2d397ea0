"""Clauses that a forum follows without naming their mandates: on side events and on lists of speakers."""

from dataclasses import dataclass
from pathlib import Path

from scheduler.domain.clause import Mandate
from scheduler.domain.debate import listed_segments
from scheduler.reading.forum import Reading
from scheduler.reading.side_events import read_slots_clauses
from scheduler.reading.speakers_clauses import read_speakers_clauses


@dataclass(frozen=True)
class Beside:
    """A mandate that a forum follows without naming it, and its clauses set aside, each with the reason."""

    mandate: Mandate
    set_aside: dict[str, str]


def read_clauses_beside(folder: Path, reading: Reading) -> tuple[Beside, ...]:
    """Read the mandates that a forum follows because of what else it has.

    Parameters
    ----------
    folder
        The forum's folder.
    reading
        The forum as it was read from there.

    Returns
    -------
    tuple of Beside
        That on side events where the forum has slots for them, and that on lists of speakers where speakers
        of a segment are called from a list.

    Raises
    ------
    BadData
        A mandate or the slots cannot be read, or something is set aside that cannot be.
    """
    return (*_on_side_events(folder, reading), *_on_speakers(folder, reading))


def _on_side_events(folder: Path, reading: Reading) -> tuple[Beside, ...]:
    found = read_slots_clauses(folder, reading)
    if found is None:
        return ()
    return (Beside(found.mandate, {one.clause: one.because for one in found.side_events.set_aside}),)


def _on_speakers(folder: Path, reading: Reading) -> tuple[Beside, ...]:
    listed = listed_segments(reading.forum)
    if not listed:
        return ()
    mandate = read_speakers_clauses(folder, reading.forum, reading.rules).mandate
    aside = {name: because for *_, figures in listed for name, because in figures.set_aside.items()}
    return (Beside(mandate, aside),)
