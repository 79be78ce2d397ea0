"""Things that a planner holds where they are for one solve: ``--freeze WHAT``."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scheduler.domain.forum import Forum
from scheduler.domain.maybe import NoSuchName, maybe, natural
from scheduler.domain.release import Release
from scheduler.meeting_options import ReleasedSelector
from scheduler.options import vocabulary
from scheduler.reading import Reading
from scheduler.reading.pin_clauses import Pin, clause_of, identifiers, with_clauses

SORTS = ("session", "meeting", "room", "day", "party")
"""What can be frozen, by the word before the colon."""


class CannotFreeze(ValueError):
    """Words that freeze nothing; says what would be right."""


def frozen(reading: Reading, words: Sequence[str]) -> Reading:
    """Hold what some words name where the last release has it.

    Parameters
    ----------
    reading
        A forum as it was read.
    words
        Each a sort and an id, such as ``session:round-table-1``, or an id that only one sort of
        thing has.

    Returns
    -------
    Reading
        With a pin for each, beside those of ``pins.yaml``; as it was without words.

    Raises
    ------
    CannotFreeze
        Nothing has been released, or there is no such thing in the release, or several have the id.
    """
    if not words:
        return reading
    forum = reading.forum
    if forum.release is None:
        raise CannotFreeze(f"nothing has been released yet, so '{words[0]}' is nowhere that it could stay")
    pins = {_pin(forum, forum.release, one): None for one in words}
    clauses = [clause_of(pin, name, forum) for pin, name in identifiers(pins, "freeze").items()]
    changed, rules = with_clauses(forum, clauses)
    return replace(reading, forum=changed, rules=rules)


def _pin(forum: Forum, release: Release, words: str) -> Pin:
    sort, colon, name = words.partition(":")
    what = _named(forum, sort, name) if colon else _guessed(forum, words)
    if not what.places(forum, release):
        has = maybe(what.chosen[1], [place.meeting for place in release.timetable.of(forum.meetings)])
        raise CannotFreeze(f"release {release.number} does not have {what.words(forum)}.{has}")
    return Pin(pin=what, by="--freeze", because="asked on the command line")


def _named(forum: Forum, sort: str, name: str) -> ReleasedSelector:
    if sort not in SORTS:
        raise CannotFreeze(f"'{sort}' is nothing that can be frozen.{maybe(sort, list(SORTS))}")
    known = vocabulary(forum).names[sort]
    if name not in known:
        raise CannotFreeze(str(NoSuchName(sort, name, known)))
    return ReleasedSelector.model_validate({sort: name})


def _guessed(forum: Forum, name: str) -> ReleasedSelector:
    """Find the one thing with an id; a session of one meeting is the same as that meeting."""
    names = vocabulary(forum).names
    sorts = [sort for sort in SORTS if name in names[sort]]
    if "session" in sorts and "meeting" in sorts:
        sorts.remove("meeting")
    if not sorts:
        known = sorted(_union(names[sort] for sort in SORTS), key=natural)
        raise CannotFreeze(f"there is no '{name}' to be frozen.{maybe(name, known)}")
    if len(sorts) > 1:
        spelled = " or ".join(f"{sort}:{name}" for sort in sorts)
        raise CannotFreeze(f"'{name}' is the id of a {' and of a '.join(sorts)}. Maybe {spelled}")
    return ReleasedSelector.model_validate({sorts[0]: name})


def _union(names: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*names)
