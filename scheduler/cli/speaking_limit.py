"""The option that says how long a statement lasts."""

import re
from typing import Any

import click

_FORM = re.compile(r"(\d{1,2}):([0-5]\d)", re.ASCII)


class SpeakingLimit(click.ParamType[int]):
    """A length in minutes and seconds, such as ``2:30``."""

    name = "length"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the length.

        Parameters
        ----------
        value
            As written.
        param, ctx
            Of the run.

        Returns
        -------
        int
            Seconds.
        """
        found = _FORM.fullmatch(str(value).strip())
        seconds = 60 * int(found[1]) + int(found[2]) if found else 0
        if not 0 < seconds <= 3600:
            self.fail(f"'{value}' is no length of a statement. Maybe 3:00", param, ctx)
        return seconds
