"""Small forums with clauses, to be explained."""

from scheduler.domain.clause import Clause
from scheduler.domain.forum import Forum
from scheduler.meeting_options import PINS
from scheduler.rules import active_rules
from scheduler.solving import Limits
from scheduler.solving.explaining.clashes import Clashes, clashes
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
ONE_DAY = {"days": {"day-1": "2030-01-07"}}
TABLE = {"sessions": {"round-table-1": {}}}
TABLES = {"sessions": {f"round-table-{number}": {} for number in (1, 2, 3)}}
EGYPT = {"party": "egypt", "name": "Egypt", "kind": "member-state"}


def pin(rule: str, name: str, **words: object) -> Clause:
    """Make the clause of a pin on a session."""
    return Clause(
        clause=f"pins/{name}",
        tier="practice",
        says="It is pinned.",
        rule=rule,
        options={"what": {"session": name}, **words},
        mandate=PINS,
        source="A. Planner: booked",
    )


def staged(overlay: dict, *clauses: Clause, given: tuple[str, ...] = (*PHYSICAL, "official-hours")) -> Forum:
    """Make a forum with what is physical, and some clauses."""
    forum = forum_of(overlay, options=[clause.options for clause in clauses])
    physical = (clause_of(rule, {}, "physical") for rule in given)
    return forum.replace(clauses=(*physical, *clauses))


def of(rule: str, name: str = "", tier: str = "mandate", **words: object) -> Clause:
    """Make a clause; its options are written with underscores."""
    return clause_of(rule, {key.replace("_", "-"): value for key, value in words.items()}, tier, name)


def found(forum: Forum, limits: Limits = Limits()) -> Clashes:
    """Explain a forum."""
    return clashes(forum, active_rules(forum), limits)


def names(found: Clashes) -> list[set[str]]:
    """Return the names of the members of each clash."""
    return [{member.name for member in clash.members} for clash in found.found]
