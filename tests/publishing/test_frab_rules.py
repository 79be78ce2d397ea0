"""The judge of exchange files finds what breaks a rule: every one of them is broken once."""

import pytest

from scheduler.publishing import publish

from .frab_rules import json_faults, xml_faults
from .programmes import programme

XML = publish(programme(), ["frab-xml"])["schedule.xml"].decode()
JSON = publish(programme(), ["frab-json"])["schedule.json"].decode()
EVENT = XML[XML.index("<event ") : XML.index("</event>") + len("</event>")]


def broken(text: str, old: str, new: str, count: int = 1) -> bytes:
    """Replace a text where it stands first, or wherever it stands."""
    assert old in text
    return text.replace(old, new, count).encode()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("<version>proposal</version>", "", "the parts are generator conference day day day"),
        ("<acronym>imrf2022", "<acronym>IMRF", "conference has acronym 'IMRF'"),
        ("<acronym>imrf2022</acronym>", "", "conference has no acronym"),
        ("<days>3</days>", "<days>4</days>", "3 days, and not 4"),
        ("<start>2022-05-16", "<start>16 May", "conference has start '16 May'"),
        ("<base_url>https://", "<base_url>", "conference has base_url 'example.org/forum'"),
        ("<days>3</days>", "<days>3</days><town>B</town>", "conference has town"),
        ('index="2"', 'index="1"', "the days do not count from 1"),
        (
            'start="2022-05-16T00:00:00-04:00"',
            'start="2022-05-16T00:00:00"',
            "day has start '2022-05-16T00:00:00'",
        ),
        (
            'end="2022-05-16T23:59:00',
            'end="2022-05-16T17:00:00',
            "2022-05-16T15:00:00-04:00 is not on the day of",
        ),
        (
            'start="2022-05-16T00:00:00',
            'start="2022-05-16T11:00:00',
            "2022-05-16T10:00:00-04:00 is not on the day",
        ),
        ('<room name="Spare Room"', '<room name="Conference Room 4"', "a room comes twice on a day"),
        ('guid="7575671d-', 'guid="', "room has guid 'a887-5378-acf6-ee2396477fdc'"),
        ("</event>", "</event><talk />", "talk in a room"),
        ("</room>\n    <room", "</room><talk />\n    <room", "talk in a day"),
        (EVENT, EVENT * 2, "guid 25796bf7-"),
        (EVENT, EVENT * 2, "id 1"),
        (EVENT, EVENT * 2, "code "),
        (EVENT, EVENT * 2, "slug imrf2022-"),
        (' id="', ' id="-', "event has id '-"),
        (' id="', ' id="9', "event has id '9"),
        (' code="', ' code="a', "event has code 'a"),
        ("<start>10:00", "<start>11:00", "2022-05-16T10:00:00-04:00 is not at 11:00"),
        ("<duration>03:00", "<duration>3 hours", "event has duration '3 hours'"),
        ("<room>Conference Room 4", "<room>Room 4", "Room 4 is not Conference Room 4"),
        ("<slug>imrf2022-", "<slug>IMRF-", "event has slug 'IMRF-"),
        ("<title>Multi", "<name>x</name><title>Multi", "event has name"),
        ("<title>Multi", "<title>x</title><title>Multi", "event has twice"),
        ("<language>en", "<language>English", "event has language 'English'"),
        ("<url>https:", "<url>ftp:", "event has url 'ftp:"),
        ('<person id="', '<person id="x', "a person has no number or no name"),
        ('<link href="https:', '<link href="', "a link has no address or no name"),
    ],
)
def test_each_rule_of_the_xml(old: str, new: str, fault: str) -> None:
    assert xml_faults(XML.encode()) == []
    found = xml_faults(broken(XML, old, new))
    assert any(one.startswith(fault) for one in found), found


def test_another_root_is_found() -> None:
    assert xml_faults(broken(XML, "schedule>", "programme>", 2)) == ["the root is programme"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"generator": {', '"maker": {', "the document has maker"),
        ("https://c3voc.de/schedule/schema.json", "", "the document does not name its schema"),
        ('"version": "proposal"', '"version": 1', "schedule has version 1"),
        ('"acronym": "imrf2022",', "", "conference has no acronym"),
        ('"acronym": "imrf2022"', '"acronym": "imrf-2022"', "conference has acronym 'imrf-2022'"),
        (
            '"time_zone_name": "America/New_York"',
            '"time_zone_name": "US/Eastern"',
            "conference has time_zone_name",
        ),
        ('"capacity": null', '"seats": null', "room has no capacity"),
        ('"capacity": null', '"capacity": "many"', "room has capacity 'many'"),
        ('"guid": "7575671d-', '"guid": "', "room has guid 'a887-"),
        ('"day_start": "', '"day": "", "day_start": "', "day has day"),
        ('"Spare Room": []', '"Attic": []', "nobody knows the room Attic"),
        ('"daysCount": 3', '"daysCount": 2', "3 days, and not 2"),
        ('"id": ', '"id": -', "event has id -"),
        ('"id": ', '"code": "AAAAAA", "id": ', "event has code"),
        ('"url": "https://example.org/hearing"', '"url": ""', "event has url ''"),
        ('"start": "10:00"', '"start": "25:00"', "event has start '25:00'"),
        ('"title": "Webcast"', '"title": ""', "link has title ''"),
        ('"name": "President of the General Assembly"', '"public_name": "P"', "person has no name"),
    ],
)
def test_each_rule_of_the_json(old: str, new: str, fault: str) -> None:
    assert json_faults(JSON.encode()) == []
    found = json_faults(broken(JSON, old, new))
    assert any(one.startswith(fault) for one in found), found
