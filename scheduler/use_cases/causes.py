"""Why meetings move: the changed facts without which they would not.

Each changed fact is undone by itself and the forum solved again; a move that does not happen then is
traced to that fact. Where no single fact does it, the fewest are looked for that have to be undone
together, because each of the others forces the move as well.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from scheduler.domain.fact_words import change_words, has_weight, is_seen
from scheduler.domain.facts import Change, Facts, changes, facts_of, forum_of, undone
from scheduler.domain.forum import Forum
from scheduler.domain.given_out import put_on_the_days_of
from scheduler.domain.timetable import Timetable
from scheduler.rules import active_rules
from scheduler.solving import Limits, solve

_MOST = 300
"""Solves after which no more causes are looked for; a number, so that outputs do not depend on speed."""

_LATE = "too much has changed to find the cause in the time given"
_LATE_FOR_MORE = "too much has changed to find in the time given whether more is needed"

Moves = frozenset[str]
"""Ids of the meetings that are not where the last release has them."""


def moves_of(forum: Forum, timetable: Timetable) -> Moves:
    """Return what is not where the last release has it.

    Parameters
    ----------
    forum
        With its release.
    timetable
        One of its timetables.

    Returns
    -------
    frozenset of str
        Ids of meetings that have another room, another time, or other segments.
    """
    if forum.release is None:
        return frozenset()
    before, now = forum.release.timetable, timetable
    both = before.by_meeting.keys() & now.by_meeting.keys() & forum.meeting_by_id.keys()
    return frozenset(
        meeting
        for meeting in both
        if before.by_meeting[meeting] != now.by_meeting[meeting]
        or (before.segments is not None and _agenda(before, meeting) != _agenda(now, meeting))
    )


def _agenda(timetable: Timetable, meeting: str) -> set[tuple[str, int, int]]:
    return {(one.segment, one.start, one.end) for one in timetable.segments or () if one.meeting == meeting}


@dataclass(frozen=True)
class Causes:
    """What the moves of a timetable are traced to.

    ``changed`` are the facts that are otherwise than when the last release was made, in words;
    ``because`` has a sentence for each meeting that moves.
    """

    changed: tuple[str, ...] = ()
    because: Mapping[str, str] = field(default_factory=dict)


def causes(
    forum: Forum,
    timetable: Timetable,
    then: Facts | None,
    limits: Limits = Limits(),
    tell: Callable[[str], None] = lambda _: None,
) -> Causes:
    """Trace the moves of a timetable to the facts that have changed.

    Parameters
    ----------
    forum
        As it is now, with its release.
    timetable
        Its best timetable.
    then
        What the release was solved from; ``None`` where it does not say.
    limits
        Workers, and the time that is left for all of it.
    tell
        Takes sentences on the progress.

    Returns
    -------
    Causes
        One sentence for each meeting that moves.
    """
    moved = moves_of(forum, timetable)
    if then is None:
        number = forum.release.number if forum.release else 0
        unknown = f"release {number} does not say what it was made from, and so the cause is not known"
        return Causes(because=dict.fromkeys(sorted(moved), unknown))
    changed = changes(then, facts_of(forum))
    found = [one for one in changed if has_weight(one)]
    tracer = _Tracer(forum, moved, limits, tell)
    return Causes(
        changed=tuple(change_words(one, forum) for one in changed if is_seen(one)),
        because={meeting: tracer.sentence(meeting, found) for meeting in sorted(moved)},
    )


class _NotFoundOut(Exception):
    """A question that was not answered before the time was up, or after too many others."""


class _Tracer:
    """Solves a forum again with some of its changes undone, each set of them once."""

    def __init__(self, forum: Forum, moved: Moves, limits: Limits, tell: Callable[[str], None]) -> None:
        self._forum, self._moved = forum, moved
        self._now = facts_of(forum)
        self._limits, self._tell = limits, tell
        self._known: dict[tuple[str, ...], Moves | None] = {}

    def sentence(self, meeting: str, found: list[Change]) -> str:
        """Say why a meeting moves."""
        alone: list[Change] = []
        try:
            alone.extend(one for one in found if self._stays(meeting, [one]))
            together = [] if alone else self._fewest(meeting, found)
        except _NotFoundOut:  # what was found before stays in the list
            return f"{self._words(alone)}; {_LATE_FOR_MORE}" if alone else _LATE
        if together:
            return f"as long as one of these holds: {self._words(together)}"
        if alone:
            return f"only together: {self._words(alone)}" if len(alone) > 1 else self._words(alone)
        return "no change in the forum's data explains it; the last release was not the best to stay with"

    def _words(self, found: Iterable[Change]) -> str:
        return "; ".join(change_words(one, self._forum) for one in found)

    def _fewest(self, meeting: str, found: list[Change]) -> list[Change]:
        """Return changes that have to be undone together for a meeting to stay, none of them too many."""
        if not self._stays(meeting, found):
            return []
        needed = list(found)
        for one in found:
            fewer = [other for other in needed if other is not one]
            if self._stays(meeting, fewer):
                needed = fewer
        return needed

    def _stays(self, meeting: str, undo: list[Change]) -> bool:
        moved = self._without(undo)
        return moved is not None and meeting not in moved

    def _without(self, undo: list[Change]) -> Moves | None:
        """Return what moves without some changes; ``None`` where the forum would make no sense."""
        if not undo:
            return None
        key = tuple("/".join(one.path) for one in undo)
        if key not in self._known:
            if len(self._known) >= _MOST or self._limits.up:
                raise _NotFoundOut
            self._tell(f"tracing causes: {len(self._known) + 1}")
            self._known[key] = self._solved(undo)
        return self._known[key]

    def _solved(self, undo: list[Change]) -> Moves | None:
        try:
            forum = self._as_it_was(undo)
            rules = active_rules(forum)
        except (ValueError, KeyError):
            return None
        begin = forum.release.timetable if forum.release else None
        solution = solve(forum, rules, self._limits, begin)
        if solution.status in ("feasible", "unknown"):
            raise _NotFoundOut
        return moves_of(forum, solution.timetable) if solution.timetable else None

    def _as_it_was(self, undo: list[Change]) -> Forum:
        forum = forum_of(undone(self._now, undo), self._forum)
        assert forum.release is not None  # it is the one from which the moves are
        # What was answered for may stand again once the facts under it are as they were.
        answered = (one.clause for one in forum.release.acknowledged)
        spared = tuple(dict.fromkeys((*forum.spared, *answered)))
        return forum.replace(release=put_on_the_days_of(forum, forum.release), spared=spared)
