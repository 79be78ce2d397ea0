"""What one loss comes to: judged where nothing is touched, else solved, and explained if impossible."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scheduler.domain.forum import Forum
from scheduler.domain.programme import LevelResult, Programme, Status
from scheduler.domain.timetable import Timetable
from scheduler.judging import judge
from scheduler.publishing.fragility_values import Effect, Loss, Reason, difference_of
from scheduler.rules import Rule
from scheduler.solving import Limits
from scheduler.solving.explaining.clashes import Clash
from scheduler.solving.explaining.member_words import member_sentence
from scheduler.solving.explaining.members import Member, members_of
from scheduler.use_cases.fragility_base import Base, broken
from scheduler.use_cases.fragility_losses import is_already, without
from scheduler.use_cases.fragility_reasons import clash_of
from scheduler.use_cases.fragility_reduced import can_stand_alone, reduced, requirements
from scheduler.use_cases.schedule import solved_and_judged
from scheduler.use_cases.sparing import Spared, spared


class SolverFault(Exception):
    """Solver and judge disagree, or the solver contradicts itself: hemicycle itself is wrong."""


@dataclass(frozen=True)
class Answer:
    """What a solve of a forum without something came to, in ids alone, so that it can be kept.

    ``members`` are names of the clash, which is ``verified`` both ways; where the loss is impossible
    ``alone``, whatever else is closed, missing, pinned or released plays no part in it.
    """

    status: Status
    timetable: Timetable | None = None
    levels: tuple[LevelResult, ...] = ()
    members: tuple[str, ...] = ()
    verified: bool = True
    alone: bool = False

    @property
    def final(self) -> bool:
        """Whether more time would not change it."""
        return self.status == "optimal" or (self.status == "impossible" and self.verified)


def effect_unsolved(base: Base, loss: Loss) -> Effect | None:
    """Tell what a loss comes to where that needs no solving.

    A loss only forbids. Where it forbids nothing of the best timetable, that is still the best.

    Parameters
    ----------
    base
        The programme that stands.
    loss
        What is lost.

    Returns
    -------
    Effect or None
        ``None`` where the programme does not stand without it.
    """
    moved = bool(difference_of(base.programme).meetings)
    standing = base.programme if moved else None
    if is_already(base.forum, loss):
        return Effect(loss, "already", standing)
    if moved and base.programme.status != "optimal":
        return None
    forum = without(base.forum, loss)
    stands = broken(forum, base.rules, base.programme.timetable) == base.broken
    return Effect(loss, "unmoved", standing) if stands and _past(base, forum) == base.past else None


def _past(base: Base, forum: Forum) -> Spared:
    """Return what the release may go on breaking; a loss may be a fact under what it breaks."""
    return spared(forum, base.rules, base.then) if base.past.breaches else base.past


def solved(base: Base, loss: Loss, limits: Limits, tell: Callable[[str], None] = lambda _: None) -> Answer:
    """Solve a forum without something.

    Parameters
    ----------
    base
        The programme that stands.
    loss
        What is lost.
    limits
        Workers, and the time that is left.
    tell
        Takes sentences on the progress.

    Returns
    -------
    Answer
        ``unknown`` when time ran out.

    Raises
    ------
    SolverFault
        Nothing of what was found can be relied on.
    """
    forum = without(base.forum, loss)
    found = solved_and_judged(forum, base.rules, _past(base, forum), limits, tell)
    status = found.solution.status
    if found.faults or status == "invalid":
        raise SolverFault("; ".join(found.faults) or "the solver contradicts itself")
    if status != "impossible":
        return Answer(status, found.solution.timetable, found.solution.levels)
    return _explained(base, loss, found.forum, limits)


def _explained(base: Base, loss: Loss, forum: Forum, limits: Limits) -> Answer:
    """Find a clash, if possible one in which the loss stands alone."""
    kept = not (base.broken or base.past.breaches)
    clash = None
    if kept and can_stand_alone(base.rules):
        alone, rules = reduced(base.forum, loss), requirements(base.rules)
        clash = clash_of(alone, rules, loss, limits)
    if clash:
        return Answer("impossible", members=_names(clash), verified=clash.verified, alone=True)
    clash = clash_of(forum, base.rules, loss, limits, kept=kept)
    members = _names(clash) if clash else ()
    return Answer("impossible", members=members, verified=bool(clash and clash.verified))


def _names(clash: Clash) -> tuple[str, ...]:
    return tuple(one.name for one in clash.members)


def effect_of(base: Base, loss: Loss, alike: Loss, answer: Answer) -> Effect:
    """Say of a loss what was found out, perhaps about another that is the same to the timetable.

    Parameters
    ----------
    base
        The programme that stands.
    loss
        What is lost.
    alike
        What was solved.
    answer
        What that came to.

    Returns
    -------
    Effect
        Judged anew, and in the words of this loss.
    """
    forum = without(base.forum, loss)
    if answer.timetable is not None:
        programme = _judged(base, forum, answer, answer.timetable)
        return Effect(loss, "moved", programme)
    if answer.status != "impossible":
        return Effect(loss, "undecided")
    names = [_of(one, loss, alike) for one in answer.members]
    forum = reduced(base.forum, loss) if answer.alone else forum
    return Effect(loss, "impossible", reasons=_reasons(forum, base.rules, names), verified=answer.verified)


def _judged(base: Base, forum: Forum, answer: Answer, timetable: Timetable) -> Programme:
    return base.programme.replace(
        forum=forum,
        timetable=timetable,
        status=answer.status,
        levels=answer.levels,
        verdict=judge(forum, base.rules, timetable),
    )


def _of(name: str, loss: Loss, alike: Loss) -> str:
    """Put one party in the place of another that is the same to the timetable, and the other way round."""
    sort, _, of = name.partition(" ")
    if sort not in ("absence", "duties"):
        return name
    return f"{sort} {({loss.of: alike.of} | {alike.of: loss.of}).get(of, of)}"


def _reasons(forum: Forum, rules: Sequence[Rule], names: Sequence[str]) -> tuple[Reason, ...]:
    members = {member.name: member for member in members_of(forum, rules)}
    return tuple(
        Reason(name, _paragraph(members[name]), member_sentence(forum, members[name])) for name in names
    )


def _paragraph(member: Member) -> str:
    return member.clause.paragraph if member.clause else ""
