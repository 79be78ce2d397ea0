"""On every bundled forum alternatives are valid, best at every level, and so different as was asked."""

from itertools import combinations

import pytest

from scheduler.judging import judge, paid
from scheduler.reading import read_forum
from scheduler.rules import TimetableRule
from scheduler.solving import solve
from scheduler.solving.alternatives import Wanted, distance, spots_of
from scheduler.use_cases.alternatives import Asked, alternatives
from scheduler.use_cases.binding import without_release
from tests.golden.folders import DATA

FORUMS = sorted(path.parent.name for path in DATA.glob("*/forum.yaml"))
EXPECTED = {
    "imrf-2022": (3, "no-more"),
    "imrf-2026": (5, "one-by-one"),
    "imrf-2030": (5, "one-by-one"),
    "national-consultation": (5, "one-by-one"),
    "ocean-conference-2025": (1, "all"),
}
"""How many there are that differ by two meetings, and what is proven of them."""


@pytest.mark.parametrize("name", FORUMS)
def test_alternatives(name, tmp_path):
    answer = alternatives(DATA / name, tmp_path, Asked(Wanted(5, 2), from_scratch=True))
    forum, rules = without_release(read_forum(DATA / name))
    least = tuple(level.value for level in solve(forum, rules).levels)
    found = [one.programme.timetable for one in answer.programmes]
    posted = {rule.clause.clause for rule in rules if isinstance(rule, TimetableRule)}
    for timetable in found:
        verdict = judge(forum, rules, timetable)
        assert not posted.intersection(breach.clause for breach in verdict.breaches)
        assert paid(forum, verdict) == least
    assert all(distance(spots_of(one), spots_of(other)) >= 2 for one, other in combinations(found, 2))
    assert (len(found), answer.found.proof) == EXPECTED[name]
