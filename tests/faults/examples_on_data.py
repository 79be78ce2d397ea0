"""More examples of rules on a forum's own data: the edges that a planner need not see."""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.faults.more import More, agenda, duties
from tests.rules.test_deadlines import EDGES, HOLIDAYS


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


ON_DATA: dict[str, tuple[More, ...]] = {
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
    "listed-order": (
        More(agenda({"segment": "opening", "speakers": ["president", "stranger", "media"]})),
        More(agenda({"segment": "opening", "speakers": ["president", "president"]})),
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
}
