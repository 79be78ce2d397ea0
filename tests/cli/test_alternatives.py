"""``hemicycle alternatives``: what it prints and writes, and how it ends."""

import json
from dataclasses import replace

import pytest

from scheduler.solving import Limits
from scheduler.use_cases import alternatives as use_case
from scheduler.use_cases.alternatives import Listing
from tests.use_cases.fragile import CHARTER, release, write

from .running import hemicycle

SOME = """\
A <fragile> forum

1. It is the programme of hemicycle schedule; only here: First talk on day-1 morning in Annex;
    Second talk on day-1 morning in Great Hall.
2. 3 meetings differ from programme 1: Gala on day-2 afternoon instead of day-2 morning, as in no
    other; First talk in Great Hall instead of Annex, as in no other; and 1 more.

9 programmes were asked for. Proven: no 3 programmes, programme 1 among them, differ from each other
    by 3 meetings or more. 18 are as good in all.

Files
  outputs/fragile-alternatives/alternatives.txt
  outputs/fragile-alternatives/1/ (2 files)
  outputs/fragile-alternatives/2/ (2 files)
"""
ALL = """\
A <fragile> forum

Exactly 18 programmes are as good. Proven: there is no other.

Files
  outputs/fragile-alternatives/alternatives.jsonl
  outputs/fragile-alternatives/alternatives.txt
"""
KEPT_TO = """\
A <fragile> forum

1. It is the programme of hemicycle schedule.

5 programmes were asked for. Proven: no other programme is as good.
Release 1 is kept to: a programme that moves more than this one is not as good. Maybe
    --from-scratch, which passes over the release.
"""


@pytest.fixture
def alternatives(tmp_path, monkeypatch, capsys):
    """Run the command in a planner's folder, some of the forum's files changed."""
    monkeypatch.chdir(tmp_path)

    def run(*options, **files):
        write(tmp_path / "data", **files)
        return hemicycle(capsys, "alternatives", "data/fragile", *options)

    return run


@pytest.fixture
def answering(monkeypatch):
    """Change the answer of the use case."""
    real = use_case.alternatives

    def change(**changes):
        monkeypatch.setattr(use_case, "alternatives", lambda *some: replace(real(*some), **changes))

    return change


def test_it_says_what_sets_each_apart_and_what_is_proven(alternatives):
    ended = alternatives("--count", "9", "--distance", "3")
    assert (ended.code, ended.err, ended.out) == (0, "", SOME)


def test_all(alternatives):
    ended = alternatives("--all")
    assert (ended.code, ended.out) == (0, ALL)


def test_a_release_that_is_kept_to(alternatives):
    ended = alternatives(**release())
    assert ended.code == 0
    assert ended.out.startswith(KEPT_TO)
    assert "is kept to" not in alternatives("--from-scratch", "--count", "1").out


def test_one_json_document(alternatives):
    said = alternatives("--json", "--output", "elsewhere", "--count", "2").json
    assert (said["forum"], said["status"], said["proof"], said["known"]) == (
        "fragile",
        "optimal",
        "farthest",
        18,
    )
    assert said["files"][0] == "elsewhere/1/timetable.json"
    assert [len(one["timetable"]["meetings"]) for one in said["programmes"]] == [3, 3]
    assert said["programmes"][1]["apart"].startswith("3 meetings differ from programme 1: ")
    assert said["listed"] is None
    every = alternatives("--json", "--all").json
    assert (every["listed"], every["programmes"], every["proof"]) == ({"count": 18, "ended": "all"}, [], None)


def test_an_impossible_forum_ends_with_3(alternatives):
    ended = alternatives(**{"fragile/rooms.yaml": "open: [annex]\n"})
    assert ended.code == 3
    assert ended.out.endswith("Nothing was written. Maybe hemicycle explain, which says why.\n")
    assert alternatives("--json", **{"fragile/rooms.yaml": "open: [annex]\n"}).json["programmes"] == []


def test_nothing_in_time_ends_with_4(alternatives, answering):
    ended = alternatives("--time-limit", "0.000001")
    assert ended.code == 4
    assert "Maybe a longer --time-limit" in ended.out
    answering(status="feasible", programmes=(), files=())
    ended = alternatives()
    assert ended.code == 4
    assert ended.out.startswith("No programme was proven to be the best in the time given")


def test_data_that_have_to_be_put_right_end_with_1(alternatives):
    rules = CHARTER + (
        '  - clause: 4/two\n    paragraph: "4"\n    tier: mandate\n    says: There are two galas.\n'
        "    rule: so-many\n    sessions: {kind: gala}\n    count: sessions\n    exactly: 2\n"
    )
    ended = alternatives(**{"mandates/charter.yaml": rules})
    assert ended.code == 1
    assert "  4/two, paragraph 4 of charter (mandate): " in ended.out
    assert ended.out.endswith("has to be put right before it can be scheduled. Nothing was written.\n")


def test_a_fault_ends_with_70(alternatives, answering):
    answering(faults=("they disagree",))
    ended = alternatives()
    assert ended.code == 70
    assert ended.out.endswith("Solver and judge disagree\n  they disagree\n")


def test_a_list_for_which_time_ran_out_ends_with_4(alternatives, answering):
    answering(listing=Listing(4, "time"), says="At least 4 programmes are as good.")
    assert alternatives("--all").code == 4


def test_an_interrupted_list_ends_with_130(alternatives, answering):
    answering(listing=Listing(4, "interrupted"), says="At least 4 programmes are as good.")
    ended = alternatives("--all")
    assert ended.code == 130
    assert "At least 4 programmes are as good.\n" in ended.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--slack", "x"], "'x' is no level with what it may cost more. Maybe 3=1"),
        (["--slack", "0=1"], "'0=1' is no level with what it may cost more. Maybe 3=1"),
        (["--slack", "2=1"], "there is no level 2: fragile has no levels"),
        (["--all", "--count", "3"], "Maybe only one"),
        (["--all", "--distance", "3"], "Maybe only one"),
        (["--count", "0"], "0"),
    ],
    ids=str,
)
def test_what_cannot_be_asked_ends_with_2(alternatives, options, said):
    ended = alternatives(*options)
    assert ended.code == 2
    assert said in ended.err


def test_options_reach_the_use_case(alternatives, monkeypatch, tmp_path):
    asked = []
    real = use_case.alternatives
    monkeypatch.setattr(
        use_case, "alternatives", lambda *some: asked.append(some) or real(some[0], tmp_path / "x")
    )
    alternatives("--count", "3", "--distance", "2", "--slack", "1=4", "--slack", "2=5", "--workers", "2")
    _, output, what, limits, _ = asked[0]
    assert (output, what.wanted.count, what.wanted.distance, what.slack) == (None, 3, 2, {1: 4, 2: 5})
    assert limits == Limits(workers=2)


def test_the_list_is_one_document_a_line(alternatives, tmp_path):
    alternatives("--all")
    lines = (
        (tmp_path / "outputs/fragile-alternatives/alternatives.jsonl")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    assert [json.loads(line)["programme"] for line in lines] == [*range(1, 19)]
