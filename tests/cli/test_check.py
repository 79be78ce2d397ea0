"""``hemicycle check``: what it prints, and how it ends."""

from pathlib import Path

import pytest

from scheduler.domain.verdict import Verdict
from scheduler.use_cases import check as use_case
from tests.publishing.programmes import BREACH, CHARGE, OPEN, UNCITED, forum, timetable

from .running import checked, hemicycle


@pytest.fixture
def check(monkeypatch, tmp_path, capsys):
    (tmp_path / "data/mini").mkdir(parents=True)
    (tmp_path / "plan.csv").write_text("")
    monkeypatch.chdir(tmp_path)

    def run(answer, *options):
        def answering(folder, file):
            assert (folder, file) == (Path("data/mini"), Path("plan.csv"))
            return answer

        monkeypatch.setattr(use_case, "check", answering)
        return hemicycle(capsys, "check", "data/mini", "plan.csv", *options)

    return run


def test_everything_the_judge_found_is_said(check):
    verdict = Verdict(breaches=(UNCITED, BREACH), charges=(CHARGE,), opens=(OPEN,))
    ended = check(
        checked(verdict=verdict, matches=("'Hearing' is hearing-1",), not_judged=("agendas are missing",))
    )
    assert ended.code == 1
    assert ended.out == (
        "International Migration Review Forum 2022: 6 of 6 meetings are placed.\n"
        "\nMatched\n"
        "  'Hearing' is hearing-1\n"
        "\nBreaches\n"
        "  one-room, un-practice (physical): hearing-1 meets hearing-2 in one room.\n"
        "  18(a)/order, paragraph 18(a) of ares-73-326 (mandate): round-table-4 ends at 13:00 on day-1.\n"
        "\nCharges\n"
        "  summaries, imrf-2022 (preference, price 60): Only 2 hours after round-table-4.\n"
        "\nOpen\n"
        "  21(c)/two, paragraph 21(c) of ares-73-326 (mandate): The moderator is not appointed.\n"
        "\nNot judged\n"
        "  agendas are missing\n"
        "\nBroken: 2 clauses of tier physical, mandate or practice.\n"
    )


def test_a_charge_is_no_breach(check):
    ended = check(checked())
    assert ended.code == 0
    assert ended.out.endswith(
        "\nKept: no clause of tier physical, mandate or practice is broken; 1 charge on preferences.\n"
    )


def test_an_empty_verdict_is_two_lines(check):
    short = timetable(forum(), ())
    ended = check(checked(verdict=Verdict(), timetable=short))
    assert ended.out == (
        "International Migration Review Forum 2022: 0 of 6 meetings are placed.\n"
        "\nKept: no clause of tier physical, mandate or practice is broken; no charge on preferences.\n"
    )


def test_json_is_one_document(check):
    ended = check(checked(verdict=Verdict(breaches=(BREACH,), charges=(CHARGE,))), "--json")
    assert ended.code == 1
    assert ended.json == {
        "forum": "imrf-2022",
        "kept": False,
        "matches": [],
        "breaches": [BREACH.model_dump(mode="json")],
        "charges": [CHARGE.model_dump(mode="json")],
        "opens": [],
        "not-judged": [],
    }


def test_a_file_that_is_not_there_is_bad_usage(check, capsys):
    ended = hemicycle(capsys, "check", "data/mini", "plam.csv")
    assert ended.code == 2
    assert "File 'plam.csv' does not exist" in ended.err
