"""``hemicycle explain``: the words, the document, the exit codes."""

import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from click import UsageError

from bench.planted import FAULTS, plant
from scheduler.cli import explain_ways
from scheduler.cli import explain_words as words
from scheduler.rules import active_rules
from scheduler.solving import Limits
from scheduler.use_cases.apply_relaxations import CannotApply
from scheduler.use_cases.explain import explained
from scheduler.use_cases.ways_out import WaysOut
from tests.cli.running import hemicycle
from tests.explaining.stages import TABLE, of, staged
from tests.reading import small

OPEN = "  - clause: nature/open\n    tier: physical\n    says: A room is open.\n    rule: room-open\n"
FACILITATOR = "facilitator-away-on-the-afternoon-of-day-2"


def answer(forum, most=None, **limits):
    return explained(forum, active_rules(forum), most, Limits(**limits))


def said(found):
    return "\n".join(words.lines(found))


@pytest.fixture(scope="module")
def pinned():
    late = of("within", sessions={"kind": "round-table"}, windows=["day-1"])
    other = of("outside", sessions={"kind": "round-table"}, windows=["day-1"])
    return answer(staged(TABLE, late, other))


def test_a_clash_is_said_with_what_is_given(pinned):
    assert said(pinned) == (
        "Mini forum. Proven impossible: no programme keeps all clauses of tier physical, mandate and\n"
        "    practice.\n"
        "\n"
        "These cannot stand together\n"
        "  - within, paragraph 1 of example (mandate): A promise of the example.\n"
        "  - outside, paragraph 1 of example (mandate): A promise of the example.\n"
        "  (verified: together they are impossible; without any one of them a programme exists)\n"
        "\n"
        "Given in each of them\n"
        + "".join(
            f"  {rule}, paragraph 1 of example (physical): A promise of the example.\n"
            for rule in (
                "placed",
                "one-meeting-per-room",
                "room-open",
                "room-fits",
                "one-place-per-party",
                "party-available",
                "agenda",
            )
        )
        + "  official-hours, paragraph 1 of example (physical): A promise of the example (10:00-13:00 and\n"
        "      15:00-18:00).\n"
        "\n"
        "Nothing else stands in the way."
    )
    assert words.ending(pinned) == 3


def test_several_clashes_are_numbered(pinned):
    text = said(replace(pinned, clashes=pinned.clashes * 2))
    assert "1. These cannot stand together" in text
    assert "2. These cannot stand together" in text
    assert text.endswith("There are no others.")


def test_what_was_not_found_out_is_said(pinned):
    (clash,) = pinned.clashes
    text = said(replace(pinned, clashes=(replace(clash, verified=False),), complete=False))
    assert "(not verified in the time given: it may name more than it has to)" in text
    assert text.endswith("There may be more: not everything was looked at.")
    unknown = answer(staged(TABLE), seconds=0)
    assert " ".join(said(unknown).split()) == (
        "Mini forum. It was not found out in the time given whether a programme exists. "
        "Maybe a longer --time-limit."
    )
    assert words.ending(unknown) == 4


def test_what_is_given_may_be_the_whole_clash(pinned):
    (clash,) = pinned.clashes
    assert "  - What is given below, by itself.\n" in said(
        replace(pinned, clashes=(replace(clash, members=()),))
    )


def test_a_possible_forum_needs_one_sentence():
    found = answer(staged(TABLE))
    assert " ".join(said(found).split()) == (
        "Mini forum. A programme exists: "
        "all clauses of tier physical, mandate and practice can stand together."
    )
    assert words.ending(found) == 0


def test_the_command_explains_a_planted_fault(tmp_path, capsys):
    folder = plant(FAULTS[FACILITATOR], tmp_path / "data")
    ended = hemicycle(capsys, "explain", folder, "--ways-out", "0")
    assert ended.code == 3
    text = " ".join(ended.out.split())
    assert "18(a)/policy-debate-day, paragraph 18(a) of ares-73-326 (mandate):" in text
    assert "(António Vitorino) is not there on day-2 afternoon." in text


