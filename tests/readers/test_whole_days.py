"""Every reader finds the last days of milestones as whole days."""

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
import vobject

from scheduler.publishing import milestones
from tests.publishing.milestones import LAST_DAYS, nasty_milestones, with_milestones

from .readers import HERE, READERS
from .test_readers import read

Days = dict[str, tuple[date, date]]
PROGRAMMES = {"plain": with_milestones, "nasty": nasty_milestones}


def by_icalendar(file: Path) -> Days:
    events = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    return {str(one["UID"]): (one.start, one.end) for one in events}


def by_vobject(file: Path) -> Days:
    calendar = vobject.readOne(file.read_bytes().decode())
    return {one.uid.value: (one.dtstart.value, one.dtend.value) for one in calendar.vevent_list}


def by_seconds(reader: str) -> Callable[[Path], Days]:
    """Let a reader tell midnights in UTC, which is what it makes of a day without a zone."""

    def days(file: Path) -> Days:
        found = read(reader, file).items()
        return {uid: (day(start), day(end)) for uid, (start, end) in found}

    return days


def day(seconds: int) -> date:
    moment = datetime.fromtimestamp(seconds, UTC)
    assert moment == datetime.combine(moment.date(), datetime.min.time(), UTC)
    return moment.date()


BY = {"icalendar": by_icalendar, "vobject": by_vobject} | {
    reader: by_seconds(reader) for reader in ("ical.js", "libical")
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", PROGRAMMES)
@pytest.mark.filterwarnings("default")
def test_every_reader_finds_whole_days(tmp_path, monkeypatch, name, reader):
    monkeypatch.setenv("TZ", "UTC")
    programme, file = PROGRAMMES[name](), tmp_path / "milestones.ics"
    file.write_bytes(milestones.publish(programme)["calendars/milestones.ics"])
    found = BY[reader](file)
    wanted = sorted((one.on, one.on + timedelta(days=1)) for one in programme.last_days)
    assert sorted(found.values()) == wanted
    assert found == by_icalendar(file)


@pytest.mark.skipif(not shutil.which("node"), reason="Node.js is not installed")
@pytest.mark.skipif(not (HERE / "node_modules/ical.js").is_dir(), reason="ical.js is not installed")
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Anchorage"])
def test_the_days_are_the_same_all_over_the_world(tmp_path, zone):
    (tmp_path / "one.ics").write_bytes(milestones.publish(with_milestones())["calendars/milestones.ics"])
    code = (
        'import ICAL from "ical.js"; import { readFileSync } from "node:fs";'
        'const events = new ICAL.Component(ICAL.parse(readFileSync(process.argv[1], "utf-8")))'
        '.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));'
        "const days = events.map((one) => [one.startDate.toString(), one.startDate.isDate]);"
        "process.stdout.write(JSON.stringify(days));"
    )
    ended = subprocess.run(
        ["node", "--input-type=module", "-e", code, str(tmp_path / "one.ics")],
        capture_output=True,
        check=True,
        cwd=HERE,
        env={"TZ": zone, "PATH": str(Path(str(shutil.which("node"))).parent)},
    )
    assert json.loads(ended.stdout) == sorted([one.on.isoformat(), True] for one in LAST_DAYS)
