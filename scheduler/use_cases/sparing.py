"""Breaches of practice that were given out: they stand while the facts under them do."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from scheduler.domain.fact_words import has_weight
from scheduler.domain.facts import Change, Facts, changes, facts_of, forum_of
from scheduler.domain.forum import Forum
from scheduler.domain.given_out import put_on_the_days_of
from scheduler.domain.release import Acknowledgement, Release
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach, Verdict
from scheduler.rules import ForumRule, Rule, TimetableRule, active_rules

_EVERYWHERE = frozenset({"clock", "set-aside"})
"""Facts under every breach: dates and hours."""


@dataclass(frozen=True)
class Spared:
    """What the last release breaks and may go on breaking, and what of it somebody answers for."""

    breaches: tuple[Breach, ...] = ()
    acknowledged: tuple[Acknowledgement, ...] = ()

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


def _of(one: Breach | Acknowledgement) -> tuple[str, str, str]:
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
    then = read(forum.release) if found else None
    answered = {_of(one) for one in forum.release.acknowledged}
    if then is None:
        standing = [breach for _, breach in found if _of(breach) in answered]
    else:
        changed = [one for one in changes(then, facts_of(forum)) if has_weight(one)]
        known = answered | _broken_then(forum, forum.release, then)
        standing = [
            breach
            for rule, breach in found
            if _of(breach) in known and not _lapsed(forum, rule, breach, changed)
        ]
    known = {_of(one) for one in standing}
    return Spared(tuple(standing), tuple(one for one in forum.release.acknowledged if _of(one) in known))


def _broken_then(forum: Forum, release: Release, then: Facts) -> set[tuple[str, str, str]]:
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


def _lapsed(forum: Forum, rule: Rule, breach: Breach, changed: Iterable[Change]) -> bool:
    """Tell whether a fact has changed under a breach: its clause, its meetings' sessions, or their rooms."""
    assert forum.release is not None  # it is the release that has the breach
    timetable, meetings = forum.release.timetable, forum.meeting_by_id
    held = _involved(forum, rule, timetable, breach) if isinstance(rule, TimetableRule) else []
    sessions = {meetings[one].session for one in held if one in meetings}
    under = {breach.clause, breach.subject, *sessions, *(timetable.by_meeting[one].room for one in held)}
    return any(one.path[0] in _EVERYWHERE or _names(one) & under for one in changed)


def _names(change: Change) -> set[str]:
    closure = change.now or change.before
    room = {closure["room"]} if change.path[0] == "closures" else set()
    return {*change.path[1:], *room}


def _involved(forum: Forum, rule: TimetableRule, timetable: Timetable, breach: Breach) -> list[str]:
    """Return meetings of which none can be left out without the breach being another one."""
    needed = list(timetable.by_meeting)
    for meeting in timetable.by_meeting:
        fewer = [one for one in needed if one != meeting]
        places = tuple(timetable.by_meeting[one] for one in fewer)
        if breach in rule.breaches(forum, timetable.replace(placements=places)):
            needed = fewer
    return needed
