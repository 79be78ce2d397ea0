"""``release``, ``releases`` and ``restore`` on the command line: what they ask for and what they say."""

import json
import subprocess
import sys

import pytest

from tests.cli.running import hemicycle
from tests.reading.small import CHARTER
from tests.use_cases.releasing import PRACTICE, WITH_PRACTICE, files, plan, unreleased

AT = "2020-01-02T12:00:00Z"


@pytest.fixture(autouse=True)
def working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def squeezed(text):
    return " ".join(text.split())


def release(capsys, folder, *options, status="draft", room="", of=""):
    hand = ("--timetable", plan(folder.parent, room, of=of)) if "--output" not in options else ()
    return hemicycle(capsys, "release", folder, "--status", status, *hand, *options)


def test_a_release_is_made_and_said(tmp_path, capsys):
    folder = unreleased(tmp_path)
    ended = release(capsys, folder, "--released", AT, "--note", " For the bureau ", status="published")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(
        "Release 1 (published) is made: small-2030/releases/release-1.json\n\nOutputs made again\n"
    )
    assert "  outputs/small-2030/timetable.json\n" in ended.out
    document = json.loads((folder / "releases/release-1.json").read_bytes())
    assert (document["note"], document["released"]) == ("For the bureau", "2020-01-02T12:00:00+00:00")


def test_what_was_scheduled_is_released(tmp_path, capsys):
    folder = unreleased(tmp_path)
    assert hemicycle(capsys, "schedule", folder, "--output", "there").code == 0
    ended = release(capsys, folder, "--output", "there", "--released", AT)
    assert ended.code == 0
    before = files(tmp_path)
    assert hemicycle(capsys, "schedule", folder, "--output", "there").code == 0
    assert files(tmp_path) == before


def test_without_outputs_it_says_what_to_do_first(tmp_path, capsys):
    ended = hemicycle(capsys, "release", unreleased(tmp_path), "--status", "draft")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "Bad data, nothing was written; 1 problem:\n  outputs/small-2030/run.json: there is no "
        "timetable here that was just scheduled. Maybe schedule the forum first\n"
    )


def test_a_mandate_that_is_broken_is_not_published(tmp_path, capsys):
    folder = unreleased(tmp_path)
    ended = release(capsys, folder, status="published", room="annex", of="plenary-1")
    assert ended.code == 1
    assert ended.out.startswith(
        "Not published: this timetable breaks what nobody can answer for. Nothing was written.\n\n"
        "Breaches\n"
        "  10/hall, paragraph 10 of charter (mandate): "
    )
    assert ended.out.endswith(
        "\nOnly a breach of practice can be answered for. Maybe put the others right in the timetable.\n"
    )
    assert "--acknowledge" not in ended.out
    assert not [*(folder / "releases").iterdir()]


def test_a_practice_that_is_broken_wants_an_answer(tmp_path, capsys):
    folder = unreleased(tmp_path, **WITH_PRACTICE)
    ended = release(capsys, folder, status="published")
    assert ended.code == 1
    assert ended.out.endswith(
        "\nMaybe answer for a breach of practice: --acknowledge CLAUSE --because TEXT\n"
    )
    answer = ("--acknowledge", "custom/talk-hall", "--because", "the hall is wet")
    ended = release(capsys, folder, *answer, "--released", AT, status="published")
    assert ended.code == 0
    said = "Answered for custom/talk-hall: A talk is held in Annex 2, not in Great Hall; because"
    assert said in squeezed(ended.out)
    assert "because the hall is wet" in squeezed(ended.out)
    assert "Breaches" not in ended.out
    ended = hemicycle(capsys, "releases", folder)
    assert "  custom/talk-hall is broken: A talk is held in Annex 2" in ended.out
    assert "answered for: the hall is wet" in squeezed(ended.out)


def test_a_draft_says_what_it_breaks(tmp_path, capsys):
    folder = unreleased(tmp_path)
    ended = release(capsys, folder, "--released", AT, room="annex", of="plenary-1")
    assert ended.code == 0
    assert "\nBreaches\n  10/hall" in ended.out
    assert "\nThe outputs differ from this release, as it breaks a clause that they keep.\n" in ended.out


