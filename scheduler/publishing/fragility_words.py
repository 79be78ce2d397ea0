"""Losses and what they come to, in a planner's words."""

from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.domain.difference import DifferenceKind
from scheduler.domain.forum import Forum, Need
from scheduler.domain.listed import listed
from scheduler.publishing.fragility_values import Effect, Fragility, Loss
from scheduler.publishing.moves import moves_of
from scheduler.publishing.plain_words import named, one_line, spelled

_KINDS: dict[DifferenceKind, str] = {"day": "day", "time": "time", "room": "room", "segment": "agenda"}
"""In how few words a kind of move is said."""


@dataclass(frozen=True)
class Cell:
    """What stands in a table for a loss: a class of its look, a sign, kinds of moves, and all in words."""

    look: str
    sign: str
    kinds: tuple[str, ...]
    words: str


def loss_words(forum: Forum, loss: Loss) -> str:
    """Say what is lost.

    Parameters
    ----------
    forum
        The forum.
    loss
        One of its losses.

    Returns
    -------
    str
        A sentence without a full stop, such as ``Conference Room 4 is closed on day-1 morning``.
    """
    if loss.sort == "room":
        return f"{named(forum.room_name(loss.of), loss.of)} is closed on {loss.when}"
    if loss.sort == "teams":
        return _teams_words(forum, loss)
    name = named(forum.party_name(loss.of), loss.of)
    return f"{name} cannot come at all" if loss.sort == "away" else f"{name} is not there on {loss.when}"


def _teams_words(forum: Forum, loss: Loss) -> str:
    left = forum.venue.interpretation.teams - loss.fewer
    teams = f"{loss.fewer} interpretation team{'s are' if loss.fewer > 1 else ' is'} missing"
    return f"{teams}, so that {left or 'none'} {'is' if left < 2 else 'are'} left"


def effect_words(effect: Effect) -> str:
    """Say what a loss comes to.

    Parameters
    ----------
    effect
        Of a loss.

    Returns
    -------
    str
        A sentence without a full stop.
    """
    if effect.outcome == "impossible":
        return "no programme is possible"
    if effect.outcome == "undecided":
        return "it was not found out in the time given what it comes to"
    if effect.outcome == "moved":
        return _moved_words(effect)
    is_so = "it is so already by the forum's own data, and " if effect.outcome == "already" else ""
    anyway = effect.moves
    more = f"nothing more moves than {_meetings(anyway)} without it" if anyway else "nothing moves"
    return is_so + more


def _moved_words(effect: Effect) -> str:
    number = effect.moves or 0
    kinds = ", ".join(f"{count} to another {kind}" for kind, count in _counts(effect) if kind != "agenda")
    said = f"{_meetings(number)} {'moves' if number == 1 else 'move'}"
    said += f" ({kinds})" if kinds else ""
    return said if effect.proven else f"{said}; perhaps fewer, as time ran out before the proof"


def _meetings(number: int) -> str:
    return f"{number} meeting{'s' if number != 1 else ''}"


def _counts(effect: Effect) -> Iterator[tuple[str, int]]:
    found = effect.difference.counts if effect.difference else {}
    yield from ((words, found[kind]) for kind, words in _KINDS.items() if kind in found)


def _ways(effect: Effect) -> Iterator[str]:
    """Say in few words how many meetings move in each way."""
    for kind, count in _counts(effect):
        yield f"{count} in the agenda" if kind == "agenda" else f"{count} to another {kind}"


def proofs(effect: Effect) -> tuple[str, ...]:
    """Say how many meetings move in each way, with the proof that fewer is impossible.

    Parameters
    ----------
    effect
        Of a loss.

    Returns
    -------
    tuple of str
        Sentences; none where there is no programme of its own.
    """
    found = moves_of(effect.programme) if effect.programme else None
    return found.counts if found else ()


def cell_of(forum: Forum, effect: Effect) -> Cell:
    """Say in a table what a loss comes to.

    Parameters
    ----------
    forum
        The forum.
    effect
        Of one of its losses.

    Returns
    -------
    Cell
        The sign alone tells what it is: a number of moves, ``✕``, ``?``, or ``–`` where nothing is lost.
    """
    words = f"{loss_words(forum, effect.loss)}: {effect_words(effect)}"
    kinds = tuple(_ways(effect)) if effect.outcome == "moved" else ()
    return Cell(effect.outcome, sign_of(effect), kinds, words)


