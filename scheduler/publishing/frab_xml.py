"""``schedule.xml``: the programme for apps and screens that read what frab and pretalx write."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from scheduler.domain.programme import Programme
from scheduler.publishing.frab import Frab, FrabDay, FrabEvent, frab
from scheduler.version import VERSION


def publish(programme: Programme) -> dict[str, bytes]:
    """Write the programme as XML.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to bytes
        ``schedule.xml`` in UTF-8, by the rules of c3voc's ``schedule.xml.xsd``.
    """
    root = _schedule(frab(programme))
    indent(root)
    text: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return {"schedule.xml": text + b"\n"}


def _schedule(programme: Frab) -> Element:
    root = Element("schedule")
    SubElement(root, "generator", name="hemicycle", version=VERSION)
    _text(root, "version", programme.version)
    _conference(root, programme)
    for day in programme.days:
        _day(root, programme, day)
    return root


def _conference(root: Element, programme: Frab) -> None:
    conference = SubElement(root, "conference")
    days = programme.days
    for name, text in (
        ("title", programme.title),
        ("acronym", programme.acronym),
        ("start", days[0].date.isoformat()),
        ("end", days[-1].date.isoformat()),
        ("days", str(len(days))),
        ("timeslot_duration", programme.step),
        ("time_zone_name", programme.timezone),
    ):
        _text(conference, name, text)
    if programme.address:
        _text(conference, "base_url", programme.address)


def _day(root: Element, programme: Frab, day: FrabDay) -> None:
    attributes = {
        "index": str(day.number),
        "date": day.date.isoformat(),
        "start": day.start.isoformat(),
        "end": day.end.isoformat(),
    }
    element = SubElement(root, "day", attributes)
    for room in programme.rooms:
        place = SubElement(element, "room", name=room.name, guid=room.guid)
        for event in day.rooms[room.name]:
            _event(place, event)


def _event(place: Element, event: FrabEvent) -> None:
    held, ids = event.held, event.ids
    element = SubElement(place, "event", id=str(ids.number), guid=ids.guid, code=ids.code)
    for name, text in (
        ("date", held.start.isoformat()),
        ("start", f"{held.start:%H:%M}"),
        ("duration", event.duration),
        ("room", event.room),
        ("slug", ids.slug),
        ("title", held.title),
        ("subtitle", held.number),
        ("track", event.track),
        ("type", held.session.kind),
        ("language", "en"),
        ("abstract", event.abstract),
        ("description", event.description),
    ):
        _text(element, name, text)
    _addresses(element, event)


def _addresses(element: Element, event: FrabEvent) -> None:
    """Add who is there, and where more is to be found."""
    if event.address:
        _text(element, "url", event.address)
    persons = SubElement(element, "persons")
    for one in event.persons:
        SubElement(persons, "person", id=str(one.number)).text = one.name
    links = SubElement(element, "links")
    if event.webcast:
        SubElement(links, "link", href=event.webcast).text = "Webcast"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
