"""Addresses of a forum's files reach what is handed out, or are refused with their place."""

import shutil
from pathlib import Path

import pytest

from tests.cli.running import hemicycle
from tests.docs.pages import ROOT

_FORUM, _SESSIONS = "data/imrf-2022/forum.yaml", "data/imrf-2022/sessions.yaml"
_TITLE = "    title: Policy debate\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def change(path: Path, old: str, new: str) -> int:
    """Change a file in one place, and return the line of the change."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize("written", ["me@un.org", "mailto:me@un.org"])
def test_an_organizer_reaches_the_calendars(written, here, capsys):
    change(here / _FORUM, 'organizer: ""', f"organizer: {written}")
    assert hemicycle(capsys, "schedule", "data/imrf-2022", "--formats", "ics").code == 0
    calendar = (here / "outputs/imrf-2022/calendars/all.ics").read_text(encoding="utf-8")
    assert calendar.count("\nORGANIZER:mailto:me@un.org\n") == 11


@pytest.mark.parametrize(
    "case",
    [
        (_FORUM, 'organizer: ""', "organizer: John Smith", "'John Smith' is no mail address. Maybe"),
        (
            _FORUM,
            "url: https://www.un.org/migration2022",
            "url: www.un.org/migration2022",
            "'www.un.org/migration2022' is no web address. Maybe https://www.un.org/migration2022",
        ),
        (
            _FORUM,
            "url: https://www.un.org/migration2022",
            "url: javascript:alert(1)",
            "'javascript:alert(1)' is no web address. Maybe https://",
        ),
        (
            _SESSIONS,
            _TITLE,
            "    webcast: see UN Web TV\n" + _TITLE,
            "'see UN Web TV' is no web address. Maybe https://",
        ),
        (_SESSIONS, _TITLE, "    url: un.org\n" + _TITLE, "'un.org' is no web address. Maybe https://un.org"),
    ],
)
def test_an_address_that_is_none_is_refused(case, here, capsys):
    file, old, new, said = case
    line, field = change(here / file, old, new), new.split(":")[0].strip()
    ended = hemicycle(capsys, "schedule", "data/imrf-2022")
    assert ended.code == 2
    assert f"{file}:{line}: field '{field}': {said}" in ended.err
