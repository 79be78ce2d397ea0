"""Whose times make a list of speakers impossible."""

from collections.abc import Sequence

from scheduler.domain.list_of_speakers import Debate
from scheduler.rules import Rule, SpeakersRule
from scheduler.solving.run import NO_DEADLINE, Deadline, Settings, run, run_otherwise
from scheduler.solving.speaking import post_speakers


def clashing(debate: Debate, rules: Sequence[Rule], deadline: Deadline = NO_DEADLINE) -> tuple[str, ...]:
    """Find speakers whose times cannot all be kept, none of whom can be left out.

    Each speaker's times are dropped in turn, and stay dropped where there is no list without them either;
    each question is put to a second configuration of the solver too where the answer is "no".

    Parameters
    ----------
    debate
        A debate without a list, but with one if everybody could always be there.
    rules
        Those of the forum's clauses.
    deadline
        When to stop: then what is left may be more than is needed.

    Returns
    -------
    tuple of str
        Parties in the plain order.
    """
    needed = [call.party for call in debate.calls if not call.free]
    for party in list(needed):
        fewer = [one for one in needed if one != party]
        if _impossible(_keeping(debate, fewer), rules, deadline):
            needed = fewer
    return tuple(needed)


def _keeping(debate: Debate, parties: Sequence[str]) -> Debate:
    """Keep the times of some speakers, and let all others come whenever they are called."""
    whole = tuple((one.start, one.end) for one in debate.stretches)
    calls = (
        call if call.free or call.party in parties else call.replace(there=whole) for call in debate.calls
    )
    return debate.replace(calls=tuple(calls))


def _impossible(debate: Debate, rules: Sequence[Rule], deadline: Deadline) -> bool:
    required = [rule for rule in rules if isinstance(rule, SpeakersRule)]
    first = run(post_speakers(debate, required).model, Settings(workers=1), deadline)
    if first.status != "impossible":
        return False
    return run_otherwise(post_speakers(debate, required).model, deadline).status == "impossible"
