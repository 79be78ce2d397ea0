"""Programmes made by hand, on which every output is tried."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from scheduler.domain.agenda import lay_out, segment_times
from scheduler.domain.clause import Clause, Mandate
from scheduler.domain.clock import Clock, Day, Period
from scheduler.domain.forum import Forum, SetAside
from scheduler.domain.party import Party
from scheduler.domain.programme import LevelResult, Programme
from scheduler.domain.release import Release
from scheduler.domain.room import Room
from scheduler.domain.session import Duty, Segment, Session
from scheduler.domain.timetable import Placement, SegmentTime, Timetable, arranged
from scheduler.domain.venue import Interpretation, Venue
from scheduler.domain.verdict import Breach, Charge, Open, Verdict

from .releases import given

MORNING, AFTERNOON = (
    Period(name="morning", start=time(10), end=time(13)),
    Period(name="afternoon", start=time(15), end=time(18)),
)
AS_OF = datetime(2022, 3, 1, 12, tzinfo=UTC)


def at(forum: Forum, day: str, hour: int, minute: int = 0) -> int:
    """Return a wall-clock time on the forum's axis."""
    return forum.clock.minute(day, time(hour, minute))


def clock(timezone: str = "America/New_York", first: date = date(2022, 5, 16)) -> Clock:
    """Return three days of mornings and afternoons."""
    names = ("hearing-day", "day-1", "day-2")
    days = tuple(Day(name=name, date=first + timedelta(days=number)) for number, name in enumerate(names))
    return Clock(timezone=timezone, days=days, periods=(MORNING, AFTERNOON))


ROOMS = (
    Room(room="conference-room-4", name="Conference Room 4", building="Conference Building", city="New York"),
    Room(
        room="general-assembly-hall",
        name="General Assembly Hall",
        building="General Assembly Building",
        city="New York",
        seats=1800,
        seats_certainty="low",
        latitude=40.7499,
        longitude=-73.9675,
        source="tour text",
    ),
    Room(room="spare-room", name="Spare Room", seats=1, seats_certainty="high", certainty="assumption"),
    Room(
        room="trusteeship-council-chamber",
        name="Trusteeship Council Chamber",
        city="New York",
        seats=600,
        latitude=40.75,
    ),
)


def sessions() -> tuple[Session, ...]:
    """Return a hearing of two meetings, two round tables and a plenary of two meetings."""
    return (
        Session(
            session="hearing",
            kind="hearing",
            title="Multi-stakeholder hearing",
            meetings=2,
            minutes=180,
            segments=(
                Segment(segment="opening", title="Opening", minutes=30, speakers=("president", "iom")),
                Segment(segment="session-1", title="Session I", minutes=200, over_breaks=True),
                Segment(segment="session-2", title="Session II", minutes=130, certainty="assumption"),
            ),
            duties=(
                Duty(role="chair", party="president"),
                Duty(role="keynote-speaker", party="iom", segment="opening"),
                Duty(role="moderator", segment="session-2", source="concept note"),
            ),
            description="With all relevant stakeholders.\nOpen to the floor.",
            webcast="https://webtv.example.org/hearing",
            url="https://example.org/hearing",
            source="concept note",
        ),
        *(round_table(number) for number in (3, 4)),
        Session(
            session="plenary",
            kind="plenary",
            title="Plenary",
            meetings=2,
            minutes=(180, 120),
            meeting_titles=("1st plenary meeting", "2nd plenary meeting"),
            segments=(
                Segment(segment="opening", title="Opening segment", minutes=30),
                Segment(segment="debate", title="General debate", over_breaks=True),
            ),
            certainty="assumption",
        ),
    )


def round_table(number: int) -> Session:
    """Return a round table with two co-chairs."""
    duties = (Duty(role="co-chair", party="egypt"), Duty(role="co-chair", party="turkiye"))
    return Session(
        session=f"round-table-{number}",
        kind="round-table",
        title=f"Round table {number}",
        number=number,
        minutes=180,
        duties=duties if number == 3 else (),
    )


PARTIES = (
    Party(party="egypt", name="Egypt", kind="state"),
    Party(party="iom", name="Director General of IOM", kind="officer"),
    Party(party="nobody", name="An officer without a duty", kind="officer"),
    Party(party="president", name="President of the General Assembly", kind="officer"),
    Party(party="turkiye", name="Türkiye", kind="state"),
    Party(party="workers", name="Workers; unions, and others", kind="sector", attends=("hearing",)),
)

CLAUSES = (
    Clause(
        clause="15/day-before",
        paragraph="15",
        tier="mandate",
        says="The hearing comes first.",
        rule="before",
        mandate="ares-73-326",
        source="A/RES/73/326",
    ),
    Clause(
        clause="18(a)/order",
        paragraph="18(a)",
        tier="mandate",
        says="Round tables come before the plenary.",
        rule="before",
        mandate="ares-73-326",
    ),
    Clause(
        clause="21(c)/two",
        paragraph="21(c)",
        tier="mandate",
        says="Two co-chairs.",
        rule="duties",
        mandate="ares-73-326",
    ),
    Clause(
        clause="one-room",
        tier="physical",
        says="A room holds one meeting.",
        rule="one-room",
        mandate="un-practice",
    ),
    Clause(
        clause="hours",
        paragraph="III",
        tier="practice",
        says="Official hours.",
        rule="hours",
        mandate="un-practice",
        certainty="assumption",
    ),
    Clause(
        clause="no-parallel",
        tier="practice",
        says="Nothing in parallel.",
        rule="parallel",
        mandate="un-practice",
    ),
    Clause(
        clause="stay", tier="preference", says="Stay with the last release.", rule="stay", mandate="imrf-2022"
    ),
    Clause(
        clause="summaries",
        tier="preference",
        says="Two hours for the summaries.",
        rule="gap",
        mandate="imrf-2022",
    ),
)


