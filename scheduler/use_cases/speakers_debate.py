"""The debate of a forum for which a list of speakers is made, with its figures and customs."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from scheduler.domain.debate import calls_of, listed_segments, stretches_of
from scheduler.domain.forum import Forum
from scheduler.domain.inscription import Inscription
from scheduler.domain.list_of_speakers import Debate
from scheduler.domain.protocol import Protocol
from scheduler.domain.second_words import spelled
from scheduler.domain.speakers_list import SpeakersList
from scheduler.domain.speaking_time import compressed
from scheduler.domain.timetable import Timetable
from scheduler.reading.problems import Problems
from scheduler.reading.speakers import Debated
from scheduler.rules import Rule
from scheduler.speakers_rule import OnSpeakers


def debated_in(folder: Path, forum: Forum, rules: Iterable[Rule], timetable: Timetable) -> Debated:
    """Find the debate of a forum.

    Parameters
    ----------
    folder
        The forum's folder, named in errors.
    forum
        The forum.
    rules
        Those of its clauses: they know the customs.
    timetable
        Its timetable.

    Returns
    -------
    Debated
        Its stretches, figures and customs.

    Raises
    ------
    BadData
        No segment has a list of speakers, two have lists of their own, or the timetable does not hold it.
    """
    listed, problems = listed_segments(forum), Problems()
    file = (folder / "sessions.yaml").as_posix()
    if not listed:
        sentence = "no segment has a list of speakers. Maybe add list-of-speakers to the general debate"
        problems.add(file, None, "", "", sentence)
    figures = {one for *_, one in map(_hashable, listed)}
    if len(figures) > 1:
        names = ", ".join(f"{segment.title} of {session.title}" for session, segment, _ in listed)
        problems.add(file, None, "", "", f"{names} have lists with other figures. Maybe make them the same")
    problems.raise_if_any()
    stretches = stretches_of(forum, timetable, listed)
    if not stretches:
        problems.add(
            file, None, "", "", "the timetable has no time for its debate. Maybe schedule the forum again"
        )
    held = [one.meeting for one in stretches]
    for meeting in sorted({one for one in held if held.count(one) > 1}):
        name = forum.meeting_name(meeting)
        sentence = f"two segments of {name} have a list of speakers. Maybe make them one segment"
        problems.add(file, None, "list-of-speakers", meeting, sentence)
    problems.raise_if_any()
    return Debated(forum, timetable, stretches, listed[0][2], protocol_of(rules))


def _hashable(one: tuple[object, object, SpeakersList]) -> tuple[object, object, str]:
    return one[0], one[1], one[2].model_dump_json()


def protocol_of(rules: Iterable[Rule]) -> Protocol:
    """Collect the customs that clauses state.

    Parameters
    ----------
    rules
        Those of a forum's clauses.

    Returns
    -------
    Protocol
        Without levels, or replies, where no clause speaks of them.
    """
    protocol = Protocol()
    for rule in rules:
        if isinstance(rule, OnSpeakers):
            protocol = rule.customs(protocol)
    return protocol


def limits_of(debated: Debated, inscriptions: Iterable[Inscription], limit: int | None) -> dict[str, int]:
    """Return how long each party may speak.

    Parameters
    ----------
    debated
        With the forum's figures.
    inscriptions
        Who is to speak.
    limit
        Seconds in place of the forum's own limit, ``None`` for that.

    Returns
    -------
    dict of str to int
        Seconds by party; without those for whom there is no limit.
    """
    figures = debated.figures if limit is None else debated.figures.replace(limit_seconds=limit)
    found = {
        one.party: figures.limit_of(
            debated.forum.party_by_id.get(one.party), for_group=bool(one.on_behalf_of)
        )
        for one in inscriptions
    }
    return {party: seconds for party, seconds in found.items() if seconds is not None}


def compressed_limits(debated: Debated, inscriptions: Sequence[Inscription]) -> tuple[str, dict[str, int]]:
    """Shorten statements by the forum's steps until all of them fit.

    Parameters
    ----------
    debated
        With the steps.
    inscriptions
        Who is to speak.

    Returns
    -------
    tuple of str and dict
        A sentence on the step taken, empty where not even the last one lets all fit; and seconds by party.
    """
    party, ordered = debated.forum.party_by_id.get, in_order(debated, inscriptions)
    step, lengths = compressed(debated.figures, debated.stretches, ordered, party)
    if step is None:
        return "", {}
    number = debated.figures.compression.index(step) + 1
    values = " or ".join(spelled(one) for one in sorted(set(lengths.values()), reverse=True))
    divided = ", the time divided equally" if step.equally else ""
    source = f" ({debated.figures.compression_source})" if debated.figures.compression_source else ""
    return (
        f"Step {number} of the compression rule is taken: {values} for each statement{divided}{source}.",
        lengths,
    )


def in_order(debated: Debated, inscriptions: Sequence[Inscription]) -> list[Inscription]:
    """Put inscriptions in the plain order.

    Parameters
    ----------
    debated
        With the order of levels.
    inscriptions
        Who is to speak.

    Returns
    -------
    list of Inscription
        By level, and by inscription within a level.
    """
    order = debate_of(debated, inscriptions, {one.party: 1 for one in inscriptions})
    by_party = {one.party: one for one in inscriptions}
    return [by_party[call.party] for call in order.calls]


def debate_of(debated: Debated, inscriptions: Iterable[Inscription], limits: Mapping[str, int]) -> Debate:
    """Make the debate of a first list.

    Parameters
    ----------
    debated
        Stretches, figures and customs.
    inscriptions
        Who is to speak.
    limits
        Seconds by party.

    Returns
    -------
    Debate
        With the calls in the plain order.
    """
    calls = calls_of(
        debated.forum,
        debated.timetable,
        debated.stretches,
        inscriptions,
        debated.protocol,
        lambda one: limits[one.party],
    )
    return Debate(stretches=debated.stretches, calls=calls, change_over=debated.figures.change_over_seconds)
