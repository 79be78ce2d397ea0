"""The programme of 2022 as it was printed: scheduled, and entered as a timetable in every format."""

import pytest

from scheduler.publishing import publish
from scheduler.publishing.kept_clauses import kept_by_paragraph
from scheduler.reading import read_forum
from scheduler.use_cases.check import check
from scheduler.use_cases.schedule import schedule
from tests.golden.folders import FOLDER, copied, without_objective_21

FILES = {
    "json": "timetable.json",
    "csv": "timetable.csv",
    "xlsx": "timetable.xlsx",
    "ics": "calendars/all.ics",
}


@pytest.fixture(scope="module")
def scheduled(tmp_path_factory):
    output = tmp_path_factory.mktemp("scheduled")
    return output, schedule(FOLDER, output)


@pytest.fixture(scope="module")
def release():
    return read_forum(FOLDER).forum.release


def test_scheduling_the_unchanged_forum_gives_release_1(scheduled, release):
    _, answer = scheduled
    assert answer.status == "optimal"
    assert answer.programme.timetable == release.timetable
    assert answer.programme.release == release.number == 1
    assert (answer.breaches, answer.faults) == ((), ())
    assert answer.programme.verdict.breaches == ()


def test_every_level_of_release_1_is_proven_and_costs_what_it_did(scheduled):
    _, answer = scheduled
    assert all(level.proven and level.value == level.released for level in answer.programme.levels)
    by_clauses = {level.clauses: level.value for level in answer.programme.levels}
    assert [by_clauses[("release/" + what,)] for what in ("day", "time", "room", "segments")] == [0] * 4
    assert by_clauses["practice/fewest-parallel",] == 1
    assert by_clauses["21(f)/writing-time",] == 120


@pytest.mark.parametrize("form", FILES)
def test_the_printed_programme_as_a_file_breaks_nothing(scheduled, form):
    output, _ = scheduled
    answer = check(FOLDER, output / FILES[form])
    assert answer.verdict.breaches == ()
    assert answer.kept


@pytest.mark.parametrize("form", FILES)
def test_the_file_has_every_meeting_where_it_was_printed(scheduled, release, form):
    output, _ = scheduled
    assert check(FOLDER, output / FILES[form]).timetable.placements == release.timetable.placements


def test_the_record_has_every_segment_where_it_was_printed(scheduled, release):
    output, _ = scheduled
    answer = check(FOLDER, output / FILES["json"])
    assert answer.timetable == release.timetable
    assert answer.not_judged == ()


@pytest.mark.parametrize("form", FILES)
def test_a_segment_is_where_it_was_printed_or_said_to_be_unknown(scheduled, release, form):
    output, _ = scheduled
    answer = check(FOLDER, output / FILES[form])
    unknown = answer.timetable.unjudged
    assert set(answer.timetable.segments) == {
        part for part in release.timetable.segments if part.session not in unknown
    }
    assert set(unknown) <= {"policy-debate"}
    assert bool(answer.not_judged) == bool(unknown)


@pytest.mark.parametrize("form", FILES)
def test_the_file_pays_what_the_schedule_pays(scheduled, form):
    output, answer = scheduled
    assert check(FOLDER, output / FILES[form]).verdict == answer.programme.verdict


@pytest.mark.parametrize("form", FILES)
def test_published_and_written_files_are_the_same(scheduled, form):
    output, answer = scheduled
    assert publish(answer.programme, (form,))[FILES[form]] == (output / FILES[form]).read_bytes()


@pytest.fixture(scope="module")
def as_printed(tmp_path_factory):
    return without_objective_21(copied(tmp_path_factory.mktemp("as-printed")))


@pytest.mark.parametrize("form", FILES)
def test_without_objective_21_exactly_21a_is_broken(scheduled, as_printed, form):
    answer = check(as_printed, scheduled[0] / FILES[form])
    (breach,) = answer.verdict.breaches
    assert (breach.clause, breach.paragraph, breach.tier) == ("21(a)/objectives", "21(a)", "mandate")
    assert breach.sentence == "no session of round-table takes up objective 21"
    assert not answer.kept


@pytest.mark.parametrize("form", FILES)
def test_without_objective_21_the_indicative_split_is_charged(scheduled, as_printed, form):
    file = scheduled[0] / FILES[form]
    before, now = (check(folder, file).verdict.charges for folder in (FOLDER, as_printed))
    (charge,) = (one for one in now if one not in before)
    assert set(before) < set(now)
    assert (charge.clause, charge.tier, charge.price) == ("21(b)/split", "preference", 1)
    assert charge.sentence == "objective 21 is taken up by no session; it is listed for Round table 2"


def test_without_objective_21_nothing_is_scheduled(as_printed, tmp_path):
    told = []
    answer = schedule(as_printed, tmp_path / "out", on_breaches=told.append)
    assert (answer.status, answer.programme, answer.files) == (None, None, ())
    assert [breach.clause for breach in answer.breaches] == ["21(a)/objectives"]
    assert told == [answer.breaches]
    assert not (tmp_path / "out").exists()


def test_every_clause_is_kept_or_spoken_of(scheduled):
    programme = scheduled[1].programme
    verdict = programme.verdict
    kept = {clause.clause for one in kept_by_paragraph(programme) for clause in one.clauses}
    spoken_of = {one.clause for one in (*verdict.breaches, *verdict.charges, *verdict.opens)}
    assert kept | spoken_of == {clause.clause for clause in programme.forum.all_clauses}
    assert kept.isdisjoint(spoken_of)
    paragraphs = {one.paragraph for one in kept_by_paragraph(programme) if one.mandate == "ares-73-326"}
    assert {"1(a)", "15", "18(a)", "18(b)", "18(c)", "19", "21(a)", "21(c)", "23", "26(c)"} <= paragraphs
