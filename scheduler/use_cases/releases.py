"""List the releases of a forum."""

from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.reading import read_forum


def releases(folder: Path) -> Forum:
    """Read a forum with all its releases.

    Parameters
    ----------
    folder
        The forum's folder.

    Returns
    -------
    Forum
        Its ``history`` holds them by number.

    Raises
    ------
    BadData
        The folder cannot be read.
    """
    return read_forum(folder).forum
