"""Why meetings move: the changed facts without which they would not.

Each changed fact is undone by itself and the forum solved again; what does not move then is traced to
that fact, part by part: day, time, room and segments. Where no single fact does it, the fewest are looked
for that have to be undone together, because each of the others forces the move as well. Where a timetable
is not the best one to stay with, only what that one moves too is traced to facts.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from scheduler.domain.fact_weight import has_weight, is_seen, told
from scheduler.domain.fact_words import change_words
from scheduler.domain.facts import Change, Facts, changes, facts_of
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.solving import Limits
from scheduler.use_cases.faults_of_release import Faults
from scheduler.use_cases.moved_parts import Moves, Part, moves_of, unlike
from scheduler.use_cases.tracing import Tracer

_HENCE: dict[Part, str] = {
    "day": "on another day",
    "time": "at another time",
    "room": "in another room",
    "segments": "with segments at other times",
}

_UNEXPLAINED = "no change in the forum's data explains it"


@dataclass(frozen=True)
class Causes:
    """What the moves of a timetable are traced to.

    ``changed`` are the facts that are otherwise than when the last release was made, in words;
    ``because`` has a sentence for each meeting that moves.
    """

    changed: tuple[str, ...] = ()
    because: Mapping[str, str] = field(default_factory=dict)


def causes(  # noqa: PLR0913, PLR0917 - what is to be explained, by what, and in which time
    forum: Forum,
    timetable: Timetable,
    then: Facts | None,
    limits: Limits = Limits(),
    tell: Callable[[str], None] = lambda _: None,
    otherwise: str = "",
) -> Causes:
    """Trace the moves of a timetable to the facts that have changed.

    Parameters
    ----------
    forum
        As it is now, with its release.
    timetable
        One of its timetables.
    then
        What the release was solved from; ``None`` where it does not say.
    limits
        Workers, and the time that is left for all of it.
    tell
        Takes sentences on the progress.
    otherwise
        Why the timetable need not be the best one to stay with; empty where it is that one.

    Returns
    -------
    Causes
        One sentence for each meeting that moves.
    """
    moved = moves_of(forum, timetable)
    changed = changes(then, facts_of(forum)) if then is not None else ()
    words = tuple(change_words(one, forum) for one in told(changed) if is_seen(one))
    if not moved:
        return Causes(words)
    found = [one for one in changed if has_weight(one)]
    why = _Reasons(forum, timetable, Tracer(forum, found, limits, tell), otherwise, then is not None)
    return Causes(words, dict(why.sentences(moved, changed)))


@dataclass(frozen=True)
class _Reasons:
    """Finds the reason of each part of a move."""

    forum: Forum
    timetable: Timetable
    tracer: Tracer
    otherwise: str
    known: bool

    def sentences(self, moved: Moves, changed: Sequence[Change]) -> Iterator[tuple[str, str]]:
        """Yield for each meeting that moves why it does."""
        faults = Faults(self.forum, self.timetable, changed)
        ours = self._of_the_best(moved)
        for meeting in sorted({meeting for meeting, _ in moved}):
            reasons: dict[str, list[Part]] = {}
            for part in get_args(Part):
                if (meeting, part) in moved:
                    why = self._reason(meeting, part, faults) if (meeting, part) in ours else self.otherwise
                    reasons.setdefault(why, []).append(part)
            yield meeting, _joined(reasons)

    def _of_the_best(self, moved: Moves) -> Moves:
        """Return the moves that the best timetable to stay with makes too, and to the same place."""
        best = self.tracer.best() if self.otherwise else self.timetable
        return moved - unlike(self.forum, best, self.timetable) if best else frozenset()

    def _reason(self, meeting: str, part: Part, faults: Faults) -> str:
        if not self.known:
            number = self.forum.release.number if self.forum.release else 0
            return f"release {number} does not say what it was made from, and so the cause is not known"
        return self.tracer.reason(meeting, part) or faults.under(meeting) or _UNEXPLAINED


def _joined(reasons: Mapping[str, Sequence[Part]]) -> str:
    """Say each reason once, and to what it leads where there are several."""
    if len(reasons) == 1:
        return next(iter(reasons))
    return "; ".join(
        f"{why} (hence {_and([_HENCE[one] for one in parts])})" for why, parts in reasons.items()
    )


def _and(parts: Sequence[str]) -> str:
    *most, last = parts
    return " and ".join(filter(None, (", ".join(most), last)))
