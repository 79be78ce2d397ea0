"""What ``hemicycle why`` says of its answer."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from scheduler.cli.endings import FAULT, IMPOSSIBLE, KEPT, NOTHING_FOUND
from scheduler.cli.findings import folded, section
from scheduler.cli.place_words import (
    base_document,
    no_base,
    place_document,
    price_document,
    reason_document,
    reason_sentences,
    short_price,
    time_words,
    usage,
    where,
)
from scheduler.domain.listed import listed
from scheduler.domain.timetable import Placement
from scheduler.publishing.plain_words import one_line
from scheduler.use_cases.asking import LevelPrice
from scheduler.use_cases.why import Elsewhere, Hold, WhyAnswer

__all__ = ["document", "ending", "lines", "usage"]

_BY_STANDING = {"found": KEPT, "impossible": IMPOSSIBLE, "unknown": NOTHING_FOUND, "invalid": FAULT}
_VERIFIED = (
    "Verified for {} places: together this forbids it; without any one of the clauses and facts "
    "it is possible."
)
_PRICED = {
    "free": "Without loss",
    "moving": "Worse by nothing but moves away from the last release, the fewest first",
    "priced": "At a price, the cheapest first",
}


def ending(answer: WhyAnswer) -> int:
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
    if answer.base != "found" or answer.faulty:
        return FAULT if answer.faulty else _BY_STANDING[answer.base]
    return NOTHING_FOUND if answer.open else KEPT


def lines(answer: WhyAnswer) -> Iterator[str]:
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
    if answer.here is None or answer.faulty:
        yield from no_base("invalid" if answer.faulty else answer.base, answer.stopped)
        return
    yield from folded(f"{one_line(answer.meeting.title)} is held {where(answer.forum, answer.here)}.", 0)
    yield from section("What holds it there", _holds(answer))
    for kind, title in _PRICED.items():
        yield from section(title, (_line(answer, one) for one in getattr(answer, kind)))
    yield from section("What these levels are, the most important first", _legend(answer))
    for group in answer.forbidden:
        yield from section("Forbidden", _places(answer, group))
        for said in reason_sentences(group[0].reason):
            yield from folded(said, 4)
    tested = [bool(group[0].reason and group[0].reason.verified) for group in answer.forbidden]
    if any(tested):
        yield from ("", *folded(_VERIFIED.format("each of these" if all(tested) else "the other"), 0))
    yield from section("Not found out in the time given", _places(answer, answer.open))
    if not answer.exact:
        yield from (
            "",
            *folded("Not all prices are proven: some may be less. Maybe a longer --time-limit.", 0),
        )


def _holds(answer: WhyAnswer) -> Iterator[str]:
    if not answer.holds:
        yield "Nothing: it could be anywhere else without loss."
    for one in answer.holds:
        yield f"{_named(one)}. ({_counted(one)})"


def _named(one: Hold) -> str:
    said = one_line(one.sentence).removesuffix(".")
    return f"{one.name} (preference): {said}" if one.wish else said


def _counted(one: Hold) -> str:
    places = "1 place" if one.places == 1 else f"{one.places} places"
    return f"makes {places} worse" if one.wish else f"forbids {places}"


def _line(answer: WhyAnswer, one: Elsewhere) -> str:
    assert one.asked  # what is forbidden has no price
    others = [meeting for meeting in one.asked.moved if meeting != answer.meeting.id]
    also = listed(one_line(answer.forum.meeting_name(meeting)) for meeting in others) if others else ""
    parts = [short_price(one.asked), f"{also} {'move' if len(others) > 1 else 'moves'} too" if also else ""]
    price = "; ".join(filter(None, parts))
    return f"{_place(answer, one)}{f': {price}' if price else ''}"


def _place(answer: WhyAnswer, one: Elsewhere) -> str:
    time = time_words(answer.forum, one.start, one.start + answer.meeting.minutes)
    return f"{time}, {'any room' if one.room is None else one_line(answer.forum.room_name(one.room))}"


def _legend(answer: WhyAnswer) -> Iterator[str]:
    """Yield the levels that were named, each in its own words."""
    found: dict[int, dict[str, str]] = {}
    for level in _all_levels(answer):
        found.setdefault(level.level, {}).update((one.clause, one.says) for one in level.clauses)
    for number, clauses in sorted(found.items()):
        said = (f"{clause}: {one_line(says).removesuffix('.')}" for clause, says in clauses.items())
        yield f"{number}. {'; '.join(said)}."


def _all_levels(answer: WhyAnswer) -> Iterator[LevelPrice]:
    for one in (*answer.moving, *answer.priced):
        yield from one.asked.levels if one.asked else ()


def _places(answer: WhyAnswer, places: Iterable[Elsewhere]) -> Iterator[str]:
    """Yield places, those of days with the same times and rooms on one line."""
    by_day: dict[str, dict[str, list[str]]] = {}
    for one in places:
        time, _, day = time_words(answer.forum, one.start, one.start + answer.meeting.minutes).partition(
            " on "
        )
        room = one_line(answer.forum.room_name(one.room)) if one.room else "any room"
        by_day.setdefault(day, {}).setdefault(time, []).append(room)
    alike: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for day, times in by_day.items():
        alike.setdefault(tuple(_times_by_rooms(times)), []).append(day)
    for held, days in alike.items():
        yield from (f"{listed(days)}, {times}, {rooms}" for rooms, times in held)


def _times_by_rooms(times: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    found: dict[str, list[str]] = {}
    for time, rooms in times.items():
        found.setdefault(" or ".join(rooms), []).append(time)
    yield from ((rooms, listed(held)) for rooms, held in found.items())


def document(answer: WhyAnswer) -> dict[str, Any]:
    """Put the answer into JSON.

    Parameters
    ----------
    answer
        What was found.

    Returns
    -------
    dict
        What JSON can hold; a ``room`` that is ``null`` stands for any room.
    """
    forum, here = answer.forum, answer.here
    return {
        "forum": forum.forum,
        "meeting": answer.meeting.id,
        **base_document(answer.base, answer.stopped),
        "here": _placed(answer, here) if here else None,
        "exact": answer.exact,
        "holds": [
            {"name": one.name, "sentence": one.sentence, "places": one.places, "wish": one.wish}
            for one in answer.holds
        ],
        "free": [_priced(answer, one) for one in answer.free],
        "moving": [_priced(answer, one) for one in answer.moving],
        "priced": [_priced(answer, one) for one in answer.priced],
        "forbidden": [
            {"places": [_asked(answer, one) for one in group], "reason": reason_document(group[0].reason)}
            for group in answer.forbidden
        ],
        "not-found-out": [_asked(answer, one) for one in answer.open],
    }


def _placed(answer: WhyAnswer, place: Placement) -> dict[str, Any]:
    return place_document(answer.forum, place.start, place.end, place.room)


def _asked(answer: WhyAnswer, one: Elsewhere) -> dict[str, Any]:
    return place_document(answer.forum, one.start, one.start + answer.meeting.minutes, one.room)


def _priced(answer: WhyAnswer, one: Elsewhere) -> dict[str, Any]:
    return {**_asked(answer, one), "price": price_document(one.asked) if one.asked else None}
