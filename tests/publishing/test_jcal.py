"""``calendars/all.jcal``: what stands in ``calendars/all.ics``, as JSON."""

import json
from typing import Any

import pytest
from icalendar import Calendar

from scheduler.domain.programme import Programme
from scheduler.domain.timetable import Timetable
from scheduler.publishing import publish

from .changed import changed
from .nasty_programme import nasty
from .programmes import forum, programme, released

PATH = "calendars/all.jcal"


def jcal(of: Programme) -> Any:
    return json.loads(publish(of, ["jcal"])[PATH])


@pytest.mark.parametrize("of", [programme(), released(), changed(), nasty()], ids=range(4))
def test_it_is_the_calendar_of_all(of: Programme) -> None:
    calendar = Calendar.from_ical(publish(of, ["ics"])["calendars/all.ics"])
    again = Calendar.from_jcal(jcal(of))
    assert again.subcomponents == calendar.subcomponents
    names = ("PRODID", "VERSION", "CALSCALE", "LAST-MODIFIED", "NAME", "X-WR-CALNAME", "COLOR", "URL")
    for name in names:
        assert str(again.get(name)) == str(calendar.get(name)), name


def test_properties_have_their_types() -> None:
    title = "Forum: one, two; three\\four"
    name, properties, components = jcal(programme(forum(title=title)))
    assert (name, {component[0] for component in components}) == ("vcalendar", {"vtimezone", "vevent"})
    found = {key: (kind, value) for key, _, kind, value in properties}
    assert found["name"] == found["x-wr-calname"] == ("text", title)
    assert found["refresh-interval"] == ("duration", "PT6H")
    assert found["x-published-ttl"] == ("unknown", "PT6H")
    assert found["color"] == ("text", "steelblue")
    assert found["url"] == ("uri", "https://example.org/forum")
    assert "unknown" not in {kind for part in components for _, _, kind, *_ in part[1]}


def test_without_a_meeting_there_is_none() -> None:
    empty = programme(timetable=Timetable(placements=()))
    assert publish(empty, ["jcal", "ics"]) == {}
