"""The same programme gives the same bytes, whatever the process, its zone and its language."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scheduler.publishing import EXCHANGE_FORMATS, FORMATS, publish

from .nasty_programme import nasty
from .programmes import programme

ROOT = Path(__file__).resolve().parents[2]
DIGEST = """
import hashlib
from publishing.milestones import nasty_milestones, with_milestones
from publishing.nasty_programme import nasty
from publishing.programmes import many_parties, programme, released
from publishing.statements import with_statements
from scheduler.publishing import EXCHANGE_FORMATS, FORMATS, publish
whole = hashlib.sha256()
for of in (programme(), nasty(), released(), many_parties(40), with_milestones(), nasty_milestones(),
    with_statements()):
    for path, content in publish(of, (*FORMATS, *EXCHANGE_FORMATS)).items():
        whole.update(path.encode() + b"=" + content)
print(whole.hexdigest())
"""


def digest(**surroundings: str) -> str:
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    env = {**os.environ, "PYTHONPATH": paths, **surroundings}
    found = subprocess.run(
        [sys.executable, "-c", DIGEST], env=env, capture_output=True, text=True, check=True
    )
    return found.stdout


def test_two_calls_give_the_same_bytes() -> None:
    for of in (programme(), nasty()):
        assert publish(of) == publish(of)


def test_no_process_gives_other_bytes() -> None:
    found = {
        digest(PYTHONHASHSEED="0", TZ="UTC"),
        digest(PYTHONHASHSEED="1", TZ="Asia/Kathmandu", LC_ALL="C"),
        digest(PYTHONHASHSEED="4711", TZ="America/Los_Angeles", LC_ALL="C.UTF-8"),
    }
    assert len(found) == 1


def test_every_format_writes_its_files() -> None:
    files = publish(programme())
    single = [path for path in files if not path.startswith("calendars/")]
    assert single == [
        "timetable.json",
        "timetable.csv",
        "timetable.xlsx",
        "timetable.txt",
        "timetable.html",
        "report.md",
        "run.json",
    ]
    assert len(files) == 7 + 1 + 3 + 4 + 5
    assert all(files.values())


def test_only_what_is_asked_for_is_written() -> None:
    assert list(publish(programme(), ["run", "json"])) == ["run.json", "timetable.json"]
    assert publish(programme(), []) == {}


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match=r"there is no format 'jsn'\. Maybe json"):
        publish(programme(), ["jsn"])


def test_exchange_formats_are_written_when_they_are_named() -> None:
    assert list(publish(programme(), EXCHANGE_FORMATS)) == [
        "schedule.xml",
        "schedule.json",
        "schedule.jsonld",
        "calendars/all.jcal",
    ]
    assert not {*EXCHANGE_FORMATS} & {*FORMATS}


@pytest.mark.parametrize(
    ("name", "spared"),
    [
        ("json", {"pandas", "icalendar", "jinja2", "xlsxwriter", "ortools"}),
        ("run", {"pandas", "icalendar", "jinja2", "xlsxwriter", "ortools"}),
        ("txt", {"pandas", "icalendar", "jinja2", "xlsxwriter", "ortools"}),
        ("milestones", {"pandas", "icalendar", "jinja2", "xlsxwriter", "ortools"}),
        ("side-events", {"pandas", "xlsxwriter", "ortools"}),
        ("report", {"pandas", "icalendar", "jinja2", "xlsxwriter", "ortools"}),
        ("ics", {"pandas", "jinja2", "xlsxwriter", "ortools"}),
        ("notices", {"pandas", "jinja2", "xlsxwriter", "ortools"}),
        ("html", {"pandas", "icalendar", "xlsxwriter", "ortools"}),
        ("csv", {"icalendar", "xlsxwriter", "ortools"}),
        ("xlsx", {"icalendar", "ortools"}),
        ("frab-xml", {"pandas", "icalendar", "jinja2", "xlsxwriter", "ortools"}),
        ("frab-json", {"pandas", "icalendar", "jinja2", "xlsxwriter", "ortools"}),
        ("json-ld", {"pandas", "jinja2", "xlsxwriter", "ortools"}),
        ("jcal", {"pandas", "jinja2", "xlsxwriter", "ortools"}),
    ],
)
def test_a_format_imports_no_more_than_it_needs(name: str, spared: set[str]) -> None:
    code = (
        "import sys; from importlib import import_module\n"
        "from scheduler.publishing import EXCHANGE_FORMATS, FORMATS\n"
        f"known = FORMATS | EXCHANGE_FORMATS; import_module('scheduler.publishing.' + known['{name}'])\n"
        "print(*sys.modules)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    found = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert not spared & set(found.stdout.split())
    assert set(FORMATS) == {
        "json",
        "csv",
        "xlsx",
        "txt",
        "html",
        "ics",
        "notices",
        "milestones",
        "side-events",
        "report",
        "run",
    }
