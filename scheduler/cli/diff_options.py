"""What the options of ``hemicycle diff`` take."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from scheduler.cli.option_types import Names, OutputFolder


def _kinds() -> Iterable[str]:
    from scheduler.domain.difference import KINDS  # noqa: PLC0415  (pydantic is slow to import)

    return KINDS


KIND_NAMES = Names("kind of difference", "room,segment", _kinds)
"""Kinds of differences."""


class Concerned(click.ParamType[tuple[str, str]]):
    """A party, session, room or day, as ``party=Egypt``."""

    name = "concerned"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Return the sort and the name.

        Parameters
        ----------
        value
            As written.
        param, ctx
            Of the run.

        Returns
        -------
        tuple of str
            Such as ``party`` and ``Egypt``.
        """
        from scheduler.domain.maybe import maybe  # noqa: PLC0415  (pydantic is slow to import)
        from scheduler.use_cases.diff_only import CONCERNS  # noqa: PLC0415

        sort, _, name = (part.strip() for part in value.partition("="))
        if not name:
            self.fail(f"'{value}' names nothing. Maybe party=Egypt", param, ctx)
        if sort not in CONCERNS:
            self.fail(f"nothing is asked for by '{sort}'.{maybe(sort, list(CONCERNS))}", param, ctx)
        return sort, name


class Page(click.ParamType[Path]):
    """A file for a page: in a folder that is there, never among a forum's data."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the file as a path.

        Parameters
        ----------
        value
            As written.
        param, ctx
            Of the run.

        Returns
        -------
        pathlib.Path
            A file, there or not.
        """
        path = Path(value)
        if path.is_dir():
            self.fail(f"{value} is a folder. Maybe {(path / 'diff.html').as_posix()}", param, ctx)
        if not path.parent.is_dir():
            self.fail(f"there is no folder {path.parent.as_posix()}. Maybe {path.name}", param, ctx)
        return OutputFolder().convert(value, param, ctx)
