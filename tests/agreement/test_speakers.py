"""Solver and judge agree on lists of speakers, and what the solver calls best is best among all lists."""

from itertools import combinations_with_replacement, pairwise, permutations

from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from scheduler.domain.list_of_speakers import ListOfSpeakers, Statement
from scheduler.judging import judge_speakers
from scheduler.rules import SpeakersPreference, SpeakersRule, activate, find_rule, rule_names
from scheduler.solving.speaking import list_speakers, post_speakers
from tests.mini import clause_of, forum_of, rule_of
from tests.speakers.strategies import debates, lists

FORUM = forum_of({})
WISHES = (
    "filled-roughly-alike",
    "least-waiting",
    "protocol-order",
    "fewest-departures",
    "same-meeting",
    "no-earlier-meeting",
    "shortest-departures",
    "filled-alike",
)
ROUGHLY = clause_of(
    "filled-alike", {"tolerance-minutes": 2, "first-list-only": True}, "preference", "filled-roughly-alike"
)
RULES = [
    *(rule_of(FORUM, name) for name in rule_names() if issubclass(find_rule(name), SpeakersRule)),
    activate(ROUGHLY),
    *(rule_of(FORUM, name, {} if name == "filled-alike" else None, tier="preference") for name in WISHES[1:]),
]


def test_all_wishes_on_lists_of_speakers_are_looked_at():
    assert {*WISHES[1:]} == {name for name in rule_names() if issubclass(find_rule(name), SpeakersPreference)}


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_the_judge_finds_no_breach_exactly_when_the_pinned_model_is_feasible(data):
    debate = data.draw(debates())
    spoken = data.draw(lists(debate))
    breaches, charges = judge_speakers(FORUM, RULES, debate, spoken)
    board = post_speakers(debate, RULES, chain=False)
    board.pin(spoken)
    found = _solve(board, [])
    assert found is not None if not breaches else found is None, [one.sentence for one in breaches]
    if not breaches:
        for name in WISHES:
            paid = sum(one.price for one in charges if one.clause == name)
            assert _solve(board, board.prices.terms([name])) == paid, name


def _solve(board, terms):
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    board.model.minimize(sum(price * variable for price, variable in terms))
    status = solver.solve(board.model)
    assert status in {cp_model.OPTIMAL, cp_model.INFEASIBLE}
    return round(solver.objective_value) if status == cp_model.OPTIMAL else None


def every_list(debate):
    """Lay out every order with every cut, each speaker as soon as it can be there."""
    size = len(debate.calls)
    for order in permutations(debate.calls):
        for cuts in combinations_with_replacement(range(size + 1), len(debate.stretches) - 1):
            spoken = _laid_out(debate, order, (0, *cuts, size))
            if spoken is not None:
                yield spoken


def _laid_out(debate, order, cuts):
    statements = []
    for stretch, (first, last) in zip(debate.stretches, pairwise(cuts), strict=True):
        ready = stretch.start
        for call in order[first:last]:
            times = [
                max(ready, since) for since, until in call.there if max(ready, since) + call.seconds <= until
            ]
            if not times:
                return None
            end = times[0] + call.seconds
            statements.append(Statement(party=call.party, meeting=stretch.meeting, start=times[0], end=end))
            ready = end + debate.change_over
        for reply in (one for one in debate.replies if one.meeting == stretch.meeting):
            end = ready + reply.seconds
            statements.append(
                Statement(party=reply.party, meeting=reply.meeting, start=ready, end=end, reply=reply.number)
            )
            ready = end + debate.change_over
    return ListOfSpeakers(statements=tuple(statements))


def paid(charges):
    return tuple(sum(one.price for one in charges if one.clause == name) for name in WISHES)


@given(debates())
@settings(max_examples=100, deadline=None)
def test_what_is_called_best_is_the_best_of_all_lists(debate):
    judged = [judge_speakers(FORUM, RULES, debate, spoken) for spoken in every_list(debate)]
    possible = [paid(charges) for breaches, charges in judged if not breaches]
    solution = list_speakers(debate, RULES)
    if not possible:
        assert solution.status == "impossible"
        return
    assert solution.status == "optimal"
    breaches, charges = judge_speakers(FORUM, RULES, debate, solution.spoken)
    assert breaches == ()
    assert paid(charges) == min(possible)
    assert tuple(level.value for level in solution.levels) == min(possible)
    assert list_speakers(debate, RULES).spoken == solution.spoken
