"""What sessions must agree with: their own agendas, one another, and the parties."""

from collections.abc import Iterable

from scheduler.domain.agenda import lay_out
from scheduler.domain.maybe import maybe
from scheduler.domain.party import Party
from scheduler.domain.session import Segment, Session
from scheduler.domain.value import Minutes
from scheduler.domain.venue import Venue
from scheduler.reading.doubles import refuse_doubles
from scheduler.reading.entries import Entry, Known, Place
from scheduler.reading.problems import Problems
from scheduler.reading.sentences import Path

MOST_MINUTES = 1440
"""The longest that a meeting may last: a day."""

_TRIED = 20
"""How many segments are tried when it is looked for the one that has to run over a break."""

_NOTHING_HELD = (
    "all its segments are only held with duties that it does not have. Maybe take out one 'only-with'"
)


def check_sessions(entries: list[Entry[Session]], problems: Problems) -> None:
    """Check sessions by themselves and among one another.

    Parameters
    ----------
    entries
        The sessions.
    problems
        Takes what is wrong.
    """
    refuse_doubles([(one.value.session, one.place, ("session",)) for one in entries], "session", problems)
    refuse_doubles(_meetings(entries), "meeting", problems)
    for entry in entries:
        _check_lengths(entry, problems)
        _check_objectives(entry, problems)
        _check_segments(entry, problems)


def check_names(entries: list[Entry[Session]], parties: Iterable[Party], problems: Problems) -> None:
    """Check that the parties which sessions name are there.

    Parameters
    ----------
    entries
        The sessions.
    parties
        The parties.
    problems
        Takes names that nobody has.
    """
    known = list(parties)
    names, kinds = parties_known(known), Known("kind of party", {one.kind for one in known})
    for entry in entries:
        for path, party in _named(entry.value):
            names.has(party, entry.place, path, problems)
        for number, kind in enumerate(entry.value.open_to):
            kinds.has(kind, entry.place, ("open-to", number), problems)


def parties_known(parties: Iterable[Party]) -> Known:
    """Return the ids of parties, with the names by which people know them.

    Parameters
    ----------
    parties
        The parties.

    Returns
    -------
    Known
        Which tells an unknown party, and what is meant by it.
    """
    names = {one.party: one.name for one in parties}
    return Known("party", names, names)


def check_features(entries: list[Entry[Session]], venue: Venue, problems: Problems) -> None:
    """Check that each feature which a session needs is that of a room.

    Parameters
    ----------
    entries
        The sessions.
    venue
        With all its rooms, whether they are open to the forum or not.
    problems
        Takes features that no room has.
    """
    known = {feature for room in venue.rooms for feature in room.features}
    for entry in entries:
        for number, name in enumerate(entry.value.features):
            if name not in known:
                hint = maybe(name, sorted(known)) or " Maybe delete it"
                sentence = f"no room of {venue.venue} has the feature '{name}'.{hint}"
                entry.place.problem(problems, ("features", number), name, sentence)


def check_attends(entries: list[Entry[Party]], kinds: set[str], problems: Problems) -> None:
    """Check that the kinds of session which parties attend are there.

    Parameters
    ----------
    entries
        The parties.
    kinds
        Kinds of the sessions, and those that the mandates declare.
    problems
        Takes kinds that no session has.
    """
    known = Known("kind of session", kinds)
    for entry in entries:
        for kind in entry.value.attends:
            known.has(kind, entry.place, ("attends",), problems)


def _named(session: Session) -> Iterable[tuple[Path, str]]:
    for number, participant in enumerate(session.participants):
        yield ("participants", number, "party"), participant.party
    for number, duty in enumerate(session.duties):
        if duty.party is not None:
            yield ("duties", number, "party"), duty.party
    for number, segment in enumerate(session.all_segments):
        for position, speaker in enumerate(segment.speakers):
            yield ("segments", number, "speakers", position), speaker


def _meetings(entries: list[Entry[Session]]) -> Iterable[tuple[str, Place, Path]]:
    """Return the ids of the meetings of all sessions whose own ids differ."""
    first = {entry.value.session: entry for entry in reversed(entries)}
    for entry in first.values():
        yield from ((meeting.id, entry.place, ("session",)) for meeting in entry.value.sittings)


