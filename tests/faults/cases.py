"""What notices a fault in a rule: its own examples, more examples, and cases drawn as for agreement."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Timetable
from scheduler.rules import (
    ForumPreference,
    ForumRule,
    Preference,
    Rule,
    SideEventsPreference,
    SideEventsRule,
    SpeakersPreference,
    SpeakersRule,
    TimetableRule,
    find_rule,
)
from tests.agreement.options import options
from tests.agreement.strategies import forums, timetables
from tests.faults.examples_of_tracks import OF_TRACKS
from tests.faults.examples_of_wishes import OF_WISHES
from tests.faults.examples_on_data import ON_DATA
from tests.faults.examples_on_timetables import ON_TIMETABLES
from tests.faults.strangers import STRANGERS
from tests.mini import forum_of, rule_of, timetable_of
from tests.rules.pinned import pinned, price_of, status_of
from tests.side_events import cases as of_side_events
from tests.speakers import cases as of_speakers

DRAWN = 40
MORE = ON_DATA | ON_TIMETABLES | OF_WISHES | OF_TRACKS
BOTH = frozenset(("solver", "judge"))
Fault = Callable[[Rule], Rule]
"""Makes of a rule one that has the fault."""


@dataclass(frozen=True)
class Case:
    """A stage on which a rule is tried.

    ``wanted`` is what its judge has to say, ``None`` where nobody has written that down; ``paid`` is
    what a right solver answers: a price, or whether the timetable is possible.
    """

    forum: Forum
    rule: Rule
    timetable: Timetable | None
    wanted: list[Any] | None = None
    paid: int = 0

    def judged(self, rule: Rule) -> list[Any]:
        stage = (self.forum,) if self.timetable is None else (self.forum, self.timetable)
        if isinstance(rule, Preference | ForumPreference):
            return [(charge.sentence, charge.price) for charge in rule.charges(*stage)]
        return [breach.sentence for breach in rule.breaches(*stage)]

    def solved(self, rule: Rule) -> int:
        """Return what a pinned timetable costs; a requirement costs 1 when it is impossible."""
        board = pinned(self.forum, rule, self.timetable)
        if isinstance(rule, Preference):
            return price_of(board, rule.clause.clause)
        status = status_of(board)
        assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
        return int(status == cp_model.INFEASIBLE)

    def notices(self, fault: Fault, sides: frozenset[str] = BOTH) -> bool:
        """Tell whether the readings of a faulty rule are not what they should be, or not alike."""
        try:
            rule = fault(self.rule)
            judged = self.judged(rule) if "judge" in sides else self.wanted
            if self.wanted is not None and judged != self.wanted:
                return True
            if self.timetable is None:
                return False
            paid = self.solved(rule) if "solver" in sides else self.paid
            return paid != (self.paid if judged is None else price(judged))
        except Exception:
            return True


def price(findings: list[Any]) -> int:
    """Add up charges; of breaches it only counts whether there are any."""
    charges = [one[1] for one in findings if isinstance(one, tuple)]
    return sum(charges) if charges else int(bool(findings))


@cache
def examples(name: str) -> tuple[Case, ...]:
    """Collect what a rule shows of itself, and the examples written here."""
    rule: Any = find_rule(name)
    if issubclass(rule, SideEventsRule | SideEventsPreference):
        return of_side_events.examples(name)
    if issubclass(rule, SpeakersRule | SpeakersPreference):
        return of_speakers.examples(name)
    shown = [(rule.FORUM, rule.OPTIONS, one, []) for one in rule.KEPT]
    broken = rule.CHARGED if issubclass(rule, Preference | ForumPreference) else rule.BROKEN
    for example in broken.items() if isinstance(broken, dict) else broken:
        said, *told = example
        finding = told[0] if len(told) == 1 else tuple(told)
        shown.append((rule.FORUM, rule.OPTIONS, said, [finding]))
    shown += [
        (more.forum(rule), more.options(rule), more.said, list(more.wanted)) for more in MORE.get(name, ())
    ]
    return tuple(_example(rule, *one) for one in shown)


def _example(rule: type[Rule], overlay: Any, words: Any, said: Any, wanted: list[Any]) -> Case:
    if issubclass(rule, ForumRule | ForumPreference):
        forum = forum_of({**overlay, **said}, options=words)
        return Case(forum, rule_of(forum, rule.name(), words), None, wanted)
    forum = forum_of(overlay, said, options=words)
    active = rule_of(forum, rule.name(), words)
    return Case(forum, active, timetable_of(forum, said), wanted, price(wanted))


@cache
def strangers(name: str) -> tuple[Case, ...]:
    """Collect the stages on which a forum meets what it does not know."""
    stages = (stage() for stage in STRANGERS.get(name, ()))
    return tuple(
        Case(forum, rule_of(forum, name, words), timetable, wanted, price(wanted))
        for forum, words, timetable, wanted in stages
    )


@cache
def drawn(name: str) -> tuple[Case, ...]:
    """Draw cases on which the two readings of a rule have to agree, always the same ones."""
    rule, found = find_rule(name), []
    if issubclass(rule, SideEventsRule | SideEventsPreference):
        return of_side_events.drawn(name)
    if issubclass(rule, SpeakersRule | SpeakersPreference):
        return of_speakers.drawn(name)
    if not issubclass(rule, TimetableRule | Preference):
        return ()

    @settings(
        max_examples=DRAWN,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(data=st.data())
    def draw(data: st.DataObject) -> None:
        forum = data.draw(forums())
        words = data.draw(options(rule.Options, forum))
        found.append(Case(forum, rule_of(forum, name, words), data.draw(timetables(forum))))

    draw()
    return tuple(replace(case, paid=price(case.judged(case.rule))) for case in found)


def cases(name: str) -> Iterator[Case]:
    """Yield the cases of a rule, the cheap and telling ones first."""
    yield from examples(name)
    yield from strangers(name)
    yield from drawn(name)


def caught(name: str, fault: Fault, sides: frozenset[str] = BOTH) -> bool:
    """Tell whether anything notices a fault."""
    return any(case.notices(fault, sides) for case in cases(name))
