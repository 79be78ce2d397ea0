"""Faults in the floors below the rules are noticed by some rule's cases, or by solving small forums."""

import inspect
import sys

import pytest

from scheduler.board.agendas import Agendas
from scheduler.board.apart import Apart
from scheduler.board.board import Board
from scheduler.board.closures import Closures
from scheduler.board.counts import Counts
from scheduler.board.placings import Placings
from scheduler.board.prices import Prices
from scheduler.board.rooms import Rooms
from scheduler.board.stays import Stays
from scheduler.board.times import Times
from scheduler.rules import Preference, TimetableRule, find_rule, rule_names
from scheduler.solving import canonical, levels, solution
from tests.faults.cases import examples, strangers
from tests.faults.solves import answers, small, solving_notices
from tests.uncounted import uncounted

pytestmark = uncounted

solve = sys.modules["scheduler.solving.solve"]  # the function of that name hides the module
SOLVER = frozenset({"solver"})
FLOORS = (Board, Times, Rooms, Closures, Counts, Placings, Prices, Stays, Apart, Agendas)
NOTHING = (None, "None")
VERBS = [
    (floor, name)
    for floor in FLOORS
    for name, member in vars(floor).items()
    if inspect.isfunction(member) and name != "__init__" and member.__annotations__.get("return") in NOTHING
]
"""All that gives nothing back; what does is missed by whoever asked for it."""


NAMES = [name for name in rule_names() if issubclass(find_rule(name), TimetableRule | Preference)]


def noticed_by(cases) -> bool:
    """Tell whether some rule's solver does not answer what it should on a case of that rule."""
    return any(case.notices(lambda rule: rule, SOLVER) for name in NAMES for case in cases(name))


def noticed() -> bool:
    return noticed_by(examples) or noticed_by(strangers) or solving_notices()


def test_nothing_is_noticed_while_nothing_is_wrong():
    assert not noticed()


@pytest.mark.parametrize(("floor", "verb"), VERBS, ids=[f"{floor.__name__}.{name}" for floor, name in VERBS])
def test_a_verb_that_does_nothing_is_noticed(monkeypatch, floor, verb):
    assert answers()
    monkeypatch.setattr(floor, verb, lambda *_args, **_words: None)
    assert noticed()


def _any_of_the_best(right):
    """Stay with what was found first among equals."""
    return lambda board, settings, deadline: levels.run(board.model, settings, deadline)


def _last_choices_first(right):
    return lambda board: [list(reversed(truths)) for truths in right(board)]


def _off_by(amount):
    return lambda right: lambda board, terms, value: right(board, terms, value + amount)


FAULTS = {
    "no order among the best": (solve, "first_of_the_best", _any_of_the_best),
    "the last of the best": (canonical, "choices", _last_choices_first),
    "levels are not held": (levels, "hold", lambda right: lambda *_: None),
    "levels are held one too high": (levels, "hold", _off_by(1)),
    "levels are held one too low": (levels, "hold", _off_by(-1)),
    "levels pay one more": (levels, "paid", lambda right: lambda terms, run: right(terms, run) + 1),
    "a tick twice as long": (solve, "tick_of", lambda right: lambda forum, rules: 2 * right(forum, rules)),
    "clauses are not posted": (
        solve,
        "post",
        lambda right: lambda forum, rules, *rest, **more: right(forum, (), *rest, **more),
    ),
    "the first clause is not posted": (
        solve,
        "post",
        lambda right: lambda forum, rules, *rest, **more: right(forum, rules[1:], *rest, **more),
    ),
    "rooms are matched from the last": (
        solution,
        "match",
        lambda right: lambda choices: right({one: list(reversed(rooms)) for one, rooms in choices.items()}),
    ),
    "agendas are lost on reading": (solution, "segment_times", lambda right: lambda *_: []),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_solving_is_noticed(monkeypatch, fault):
    module, name, wrong = FAULTS[fault]
    assert answers()
    monkeypatch.setattr(module, name, wrong(getattr(module, name)))
    assert solving_notices()


def test_small_forums_are_possible_and_impossible():
    assert {answer.status for answer in answers()} == {"optimal", "impossible"}
    assert len(small()) == len(answers())
