"""Every reader finds a party's meetings and its statement at the right hour, wherever in the world it is."""

import json
import shutil
import subprocess
import time
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from scheduler.publishing import calendars
from tests.publishing.statements import with_statements

from .readers import HERE, READERS
from .test_readers import read

PATH = "calendars/parties/egypt.ics"
MEETING = "1st plenary meeting"
STATEMENT = "Your statement: General debate, number 12, about 11:24"
HOURS = {
    "America/New_York": {MEETING: "18 10:00", STATEMENT: "18 11:19"},
    "Pacific/Auckland": {MEETING: "19 02:00", STATEMENT: "19 03:19"},
    "Asia/Kolkata": {MEETING: "18 19:30", STATEMENT: "18 20:49"},
}
"""Days and wall-clock times at which the two begin, by where the party is."""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "egypt.ics"
    path.write_bytes(calendars.publish(with_statements())[PATH])
    return path


def starts():
    """Return when each event begins, by its title."""
    calendar = icalendar.Calendar.from_ical(calendars.publish(with_statements())[PATH])
    return {str(one["SUMMARY"]): one.start for one in calendar.walk("VEVENT")}


@pytest.mark.parametrize("zone", HOURS)
def test_the_hour_is_right_on_the_other_side_of_the_world(zone):
    found = starts()
    for title, wanted in HOURS[zone].items():
        assert f"{found[title].astimezone(ZoneInfo(zone)):%d %H:%M}" == wanted


@pytest.mark.parametrize("zone", HOURS)
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.filterwarnings("default")
def test_every_reader_finds_the_same_instants_there(file, monkeypatch, reader, zone):
    wanted = sorted(int(start.timestamp()) for start in starts().values())
    with monkeypatch.context() as there:
        there.setenv("TZ", zone)
        time.tzset()
        found = read(reader, file)
    time.tzset()
    assert len(found) == 9
    assert sorted(start for start, _ in found.values()) == wanted
    assert found == READERS["icalendar"](file)


@pytest.mark.skipif(not shutil.which("node"), reason="Node.js is not installed")
@pytest.mark.skipif(not (HERE / "node_modules/ical.js").is_dir(), reason="ical.js is not installed")
@pytest.mark.parametrize("zone", HOURS)
def test_a_phone_there_shows_the_hour_of_the_place(file, zone):
    code = (
        'import ICAL from "ical.js"; import { readFileSync } from "node:fs";'
        'const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[1], "utf-8")));'
        'for (const one of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(one);'
        'const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));'
        'const two = (number) => String(number).padStart(2, "0");'
        "const shown = (date) => `${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;"
        "const found = events.map((one) => [one.summary, shown(one.startDate.toJSDate())]);"
        "process.stdout.write(JSON.stringify(Object.fromEntries(found)));"
    )
    ended = subprocess.run(
        ["node", "--input-type=module", "-e", code, str(file)],
        capture_output=True,
        check=True,
        cwd=HERE,
        env={"TZ": zone, "PATH": str(Path(str(shutil.which("node"))).parent)},
    )
    found = json.loads(ended.stdout)
    assert {title: found[title] for title in HOURS[zone]} == HOURS[zone]
