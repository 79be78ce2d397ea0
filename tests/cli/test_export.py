"""``hemicycle export``: what is written, what is said, and what happens where there is no timetable."""

import json
from pathlib import Path

import pytest

from scheduler.use_cases import schedule as use_case
from tests.reading import small

from .running import hemicycle, scheduled
from .test_start import imported

OUT = "outputs/small-2030"


@pytest.fixture
def made(tmp_path, monkeypatch):
    """Return a function that writes the small forum with clauses of one's own."""
    monkeypatch.chdir(tmp_path)

    def make(clauses: str = "") -> Path:
        return small.write(tmp_path / "data", **{"mandates/charter.yaml": small.CHARTER + clauses})

    return make


def test_the_timetable_that_was_scheduled_is_exported(made, capsys):
    folder = made()
    assert hemicycle(capsys, "schedule", folder).code == 0
    ran = hemicycle(capsys, "export", folder, "--format", "frab-xml", "--format", "jcal,frab-xml")
    assert (ran.code, ran.err) == (0, "")
    assert " ".join(ran.out.split()) == (
        f"A small forum: the timetable in {OUT}. Release 1, published; proven: nothing better exists. "
        f"Files {OUT}/schedule.xml {OUT}/calendars/all.jcal"
    )


def test_the_answer_as_json(made, capsys):
    folder = made()
    hemicycle(capsys, "schedule", folder)
    found = hemicycle(capsys, "export", folder, "--format", "json-ld", "--output", "site", "--json").json
    assert found == {
        "forum": "small-2030",
        "status": "optimal",
        "release": 1,
        "source": OUT,
        "breaches": [],
        "files": ["site/schedule.jsonld"],
    }


def test_without_a_timetable_the_forum_is_scheduled(made, capsys):
    folder = made()
    ran = hemicycle(capsys, "export", folder, "--format", "frab-json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("A small forum\n")
    files = f"  {OUT}/run.json\n  {OUT}/schedule.json\n  {OUT}/timetable.json\n"
    assert ran.out.endswith(f"\nFiles\n{files}\nDone.\n")
    first = Path(OUT, "schedule.json").read_bytes()
    again = hemicycle(capsys, "export", folder, "--format", "frab-json", "--json").json
    assert again["source"] == OUT
    assert Path(OUT, "schedule.json").read_bytes() == first


def test_a_schedule_in_json_is_that_of_schedule(made, capsys):
    folder = made()
    found = hemicycle(capsys, "export", folder, "--format", "frab-xml", "--json", "--time-limit", "60").json
    assert found["files"] == [f"{OUT}/timetable.json", f"{OUT}/run.json", f"{OUT}/schedule.xml"]
    assert found["programme"]["timetable"]["forum"] == "small-2030"


def test_a_timetable_that_breaks_a_clause_is_exported_and_says_so(made, capsys):
    folder = made()
    hemicycle(capsys, "schedule", folder)
    path = Path(OUT, "timetable.json")
    document = json.loads(path.read_text(encoding="utf-8"))
    for one in document["meetings"]:
        one["room"] = "annex" if one["id"] == "plenary-2" else one["room"]
    path.write_text(json.dumps(document), encoding="utf-8")
    ran = hemicycle(capsys, "export", folder, "--format", "frab-xml")
    assert ran.code == 1
    assert "not valid: it breaks 1 clause, listed under Breaches." in " ".join(ran.out.split())
    assert "\nBreaches\n  10/hall, paragraph 10 of charter (mandate): " in ran.out
    assert "<title>2nd plenary meeting</title>" in Path(OUT, "schedule.xml").read_text(encoding="utf-8")
    found = hemicycle(capsys, "export", folder, "--format", "frab-xml", "--json")
    assert (found.code, [one["clause"] for one in found.json["breaches"]]) == (1, ["10/hall"])


def test_where_no_timetable_is_found_it_ends_as_schedule_does(made, capsys, monkeypatch):
    asked = []

    def nothing(folder, output, formats, limits, *, tell):
        asked.append((folder, output, formats, limits.deadline.left() is not None))
        tell("solving")
        return scheduled(status="unknown", programme=None, files=())

    monkeypatch.setattr(use_case, "schedule", nothing)
    folder = made()
    ran = hemicycle(capsys, "export", folder, "--format", "frab-xml", "--time-limit", "9", "--output", "site")
    assert (ran.code, ran.out.split(".")[0]) == (
        4,
        "No timetable was found in the time given, and none was proven impossible",
    )
    assert asked == [(folder, Path("site"), ("json", "run", "frab-xml"), True)]
    found = hemicycle(capsys, "export", folder, "--format", "frab-xml", "--json")
    assert (found.code, found.json["status"], asked[1][3]) == (4, "unknown", False)


def test_what_the_data_breaks_is_said_first(made, capsys):
    clause = (
        "  - clause: 4/notes\n    tier: practice\n    says: The notes are early.\n    source: custom\n"
        "    rule: deadline\n    milestone: report\n    day: day-1\n    days-before: 100\n"
    )
    folder = made(clause)
    ran = hemicycle(capsys, "export", folder, "--format", "frab-xml")
    assert ran.code == 1
    assert ran.out.startswith("The forum's own data breaks, whatever the timetable:\n  4/notes")
    assert Path(OUT, "schedule.xml").exists()
    again = hemicycle(capsys, "export", folder, "--format", "frab-xml")
    assert (again.code, "\nBreaches\n  4/notes" in again.out) == (1, True)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "no format is named. Maybe --format frab-xml"),
        (["--format", "frab"], "there is no format 'frab'. Maybe frab-xml"),
        (["--format", "ics"], "there is no format 'ics'."),
        (["--format", ","], "no format is named. Maybe frab-xml"),
        (
            ["--format", "jcal", "--output", "data/small-2030"],
            "outputs do not go there. Maybe outputs/small-2030",
        ),
    ],
)
def test_wrong_options_are_bad_usage(made, capsys, options, said):
    folder = made()
    ran = hemicycle(capsys, "export", folder, *options)
    assert (ran.code, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())
    assert not Path("outputs").exists()


def test_schedule_writes_exchange_formats_that_are_named(made, capsys):
    ran = hemicycle(capsys, "schedule", made(), "--formats", "frab-xml,json-ld")
    assert ran.code == 0
    assert f"\nFiles\n  {OUT}/schedule.jsonld\n  {OUT}/schedule.xml\n" in ran.out


def test_an_export_imports_neither_solver_nor_tables(made, capsys, tmp_path):
    folder = made()
    hemicycle(capsys, "schedule", folder, "--formats", "json,run", "--output", tmp_path / "site")
    asked = ("export", folder, "--format", "frab-xml", "--output", tmp_path / "site")
    assert not imported(*asked) & {"pandas", "numpy", "ortools", "icalendar", "rich", "jinja2"}
    assert not imported("export", "--help") & {"pydantic", "ruamel"}
