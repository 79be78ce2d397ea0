"""Files that are no text, too large, not there, or made to do harm."""

import os
from pathlib import Path

import pytest

from scheduler.reading import BadData, Problem, read_forum
from scheduler.reading.files import MOST_BYTES, Files, holds_control
from scheduler.reading.problems import Problems, shown
from tests.reading.small import FILES, problems_of, write

_SESSIONS = "small-2030/sessions.yaml"
_DEEP = "lists and maps stand more than 30 deep in one another"
_NAMES = sorted(FILES)

_CONTENTS = {
    "empty": (b"", None, "is empty"),
    "blank": (b"\n \n\n", None, "is empty"),
    "mark only": (b"\xef\xbb\xbf", None, "is empty"),
    "latin": (b"a: b\nc: caf\xe9\n", 2, "is not UTF-8 text: it holds the byte 0xe9. Maybe save it as UTF-8"),
    "utf-16": ("a: b".encode("utf-16"), 1, "is not text: it holds a NUL byte. Maybe save it as UTF-8"),
    "nul": (b"a: b\n\n\0", 3, "is not text: it holds a NUL byte. Maybe save it as UTF-8"),
    "bell": (b"a: b\nc: \x07\n", 2, "holds the control character U+0007. Maybe delete it"),
}


def _said(problems: tuple[Problem, ...], root: Path) -> list[str]:
    return [str(problem).replace(f"{root}/", "") for problem in problems]


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("content", _CONTENTS)
def test_a_file_that_is_no_text_is_refused(name: str, content: str, tmp_path: Path) -> None:
    data, line, sentence = _CONTENTS[content]
    found = problems_of(write(tmp_path, **{name: data}))
    here = next(one for one in found if one.file == (tmp_path / name).as_posix())
    assert (here.line, here.sentence) == (line, sentence)


@pytest.mark.parametrize("name", [name for name in _NAMES if name.endswith(".yaml")])
@pytest.mark.parametrize(
    ("content", "line", "sentence"),
    [
        ("# nothing", None, "is empty"),
        ("words", 1, "is no map of keys and values. Maybe begin with 'key: value'"),
        ("\n- 1\n- 2\n", 2, "is no map of keys and values. Maybe begin with 'key: value'"),
        ("[" * 100_000, 1, _DEEP),
        ("a:\n" + "".join(f"{'  ' * depth}- \n" for depth in range(60)), 31, _DEEP),
        ("a: 1\n---\nb: 2\n", 2, "a second document begins here. Maybe delete the line ---"),
        ("? [a]\n: b\n", 1, "a key is no text. Maybe put it in quotes"),
        ("? {a: b}\n: {c: d}\n", 1, "a key is no text. Maybe put it in quotes"),
        ("*a : b\n", 1, "an alias (*) is not read. Maybe write the text again"),
        ("a: &b [*b]\n", 1, "an alias (*) is not read. Maybe write the text again"),
        ("a: !!set {b}\n", 1, "a tag (!) is not read. Maybe put the text in quotes"),
        ('a: "\\ud800"\n', 1, "holds the control character U+D800. Maybe delete it"),
        ('a: "\\0"\n', 1, "holds the control character U+0000. Maybe delete it"),
        ('a: "b\n', 1, "has a quotation mark that is never closed. Maybe add the second one"),
        ("%YAML 9.9\n---\na: b", 1, "is no YAML: found incompatible YAML document (version 1.* is required)"),
    ],
)
def test_strange_yaml_is_refused(
    name: str, content: str, line: int | None, sentence: str, tmp_path: Path
) -> None:
    found = problems_of(write(tmp_path, **{name: content}))
    said = {(one.line, one.sentence) for one in found if one.file == (tmp_path / name).as_posix()}
    assert (line, sentence) in said


def test_times_and_norway_stay_text(tmp_path: Path) -> None:
    folder = write(tmp_path, **{_SESSIONS: FILES[_SESSIONS].replace("title: Workshop", "title: NO")})
    path = tmp_path / "venues" / "house.yaml"
    path.write_text(FILES["venues/house.yaml"].replace('"15:00", end: "18:00"', "15:00, end: 18:00"))
    forum = read_forum(folder).forum
    assert forum.session_by_id["workshop"].title == "NO"
    assert [f"{period.start:%H:%M}" for period in forum.clock.periods] == ["10:00", "15:00"]


