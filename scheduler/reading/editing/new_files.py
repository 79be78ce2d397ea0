"""The files of a new edition, made from those of the forum it is like."""

from collections.abc import Iterator
from pathlib import Path

from scheduler.domain.debate import listed_segments
from scheduler.reading.bookings_csv import COLUMNS
from scheduler.reading.editing.edition import Edition
from scheduler.reading.editing.new_forum import new_forum
from scheduler.reading.editing.new_parties import new_parties
from scheduler.reading.editing.new_sessions import new_sessions
from scheduler.reading.editing.spans import headed, in_place_of, spliced
from scheduler.reading.editing.yaml_parts import parts_of
from scheduler.reading.side_event_slots import NAME as SLOTS


def new_files(folder: Path, edition: Edition) -> dict[str, bytes]:
    """Make the files of a new edition, and write none of them.

    Parameters
    ----------
    folder
        That of the forum it is like, which has been read.
    edition
        What is otherwise.

    Returns
    -------
    dict of str to bytes
        Contents by name: releases, pins, closures and bookings were those of the old edition, and so were
        inscriptions, what happened to its list of speakers, and what was asked for side events.
    """
    made = {
        "forum.yaml": new_forum(_text(folder / "forum.yaml"), edition),
        "sessions.yaml": new_sessions(_text(folder / "sessions.yaml"), edition),
        "rooms.yaml": _rooms(_text(folder / "rooms.yaml"), edition),
        "parties.csv": new_parties(_text(folder / "parties.csv"), edition),
        "bookings.csv": f"{','.join(COLUMNS)}\n",
        "SOURCES.md": "".join(f"{line}\n" for line in _sources(folder, edition)),
    }
    if (folder / "clauses.yaml").exists():
        made["clauses.yaml"] = headed(_text(folder / "clauses.yaml"), _head_of_clauses(edition))
    if (folder / SLOTS).exists():
        made[SLOTS] = headed(_text(folder / SLOTS), _head_of_slots(edition))
    return {name: text.encode() for name, text in sorted(made.items())}


def _text(path: Path) -> str:
    """Read a file whatever editor wrote it."""
    return "\n".join(path.read_bytes().decode("utf-8-sig").splitlines()) + "\n"


def _rooms(text: str, edition: Edition) -> str:
    closures = parts_of(text).values.get("closures")
    spans = [in_place_of(closures, "[]")] if closures and closures.items else []
    return headed(spliced(text, spans), _head_of_rooms(edition))


def _head_of_rooms(edition: Edition) -> Iterator[str]:
    yield f"Which rooms of the venue {edition.name} may use: those of {edition.like.forum}."
    yield "To decide: whether they can be had again. When other bodies have them goes into bookings.csv,"
    yield "when they are closed under closures below."


def _head_of_clauses(edition: Edition) -> Iterator[str]:
    yield f"What the planners of {edition.name} wish beside the mandates: as for {edition.like.forum}."
    yield "To decide: whether it is still wished. The order in which wishes count stands in forum.yaml."


def _head_of_slots(edition: Edition) -> Iterator[str]:
    yield f"When side events can be held at {edition.name}: as at {edition.like.forum}."
    yield "To decide: whether the slots and their rooms stay. Who asks for one goes into side-events.csv."
    yield f"Sources and certainty are still those of {edition.like.forum}."


def _sources(folder: Path, edition: Edition) -> Iterator[str]:
    like = edition.like
    first, last = min(edition.days.values()), max(edition.days.values())
    yield f"# Where the data of {edition.name} comes from"
    yield ""
    yield f"All of it was taken over from {like.forum} by `hemicycle new`; nothing was looked up for it."
    yield ""
    yield "## To decide or to enter"
    yield ""
    yield "| what | now | where |"
    yield "| --- | --- | --- |"
    yield f"| the days | {first} to {last}, with the distances of {like.forum} | `forum.yaml`, days |"
    yield f"| the mandates | those of {like.forum} | `forum.yaml`, mandates |"
    yield "| milestones | nothing is done | `forum.yaml`, milestones |"
    yield "| who is appointed | nobody, but for the offices that clauses name | `sessions.yaml`, duties |"
    yield f"| lengths and agendas | those of {like.forum} | `sessions.yaml` |"
    yield f"| rooms | those of {like.forum}; none is closed | `rooms.yaml` |"
    yield "| bookings of other bodies | none is known | `bookings.csv` |"
    yield f"| delegations | those of {like.forum}; persons and absences were left out | `parties.csv` |"
    yield f"| wishes and their order | those of {like.forum} | `clauses.yaml`, `forum.yaml` |"
    if listed_segments(like):
        yield "| who is on the list of speakers | nobody is inscribed | `inscriptions.csv` |"
    if (folder / SLOTS).exists():
        yield f"| slots for side events | those of {like.forum} | `{SLOTS}` |"
        yield "| side events | none is asked for | `side-events.csv` |"
