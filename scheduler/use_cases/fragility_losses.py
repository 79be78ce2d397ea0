"""All that a forum can lose, and the forum without it."""

from collections.abc import Iterator

from scheduler.domain.forum import Forum
from scheduler.domain.party import Party
from scheduler.domain.room import Closure
from scheduler.domain.window import Window, WindowWords
from scheduler.publishing.fragility_values import Loss


def losses_of(forum: Forum) -> tuple[Loss, ...]:
    """List all that a forum can lose.

    Parameters
    ----------
    forum
        The forum.

    Returns
    -------
    tuple of Loss
        Every open room in every period of every day; every officer, which is a party with a duty or a
        statement, in every period and at all times; and one interpretation team after the other.
    """
    return tuple(_losses(forum))


def _losses(forum: Forum) -> Iterator[Loss]:
    for room in forum.rooms:
        yield from (Loss("room", room.room, *when) for when in half_days(forum))
    for party in officers(forum):
        yield from (Loss("officer", party, *when) for when in half_days(forum))
        yield Loss("away", party)
    for fewer in range(1, forum.venue.interpretation.teams + 1):
        yield Loss("teams", fewer=fewer)


def half_days(forum: Forum) -> list[tuple[str, str]]:
    """List the periods of all days.

    Parameters
    ----------
    forum
        The forum.

    Returns
    -------
    list of tuple of str
        Day and period, in the order of time.
    """
    return list(forum.clock.periods_by_day)


def officers(forum: Forum) -> list[str]:
    """List the parties that have a duty in a session, or make a statement there.

    Parameters
    ----------
    forum
        The forum.

    Returns
    -------
    list of str
        Ids, in the order of the forum's parties.
    """
    needed = {need.party for need in forum.needs}
    return [party.party for party in forum.parties if party.party in needed]


def window_of(forum: Forum, loss: Loss) -> Window:
    """Tell for how long something is lost.

    Parameters
    ----------
    forum
        The forum.
    loss
        A room or an officer.

    Returns
    -------
    Window
        One period, or from the first day on.
    """
    return WindowWords(forum.clock).read(loss.when or f"from {forum.clock.days[0].name}")


def is_already(forum: Forum, loss: Loss) -> bool:
    """Tell whether nothing is lost, because it is so by the forum's own data.

    Parameters
    ----------
    forum
        The forum.
    loss
        One of its losses.

    Returns
    -------
    bool
        True for a room that is closed then, and for a party that is not there.
    """
    if loss.sort == "teams":
        return False
    if loss.sort == "room":
        windows = [closure.window for closure in forum.closures if closure.room == loss.of]
    else:
        windows = list(forum.party_by_id[loss.of].unavailable)
    lost = window_of(forum, loss)
    return any(window.holds(lost.start, lost.end) for window in windows)


def without(forum: Forum, loss: Loss) -> Forum:
    """Take something from a forum, as a planner would write it into the forum's data.

    Parameters
    ----------
    forum
        The forum.
    loss
        One of its losses.

    Returns
    -------
    Forum
        With a closure or a time of absence more, or with fewer interpretation teams.
    """
    if loss.sort == "teams":
        offer = forum.venue.interpretation
        fewer = offer.replace(teams=offer.teams - loss.fewer)
        return forum.replace(venue=forum.venue.replace(interpretation=fewer))
    window = window_of(forum, loss)
    if loss.sort == "room":
        return forum.replace(closures=(*forum.closures, Closure(room=loss.of, window=window)))
    parties = (_away(party, window) if party.party == loss.of else party for party in forum.parties)
    return forum.replace(parties=tuple(parties))


def _away(party: Party, window: Window) -> Party:
    others = (one for one in party.unavailable if not window.holds(one.start, one.end))
    windows = sorted((*others, window), key=lambda one: (one.start, one.end))
    return party.replace(unavailable=tuple(windows))


def first_alike(forum: Forum, loss: Loss) -> Loss:
    """Find the first officer whose absence is the same to the timetable.

    Parameters
    ----------
    forum
        The forum.
    loss
        One of its losses.

    Returns
    -------
    Loss
        Of a party that is needed in the same sessions and segments and is there at the same times; itself
        for all that is no officer.
    """
    if loss.sort not in ("officer", "away"):
        return loss
    own = _needed_and_there(forum, loss.of)
    first = next(party for party in officers(forum) if _needed_and_there(forum, party) == own)
    return Loss(loss.sort, first, loss.day, loss.period)


def _needed_and_there(forum: Forum, party: str) -> tuple[frozenset[tuple[str, str | None]], frozenset[str]]:
    needs = {(need.session, need.segment) for need in forum.needs if need.party == party}
    return frozenset(needs), frozenset(window.words for window in forum.party_by_id[party].unavailable)
