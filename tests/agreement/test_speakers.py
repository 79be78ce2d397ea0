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
    "least-waiting",
    "filled-roughly-alike",
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


def rules_in(wishes):
    """Activate all rules on lists of speakers, the wishes in an order."""
    required = [rule_of(FORUM, name) for name in rule_names() if issubclass(find_rule(name), SpeakersRule)]
    return (*required, *(_wish(name) for name in wishes))


def _wish(name):
    if name == ROUGHLY.clause:
        return activate(ROUGHLY)
    return rule_of(FORUM, name, {} if name == "filled-alike" else None, tier="preference")


RULES = rules_in(WISHES)


def test_all_wishes_on_lists_of_speakers_are_looked_at():
    assert {*WISHES} - {ROUGHLY.clause} == {
        name for name in rule_names() if issubclass(find_rule(name), SpeakersPreference)
    }


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


def paid(charges, wishes=WISHES):
    return tuple(sum(one.price for one in charges if one.clause == name) for name in wishes)


@given(debates())
@settings(max_examples=100, deadline=None)
def test_what_is_called_best_is_the_best_of_all_lists(debate):
    _is_the_best(debate, WISHES)


@given(debates(), st.permutations(WISHES))
@settings(max_examples=60, deadline=None)
def test_so_it_is_in_whatever_order_wishes_count(debate, wishes):
    _is_the_best(debate, tuple(wishes))


def _is_the_best(debate, wishes):
    rules = rules_in(wishes)
    judged = [(spoken, *judge_speakers(FORUM, rules, debate, spoken)) for spoken in every_list(debate)]
    possible = [paid(charges, wishes) for _, breaches, charges in judged if not breaches]
    solution = list_speakers(debate, rules)
    if not possible:
        assert solution.status == "impossible"
        return
    assert solution.status == "optimal"
    breaches, charges = judge_speakers(FORUM, rules, debate, solution.spoken)
    assert breaches == ()
    assert paid(charges, wishes) == min(possible)
    assert tuple(level.value for level in solution.levels) == min(possible)
    best = [
        spoken
        for spoken, breaches, charges in judged
        if not breaches and paid(charges, wishes) == min(possible)
    ]
    loose = [call.party for call in post_speakers(debate, rules).order.loose]
    assert _in_order(debate, solution.spoken, loose) == min(_in_order(debate, one, loose) for one in best)


def _in_order(debate, spoken, loose):
    """Return what the canonical one of the best lists has least: early places, then much said early."""
    said = [one for one in spoken.order if one not in debate.said]
    places = [[one.party for one in said].index(party) for party in loose]
    meetings = [stretch.meeting for stretch in debate.stretches]
    before = [
        sum(one.end - one.start + debate.change_over for one in said if one.meeting in meetings[:number])
        for number in range(1, len(meetings))
    ]
    return places, [-seconds for seconds in before]
