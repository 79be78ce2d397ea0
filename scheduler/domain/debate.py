"""The debate for which a list of speakers is made: its stretches, and its calls in the plain order."""

from collections.abc import Callable, Iterable, Sequence

from scheduler.domain.forum import Forum
from scheduler.domain.inscription import Inscription
from scheduler.domain.list_of_speakers import Call, Stretch, Times
from scheduler.domain.protocol import Protocol
from scheduler.domain.session import Segment, Session
from scheduler.domain.speakers_list import SpeakersList
from scheduler.domain.timetable import Timetable
from scheduler.domain.window import Window

Limit = Callable[[Inscription], int]
"""The seconds of a party's statement."""


def listed_segments(forum: Forum) -> list[tuple[Session, Segment, SpeakersList]]:
    """Find the segments in which speakers are called from a list.

    Parameters
    ----------
    forum
        The forum.

    Returns
    -------
    list of tuple
        Session, segment and figures, in the forum's order.
    """
    return [
        (session, segment, segment.list_of_speakers)
        for session in forum.sessions
        for segment in session.segments
        if segment.list_of_speakers is not None
    ]


def stretches_of(
    forum: Forum, timetable: Timetable, listed: Iterable[tuple[Session, Segment, SpeakersList]]
) -> tuple[Stretch, ...]:
    """Find the parts of meetings in which a list of speakers is called.

    Parameters
    ----------
    forum
        The forum.
    timetable
        Its timetable, with the agendas of these sessions.
    listed
        Segments that share one list.

    Returns
    -------
    tuple of Stretch
        In the order of time, in seconds.
    """
    found = [
        _stretch(forum, meeting, start, end)
        for session, segment, _ in listed
        for start, end, meeting in timetable.times_of(session, segment.segment)
    ]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _stretch(forum: Forum, meeting: str, start: int, end: int) -> Stretch:
    day = forum.clock.day_of(start)
    return Stretch(meeting=meeting, day=day.name if day else "", start=60 * start, end=60 * end)


def calls_of(  # noqa: PLR0913, PLR0917 - all that makes a plain order
    forum: Forum,
    timetable: Timetable,
    stretches: Sequence[Stretch],
    inscriptions: Iterable[Inscription],
    protocol: Protocol,
    limit: Limit,
) -> tuple[Call, ...]:
    """Put inscriptions in the plain order: by level, by the time of inscription, by the party's id.

    Parameters
    ----------
    forum
        The forum.
    timetable
        Its timetable: a party that has a duty elsewhere cannot be at the debate at that time.
    stretches
        Of the debate.
    inscriptions
        Who is to speak.
    protocol
        The order of levels.
    limit
        How long each may speak.

    Returns
    -------
    tuple of Call
        With the times at which each can be there.
    """
    ranks = {level: rank for rank, level in enumerate(protocol.levels)}
    order = sorted(inscriptions, key=lambda one: (ranks.get(one.level, 0), one.inscribed, one.party))
    whole = tuple((one.start, one.end) for one in stretches)
    found = []
    for one in order:
        there = there_of(forum, timetable, stretches, one)
        found.append(
            Call(
                party=one.party,
                level=one.level,
                rank=ranks.get(one.level, 0),
                seconds=limit(one),
                there=there,
                free=there == whole,
            )
        )
    return tuple(found)


def there_of(
    forum: Forum, timetable: Timetable, stretches: Iterable[Stretch], inscription: Inscription
) -> Times:
    """Find the times of a debate at which a speaker can be there.

    Parameters
    ----------
    forum
        With the times at which the party is unavailable.
    timetable
        With its duties elsewhere.
    stretches
        Of the debate.
    inscription
        With the speaker's own times.

    Returns
    -------
    tuple of tuple
        First and last seconds, sorted; one for each stretch where nothing stands against it.
    """
    party = forum.party_by_id.get(inscription.party)
    away = [*inscription.unavailable, *(party.unavailable if party else ())]
    taken = [*map(_seconds, away), *_elsewhere(forum, timetable, inscription.party)]
    allowed = list(map(_seconds, inscription.available))
    times: list[tuple[int, int]] = []
    for one in stretches:
        parts = [(max(one.start, first), min(one.end, last)) for first, last in allowed]
        times += _joined(parts) if allowed else [(one.start, one.end)]
    return without(times, taken)


def _seconds(window: Window) -> tuple[int, int]:
    return 60 * window.start, 60 * window.end


def _elsewhere(forum: Forum, timetable: Timetable, party: str) -> list[tuple[int, int]]:
    """List when a party has a duty, other than in the debate itself."""
    debate = {(session.session, segment.segment) for session, segment, _ in listed_segments(forum)}
    return [
        (60 * start, 60 * end)
        for need in forum.needs
        if need.party == party and (need.session, need.segment) not in debate
        for start, end, _ in timetable.times_of(forum.session_by_id[need.session], need.segment)
    ]


def without(times: Iterable[tuple[int, int]], taken: Iterable[tuple[int, int]]) -> Times:
    """Take stretches of time out of others.

    Parameters
    ----------
    times
        Pairs of first and last seconds, sorted.
    taken
        What is taken out.

    Returns
    -------
    tuple of tuple
        What is left, sorted.
    """
    left = list(times)
    for first, last in taken:
        pieces = [
            piece for start, end in left for piece in ((start, min(end, first)), (max(start, last), end))
        ]
        left = [(start, end) for start, end in pieces if start < end]
    return tuple(left)


def _joined(times: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what overlaps or touches, and leave out what is empty."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(one for one in times if one[0] < one[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
