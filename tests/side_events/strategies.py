"""Small random stages for side events."""

from typing import Any

from hypothesis import strategies as st

from scheduler.domain.side_events import in_time
from tests.mini import forum_of, timetable_of
from tests.side_events.stages import MARK, surroundings, type_stage

WINDOWS = (
    "day-1 08:00-09:00",
    "day-1 08:30-09:30",
    "day-1 09:00-10:00",
    "day-1 13:00-15:00",
    "day-2 18:00-19:00",
)
PROGRAMME = """day-1 09:30-13:00 hall  plenary
               day-1 09:30-10:00 plenary/opening
               day-1 10:00-13:00 plenary/debate
               day-1 14:00-16:00 annex round-table-1"""
FORUM = {
    "parties": [
        {"party": "egypt", "name": "Egypt", "kind": "member-state", "unavailable": ["until day-1 08:30"]},
        {"party": "ghana", "name": "Ghana", "kind": "member-state"},
        {"party": "peru", "name": "Peru", "kind": "member-state", "unavailable": ["day-2"]},
    ],
    "sessions": {
        "plenary": {
            "duties": [{"role": "presides", "party": "peru", "segment": "opening"}],
            "segments": [
                {"segment": "opening", "title": "Opening"},
                {"segment": "debate", "title": "Debate"},
            ],
        },
        "round-table-1": {"duties": [{"role": "co-chair", "party": "ghana"}]},
    },
    "closures": [{"room": "attic", "window": "day-1 morning", "because": "works"}],
    "rooms": {"attic": {"seats": 30}, "annex": {"seats": 50}},
}

OPTIONS = {
    "side-event-outside-meetings": ({"sessions": "all"}, {"sessions": {"kind": "plenary"}}),
    "side-event-wishes": tuple(
        {"count": count, "first-come": first_come}
        for count in ("first", "each")
        for first_come in (False, True)
    ),
}
"""Options of the rules that need some."""


def slots() -> st.SearchStrategy[dict[str, Any]]:
    """Draw up to three slots, also such as overlap."""
    rooms = st.sampled_from((None, "annex", "attic", "hall"))
    one = st.builds(_slot, st.sampled_from(WINDOWS), rooms, st.booleans())
    return st.lists(one, min_size=1, max_size=3).map(
        lambda found: {f"slot-{n}": one for n, one in enumerate(found)}
    )


def _slot(window: str, room: str | None, virtual: bool) -> dict[str, Any]:
    modes = ["virtual"] if room is None else ["in-person", *(["virtual"] if virtual else [])]
    return {"window": window, "modes": modes, **({"room": room} if room else {})}


def asked() -> st.SearchStrategy[dict[str, Any]]:
    """Draw up to four side events."""
    one = st.fixed_dictionaries(
        {
            "minutes": st.sampled_from((30, 60, 90, 120)),
            "organiser": st.sampled_from(("Red Cross", "Chile")),
            "mode": st.sampled_from(("virtual", "in-person")),
            "speakers": st.lists(st.sampled_from(("egypt", "ghana", "peru")), unique=True, max_size=2),
            "wishes": st.lists(
                st.sampled_from(("day-1", "day-2", "day-1 13:00-15:00")), unique=True, max_size=2
            ),
            "size": st.sampled_from((None, 30, 31, 50, 51)),
            "asked": st.sampled_from((None, "2029-11-02", "2029-11-05")),
        }
    )
    return st.lists(one, min_size=1, max_size=4).map(
        lambda found: {f"{MARK}-{number}": one for number, one in enumerate(found)}
    )


@st.composite
def around(draw: st.DrawFn):
    """Draw slots and side events beside a settled programme."""
    forum = forum_of(FORUM, PROGRAMME, options="day-2")
    return surroundings(forum, draw(slots()), draw(asked()), timetable_of(forum, PROGRAMME))


@st.composite
def stages(draw: st.DrawFn) -> type_stage:
    """Draw a stage with a plan, which keeps no rule but by chance."""
    found = draw(around())
    names = [*found.side_events.slot_by_id, None]
    chosen = {one.side_event: draw(st.sampled_from(names)) for one in found.side_events.side_events}
    return found, in_time([found.side_events.placed(one, slot) for one, slot in chosen.items() if slot])
