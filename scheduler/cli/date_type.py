"""An option that takes a date."""

import re
from datetime import date
from typing import Any

import click

_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class IsoDate(click.ParamType[date]):
    """A date of the calendar, written as year, month and day (RFC 3339, ``full-date``)."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date.

        Parameters
        ----------
        value
            As written.
        param, ctx
            Of the run.

        Returns
        -------
        datetime.date
            One that the calendar has.
        """
        try:
            return date.fromisoformat(value if _ISO.fullmatch(value) else "")
        except ValueError:
            from scheduler.reading.written import likely_dates  # noqa: PLC0415  (so that --help stays quick)

            likely = " or ".join(map(str, likely_dates(value))) or "2022-03-01"
            return self.fail(f"'{value}' is no date. Maybe {likely}", param, ctx)
