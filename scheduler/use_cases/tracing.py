"""From moves to changed facts: a forum is solved again with some of its changes undone."""

from collections.abc import Callable, Iterable, Sequence

from scheduler.domain.fact_weight import told
from scheduler.domain.fact_words import change_words
from scheduler.domain.facts import Change, FactPath, facts_of, forum_of, undone
from scheduler.domain.forum import Forum
from scheduler.domain.given_out import put_on_the_days_of
from scheduler.domain.timetable import Timetable
from scheduler.rules import Rule, active_rules
from scheduler.solving import Limits, solve
from scheduler.use_cases.moved_parts import Moves, Part, moves_of

_MOST = 300
"""Solves after which no more causes are looked for; a number, so that outputs do not depend on speed."""

_LATE = "too much has changed to find the cause in the time given"
_LATE_FOR_MORE = "too much has changed to find in the time given whether more is needed"

Unit = tuple[Change, ...]
"""Changes that only make sense together, such as the number of meetings and their titles."""


_Paths = frozenset[FactPath]


class _NotFoundOut(Exception):
    """A question that was not answered before the time was up, or after too many others."""


def _paths(changes: Iterable[Change]) -> _Paths:
    return frozenset(one.path for one in changes)


class Tracer:
    """Solves a forum again with some of its changes undone, each set of them once."""

    def __init__(
        self, forum: Forum, found: Sequence[Change], limits: Limits, tell: Callable[[str], None]
    ) -> None:
        self._forum, self._now = forum, facts_of(forum)
        self._limits, self._tell = limits, tell
        self._known: dict[_Paths, Moves | None] = {}
        self._forums: dict[_Paths, tuple[Forum, tuple[Rule, ...]] | None] = {}
        self._units = self._sensible(found)

    def best(self) -> Timetable | None:
        """Find the timetable that stays best with the release.

        Returns
        -------
        Timetable or None
            ``None`` where it is not found, or not proven best, in the time given.
        """
        if self._limits.up:
            return None
        assert self._forum.release is not None  # it is the one that is kept to
        begin = self._forum.release.timetable
        solution = solve(self._forum, active_rules(self._forum), self._limits, begin)
        return solution.timetable if solution.status == "optimal" else None

    def reason(self, meeting: str, part: Part) -> str:
        """Say why a meeting moves.

        Parameters
        ----------
        meeting
            Its id.
        part
            The way in which it moves.

        Returns
        -------
        str
            The facts without which it would not; empty where no change of facts explains it.
        """
        alone: list[Unit] = []
        try:
            for unit in self._units:
                more = any(_paths(other) < _paths(unit) for other in alone)
                if not more and self._stays(meeting, part, [unit]):
                    alone.append(unit)
            together = [] if alone else self._fewest(meeting, part)
        except _NotFoundOut:  # what was found before stays in the list
            return f"{self._words(alone)}; {_LATE_FOR_MORE}" if alone else _LATE
        if together:
            return f"as long as one of these holds: {self._words(together)}"
        return f"only together: {self._words(alone)}" if len(alone) > 1 else self._words(alone)

    def _sensible(self, found: Sequence[Change]) -> tuple[Unit, ...]:
        """Put with each change those without which undoing it would make no sense."""
        units: dict[_Paths, Unit] = {}
        for one in found:
            unit = (one,) if self._as_it_was((one,)) else self._with_companions(one, found)
            units.setdefault(_paths(unit), unit)
        return tuple(units.values())

    def _with_companions(self, one: Change, found: Sequence[Change]) -> Unit:
        needed = tuple(found)
        for other in found:
            fewer = tuple(change for change in needed if change is not other)
            if other is not one and self._as_it_was(fewer):
                needed = fewer
        return (one, *(other for other in needed if other is not one)) if self._as_it_was(needed) else (one,)

    def _words(self, units: Iterable[Unit]) -> str:
        return "; ".join(change_words(told(unit)[0], self._forum) for unit in units)

    def _fewest(self, meeting: str, part: Part) -> list[Unit]:
        """Return changes that have to be undone together for a meeting to stay, none of them too many."""
        if not self._stays(meeting, part, self._units):
            return []
        needed = list(self._units)
        for one in self._units:
            fewer = [other for other in needed if other is not one]
            if self._stays(meeting, part, fewer):
                needed = fewer
        return needed

    def _stays(self, meeting: str, part: Part, undo: Sequence[Unit]) -> bool:
        moved = self._without(tuple({one.path: one for unit in undo for one in unit}.values()))
        return moved is not None and (meeting, part) not in moved

    def _without(self, undo: Unit) -> Moves | None:
        """Return what moves without some changes; ``None`` where the forum would make no sense."""
        if not undo:
            return None
        key = _paths(undo)
        if key not in self._known:
            if len(self._known) >= _MOST or self._limits.up:
                raise _NotFoundOut
            self._tell(f"tracing causes: {len(self._known) + 1}")
            self._known[key] = self._solved(undo)
        return self._known[key]

    def _solved(self, undo: Unit) -> Moves | None:
        sensible = self._as_it_was(undo)
        if sensible is None:
            return None
        forum, rules = sensible
        assert forum.release is not None  # it is the one from which the moves are
        solution = solve(forum, rules, self._limits, forum.release.timetable)
        if solution.status in ("feasible", "unknown"):
            raise _NotFoundOut
        return moves_of(forum, solution.timetable) if solution.timetable else None

    def _as_it_was(self, undo: Unit) -> tuple[Forum, tuple[Rule, ...]] | None:
        """Return the forum without some changes, and its rules; ``None`` where that makes no sense."""
        key = _paths(undo)
        if key not in self._forums:
            self._forums[key] = self._read(undo)
        return self._forums[key]

    def _read(self, undo: Unit) -> tuple[Forum, tuple[Rule, ...]] | None:
        try:
            forum = forum_of(undone(self._now, undo), self._forum)
            rules = active_rules(forum)
        except (ValueError, KeyError):
            return None
        assert forum.release is not None  # it is the one from which the moves are
        # What was answered for may stand again once the facts under it are as they were.
        answered = (one.clause for one in forum.release.acknowledged)
        spared = tuple(dict.fromkeys((*forum.spared, *answered)))
        return forum.replace(release=put_on_the_days_of(forum, forum.release), spared=spared), rules
