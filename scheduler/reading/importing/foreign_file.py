"""A file of another tool, and what the planner says beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scheduler.reading.files import TextFile, as_text
from scheduler.reading.problems import Problems


@dataclass(frozen=True)
class ForeignFile:
    """A file that was read whole.

    Parameters
    ----------
    name
        The file as the planner named it.
    content
        Its bytes.
    timezone
        The zone that the planner names for it; empty where the file should say it.
    title
        What the programme is called where the file does not say it.
    ids
        The ids that an earlier version of the file led to, as ``ForeignProgramme`` has them.
    """

    name: str
    content: bytes
    timezone: str = ""
    title: str = "Programme"
    ids: Mapping[str, str] = field(default_factory=dict)

    def text(self, problems: Problems) -> TextFile | None:
        """Decode the file as UTF-8.

        Parameters
        ----------
        problems
            Takes what is no text of a planner.

        Returns
        -------
        TextFile or None
            ``None`` after a problem.
        """
        return as_text(self.name, self.name, self.content, problems)