def test_the_document_says_the_same(tmp_path, capsys):
    folder = plant(FAULTS[FACILITATOR], tmp_path / "data")
    ended = hemicycle(capsys, "explain", folder, "--all", "5", "--ways-out", "0", "--json")
    assert (ended.code, ended.json["possible"], ended.json["complete"]) == (3, False, True)
    (clash,) = ended.json["clashes"]
    assert clash["verified"]
    assert {one["name"]: one["paragraph"] for one in clash["members"]} == {
        "clause 18(a)/policy-debate-day": "18(a)",
        "duties director-general-of-iom": "",
        "absence director-general-of-iom": "",
    }
    assert ended.json["given"]
    assert ended.json["data-breaches"] == []


def test_the_forum_of_2022_is_possible(capsys):
    ended = hemicycle(capsys, "explain", "data/imrf-2022")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("International Migration Review Forum 2022. A programme exists:")


def test_without_time_the_code_says_that_nothing_was_found_out(capsys):
    ended = hemicycle(capsys, "explain", "data/imrf-2022", "--time-limit", "0.000001", "--json")
    assert (ended.code, ended.json["possible"], ended.json["complete"]) == (4, None, False)


@pytest.mark.parametrize("number", ["0", "-1", "some"])
def test_a_number_that_is_none_is_refused(capsys, number):
    ended = hemicycle(capsys, "explain", "data/imrf-2022", f"--all={number}")
    assert (ended.code, ended.out) == (2, "")
    assert number in ended.err


def test_what_the_data_breaks_keeps_ways_out_from_being_applied(tmp_path, capsys):
    shutil.copytree("data", tmp_path / "data")
    folder = tmp_path / "data" / "imrf-2022"
    path = folder / "forum.yaml"
    text = path.read_text(encoding="utf-8")
    assert "hearing-day: 2022-05-16" in text
    path.write_text(text.replace("hearing-day: 2022-05-16", "hearing-day: 2022-05-13"), encoding="utf-8")
    shutil.rmtree(folder / "releases")
    ended = hemicycle(capsys, "explain", folder, "--apply", "1")
    assert ended.code == 2
    refusal = "there is no way out 1: first put right what is never set aside: 15/day-before"
    assert refusal in " ".join(ended.err.split())
    ended = hemicycle(capsys, "explain", folder)
    assert ended.code == 3
    text = " ".join(ended.out.split())
    assert "Only a mandate stands in the way, and no mandate is ever set aside - 15/day-before," in text


def test_a_way_out_is_written_and_named(tmp_path, capsys):
    closed = "open: [hall]\nclosures:\n  - {room: hall, window: day-1, because: repairs}\n"
    changed = {"mandates/physical.yaml": small.PHYSICAL + OPEN, "small-2030/rooms.yaml": closed}
    folder = small.write(tmp_path, **changed)
    ended = hemicycle(capsys, "explain", folder, "--apply", "1")
    assert ended.code == 0
    assert ended.out.endswith("Way out 1 was written into\n  " + (folder / "rooms.yaml").as_posix() + "\n")
    assert "annex" in (folder / "rooms.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("chosen", ["1", "2"])
def test_a_number_of_no_way_out_is_refused(chosen):
    found = WaysOut(object(), False)
    with pytest.raises(UsageError, match=f"there is no way out {chosen}: none was found"):
        explain_ways.apply(Path(), found, int(chosen))


def test_files_that_cannot_be_changed_are_refused(monkeypatch):
    def refused(folder, *_words):
        raise CannotApply(folder)

    monkeypatch.setattr(explain_ways, "apply_relaxations", refused)
    way = SimpleNamespace(relaxations=())
    with pytest.raises(UsageError, match="cannot be changed by themselves"):
        explain_ways.apply(Path("x"), SimpleNamespace(found=(way,), forum=None), 1)
    with pytest.raises(UsageError, match=r"no way out 2: 1 was found\. Maybe --apply 1"):
        explain_ways.apply(Path("x"), SimpleNamespace(found=(way,), forum=None), 2)
