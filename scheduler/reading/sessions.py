"""``sessions.yaml``: the elements of the programme with their agendas and duties."""

from collections.abc import Iterable
from dataclasses import replace

from scheduler.domain.maybe import natural
from scheduler.domain.party import Party
from scheduler.domain.session import Session
from scheduler.reading.desk import Desk
from scheduler.reading.entries import Entry, Known, NodeHints, listed, refuse_other_keys
from scheduler.reading.sentences import Path
from scheduler.reading.session_checks import check_sessions, parties_known
from scheduler.reading.yaml_nodes import Node


def read_sessions(desk: Desk, parties: Iterable[Party]) -> list[Entry[Session]] | None:
    """Read ``sessions.yaml``.

    Parameters
    ----------
    desk
        Reads files and takes problems.
    parties
        Those that a session may name, as far as they could be read.

    Returns
    -------
    list of Entry or None
        By id; ``None`` after a problem that leaves sessions out.
    """
    place = desk.own("sessions.yaml")
    if place is None:
        return None
    refuse_other_keys(place, ("sessions",), desk.problems)
    hinted = replace(place, hints=_hints(parties_known(parties)))
    entries = listed(Session, hinted, "sessions", desk.problems)
    if entries is None:
        return None
    if not entries:
        place.problem(desk.problems, ("sessions",), None, "is empty. Maybe enter a session")
    check_sessions(entries, desk.problems)
    return sorted(entries, key=lambda entry: natural(entry.value.session))


def _hints(parties: Known) -> NodeHints:
    """Say which party or segment is meant by what is no id."""

    def hint(session: Node, path: Path, words: str) -> str:
        named = tuple(step for step in path if isinstance(step, str))
        if named in (("duties", "party"), ("segments", "speakers")):
            return parties.hint(words)
        known = _segments(session)
        return known.hint(words) if named == ("duties", "segment") and words not in known.names else ""

    return hint


def _segments(session: Node) -> Known:
    """Return the segments of a session that is not typed yet: anything may stand there."""
    listed_there = session.get("segments")
    titles = {}
    for part in listed_there.items() if listed_there else ():
        segment, title = part.get("segment"), part.get("title")
        if segment and isinstance(segment.value, str):
            titles[segment.value] = str(title.value) if title else segment.value
    return Known("segment", titles, titles)
