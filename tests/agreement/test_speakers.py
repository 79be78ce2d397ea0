"""Solver and judge agree on lists of speakers, and what the solver calls best is best among all lists."""

from itertools import combinations_with_replacement, pairwise, permutations

from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from scheduler.domain.list_of_speakers import Call, Debate, ListOfSpeakers, Reply, Statement, Stretch
from scheduler.judging import judge_speakers
from scheduler.rules import SpeakersPreference, SpeakersRule, activate, find_rule, rule_names
from scheduler.solving.speaking import list_speakers, post_speakers
from tests.mini import clause_of, forum_of, rule_of

FORUM = forum_of({})
LEVELS = 2
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
MEETINGS = ("debate-1", "debate-2")
START = 36_000


def test_all_wishes_on_lists_of_speakers_are_looked_at():
    assert {*WISHES[1:]} == {name for name in rule_names() if issubclass(find_rule(name), SpeakersPreference)}


@st.composite
def debates(draw, most=4):
    """Draw a debate of short meetings, a minute being the unit, so that windows and breaks bite."""
    count = draw(st.integers(1, 2))
    lengths = [draw(st.integers(4, 12)) * 60 for _ in range(count)]
    starts = [START, START + lengths[0] + draw(st.sampled_from([0, 300]))]
    stretches = tuple(
        Stretch(meeting=name, day="day-1", start=start, end=start + length)
        for name, start, length in zip(MEETINGS, starts, lengths, strict=False)
    )
    ranks = sorted(draw(st.lists(st.integers(0, LEVELS), min_size=1, max_size=most)))
    was = draw(st.booleans())
    calls = tuple(_call(draw, number, rank, stretches, was) for number, rank in enumerate(ranks))
    replies = tuple(
        Reply(party="p0", meeting=stretches[-1].meeting, number=number + 1, seconds=60)
        for number in range(draw(st.sampled_from([0, 0, 1, 2])))
    )
    over = draw(st.sampled_from([0, 30]))
    return Debate(stretches=stretches, calls=calls, change_over=over, replies=replies, replanned=was)


def _call(draw, number, rank, stretches, was):
    whole = tuple((one.start, one.end) for one in stretches)
    free = draw(st.booleans())
    there = whole
    if not free:
        stretch = draw(st.sampled_from(stretches))
        first = draw(st.integers(0, (stretch.end - stretch.start) // 60 - 1)) * 60
        last = min(stretch.end, stretch.start + first + draw(st.integers(2, 8)) * 60)
        there = ((stretch.start + first, last),)
        free = there == whole
    return Call(
        party=f"p{number}",
        rank=rank,
        seconds=draw(st.sampled_from([60, 60, 120])),
        there=there,
        free=free,
        meeting=draw(st.sampled_from([None, *MEETINGS])) if was else None,
    )


@st.composite
def lists(draw, debate):
    """Draw a list: near to a good one, or anything at all."""
    parties = [call.party for call in draw(st.permutations(debate.calls))]
    parties = parties[: draw(st.integers(max(0, len(parties) - 1), len(parties)))]
    parties += draw(st.sampled_from([[], [], [], parties[:1], ["stranger"]]))
    cut = draw(st.integers(0, len(parties)))
    groups = [parties[:cut], parties[cut:]] if len(debate.stretches) == 2 else [parties]
    statements = []
    for stretch, group in zip(debate.stretches, groups, strict=True):
        ready = stretch.start + draw(st.sampled_from([0, 0, 0, 60, -60]))
        for party in group:
            seconds = debate.call_by_party[party].seconds if party in debate.call_by_party else 60
            start = ready + draw(st.sampled_from([0, 0, 0, 30, -30]))
            end = start + seconds + draw(st.sampled_from([0, 0, 0, 0, 60]))
            statements.append(Statement(party=party, meeting=stretch.meeting, start=start, end=end))
            ready = end + debate.change_over
        for reply in (one for one in debate.replies if one.meeting == stretch.meeting):
            start = ready + draw(st.sampled_from([0, 0, 0, 30, -30]))
            end = start + draw(st.sampled_from([60, 60, 60, 120]))
            if draw(st.sampled_from([True, True, True, False])):
                statements.append(
                    Statement(party="p0", meeting=stretch.meeting, start=start, end=end, reply=reply.number)
                )
            ready = end + debate.change_over
    return ListOfSpeakers(statements=tuple(sorted(statements, key=lambda one: (one.start, one.end))))


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
