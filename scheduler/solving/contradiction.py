"""Pins that contradict clauses, or one another: found only where the pins make a forum impossible."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scheduler.domain.clause import Clause
from scheduler.domain.forum import Forum
from scheduler.meeting_options import PINS
from scheduler.rules import Rule, TimetableRule
from scheduler.solving.contradiction_words import sentence_of
from scheduler.solving.run import Settings
from scheduler.solving.solve import Limits
from scheduler.solving.subsets import Subsets, smallest

_HOURS = "official-hours"
_ALWAYS = "placed"
"""The rule without which everything is possible."""
_NOT_FOUND_OUT = "In the time given it was not found out whether the forum is impossible because of its pins."


@dataclass(frozen=True)
class Contradiction:
    """Pins that cannot be kept, with the clauses that they contradict.

    Given are the physical clauses and the official hours. ``given`` has those of them that matter
    where no other clause does. Without any one pin or clause a timetable is possible, as far as
    that is ``verified``. ``sentence`` says it in a planner's words.
    """

    pins: tuple[Clause, ...]
    clauses: tuple[Clause, ...]
    given: tuple[Clause, ...]
    verified: bool
    sentence: str


def contradictions(
    forum: Forum, rules: Sequence[Rule], limits: Limits = Limits()
) -> tuple[Contradiction, ...]:
    """Find the pins that make a forum impossible.

    Parameters
    ----------
    forum
        A forum that has turned out to be impossible.
    rules
        Those of the clauses it follows.
    limits
        Workers, and the time that is left for all questions together.

    Returns
    -------
    tuple of Contradiction
        None when the forum has no pins, or is impossible without them as well. Contradictions share
        no pins. When it was not found out in time whether the pins are to blame, one that says so.
    """
    posted = [rule for rule in rules if isinstance(rule, TimetableRule)]
    pins = [rule for rule in posted if rule.clause.mandate == PINS]
    others = [rule for rule in posted if rule.clause.mandate != PINS]
    if not pins:
        return ()
    subsets = Subsets(forum, posted, Settings(limits.workers, limits.seed), limits.deadline)
    possible = subsets.possible(others)
    if possible is None:
        return (Contradiction(_clauses(pins), (), (), verified=False, sentence=_NOT_FOUND_OUT),)
    if not possible:
        return ()
    return tuple(_Search(forum, subsets, others).all_of(pins))


class _Search:
    """What the steps of one search share."""

    def __init__(self, forum: Forum, subsets: Subsets, others: Sequence[TimetableRule]) -> None:
        self._forum, self._subsets, self._others = forum, subsets, others
        self._background = [rule for rule in others if _is_background(rule)]
        self._bound = [rule for rule in others if not _is_background(rule)]

    def all_of(self, pins: Sequence[TimetableRule]) -> list[Contradiction]:
        """Explain each pin that fails alone, then sets of those that only fail together."""
        alone = [pin for pin in pins if self._subsets.impossible([*self._others, pin])]
        found = [self._explained((pin,)) for pin in alone]
        rest = [pin for pin in pins if pin not in alone]
        while rest and (possible := self._subsets.possible([*self._others, *rest])) is not True:
            if possible is None:
                return found or [self._unexplained(rest)]
            clash = smallest(rest, lambda some: self._subsets.impossible([*self._others, *some]))
            found.append(self._explained(clash))
            rest = [pin for pin in rest if pin not in clash]
        return found

    def _explained(self, pins: tuple[TimetableRule, ...]) -> Contradiction:
        clauses = smallest(
            self._bound, lambda some: self._subsets.impossible([*self._background, *pins, *some])
        )
        given = () if clauses else self._given(pins)
        return self._contradiction(pins, clauses, given, self._verified(pins, clauses))

    def _given(self, pins: tuple[TimetableRule, ...]) -> tuple[TimetableRule, ...]:
        """Find what of the background matters; without the hours it takes long to ask, so that is last."""
        physical = [rule for rule in self._background if rule.name() not in (_ALWAYS, _HOURS)]
        always = [rule for rule in self._background if rule.name() == _ALWAYS]
        hours = [rule for rule in self._background if rule.name() == _HOURS]
        given = smallest(physical, lambda some: self._subsets.impossible([*always, *hours, *pins, *some]))
        needless = self._subsets.impossible([*always, *pins, *given])
        return given if needless else (*given, *hours)

    def _verified(self, pins: tuple[TimetableRule, ...], clauses: tuple[TimetableRule, ...]) -> bool:
        """Let a second configuration confirm that all together are impossible, and without one are not."""
        members = [*pins, *clauses]
        without = ([one for one in members if one is not left_out] for left_out in members)
        return self._subsets.possible([*self._background, *members], otherwise=True) is False and all(
            self._subsets.possible([*self._background, *some], otherwise=True) for some in without
        )

    def _unexplained(self, pins: Sequence[TimetableRule]) -> Contradiction:
        return self._contradiction(tuple(pins), (), (), False)

    def _contradiction(
        self,
        pins: tuple[TimetableRule, ...],
        clauses: tuple[TimetableRule, ...],
        given: tuple[TimetableRule, ...],
        verified: bool,
    ) -> Contradiction:
        return Contradiction(
            pins=_clauses(pins),
            clauses=_clauses(clauses),
            given=_clauses(given),
            verified=verified,
            sentence=sentence_of(self._forum, pins, (*clauses, *given), verified=verified),
        )


def _clauses(rules: Iterable[Rule]) -> tuple[Clause, ...]:
    return tuple(rule.clause for rule in rules)


def _is_background(rule: Rule) -> bool:
    return rule.clause.tier == "physical" or rule.name() == _HOURS
