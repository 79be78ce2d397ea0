"""Say why a meeting is where it is: where else it could be, at what price, and what holds it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.domain.session import Meeting
from scheduler.domain.timetable import Placement
from scheduler.domain.verdict import Breach
from scheduler.solving import Limits
from scheduler.use_cases.asking import Asked, Base, Standing, base_of
from scheduler.use_cases.question import Question, meeting_of, starting
from scheduler.use_cases.reasons import Reason, Reasons


@dataclass(frozen=True)
class Elsewhere:
    """Another place: a start and a room, ``None`` for whatever room.

    It has a price in ``asked``, or a ``reason`` that forbids it. ``forbidden`` is true without a reason when
    that was not found out in time; without either nothing was.
    """

    start: int
    room: str | None
    asked: Asked | None = None
    reason: Reason | None = None
    forbidden: bool = False


@dataclass(frozen=True)
class Hold:
    """A clause, fact or wish that keeps a meeting from other places, and from how many.

    ``wish`` tells whether those places are only dearer.
    """

    name: str
    sentence: str
    places: int
    wish: bool


@dataclass(frozen=True)
class WhyAnswer:
    """Why a meeting is where it is.

    ``base`` is what came of the forum itself, and ``here`` where its best timetable has the meeting. ``free``
    costs nothing, ``moving`` nothing but moves away from the last release, ``priced`` more, the cheapest
    first; ``forbidden`` places stand together that have the same reason. What is ``open`` was not found out
    in time, and without ``exact`` prices may be less. ``holds`` come with the strongest first.
    """

    forum: Forum
    meeting: Meeting
    base: Standing
    stopped: tuple[Breach, ...] = ()
    here: Placement | None = None
    holds: tuple[Hold, ...] = ()
    free: tuple[Elsewhere, ...] = ()
    moving: tuple[Elsewhere, ...] = ()
    priced: tuple[Elsewhere, ...] = ()
    forbidden: tuple[tuple[Elsewhere, ...], ...] = ()
    open: tuple[Elsewhere, ...] = ()
    exact: bool = True
    faulty: bool = False


def why(
    folder: Path,
    meeting: str,
    limits: Limits = Limits(),
    *,
    tell: Callable[[str], None] = lambda _: None,
) -> WhyAnswer:
    """Say why a meeting is where it is.

    Parameters
    ----------
    folder
        The forum's folder.
    meeting
        Id of a meeting.
    limits
        Workers, and the time for all of it.
    tell
        Takes sentences on the progress.

    Returns
    -------
    WhyAnswer
        With an answer for each room at the beginning of each period in which the meeting fits, and at the
        time at which it is held.

    Raises
    ------
    BadQuestion
        The forum has no such meeting.
    BadData
        The forum's folder cannot be read.
    """
    base = base_of(folder, limits, tell, lambda forum: meeting_of(forum, meeting))
    found = meeting_of(base.forum, meeting)
    if base.standing != "found":
        return WhyAnswer(base.forum, found, base.standing, base.stopped)
    return _answer(base, found, [*_Search(base, found, tell).places()])


class _Search:
    """Asks about one place after the other."""

    def __init__(self, base: Base, meeting: Meeting, tell: Callable[[str], None]) -> None:
        self._base, self._meeting, self._tell = base, meeting, tell
        self._here = base.timetable.by_meeting[meeting.id]
        self._reasons = Reasons(base.rules, base.limits)
        assert base.found  # a base with a timetable
        self._forum = base.found.forum

    def places(self) -> Iterator[Elsewhere]:
        """Yield what is known of all places but that where the meeting is."""
        starts = sorted({self._here.start, *_starts(self._base.forum, self._meeting)})
        for number, start in enumerate(starts, 1):
            clock = self._base.forum.clock
            self._tell(f"time {number} of {len(starts)}: {clock.words(start)}")
            yield from self._at(start)

    def _at(self, start: int) -> Iterator[Elsewhere]:
        anywhere = starting(self._meeting, start)
        possible = self._reasons.possible(self._forum, anywhere)
        if possible is False:
            yield Elsewhere(start, None, reason=self._reason(self._forum, anywhere), forbidden=True)
        elif possible is None:
            yield Elsewhere(start, None)
        else:
            rooms = (room.room for room in self._base.forum.rooms)
            yield from (
                self._in(start, room)
                for room in rooms
                if (start, room) != (self._here.start, self._here.room)
            )

    def _in(self, start: int, room: str) -> Elsewhere:
        question = starting(self._meeting, start, room)
        asked = self._base.asked(question)
        if asked.standing == "impossible":
            return Elsewhere(start, room, reason=self._reason(asked.forum, question), forbidden=True)
        return Elsewhere(start, room, asked)

    def _reason(self, forum: Forum, question: Question) -> Reason | None:
        return self._reasons.known(forum, question) or self._reasons.found(forum, question)


def _starts(forum: Forum, meeting: Meeting) -> Iterator[int]:
    """Yield the starts of the periods in which a meeting fits."""
    for day in forum.clock.days:
        for period in forum.clock.periods_of(day.name):
            start, end = (forum.clock.minute(day.name, at) for at in (period.start, period.end))
            if end - start >= meeting.minutes:
                yield start


def _answer(base: Base, meeting: Meeting, places: list[Elsewhere]) -> WhyAnswer:
    priced = [(one, one.asked) for one in places if one.asked and one.asked.standing == "found"]
    dearer = sorted(priced, key=lambda pair: _price(base.forum, pair[1]))
    costly = [(one, asked) for one, asked in dearer if asked.levels]
    grouped: dict[Reason | None, list[Elsewhere]] = {}
    for one in places:
        if one.forbidden:
            grouped.setdefault(one.reason, []).append(one)
    return WhyAnswer(
        base.forum,
        meeting,
        base.standing,
        here=base.timetable.by_meeting[meeting.id],
        holds=tuple(_holds(base.forum, places)),
        free=tuple(one for one, asked in dearer if not asked.levels),
        moving=tuple(one for one, asked in costly if asked.only_moves),
        priced=tuple(one for one, asked in costly if not asked.only_moves),
        forbidden=tuple(map(tuple, grouped.values())),
        open=tuple(one for one in places if not one.forbidden and _standing(one) == "unknown"),
        exact=base.exact and all(asked.exact for _, asked in priced),
        faulty=any(_standing(one) == "invalid" for one in places),
    )


def _standing(one: Elsewhere) -> Standing:
    return one.asked.standing if one.asked else "unknown"


def _price(forum: Forum, asked: Asked) -> tuple[list[int], int]:
    """Return what to sort by: levels in their order, and then how much moves."""
    more = {level.level: level.more for level in asked.levels}
    return [more.get(level, 0) for level in range(1, len(forum.levels) + 1)], len(asked.moved)


def _holds(forum: Forum, places: Iterable[Elsewhere]) -> Iterator[Hold]:
    """Count from how many places each member of a reason, and each wish that decides, keeps the meeting."""
    found: dict[tuple[bool, str, str], int] = {}
    for one in places:
        rooms = len(forum.rooms) if one.room is None else 1
        for key in chain(_forbidding(one), _deciding(one)):
            found[key] = found.get(key, 0) + rooms
    order = sorted(found, key=lambda key: (key[0], -found[key]))
    yield from (Hold(name, sentence, found[wish, name, sentence], wish) for wish, name, sentence in order)


def _forbidding(one: Elsewhere) -> Iterator[tuple[bool, str, str]]:
    if one.reason:
        yield from ((False, member.name, member.sentence) for member in one.reason.members)


def _deciding(one: Elsewhere) -> Iterator[tuple[bool, str, str]]:
    """Yield the wishes that make a place dearer at the first level that differs."""
    for level in one.asked.levels[:1] if one.asked else ():
        yield from ((True, price.clause, price.says) for price in level.clauses if price.now > price.before)