REFUSED = {
    "no reason": (("--acknowledge", "a"), "there are 1 --acknowledge and 0 --because. Maybe give each"),
    "no clause": (("--because", "we must"), "there are 0 --acknowledge and 1 --because. Maybe give each"),
    "an empty reason": (
        ("--acknowledge", "a", "--because", " "),
        "the clause 'a' is acknowledged without a reason: its --because is empty. Maybe --because \"The",
    ),
    "one of two reasons": (
        ("--acknowledge", "a", "--acknowledge", "b", "--because", "c", "--because", ""),
        "the clause 'b' is acknowledged without a reason",
    ),
    "twice": (
        ("--acknowledge", "a", "--because", "b", "--acknowledge", "a", "--because", "c"),
        "a clause is acknowledged twice. Maybe leave one of them out",
    ),
    "unknown": (
        ("--acknowledge", "custom/talk-hal", "--because", "b"),
        "there is no clause 'custom/talk-hal'. Maybe",
    ),
    "in the future": (("--released", "2199-01-01T00:00:00Z"), "2199-01-01T00:00:00+00:00 is in the future"),
    "a note": (("--note", "a\x07b"), "holds a control character"),
    "a note of lines": (("--note", "a\nb"), "holds a control character"),
    "a reason": (("--acknowledge", "a", "--because", "\x1b[2J"), "holds a control character"),
    "no time": (
        ("--released", "soon"),
        "'soon' is no date and time with an offset. Maybe 2022-04-29T12:00:00-04:00",
    ),
    "no offset": (("--released", "2020-01-02T12:00:00"), "is no date and time with an offset"),
    "no such day": (("--released", "2030-02-30T12:00:00Z"), "is no date and time with an offset"),
    "long ago": (("--released", "0001-01-01T00:00:00+14:00"), "is no date and time with an offset. Maybe"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_said_of_a_release_is_bad_usage(case, tmp_path, capsys):
    options, sentence = REFUSED[case]
    folder = unreleased(tmp_path, **WITH_PRACTICE)
    ended = release(capsys, folder, *options)
    assert (ended.code, ended.out) == (2, "")
    assert sentence in squeezed(ended.err)
    assert not [*(folder / "releases").iterdir()]


def test_a_status_is_needed(tmp_path, capsys):
    folder = unreleased(tmp_path)
    assert hemicycle(capsys, "release", folder).code == 2
    assert hemicycle(capsys, "release", folder, "--status", "final").code == 2


@pytest.mark.parametrize("number", ["x", "0", "-1", "1.5", "+1", "٣", "1234567"])
def test_what_is_no_number_of_a_release_is_said(number, tmp_path, capsys):
    folder = unreleased(tmp_path)
    ended = hemicycle(capsys, "restore", folder, "--", number)
    assert ended.code == 2
    assert f"'{number}' is no number of a release. Maybe 1" in squeezed(ended.err)
    release(capsys, folder, "--released", AT)
    (folder / "releases/release-x.json").write_text("{}")
    ended = hemicycle(capsys, "restore", folder, "--", number)
    assert squeezed(ended.err).replace(" ", "").endswith(f"Maybehemicyclerestore{folder.as_posix()}1")


def test_no_release_before_the_last(tmp_path, capsys):
    folder = unreleased(tmp_path)
    release(capsys, folder, "--released", AT)
    ended = release(capsys, folder, "--released", "2020-01-02T07:00:00-05:00")
    assert ended.code == 2
    assert "is not after release 1, which was given out at" in squeezed(ended.err)


def test_a_release_stays_made_when_its_outputs_cannot_be(tmp_path, capsys):
    folder = unreleased(tmp_path)
    (tmp_path / "outputs").write_text("a file")
    ended = release(capsys, folder, "--released", AT)
    assert ended.code == 2
    assert ended.out.startswith("Release 1 (draft) is made: small-2030/releases/release-1.json\n\n")
    assert "The release is made, but not its outputs: outputs" in ended.out
    assert ended.out.endswith("Maybe see why:\n  hemicycle schedule small-2030\n")
    ended = hemicycle(capsys, "restore", folder, 1, "--released", "2020-01-03T12:00:00Z", "--json")
    assert ended.code == 2
    assert (ended.json["number"], ended.json["outputs"]) == (2, [])
    assert ended.json["unwritten"].startswith("outputs")


def test_a_forum_that_cannot_be_scheduled_can_be_released(tmp_path, capsys):
    impossible = PRACTICE.replace("custom/talk-hall", "custom/none").replace("[hall]", "[annex]")
    charter = CHARTER + PRACTICE.replace("practice", "mandate") + impossible.replace("practice", "mandate")
    folder = unreleased(tmp_path, **{"mandates/charter.yaml": charter})
    ended = release(capsys, folder, "--released", AT)
    assert ended.code == 0
    assert "The release is made, but not its outputs: the forum cannot be scheduled as it is." in squeezed(
        ended.out
    )


def test_everything_as_json(tmp_path, capsys):
    folder = unreleased(tmp_path, **WITH_PRACTICE)
    refused = release(capsys, folder, "--json", status="published")
    assert refused.code == 1
    assert (refused.json["file"], refused.json["outputs"]) == (None, [])
    assert [one["clause"] for one in refused.json["breaches"]] == ["custom/talk-hall"]
    answer = ("--acknowledge", "custom/talk-hall", "--because", "wet", "--released", AT)
    made = release(capsys, folder, *answer, "--json", status="published").json
    assert made["file"].endswith("small-2030/releases/release-1.json")
    assert (made["forum"], made["number"], made["status"], made["unwritten"]) == (
        "small-2030",
        1,
        "published",
        "",
    )
    assert [one["because"] for one in made["acknowledged"]] == ["wet"]
    assert "outputs/small-2030/timetable.json" in made["outputs"]
    wrong = release(capsys, folder, "--json", "--acknowledge", "x", "--because", "y")
    assert wrong.code == 2
    assert "there is no clause 'x'" in wrong.json["error"]
    listed = hemicycle(capsys, "releases", folder, "--json").json
    assert listed["forum"] == "small-2030"
    assert [(one["number"], one["status"], one["note"]) for one in listed["releases"]] == [
        (1, "published", "")
    ]
    assert len(listed["releases"][0]["facts"]) == 64


def test_releases_are_listed_in_the_forum_s_time(tmp_path, capsys):
    folder = unreleased(tmp_path)
    ended = hemicycle(capsys, "releases", folder)
    assert ended.out == (
        "A small forum has no release yet. Maybe hemicycle release data/small-2030 --status draft\n"
    )
    release(capsys, folder, "--released", AT, "--note", "For the bureau")
    release(capsys, folder, "--released", "2020-01-03T12:00:00Z", status="tentative")
    assert hemicycle(capsys, "releases", folder).out == (
        "Release 1, draft, 2020-01-02 07:00, 4 meetings\n  For the bureau\n"
        "Release 2, tentative, 2020-01-03 07:00, 4 meetings\n"
    )


def test_an_older_release_is_restored(tmp_path, capsys):
    folder = unreleased(tmp_path)
    release(capsys, folder, "--released", AT)
    release(capsys, folder, "--released", "2020-01-03T12:00:00Z", room="annex", of="workshop")
    ended = hemicycle(capsys, "restore", folder, 1, "--released", "2020-01-04T12:00:00Z")
    assert ended.code == 0
    assert ended.out.startswith("Release 3 (draft) is made: small-2030/releases/release-3.json\n")
    assert "Release 3, draft, 2020-01-04 07:00, 4 meetings\n  The timetable of release 1\n" in (
        hemicycle(capsys, "releases", folder).out
    )


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("3", "there is no release 3 of small-2030. Maybe 1"),
        ("0", "'0' is no number of a release"),
        ("one", "'one' is no number of a release"),
    ],
)
def test_only_a_release_that_there_is_can_be_restored(number, sentence, tmp_path, capsys):
    folder = unreleased(tmp_path)
    release(capsys, folder, "--released", AT)
    ended = hemicycle(capsys, "restore", folder, number)
    assert (ended.code, ended.out) == (2, "")
    assert sentence in squeezed(ended.err)


