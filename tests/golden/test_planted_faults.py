"""Faults planted in the forum of 2022: each explanation names what was planted, and is small and verified."""

import pytest

from bench.planted import FAULTS, plant
from scheduler.use_cases.explain import explain

SLOWEST = {
    "hall-closed-for-half-a-day",
    "hall-closed-for-a-day",
    "day-2-on-a-holiday",
    "all-rooms-closed-for-a-day",
}
"""Faults that only the bench plants: they are like others, and take long."""


@pytest.mark.parametrize("name", [name for name in FAULTS if name not in SLOWEST])
def test_an_explanation_names_what_was_planted(name, tmp_path):
    answer = explain(plant(FAULTS[name], tmp_path / "data"))
    assert (answer.possible, answer.complete) == (False, True)
    assert answer.clashes
    assert all(clash.verified and 1 <= len(clash.members) <= 5 for clash in answer.clashes)
    said = [member.sentence for clash in answer.clashes for member in clash.members]
    said += [breach.sentence for breach in answer.breaches]
    assert [words for words in FAULTS[name].words if any(words in one for one in said)], said


def test_there_are_twenty_at_least():
    assert FAULTS.keys() >= SLOWEST
    assert len(FAULTS.keys() - SLOWEST) >= 20
