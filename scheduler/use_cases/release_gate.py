"""What may be published: no breach of a mandate, and no breach of practice that nobody answers for."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from scheduler.domain.maybe import maybe
from scheduler.domain.release import Acknowledgement
from scheduler.domain.verdict import Breach
from scheduler.rules import Rule

_FIRM = "and only a breach of practice can be answered for. Maybe put it right in the timetable"


class NothingToAcknowledge(ValueError):
    """A clause is acknowledged that is not broken, or may not be."""


def acknowledged(
    breaches: Sequence[Breach],
    reasons: Mapping[str, str],
    before: Iterable[Acknowledgement],
    clauses: Collection[str],
) -> tuple[Acknowledgement, ...]:
    """Put reasons to breaches of practice.

    Parameters
    ----------
    breaches
        What the judge found.
    reasons
        Why a clause may be broken, by its id.
    before
        What was acknowledged in the last release; it stands as long as the judge says the same.
    clauses
        Ids of all clauses of the forum.

    Returns
    -------
    tuple of Acknowledgement
        One for each breach of practice that somebody answers for.

    Raises
    ------
    NothingToAcknowledge
        Names the clause, and those that could be meant.
    """
    practice = [breach for breach in breaches if breach.tier == "practice"]
    known = sorted({breach.clause for breach in practice})
    for clause in reasons:
        if clause not in known:
            raise NothingToAcknowledge(_no_answer(clause, breaches, known, clauses))
    standing = {_of(one): one.because for one in before}
    found = ((breach, reasons.get(breach.clause) or standing.get(_of(breach))) for breach in practice)
    return tuple(_acknowledgement(breach, because) for breach, because in found if because)


def _no_answer(clause: str, breaches: Sequence[Breach], known: list[str], clauses: Collection[str]) -> str:
    firm = next((one for one in breaches if one.clause == clause), None)
    if firm:
        return f"the clause '{clause}' is of tier {firm.tier}, {_FIRM}"
    if clause in clauses:
        return f"the clause '{clause}' is not broken.{maybe(clause, known)}"
    return f"there is no clause '{clause}'.{maybe(clause, known or sorted(clauses))}"


def _of(one: Breach | Acknowledgement) -> tuple[str, str, str]:
    return one.clause, one.subject, one.sentence


def _acknowledgement(breach: Breach, because: str) -> Acknowledgement:
    clause, subject, sentence = _of(breach)
    return Acknowledgement(clause=clause, subject=subject, sentence=sentence, because=because)


def in_the_way(
    breaches: Iterable[Breach], rules: Iterable[Rule], answered: Iterable[Acknowledgement]
) -> tuple[Breach, ...]:
    """List what keeps a timetable from being published.

    Parameters
    ----------
    breaches
        What the judge found.
    rules
        Those of the forum's clauses. What cannot be put right any more, such as a deadline that
        was missed, does not stand in the way.
    answered
        Breaches of practice that somebody answers for.

    Returns
    -------
    tuple of Breach
        In the order of the judge.
    """
    passed = {rule.clause.clause for rule in rules if getattr(rule, "STOPS", True) is False}
    fine = {_of(one) for one in answered}
    return tuple(one for one in breaches if one.clause not in passed and _of(one) not in fine)
