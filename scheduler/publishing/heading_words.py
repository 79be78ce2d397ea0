"""What stands at the head of every output for people: title, dates, place, zone, status, release."""

from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.publishing.held import Held
from scheduler.publishing.plain_words import named, one_line
from scheduler.publishing.wall_times import date_span, zone_words


def forum_title(programme: Programme) -> str:
    """Return the forum's title on one line.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    str
        Never empty.
    """
    return named(programme.forum.title, programme.forum.forum)


def placeholder_words(forum: Forum) -> str:
    """Say what about the dates is not decided yet and only stands in.

    Parameters
    ----------
    forum
        The forum.

    Returns
    -------
    str
        A sentence with a full stop, on one line; empty where all is decided.
    """
    said = one_line(forum.placeholder).rstrip(".")
    return f"Placeholder: {said}." if said else ""


def dates(programme: Programme) -> str:
    """Say from when to when the forum lasts.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    str
        Such as ``16 to 20 May 2022``.
    """
    days = programme.forum.clock.days
    return date_span(days[0].date, days[-1].date)


def place(programme: Programme) -> str:
    """Say where the forum is held.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    str
        Venue and city.
    """
    venue = programme.forum.venue
    return ", ".join(part for part in (one_line(venue.name), one_line(venue.city)) if part)


def zone(programme: Programme, meetings: tuple[Held, ...]) -> str:
    """Name the zone of all times, with the offsets that hold at the meetings.

    Parameters
    ----------
    programme
        What is handed out.
    meetings
        Its meetings.

    Returns
    -------
    str
        Such as ``America/New_York (EDT, UTC-04:00)``.
    """
    return zone_words(programme.forum.clock.timezone, (held.start for held in meetings))
