"""A forum in which some clauses and facts are lifted: whatever was possible stays possible."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scheduler.board import Board
from scheduler.domain.clause import Clause
from scheduler.domain.forum import Forum
from scheduler.domain.party import Party
from scheduler.domain.release import Release
from scheduler.domain.room import Closure, Room
from scheduler.domain.session import Duty, Segment, Session
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach
from scheduler.domain.window import Window
from scheduler.rules import Rule, TimetableRule
from scheduler.solving.explaining.begins_at import BeginsAt
from scheduler.solving.explaining.members import HOURS, Member, Sort, is_of_whole_days
from scheduler.solving.explaining.shortening import Shortening


@dataclass(frozen=True)
class Lifted:
    """What is asked about: a forum, and the rules that are still kept."""

    forum: Forum
    rules: tuple[Rule, ...]


def lifted(forum: Forum, rules: Sequence[Rule], members: Collection[Member]) -> Lifted:
    """Lift some members.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses it follows.
    members
        What is lifted. Lengths and agendas become as short as ``Shortening`` says; whoever has duties is
        stood in for in each of them; on days with lifted rooms every room of the venue is open, and as many
        more as there are meetings.

    Returns
    -------
    Lifted
        With every timetable that there was, its meetings shortened, and perhaps more.
    """
    of = _Lifts(members)
    shortening = Shortening(forum, rules)
    lengths = [one for one in forum.sessions if one.kind in of.ids("length")]
    short = {meeting.id: shortening.minutes(one) for one in lengths for meeting in one.sittings}
    kept = [rule for rule in _kept(forum, rules, of) if isinstance(rule, TimetableRule)]
    changed = forum.replace(
        **_released(forum, kept, short),
        sessions=tuple(_session(one, of, shortening) for one in forum.sessions),
        parties=(*(_party(one, of) for one in forum.parties), *_stand_ins(forum, of)),
        rooms=_rooms(forum, of),
        closures=tuple(_closures(forum, of)),
    )
    return Lifted(changed, (*kept, *_grids(short, rules)))


def _grids(short: Mapping[str, int], rules: Iterable[Rule]) -> Iterator["OnAGrid"]:
    held = {rule.meeting for rule in rules if isinstance(rule, BeginsAt)}
    for minutes in sorted(set(short.values())):
        meetings = [name for name, length in short.items() if length == minutes and name not in held]
        if meetings:
            yield OnAGrid(meetings, minutes)


def _kept(forum: Forum, rules: Iterable[Rule], of: "_Lifts") -> Iterator[Rule]:
    """Yield the rules that still hold.

    Outside the official hours a meeting may reach over several periods. A rule that counts on that is
    lifted with the length.
    """
    clauses, kinds = of.ids("clause") | of.ids("pin"), of.ids("length")
    rules = [rule for rule in rules if rule.clause.clause not in clauses]
    hours = [rule for rule in rules if rule.name() == HOURS]
    sheltered = {session.session for rule in hours for session in _sessions_of(rule, forum)}
    for rule in rules:
        loose = {one.kind for one in _sessions_of(rule, forum) if one.session not in sheltered}
        if not (isinstance(rule, TimetableRule) and rule.REACHES and loose & kinds):
            yield rule


def _sessions_of(rule: Rule, forum: Forum) -> tuple[Session, ...]:
    selector = getattr(rule.options, "sessions", None)
    return selector.of(forum) if selector else ()


def _released(forum: Forum, rules: Iterable[Rule], short: Mapping[str, int]) -> dict[str, Release | None]:
    """Shorten what was released as well, so that it can stay; what nobody asks about makes models larger."""
    if forum.release is None or not (forum.spared or any(rule.OF_RELEASE for rule in rules)):
        return {"release": None}
    was = forum.release.timetable
    places = (
        place.replace(end=place.start + short[place.meeting]) if place.meeting in short else place
        for place in was.placements
    )
    parts = was.segments and tuple(part for part in was.segments if part.meeting not in short)
    return {"release": forum.release.replace(timetable=was.replace(placements=tuple(places), segments=parts))}


class _Lifts:
    """Members by their sort."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._of: dict[Sort, set[tuple[str, ...]]] = {}
        for member in members:
            self._of.setdefault(member.sort, set()).add(member.of)

    def ids(self, sort: Sort) -> set[str]:
        """Return all ids that members of a sort have."""
        return {one for of in self._of.get(sort, ()) for one in of}

    def has(self, sort: Sort, *of: str) -> bool:
        """Tell whether there is such a member."""
        return of in self._of.get(sort, ())


