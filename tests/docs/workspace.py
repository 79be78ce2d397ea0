"""A planner's folder: a copy of ``data/`` in which the steps of a page are taken."""

import re
import shlex
import shutil
import subprocess
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from scheduler.cli.command import run
from tests.docs.pages import ROOT, Step

_CHANGE = re.compile(
    r"in (?P<file>\S+)(?:, under the line: (?P<under>.+?))?"
    r", (?P<how>instead of|after) the line: (?P<line>.+)"
)
_ELLIPSIS = "…"


class Workspace:
    """A folder with a copy of ``data/``; the working folder lies in it while commands run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._code = 0
        shutil.copytree(ROOT / "data", folder / "data")

    def take(self, step: Step) -> None:
        """Take a step of a page."""
        if step.language == "console":
            self._run_all(step.text)
        elif step.remark.startswith("part of "):
            whole = (self._folder / step.remark.removeprefix("part of ")).read_text(encoding="utf-8")
            assert step.text in whole, f"no part of the file:\n{step.text}"
        elif step.remark.startswith("new file "):
            path = self._folder / step.remark.removeprefix("new file ")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.text, encoding="utf-8")
        elif step.remark.startswith("delete in "):
            self._delete(step.text, self._folder / step.remark.removeprefix("delete in "))
        else:
            change = _CHANGE.fullmatch(step.remark)
            assert change, f"nobody knows what to do with this block: {step.remark!r}"
            self._change(step.text, **change.groupdict())

    def _delete(self, text: str, path: Path) -> None:
        whole = path.read_text(encoding="utf-8")
        assert f"\n{whole}".count(f"\n{text}") == 1, f"not once in the file:\n{text}"
        path.write_text(whole.replace(text, ""), encoding="utf-8")

    def _change(self, text: str, file: str, under: str | None, how: str, line: str) -> None:
        path = self._folder / file
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        first = 1 + _only(lines, under) if under else 0
        number = first + _only(lines[first:], line, several=under is not None)
        lines[number] = text if how == "instead of" else lines[number] + text
        path.write_text("".join(lines), encoding="utf-8")

    def _run_all(self, text: str) -> None:
        """Run the commands of a block; one that ends badly says so itself, by ``echo $?``."""
        parts = re.split(r"^\$ (.*)\n", text, flags=re.MULTILINE)
        assert parts[0] == "", "a block begins with a command"
        commands = list(zip(parts[1::2], parts[2::2], strict=True))
        for (command, expected), following in zip(commands, [*commands[1:], ("", "")], strict=True):
            said = self._run(command)
            assert _pattern(expected).fullmatch(said), f"$ {command}\n{said}\n--- is not ---\n{expected}"
            if following[0] != "echo $?":
                assert self._code == 0, f"$ {command}\n{said}\n--- ended with {self._code}"

    def _run(self, command: str) -> str:
        words = shlex.split(command)
        if command == "echo $?":
            code, self._code = self._code, 0
            return f"{code}\n"
        if words[0] == "make":
            words = ["hemicycle", *_made(words[1:])]
        if words[0] == "hemicycle":
            with redirect_stdout(StringIO()) as said, redirect_stderr(said):
                self._code = run(words[1:])
            return said.getvalue()
        shell = subprocess.run(
            command, shell=True, cwd=self._folder, capture_output=True, text=True, check=False
        )
        self._code = shell.returncode
        return shell.stdout + shell.stderr


def _made(words: list[str]) -> list[str]:
    """Return what the Makefile lets ``hemicycle`` do, without setting up what is there already."""
    given = dict(word.split("=") for word in words if "=" in word)
    (target,) = (word for word in words if "=" not in word)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = re.search(rf"^{target}:.*\n\t@\$\(BIN\)/hemicycle (.*)$", makefile, re.MULTILINE)
    otherwise = re.search(r"^FORUM \?= (.*)$", makefile, re.MULTILINE)
    assert recipe, f"no recipe of the Makefile: make {target}"
    assert otherwise
    return shlex.split(recipe[1].replace("$(FORUM)", given.get("FORUM", otherwise[1])))


def _only(lines: list[str], begins: str, *, several: bool = False) -> int:
    """Return the number of the line that begins so; of several the first, where that is allowed."""
    found = [number for number, line in enumerate(lines) if line.strip().startswith(begins)]
    assert found, f"no line begins: {begins}"
    assert several or len(found) == 1, f"{len(found)} lines begin: {begins}"
    return found[0]


def _pattern(expected: str) -> re.Pattern[str]:
    """Let an ellipsis stand for anything in its line, and alone in a line for any lines.

    Where a line is folded, and by how much it is set in, is not looked at.
    """
    lines = []
    for line in expected.splitlines():
        inside = ".*".join(_spaced(part) for part in line.strip().split(_ELLIPSIS))
        lines.append(r"(?:.*\n)*?" if line.strip() == _ELLIPSIS else rf"[ \t]*{inside}[ \t]*\n")
    return re.compile("".join(lines))


def _spaced(text: str) -> str:
    return r"\s+".join(re.escape(part) for part in re.split(r"\s+", text))
