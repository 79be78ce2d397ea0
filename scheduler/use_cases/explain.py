"""Explain why no programme of a forum exists."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scheduler.counting import Shortage, counted
from scheduler.domain.forum import Forum
from scheduler.domain.verdict import Breach, Verdict
from scheduler.judging import judge_data
from scheduler.reading import read_forum
from scheduler.reading.facts import read_facts
from scheduler.rules import Rule, TimetableRule
from scheduler.solving import Limits
from scheduler.solving.explaining.all_clashes import all_clashes
from scheduler.solving.explaining.clashes import Clash, clashes
from scheduler.solving.explaining.member_words import background_sentences, member_grounds, member_sentence
from scheduler.solving.explaining.members import Member, is_background
from scheduler.use_cases.data_breaches import stopping
from scheduler.use_cases.sparing import spared


@dataclass(frozen=True)
class ClashMember:
    """A clause or a fact of a clash, by its name and in words; a fact cites no paragraph.

    ``grounds`` are facts that a clause goes by; they end its sentence, in brackets.
    """

    name: str
    paragraph: str
    sentence: str
    grounds: tuple[str, ...] = ()

    @property
    def alone(self) -> str:
        """The sentence without its grounds."""
        return self.sentence.removesuffix(f" ({'; '.join(self.grounds)})")


@dataclass(frozen=True)
class ExplainedClash:
    """What cannot stand together; ``verified`` by a second configuration of the solver, both ways."""

    members: tuple[ClashMember, ...]
    verified: bool


@dataclass(frozen=True)
class ExplainAnswer:
    """Why a forum is impossible.

    ``possible`` is ``None`` when that was not found out in time. ``breaches`` are those of the forum's own
    data that keep a timetable from being made, ``shortages`` what counting alone has found. ``given`` says
    what holds in every clash. ``complete`` tells whether there are no other clashes than these, as far as
    they were asked for.
    """

    forum: Forum
    possible: bool | None
    breaches: tuple[Breach, ...] = ()
    clashes: tuple[ExplainedClash, ...] = ()
    given: tuple[str, ...] = ()
    complete: bool = True
    shortages: tuple[Shortage, ...] = ()


def explain(
    folder: Path,
    most: int | None = None,
    limits: Limits = Limits(),
    *,
    on_shortages: Callable[[tuple[Shortage, ...]], None] = lambda _: None,
    tell: Callable[[str], None] = lambda _: None,
) -> ExplainAnswer:
    """Explain why no programme of a forum exists.

    Parameters
    ----------
    folder
        The forum's folder.
    most
        How many different clashes to find, smallest first; ``None`` for independent ones.
    limits
        Workers, and the time that is left.
    on_shortages
        Told at once what counting alone has found, if anything.
    tell
        Takes sentences on the progress.

    Returns
    -------
    ExplainAnswer
        Without clashes when a programme exists.

    Raises
    ------
    BadData
        The forum's folder cannot be read.
    """
    reading = read_forum(folder)
    forum, rules = reading.forum, reading.rules
    past = spared(forum, rules, lambda one: read_facts(folder, one))
    broken = past.split(Verdict(breaches=judge_data(forum, rules))).breaches
    sparing = past.sparing(forum)
    shortages = counted(sparing, rules)
    if shortages:
        on_shortages(shortages)
    found = explained(sparing, rules, most, limits, stopping(rules, broken), tell)
    possible = False if shortages else found.possible
    return replace(found, possible=possible, shortages=shortages)


def explained(  # noqa: PLR0913, PLR0917 - what was found before, and how far to go
    forum: Forum,
    rules: Sequence[Rule],
    most: int | None = None,
    limits: Limits = Limits(),
    stopped: tuple[Breach, ...] = (),
    tell: Callable[[str], None] = lambda _: None,
) -> ExplainAnswer:
    """Explain why a forum that has been read is impossible.

    Parameters
    ----------
    forum
        As it is scheduled.
    rules
        Those of the clauses it follows.
    most
        How many different clashes to find, smallest first; ``None`` for independent ones.
    limits
        Workers, and the time that is left.
    stopped
        What of its own data keeps it from being scheduled.
    tell
        Takes sentences on the progress.

    Returns
    -------
    ExplainAnswer
        Without clashes when a programme exists.
    """
    found = (
        clashes(forum, rules, limits, tell) if most is None else all_clashes(forum, rules, most, limits, tell)
    )
    return ExplainAnswer(
        forum,
        False if stopped else found.possible,
        stopped,
        tuple(_explained(forum, clash) for clash in found.found),
        background_sentences(forum, _background(rules)) if found.found else (),
        found.complete,
    )


def _background(rules: Iterable[Rule]) -> list[Rule]:
    return [rule for rule in rules if isinstance(rule, TimetableRule) and is_background(rule)]


def _explained(forum: Forum, clash: Clash) -> ExplainedClash:
    members = tuple(clash_member(forum, one) for one in clash.members)
    return ExplainedClash(members, clash.verified)


def clash_member(forum: Forum, member: Member) -> ClashMember:
    """Say a member of a clash.

    Parameters
    ----------
    forum
        The forum.
    member
        One of its members.

    Returns
    -------
    ClashMember
        With its name and its words.
    """
    paragraph = member.clause.paragraph if member.clause else ""
    grounds = member_grounds(forum, member)
    return ClashMember(member.name, paragraph, member_sentence(forum, member), grounds)
