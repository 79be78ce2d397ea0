"""Solved from nothing, the forum of 2022 is as good as it was printed, and at one level better."""

import pytest

from scheduler.solving import Limits
from scheduler.use_cases.schedule import schedule
from tests.golden.folders import FOLDER

BETTER = ("21(f)/writing-time",)


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    return schedule(FOLDER, tmp_path_factory.mktemp("from-scratch"), from_scratch=True)


def test_it_is_proven_and_breaks_nothing(answer):
    assert (answer.status, answer.faults, answer.programme.verdict.breaches) == ("optimal", (), ())
    assert (answer.programme.from_scratch, answer.programme.release) == (True, None)
    assert all(level.proven for level in answer.programme.levels)


def test_it_equals_the_printed_programme_at_every_level_but_one(answer):
    differ = [level for level in answer.programme.levels if level.value != level.released]
    assert [(one.clauses, one.value, one.released) for one in differ] == [(BETTER, 60, 120)]


def test_the_level_at_which_it_is_better_is_reported(answer):
    (level,) = (one for one in answer.programme.levels if one.clauses == BETTER)
    report = next(file for file in answer.files if file.name == "report.md").read_text(encoding="utf-8")
    sentence = (
        f"At level {level.level} this timetable is better than release 1 by 60: "
        "it pays 60, the release pays 120."
    )
    assert report.count(sentence) == 1
    assert report.count("this timetable is better") == 1
    assert "this timetable is worse" not in report


def test_one_round_table_alone_is_held_just_before_the_debate(answer):
    late = [charge.sentence for charge in answer.programme.verdict.charges if charge.clause in BETTER]
    (sentence,) = late
    assert sentence.startswith("120 minutes lie between Round table ")


@pytest.mark.parametrize("limits", [Limits(seed=1), Limits(seed=7, workers=1), Limits(seed=3, workers=8)])
def test_seeds_and_workers_do_not_choose_among_equals(answer, limits, tmp_path):
    again = schedule(FOLDER, tmp_path, ("json",), limits, from_scratch=True)
    assert again.programme.timetable == answer.programme.timetable
