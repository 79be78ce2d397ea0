"""What becomes of a programme when something is lost: every room, officer and interpretation team in turn."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.domain.programme import Status
from scheduler.domain.verdict import Breach
from scheduler.publishing.fragility import publish
from scheduler.publishing.fragility_values import Effect, Fragility, Loss
from scheduler.publishing.fragility_words import loss_words
from scheduler.solving import Limits
from scheduler.use_cases.fragility_base import Base, base_of
from scheduler.use_cases.fragility_files import sweep
from scheduler.use_cases.fragility_kept import Digests, Kept
from scheduler.use_cases.fragility_losses import first_alike, losses_of
from scheduler.use_cases.fragility_solving import (
    Answer,
    SolverFault,
    effect_of,
    effect_unsolved,
    solved,
)
from scheduler.use_cases.writing import write


@dataclass(frozen=True)
class Counts:
    """How losses were decided: by the judge, by solving, from what was kept; ``open`` not in time.

    Officers who are the same to the timetable are solved once, and counted each.
    """

    judged: int = 0
    solved: int = 0
    kept: int = 0
    open: int = 0


@dataclass(frozen=True)
class FragilityAnswer:
    """What becomes of each loss, or why there is no programme that could lose anything.

    ``status`` is that of the programme without any loss, ``None`` where ``breaches`` of the forum's own data
    stop the work. ``faults`` say where solver and judge disagree: then nothing was written.
    """

    forum: Forum
    status: Status | None
    fragility: Fragility | None = None
    counts: Counts = Counts()
    breaches: tuple[Breach, ...] = ()
    files: tuple[Path, ...] = ()
    faults: tuple[str, ...] = ()


def fragility(
    folder: Path,
    output: Path | None = None,
    limits: Limits = Limits(),
    *,
    keeping: bool = True,
    tell: Callable[[str], None] = lambda _: None,
) -> FragilityAnswer:
    """Find out for every loss how many meetings move at least, or what makes that impossible.

    Parameters
    ----------
    folder
        The forum's folder.
    output
        Where to write; ``None`` for ``outputs/FORUM-fragility`` in the working folder.
    limits
        Workers, and the time for all of it.
    keeping
        Use what was found in earlier runs; what is found is kept in any case.
    tell
        Takes sentences on the progress.

    Returns
    -------
    FragilityAnswer
        With all losses when there is a programme without them.

    Raises
    ------
    BadData
        The forum's folder cannot be read.
    OSError
        The output cannot be written.
    """
    start = base_of(folder, limits, tell)
    if start.base is None:
        return FragilityAnswer(start.forum, start.status, breaches=start.breaches, faults=start.faults)
    place = output or Path("outputs") / f"{start.forum.forum}-fragility"
    run = _Run(start.base, Kept(place / "kept", reading=keeping), limits, tell)
    try:
        found = Fragility(start.base.programme, start.base.released, tuple(run.effects()))
    except SolverFault as fault:
        return FragilityAnswer(start.forum, start.status, faults=(str(fault),))
    tell("writing")
    files = write(place, publish(found))
    sweep(place, found.effects)
    return FragilityAnswer(start.forum, start.status, found, run.counts, files=files)


class _Run:
    """Decides losses, those that are the same to the timetable once."""

    def __init__(self, base: Base, kept: Kept, limits: Limits, tell: Callable[[str], None]) -> None:
        self._base, self._kept, self._digests = base, kept, Digests(base)
        self._limits, self._tell = limits, tell
        self._answers: dict[Loss, Answer] = {}
        self._from_kept: set[Loss] = set()
        self._judged = self._solved = self._taken = self._open = 0

    @property
    def counts(self) -> Counts:
        """How losses were decided so far."""
        return Counts(self._judged, self._solved, self._taken, self._open)

    def effects(self) -> Iterator[Effect]:
        """Yield what each loss comes to."""
        losses = losses_of(self._base.forum)
        for number, loss in enumerate(losses, 1):
            self._tell(f"loss {number} of {len(losses)}: {loss_words(self._base.forum, loss)}")
            unsolved = effect_unsolved(self._base, loss)
            self._judged += unsolved is not None
            yield unsolved or self._effect(loss)

    def _effect(self, loss: Loss) -> Effect:
        alike = first_alike(self._base.forum, loss)
        if alike not in self._answers:
            self._answers[alike] = self._answer(alike)
        answer = self._answers[alike]
        if answer.final:
            self._taken += alike in self._from_kept
            self._solved += alike not in self._from_kept
        else:
            self._open += 1
        return effect_of(self._base, loss, alike, answer)

    def _answer(self, loss: Loss) -> Answer:
        kept = self._kept.get(loss, self._digests)
        if kept is not None:
            self._from_kept.add(loss)
            return kept
        if self._limits.up:
            return Answer("unknown")
        answer = solved(self._base, loss, self._limits)
        self._kept.put(loss, self._digests, answer)
        return answer
