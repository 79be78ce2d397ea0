"""The facts of a forum that no official source gives, and the sources of the others."""

from collections.abc import Iterator

from scheduler.domain.forum import Forum
from scheduler.domain.room import Room
from scheduler.publishing.plain_words import named, one_line


def seats_words(room: Room) -> str:
    """Say how many seats a room has, and whether that is an assumption.

    Parameters
    ----------
    room
        A room.

    Returns
    -------
    str
        Such as ``1,800 seats (assumption)``; empty when nobody has said.
    """
    if room.seats is None:
        return ""
    return f"{room.seats:,} seat{'' if room.seats == 1 else 's'}{_doubt(one_line(room.seats_certainty))}"


def _doubt(certainty: str) -> str:
    if certainty == "assumption":
        return " (assumption)"
    return "" if certainty in ("", "very-high", "high") else f" (certainty: {certainty})"


def assumptions(forum: Forum) -> tuple[str, ...]:
    """List what the forum's data assumes.

    Parameters
    ----------
    forum
        The forum.

    Returns
    -------
    tuple of str
        One sentence for each: rooms, then sessions with their segments, then clauses.
    """
    return (*_rooms(forum), *_sessions(forum), *_clauses(forum))


def _rooms(forum: Forum) -> Iterator[str]:
    for room in forum.rooms:
        name = named(room.name, room.room)
        if room.seats is not None and room.seats_certainty == "assumption":
            yield f"Seats of {name}: {room.seats:,}."
        if room.is_assumption:
            yield f"Features of {name}."
    if forum.venue.interpretation.is_assumption:
        yield "Interpretation teams of the venue."


def _sessions(forum: Forum) -> Iterator[str]:
    for session in forum.sessions:
        title = named(session.title, session.session)
        if session.is_assumption:
            yield f"Session {title}."
        for segment in session.segments:
            if segment.is_assumption:
                yield f"Segment {named(segment.title, segment.segment)} of {title}."


def _clauses(forum: Forum) -> Iterator[str]:
    for clause in forum.all_clauses:
        if clause.is_assumption:
            yield f"Clause {clause.clause}: {one_line(clause.says)}"


def sources(forum: Forum) -> dict[str, tuple[str, ...]]:
    """Say what each source was used for.

    Parameters
    ----------
    forum
        The forum.

    Returns
    -------
    dict of str to tuple of str
        What was taken from it, by source; both in the order of the forum's data.
    """
    found: dict[str, dict[str, None]] = {}
    for source, subject in _sourced(forum):
        if source:
            found.setdefault(source, {})[subject] = None
    return {source: tuple(subjects) for source, subjects in found.items()}


def _sourced(forum: Forum) -> Iterator[tuple[str, str]]:
    """Yield each source with what was taken from it."""
    for mandate in forum.mandates:
        yield one_line(mandate.source), named(mandate.title, mandate.mandate)
    yield one_line(forum.venue.interpretation.source), "interpretation"
    for room in forum.rooms:
        yield one_line(room.source), named(room.name, room.room)
    for session in forum.sessions:
        title = named(session.title, session.session)
        yield one_line(session.source), title
        yield from ((one_line(segment.source), title) for segment in session.segments)
        yield from ((one_line(duty.source), title) for duty in session.duties)
    for clause in forum.all_clauses:
        yield one_line(clause.source), f"clause {clause.clause}"
