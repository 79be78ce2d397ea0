"""Parts of small random forums, the simplest first.

A part is drawn at once, not word by word: that takes a tenth of the time, and what is found to be wrong is
still cut down to the simplest.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from random import Random
from typing import Any

from hypothesis import strategies as st

NAMES = ("round-table-1", "round-table-2", "plenary", "hearing")
ROOMS = ("hall", "annex", "attic")
PARTIES = ("egypt", "germany", "nhri")
ROLES = ("co-chair", "keynote")
PARTS = ("presenter", "attendee", "chair")
TRACKS = ("data", "health")
FEATURES = ("interpretation", "stage")
DAYS = ("day-1", "day-2", "day-6")
WINDOWS = (
    "day-1",
    "day-2 morning",
    "day-1 afternoon",
    "day-1 10:30-12:00",
    "from day-1 16:00",
    "until day-2 11:00",
    "day-6 10:00-18:00",
)
LENGTHS = (30, 60, 90, 180)


Said = dict[str, Any]
"""What some data says of a thing."""


def simplest_first(made: Iterable[Any]) -> st.SearchStrategy[Any]:
    """Draw one of some things at once: drawing each of their parts would take ten times as long."""
    return st.sampled_from(sorted(made, key=lambda one: (len(str(one)), str(one))))


def every(**parts: Sequence[Any]) -> list[Said]:
    """List everything that says one of some words on each of some parts."""
    return [dict(zip(parts, words, strict=True)) for words in product(*parts.values())]


def some_lengths(count: int) -> Iterator[Said]:
    """Make what sessions say of times and rooms, as a die falls that always falls alike."""
    die = Random(1)
    for _ in range(count):
        lengths = [die.choice(LENGTHS) for _ in range(die.randint(1, 2))]
        yield {
            "meetings": len(lengths),
            "minutes": lengths if len(lengths) > 1 else lengths[0],
            "setup": die.choice((0, 0, 30)),
            "teardown": die.choice((0, 0, 15)),
            "features": die.choice(([], ["interpretation"], ["stage"])),
            "seats": die.choice((None, None, 20, 100)),
            "interpretation": die.choice((False, True)),
        }


def some_people(count: int) -> Iterator[Said]:
    """Make what sessions say of tracks and people, in the same way."""
    die = Random(2)
    for _ in range(count):
        yield {
            "body": die.choice(("", "assembly", "choir")),
            "track": die.choice((None, *TRACKS)),
            "number": die.choice((None, None, None, 1, 2, 3)),
            "participants": [a_participant(die) for _ in range(die.randint(0, 2))],
            "open-to": die.choice(([], ["member-state"], ["stakeholder"])),
        }


def some_segments(count: int) -> Iterator[Said]:
    """Make segments without a name, in the same way."""
    die = Random(3)
    for _ in range(count):
        yield a_segment(die)


def a_participant(die: Random) -> Said:
    """Make somebody who takes part, perhaps from elsewhere."""
    timezone = die.choice((None, "Asia/Tokyo", "America/Los_Angeles"))
    return {"party": die.choice(PARTIES), "role": die.choice(PARTS), "timezone": timezone}


def a_segment(die: Random) -> Said:
    """Make a segment, of a fixed length or between two."""
    fixed = die.choice((False, True))
    reserved = die.choice((None, None, "reserved", "reserved-percent"))
    return {
        "over-breaks": die.choice((False, True)),
        **({"minutes": die.choice((15, 30, 60))} if fixed else {}),
        **({} if fixed else {"shortest": die.choice((0, 15)), "longest": die.choice((None, None, 45, 90))}),
        "speakers": die.choice(([], *([party] for party in PARTIES))),
        "only-with": die.choice((None, None, None, *ROLES)),
        **({reserved: die.choice((0, 10, 100))} if reserved else {}),
    }


POOL = 240
"""So many parts of a sort are made: of many more the last would hardly ever be drawn."""
WINDOW_LISTS = (*([] for _ in WINDOWS), *([window] for window in WINDOWS))
PARTY_LISTS = (*([] for _ in PARTIES), *([party] for party in PARTIES))
ROOM_WORDS = every(features=([], ["interpretation"], ["stage"], list(FEATURES)), seats=(None, 20, 100))
HOLIDAYS = every(date=("2030-01-07", "2030-01-08", "2030-01-12"), name=("A day",), kind=("holiday", "avoid"))
LENGTHS_HELD = simplest_first(some_lengths(POOL))
PEOPLE_HELD = simplest_first(some_people(POOL))
SEGMENTS = st.just([]) | st.lists(simplest_first(some_segments(POOL)), min_size=1, max_size=3)
DUTIES = st.lists(simplest_first(product(("co-chair", *ROLES), range(7), range(4))), max_size=2)
"""Roles, and which of the parties and of the segments each has to do with."""
FORUMS = st.fixed_dictionaries(
    {
        "rooms": st.fixed_dictionaries({room: simplest_first(ROOM_WORDS) for room in ROOMS}),
        "parties": st.tuples(
            *(
                simplest_first(
                    every(
                        party=(party,),
                        name=(party.title(),),
                        kind=("member-state", "stakeholder", "officer"),
                        attends=([], ["plenary"], ["round-table"]),
                        unavailable=WINDOW_LISTS,
                    )
                )
                for party in PARTIES
            )
        ),
        "tracks": st.tuples(
            *(
                simplest_first(every(track=(track,), title=(track.title(),), chairs=PARTY_LISTS))
                for track in TRACKS
            )
        ),
        "closures": st.lists(simplest_first(every(room=ROOMS, window=WINDOWS, because=("",))), max_size=2),
        "holidays": st.lists(simplest_first(HOLIDAYS), min_size=1, max_size=2),
        "interpretation": simplest_first(every(**{"teams": range(3), "meetings-per-week": range(3)})),
    }
)
"""What a forum says beside its sessions: three rooms, three parties and two tracks."""
NAMES_HELD = simplest_first(
    [NAMES[:2], NAMES[:3]] * 6 + [names for count in (1, 2, 3) for names in combinations(NAMES, count)]
)
BUSY = st.sampled_from((PARTIES[:1], PARTIES))
PLACES = simplest_first(
    [
        (start, room)
        for start in (*(600, 600, 630, 690, 900, 900, 945) * 7, *range(4 * 8 * 15, 4 * 20 * 15 + 1, 15))
        for room in ROOMS
    ]
)
"""Minutes of the day, half of them those at which things often meet, and rooms."""
