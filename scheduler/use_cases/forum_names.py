"""Forums by name: beside one another in ``data/``, or among those that come with the program."""

from pathlib import Path

from scheduler.domain.maybe import maybe, natural
from scheduler.reading.desk import bundled

DATA = Path("data")
"""Where the forums of a planner lie."""
_FILE = "forum.yaml"


class NoSuchForum(ValueError):
    """There is no forum of that name; the message says which there are."""

    def __init__(self, name: str) -> None:
        super().__init__(f"there is no forum '{name}'.{maybe(name, forum_names())}")


def forum_folder(name: str) -> Path:
    """Find the folder of a forum.

    Parameters
    ----------
    name
        Of a forum, or a folder.

    Returns
    -------
    pathlib.Path
        The folder of that path, else that in ``data/``, else the bundled one.

    Raises
    ------
    NoSuchForum
        There is none.
    """
    places = [Path(name)] if "/" in name else [DATA / name, Path(name), bundled() / name]
    found = next((place for place in places if (place / _FILE).is_file()), None)
    if found is None:
        raise NoSuchForum(name)
    return found


def forum_names() -> list[str]:
    """List the forums that there are.

    Returns
    -------
    list of str
        Those in ``data/`` and those that come with the program, by name.
    """
    found = {path.parent.name for folder in (DATA, bundled()) for path in folder.glob(f"*/{_FILE}")}
    return sorted(found, key=natural)
