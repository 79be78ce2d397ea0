"""Small forums in which something has to be relaxed."""

from typing import Any

from hypothesis import strategies as st

from scheduler.domain.forum import Forum
from scheduler.solving.relaxing.offers import offers
from scheduler.solving.relaxing.relaxations import Relaxation, relaxed
from tests.mini import clause_of, forum_of
from tests.solving.test_contradiction import pin

PHYSICAL = (
    "placed",
    "one-meeting-per-room",
    "room-open",
    "room-fits",
    "one-place-per-party",
    "party-available",
    "agenda",
)
WINDOWS = ("day-1", "day-1 morning", "from day-1 12:00", "day-2")
MANDATES: dict[str, dict[str, Any]] = {
    "within": {"sessions": {"kind": "round-table"}, "windows": ["day-1 morning", "day-1 afternoon"]},
    "fills-day": {"sessions": {"session": "plenary"}, "day": "day-2"},
    "represented": {
        "sessions": {"kind": "round-table"},
        "role": "co-chair",
        "at": "plenary",
        "segment": "opening",
    },
    "before": {"first": {"kind": "round-table"}, "then": {"session": "plenary"}},
}
PRACTICES: dict[str, dict[str, Any]] = {
    "in-room": {"sessions": {"session": "plenary"}, "rooms": ["hall"]},
    "never-together": {"sessions": {"kind": "round-table"}},
    "interpretation-teams": {},
    "consecutive": {"sessions": "all"},
}


def made(
    overlay: dict[str, Any], mandates: Any = (), practices: Any = (), pins: Any = (), **more: Any
) -> Forum:
    """Make a forum with the hall open, and the annex and the attic not."""
    forum = forum_of({"rooms": {"hall": {}, "annex": {}, "attic": {"seats": 20}}, **overlay})
    clauses = [clause_of(rule, {}, "physical") for rule in PHYSICAL]
    clauses += [clause_of(rule, MANDATES[rule]) for rule in mandates]
    clauses += [clause_of(rule, PRACTICES[rule], "practice") for rule in practices]
    clauses += [clause_of("official-hours", {}, "practice"), *pins]
    rooms = tuple(room for room in forum.rooms if room.room == "hall")
    return forum.replace(clauses=tuple(clauses), rooms=rooms, **more)


def offered(forum: Forum) -> tuple[Relaxation, ...]:
    """Return what could be relaxed."""
    return offers(forum, relaxed(forum, ())[1])


@st.composite
def forums(draw: st.DrawFn) -> Forum:
    """Draw a forum of a plenary and up to three round tables, most of them with too little room."""
    tables = [f"round-table-{number}" for number in range(1, draw(st.integers(2, 4)))]
    who = st.sampled_from(("egypt", "germany", None))
    sessions: dict[str, Any] = {"plenary": {"interpretation": True}}
    if draw(st.booleans()):
        opening = {"segment": "opening", "title": "Opening", "shortest": 30}
        sessions["plenary"]["segments"] = [opening, {"segment": "debate", "title": "Debate"}]
    for table in tables:
        duties = [{"role": "co-chair", "party": draw(who)}, {"role": "keynote", "party": draw(who)}]
        sessions[table] = {
            "interpretation": True,
            "duties": duties,
            "seats": draw(st.sampled_from((None, 50))),
        }
    away = st.lists(st.sampled_from(WINDOWS), max_size=1)
    overlay = {
        "sessions": sessions,
        "parties": [
            {"party": name, "name": name.title(), "kind": "member-state", "unavailable": draw(away)}
            for name in ("egypt", "germany")
        ],
        "closures": [
            {"room": "hall", "window": window}
            for window in draw(st.lists(st.sampled_from(WINDOWS), max_size=2, unique=True))
        ],
        "interpretation": {"teams": draw(st.integers(0, 1))},
    }
    known = sorted(set(MANDATES) - ({"represented"} if "segments" not in sessions["plenary"] else set()))
    mandates = draw(st.lists(st.sampled_from(known), max_size=2, unique=True))
    practices = draw(st.lists(st.sampled_from(sorted(PRACTICES)), max_size=2, unique=True))
    pinned = draw(st.lists(st.sampled_from(tables), max_size=1))
    pins = [pin("at", name, windows=["day-1 morning"]) for name in pinned]
    costs = draw(
        st.fixed_dictionaries({}, optional={"open-room": st.integers(0, 9), "shorten": st.integers(0, 9)})
    )
    return made(overlay, mandates, practices, pins, costs=costs)
