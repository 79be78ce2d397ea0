"""The permanent calendar ids of meetings, by which calendars know them again."""

from uuid import UUID, uuid5

from scheduler.domain.forum import Forum

_MEETINGS = UUID("6f1d2c0a-5a0e-5d3b-9a49-2f0f5c7e8b14")
"""The namespace of all ids made here; another one would make every calendar forget its events."""


def permanent_id(forum: Forum, meeting: str) -> str:
    """Return the calendar id of a meeting, the same in every calendar and every release.

    Parameters
    ----------
    forum
        The forum; ids that its last release has given out stay as they are.
    meeting
        Id of one of its meetings.

    Returns
    -------
    str
        From the release, or a UUID of version 5 over forum and meeting (RFC 9562, 5.5). Title,
        room and time have no part in it (RFC 7986, 5.3).
    """
    given_out = forum.release.uids.get(meeting) if forum.release else None
    return given_out or str(uuid5(_MEETINGS, f"{forum.forum}/{meeting}"))
