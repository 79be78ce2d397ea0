"""``tracks.yaml``: the strands of the programme, with their chairs."""

from collections.abc import Iterable

from scheduler.domain.maybe import natural
from scheduler.domain.party import Party
from scheduler.domain.session import Session
from scheduler.domain.track import Track
from scheduler.reading.desk import Desk
from scheduler.reading.doubles import refuse_doubles
from scheduler.reading.entries import Entry, Known, listed, refuse_other_keys
from scheduler.reading.problems import Problems
from scheduler.reading.session_checks import parties_known

FILE = "tracks.yaml"


def read_tracks(desk: Desk) -> list[Entry[Track]] | None:
    """Read ``tracks.yaml``, which only programmes with tracks have.

    Parameters
    ----------
    desk
        Reads files and takes problems.

    Returns
    -------
    list of Entry or None
        By id, none without such a file; ``None`` after a problem that leaves tracks out.
    """
    if not (desk.folder / FILE).exists():
        return []
    place = desk.own(FILE)
    if place is None:
        return None
    refuse_other_keys(place, ("tracks",), desk.problems)
    entries = listed(Track, place, "tracks", desk.problems)
    if entries is None:
        return None
    refuse_doubles([(one.value.track, one.place, ("track",)) for one in entries], "track", desk.problems)
    return sorted(entries, key=lambda entry: natural(entry.value.track))


def check_tracks(
    tracks: list[Entry[Track]],
    sessions: Iterable[Entry[Session]],
    parties: Iterable[Party],
    problems: Problems,
) -> None:
    """Check that the chairs of tracks are known, and the tracks of sessions where there is a list of them.

    Parameters
    ----------
    tracks
        Those of ``tracks.yaml``.
    sessions
        The sessions.
    parties
        The parties.
    problems
        Takes names that nobody has.
    """
    people = parties_known(parties)
    for entry in tracks:
        for number, chair in enumerate(entry.value.chairs):
            people.has(chair, entry.place, ("chairs", number), problems)
    titles = {one.value.track: one.value.title for one in tracks}
    known = Known("track", titles, titles)
    for session in sessions:
        if titles and session.value.track is not None:
            known.has(session.value.track, session.place, ("track",), problems)
