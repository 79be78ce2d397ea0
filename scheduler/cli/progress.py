"""How far long work has come: a moving line on a terminal, nothing anywhere else."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.status import Status
    from rich.text import Text


class Progress:
    """Shows sentences while they are true.

    Parameters
    ----------
    status
        The moving line; ``None`` where there is no terminal.
    """

    def __init__(self, status: "Status | None" = None) -> None:
        self._status = status
        self._begun = monotonic()
        self._sentence = "reading"
        if status:
            status.update(self)

    def tell(self, sentence: str) -> None:
        """Show what is being done now.

        Parameters
        ----------
        sentence
            Without a full stop.
        """
        self._sentence = sentence

    def __rich__(self) -> "Text":
        """Return the line as it is now, with the seconds since the beginning."""
        from rich.text import Text  # noqa: PLC0415  (only a terminal needs it)

        return Text(f"{self._sentence}; {monotonic() - self._begun:.0f} s")

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Take the moving line away while something is printed.

        Yields
        ------
        None
            The line comes back afterwards.
        """
        if self._status:
            self._status.stop()
        try:
            yield
        finally:
            if self._status:
                self._status.start()


@contextmanager
def progress(*, hidden: bool = False) -> Iterator[Progress]:
    """Show progress on standard error while something is done.

    Parameters
    ----------
    hidden
        Show nothing, even on a terminal.

    Yields
    ------
    Progress
        Takes sentences.
    """
    if hidden or not sys.stderr.isatty():
        yield Progress()
        return
    from rich.console import Console  # noqa: PLC0415  (only a terminal needs it)

    with Console(stderr=True).status("reading") as status:
        yield Progress(status)
