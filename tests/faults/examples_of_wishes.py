"""More examples of preferences on timetables: the edges that a planner need not see."""

from tests.faults.examples_on_timetables import PLENARY, TWO_MEETINGS
from tests.faults.more import More, agenda

OF_WISHES: dict[str, tuple[More, ...]] = {
    "avoid-days": (
        More(
            "day-2 10:00-13:00 hall round-table-1",
            beside={"holidays": [{"date": "2030-01-08", "name": "Memorial Day"}]},
        ),
    ),
    "fewest-parallel": (More("day-1 10:00-13:00 hall round-table-1\nday-1 13:00-15:00 hall round-table-2"),),
    "fewest-torn": (More("day-1 10:00-13:00 hall round-table-1\nday-1 13:00-15:00 hall round-table-2"),),
    "gap-in-room": (
        More(
            "day-1 10:00-13:00 hall concert\nday-1 13:15-15:00 hall round-table-1",
            (
                (
                    "15 minutes lie between concert and round-table-1 in hall "
                    "at 13:15 on day-1; 30 are wanted",
                    1,
                ),
            ),
        ),
        More("day-1 10:00-13:00 hall concert\nday-1 13:30-15:00 hall round-table-1"),
        More(
            "day-1 10:00-13:00 hall round-table-1\nday-1 13:29-15:00 hall concert",
            (
                (
                    "29 minutes lie between round-table-1 and concert"
                    " in hall at 13:29 on day-1; 30 are wanted",
                    1,
                ),
            ),
        ),
        More(
            "day-1 10:00-13:00 hall round-table-1\nday-1 12:00-15:00 hall concert",
            (
                (
                    "0 minutes lie between round-table-1 and concert"
                    " in hall at 12:00 on day-1; 30 are wanted",
                    1,
                ),
            ),
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
    "time-between": (
        More(
            "day-2 10:00-13:00 hall round-table-1\nday-2 15:00-18:00 hall policy-debate",
            (
                (
                    "120 minutes lie between round-table-1 and policy-debate"
                    " at 15:00 on day-2; 121 are wanted",
                    1,
                ),
            ),
            words={"wanted": 121},
        ),
    ),
}
