"""``hemicycle fragility``: what it prints and writes, and how it ends."""

from dataclasses import replace

import pytest

from scheduler.cli import fragility_words as words
from scheduler.publishing.fragility_values import Effect, Fragility, Loss, Reason
from scheduler.use_cases import fragility as use_case
from scheduler.use_cases.fragility import Counts, FragilityAnswer
from tests.use_cases.fragile import CHARTER, release, write

from .running import hemicycle

TABLES = """\
Rooms
  1 day-1 morning, 2 day-1 afternoon, 3 day-2 morning, 4 day-2 afternoon
  Room                                       1   2   3   4
  Annex                                      1   0   –   0
  Great Hall                                 2   0   1   0

Officers
  1 day-1 morning, 2 day-1 afternoon, 3 day-2 morning, 4 day-2 afternoon, 5 not at all
  Officer                                    1   2   3   4   5
  Ada                                        1   0   0   0   ✕
  =Bob                                       1   0   0   0   ✕
  Cyd | Cy                                   1   0   0   0   ✕
  Fay                                        –   0   1   0   ✕

Interpretation teams
  1 fewer                                    1
  2 fewer                                    ✕
"""
LOST = """\
Losses that leave no programme
  Ada; =Bob; Cyd | Cy; Fay: if one of them cannot come at all, no programme is possible.
  2 interpretation teams are missing, so that none is left: no programme is possible; in the way:
      custom/teams.

17 losses touch nothing and were judged, 13 were solved, 0 were kept from earlier runs.

Files
  outputs/fragile-fragility/fragility.csv
  outputs/fragile-fragility/fragility.html
  outputs/fragile-fragility/contingency/ (30 sheets)
"""


@pytest.fixture
def fragility(tmp_path, monkeypatch, capsys):
    """Run the command in a planner's folder, some of the forum's files changed."""
    monkeypatch.chdir(tmp_path)

    def run(*options, **files):
        write(tmp_path / "data", **{**release(), **files})
        return hemicycle(capsys, "fragility", "data/fragile", *options)

    return run


def test_it_prints_a_table_and_what_matters(fragility):
    ended = fragility()
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(
        "A <fragile> forum. Moves are counted from release 1 (published). Of 30 losses 17 move nothing, 8\n"
    )
    assert TABLES in ended.out
    assert "\nLosses that move meetings\n  Annex is closed on day-1 morning: 1 meeting moves (" in ended.out
    assert ended.out.endswith(LOST)


def test_a_second_run_says_how_many_were_kept(fragility):
    fragility()
    assert "0 were solved, 13 were kept from earlier runs.\n" in fragility().out
    assert "13 were solved, 0 were kept from earlier runs.\n" in fragility("--no-kept").out


def test_one_json_document(fragility):
    said = fragility("--json", "--output", "elsewhere").json
    assert (said["status"], said["decided"]) == (
        "optimal",
        {"judged": 17, "solved": 13, "kept": 0, "open": 0},
    )
    assert said["files"][0] == "elsewhere/fragility.csv"
    by_loss = {one["loss"]: one for one in said["losses"]}
    assert len(by_loss) == 30
    away = by_loss["away.ada"]
    assert (away["outcome"], away["meetings"], away["of"]) == ("impossible", None, "ada")
    assert [one["name"] for one in away["because"]] == ["duties ada", "absence ada"]
    assert away["duties"] == ["Chairs of First talk"]
    moved = by_loss["teams.1-fewer"]
    assert (moved["moved"][0]["meeting"], moved["duties"]) == ("talk-2", [])
    assert by_loss["room.hall.day-1.afternoon"]["moves"] == {}


def test_an_impossible_forum_ends_with_3(fragility):
    ended = fragility(**{"fragile/rooms.yaml": "open: [annex]\n"})
    assert ended.code == 3
    assert ended.out.startswith("Proven impossible: there is no programme that could lose anything.")
    said = fragility("--json", **{"fragile/rooms.yaml": "open: [annex]\n"})
    assert (said.code, said.json["losses"], said.json["counted-from"]) == (3, [], None)


def test_no_programme_in_time_ends_with_4(fragility):
    ended = fragility("--time-limit", "0.000001")
    assert ended.code == 4
    assert "Maybe a longer --time-limit" in ended.out


def test_data_that_has_to_be_put_right_ends_with_1(fragility):
    rules = CHARTER + (
        '  - clause: 4/two\n    paragraph: "4"\n    tier: mandate\n    says: There are two galas.\n'
        "    rule: so-many\n    sessions: {kind: gala}\n    count: sessions\n    exactly: 2\n"
    )
    ended = fragility(**{"mandates/charter.yaml": rules})
    assert ended.code == 1
    assert "  4/two, paragraph 4 of charter (mandate): " in ended.out


def test_a_fault_ends_with_70(fragility, monkeypatch):
    real = use_case.fragility
    monkeypatch.setattr(
        use_case, "fragility", lambda *args, **more: replace(real(*args, **more), faults=("they disagree",))
    )
    ended = fragility()
    assert ended.code == 70
    assert ended.out.endswith("Solver and judge disagree\n  they disagree\n")


def test_unknown_folders_are_refused(fragility):
    fragility()
    assert fragility("--output", "data/fragile/out").code == 2


def test_progress_and_time_reach_the_use_case(fragility, monkeypatch):
    asked = {}
    real = use_case.fragility

    def remembering(folder, output, limits, *, keeping, tell):
        asked.update(seconds=limits.seconds, keeping=keeping)
        return real(folder, output, keeping=keeping, tell=tell)

    monkeypatch.setattr(use_case, "fragility", remembering)
    fragility("--time-limit", "60")
    assert asked == {"seconds": 60, "keeping": True}


def test_what_is_open_is_said(fragility, tmp_path):
    fragility()
    found = use_case.fragility(tmp_path / "data/fragile", tmp_path / "out").fragility
    effects = (
        Effect(Loss("away", "ada"), "undecided"),
        Effect(
            Loss("away", "bob"),
            "impossible",
            reasons=(Reason("absence bob", "", "Bob is away"),),
            verified=False,
        ),
    )
    few = Fragility(found.standing, True, effects)
    answer = FragilityAnswer(found.standing.forum, "optimal", few, Counts(open=2))
    said = "\n".join(words.lines(answer, tmp_path))
    assert "Ada cannot come at all: it was not found out in the time given what it comes to." in said
    assert "=Bob cannot come at all: no programme is possible. Not verified in the time given" in said
    assert "0 were kept from earlier runs, 2 not decided\n    in the time given." in said
    assert "Files" not in said


def test_long_names_are_folded(fragility):
    parties = (
        "party,name,kind,group,attends,delegates,unavailable\n"
        "ada,Ada who has a name that is too long for one line of a table,officer,,,1,\n"
        "bob,Bob,state,,,1,\ncyd,Cyd,state,,,1,\nfay,Fay,officer,,,1,\n"
    )
    ended = fragility(**{"fragile/parties.csv": parties})
    assert (
        "  Ada who has a name that is too long for    1   0   0   0   ✕\n    one line of a table\n"
        in ended.out
    )
