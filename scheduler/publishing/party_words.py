"""What a party's own calendar says of a meeting: its own part in it, and nothing of what others do there."""

from collections.abc import Iterable
from dataclasses import replace

from scheduler.domain.forum import Forum, Need
from scheduler.publishing.event_words import EventWords, words_of
from scheduler.publishing.held import Held
from scheduler.publishing.plain_words import named, spelled

PARALLEL = "parallel"
"""The category of a meeting during which the party attends another one."""


def own_parts(forum: Forum, meetings: Iterable[Held]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Say what parties have to do in meetings.

    Parameters
    ----------
    forum
        The forum.
    meetings
        Those that are held.

    Returns
    -------
    dict of tuple to tuple
        By party and meeting, lines such as ``Your part: Co-chair, 10:00-13:00``: duties, and then the
        segments in which it speaks. Where the agenda is not known they are all told, without hours.
    """
    needs: dict[str, list[Need]] = {}
    for need in forum.needs:
        needs.setdefault(need.session, []).append(need)
    found: dict[tuple[str, str], dict[str, None]] = {}
    for held in meetings:
        for need in needs.get(held.session.session, ()):
            line = _part(need, held)
            if line:
                found.setdefault((need.party, held.meeting.id), {})[line] = None
    return {key: tuple(lines) for key, lines in found.items()}


def _part(need: Need, held: Held) -> str:
    """Say when a party is needed; nothing where its segment lies in another meeting."""
    said = f"Your part: {spelled(need.role)}"
    if need.segment is None:
        return f"{said}, {held.hours}"
    for part in held.segments:
        if part.segment.segment == need.segment:
            return f"{said}, {part.hours}, {part.title}"
    titles = {one.segment: one.title for one in held.session.segments}
    unknown = f"{said}, {named(titles.get(need.segment, ''), need.segment)}"
    return "" if held.segments else unknown


def party_words(held: Held, forum: Forum, parts: tuple[str, ...], beside: tuple[Held, ...]) -> EventWords:
    """Put together the words of a meeting for one party.

    Parameters
    ----------
    held
        The meeting.
    forum
        The forum.
    parts
        What the party has to do in it.
    beside
        Other meetings that it attends at the same time.

    Returns
    -------
    EventWords
        Those of all calendars without duties and speakers; what the party does itself, and what else it
        attends, stands before them. A meeting with others beside it has a second category.
    """
    bare = tuple(replace(part, speakers=()) for part in held.segments)
    others = tuple(f"At the same time: {one.title}, {one.room_name}, {one.hours}" for one in beside)
    own = ("\n".join(parts), "\n".join(others))
    words = words_of(replace(held, segments=bare, duties=()), forum, own=own)
    return replace(words, marks=(PARALLEL,) if beside else ())
