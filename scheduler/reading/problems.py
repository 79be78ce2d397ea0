"""What is wrong with a planner's files: all of it at once, each with its place and a way out."""

import re
from dataclasses import dataclass

_LONGEST = 60
_SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, and what would be right.

    Parameters
    ----------
    file
        The file as the planner named it.
    line
        Line in the file, counted from 1; ``None`` where the file has no lines.
    field
        The key or column; empty when the whole file is meant.
    value
        What stands there.
    sentence
        What is wrong with it, often with a ``Maybe``.
    """

    file: str
    line: int | None
    field: str
    value: str
    sentence: str

    def __str__(self) -> str:
        """Say the problem on one line."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        field = f"field '{self.field}': " if self.field else ""
        return _SPACES.sub(" ", f"{place}: {field}{self.sentence}")


class BadData(ValueError):
    """Files that cannot be used, with every problem that was found in them.

    Parameters
    ----------
    problems
        At least one, by file and line.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class Problems:
    """Collects problems, so that all of them are reported together."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}

    def __len__(self) -> int:
        return len(self._found)

    def add(self, file: str, line: int | None, field: str, value: object, sentence: str) -> None:
        """Note a problem; one that is known already is not noted again.

        Parameters
        ----------
        file
            The file as the planner named it.
        line
            Line in the file, or ``None``.
        field
            The key or column; empty when the whole file is meant.
        value
            What stands there.
        sentence
            What is wrong with it, and what would be right.
        """
        self._found[Problem(file, line, field, shown(value), sentence)] = None

    def raise_if_any(self) -> None:
        """Report all problems.

        Raises
        ------
        BadData
            There is at least one problem.
        """
        if self._found:
            found = sorted(self._found, key=lambda one: (one.file, one.line or 0, one.field, one.sentence))
            raise BadData(tuple(found))


def shown(value: object) -> str:
    """Show what stands in a file on one line.

    Parameters
    ----------
    value
        Text, a number, a list, a map, or nothing.

    Returns
    -------
    str
        Shortened to 60 characters; lists and maps by their sort.
    """
    if isinstance(value, dict):
        return "a map"
    if isinstance(value, list | tuple):
        return "a list"
    text = "" if value is None else _SPACES.sub(" ", str(value))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
