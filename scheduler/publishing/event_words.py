"""What a calendar says of a meeting in words, and a digest by which a change of it is seen."""

from dataclasses import dataclass
from hashlib import sha256

from scheduler.domain.address import mail_address, web_address
from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.publishing.agenda_words import segment_details
from scheduler.publishing.heading_words import placeholder_words
from scheduler.publishing.held import Held, HeldSegment, held_meetings
from scheduler.publishing.plain_words import clean, named

_DIGITS = 16


@dataclass(frozen=True)
class EventWords:
    """The words of one event; what is not known is empty. ``marks`` are categories beside the first."""

    summary: str
    category: str
    description: str
    page: str
    webcast: str
    organizer: str
    marks: tuple[str, ...] = ()


def words_of(held: Held, forum: Forum, *, timed: bool = True, own: tuple[str, ...] = ()) -> EventWords:
    """Put the words of one event together.

    Parameters
    ----------
    held
        The meeting as it is held.
    forum
        The forum.
    timed
        Whether the description says when each segment begins and ends.
    own
        Paragraphs for one reader alone; they stand before what all are told.

    Returns
    -------
    EventWords
        Plain text and addresses.
    """
    page = web_address(held.session.url) or web_address(forum.url)
    webcast = web_address(held.session.webcast)
    return EventWords(
        summary=f"Placeholder: {held.title}" if forum.placeholder else held.title,
        category=held.session.kind,
        description=_description(held, forum, (page, webcast), own, timed=timed),
        page=page,
        webcast=webcast,
        organizer=mail_address(forum.organizer),
    )


def _description(
    held: Held, forum: Forum, pages: tuple[str, str], own: tuple[str, ...], *, timed: bool
) -> str:
    """Put together the paragraphs of plain text that a calendar shows below the title."""
    page, webcast = pages
    paragraphs = (
        placeholder_words(forum),
        *own,
        clean(held.session.description).strip(),
        "\n".join(line for part in held.segments for line in _segment_lines(part, timed=timed)),
        "\n".join(held.duties),
        f"Webcast: {webcast}" if webcast else "",
        page,
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _segment_lines(part: HeldSegment, *, timed: bool) -> list[str]:
    return [f"{part.hours} {part.title}" if timed else part.title, *segment_details(part)]


def event_words(programme: Programme) -> dict[str, str]:
    """Make digests of all that calendars show of meetings beside time, room and status.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to str
        Ids of meetings with 16 hexadecimal digits (SHA-256). Clock times have no part in them, so that a
        meeting which only moves keeps its digest; the name and the address of its room have, so that
        a room with a new name is seen.
    """
    return {held.meeting.id: _digest(held, programme.forum) for held in held_meetings(programme)}


def _digest(held: Held, forum: Forum) -> str:
    words, room = words_of(held, forum, timed=False), held.room
    fields = (
        words.summary,
        words.category,
        words.description,
        words.page,
        words.webcast,
        words.organizer,
        named(room.address, room.room),
        f"{room.latitude} {room.longitude}",
    )
    return sha256("\x00".join(fields).encode()).hexdigest()[:_DIGITS]