def sign_of(effect: Effect) -> str:
    """Say in one sign what a loss comes to.

    Parameters
    ----------
    effect
        Of a loss.

    Returns
    -------
    str
        As ``cell_of`` has it; a number that may be too large begins with ``≤``.
    """
    signs = {"already": "–", "impossible": "✕", "undecided": "?"}
    number = f"{'' if effect.proven else '≤'}{effect.moves}"
    return signs.get(effect.outcome, number)


def counted_from(found: Fragility) -> str:
    """Say from what moves are counted.

    Parameters
    ----------
    found
        What each loss comes to.

    Returns
    -------
    str
        A sentence with a full stop.
    """
    release = found.standing.forum.release
    if release is None or not found.released:
        best = found.standing.status == "optimal"
        programme = "the best programme" if best else "the programme found in the time given"
        return f"Moves are counted from {programme}, as nothing has been released."
    said = f"Moves are counted from release {release.number} ({release.status})."
    anyway = found.moving_anyway
    move = f"{_meetings(anyway)} {'moves' if anyway == 1 else 'move'}"
    return f"{said} Without any loss {move} from it." if anyway else said


def duties_lost(found: Fragility, loss: Loss) -> tuple[str, ...]:
    """List the duties that somebody else would have to take.

    Parameters
    ----------
    found
        What each loss comes to.
    loss
        An officer who is not there; others have no duties.

    Returns
    -------
    tuple of str
        Role, session and segment of each that the programme has at that time; at all times for an officer
        who cannot come.
    """
    forum = found.standing.forum
    needs = (need for need in forum.needs if need.party == loss.of and loss.sort in ("officer", "away"))
    return tuple(dict.fromkeys(_duty(forum, need) for need in needs if _is_then(found, need, loss)))


def _is_then(found: Fragility, need: Need, loss: Loss) -> bool:
    if not loss.day:
        return True
    clock = found.standing.forum.clock
    period = next(one for one in clock.periods if one.name == loss.period)
    start, end = clock.minute(loss.day, period.start), clock.minute(loss.day, period.end)
    session = found.standing.forum.session_by_id[need.session]
    times = found.standing.timetable.times_of(session, need.segment)
    return any(begin < end and start < until for begin, until, _ in times)


def _duty(forum: Forum, need: Need) -> str:
    session = forum.session_by_id[need.session]
    titles = {part.segment: named(part.title, part.segment) for part in session.segments}
    within = f', "{titles[need.segment]}"' if need.segment in titles else ""
    return f"{spelled(need.role)} of {named(session.title, session.session)}{within}"


def told(effect: Effect) -> tuple[tuple[str, str, int], ...]:
    """List who has to be told of moves.

    Parameters
    ----------
    effect
        Of a loss.

    Returns
    -------
    tuple of tuple
        For each meeting that moves its title, those with a duty in it, and how many parties it concerns.
    """
    if effect.programme is None or effect.difference is None:
        return ()
    forum, duties = effect.programme.forum, effect.difference.now.duties or {}
    rows = []
    for one in effect.difference.meetings:
        session = forum.session_by_id[forum.meeting_by_id[one.meeting].session]
        names = dict.fromkeys(named(duty.name, duty.party) for duty in duties.get(one.meeting, ()))
        title = named(one.shown.title, one.meeting)
        rows.append((title, listed(names) if names else "nobody", len(forum.attendance(session))))
    return tuple(rows)


def in_the_data(forum: Forum, loss: Loss) -> str:
    """Say how a loss is written into the forum's data.

    Parameters
    ----------
    forum
        The forum.
    loss
        One of its losses.

    Returns
    -------
    str
        A sentence with a full stop.
    """
    if loss.sort == "room":
        return f"In rooms.yaml, under closures: {{room: {loss.of}, window: {loss.when}}}."
    if loss.sort == "teams":
        left = forum.venue.interpretation.teams - loss.fewer
        return f"In the data of the venue {one_line(forum.venue.venue)}, under interpretation: teams: {left}."
    when = loss.when or f"from {forum.clock.days[0].name}"
    return f"In parties.csv, in the row of {loss.of}: {when} in the column unavailable."
