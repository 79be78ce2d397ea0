"""Small forums in which something is short."""

from scheduler.counting import counted
from scheduler.rules import active_rules
from scheduler.solving import solve
from tests.mini import clause_of, forum_of

PHYSICAL = (
    "placed",
    "one-meeting-per-room",
    "room-open",
    "room-fits",
    "one-place-per-party",
    "party-available",
    "agenda",
)
ROUND_TABLES = {"kind": "round-table"}
EGYPT = {"party": "egypt", "name": "Egypt", "kind": "member-state"}
NHRI = {"party": "nhri", "name": "NHRI", "kind": "stakeholder"}


def forum_with(overlay, *clauses, physical=PHYSICAL):
    """Make a forum whose clauses bear the names of their rules."""
    forum = forum_of(overlay)
    made = [clause_of(rule, {}, "physical") for rule in physical]
    made += [clause_of(rule, words) for rule, words in clauses]
    made.append(clause_of("official-hours", {}, "practice"))
    return forum.replace(clauses=tuple(made))


def in_hall(forum):
    return forum.replace(rooms=forum.rooms[:1])


def within(*windows, **sessions):
    return "within", {"sessions": sessions or ROUND_TABLES, "windows": list(windows)}


def round_tables(number, **more):
    return {"sessions": {f"round-table-{one}": dict(more) for one in range(1, number + 1)}}


def found(forum):
    """Count, and let the solver agree that the forum is impossible."""
    rules = active_rules(forum)
    shortages = counted(forum, rules)
    assert (solve(forum, rules).status == "impossible") == bool(shortages)
    return shortages


def the_one(forum):
    (one,) = found(forum)
    return one


def ids(clauses):
    return [clause.clause for clause in clauses]


def chairs(*sessions, party="egypt", **more):
    return {name: {"duties": [{"role": "chair", "party": party}], **more} for name in sessions}
