"""A timetable with what is known of it: its proof, its verdict, and what it was made from."""

from typing import Literal

from pydantic import Field

from scheduler.domain.estimates import Estimate
from scheduler.domain.forum import Forum
from scheduler.domain.last_day import LastDay
from scheduler.domain.release import Acknowledgement
from scheduler.domain.side_events import SideEventPlan
from scheduler.domain.timetable import Timetable
from scheduler.domain.value import Value
from scheduler.domain.verdict import Verdict

Status = Literal["optimal", "feasible", "impossible", "unknown", "invalid"]
"""What a solve came to: a proof, an answer without one, an impossibility, nothing, a bad model."""


class LevelResult(Value):
    """What one level of the objective came to.

    ``value`` is what the timetable pays, ``bound`` the proven least; ``released`` is what the last
    release pays, ``None`` without one.
    """

    level: int = Field(ge=1)
    clauses: tuple[str, ...]
    value: int
    bound: int
    released: int | None = None

    @property
    def proven(self) -> bool:
        """Whether nothing better exists at this level, given the levels before it."""
        return self.value == self.bound


class Stopped(Value):
    """Why a timetable is not proven: what ended the run, and what else was asked of it.

    ``reproducible`` tells whether the time limit counted work, so that the timetable is the same on every
    run; where the planner ended it, it is not. ``frozen`` are the words of ``--freeze``, ``spared`` the
    clauses of practice that the last release breaks and that were not asked of it.
    """

    by: Literal["time limit", "planner"]
    reproducible: bool = False
    frozen: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()


class Lapse(Value):
    """An acknowledgement of the last release under which facts have changed, and the facts in words."""

    acknowledgement: Acknowledgement
    because: str = Field(min_length=1)


class Programme(Value):
    """A forum's timetable as it is handed out.

    ``inputs`` are SHA-256 digests of the files it was solved from, by name; ``release`` is the
    number of the last release when the timetable is that release's, else ``None``. ``earlier`` has
    the forum as it was when a release was made, by number, where something of it is still shown.
    ``acknowledged`` are the breaches of practice that somebody answers for; the verdict has the others.
    ``lapses`` say why acknowledgements do not stand any more, where facts have changed under them.
    ``changed`` says which facts are otherwise than when the last release was made, ``because`` why a
    meeting moves or is otherwise in other ways, a sentence by its id. ``last_days`` are those that the
    forum's clauses set for its milestones. ``estimates`` say when those on its list of speakers are called;
    ``no_list`` why there are none although somebody is inscribed. ``side_events`` says who gets which slot,
    ``None`` where nobody asks. ``stopped`` says what kept the timetable from being proven.
    """

    forum: Forum
    timetable: Timetable
    status: Status
    levels: tuple[LevelResult, ...] = ()
    verdict: Verdict = Verdict()
    release: int | None = None
    from_scratch: bool = False
    inputs: dict[str, str] = Field(default_factory=dict)
    versions: dict[str, str] = Field(default_factory=dict)
    seed: int = 0
    earlier: dict[int, Forum] = Field(default_factory=dict)
    acknowledged: tuple[Acknowledgement, ...] = ()
    lapses: tuple[Lapse, ...] = ()
    changed: tuple[str, ...] = ()
    because: dict[str, str] = Field(default_factory=dict)
    last_days: tuple[LastDay, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    no_list: str = ""
    side_events: SideEventPlan | None = None
    stopped: Stopped | None = None

    @property
    def lapsed(self) -> tuple[Acknowledgement, ...]:
        """Acknowledgements of the last release that do not stand any more; none where it is passed over."""
        release = None if self.from_scratch else self.forum.release
        return tuple(one for one in release.acknowledged if one not in self.acknowledged) if release else ()
