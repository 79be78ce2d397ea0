"""What a party's calendar says of its own statement from a list of speakers."""

from datetime import datetime

from scheduler.domain.clock import Clock
from scheduler.domain.estimates import Estimate
from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Second
from scheduler.domain.session import Segment
from scheduler.publishing.heading_words import placeholder_words
from scheduler.publishing.held import Held
from scheduler.publishing.plain_words import named
from scheduler.publishing.wall_times import long_date

_SECOND = 2
"""Nobody has more rights of reply to one item than this (decision 34/401)."""


def moment_of(clock: Clock, second: Second) -> datetime:
    """Find a second of the forum's axis on the clock on the wall.

    Parameters
    ----------
    clock
        The forum's.
    second
        Seconds since midnight of the first day.

    Returns
    -------
    datetime.datetime
        In the forum's zone.
    """
    minute, rest = divmod(second, 60)
    return clock.instant(minute).replace(second=rest)


def statement_summary(estimate: Estimate, held: Held, forum: Forum) -> str:
    """Name a statement in one line.

    Parameters
    ----------
    estimate
        When the party is called.
    held
        The meeting.
    forum
        The forum.

    Returns
    -------
    str
        Such as ``Your statement: General debate, number 12, about 11:24``.
    """
    moment = moment_of(forum.clock, estimate.start)
    said = f"{_what(estimate)}: {_debate(held, moment)}, number {estimate.number}, about {moment:%H:%M}"
    return f"Placeholder: {said}" if forum.placeholder else said


def _what(estimate: Estimate) -> str:
    if not estimate.reply:
        return "Your statement"
    return "Your second right of reply" if estimate.reply == _SECOND else "Your right of reply"


def _debate(held: Held, moment: datetime) -> str:
    """Name the segment with the list; the meeting where its agenda is not known."""
    listed = [part for part in held.segments if part.segment.list_of_speakers is not None]
    return next((_title(part.segment) for part in listed if moment < part.end), held.title)


def _title(segment: Segment) -> str:
    return named(segment.title, segment.segment)


def statement_description(estimate: Estimate, held: Held, forum: Forum, page: str) -> str:
    """Say when a party is called, and how far that can be relied on.

    Parameters
    ----------
    estimate
        When the party is called.
    held
        The meeting.
    forum
        The forum.
    page
        Where to read more; may be empty.

    Returns
    -------
    str
        Paragraphs of plain text.
    """
    start, end = (moment_of(forum.clock, second) for second in (estimate.start, estimate.end))
    planned = (
        f"{held.title}, number {estimate.number}.",
        f"Planned from {start:%H:%M:%S} to {end:%H:%M:%S} on {long_date(start)}.",
        _margin(estimate, forum.clock),
        f"Your limit is {_length(estimate.end - estimate.start)}.",
    )
    warning = "These times are estimates: they change with the statements before yours."
    paragraphs = (placeholder_words(forum), "\n".join(planned), warning, page)
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _margin(estimate: Estimate, clock: Clock) -> str:
    if estimate.earliest == estimate.latest:
        return "How much earlier or later you may be called is not known."
    first, last = (moment_of(clock, second) for second in (estimate.earliest, estimate.latest))
    return f"You may be called {_margins(estimate)}: between {first:%H:%M:%S} and {last:%H:%M:%S}."


def _margins(estimate: Estimate) -> str:
    earlier, later = estimate.start - estimate.earliest, estimate.latest - estimate.start
    if earlier == later:
        return f"up to {_length(later)} earlier or later"
    both = ((earlier, "earlier"), (later, "later"))
    return " and ".join(f"up to {_length(seconds)} {word}" for seconds, word in both if seconds)


def _length(seconds: int) -> str:
    """Say a length of time: ``2 minutes 30 seconds``."""
    minutes, rest = divmod(seconds, 60)
    parts = [_counted(minutes, "minute"), _counted(rest, "second")]
    return " ".join(part for part in parts if part) or "0 seconds"


def _counted(count: int, unit: str) -> str:
    return f"{count} {unit}{'' if count == 1 else 's'}" if count else ""
