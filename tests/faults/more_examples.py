"""Examples beside those that rules show of themselves: the edges that a planner need not see."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from scheduler.rules import Rule
from tests.rules.test_deadlines import EDGES, HOLIDAYS


@dataclass(frozen=True)
class More:
    """An example: what is said, and what the judge has to say of it.

    ``beside`` is put beside the forum's data of the rule's own examples, ``words`` beside their
    options; a value of ``None`` takes a word out.
    """

    said: Any
    wanted: tuple[Any, ...] = ()
    beside: dict[str, Any] = field(default_factory=dict)
    words: dict[str, Any] = field(default_factory=dict)

    def forum(self, rule: type[Rule]) -> dict[str, Any]:
        return {**rule.FORUM, **self.beside}

    def options(self, rule: type[Rule]) -> dict[str, Any]:
        return {key: value for key, value in {**rule.OPTIONS, **self.words}.items() if value is not None}


def agenda(*segments: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Show a plenary with segments, each titled after its name."""
    parts = [{"title": one["segment"].title(), **one} for one in segments]
    return {"sessions": {"plenary": {"segments": parts, **more}}}


def duties(session: str, *held: tuple[str, str | None, str | None]) -> dict[str, Any]:
    """Show who holds which role in a session, or in one of its segments."""
    found = [{"role": role, "party": party, "segment": segment} for role, party, segment in held]
    return {"sessions": {session: {"duties": found}}}


def deadlines() -> Iterator[More]:
    """Yield the edges of the calendar, each on its last day and on the day after it."""
    for day, length, last in EDGES:
        ((key, number),) = length.items()
        words = {"weeks-before": None, "day": "day-2", **length}
        beside = {"days": {"day-1": "2029-01-08", "day-2": day}, "holidays": HOLIDAYS}
        late = (date.fromisoformat(last) + timedelta(days=1)).isoformat()
        found = f"the last day for it is {last}, {number} {key.replace('-', ' ')} day-2"
        for done, wanted in ((last, ()), (late, (f"notes is done on {late}; {found}",))):
            milestones = [{"milestone": "list", "done": "2035-01-01"}, {"milestone": "notes", "done": done}]
            yield More({"milestones": milestones}, wanted, beside, words)


TWO_MEETINGS = "day-1 10:00-13:00 hall plenary-1\nday-1 15:00-18:00 hall plenary-2\n"
POLICY_DEBATE = "day-1 10:00-13:00 hall round-table-1\nday-2 15:00-18:00 hall policy-debate\n"
SUMMARIES = "day-2 15:00-15:30 policy-debate/summaries\nday-2 15:30-18:00 policy-debate/discussion\n"
PLENARY = "day-1 10:00-13:00 hall plenary\n"
PARTIES = [
    {"party": "egypt", "name": "Egypt", "kind": "member-state"},
    {"party": "media", "name": "Media", "kind": "stakeholder"},
]
SEGMENTS = [
    {"segment": "summaries", "title": "Summaries", "minutes": 30},
    {"segment": "discussion", "title": "Discussion", "shortest": 60},
]


def reporting(*more: tuple[str, str], debate: dict[str, Any] | None = None) -> dict[str, Any]:
    """Show a round table that Egypt reports on, and other sessions with a speaker each."""
    return {
        "parties": PARTIES,
        "sessions": {
            "round-table-1": {"duties": [{"role": "co-chair", "party": "egypt"}]},
            "policy-debate": {"segments": SEGMENTS, **(debate or {})},
            **{name: {"duties": [{"role": "speaker", "party": party}]} for name, party in more},
        },
    }


