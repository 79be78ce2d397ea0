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


def permanent_uuid(forum: Forum, meeting: str) -> UUID:
    """Return the calendar id of a meeting for formats that know nothing but UUIDs.

    Parameters
    ----------
    forum
        The forum.
    meeting
        Id of a meeting.

    Returns
    -------
    uuid.UUID
        The calendar id itself; one over it where that is none, since another tool has made it.
    """
    permanent = permanent_id(forum, meeting)
    try:
        return UUID(permanent)
    except ValueError:
        return uuid5(_MEETINGS, permanent)


def room_uuid(forum: Forum, room: str) -> UUID:
    """Return the id of a room, the same for every forum that is held at its venue.

    Parameters
    ----------
    forum
        The forum.
    room
        Id of the room.

    Returns
    -------
    uuid.UUID
        Of version 5 (RFC 9562, 5.5).
    """
    return uuid5(_MEETINGS, f"{forum.venue.venue}/rooms/{room}")


def party_uuid(forum: Forum, party: str) -> UUID:
    """Return the id of a party of a forum.

    Parameters
    ----------
    forum
        The forum.
    party
        Id of the party.

    Returns
    -------
    uuid.UUID
        Of version 5 (RFC 9562, 5.5).
    """
    return uuid5(_MEETINGS, f"{forum.forum}/parties/{party}")


def milestone_id(forum: Forum, milestone: str, clause: str) -> str:
    """Return the calendar id of a milestone's last day, the same whatever the day is.

    Parameters
    ----------
    forum
        The forum.
    milestone
        Id of the milestone.
    clause
        Name of the clause that sets the day; several may speak of one milestone.

    Returns
    -------
    str
        A UUID (RFC 9562, version 5).
    """
    return str(uuid5(_MEETINGS, f"{forum.forum}/milestones/{milestone}/{clause}"))


def side_event_id(forum: Forum, side_event: str) -> str:
    """Return the calendar id of a side event, the same whatever slot it has.

    Parameters
    ----------
    forum
        The forum.
    side_event
        Id of the side event.

    Returns
    -------
    str
        A UUID (RFC 9562, version 5).
    """
    return str(uuid5(_MEETINGS, f"{forum.forum}/side-events/{side_event}"))


def statement_id(forum: Forum, party: str, meeting: str, reply: int) -> str:
    """Return the calendar id of what a party says from a list of speakers.

    Parameters
    ----------
    forum
        The forum.
    party
        Id of the party.
    meeting
        Id of the meeting; it counts for rights of reply alone, which belong to one. A statement stays
        the same in whatever meeting it is.
    reply
        Number of the right of reply in that meeting; 0 for the statement.

    Returns
    -------
    str
        A UUID (RFC 9562, version 5) in which neither time nor place in the list has a part.
    """
    what = f"{party}/{meeting}/reply-{reply}" if reply else party
    return str(uuid5(_MEETINGS, f"{forum.forum}/statements/{what}"))


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
