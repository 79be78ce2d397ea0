"""Officers who could be moved: somebody else has the duty, or an absence is lifted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scheduler.domain.clause import Clause
from scheduler.domain.costs import RelaxationSort
from scheduler.domain.edits import AbsenceLifted, DutiesFreed
from scheduler.domain.forum import Forum
from scheduler.domain.listed import listed
from scheduler.domain.party import Party
from scheduler.domain.session import Session
from scheduler.rules import Rule, active_rules
from scheduler.solving.relaxing.relaxations import Relaxation, broken_by_data, price_of


@dataclass(frozen=True)
class Irreplaceable:
    """A party whose duties a clause of the forum's data leaves to nobody else, and the sentence on it."""

    party: str
    sentence: str


_SORT: RelaxationSort = "officer"
_SOMEBODY = "somebody-else"


def officers(forum: Forum, rules: Sequence[Rule]) -> Iterator[Relaxation]:
    """Offer to move those who are away at times, or needed in several sessions.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses it follows.

    Yields
    ------
    Relaxation
        For each of their duties, but where a clause of the forum's data names who has to have it; and
        for each absence.
    """
    price = price_of(forum, _SORT)
    for party in forum.parties:
        needed = {need.session for need in forum.needs if need.party == party.party}
        if not needed or (len(needed) == 1 and not party.unavailable):
            continue
        for session in forum.sessions:
            roles = [duty.role for duty in session.duties if duty.party == party.party]
            if roles and not _broken_by_another(forum, rules, party, session):
                said = f"Let somebody else than {party.name} be {listed(list(dict.fromkeys(roles)))}"
                yield Relaxation(
                    _SORT,
                    (party.party, session.session),
                    price,
                    (DutiesFreed(session.session, party.party),),
                    f"{said} of {session.title}.",
                )
        if party.unavailable:
            words = listed([window.words for window in party.unavailable])
            sentence = f"Let {party.name} be there at all times, not unavailable {words}."
            yield Relaxation(_SORT, (party.party,), price, (AbsenceLifted(party.party),), sentence)


def irreplaceable(forum: Forum, rules: Sequence[Rule]) -> Iterator[Irreplaceable]:
    """Find the officers whom a clause names.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses it follows.

    Yields
    ------
    Irreplaceable
        One for each party and session, with the clauses that anybody else would break.
    """
    clauses = {rule.clause.clause: rule.clause for rule in rules}
    for session in forum.sessions:
        for party in forum.parties:
            roles = [duty.role for duty in session.duties if duty.party == party.party]
            broken = sorted(_broken_by_another(forum, rules, party, session)) if roles else []
            if broken:
                said = [_cited(clauses[name]) for name in broken]
                role = listed(list(dict.fromkeys(roles)))
                sentence = f"{party.name} cannot be replaced as {role} of {session.title}: {'; '.join(said)}"
                yield Irreplaceable(party.party, sentence)


def _cited(clause: Clause) -> str:
    paragraph = f", paragraph {clause.paragraph}" if clause.paragraph else ""
    return f"{clause.clause}{paragraph}: {clause.says.rstrip('.')}"


def _broken_by_another(forum: Forum, rules: Sequence[Rule], party: Party, session: Session) -> set[str]:
    """Return the clauses that are broken when another party of the same kind and group has the duties."""
    other = party.replace(party=_SOMEBODY, unavailable=())
    duties = tuple(
        duty.replace(party=_SOMEBODY) if duty.party == party.party else duty for duty in session.duties
    )
    changed = forum.replace(
        parties=(*forum.parties, other),
        sessions=tuple(one.replace(duties=duties) if one is session else one for one in forum.sessions),
    )
    more = broken_by_data(changed, active_rules(changed)) - broken_by_data(forum, rules)
    return {clause for clause, _ in more}