def test_a_folder_that_cannot_be_written_is_said(tmp_path, capsys, monkeypatch):
    def refused(*_arguments, **_more):
        raise PermissionError(13, "Permission denied", str(tmp_path / "small-2030/releases/.release-x1"))

    folder = unreleased(tmp_path)
    monkeypatch.setattr("scheduler.use_cases.release_store.tempfile.mkstemp", refused)
    ended = release(capsys, folder, "--released", AT)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"Cannot use {tmp_path}/small-2030/releases: Permission denied.\n"


def test_the_real_command(tmp_path):
    folder = unreleased(tmp_path)
    command = (
        "hemicycle schedule small-2030 && hemicycle release small-2030 --status published"
        " && cp -r outputs before && hemicycle schedule small-2030 && diff -r outputs before"
        " && hemicycle restore small-2030 1 && hemicycle releases small-2030"
    )
    script = command.replace("hemicycle", f"'{sys.executable}' -m scheduler.cli")
    ended = subprocess.run(["bash", "-c", script], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (ended.returncode, ended.stderr) == (0, ""), ended.stderr
    assert "Release 1 (published) is made: small-2030/releases/release-1.json\n" in ended.stdout
    assert "Release 2 (draft) is made: small-2030/releases/release-2.json\n" in ended.stdout
    assert len([*(folder / "releases").iterdir()]) == 3
