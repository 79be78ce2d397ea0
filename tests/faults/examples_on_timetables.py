"""More examples of rules on timetables: the edges that a planner need not see."""

from typing import Any

from tests.faults.more import More, agenda

TWO_MEETINGS = "day-1 10:00-13:00 hall plenary-1\nday-1 15:00-18:00 hall plenary-2\n"
POLICY_DEBATE = "day-1 10:00-13:00 hall round-table-1\nday-2 15:00-18:00 hall policy-debate\n"
SUMMARIES = "day-2 15:00-15:30 policy-debate/summaries\nday-2 15:30-18:00 policy-debate/discussion\n"
PLENARY = "day-1 10:00-13:00 hall plenary\n"
PARTIES = [
    {"party": "egypt", "name": "Egypt", "kind": "member-state"},
    {"party": "media", "name": "Media", "kind": "stakeholder"},
]
OPENED = "day-1 10:00-10:30 plenary/opening\nday-1 10:30-13:00 plenary/debate\n"
SEGMENTS = [
    {"segment": "summaries", "title": "Summaries", "minutes": 30},
    {"segment": "discussion", "title": "Discussion", "shortest": 60},
]


def opened_by_egypt(last: bool = False, **table: Any) -> dict[str, Any]:
    """Show a plenary in whose first, or last, segment Egypt speaks, and a round table with Egypt in it."""
    opening = {"segment": "opening", "speakers": ["egypt"]}
    debate = {"segment": "debate", "over-breaks": True}
    parts = agenda(*((debate, opening) if last else (opening, debate)), meetings=2 if last else 1)
    chairs = [{"role": "co-chair", "party": "egypt"}]
    return {"sessions": {**parts["sessions"], "round-table-1": {"duties": chairs, **table}}}


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


def unappointed(role: str) -> dict[str, Any]:
    """Show a round table whose co-chair is elsewhere, and in which nobody has a role yet."""
    found = reporting(("side-event", "egypt"))
    found["sessions"]["round-table-1"]["duties"].append({"role": role})
    return found


