"""From one edition of a forum to another: what carries over, and what has to be decided again."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scheduler.domain.clause import Clause, Mandate
from scheduler.domain.fact_words import change_words
from scheduler.domain.facts import Change, changes, facts_of
from scheduler.domain.forum import Forum
from scheduler.domain.listed import listed
from scheduler.domain.maybe import natural
from scheduler.meeting_options import PINS
from scheduler.publishing.heading_words import placeholder_words
from scheduler.reading import read_forum
from scheduler.use_cases.counted_names import count, names
from scheduler.use_cases.forum_names import forum_folder
from scheduler.use_cases.mandate_difference import (
    ClauseChange,
    MandateChange,
    clause_differences,
    mandate_differences,
)
from scheduler.use_cases.open_duties import open_duties, roles_listed
from scheduler.use_cases.roll_forward_beside import (
    beside_to_decide,
    edition_of,
    slots_carried,
    slots_otherwise,
)

_APART = (
    "forum",
    "title",
    "edition",
    "placeholder",
    "clock",
    "parties",
    "milestones",
    "mandates",
    "clauses",
    "levels",
)
"""Facts that are said in other words, or are always otherwise."""
_SESSION_APART = (("duties",), ("description",), ("source",), ("certainty",))
_PIN = f"{PINS}/"
_STAYING = "releases"
"""The mandate that a forum follows because it has a release, and not because anybody chose it."""


@dataclass(frozen=True)
class RollForward:
    """Two editions compared; each part in sentences.

    Parameters
    ----------
    before, now
        The editions.
    carried
        What is the same in both.
    to_decide
        What the later edition has not decided yet, with what the earlier one had.
    otherwise
        What else is not as it was.
    mandates
        What is otherwise in the mandates.
    """

    before: Forum
    now: Forum
    carried: tuple[str, ...]
    to_decide: tuple[str, ...]
    otherwise: tuple[str, ...]
    mandates: tuple[MandateChange, ...]


def roll_forward(before: str, now: str) -> RollForward:
    """Compare two editions.

    Parameters
    ----------
    before, now
        Names or folders of forums.

    Returns
    -------
    RollForward
        What planners of the later one have to look at.

    Raises
    ------
    NoSuchForum
        There is no such forum.
    BadData
        The data of one has problems.
    """
    folder = forum_folder(now)
    past = forum_folder(before)
    old, new = read_forum(past).forum, read_forum(folder).forum
    sides = edition_of(old, past), edition_of(new, folder)
    return RollForward(
        before=old,
        now=new,
        carried=(*_carried(old, new), *slots_carried(*sides)),
        to_decide=(*_to_decide(old, new, folder), *beside_to_decide(*sides)),
        otherwise=(*_otherwise(old, new), *slots_otherwise(*sides)),
        mandates=mandate_differences(_chosen(old), _chosen(new)),
    )


def _chosen(forum: Forum) -> tuple[Mandate, ...]:
    return tuple(one for one in forum.mandates if one.mandate != _STAYING)


def _carried(old: Forum, new: Forum) -> Iterator[str]:
    """Say what is the same; only where something is."""
    if _distances(old) == _distances(new):
        yield f"The days: {names([day.name for day in new.clock.days])}, as far from one another."
    sessions = [one.title for one in new.sessions if one.session in old.session_by_id]
    if sessions:
        yield f"{count(len(sessions), 'session')}: {names(sessions)}."
    rooms = [one.name for one in new.rooms if one.room in old.room_by_id]
    if rooms:
        yield f"{count(len(rooms), 'room')}: {names(rooms)}."
    parties = [one for one in new.parties if one.party in old.party_by_id]
    if parties:
        yield f"{count(len(parties), 'party')} by their ids."
    wishes = {one.clause for one in _wishes(old)} & {one.clause for one in _wishes(new)}
    if wishes:
        yield f"{count(len(wishes), 'clause')} of its own: {names(sorted(wishes, key=natural))}."
    if old.levels == new.levels:
        yield "The order in which wishes count."


def _distances(forum: Forum) -> list[tuple[str, int]]:
    first = forum.clock.days[0].date
    return [(day.name, (day.date - first).days) for day in forum.clock.days]


def _to_decide(old: Forum, new: Forum, folder: Path) -> Iterator[str]:
    if new.placeholder:
        yield placeholder_words(new)
    for one in open_duties(new):
        who = f"Who is appointed in {one.title}: {roles_listed(one.roles)}."
        yield who + _before(old, one.session, one.roles)
    undone = [one.milestone for one in new.milestones if one.done is None]
    if undone:
        yield f"When {listed(undone)} {'is' if len(undone) == 1 else 'are'} done."
    yield from _left_behind(old, new, folder)
    if not any(one.booked for one in new.closures):
        yield "When other bodies have the rooms: no booking is entered that touches its days."


def _left_behind(old: Forum, new: Forum, folder: Path) -> Iterator[str]:
    """Say what planners of the earlier edition had decided and nobody has again."""
    for one in old.set_aside:
        if one not in new.set_aside:
            yield f"Whether {one.clause} is set aside again, as in {old.forum}: {one.because.rstrip('.')}."
    pins = [one.clause for one in old.clauses if one.clause.startswith(_PIN)]
    if pins and not (folder / "pins.yaml").exists():
        yield f"Whether the {count(len(pins), 'pin')} of {old.forum} stay: {names(pins)}."


def _before(old: Forum, session: str, roles: tuple[str, ...]) -> str:
    """Say who had these roles."""
    found = old.session_by_id.get(session)
    had = [one for one in found.duties if one.role in roles and one.party] if found else []
    if not had:
        return ""
    return f" In {old.forum}: {listed(f'{old.party_name(str(one.party))} ({one.role})' for one in had)}."


def _otherwise(old: Forum, new: Forum) -> Iterator[str]:
    yield from _titles(old, new)
    if _distances(old) != _distances(new):
        yield f"The days: {names([f'{day.name} on {day.date}' for day in new.clock.days])}."
    if (old.clock.timezone, old.clock.periods) != (new.clock.timezone, new.clock.periods):
        yield "The time zone or the periods of its days."
    yield from _parties(old, new)
    found = changes(facts_of(old), facts_of(new))
    said = (change_words(one, new) for one in found if not _is_apart(one))
    yield from dict.fromkeys(f"{words[:1].upper()}{words[1:]}." for words in said)
    yield from map(_own_clause, clause_differences(_wishes(old), _wishes(new)))
    if old.levels != new.levels:
        yield "The order in which wishes count."


def _wishes(forum: Forum) -> tuple[Clause, ...]:
    return tuple(one for one in forum.clauses if not one.clause.startswith(_PIN))


def _own_clause(change: ClauseChange) -> str:
    if change.kind == "changed":
        return f"The clause {change.clause.clause}: {listed(one.field for one in change.fields)}."
    return f"The clause {change.clause.clause} is {change.kind}: {change.clause.says}"


def _is_apart(change: Change) -> bool:
    """Tell what other parts speak of: appointments and sources of a session among it."""
    if change.path[0] in _APART:
        return True
    return change.path[0] == "sessions" and change.path[2:3] in _SESSION_APART


def _titles(old: Forum, new: Forum) -> Iterator[str]:
    if old.title != new.title:
        yield f"Its title: {new.title}, instead of {old.title}."


def _parties(old: Forum, new: Forum) -> Iterator[str]:
    gone = [one.name for one in old.parties if one.party not in new.party_by_id]
    added = [one.name for one in new.parties if one.party not in old.party_by_id]
    both = [
        (old.party_by_id[one.party].name, one.name) for one in new.parties if one.party in old.party_by_id
    ]
    called = [f"{now}, no longer {was}" for was, now in both if was != now]
    if gone:
        yield f"{count(len(gone), 'party')} less: {names(gone)}."
    if added:
        yield f"{count(len(added), 'party')} more: {names(added)}."
    if called:
        yield f"{count(len(called), 'party')} with another name: {'; '.join(called)}."
