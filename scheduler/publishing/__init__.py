"""What is handed out: one output a file, each a pure function from a programme to bytes.

Every module named in ``FORMATS`` or ``EXCHANGE_FORMATS`` has one function
``publish(programme) -> dict[str, bytes]`` that maps paths below the output folder to contents. Modules are
imported when they are asked for, so that a run which only writes JSON never waits for pandas.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import cast

from scheduler.domain.programme import Programme
from scheduler.domain.window import maybe

FORMATS: dict[str, str] = {
    "json": "timetable_json",
    "csv": "timetable_csv",
    "xlsx": "timetable_xlsx",
    "txt": "timetable_text",
    "html": "timetable_html",
    "ics": "calendars",
    "notices": "notices",
    "milestones": "milestones",
    "side-events": "side_events",
    "report": "report",
    "run": "run_record",
}
"""Names of formats as planners write them, and the modules that write them."""

EXCHANGE_FORMATS: dict[str, str] = {
    "frab-xml": "frab_xml",
    "frab-json": "frab_json",
    "json-ld": "json_ld",
    "jcal": "jcal",
}
"""Formats for apps, screens and search engines, which are only written when they are named."""


def publish(programme: Programme, formats: Iterable[str] = tuple(FORMATS)) -> dict[str, bytes]:
    """Write a programme in several formats.

    Parameters
    ----------
    programme
        What is handed out.
    formats
        Names from ``FORMATS`` and ``EXCHANGE_FORMATS``; all of the former unless said otherwise.

    Returns
    -------
    dict of str to bytes
        Contents by path below the output folder, in the order of the formats.

    Raises
    ------
    ValueError
        There is no such format.
    """
    files: dict[str, bytes] = {}
    known = FORMATS | EXCHANGE_FORMATS
    for name in formats:
        if name not in known:
            raise ValueError(f"there is no format '{name}'.{maybe(name, list(known))}")
        module = import_module(f"{__name__}.{known[name]}")
        files |= cast("dict[str, bytes]", module.publish(programme))
    return files