MORE: dict[str, tuple[More, ...]] = {
    "agenda": (
        More("day-1 10:00-13:00 hall plenary-1\nday-1 13:00-16:00 hall plenary-2"),
        More(
            f"""{TWO_MEETINGS}day-1 10:00-10:30 plenary/opening
            day-1 10:45-13:00 plenary/debate
            day-1 15:00-18:00 plenary/debate""",
            ("the agenda of plenary (1 of 2) has a gap or an overlap at 10:30 on day-1",),
        ),
        More(
            f"{TWO_MEETINGS}day-1 10:00-13:00 plenary/debate\nday-1 15:00-18:00 plenary/debate",
            ("Debate of plenary goes on after a break; its data does not allow that",),
            agenda({"segment": "debate"}, meetings=2),
        ),
    ),
    "avoid-days": (
        More(
            "day-2 10:00-13:00 hall round-table-1",
            beside={"holidays": [{"date": "2030-01-08", "name": "Memorial Day"}]},
        ),
    ),
    "balanced": (
        More(duties("round-table-1", ("co-chair", "egypt", None), ("keynote", "morocco", None))),
        More(
            {
                "sessions": {
                    "round-table-1": {
                        "duties": [
                            {"role": "co-chair", "party": "egypt", "gender": "man"},
                            {"role": "co-chair", "party": "ecuador", "gender": "man"},
                        ]
                    }
                }
            },
            (("each co-chair of round-table-1 (Egypt, Ecuador) is of one gender: man", 1),),
            words={"by": "gender"},
        ),
    ),
    "before": (
        More(
            "day-1 10:00-13:00 hall round-table-1\nday-1 13:59-16:59 hall policy-debate",
            (
                "round-table-1 ends at 13:00 on day-1, less than 60 minutes before "
                "policy-debate begins at 13:59 on day-1",
            ),
            words={"gap": 60},
        ),
        More("day-1 10:00-13:00 hall round-table-1\nday-1 14:00-17:00 hall policy-debate", words={"gap": 60}),
        More(
            "day-1 10:00-13:00 hall round-table-1\nday-1 13:00-16:00 hall policy-debate",
            (
                "round-table-1 ends at 13:00 on day-1, less than 60 minutes before "
                "policy-debate begins at 13:00 on day-1",
            ),
            words={"gap": 60},
        ),
    ),
    "consecutive": (
        More(
            "day-1 13:00-15:00 hall plenary-1\nday-1 18:00-20:00 hall plenary-2",
            ("between plenary (1 of 2) and plenary (2 of 2) the afternoon of day-1 is idle",),
        ),
    ),
    "deadline": tuple(deadlines()),
    "deadline-wished": (
        More(
            {
                "milestones": [
                    {"milestone": "list", "done": "2030-02-01"},
                    {"milestone": "text-agreed", "done": "2030-01-07"},
                ]
            },
            words={"day": "day-2"},
        ),
    ),
    "fills-day": (
        More(
            PLENARY,
            ("hearing is not held in the morning of day-1", "hearing is not held in the afternoon of day-1"),
            {
                "sessions": {},
                "mandates": [{"mandate": "example", "title": "Example", "kinds": ["hearing"]}],
            },
        ),
    ),
    "gap-in-room": (
        More(
            "day-1 10:00-13:00 hall round-table-1\nday-1 13:29-15:00 hall concert",
            (
                (
                    "29 minutes lie between round-table-1 and concert in hall at 13:29 on day-1; 30 are wanted",
                    1,
                ),
            ),
        ),
        More(
            "day-1 10:00-13:00 hall round-table-1\nday-1 12:00-15:00 hall concert",
            (
                (
                    "0 minutes lie between round-table-1 and concert in hall at 12:00 on day-1; 30 are wanted",
                    1,
                ),
            ),
        ),
    ),
    "interactive-share": (
        More(
            agenda(
                {"segment": "opening", "minutes": 30},
                {"segment": "debate", "shortest": 120, "interactive": True},
            ),
            words={"sessions": {"kind": "plenary"}},
        ),
        More(
            agenda({"segment": "opening", "minutes": 20}, {"segment": "debate", "interactive": True}),
            (("at most 88 percent of plenary are interactive; 100 are wanted", 12),),
            words={"sessions": {"kind": "plenary"}, "percent": 100},
        ),
        More(
            agenda(
                {"segment": "opening", "minutes": 70}, {"segment": "debate", "interactive": True}, minutes=60
            ),
            (("at most 0 percent of plenary are interactive; 100 are wanted", 100),),
            words={"sessions": {"kind": "plenary"}, "percent": 100},
        ),
    ),
    "interpretation-teams": (
        More(
            """day-1 10:00-13:00 hall round-table-1
               day-1 13:00-15:00 hall round-table-2
               day-8 10:00-13:00 hall round-table-4"""
        ),
    ),
    "keep-to-release": (
        More(PLENARY, words={"what": "place"}),
        More(
            "day-2 10:00-13:00 hall plenary",
            (("plenary moves from hall at 10:00 on day-1 to hall at 10:00 on day-2: another place", 1),),
            words={"what": "place"},
        ),
        More(
            "day-1 10:00-13:00 annex plenary",
            (("plenary moves from hall at 10:00 on day-1 to annex at 10:00 on day-1: another place", 1),),
            words={"what": "place"},
        ),
        More(
            "day-2 15:00-18:00 annex plenary",
            (("plenary moves from hall to annex: another room", 1),),
            words={"what": "room"},
        ),
        More(
            "day-2 15:00-18:00 annex plenary",
            (("plenary moves from hall at 10:00 on day-1 to annex at 15:00 on day-2: another day", 1),),
            words={"what": "day"},
        ),
        More(
            """day-2 15:00-18:00 annex plenary
               day-2 15:00-15:30 plenary/opening
               day-2 15:30-18:00 plenary/debate""",
            words={"what": "segments"},
        ),
        More(
            f"{PLENARY}day-1 10:00-11:00 plenary/opening\nday-1 11:00-13:00 plenary/debate",
            (
                ("Opening of plenary moves to minutes 0-60 of the session; it was at 0-30", 1),
                ("Debate of plenary moves to minutes 60-180 of the session; it was at 30-180", 1),
            ),
            words={"what": "segments"},
        ),
        More(
            f"{PLENARY}day-1 10:00-13:00 plenary/debate",
            (
                ("Opening of plenary is left out; it was at 0-30", 1),
                ("Debate of plenary moves to minutes 0-180 of the session; it was at 30-180", 1),
            ),
            words={"what": "segments"},
        ),
        More(
            f"{TWO_MEETINGS}day-1 10:00-13:00 plenary/opening\nday-1 15:00-18:00 plenary/debate",
            (
                ("Opening of plenary moves to minutes 0-180 of the session; it was at 0-60", 1),
                ("Debate of plenary moves to minutes 180-360 of the session; it was at 60-360", 1),
            ),
            agenda({"segment": "opening"}, {"segment": "debate", "over-breaks": True}, meetings=2)
            | {
                "release": """day-2 10:00-13:00 hall plenary-1
                              day-3 10:00-13:00 hall plenary-2
                              day-2 10:00-11:00 plenary/opening
                              day-2 11:00-13:00 plenary/debate
                              day-3 10:00-13:00 plenary/debate"""
            },
            {"what": "segments"},
        ),
        More(
            f"{PLENARY}day-1 10:00-11:00 plenary/opening\nday-1 11:00-13:00 plenary/debate",
            beside={"release": PLENARY},
            words={"what": "segments"},
        ),
    ),
    "listed-order": (
        More(agenda({"segment": "opening", "speakers": ["president", "stranger", "media"]})),
        More(agenda({"segment": "opening", "speakers": ["president", "president"]})),
    ),
    "numbered-order": (
        More(
            "day-1 10:00-13:00 hall round-table-2\nday-1 15:00-18:00 hall round-table-a",
            beside={"sessions": {"round-table-a": {"kind": "round-table"}}},
        ),
        More("day-1 10:00-13:00 hall round-table-2\nday-1 15:00-18:00 hall panel-1"),
        More(
            "day-1 10:00-13:00 hall round-table-1\nday-1 15:00-18:00 hall round-table-2",
            (("round-table-1 begins at 10:00 on day-1, before round-table-2 at 15:00 on day-1", 1),),
            {"sessions": {"round-table-1": {"number": 2}, "round-table-2": {"number": 1}}},
        ),
        More(
            "day-1 10:00-13:00 hall round-table-1\nday-1 15:00-18:00 hall round-table-2",
            (("round-table-1 begins at 10:00 on day-1, before round-table-2 at 15:00 on day-1", 1),),
            {"sessions": {"round-table-1": {"number": 1}, "round-table-2": {"number": 0}}},
        ),
    ),
    "officers": (
        More(
            duties(
                "round-table-1",
                ("co-chair", "egypt", None),
                ("co-chair", "germany", None),
                ("keynote", "media", None),
            )
        ),
        More(
            duties("round-table-1", ("co-chair", "egypt", None), ("keynote", None, None)),
            ("round-table-1 has 1 as co-chair (Egypt); 2 needed",),
        ),
    ),
    "officiates": (
        More(
            duties("plenary", ("chairs", "deputy", "closing")),
            ("in plenary the role chairs is with Deputy; it has to be with President",),
            words={"segments": []},
        ),
        More(duties("plenary", ("keynote", "deputy", "opening"), ("keynote", "deputy", None))),
        More(duties("plenary", ("chairs", "deputy", "closing"))),
        More(duties("plenary", ("chairs", None, "opening"))),
        More(duties("plenary", ("chairs", None, "opening")), words={"segments": []}),
    ),
    "one-meeting-per-room": (
        More(
            "day-1 10:00-13:00 hall round-table-1\nday-1 13:00-15:00 hall round-table-2",
            (
                "hall is needed for round-table-1 until 13:15 on day-1 "
                "and for round-table-2 from 13:00 on day-1",
            ),
            {"sessions": {"round-table-1": {"teardown": 15}}},
        ),
    ),
    "one-place-per-party": (
        More(
            """day-1 10:00-11:00 hall  round-table-1-1
               day-1 11:00-12:00 hall  round-table-1-2
               day-1 10:00-12:00 annex round-table-2""",
            ("Egypt is needed in round-table-1 (1 of 2) and in round-table-2 at 10:00 on day-1",),
            {
                "sessions": {
                    "round-table-1": {"meetings": 2, "duties": [{"role": "co-chair", "party": "egypt"}]},
                    "round-table-2": {"duties": [{"role": "keynote", "party": "egypt"}]},
                }
            },
        ),
    ),
    "outside": (
        More(
            "day-1 09:00-10:15 hall round-table-1",
            ("round-table-1 is held from 09:00 on day-1 to 10:15 on day-1; it cannot be held day-1 morning",),
        ),
    ),
    "party-available": (
        More(
            "day-1 11:45-13:00 hall round-table-1",
            ("Egypt is needed in round-table-1 at 11:45 on day-1, but is unavailable until day-1 12:00",),
        ),
        More("day-1 12:00-13:00 hall round-table-1"),
    ),
    "represented": (
        More(
            f"{POLICY_DEBATE}day-2 15:00-16:00 annex side-event\n{SUMMARIES}",
            beside=reporting(("side-event", "media")),
        ),
        More(
            f"{POLICY_DEBATE}{SUMMARIES}",
            beside=reporting(debate={"duties": [{"role": "speaker", "party": "egypt"}]}),
        ),
        More(
            f"{POLICY_DEBATE}day-2 14:00-15:00 annex side-event\n{SUMMARIES}",
            beside=reporting(("side-event", "egypt")),
        ),
        More(
            f"""{POLICY_DEBATE}day-2 17:00-18:00 annex side-event
            day-2 15:00-17:30 policy-debate/discussion
            day-2 17:30-18:00 policy-debate/summaries""",
            ("no co-chair of round-table-1 is free for Summaries of policy-debate at 17:30 on day-2",),
            reporting(("side-event", "egypt"), debate={"segments": SEGMENTS[::-1]}),
        ),
    ),
    "room-open": (
        More(
            "day-1 13:00-15:00 hall round-table-1",
            ("round-table-1 is held in hall at 13:00 on day-1, which is closed day-1 morning (taken)",),
            {
                "sessions": {"round-table-1": {"setup": 30}},
                "closures": [{"room": "hall", "window": "day-1 morning", "because": "taken"}],
            },
        ),
        More(
            "day-1 13:00-15:00 hall round-table-1",
            ("round-table-1 is held in hall at 13:00 on day-1, which is closed day-1 afternoon",),
            {
                "sessions": {"round-table-1": {"teardown": 30}},
                "closures": [{"room": "hall", "window": "day-1 afternoon"}],
            },
        ),
    ),
    "so-many": (
        *(
            More(
                {"sessions": {"round-table-1": {"meetings": 2}}},
                wanted,
                words={"count": "meetings", "exactly": None, **words},
            )
            for words, wanted in (
                ({"at-least": 2, "at-most": 2}, ()),
                (
                    {"at-least": 3},
                    (
                        "meetings of round-table: 2 (round-table-1 (1 of 2), round-table-1 (2 of 2)); "
                        "at least 3 needed",
                    ),
                ),
                (
                    {"at-most": 1},
                    (
                        "meetings of round-table: 2 (round-table-1 (1 of 2), round-table-1 (2 of 2)); "
                        "at most 1 needed",
                    ),
                ),
            )
        ),
    ),
    "time-between": (
        More(
            "day-2 10:00-13:00 hall round-table-1\nday-2 15:00-18:00 hall policy-debate",
            (
                (
                    "120 minutes lie between round-table-1 and policy-debate at 15:00 on day-2; 121 are wanted",
                    1,
                ),
            ),
            words={"wanted": 121},
        ),
    ),
    "weekdays": (
        More(
            "day-7 10:00-13:00 hall round-table-1",
            ("round-table-1 is held at 10:00 on day-7, a Sunday (2030-01-13)",),
        ),
    ),
}
