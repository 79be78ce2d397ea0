"""Places and what they cost, as ``hemicycle why`` and ``hemicycle why-not`` say them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from scheduler.cli.explain_words import member_document, member_lines
from scheduler.cli.findings import documents, folded, section, sentence
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement
from scheduler.domain.verdict import Breach
from scheduler.publishing.plain_words import one_line
from scheduler.publishing.wall_times import hours, long_date
from scheduler.use_cases.asking import Asked, LevelPrice, Standing
from scheduler.use_cases.question import BadQuestion
from scheduler.use_cases.reasons import Reason

_VERIFIED = "Verified: together this forbids it; without any one of the clauses and facts it is possible."
_ALONE = "Verified: this forbids it whatever else is changed."
_UNVERIFIED = "not verified in the time given: it may name more than it has to"
_LATE = "What forbids it was not found out in the time given. Maybe a longer --time-limit."

_NO_BASE: dict[Standing, str] = {
    "impossible": "No programme of the forum exists at all, wherever this meeting is. "
    "Maybe hemicycle explain, which says why.",
    "unknown": "No timetable was found in the time given, and none was proven impossible. "
    "Maybe a longer --time-limit.",
    "invalid": "This is a fault of hemicycle, not of the forum's data: solver and judge disagree.",
}

_BROKEN_DATA = (
    "No programme can be made, wherever this meeting is: the forum's own data breaks what is never relaxed."
)


@contextmanager
def usage() -> Iterator[None]:
    """Turn a question that cannot be asked into bad usage.

    Yields
    ------
    None
        While the question is answered.
    """
    try:
        yield
    except BadQuestion as error:
        raise click.UsageError(str(error)) from None


def no_base(standing: Standing, stopped: Iterable[Breach]) -> Iterator[str]:
    """Say that the forum itself has no timetable.

    Parameters
    ----------
    standing
        What came of it.
    stopped
        Breaches of its own data that keep it from being scheduled.

    Yields
    ------
    str
        Lines.
    """
    broken = tuple(stopped)
    yield from folded(_BROKEN_DATA if broken else _NO_BASE[standing], 0)
    yield from section("The forum's own data breaks, whatever the timetable", map(sentence, broken))


def where(forum: Forum, place: Placement) -> str:
    """Say where and when a meeting is held.

    Parameters
    ----------
    forum
        The forum.
    place
        One of its places.

    Returns
    -------
    str
        Such as ``in Conference Room 4, 10:00-13:00 on day-2 (Wednesday 18 May 2022)``.
    """
    on = long_date(forum.clock.instant(place.start).date())
    room = one_line(forum.room_name(place.room))
    return f"in {room}, {time_words(forum, place.start, place.end)} ({on})"


def time_words(forum: Forum, start: int, end: int) -> str:
    """Say from when to when.

    Parameters
    ----------
    forum
        The forum.
    start, end
        Minutes on its axis.

    Returns
    -------
    str
        Such as ``10:00-13:00 on day-2``; outside the forum's days with the date.
    """
    on = forum.clock.words(start).partition(" on ")[2]
    return f"{hours(forum.clock.instant(start), forum.clock.instant(end))} on {on}"


def reason_sentences(reason: Reason | None) -> Iterator[str]:
    """Say what forbids a place.

    Parameters
    ----------
    reason
        ``None`` when it was not found out in time.

    Yields
    ------
    str
        Sentences.
    """
    if reason is None:
        yield _LATE
        return
    for one in reason.members:
        yield from member_lines(one)
    for given in reason.given:
        yield f"{'given:' if reason.members else '-'} {one_line(given)}."
    if not reason.verified:
        yield f"({_UNVERIFIED})"


def verified_words(reason: Reason | None) -> str:
    """Say how far a reason has been verified.

    Parameters
    ----------
    reason
        ``None`` when it was not found out in time.

    Returns
    -------
    str
        A sentence; empty where it has not.
    """
    if reason is None or not reason.verified:
        return ""
    return _VERIFIED if reason.members else _ALONE


def level_words(level: LevelPrice) -> str:
    """Say how a level changes.

    Parameters
    ----------
    level
        One that differs.

    Returns
    -------
    str
        Its clauses each in its own words, with what they cost now and before.
    """
    said = f"{_more(level.more)} ({level.now} instead of {level.before})"
    alone = len(level.clauses) == 1
    parts = (
        f"{one.clause}: {one_line(one.says).removesuffix('.')}"
        + ("" if alone else f" ({one.now} instead of {one.before})")
        for one in level.clauses
    )
    return f"{level.level}. {said}  {'; '.join(parts)}."


def _more(more: int) -> str:
    return f"{more} more" if more > 0 else f"{-more} less"


def short_price(asked: Asked) -> str:
    """Say a price in few words.

    Parameters
    ----------
    asked
        A place with a price.

    Returns
    -------
    str
        Such as ``release/time +1, wish/chamber +2``.
    """
    return ", ".join(
        f"{one.clause} {one.now - one.before:+}" for level in asked.levels for one in level.clauses
    )


def base_document(standing: Standing, stopped: Iterable[Breach]) -> dict[str, Any]:
    """Put what came of the forum itself into JSON.

    Parameters
    ----------
    standing
        What came of it.
    stopped
        Breaches of its own data that keep it from being scheduled.

    Returns
    -------
    dict
        What JSON can hold.
    """
    return {"forum-is": standing, "data-breaches": documents(stopped)}


def place_document(forum: Forum, start: int, end: int, room: str | None) -> dict[str, Any]:
    """Put a place into JSON.

    Parameters
    ----------
    forum
        The forum.
    start, end
        Minutes on its axis.
    room
        Id of a room; ``None`` for any.

    Returns
    -------
    dict
        With times in the forum's zone.
    """
    day = forum.clock.day_of(start)
    times = [forum.clock.instant(minute).isoformat() for minute in (start, end)]
    return {"day": day.name if day else None, "start": times[0], "end": times[1], "room": room}


def price_document(asked: Asked) -> dict[str, Any]:
    """Put a price into JSON.

    Parameters
    ----------
    asked
        A place with a price.

    Returns
    -------
    dict
        With the levels that differ, and the moves.
    """
    return {
        "exact": asked.exact,
        "levels": [
            {
                "level": level.level,
                "before": level.before,
                "now": level.now,
                "clauses": [
                    {"clause": one.clause, "before": one.before, "now": one.now} for one in level.clauses
                ],
            }
            for level in asked.levels
        ],
        "charges": documents(asked.charges),
        "dropped-charges": documents(asked.dropped),
        "moved": list(asked.moved),
        "moves": list(asked.moves),
    }


def reason_document(reason: Reason | None) -> dict[str, Any] | None:
    """Put what forbids a place into JSON.

    Parameters
    ----------
    reason
        ``None`` when it was not found out in time.

    Returns
    -------
    dict or None
        What JSON can hold.
    """
    if reason is None:
        return None
    return {
        "verified": reason.verified,
        "members": [member_document(one) for one in reason.members],
        "given": list(reason.given),
    }
