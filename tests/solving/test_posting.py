"""The model of a forum: clauses that take places away come before all that asks for places."""

from itertools import permutations

from scheduler.rules import active_rules
from scheduler.solving.posting import post
from tests.mini import clause_of, forum_of

CLAUSES = {
    "placed": {},
    "agenda": {},
    "party-available": {},
    "official-hours": {},
    "within": {"sessions": "all", "windows": ["day-1"]},
}
AWAY_FROM_A_SEGMENT = {
    "rooms": {"hall": {}},
    "days": {"day-1": "2030-01-07", "day-2": "2030-01-08"},
    "sessions": {
        "panel": {
            "minutes": 60,
            "segments": [
                {"segment": "welcome", "title": "Welcome", "minutes": 10},
                {"segment": "talks", "title": "Talks", "minutes": 50},
            ],
            "duties": [{"role": "presides", "party": "egypt", "segment": "welcome"}],
        }
    },
    "parties": [
        {"party": "egypt", "name": "Egypt", "kind": "member-state", "unavailable": ["until day-1 11:00"]}
    ],
}


def models():
    """Post the same clauses in every order."""
    forum = forum_of(AWAY_FROM_A_SEGMENT)
    forum = forum.replace(clauses=tuple(clause_of(rule, said) for rule, said in CLAUSES.items()))
    for rules in permutations(active_rules(forum)):
        yield post(forum, rules, 10)


def test_no_start_is_asked_for_that_any_clause_takes_away():
    for board in models():
        starts = [one.name for one in board.model.proto.variables if one.name.startswith("panel@")]
        assert starts == [f"panel@{tick}" for tick in board.times.starts("panel")]
        assert len(starts) == 2 * 13
