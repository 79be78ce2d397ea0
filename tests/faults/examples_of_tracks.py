"""More examples of the rules on tracks, on periods and on who is wanted where."""

from typing import Any

from tests.faults.more import More

HALVES = [
    {"name": "morning", "start": "10:00", "end": "13:00"},
    {"name": "afternoon", "start": "15:00", "end": "18:00", "days": ["day-2"]},
]
"""Periods of a forum whose afternoon is on the second day only."""
PEOPLE = [{"party": name.lower(), "name": name, "kind": "person"} for name in ("Ada", "Bob")]
BESIDE = "day-1 10:00-11:00 hall one\nday-1 11:00-12:00 annex two"
ADA = "Ada is wanted in one (hall) and two (annex) in day-1 morning"
ADA_NOW = "Ada is wanted in one (hall) and two (annex) at 10:30 on day-1"
TRACKS = [{"track": "data", "title": "Data", "chairs": ["ada"]}, {"track": "health", "title": "Health"}]


def took_part(*roles: str, tracks: tuple[str, ...] = (), duties: Any = ()) -> dict[str, Any]:
    """Show Ada in two sessions, each time in a role; an empty one is none.

    Both sessions may be in tracks and have duties beside.
    """
    found = {}
    for number, (name, role) in enumerate(zip(("one", "two"), roles, strict=True)):
        session: dict[str, Any] = {"duties": list(duties)}
        if role:
            session["participants"] = [{"party": "ada", "role": role}]
        if tracks:
            session["track"] = tracks[number]
        found[name] = session
    return {"sessions": found, "parties": PEOPLE, "tracks": TRACKS}


def from_zones(*zones: str, **more: Any) -> dict[str, Any]:
    """Show a session in which somebody takes part from each of some time zones."""
    people = [{"party": "ada", "role": "presenter", "timezone": zone} for zone in zones]
    return {"sessions": {"one": {"participants": people}}, **more}


