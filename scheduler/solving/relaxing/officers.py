"""Officers who could be moved: somebody else has the duty, or an absence is lifted."""

from collections.abc import Iterator, Sequence

from scheduler.domain.costs import RelaxationSort
from scheduler.domain.edits import AbsenceLifted, DutiesFreed
from scheduler.domain.forum import Forum
from scheduler.domain.listed import listed
from scheduler.domain.party import Party
from scheduler.domain.session import Session
from scheduler.rules import Rule, TimetableRule, active_rules
from scheduler.solving.relaxing.relaxations import Relaxation, broken_by_data, price_of

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
            if roles and _may_be_else(forum, rules, party, session):
                said = f"Let somebody else than {party.name} be {listed(list(dict.fromkeys(roles)))}"
                yield Relaxation(
                    _SORT,
                    (party.party, session.session),
                    price,
                    (DutiesFreed(session.session, party.party),),
                    f"{said} of {session.title}.",
                    widening=not _asked_for(rules, roles),
                )
        if party.unavailable:
            words = listed([window.words for window in party.unavailable])
            sentence = f"Let {party.name} be there at all times, not unavailable {words}."
            yield Relaxation(_SORT, (party.party,), price, (AbsenceLifted(party.party),), sentence)


def _asked_for(rules: Sequence[Rule], roles: list[str]) -> bool:
    """Tell whether a rule on timetables speaks of a role: it may ask for more where fewer have it."""
    return any(
        isinstance(rule, TimetableRule) and getattr(rule.options, "role", None) in roles for rule in rules
    )


def _may_be_else(forum: Forum, rules: Sequence[Rule], party: Party, session: Session) -> bool:
    """Tell whether another party of the same kind and group could have the duties without a breach."""
    other = party.replace(party=_SOMEBODY, unavailable=())
    duties = tuple(
        duty.replace(party=_SOMEBODY) if duty.party == party.party else duty for duty in session.duties
    )
    changed = forum.replace(
        parties=(*forum.parties, other),
        sessions=tuple(one.replace(duties=duties) if one is session else one for one in forum.sessions),
    )
    return broken_by_data(changed, active_rules(changed)) <= broken_by_data(forum, rules)