def _session(session: Session, of: _Lifts, shortening: Shortening) -> Session:
    changes: dict[str, object] = {}
    if session.kind in of.ids("length"):
        changes |= {"minutes": shortening.minutes(session), "setup": 0, "teardown": 0}
    if changes or of.has("agenda", session.session):
        changes["segments"] = shortening.freed(session, short=bool(changes))
    if session.kind in of.ids("needs"):
        changes |= {"features": (), "seats": None}
    changed = session.replace(**changes)
    return _stood_in_for(changed, of.ids("duties"))


def _stood_in_for(session: Session, parties: set[str]) -> Session:
    """Give duties and statements of some parties to somebody else in each session."""

    def duty(one: Duty) -> Duty:
        return one.replace(party=_stand_in(one.party, session)) if one.party in parties else one

    def segment(one: Segment) -> Segment:
        speakers = (_stand_in(name, session) if name in parties else name for name in one.speakers)
        return one.replace(speakers=tuple(speakers))

    if not parties:
        return session
    return session.replace(
        duties=tuple(map(duty, session.duties)), segments=tuple(map(segment, session.segments))
    )


def _stand_in(party: str | None, session: Session) -> str:
    return f"{party}-in-{session.session}"


def _stand_ins(forum: Forum, of: _Lifts) -> Iterator[Party]:
    parties = of.ids("duties")
    needed = {(need.party, need.session) for need in forum.needs if need.party in parties}
    for party, session in sorted(needed):
        name = _stand_in(party, forum.session_by_id[session])
        # It is built without the check of its id, whose parts may be too long together.
        yield Party.model_construct(party=name, name=name, kind="stand-in", unavailable=(), attends=())


def _party(party: Party, of: _Lifts) -> Party:
    return party.replace(unavailable=()) if party.party in of.ids("absence") else party


def _rooms(forum: Forum, of: _Lifts) -> tuple[Room, ...]:
    """Return all rooms that are open on some day."""
    if not of.ids("rooms"):
        return forum.rooms
    more = [room for room in forum.venue.rooms if room.room not in forum.room_by_id]
    lacking = max(0, len(forum.meetings) - len(forum.rooms) - len(more))
    features = {feature for session in forum.sessions for feature in session.features}
    further = [
        Room(room=f"further-room-{number + 1}", name="a further room", features=tuple(sorted(features)))
        for number in range(lacking)
    ]
    return (*forum.rooms, *more, *further)


def _closures(forum: Forum, of: _Lifts) -> Iterator[Closure]:
    """Yield what is closed: rooms that are not open to the forum on all days but the lifted ones."""
    free, rooms = of.ids("rooms"), _rooms(forum, of)
    for closure in forum.closures:
        if not is_of_whole_days(forum, closure):
            if not of.has("closure", closure.room, closure.window.words):
                yield closure
        else:
            yield from (one for one in _by_days(forum, closure) if one.window.words not in free)
    for room in rooms[len(forum.rooms) :]:
        for day in forum.clock.days:
            if day.name not in free:
                yield Closure(room=room.room, window=_day(forum, day.name))


def _by_days(forum: Forum, closure: Closure) -> Iterator[Closure]:
    for day in forum.clock.days:
        window = _day(forum, day.name)
        if closure.window.holds(window.start, window.end):
            yield closure.replace(window=window)


def _day(forum: Forum, day: str) -> Window:
    return Window(start=forum.clock.midnight(day), end=forum.clock.midnight_after(day), words=day)


class OnAGrid(TimetableRule):
    """Short meetings begin at multiples of their length, which keeps the model small.

    Wherever a longer meeting was possible there is such a place inside it. Where a release has a meeting it
    may begin as well, for pins hold it there.

    Parameters
    ----------
    meetings
        Ids of the short meetings.
    minutes
        Their length.
    """

    NARROWS = True

    def __init__(self, meetings: Sequence[str], minutes: int) -> None:
        clause = Clause(
            clause="short-meetings", tier="physical", says="as above", rule="placed", mandate="physical"
        )
        super().__init__(clause, self.Options())
        self._meetings, self._minutes = meetings, minutes

    def post(self, board: Board) -> None:
        """Tell the solver."""
        clock, step = board.forum.clock, self._minutes
        windows = [
            Window(start=start, end=start + step, words="")
            for day in clock.days
            for start in range(clock.midnight(day.name), clock.midnight_after(day.name) - step + 1, step)
        ]
        for meeting in self._meetings:
            board.within(meeting, [*windows, *self._given_out(board.forum, meeting)])

    def _given_out(self, forum: Forum, meeting: str) -> Iterator[Window]:
        for release in (*forum.history, *([forum.release] if forum.release else [])):
            for place in release.timetable.placements:
                if place.meeting == meeting:
                    yield Window(start=place.start, end=place.start + self._minutes, words="")

    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:  # noqa: ARG002 - as judges call it
        """Find nothing: nobody judges a question."""
        yield from ()
