"""Files of losses that a forum cannot have any more: they go, and what is not ours stays."""

from collections.abc import Iterable
from pathlib import Path

from scheduler.publishing.fragility_sheets import MARK
from scheduler.publishing.fragility_values import Effect


def sweep(folder: Path, effects: Iterable[Effect]) -> None:
    """Take away what earlier runs wrote on losses that are none any more.

    Parameters
    ----------
    folder
        The folder of the outputs.
    effects
        What was found in this run.

    Raises
    ------
    OSError
        A file cannot be taken away.
    """
    names = {effect.loss.id for effect in effects}
    sheets = (path for path in (folder / "contingency").glob("*.md") if MARK in path.read_bytes())
    kept = (path for path in (folder / "kept").glob("*.json") if b'"loss": ' in path.read_bytes()[:20])
    for path in (*sheets, *kept):
        if path.name.removesuffix(path.suffix) not in names:
            path.unlink()
