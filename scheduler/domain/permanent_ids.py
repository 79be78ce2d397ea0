"""The permanent calendar ids of meetings, by which calendars know them again."""

from uuid import UUID, uuid5

from scheduler.domain.event_history import releases_of
from scheduler.domain.forum import Forum

_MEETINGS = UUID("6f1d2c0a-5a0e-5d3b-9a49-2f0f5c7e8b14")
"""The namespace of all ids made here; another one would make every calendar forget its events."""


def permanent_id(forum: Forum, meeting: str) -> str:
    """Return the calendar id of a meeting, the same in every calendar and every release.

    Parameters
    ----------
    forum
        The forum; ids that any of its releases has given out stay as they are.
    meeting
        Id of a meeting: one of now, one that is gone, or one that comes back.

    Returns
    -------
    str
        From the last release that has one for the meeting, or a UUID of version 5 over forum and
        meeting (RFC 9562, 5.5). Title, room and time have no part in it (RFC 7986, 5.3).
    """
    given_out = (release.uids.get(meeting) for release in reversed(releases_of(forum)))
    return next(filter(None, given_out), str(uuid5(_MEETINGS, f"{forum.forum}/{meeting}")))


def calendar_id(forum: Forum, path: str) -> str:
    """Return the id of what a calendar says of itself, the same in every release.

    Parameters
    ----------
    forum
        The forum.
    path
        Of the calendar, without its ending.

    Returns
    -------
    str
        A UUID (RFC 9562, version 5).
    """
    return str(uuid5(_MEETINGS, f"{forum.forum}/calendars/{path}"))
