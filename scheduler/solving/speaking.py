"""From a debate and its rules to the best list of speakers, with the proof that nothing better exists."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from scheduler.board.speakers import SpeakersBoard, decided
from scheduler.board.speaking_order import Amount
from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers
from scheduler.domain.programme import LevelResult, Status
from scheduler.rules import Rule, SpeakersPreference, SpeakersRule
from scheduler.solving.levels import start_from
from scheduler.solving.run import NO_DEADLINE, Deadline, Run, Settings, run, run_otherwise
from scheduler.solving.spoken import read_list

_FEW = 40
"""Loose speakers up to which one worker ends before several have begun."""

_NOTHING = Run("impossible", (), 0, 0)

_MOST = 2**50
"""Up to which numbers several decisions are made in one objective, which the solver tells as a float."""


@dataclass(frozen=True)
class SpeakersSolution:
    """What the making of a list came to; ``spoken`` is ``None`` unless it is ``optimal`` or ``feasible``."""

    status: Status
    spoken: ListOfSpeakers | None = None
    levels: tuple[LevelResult, ...] = ()


def post_speakers(
    debate: Debate, rules: Iterable[Rule], *, chain: bool = True, waiting: bool = True
) -> SpeakersBoard:
    """Post the clauses on lists of speakers.

    Parameters
    ----------
    debate
        The debate.
    rules
        Those of a forum's clauses; rules on other things are passed over.
    chain, waiting
        As for ``SpeakersBoard``.

    Returns
    -------
    SpeakersBoard
        Complete.
    """
    board = SpeakersBoard(debate, chain=chain, waiting=waiting)
    for rule in rules:
        if isinstance(rule, SpeakersRule):
            rule.post(board)
        elif isinstance(rule, SpeakersPreference):
            rule.price(board)
    return board


def list_speakers(
    debate: Debate, rules: Sequence[Rule], deadline: Deadline = NO_DEADLINE
) -> SpeakersSolution:
    """Find the best list of speakers of a debate.

    Parameters
    ----------
    debate
        The debate.
    rules
        Those of the forum's clauses; their wishes are levels in their order.
    deadline
        When to stop.

    Returns
    -------
    SpeakersSolution
        ``optimal`` when every level is proven and the list is the canonical one; ``impossible`` when a second
        configuration of the solver agrees that there is none.
    """
    wishes = [rule.clause.clause for rule in rules if isinstance(rule, SpeakersPreference)]
    # In nearly all lists nobody waits: the smaller model without any waiting is tried first. Where it has a
    # list none waits less, and so that is the best if nothing counts before waiting.
    board = post_speakers(debate, rules, waiting=False)
    best, levels = _NOTHING, list[LevelResult]()
    if wishes and board.prices.waited_for == wishes[0]:
        best, levels = _minimised(board, wishes, deadline)
    if best.status == "impossible":
        board = post_speakers(debate, rules)
        best, levels = _minimised(board, wishes, deadline)
    if not best.found:
        return SpeakersSolution(_confirmed(debate, rules, best.status, deadline))
    status: Status = "optimal" if all(level.proven for level in levels) else "feasible"
    if status == "optimal":
        best, status = _first_of_the_best(board, best, deadline)
    return SpeakersSolution(status, read_list(board, best), tuple(levels))


def _confirmed(debate: Debate, rules: Sequence[Rule], status: Status, deadline: Deadline) -> Status:
    """Let a second configuration confirm that there is no list."""
    if status != "impossible":
        return status
    second = run_otherwise(post_speakers(debate, rules).model, deadline)
    return "invalid" if second.found else second.status


def _minimised(board: SpeakersBoard, wishes: list[str], deadline: Deadline) -> tuple[Run, list[LevelResult]]:
    """Minimise wish by wish, each without giving up those before it."""
    levels: list[LevelResult] = []
    best: Run | None = None
    for number, wish in enumerate(wishes, 1):
        terms = board.prices.terms([wish])
        paid = cp_model.LinearExpr.weighted_sum([one for _, one in terms], [price for price, _ in terms])
        value = bound = sum(price * best.of(one) for price, one in terms) if best else 0
        if value or (best is None and board.prices.can_cost(wish)):
            answer = _run(board, paid, best, deadline)
            if not answer.found and best is None:
                return answer, []
            best = answer if answer.found else best
            assert best is not None  # the first run found something, or has returned
            value = sum(price * best.of(one) for price, one in terms)
            bound = max(0, answer.bound) if terms else 0
        board.model.add(paid <= value)
        levels.append(LevelResult(level=number, clauses=(wish,), value=value, bound=bound))
    return best or run(board.model, _settings(board), deadline), levels


def _run(board: SpeakersBoard, paid: Amount, best: Run | None, deadline: Deadline) -> Run:
    if best is not None:
        start_from(board.model, best)
    board.model.minimize(paid)
    return run(board.model, _settings(board), deadline)


def _settings(board: SpeakersBoard) -> Settings:
    few = len(board.order.loose) <= _FEW
    return Settings(workers=1 if few else 8, quick=few)


def _first_of_the_best(board: SpeakersBoard, best: Run, deadline: Deadline) -> tuple[Run, Status]:
    """Exchange a proven best list for the first of them, decision by decision, several at a time."""
    if _is_alone(board, best, deadline):
        return best, "optimal"
    for amounts in _together(board):
        objective: Amount = 0
        for amount, most in amounts:
            objective = objective * (most + 1) + amount
        answer = _run(board, objective, best, deadline)
        if answer.status != "optimal":
            return best, "feasible" if answer.status != "impossible" else "invalid"
        board.model.add(objective == answer.value)
        best = answer
    return best, "optimal"


def _is_alone(board: SpeakersBoard, best: Run, deadline: Deadline) -> bool:
    """Tell whether no other list is as good, which one run shows sooner than several find the first."""
    model = board.model
    differs = [model.new_bool_var("") for _ in decided(board)]
    for (decision, _), differ in zip(decided(board), differs, strict=True):
        amount = cp_model.LinearExpr.sum([decision])
        others = cp_model.Domain.from_values([_came_to(amount, best)]).complement()
        model.add_linear_expression_in_domain(amount, others).only_enforce_if(differ)
    another = model.new_bool_var("")
    model.add_bool_or([*differs, another.negated()])
    answer = _run(board, 1 - another, best, deadline)
    return answer.status == "optimal" and answer.value == 1


def _came_to(amount: cp_model.LinearExpr, best: Run) -> int:
    """Return what an amount comes to in a list."""
    flat = cp_model.FlatIntExpr(amount)
    return flat.offset + sum(price * best.of(one) for one, price in zip(flat.vars, flat.coeffs, strict=True))


def _together(board: SpeakersBoard) -> Iterator[list[tuple[Amount, int]]]:
    """Put decisions together as digits of one number, as many as the solver can count."""
    found: list[tuple[Amount, int]] = []
    size = 1
    for amount, most in decided(board):
        if found and size * (most + 1) > _MOST:
            yield found
            found, size = [], 1
        found.append((amount, most))
        size *= most + 1
    yield found
