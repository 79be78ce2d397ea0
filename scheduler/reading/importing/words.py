"""The words of one event, room or person in a file, each with its line."""

from collections.abc import Mapping
from dataclasses import dataclass

from scheduler.reading.importing.wordings import plain
from scheduler.reading.problems import Problems


@dataclass(frozen=True)
class Words:
    """Texts by key.

    Parameters
    ----------
    file
        The file as the planner named it.
    line
        Where it all begins.
    texts
        Each with its own line; what is not there is left out.
    """

    file: str
    line: int
    texts: Mapping[str, tuple[str, int]]

    def says(self, *keys: str) -> str:
        """Return the text of the first key that has one, on one line; empty where none has."""
        return next((text for key in keys if (text := plain(self._text(key)))), "")

    def _text(self, key: str) -> str:
        return self.texts[key][0] if key in self.texts else ""

    def problem(self, problems: Problems, key: str, sentence: str) -> None:
        """Note a problem with a text, or with what is missing.

        Parameters
        ----------
        problems
            Takes it.
        key
            Of the text.
        sentence
            What is wrong with it, and what would be right.
        """
        text, line = self.texts.get(key, ("", self.line))
        problems.add(self.file, line, key, text, sentence)
