"""What ``release`` and ``restore`` say where not all is as it was, or nothing can be published."""

import pytest

from tests.cli.running import hemicycle
from tests.cli.test_release import AT, release, squeezed
from tests.use_cases.releasing import WITH_PRACTICE, unreleased


@pytest.fixture(autouse=True)
def working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_a_practice_is_not_to_be_answered_for_where_more_is_broken(tmp_path, capsys):
    folder = unreleased(tmp_path, **WITH_PRACTICE)
    ended = release(capsys, folder, status="published", room="annex", of="plenary-1")
    assert ended.code == 1
    assert "custom/talk-hall" in ended.out
    assert "--acknowledge" not in ended.out
    assert "this timetable breaks what nobody can answer for" in ended.out


BALL = "  - {session: ball, kind: talk, title: Ball, minutes: 60}\n"


def test_what_an_older_release_did_not_have_is_said_with_its_place(tmp_path, capsys):
    folder = unreleased(tmp_path)
    release(capsys, folder, "--released", AT)
    sessions = folder / "sessions.yaml"
    sessions.write_text(sessions.read_text(encoding="utf-8") + BALL, encoding="utf-8")
    ended = hemicycle(capsys, "restore", folder, 1, "--released", "2020-01-04T12:00:00Z")
    assert ended.code == 0
    said = squeezed(ended.out)
    assert "Meetings put in that release 1 does not have Ball: Great Hall, 00:00-01:00 on hearing-day" in said
    ended = hemicycle(capsys, "restore", folder, 1, "--released", "2020-01-05T12:00:00Z", "--json")
    (ball,) = ended.json["put-in"]
    assert (ball["id"], ball["room"], ball["start"][11:16]) == ("ball", "hall", "00:00")
    ended = release(capsys, folder, "--released", "2020-01-06T12:00:00Z")
    assert "Meetings put in that release 4 does not have Ball: " in squeezed(ended.out)


def test_a_base_that_nobody_knows_is_said_and_in_json(tmp_path, capsys):
    folder = unreleased(tmp_path)
    assert "Not checked" not in release(capsys, folder, "--released", AT).out
    ended = release(capsys, folder, "--released", "2020-01-03T12:00:00Z")
    assert "Not checked nobody knows on which release" in squeezed(ended.out)
    ended = release(capsys, folder, "--released", "2020-01-04T12:00:00Z", "--json")
    (sentence,) = ended.json["not-checked"]
    assert "what release 2 has changed may be undone by it" in sentence
