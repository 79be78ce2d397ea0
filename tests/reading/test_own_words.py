"""What a forum says for itself: its own interpretation, and what it costs to relax something."""

import pytest

from scheduler.domain.costs import COSTS, SORTS
from scheduler.domain.facts import facts_of, forum_of
from scheduler.reading import read_forum
from tests.reading import small


def with_words(tmp_path, words):
    return small.write(tmp_path, **{"small-2030/forum.yaml": small.FORUM + words})


@pytest.mark.parametrize(
    ("words", "offer"),
    [
        ("", (1, 7, 14)),
        ("interpretation:\n", (1, 7, 14)),
        ("interpretation: {teams: 3}\n", (3, 7, 14)),
        ("interpretation: {teams: 0, meetings-per-week: 2, interpreters-per-team: 5}\n", (0, 2, 5)),
    ],
)
def test_a_forum_has_its_own_interpretation(tmp_path, words, offer):
    found = read_forum(with_words(tmp_path, words)).forum.venue.interpretation
    assert (found.teams, found.meetings_per_week, found.interpreters_per_team) == offer


def test_a_forum_has_its_own_costs(tmp_path):
    forum = read_forum(with_words(tmp_path, "costs: {set-aside: 0, evening: 1000}\n")).forum
    assert forum.costs == {"evening": 1000, "set-aside": 0}
    assert forum_of(facts_of(forum), forum).costs == forum.costs
    assert read_forum(with_words(tmp_path, "costs:\n")).forum.costs == {}


@pytest.mark.parametrize(
    ("words", "field", "sentence"),
    [
        ("costs: {opn-room: 2}\n", "opn-room", "'opn-room' is not known here. Maybe open-room"),
        ("costs: {evening: 1001}\n", "evening", "'1001' is too large: 1000 is the most"),
        ("costs: {evening: -1}\n", "evening", "'-1' is too small: 0 is the least"),
        ("costs: [evening]\n", "costs", "a list is no map of keys and values"),
        ("interpretation: {team: 2}\n", "team", "there is no field 'team' here. Maybe teams"),
        ("interpretation: {teams: many}\n", "teams", "'many' is no whole number. Maybe write it in digits"),
    ],
)
def test_what_is_wrong_with_them_is_said(tmp_path, words, field, sentence):
    (problem,) = small.problems_of(with_words(tmp_path, words))
    assert (problem.field, problem.sentence) == (field, sentence)


def test_every_sort_has_a_price_and_they_stand_by_it():
    assert [*COSTS] == [*SORTS]
    assert sorted(COSTS.values()) == [*COSTS.values()]
