"""What ``hemicycle why-not`` says of its answer."""

from collections.abc import Iterable, Iterator
from typing import Any

from scheduler.cli.endings import BROKEN, FAULT, IMPOSSIBLE, KEPT, NOTHING_FOUND
from scheduler.cli.findings import folded, section, sentence
from scheduler.cli.place_words import (
    base_document,
    level_words,
    no_base,
    place_document,
    price_document,
    reason_document,
    reason_sentences,
    usage,
    verified_words,
    where,
)
from scheduler.domain.verdict import Charge
from scheduler.publishing.plain_words import one_line
from scheduler.publishing.wall_times import hours, long_date
from scheduler.use_cases.asking import Asked
from scheduler.use_cases.why_not import WhyNotAnswer

__all__ = ["document", "ending", "lines", "usage"]

_BY_STANDING = {"found": KEPT, "impossible": BROKEN, "unknown": NOTHING_FOUND, "invalid": FAULT}


def ending(answer: WhyNotAnswer) -> int:
    """Choose the exit code.

    Parameters
    ----------
    answer
        What was found.

    Returns
    -------
    int
        One of ``scheduler.cli.endings``.
    """
    if answer.asked is None:
        return IMPOSSIBLE if answer.base == "impossible" else _BY_STANDING[answer.base]
    return _BY_STANDING[answer.asked.standing]


def lines(answer: WhyNotAnswer) -> Iterator[str]:
    """Say the answer to a planner.

    Parameters
    ----------
    answer
        What was found.

    Yields
    ------
    str
        Lines.
    """
    if answer.asked is None or answer.here is None:
        yield from no_base(answer.base, answer.stopped)
        return
    asked, name = answer.asked, _name(answer)
    if asked.standing in ("unknown", "invalid"):
        yield from no_base(asked.standing, ())
        return
    if asked.standing == "impossible":
        yield from folded(f"{name} cannot be held {_asked_for(answer)}.", 0)
        yield from folded(f"It is held {where(answer.forum, answer.here)}.", 0)
        yield from section("What forbids it", reason_sentences(answer.reason))
        known = verified_words(answer.reason)
        yield from ("", *folded(known, 0)) if known else ()
    else:
        yield from _priced(answer, asked)


def _name(answer: WhyNotAnswer) -> str:
    return one_line(answer.forum.meeting_name(answer.question.meeting))


def _asked_for(answer: WhyNotAnswer) -> str:
    """Say what was asked for."""
    window, room, clock = answer.question.window, answer.question.room, answer.forum.clock
    start, end = clock.instant(window.start), clock.instant(window.end)
    inside = f"in {one_line(answer.forum.room_name(room))} " if room else ""
    return f"{inside}on {window.words} ({hours(start, end)}, {long_date(start.date())})"


def _priced(answer: WhyNotAnswer, asked: Asked) -> Iterator[str]:
    assert asked.place  # a price has a timetable
    assert answer.here
    then = where(answer.forum, asked.place)
    if not asked.moves:
        yield from folded(f"{_name(answer)} is held {then}: nothing has to move.", 0)
        return
    yield from folded(f"{_name(answer)} can be held {then}, {_cost(asked)}.", 0)
    yield from folded(f"It is held {where(answer.forum, answer.here)}.", 0)
    yield from section("Levels of the objective that change", map(level_words, asked.levels))
    yield from section("What follows, in the order of time", (f"{one_line(one)}." for one in asked.moves))
    yield from section("Charges that come with it", map(sentence, _worth_saying(asked, asked.charges)))
    yield from section("Charges that fall away", map(sentence, _worth_saying(asked, asked.dropped)))
    yield from ("", *folded(_proof(asked), 0))


def _cost(asked: Asked) -> str:
    if not asked.levels:
        return "without loss: another timetable is as good"
    if asked.levels[0].more < 0:
        return "which is even better than the best timetable found in the time given"
    return "at a price"


def _worth_saying(asked: Asked, charges: Iterable[Charge]) -> Iterator[Charge]:
    """Yield the charges that are not said by the moves."""
    moving = {one.clause for level in asked.levels for one in level.clauses if one.of_release}
    yield from (one for one in charges if one.clause not in moving)


def _proof(asked: Asked) -> str:
    if asked.exact:
        return "Proven: it costs no less, and no fewer meetings move at that price."
    return "Not proven in the time given: it may cost less. Maybe a longer --time-limit."


def document(answer: WhyNotAnswer) -> dict[str, Any]:
    """Put the answer into JSON.

    Parameters
    ----------
    answer
        What was found.

    Returns
    -------
    dict
        What JSON can hold; ``answer`` is ``forbidden``, ``priced``, ``unknown`` or ``invalid``, and
        ``null`` where the forum itself has no timetable.
    """
    forum, question, asked = answer.forum, answer.question, answer.asked
    here, then = answer.here, asked.place if asked else None
    window = question.window
    said = {"found": "priced", "impossible": "forbidden"}
    return {
        "forum": forum.forum,
        "meeting": question.meeting,
        **base_document(answer.base, answer.stopped),
        "asked": place_document(forum, window.start, window.end, question.room),
        "here": place_document(forum, here.start, here.end, here.room) if here else None,
        "answer": said.get(asked.standing, asked.standing) if asked else None,
        "reason": reason_document(answer.reason),
        "then": place_document(forum, then.start, then.end, then.room) if then else None,
        "price": price_document(asked) if asked and then else None,
    }
