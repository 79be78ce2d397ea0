"""What the options of a verb take, and the sentences that say what would be right."""

import math
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]+)", re.IGNORECASE | re.ASCII)
_NUMBER = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)
_UNITS = {"s": 1, "m": 60, "h": 3600}


class Names(click.ParamType[tuple[str, ...]]):
    """Names with commas between them.

    Parameters
    ----------
    what
        What each is a name of, such as ``format``.
    likely
        Names that would do, as they are written.
    known
        Returns all names; it is only asked when the option is used.
    """

    name = "names"

    def __init__(self, what: str, likely: str, known: Callable[[], Iterable[str]]) -> None:
        self._what, self._likely, self._known = what, likely, known

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the names.

        Parameters
        ----------
        value
            As written.
        param, ctx
            Of the run.

        Returns
        -------
        tuple of str
            Each once, in the order given.
        """
        from scheduler.domain.maybe import maybe  # noqa: PLC0415  (pydantic is slow to import)

        known = list(self._known())
        names = tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))
        for name in names:
            if name not in known:
                self.fail(f"there is no {self._what} '{name}'.{maybe(name, known)}", param, ctx)
        return names or self.fail(f"no {self._what} is named. Maybe {self._likely}", param, ctx)


def _formats() -> Iterable[str]:
    from scheduler.publishing import FORMATS  # noqa: PLC0415  (pydantic is slow to import)

    return (*FORMATS, *_exchange_formats())


def _exchange_formats() -> Iterable[str]:
    from scheduler.publishing import EXCHANGE_FORMATS  # noqa: PLC0415  (pydantic is slow to import)

    return EXCHANGE_FORMATS


FORMAT_NAMES = Names("format", "json,ics", _formats)
"""Formats of ``hemicycle schedule``."""
EXCHANGE_FORMAT_NAMES = Names("format", "frab-xml", _exchange_formats)
"""Formats of ``hemicycle export``."""


class Seconds(click.ParamType[float]):
    """A length of time of more than nothing."""

    name = "seconds"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the length.

        Parameters
        ----------
        value
            As written.
        param, ctx
            Of the run.

        Returns
        -------
        float
            Seconds.
        """
        try:
            seconds = float(value)
        except ValueError:
            self.fail(f"'{value}' is no number of seconds. Maybe {_in_seconds(value)}", param, ctx)
        if not (math.isfinite(seconds) and seconds > 0):
            self.fail(f"{seconds:g} is no length of time. Maybe 60", param, ctx)
        return seconds


def _in_seconds(words: str) -> str:
    """Put a length with a unit into seconds; a minute where it is not understood."""
    length = _LENGTH.fullmatch(words.strip())
    unit = _UNITS.get(length[2][0].lower()) if length else None
    return f"{float(length[1]) * unit:g}" if length and unit else "60"


time_limit_option = click.option(
    "--time-limit",
    type=Seconds(),
    metavar="SECONDS",
    help="Solve and look for causes no longer than so many seconds, and go on with what is found by then.",
)


class OutputFolder(click.ParamType[Path]):
    """A folder for what is handed out: never among a forum's data."""

    name = "folder"

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
            A folder, there or not.
        """
        folder = Path(value)
        whole = folder.resolve()
        for place in (whole, *whole.parents):
            if (place / "forum.yaml").is_file():
                said = f"{value} lies among the data of {place.name}, and outputs do not go there"
                self.fail(f"{said}. Maybe outputs/{place.name}", param, ctx)
        return folder


class ReleaseNumber(click.ParamType[int]):
    """The number of a release."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number.

        Parameters
        ----------
        value
            As written.
        param, ctx
            Of the run; the forum's folder stands in it before the number.

        Returns
        -------
        int
            At least 1.
        """
        if _NUMBER.fullmatch(str(value)):
            return int(value)
        folder = ctx.params.get("forum") if ctx else None
        return self.fail(f"'{value}' is no number of a release. Maybe {_last_release(folder)}", param, ctx)


def _last_release(folder: Path | None) -> str:
    """Write how the last release of a folder is restored; only the number where it has none."""
    paths = folder.glob("releases/release-*.json") if folder else ()
    names = (path.stem.removeprefix("release-") for path in paths)
    last = max((int(name) for name in names if _NUMBER.fullmatch(name)), default=None)
    return "1" if folder is None or last is None else f"hemicycle restore {folder.as_posix()} {last}"