@pytest.mark.parametrize(
    "name", [name for name in _NAMES if "release" not in name and "physical" not in name]
)
def test_a_missing_file_is_named(name: str, tmp_path: Path) -> None:
    folder = write(tmp_path, **{name: None})
    if name.endswith("clauses.yaml"):
        (folder / "forum.yaml").write_text(
            FILES["small-2030/forum.yaml"].replace("- wish/time", "").replace("- [wish/room]", "")
        )
        assert read_forum(folder).forum.clauses == ()
        return
    said = _said(problems_of(folder), tmp_path)
    wanted = {
        "mandates/charter.yaml": "small-2030/forum.yaml:7: field 'mandates': there is no mandate 'charter'",
        "venues/house.yaml": "small-2030/forum.yaml:6: field 'venue': there is no venue 'house'",
    }.get(name, f"{name}: there is no such file")
    assert [one for one in said if one.startswith(wanted)]


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path, **{_SESSIONS: None})
    (folder / "sessions.yaml").mkdir()
    assert _said(problems_of(folder), tmp_path) == [f"{_SESSIONS}: is a folder, not a file"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    folder = write(tmp_path, **{_SESSIONS: None})
    os.mkfifo(folder / "sessions.yaml")
    assert _said(problems_of(folder), tmp_path) == [f"{_SESSIONS}: is no regular file"]


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    folder = write(tmp_path, **{_SESSIONS: b"#" * (MOST_BYTES + 1)})
    said = "holds 2,000,001 bytes; at most 2,000,000 are read"
    assert _said(problems_of(folder), tmp_path) == [f"{_SESSIONS}: {said}"]


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    problems = Problems()
    (tmp_path / "a.yaml").write_text("a: b")
    assert Files(problems).text(tmp_path / "a.yaml", "a.yaml") is None
    with pytest.raises(BadData, match="cannot be read: Permission denied"):
        problems.raise_if_any()


def test_a_path_that_no_file_can_have(tmp_path: Path) -> None:
    problems = Problems()
    assert Files(problems).content(tmp_path / "a\0b" / "c", "c") is None
    assert len(problems) == 1


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert _said(problems_of(tmp_path / "none"), tmp_path) == ["none: there is no such folder"]
    (tmp_path / "file").write_text("x")
    said = "file: is no folder. Maybe name the folder in which it lies"
    assert _said(problems_of(tmp_path / "file"), tmp_path) == [said]


def test_an_empty_folder_lacks_everything(tmp_path: Path) -> None:
    names = [Path(problem.file).name for problem in problems_of(tmp_path)]
    assert names == ["forum.yaml", "parties.csv", "rooms.yaml", "sessions.yaml"]


def test_almost_the_right_name_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path, **{"small-2030/clauses.yaml": None, "small-2030/clause.yaml": "clauses: []"})
    said = _said(problems_of(folder), tmp_path)
    assert "small-2030/clause.yaml: is no file of a forum. Maybe rename it to clauses.yaml" in said


def test_all_problems_come_at_once_by_file_and_line(tmp_path: Path) -> None:
    changes = {
        name: FILES[name].replace("title:", "titel:").replace("party,name", "party,nam")
        for name in _NAMES
        if name.endswith((".yaml", ".csv"))
    }
    found = problems_of(write(tmp_path, **changes))
    assert {Path(one.file).name for one in found} == {"forum.yaml", "sessions.yaml", "parties.csv"}
    assert list(found) == sorted(found, key=lambda one: (one.file, one.line, one.field))


def test_a_problem_is_one_line() -> None:
    problem = Problem("a\nb.yaml", 3, "x", "v", "is\r\n wrong\u2028now. Maybe y")
    assert str(problem) == "a b.yaml:3: field 'x': is wrong now. Maybe y"
    assert str(Problem("a.csv", None, "", "", "is empty")) == "a.csv: is empty"
    assert str(BadData((problem, problem))).count("\n") == 1


def test_values_are_shown_short() -> None:
    assert shown({"a": 1}) == "a map"
    assert shown((1,)) == "a list"
    assert shown(None) == ""
    assert shown("x" * 100) == "x" * 59 + "…"
    assert shown("a\x00b\nc") == "a b c"


def test_only_tabs_and_line_ends_are_harmless() -> None:
    assert holds_control("a\tb\nc\rd") is None
    assert [holds_control(text) for text in ("\0", "\x1b[31m", "\x85")] == ["U+0000", "U+001B", None]
