"""``calendars/all.jcal``: the calendar of all meetings as JSON (RFC 7265)."""

import json
import re
from typing import Any

from icalendar import Calendar

from scheduler.domain.programme import Programme
from scheduler.publishing.calendars import calendar_of_all

_TEXTS = ("name", "color", "x-wr-calname", "x-apple-calendar-color")
"""Properties that icalendar does not know to be text: it leaves them ``unknown``, and escaped."""
_ESCAPED = re.compile(r"\\([\\;,])")


def publish(programme: Programme) -> dict[str, bytes]:
    """Write the calendar of all meetings as jCal.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to bytes
        ``calendars/all.jcal`` in UTF-8, with the content of ``calendars/all.ics``; nothing where there is
        no meeting.
    """
    calendar = calendar_of_all(programme)
    if not calendar:
        return {}
    name, properties, components = Calendar.from_ical(calendar).to_jcal()
    document = [name, [_typed(one) for one in properties], components]
    text = json.dumps(document, ensure_ascii=False, indent=1)
    return {"calendars/all.jcal": f"{text}\n".encode()}


def _typed(one: list[Any]) -> list[Any]:
    """Write a line of text as what it says (RFC 7265, 3.6.11): only what is unknown stays escaped (5.1)."""
    name, parameters, kind, *values = one
    if name not in _TEXTS:
        return [name, parameters, kind, *values]
    return [name, parameters, "text", *(_ESCAPED.sub(r"\1", value) for value in values)]
