"""What of a forum's own data keeps a timetable from being made."""

from collections.abc import Iterable, Sequence

from scheduler.domain.verdict import Breach
from scheduler.rules import Rule


def stopping(rules: Sequence[Rule], breaches: Iterable[Breach]) -> tuple[Breach, ...]:
    """Choose the breaches that are never relaxed and could still be put right.

    Parameters
    ----------
    rules
        Those of the clauses that the forum follows.
    breaches
        Of the forum's own data.

    Returns
    -------
    tuple of Breach
        Of tier physical or mandate.
    """
    stopping = {rule.clause.clause for rule in rules if getattr(rule, "STOPS", False)}
    return tuple(one for one in breaches if one.clause in stopping and one.tier in ("physical", "mandate"))
