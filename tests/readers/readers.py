"""Four readers of calendars: each maps UIDs to start and end, in seconds since 1970."""

import ctypes
import json
import shutil
import subprocess
from collections.abc import Callable
from ctypes.util import find_library
from pathlib import Path

import icalendar
import vobject

HERE = Path(__file__).resolve().parent
Times = dict[str, tuple[int, int]]


class Missing(Exception):
    """A reader is not installed on this machine."""


def by_icalendar(file: Path) -> Times:
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    events = calendar.walk("VEVENT")
    return {str(one["UID"]): (int(one.start.timestamp()), int(one.end.timestamp())) for one in events}


def by_vobject(file: Path) -> Times:
    calendar = vobject.readOne(file.read_bytes().decode())
    return {
        one.uid.value: (int(one.dtstart.value.timestamp()), int(one.dtend.value.timestamp()))
        for one in calendar.vevent_list
    }


def by_icaljs(file: Path) -> Times:
    if not shutil.which("node") or not (HERE / "node_modules/ical.js").is_dir():
        raise Missing("ical.js is not installed. Maybe make readers, with Node.js and npm")
    command = ["node", str(HERE / "read.mjs"), str(file)]
    ended = subprocess.run(command, capture_output=True, check=True)
    return {uid: (start, end) for uid, (start, end) in json.loads(ended.stdout).items()}


class _Time(ctypes.Structure):
    """``struct icaltimetype`` of libical 3."""

    _fields_ = [
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        ("is_date", ctypes.c_int),
        ("is_daylight", ctypes.c_int),
        ("zone", ctypes.c_void_p),
    ]


_VEVENT = 4
"""``ICAL_VEVENT_COMPONENT`` of ``icalenums.h``."""


def _libical() -> ctypes.CDLL:
    name = find_library("ical")
    if not name or not name.endswith(".so.3"):
        try:
            return _typed(ctypes.CDLL("libical.so.3"))
        except OSError:
            raise Missing("libical is not installed. Maybe apt-get install libical3") from None
    return _typed(ctypes.CDLL(name))


def _typed(library: ctypes.CDLL) -> ctypes.CDLL:
    """Say what the functions of the library take and give."""
    pointer, kind = ctypes.c_void_p, ctypes.c_int
    signatures = {
        "icalparser_parse_string": (pointer, [ctypes.c_char_p]),
        "icalcomponent_get_first_component": (pointer, [pointer, kind]),
        "icalcomponent_get_next_component": (pointer, [pointer, kind]),
        "icalcomponent_get_uid": (ctypes.c_char_p, [pointer]),
        "icalcomponent_get_dtstart": (_Time, [pointer]),
        "icalcomponent_get_dtend": (_Time, [pointer]),
        "icaltime_as_timet_with_zone": (ctypes.c_long, [_Time, pointer]),
        "icalcomponent_free": (None, [pointer]),
    }
    for name, (gives, takes) in signatures.items():
        function = getattr(library, name)
        function.restype, function.argtypes = gives, takes
    return library


def by_libical(file: Path) -> Times:
    library = _libical()
    calendar = library.icalparser_parse_string(file.read_bytes())
    times: Times = {}
    event = library.icalcomponent_get_first_component(calendar, _VEVENT)
    while event:
        both = (library.icalcomponent_get_dtstart(event), library.icalcomponent_get_dtend(event))
        start, end = (library.icaltime_as_timet_with_zone(time, time.zone) for time in both)
        times[library.icalcomponent_get_uid(event).decode()] = (start, end)
        event = library.icalcomponent_get_next_component(calendar, _VEVENT)
    library.icalcomponent_free(calendar)
    return times


READERS: dict[str, Callable[[Path], Times]] = {
    "icalendar": by_icalendar,
    "vobject": by_vobject,
    "ical.js": by_icaljs,
    "libical": by_libical,
}
