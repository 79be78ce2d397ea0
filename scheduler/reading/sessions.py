"""``sessions.yaml``: the elements of the programme with their agendas and duties."""

from scheduler.domain.maybe import natural
from scheduler.domain.session import Session
from scheduler.reading.desk import Desk
from scheduler.reading.entries import Entry, listed, refuse_other_keys
from scheduler.reading.session_checks import check_sessions


def read_sessions(desk: Desk) -> list[Entry[Session]] | None:
    """Read ``sessions.yaml``.

    Parameters
    ----------
    desk
        Reads files and takes problems.

    Returns
    -------
    list of Entry or None
        By id; ``None`` after a problem that leaves sessions out.
    """
    place = desk.own("sessions.yaml")
    if place is None:
        return None
    refuse_other_keys(place, ("sessions",), desk.problems)
    entries = listed(Session, place, "sessions", desk.problems)
    if entries is None:
        return None
    if not entries:
        place.problem(desk.problems, ("sessions",), None, "is empty. Maybe enter a session")
    check_sessions(entries, desk.problems)
    return sorted(entries, key=lambda entry: natural(entry.value.session))
