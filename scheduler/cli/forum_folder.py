"""The forum's folder, which comes first on every command line."""

from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

_DATA = Path("data")


class ForumFolder(click.ParamType[Path]):
    """A folder that is there; the path is taken as it was written."""

    name = "forum"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the folder as a path.

        Parameters
        ----------
        value
            As written.
        param, ctx
            Of the run.

        Returns
        -------
        pathlib.Path
            A folder.
        """
        folder = Path(value)
        if not folder.is_dir():
            self.fail(_missing(folder), param, ctx)
        return folder


def _missing(folder: Path) -> str:
    if folder.exists():
        return f"{folder} is a file. Maybe {folder.parent}, the folder it is in"
    near = _near(folder)
    return f"there is no folder {folder}.{f' Maybe {near}' if near else ''}"


def _near(folder: Path) -> Path | None:
    """Find the folder that may have been meant: beside the one that is not there, or in data/."""
    parents = [folder.parent, _DATA] if folder.parent == Path() else [folder.parent]
    return next((near for parent in parents if (near := _near_in(parent, folder.name))), None)


def _near_in(parent: Path, name: str) -> Path | None:
    if not parent.is_dir():
        return None
    names = [one.name for one in sorted(parent.iterdir()) if (one / "forum.yaml").is_file()]
    near = get_close_matches(name, names, n=1, cutoff=0.3)
    return parent / near[0] if near else None


forum_argument = click.argument("forum", type=ForumFolder(), metavar="data/FORUM")