ON_TIMETABLES: dict[str, tuple[More, ...]] = {
    "interactive-share": (
        More(
            f"{PLENARY}day-1 10:00-11:30 plenary/opening\nday-1 11:30-13:00 plenary/debate",
            beside=agenda({"segment": "opening"}, {"segment": "debate", "interactive": True}),
            words={"sessions": {"kind": "plenary"}},
        ),
        More(
            f"{PLENARY}{OPENED}",
            (("150 minutes of plenary are interactive; 180 are wanted", 30),),
            agenda({"segment": "opening"}, {"segment": "debate", "interactive": True}),
            words={"sessions": {"kind": "plenary"}, "percent": 100},
        ),
        More(
            f"{PLENARY}day-1 10:00-11:30 plenary/opening\nday-1 11:30-13:00 plenary/debate",
            (("90 minutes of plenary are interactive; 92 are wanted", 2),),
            agenda({"segment": "opening"}, {"segment": "debate", "interactive": True}),
            words={"sessions": {"kind": "plenary"}, "percent": 51},
        ),
        More(
            f"{PLENARY}day-1 10:00-11:30 plenary/opening\nday-1 11:30-13:00 plenary/debate",
            (("0 minutes of plenary are interactive; 90 are wanted", 90),),
            agenda({"segment": "opening"}, {"segment": "debate"}),
            words={"sessions": {"kind": "plenary"}},
        ),
    ),
    "agenda": (
        More(
            f"{PLENARY}day-1 10:00-11:00 plenary/opening\nday-1 11:00-13:00 plenary/opening",
            ("Opening of plenary is held in several parts of one meeting",),
            agenda({"segment": "opening"}),
        ),
        More(
            f"{PLENARY}day-1 10:00-12:30 plenary/opening\nday-1 12:30-13:00 plenary/debate",
            ("Debate of plenary lasts 30 minutes; it lasts 60 at least",),
            agenda({"segment": "opening"}, {"segment": "debate", "shortest": 60}),
        ),
        More(
            f"{PLENARY}day-1 10:00-11:00 plenary/opening\nday-1 11:00-13:00 plenary/debate",
            beside=agenda({"segment": "opening"}, {"segment": "debate", "longest": 120}),
        ),
        More(
            f"{PLENARY}day-1 10:00-13:00 plenary/debate",
            beside=agenda({"segment": "opening"}, {"segment": "debate"}),
        ),
        More(
            f"{TWO_MEETINGS}day-1 10:00-13:00 plenary/opening\nday-1 15:00-18:00 plenary/debate",
            beside=agenda({"segment": "opening"}, {"segment": "debate"}, meetings=2),
        ),
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
    "exclusive": (
        More(
            f"{PLENARY}day-1 12:00-15:00 annex hearing",
            ("hearing is held beside plenary at 12:00 on day-1",),
        ),
    ),
    "interpretation-teams": (
        More(
            """day-1 10:00-13:00 hall round-table-1
               day-1 13:00-15:00 hall round-table-2
               day-8 10:00-13:00 hall round-table-4"""
        ),
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
        More(f"{PLENARY}{OPENED}day-1 10:30-12:00 annex round-table-1", beside=opened_by_egypt()),
        More(
            f"{PLENARY}{OPENED}day-1 10:15-12:00 annex round-table-1",
            ("Egypt is needed in plenary and in round-table-1 at 10:15 on day-1",),
            opened_by_egypt(),
        ),
        More(
            f"{PLENARY}day-1 10:00-13:00 plenary/debate\nday-1 10:00-12:00 annex round-table-1",
            beside=opened_by_egypt(),
        ),
        More(
            f"""{PLENARY}{OPENED}day-1 08:00-09:00 annex round-table-1-1
            day-1 09:00-10:00 annex round-table-1-2""",
            beside=opened_by_egypt(meetings=2),
        ),
        More(
            f"""{TWO_MEETINGS}day-1 10:00-13:00 plenary/debate
            day-1 15:00-16:00 plenary/debate
            day-1 16:00-18:00 plenary/opening
            day-1 18:00-19:00 annex round-table-1""",
            beside=opened_by_egypt(last=True),
        ),
        More(
            f"""{TWO_MEETINGS}day-1 10:00-13:00 plenary/debate
            day-1 15:00-16:00 plenary/debate
            day-1 16:00-18:00 plenary/opening
            day-1 15:30-16:30 annex round-table-1""",
            ("Egypt is needed in round-table-1 and in plenary (2 of 2) at 16:00 on day-1",),
            opened_by_egypt(last=True),
        ),
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
            """day-1 00:00-03:00 hall plenary
               day-1 00:00-01:00 plenary/opening
               day-1 01:00-03:00 plenary/debate""",
            beside=opened_by_egypt() | {"parties": [{**PARTIES[0], "unavailable": ["day-1 01:00-02:00"]}]},
        ),
        More(
            "day-1 11:45-13:00 hall round-table-1",
            ("Egypt is needed in round-table-1 at 11:45 on day-1, but is unavailable until day-1 12:00",),
        ),
        More("day-1 12:00-13:00 hall round-table-1"),
        More(
            f"{PLENARY}day-1 10:00-11:00 plenary/opening\nday-1 11:00-13:00 plenary/debate",
            ("Egypt is needed in plenary at 11:00 on day-1, but is unavailable until day-1 12:00",),
            agenda({"segment": "opening"}, {"segment": "debate", "speakers": ["egypt"]}),
        ),
        More(
            f"{PLENARY}day-1 10:00-12:00 plenary/opening\nday-1 12:00-13:00 plenary/debate",
            beside=agenda({"segment": "opening"}, {"segment": "debate", "speakers": ["egypt"]}),
        ),
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
            f"{POLICY_DEBATE}day-2 15:00-16:00 annex side-event\nday-2 15:00-18:00 policy-debate/discussion",
            beside=reporting(("side-event", "egypt"), debate={"segments": SEGMENTS[1:]}),
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
        More(
            f"{POLICY_DEBATE}day-2 15:00-16:00 annex side-event\n{SUMMARIES}",
            ("no co-chair of round-table-1 is free for Summaries of policy-debate at 15:00 on day-2",),
            unappointed("moderator"),
        ),
        More(
            f"{POLICY_DEBATE}day-2 15:00-16:00 annex side-event\n{SUMMARIES}",
            beside=unappointed("co-chair"),
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
    "held-in": (
        More("day-2 10:00-13:00 annex round-table-1", words={"windows": ["day-2 morning"], "rooms": None}),
        More("day-2 15:00-18:00 hall round-table-1", words={"windows": None}),
    ),
    "not-in": (
        More("day-2 09:00-10:00 hall plenary", words={"rooms": None}),
        More("day-2 13:00-14:00 hall plenary", words={"rooms": None}),
        More("day-2 09:00-10:00 hall plenary"),
        More("day-2 13:00-14:00 hall plenary"),
        More(
            "day-2 15:00-18:00 hall plenary",
            ("plenary is held in hall from 15:00 on day-2 to 18:00 on day-2; it cannot be held in hall",),
            words={"windows": None},
        ),
    ),
    "within": (
        More(
            "day-1 11:00-14:00 hall round-table-1",
            words={"windows": ["day-1 10:00-13:00", "day-1 11:00-14:00"]},
        ),
    ),
    "weekdays": (
        More(
            "day-7 10:00-13:00 hall round-table-1",
            ("round-table-1 is held at 10:00 on day-7, a Sunday (2030-01-13)",),
        ),
    ),
}