def _check_lengths(entry: Entry[Session], problems: Problems) -> None:
    for number, minutes in enumerate(entry.value.lengths):
        if minutes > MOST_MINUTES:
            sentence = f"a meeting of {minutes} minutes is longer than a day. Maybe a length such as 180"
            entry.place.problem(problems, ("minutes", number), minutes, sentence)


def _check_objectives(entry: Entry[Session], problems: Problems) -> None:
    seen: set[int] = set()
    for number, objective in enumerate(entry.value.objectives):
        path = ("objectives", number)
        if objective < 1:
            entry.place.problem(problems, path, objective, f"{objective} is no objective: they count from 1")
        if objective in seen:
            entry.place.problem(
                problems, path, objective, f"objective {objective} stands twice. Maybe delete one"
            )
        seen.add(objective)


def _check_segments(entry: Entry[Session], problems: Problems) -> None:
    session, place = entry.value, entry.place
    names = [
        (one.segment, place, ("segments", number, "segment"))
        for number, one in enumerate(session.all_segments)
    ]
    refuse_doubles(names, "segment", problems)
    _check_segments_of_duties(entry, problems)
    if session.all_segments and not session.segments:
        place.problem(problems, ("segments",), session.session, _NOTHING_HELD)
    if session.segments and max(session.lengths) <= MOST_MINUTES and lay_out(session) is None:
        place.problem(problems, ("segments",), session.session, _misfit(session))


def _check_segments_of_duties(entry: Entry[Session], problems: Problems) -> None:
    """Check that each duty is in a segment that there is, and that is held."""
    session, place = entry.value, entry.place
    titles = {one.segment: one.title for one in session.all_segments}
    known = Known(f"segment of {session.session}", titles, titles)
    held = {one.segment for one in session.segments}
    roles = {one.segment: one.only_with for one in session.all_segments}
    for number, duty in enumerate(session.duties):
        name, path = duty.segment, ("duties", number, "segment")
        if name is not None and known.has(name, place, path, problems) and name not in held:
            sentence = f"the segment '{name}' is only held with a duty of the role '{roles[name]}'"
            hint = f"Maybe enter one: {{role: {roles[name]}}}"
            place.problem(problems, path, name, f"{sentence}, and {session.session} has none. {hint}")


def _misfit(session: Session) -> str:
    """Say why the segments of a session cannot fill its meetings."""
    held, least = sum(session.lengths), sum(segment.least for segment in session.segments)
    most = sum(held if segment.most is None else segment.most for segment in session.segments)
    longest = max(session.segments, key=lambda segment: segment.least)
    if least > held:
        hint = f"Maybe shorten '{longest.segment}', which takes {longest.least}"
        return f"its segments take at least {least} minutes, its meetings have {held}. {hint}"
    if most < held:
        hint = "Maybe let a segment be longer"
        return f"its segments take at most {most} minutes, its meetings have {held}. {hint}"
    return _undivided(session, least)


def _undivided(session: Session, least: Minutes) -> str:
    """Say which segments may not run over the breaks between meetings, but would have to."""
    bound = [segment for segment in session.segments if not segment.over_breaks]
    longest = max(bound, key=lambda segment: segment.least)
    have = ", ".join(map(str, session.lengths))
    sentence = (
        f"its segments cannot be divided among its meetings: they take at least {least} minutes, the "
        f"meetings have {have}; '{longest.segment}', the longest that may not run over a break, takes at "
        f"least {longest.least}"
    )
    free = sum(session.lengths)
    likely = sorted(bound, key=lambda segment: free if segment.most is None else segment.most, reverse=True)
    helps = next((segment for segment in likely[:_TRIED] if _fits_with(session, segment)), None)
    if helps is None:
        return f"{sentence}. Maybe shorten it, or let several have 'over-breaks: true'"
    fewer = ", or fewer minutes" if helps.least > max(session.lengths) else ""
    return f"{sentence}. Maybe '{helps.segment}' needs 'over-breaks: true'{fewer}"


def _fits_with(session: Session, freed: Segment) -> bool:
    """Tell whether the segments fill the meetings when one of them may run over breaks."""
    segments = [one.replace(over_breaks=True) if one is freed else one for one in session.segments]
    return lay_out(session.replace(all_segments=tuple(segments))) is not None