OF_TRACKS: dict[str, tuple[More, ...]] = {
    "local-hours": (
        More("day-1 08:00-09:00 hall one", (("one is held at 22:00-23:00 in Asia/Tokyo", 1),)),
        More("day-1 08:30-09:30 hall one", (("one is held at 22:30-23:30 in Asia/Tokyo", 10),)),
        More("day-1 09:30-10:30 hall one", (("one is held at 23:30-00:30 in Asia/Tokyo", 10),)),
        More(
            "day-1 10:00-11:00 hall one",
            (("one is held at 00:00-01:00 in Asia/Tokyo", 10),),
            from_zones("America/New_York", "Asia/Tokyo"),
        ),
        More(
            "day-1 05:30-06:30 hall one",
            beside=from_zones("America/New_York", timezone="UTC", days={"day-1": "2030-11-03"}),
            words={"suitable-from": "01:30", "tolerable-from": "01:30"},
        ),
        More(
            "day-1 10:00-11:00 hall one",
            (("one is held at 00:00-01:00 in Asia/Tokyo", 20),),
            words={"each-minutes": 30},
        ),
        More(
            "day-1 16:00-17:00 hall one",
            (("one is held at 05:00-08:00 in Asia/Tokyo", 10),),
            words={"level": "period"},
        ),
    ),
    "nobody-in-two-rooms": (
        More(
            "day-1 10:00-11:00 hall one-1\nday-1 11:00-12:00 annex one-2",
            (("Ada is wanted in one (1 of 2) (hall) and one (2 of 2) (annex) in day-1 morning", 1),),
            {
                "sessions": {"one": {"meetings": 2, "participants": [{"party": "ada", "role": "presenter"}]}},
                "parties": PEOPLE,
            },
        ),
        More(BESIDE, beside=took_part("attendee", "attendee")),
        More(BESIDE, ((ADA, 1),), took_part("presenter", "presenter", tracks=("data", "data"))),
        More(
            BESIDE,
            ((ADA, 1),),
            took_part(
                "",
                "",
                tracks=("data", "data"),
                duties=(
                    {"role": "presenter", "party": "ada"},
                    {"role": "presenter"},
                    {"role": "moderator", "party": "bob"},
                ),
            ),
        ),
        More(BESIDE, beside=took_part("", "", duties=({"role": "presenter"},))),
        More(BESIDE, beside=took_part("presenter", "attendee")),
        More(BESIDE, ((ADA, 1),), took_part("presenter", "attendee"), {"with-roles": ["attendee"]}),
        More(BESIDE, ((ADA, 1),), took_part("attendee", "presenter"), {"with-roles": ["attendee"]}),
        More(BESIDE, beside=took_part("presenter", "presenter"), words={"with-roles": ["attendee"]}),
        More(BESIDE, beside=took_part("", "", tracks=("data", "data")), words={"roles": ["chair"]}),
        More(
            BESIDE,
            ((ADA, 1),),
            took_part("", "chair", tracks=("data", "health")),
            {"roles": ["chair"]},
        ),
        More(
            BESIDE,
            ((ADA, 1),),
            took_part("chair", "chair", tracks=("data", "data")),
            {"roles": ["chair"]},
        ),
        More(BESIDE, beside=took_part("", "presenter", tracks=("data", "health"))),
        More(
            BESIDE,
            ((ADA, 1),),
            took_part("", "presenter", tracks=("data", "health")),
            {"roles": ["chair"], "with-roles": ["presenter"]},
        ),
        More(BESIDE, words={"level": "minute"}),
        More(
            "day-1 10:00-11:00 hall one\nday-1 10:30-11:30 annex two",
            ((ADA_NOW, 1),),
            words={"level": "minute"},
        ),
    ),
    "chairs-in-one-room": (
        More(BESIDE, beside=took_part("", "", tracks=("data", "health"))),
        More(BESIDE, beside=took_part("", "", tracks=("health", "data"))),
    ),
    "not-beside-similar": (
        More(
            "day-1 10:00-11:00 hall one\nday-1 11:00-12:00 annex two",
            beside={"sessions": {"one": {"track": "data"}, "two": {"track": "data"}}, "tracks": TRACKS},
        ),
    ),
    "session-costs": (
        More(
            "day-1 15:00-16:30 hall one",
            (("one is held in hall in day-1 afternoon", 3),),
            words={"each-minutes": None},
        ),
        More(
            "day-1 15:00-16:00 hall two",
            (("two is held in hall in day-1 afternoon", 4),),
            words={"costs": [{"period": ["day-1 afternoon"], "cost": 4}]},
        ),
        More(
            "day-1 15:00-16:00 annex one\nday-1 15:00-16:00 hall two",
            (("one is held in annex in day-1 afternoon", 4),),
            words={"costs": [{"room": ["annex"], "cost": 4}]},
        ),
        More(
            "day-1 15:00-16:00 annex one\nday-1 15:00-16:00 hall two",
            (("two is held in hall in day-1 afternoon", 4),),
            words={"costs": [{"session": ["two"], "cost": 4}]},
        ),
        More("day-1 07:00-08:00 hall one", words={"costs": [{"session": ["one"], "cost": 4}]}),
    ),
    "track-costs": (
        More(
            "day-1 15:00-16:00 hall one\nday-2 15:00-16:00 hall two",
            (("data is in hall in day-1 afternoon", 4),),
            words={"costs": [{"period": ["day-1 afternoon"], "cost": 4}]},
        ),
        More(
            "day-1 15:00-16:00 annex one\nday-2 15:00-16:00 hall two",
            (("data is in annex in day-1 afternoon", 4),),
            words={"costs": [{"room": ["annex"], "cost": 4}]},
        ),
        More(
            "day-1 15:00-16:00 annex one\nday-1 15:00-16:00 hall two",
            (("data is in annex in day-1 afternoon", 4),),
            {"sessions": {"one": {"track": "data"}, "two": {"track": "health"}}},
            {"costs": [{"track": ["data"], "cost": 4}]},
        ),
    ),
    "consecutive": (
        More(
            "day-1 13:00-15:00 hall plenary-1\nday-1 18:00-20:00 hall plenary-2",
            ("between plenary (1 of 2) and plenary (2 of 2) the afternoon of day-1 is idle",),
        ),
        More(
            "day-1 10:00-13:00 hall plenary-1\nday-2 10:00-13:00 hall plenary-2", beside={"periods": HALVES}
        ),
    ),
    "fills-day": (
        More(
            "day-1 10:00-13:00 hall plenary",
            ("hearing is not held in the morning of day-1", "hearing is not held in the afternoon of day-1"),
            {
                "sessions": {},
                "mandates": [{"mandate": "example", "title": "Example", "kinds": ["hearing"]}],
            },
        ),
        More("day-1 10:00-13:00 hall hearing-1", beside={"periods": HALVES}),
    ),
    "seats-wasted": (
        More("day-1 10:00-11:00 hall one", beside={"rooms": {"hall": {"seats": 20}}}, words={"each": 1}),
        More("day-1 10:00-11:00 hall one", beside={"rooms": {"hall": {"seats": 10}}}, words={"each": 1}),
    ),
    "numbered-in-track": (
        More(
            "day-1 08:00-09:00 hall one\nday-1 08:00-09:00 annex two\nday-1 08:00-09:00 attic three",
            (("one and two of data are held at once", 1),),
            {
                "sessions": {
                    "one": {"track": "data", "number": 1},
                    "two": {"track": "data", "number": 2},
                    "three": {"track": "data"},
                }
            },
        ),
        More(
            "day-1 10:00-11:00 hall two\nday-1 11:00-12:00 hall one",
            (("one is number 2 of data, not 1", 1), ("two is number 1 of data, not 2", 1)),
        ),
        More(
            "day-1 10:00-11:00 hall one\nday-1 15:00-16:00 hall two\nday-1 11:00-12:00 hall three",
            (("two is number 3 of data, not 2", 1),),
            {
                "sessions": {
                    "one": {"track": "data", "number": 1},
                    "two": {"track": "data", "number": 2},
                    "three": {"track": "data"},
                }
            },
        ),
    ),
}
