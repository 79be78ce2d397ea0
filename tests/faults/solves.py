"""Small forums that are solved, to notice faults in the floors below the rules.

On such forums ``tests/agreement/test_best.py`` finds by trying everything what the solver finds.
"""

from functools import cache
from itertools import product

from hypothesis import HealthCheck, Phase, given, settings

from scheduler.domain.forum import Forum
from scheduler.rules import active_rules
from scheduler.solving import Limits, Solution, solve
from tests.agreement.test_best import small_forums
from tests.mini import clause_of, forum_of

PATIENCE = 3.0
"""Seconds after which a faulty solve is given up; a right one needs hundredths of them."""


@cache
def small() -> tuple[Forum, ...]:
    """Draw small forums, always the same ones, and add those that need what few forums need."""
    found: list[Forum] = []

    @settings(
        max_examples=25,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(forum=small_forums())
    def draw(forum: Forum) -> None:
        found.append(forum)

    draw()
    return (
        crowded(),
        crowded("preferred-room", {"sessions": "all", "rooms": ["room-3"]}),
        wishing_for_two(),
        *wishing(),
        *found,
    )


WISHES = (
    (["hall"], ["hall"], "day-1"),
    (["hall"], [], "day-1"),
    (["hall", "attic"], [], "day-1"),
    (["attic"], ["annex"], "day-1"),
    (["hall"], ["hall", "attic"], "day-1 13:00-15:00"),
    (["attic"], ["attic"], "day-1 12:45-14:45"),
)
"""Rooms wished for, rooms closed, and when they are."""


def wishing() -> list[Forum]:
    """Make forums in which meetings wish for rooms that not all of them can have, or none can."""
    found = []
    for (wanted, closed, window), setup in product(WISHES, (0, 30)):
        overlay = {
            "sessions": {f"panel-{number}": {"setup": setup} for number in range(1, 4)},
            "rooms": {"hall": {}, "annex": {}, "attic": {}},
            "days": {"day-1": "2030-01-07"},
            "closures": [{"room": room, "window": window} for room in closed],
        }
        words = {"sessions": "all", "rooms": wanted}
        found.append(_with(forum_of(overlay), "preferred-room", words))
    return found


def wishing_for_two() -> Forum:
    """Make a forum in which a meeting wishes for two rooms, and can only be in one."""
    overlay = {"sessions": {"panel-1": {}}, "rooms": {"hall": {}, "annex": {}, "attic": {}}}
    forum = _with(forum_of(overlay), "preferred-room", {"sessions": "all", "rooms": ["annex"]})
    words = {"sessions": "all", "rooms": ["hall"]}
    other = clause_of("preferred-room", words, "preference", name="the-other")
    return forum.replace(clauses=(*forum.clauses, other), levels=(*forum.levels, ("the-other",)))


def crowded(wish: str = "fewest-parallel", words: dict | None = None) -> Forum:
    """Make a forum in which four meetings have three rooms between them, and each of them two."""
    needs = ("one-two", "two-three", "one-three", "one-two")
    features = {"room-1": ["one-two", "one-three"], "room-2": ["one-two", "two-three"]}
    features |= {"room-3": ["two-three", "one-three"], "room-4": [], "room-5": []}
    overlay = {
        "sessions": {f"panel-{number}": {"features": [need]} for number, need in enumerate(needs, 1)},
        "rooms": {room: {"features": offered} for room, offered in features.items()},
        "days": {"day-1": "2030-01-07"},
    }
    return _with(forum_of(overlay), wish, words or {"sessions": {"session": "panel-1"}})


def _with(forum: Forum, wish: str, words: dict) -> Forum:
    rules = ("placed", "one-meeting-per-room", "room-open", "room-fits", "official-hours")
    clauses = [clause_of(rule, {}, "physical") for rule in rules]
    clauses.append(clause_of(wish, words, "preference"))
    return forum.replace(clauses=tuple(clauses), levels=((wish,),))


@cache
def answers() -> tuple[Solution, ...]:
    return tuple(solve(forum, active_rules(forum)) for forum in small())


def solving_notices() -> bool:
    """Tell whether any small forum is now solved otherwise, or not at all."""
    return any(_otherwise(forum, answer) for forum, answer in zip(small(), answers(), strict=True))


def _otherwise(forum: Forum, answer: Solution) -> bool:
    try:
        return solve(forum, active_rules(forum), Limits(seconds=PATIENCE)) != answer
    except Exception:
        return True
