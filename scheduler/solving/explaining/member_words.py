"""Members of an explanation in the words of planners, with paragraphs, names and reasons."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from scheduler.domain.clause import Clause
from scheduler.domain.forum import Forum
from scheduler.domain.listed import listed
from scheduler.domain.session import Session
from scheduler.meeting_options import PlaceOptions, ReleasedOptions
from scheduler.options import vocabulary
from scheduler.rules import Rule, activate
from scheduler.solving.contradiction_words import pin_words
from scheduler.solving.explaining.members import Member, is_of_whole_days, rooms_of_day


def member_sentence(forum: Forum, member: Member) -> str:
    """Say a clause or a fact.

    Parameters
    ----------
    forum
        The forum.
    member
        One of its members.

    Returns
    -------
    str
        A sentence without a full stop; clauses come with paragraph and tier, pins with who and why.
    """
    if member.clause:
        return _clause(forum, activate(member.clause, vocabulary(forum)))
    return _FACTS[member.sort](forum, member.of)


def member_grounds(forum: Forum, member: Member) -> tuple[str, ...]:
    """List the facts of the forum's data that a clause goes by.

    Parameters
    ----------
    forum
        The forum.
    member
        One of its members.

    Returns
    -------
    tuple of str
        They stand in brackets at the end of its sentence; none for facts and pins.
    """
    if member.clause is None or member.sort == "pin":
        return ()
    return tuple(activate(member.clause, vocabulary(forum)).grounds(forum))


def background_sentences(forum: Forum, rules: Iterable[Rule]) -> tuple[str, ...]:
    """Say what is given in every explanation.

    Parameters
    ----------
    forum
        The forum.
    rules
        Physical clauses, and the official hours where the forum keeps them.

    Returns
    -------
    tuple of str
        Sentences without a full stop.
    """
    return tuple(_cited(rule.clause) + _grounds(rule, forum) for rule in rules)


def _clause(forum: Forum, rule: Rule) -> str:
    if isinstance(rule.options, PlaceOptions | ReleasedOptions):
        return pin_words(forum, rule)
    return _cited(rule.clause) + _grounds(rule, forum)


def _cited(clause: Clause) -> str:
    cited = f"paragraph {clause.paragraph} of {clause.mandate}" if clause.paragraph else clause.mandate
    return f"{clause.clause}, {cited} ({clause.tier}): {clause.says.rstrip('.')}"


def _grounds(rule: Rule, forum: Forum) -> str:
    grounds = [*rule.grounds(forum)]
    return f" ({'; '.join(grounds)})" if grounds else ""


def _closure(forum: Forum, of: tuple[str, ...]) -> str:
    closures = [one for one in forum.closures if (one.room, one.window.words) == of]
    because = closures[0].because if closures else ""
    return f"{forum.room_name(of[0])} is closed {_when(of[1])}" + (f" ({because})" if because else "")


def _when(words: str) -> str:
    return words if words.startswith(("from ", "until ")) else f"on {words}"


def _rooms(forum: Forum, days: tuple[str, ...]) -> str:
    rooms = [forum.room_name(room) for room in rooms_of_day(forum, days[0])]
    said = f"only {listed(rooms)} {'is' if len(rooms) == 1 else 'are'} open" if rooms else "no room is open"
    closed = [*dict.fromkeys(_closed(forum, days))]
    return f"{said} on {listed(days)}" + (f": {'; '.join(closed)}" if closed else "")


def _closed(forum: Forum, days: tuple[str, ...]) -> Iterator[str]:
    spans = [(forum.clock.midnight(day), forum.clock.midnight_after(day)) for day in days]
    for closure in forum.closures:
        if is_of_whole_days(forum, closure) and any(closure.window.meets(*span) for span in spans):
            yield _closure(forum, (closure.room, closure.window.words))


def _absence(forum: Forum, of: tuple[str, ...]) -> str:
    windows = [_when(window.words) for window in forum.party_by_id[of[0]].unavailable]
    return f"{forum.party_name(of[0])} is not there {listed(windows)}"


def _duties(forum: Forum, of: tuple[str, ...]) -> str:
    needs = (need for need in forum.needs if need.party == of[0])
    roles = [f"{forum.session_by_id[need.session].title} ({need.role})" for need in needs]
    return f"{forum.party_name(of[0])} is needed in {listed(dict.fromkeys(roles))}"


def _needs(forum: Forum, of: tuple[str, ...]) -> str:
    """Say each need with the sessions that have it."""
    needing: dict[str, list[Session]] = {}
    for session in _of_kind(forum, of[0]):
        seats = [f"{session.seats} seats"] if session.seats is not None else []
        for need in (*session.features, *seats):
            needing.setdefault(need, []).append(session)
    together: dict[tuple[str, ...], list[str]] = {}
    for need, sessions in needing.items():
        together.setdefault(tuple(one.session for one in sessions), []).append(need)
    return "; ".join(
        f"{_some(forum, of[0], names)} {'need' if len(names) > 1 else 'needs'} a room with {listed(needs)}"
        for names, needs in sorted(together.items(), key=lambda pair: len(pair[0]))
    )


def _agenda(forum: Forum, of: tuple[str, ...]) -> str:
    session = forum.session_by_id[of[0]]
    least = sum(segment.least for segment in session.segments)
    bounded = all(segment.most is not None for segment in session.segments)
    most = sum(segment.most or 0 for segment in session.segments)
    minutes = (
        f"from {least} to {most}" if bounded and most != least else f"{'' if bounded else 'at least '}{least}"
    )
    return f"the agenda of {session.title} takes {minutes} minutes"


def _length(forum: Forum, of: tuple[str, ...]) -> str:
    lasting: dict[str, list[str]] = {}
    for session in _of_kind(forum, of[0]):
        lasting.setdefault(_lasting(session), []).append(session.session)
    said = sorted(lasting.items(), key=lambda pair: len(pair[1]))
    return "; ".join(
        f"{_some(forum, of[0], names, rest=0 < number == len(said) - 1)} "
        + (f"have {length} each" if len(names) > 1 else f"has {length}")
        for number, (length, names) in enumerate(said)
    )


def _some(forum: Forum, kind: str, names: Sequence[str], *, rest: bool = False) -> str:
    """Name sessions; those of a kind that were not named before, if many, together."""
    sessions = [forum.session_by_id[name] for name in names]
    if rest and len(sessions) > 2:
        return f"the other {len(sessions)} sessions of kind {kind}"
    if len(sessions) < len(_of_kind(forum, kind)):
        return listed([session.title for session in sessions])
    return _titles(sessions)


def _lasting(session: Session) -> str:
    minutes = " and ".join(str(length) for length in dict.fromkeys(session.lengths))
    number = f"{session.meetings} meetings" if session.meetings > 1 else "1 meeting"
    around = session.setup + session.teardown
    return f"{number} of {minutes} minutes" + (f" and {around} more for the room" if around else "")


def _of_kind(forum: Forum, kind: str) -> list[Session]:
    return [session for session in forum.sessions if session.kind == kind]


def _titles(sessions: list[Session]) -> str:
    if len(sessions) > 3:
        return f"the {len(sessions)} sessions of kind {sessions[0].kind}"
    return listed([session.title for session in sessions])


_FACTS: dict[str, Callable[[Forum, tuple[str, ...]], str]] = {
    "closure": _closure,
    "rooms": _rooms,
    "absence": _absence,
    "duties": _duties,
    "needs": _needs,
    "agenda": _agenda,
    "length": _length,
}
