"""What notices a fault in a rule on lists of speakers: its examples, more examples, and drawn lists."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers
from scheduler.rules import Rule, SpeakersPreference, find_rule
from scheduler.solving.speaking import post_speakers
from tests.mini import forum_of, rule_of
from tests.mini_speakers import list_of, stage
from tests.speakers.more import MORE
from tests.speakers.strategies import debates, lists

BOTH = frozenset(("solver", "judge"))
DRAWN = 150
OPTIONS = {
    "filled-alike": ({}, {"tolerance-minutes": 1}, {"tolerance-minutes": 2, "first-list-only": True}),
    "protocol-order": ({"levels": ["a", "b", "c"]},),
    "rights-of-reply": ({"minutes": [1, 1]},),
}


@dataclass(frozen=True)
class SpeakersCase:
    """A list on which a rule is tried: ``wanted`` is what its judge has to say, ``paid`` the right price."""

    forum: Forum
    rule: Rule
    debate: Debate
    spoken: ListOfSpeakers
    wanted: list[Any]
    paid: int

    def judged(self, rule: Rule) -> list[Any]:
        stage = self.forum, self.debate, self.spoken
        if isinstance(rule, SpeakersPreference):
            return [(one.sentence, one.price) for one in rule.charges(*stage)]
        return [one.sentence for one in rule.breaches(*stage)]

    def solved(self, rule: Rule) -> int:
        """Return what a pinned list costs; a requirement costs 1 when it is impossible."""
        wish = isinstance(rule, SpeakersPreference)
        beside = (rule_of(self.forum, "speak-in-turn"),) if wish else ()
        board = post_speakers(self.debate, (*beside, rule), chain=False)
        board.pin(self.spoken)
        terms = board.prices.terms([rule.clause.clause])
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        board.model.minimize(sum(price * variable for price, variable in terms))
        status = solver.solve(board.model)
        assert status in ({cp_model.OPTIMAL} if wish else {cp_model.OPTIMAL, cp_model.INFEASIBLE})
        return round(solver.objective_value) if wish else int(status == cp_model.INFEASIBLE)

    def notices(self, fault: Callable[[Rule], Rule], sides: frozenset[str] = BOTH) -> bool:
        """Tell whether the readings of a faulty rule are not what they should be."""
        try:
            rule = fault(self.rule)
            if "judge" in sides and self.judged(rule) != self.wanted:
                return True
            return "solver" in sides and self.solved(rule) != self.paid
        except Exception:
            return True


def case(name: str, words: Any, on: tuple[Forum, Debate, ListOfSpeakers], wanted: Any = None) -> SpeakersCase:
    forum, debate, spoken = on
    tier = "preference" if issubclass(find_rule(name), SpeakersPreference) else "mandate"
    rule = rule_of(forum, name, words, tier=tier)
    found = SpeakersCase(forum, rule, debate, spoken, [], 0)
    right = found.judged(rule) if wanted is None else wanted
    charges = [one[1] for one in right if isinstance(one, tuple)]
    paid = sum(charges) if charges else int(bool(right))
    return SpeakersCase(forum, rule, debate, spoken, right, paid)


@cache
def examples(name: str) -> tuple[SpeakersCase, ...]:
    """Collect what a rule shows of itself, and the examples written here."""
    rule: Any = find_rule(name)
    broken = rule.CHARGED if issubclass(rule, SpeakersPreference) else rule.BROKEN
    shown = [(rule.DEBATE, rule.OPTIONS, text, []) for text in rule.KEPT]
    shown += [(rule.DEBATE, rule.OPTIONS, text, [said]) for text, said in broken.items()]
    shown += [(debate, words, text, list(said)) for debate, words, text, said in MORE.get(name, ())]
    found = []
    for debate, words, text, wanted in shown:
        forum, made = stage(debate)
        found.append(case(name, words, (forum, made, list_of(forum, made, text)), wanted))
    return tuple(found)


@cache
def drawn(name: str) -> tuple[SpeakersCase, ...]:
    """Draw lists, always the same ones."""
    found: list[SpeakersCase] = []
    forum, wish = forum_of({}), issubclass(find_rule(name), SpeakersPreference)

    @settings(
        max_examples=DRAWN,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(data=st.data(), words=st.sampled_from(OPTIONS.get(name, ({},))))
    def draw(data: Any, words: Any) -> None:
        debate = data.draw(debates())
        exact = name not in {"speak-once", "rights-of-reply"}
        spoken = data.draw(lists(debate, whole=wish or name != "speak-once", tidy=wish, exact=exact))
        if not wish or _is_in_turn(forum, debate, spoken):
            found.append(case(name, words, (forum, debate, spoken)))

    draw()
    return tuple(found)


def _is_in_turn(forum: Forum, debate: Debate, spoken: ListOfSpeakers) -> bool:
    rule: Any = rule_of(forum, "speak-in-turn")
    return not list(rule.breaches(forum, debate, spoken))
