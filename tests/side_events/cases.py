"""What notices a fault in a rule on side events: its examples, more examples, and drawn stages."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from scheduler.domain.side_events import SideEventPlacement, Surroundings
from scheduler.options import vocabulary
from scheduler.rules import Rule, SideEventsPreference, activate, find_rule
from tests.mini import clause_of
from tests.side_events.more import MORE
from tests.side_events.stages import pinned, price_of, stage_of, status_of
from tests.side_events.strategies import OPTIONS, stages

BOTH = frozenset(("solver", "judge"))
DRAWN = 60


@dataclass(frozen=True)
class SideEventsCase:
    """A stage on which a rule is tried: ``wanted`` is what its judge has to say, ``paid`` the right price."""

    around: Surroundings
    rule: Rule
    placements: tuple[SideEventPlacement, ...]
    wanted: list[Any] | None
    paid: int

    def judged(self, rule: Rule) -> list[Any]:
        if isinstance(rule, SideEventsPreference):
            return [(one.sentence, one.price) for one in rule.charges(self.around, self.placements)]
        return [one.sentence for one in rule.breaches(self.around, self.placements)]

    def solved(self, rule: Rule) -> int:
        board = pinned(self.around, rule, self.placements)
        if isinstance(rule, SideEventsPreference):
            return price_of(board, rule.clause.clause)
        status = status_of(board)
        assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
        return int(status == cp_model.INFEASIBLE)

    def notices(self, fault: Callable[[Rule], Rule], sides: frozenset[str] = BOTH) -> bool:
        """Tell whether the readings of a faulty rule are not what they should be, or not alike."""
        try:
            rule = fault(self.rule)
            judged = self.judged(rule) if "judge" in sides else self.wanted
            if self.wanted is not None and judged != self.wanted:
                return True
            return "solver" in sides and self.solved(rule) != self.paid
        except Exception:
            return True


def case(name: str, words: Any, stage: Any, wanted: list[Any] | None = None) -> SideEventsCase:
    around, placements = stage
    rule = activate(clause_of(name, words), vocabulary(around.forum))
    found = SideEventsCase(around, rule, placements, wanted, 0)
    right = found.judged(rule) if wanted is None else wanted
    charges = [one[1] for one in right if isinstance(one, tuple)]
    paid = sum(charges) if charges else int(bool(right))
    return SideEventsCase(around, rule, placements, right, paid)


@cache
def examples(name: str) -> tuple[SideEventsCase, ...]:
    """Collect what a rule shows of itself, and the examples written here."""
    rule: Any = find_rule(name)
    broken = rule.CHARGED if issubclass(rule, SideEventsPreference) else rule.BROKEN
    shown = [(rule.FORUM, rule.OPTIONS, text, []) for text in rule.KEPT]
    shown += [(rule.FORUM, rule.OPTIONS, text, [said]) for text, said in broken.items()]
    shown += [(overlay, words, text, list(said)) for overlay, words, text, said in MORE.get(name, ())]
    return tuple(
        case(name, words, stage_of(overlay, text, words), wanted) for overlay, words, text, wanted in shown
    )


@cache
def drawn(name: str) -> tuple[SideEventsCase, ...]:
    """Draw stages, always the same ones."""
    found: list[SideEventsCase] = []

    @settings(
        max_examples=DRAWN,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(stage=stages(), words=st.sampled_from(OPTIONS.get(name, ({},))))
    def draw(stage: Any, words: Any) -> None:
        found.append(case(name, words, stage))

    draw()
    return tuple(found)
