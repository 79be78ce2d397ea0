"""Breaches of practice that were given out: they stand while the facts under them do."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scheduler.domain.fact_weight import has_weight, told
from scheduler.domain.fact_words import change_words
from scheduler.domain.facts import Change, Facts, changes, facts_of, forum_of
from scheduler.domain.forum import Forum
from scheduler.domain.given_out import put_on_the_days_of
from scheduler.domain.programme import Lapse
from scheduler.domain.release import Acknowledgement, Release
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach, Verdict
from scheduler.rules import ForumRule, Rule, TimetableRule, active_rules
from scheduler.use_cases.involved import involved

_EVERYWHERE = frozenset({"clock", "set-aside"})
"""Facts under every breach: dates and hours."""


@dataclass(frozen=True)
class Spared:
    """What the last release breaks and may go on breaking, and what of it somebody answers for.

    ``lapses`` are the acknowledgements under which facts have changed.
    """

    breaches: tuple[Breach, ...] = ()
    acknowledged: tuple[Acknowledgement, ...] = ()
    lapses: tuple[Lapse, ...] = ()

    def sparing(self, forum: Forum) -> Forum:
        """Name the clauses in a forum that what stays where it was need not keep.

        Parameters
        ----------
        forum
            The forum.

        Returns
        -------
        Forum
            As it is solved.
        """
        return forum.replace(spared=tuple(dict.fromkeys(breach.clause for breach in self.breaches)))

    def split(self, verdict: Verdict) -> Verdict:
        """Take from a verdict the breaches that somebody answers for.

        Parameters
        ----------
        verdict
            Of a timetable.

        Returns
        -------
        Verdict
            With the others.
        """
        fine = {_of(one) for one in self.acknowledged}
        return verdict.replace(breaches=tuple(one for one in verdict.breaches if _of(one) not in fine))

    def standing(self, verdict: Verdict) -> tuple[Acknowledgement, ...]:
        """List the acknowledgements that a timetable still needs.

        Parameters
        ----------
        verdict
            Of that timetable, with all breaches.

        Returns
        -------
        tuple of Acknowledgement
            The others have lapsed.
        """
        found = {_of(one) for one in verdict.breaches}
        return tuple(one for one in self.acknowledged if _of(one) in found)


_Said = tuple[str, str, str]
"""Clause, subject and sentence."""


def _of(one: Breach | Acknowledgement) -> _Said:
    return one.clause, one.subject, one.sentence


def spared(
    forum: Forum, rules: Sequence[Rule], read: Callable[[Release], Facts | None] = lambda _: None
) -> Spared:
    """Find the breaches of practice that the last release has and that have not lapsed.

    Parameters
    ----------
    forum
        With its last release.
    rules
        Those of its clauses.
    read
        Tells what a release was solved from; it is asked only where something is broken. Where it is
        not known, only what somebody answers for is spared.

    Returns
    -------
    Spared
        Nothing without a release, or where it breaks nothing.
    """
    if forum.release is None:
        return Spared()
    found = list(_breaches(forum, rules, forum.release.timetable))
    then = read(forum.release) if found or forum.release.acknowledged else None
    answered = {_of(one) for one in forum.release.acknowledged}
    if then is None:
        return _spared(forum.release, [breach for _, breach in found if _of(breach) in answered])
    changed = [one for one in changes(then, facts_of(forum)) if has_weight(one)]
    under = {_of(breach): _changed_under(forum, rule, breach, changed) for rule, breach in found}
    known = answered | _broken_then(forum, forum.release, then)
    standing = [one for _, one in found if _of(one) in known and not under[_of(one)]]
    past = _spared(forum.release, standing)
    gone = [one for one in forum.release.acknowledged if one not in past.acknowledged]
    why = ((one, _why(forum, one, under, changed)) for one in gone)
    return replace(past, lapses=tuple(Lapse(acknowledgement=one, because=said) for one, said in why if said))


def _spared(release: Release, standing: list[Breach]) -> Spared:
    known = {_of(one) for one in standing}
    return Spared(tuple(standing), tuple(one for one in release.acknowledged if _of(one) in known))


def _why(
    forum: Forum, lapsed: Acknowledgement, under: Mapping[_Said, list[Change]], changed: Sequence[Change]
) -> str:
    """Say which facts have changed under an acknowledgement; what is broken no more had only its subject."""
    found = under.get(_of(lapsed))
    if found is None:
        found = _naming(forum, lapsed, [lapsed.subject], changed)
    return "; ".join(change_words(one, forum) for one in told(found))


def _broken_then(forum: Forum, release: Release, then: Facts) -> set[_Said]:
    """Return what a release broke when it was made; nothing where the facts of then are not understood."""
    try:
        before = forum_of(then, forum)
        rules = active_rules(before)
    except (ValueError, KeyError):
        return set()
    timetable = put_on_the_days_of(before, release).timetable
    return {_of(breach) for _, breach in _breaches(before, rules, timetable)}


def _breaches(forum: Forum, rules: Iterable[Rule], timetable: Timetable) -> Iterator[tuple[Rule, Breach]]:
    for rule in rules:
        if rule.clause.tier != "practice" or rule.OF_RELEASE:
            continue
        if isinstance(rule, TimetableRule):
            yield from ((rule, breach) for breach in rule.breaches(forum, timetable))
        else:
            assert isinstance(rule, ForumRule)  # wishes are of no other tier than preference
            yield from ((rule, breach) for breach in rule.breaches(forum))


def _changed_under(forum: Forum, rule: Rule, breach: Breach, changed: Sequence[Change]) -> list[Change]:
    """Return the facts that have changed under a breach: clause, sessions and rooms."""
    assert forum.release is not None  # it is the release that has the breach
    timetable = forum.release.timetable
    held = involved(forum, rule, timetable, breach) if isinstance(rule, TimetableRule) else ()
    return _naming(forum, breach, held, changed)


def _naming(
    forum: Forum, one: Breach | Acknowledgement, held: Iterable[str], changed: Sequence[Change]
) -> list[Change]:
    """Return the changed facts that name a clause, its subject, or a session or room of some meetings."""
    assert forum.release is not None  # it is the one that holds the meetings
    places, meetings = forum.release.timetable.by_meeting, forum.meeting_by_id
    sessions = {meetings[meeting].session for meeting in held if meeting in meetings}
    rooms = {places[meeting].room for meeting in held if meeting in places}
    under = {one.clause, one.subject, *sessions, *rooms}
    return [change for change in changed if change.path[0] in _EVERYWHERE or _names(change) & under]


def _names(change: Change) -> set[str]:
    closure = change.now or change.before
    room = {closure["room"]} if change.path[0] == "closures" else set()
    return {*change.path[1:], *room}
