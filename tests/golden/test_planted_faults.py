"""Faults planted in the forum of 2022: each explanation names what was planted, and is small and verified."""

import pytest

from bench.planted import FAULTS, plant
from scheduler.use_cases.explain import explain
from tests.uncounted import uncounted

pytestmark = uncounted


@pytest.mark.parametrize("name", FAULTS)
def test_an_explanation_names_what_was_planted(name, tmp_path):
    answer = explain(plant(FAULTS[name], tmp_path / "data"))
    assert (answer.possible, answer.complete) == (False, True)
    assert answer.clashes
    assert all(clash.verified and 1 <= len(clash.members) <= 5 for clash in answer.clashes)
    said = [member.sentence for clash in answer.clashes for member in clash.members]
    said += [breach.sentence for breach in answer.breaches]
    assert [words for words in FAULTS[name].words if any(words in one for one in said)], said


def test_there_are_twenty_at_least():
    assert len(FAULTS) >= 20