def forum(**changes: Any) -> Forum:
    """Return a forum, with some fields changed."""
    fields: dict[str, Any] = {
        "forum": "imrf-2022",
        "title": "International Migration Review Forum 2022",
        "edition": 1,
        "clock": clock(),
        "as_of": AS_OF,
        "venue": Venue(
            venue="un-headquarters",
            name="United Nations Headquarters",
            city="New York",
            periods=(MORNING, AFTERNOON),
            rooms=ROOMS,
            interpretation=Interpretation(source="un.org", certainty="assumption"),
        ),
        "mandates": (
            Mandate(mandate="un-practice", title="Practice of the United Nations"),
            Mandate(mandate="ares-73-326", title="A/RES/73/326", source="A/RES/73/326"),
        ),
        "rooms": ROOMS,
        "sessions": sessions(),
        "parties": PARTIES,
        "clauses": CLAUSES,
        "set_aside": (SetAside(clause="no-parallel", because="Four round tables, three meetings."),),
        "levels": (("stay",), ("summaries",)),
        "url": "https://example.org/forum",
        "organizer": "mailto:forum@example.org",
    }
    return Forum(**(fields | changes))


PLACES = (
    ("hearing-1", "conference-room-4", "hearing-day", 10, 13),
    ("hearing-2", "conference-room-4", "hearing-day", 15, 18),
    ("round-table-3", "conference-room-4", "day-1", 10, 13),
    ("round-table-4", "trusteeship-council-chamber", "day-1", 10, 13),
    ("plenary-1", "general-assembly-hall", "day-2", 10, 13),
    ("plenary-2", "general-assembly-hall", "day-2", 15, 17),
)


def timetable(of: Forum, places: tuple[tuple[str, str, str, int, int], ...] = PLACES) -> Timetable:
    """Place meetings, and lay out the agendas of sessions that are placed as a whole."""
    placements = [
        Placement(meeting=meeting, room=room, start=at(of, day, start), end=at(of, day, end))
        for meeting, room, day, start, end in places
    ]
    by_meeting = {placement.meeting: placement for placement in placements}
    segments: list[SegmentTime] = []
    for session in of.sessions:
        ends = lay_out(session)
        ids = [meeting.id for meeting in session.sittings]
        if session.segments and ends and set(ids) <= set(by_meeting):
            segments += segment_times(session, ends, tuple(by_meeting[one] for one in ids))
    return arranged(placements, segments)


def cited(clause: str) -> dict[str, Any]:
    """Return what a finding says of its clause."""
    found = next(one for one in CLAUSES if one.clause == clause)
    return {"clause": clause, "mandate": found.mandate, "paragraph": found.paragraph, "tier": found.tier}


CHARGE = Charge(
    subject="round-table-4", sentence="Only 2 hours after round-table-4.", price=60, **cited("summaries")
)
OPEN = Open(subject="hearing", sentence="The moderator is not appointed.", **cited("21(c)/two"))
BREACH = Breach(
    subject="round-table-4", sentence="round-table-4 ends at 13:00 on day-1.", **cited("18(a)/order")
)
UNCITED = Breach(subject="hearing-1", sentence="hearing-1 meets hearing-2 in one room.", **cited("one-room"))


def programme(of: Forum | None = None, **changes: Any) -> Programme:
    """Return a programme that is proven best, with some fields changed."""
    of = of or forum()
    fields: dict[str, Any] = {
        "forum": of,
        "timetable": changes["timetable"] if "timetable" in changes else timetable(of),
        "status": "optimal",
        "levels": (
            LevelResult(level=1, clauses=("stay",), value=0, bound=0, released=0),
            LevelResult(level=2, clauses=("summaries", "gone"), value=60, bound=60, released=90),
        ),
        "verdict": Verdict(charges=(CHARGE,), opens=(OPEN,)),
        "inputs": {"sessions.yaml": "b" * 64, "forum.yaml": "a" * 64},
        "versions": {"ortools": "9.15", "hemicycle": "0.1.0"},
    }
    return Programme(**(fields | changes))


def released(status: str = "published", **changes: Any) -> Programme:
    """Return the programme of a forum with release 3, which is that release's timetable."""
    plain = forum()
    release = Release(
        number=3,
        status=status,  # type: ignore[arg-type]
        released=datetime(2022, 5, 2, 9, 30, 15, tzinfo=UTC),
        uids={"hearing-1": "given-out-before@example.org"},
        **given(plain, timetable(plain)),
    )
    return programme(plain.replace(release=release), release=3, **changes)


def many_parties(count: int) -> Programme:
    """Return the programme with a great number of delegations."""
    plain = forum()
    extra = tuple(Party(party=f"state-{one}", name=f"State {one}", kind="state") for one in range(count))
    return programme(plain.replace(parties=(*PARTIES, *extra)))
