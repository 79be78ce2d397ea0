"""``hemicycle milestones``: the table of three editions, each word of ``--today``, and what is written."""

import json
from pathlib import Path

import pytest

from scheduler.publishing.milestones_csv import HEAD
from scheduler.use_cases.schedule import schedule
from tests.golden.folders import copied, edited
from tests.reading import small

from .running import hemicycle
from .test_start import ROOT, imported

DATA = ROOT / "data"
MILESTONES = (
    "stakeholder-list",
    "secretary-general-report",
    "co-facilitators",
    "background-notes",
    "progress-declaration-agreed",
    "summaries-distributed",
)
EDITIONS = {
    "imrf-2022": ("2022-02-17", "2022-02-22", "2022-03-17", "2022-04-05", "2022-05-16", "2022-06-06"),
    "imrf-2026": ("2026-02-05", "2026-02-10", "2026-03-05", "2026-03-24", "2026-05-04", "2026-05-22"),
    "imrf-2030": ("2030-02-14", "2030-02-19", "2030-03-14", "2030-04-02", "2030-05-13", "2030-06-03"),
}


@pytest.fixture
def planner(tmp_path, monkeypatch):
    """Return the data in a planner's folder, the week of 2030 being the example."""
    monkeypatch.chdir(tmp_path)
    copied(tmp_path)
    days = ("hearing-day", "day-1", "day-2", "day-3", "day-4")
    week = [(f"{day}: 2030-01-{7 + n:02}", f"{day}: 2030-05-{13 + n}") for n, day in enumerate(days)]
    edited(tmp_path / "data/imrf-2030/forum.yaml", *week)
    return Path("data")


@pytest.fixture
def little(tmp_path, monkeypatch):
    """Return a function that writes the small forum with clauses and milestones of one's own."""
    monkeypatch.chdir(tmp_path)

    def made(clauses: str = "", milestones: str = "") -> Path:
        forum = small.FORUM
        if milestones:
            head, _, rest = forum.partition("milestones:\n")
            forum = f"{head}{milestones}\nurl:{rest.partition('url:')[2]}"
        charter = small.CHARTER + clauses
        files = {"small-2030/forum.yaml": forum, "mandates/charter.yaml": charter}
        return small.write(tmp_path / "data", **files)

    return made


REPORT = """\
  - clause: 3/report
    paragraph: "3"
    tier: mandate
    says: The report is there in time.
    rule: deadline
    milestone: report
    day: day-1
    weeks-before: 8
"""


def rows(out: str, title: str) -> list[str]:
    """Return the lines below a title, up to an empty one."""
    return out.partition(f"\n{title}\n")[2].partition("\n\n")[0].splitlines()


@pytest.mark.parametrize(("name", "lasts"), EDITIONS.items())
def test_the_table_of_three_editions(planner, capsys, name, lasts):
    ended = hemicycle(capsys, "milestones", planner / name)
    assert (ended.code, ended.err) == (0, "")
    listed = [*rows(ended.out, "Milestones")[1:], *rows(ended.out, "Wishes")[1:]]
    assert sorted(line.split()[0] for line in listed) == list(lasts)
    said = hemicycle(capsys, "milestones", planner / name, "--json").json
    found = [(one["milestone"], one["last-day"]["date"]) for one in said["milestones"]]
    assert found == list(zip(MILESTONES, lasts, strict=True))
    written = (planner.parent / f"outputs/{name}/milestones.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[0] for line in written[1:]] == list(MILESTONES)
    assert [line.split(",")[2] for line in written[1:]] == list(lasts)


@pytest.mark.parametrize(
    ("name", "left_out"),
    [
        ("imrf-2022", "leaving out Memorial Day, 30 May 2022, and weekends"),
        ("imrf-2026", "leaving out weekends"),
        ("imrf-2030", "leaving out Memorial Day, 27 May 2030, and weekends"),
    ],
)
def test_holidays_are_named_where_they_count(planner, capsys, name, left_out):
    said = hemicycle(capsys, "milestones", planner / name, "--json").json["milestones"]
    assert said[-1]["last-day"]["counted"].endswith(f" 20{name[-2:]}), {left_out}")
    assert all("leaving" not in one["last-day"]["counted"] for one in said[:-1])
    out = " ".join(hemicycle(capsys, "milestones", planner / name).out.split())
    assert f"{left_out}: 24(b)/summaries, paragraph 24(b) of ares-73-326 (mandate)." in out


def test_without_a_day_nothing_is_said_of_how_it_stands(planner, capsys):
    ended = hemicycle(capsys, "milestones", planner / "imrf-2022")
    assert ended.out.startswith(
        "International Migration Review Forum 2022: milestones and their last days. What is due or late on a"
        "\n    day: --today 2022-02-16.\n\nMilestones\n"
        "  Last day    Milestone                 Paragraph  Tier     Done\n"
        "  2022-02-17  Stakeholder list          5          mandate  nobody has said\n"
    )
    assert "So far" not in ended.out
    said = hemicycle(capsys, "milestones", planner / "imrf-2022", "--json").json
    assert said["today"] is None
    assert {one["state"] for one in said["milestones"]} == {None}


STATES = [
    ("2022-02-16", "stakeholder-list", "due", 1, "due in 1 day"),
    ("2022-02-17", "stakeholder-list", "due-today", 0, "due today"),
    ("2022-02-18", "stakeholder-list", "late", 1, "late by 1 day"),
    ("2022-03-01", "stakeholder-list", "late", 12, "late by 12 days"),
    ("2024-02-29", "stakeholder-list", "late", 742, "late by 742 days"),
    ("2030-02-17", "stakeholder-list", "late", 2922, "late by 2,922 days"),
    ("2022-02-15", "secretary-general-report", "due", 7, "due in 7 days (done later)"),
    ("2022-02-16", "secretary-general-report", "done-in-time", 0, "done in time"),
    ("2022-05-12", "progress-declaration-agreed", "done-in-time", 0, "done in time"),
    ("2022-05-20", "summaries-distributed", "due-after", 17, "due after day-4, in 17 days"),
    ("2022-05-21", "summaries-distributed", "due", 16, "due in 16 days"),
    ("2022-06-06", "summaries-distributed", "due-today", 0, "due today"),
    ("2022-06-07", "summaries-distributed", "late", 1, "late by 1 day"),
]


@pytest.mark.parametrize(("today", "milestone", "state", "days", "words"), STATES)
def test_how_things_stand_on_a_day(  # noqa: PLR0917 - what is asked, and each part of the answer
    capsys, tmp_path, today, milestone, state, days, words
):
    command = ("milestones", DATA / "imrf-2022", "--today", today, "--output", tmp_path / "out")
    said = hemicycle(capsys, *command, "--json").json
    assert said["today"] == today
    (found,) = [one["state"] for one in said["milestones"] if one["milestone"] == milestone]
    assert (found["state"], found["days"], found["words"]) == (state, days, words)
    assert found["done-later"] == words.endswith("(done later)")
    ended = hemicycle(capsys, *command)
    assert ended.code == 0
    assert f"  {words}\n" in ended.out


def test_what_was_late_is_late_for_ever(planner, capsys):
    edited(planner / "imrf-2022/forum.yaml", ("done: 2022-02-08", "done: 2022-03-20"))
    found = [
        hemicycle(capsys, "milestones", planner / "imrf-2022", "--today", day, "--json").json["milestones"][2]
        for day in ("2022-03-17", "2022-03-18", "2022-03-20", "2022-12-31")
    ]
    assert [one["state"]["words"] for one in found] == [
        "due today (done later)",
        "late by 1 day (done later)",
        "done late by 3 days",
        "done late by 3 days",
    ]
    assert {one["days-late"] for one in found} == {3}


@pytest.mark.parametrize(
    "wrong",
    ["2022-02-29", "2022-3-1", "01.03.2022", "today", "", "2022-03-01T10:00", "２０２２-03-01", "20220301"],
)
def test_what_is_no_date_is_refused(capsys, tmp_path, wrong):
    ended = hemicycle(
        capsys, "milestones", DATA / "imrf-2022", "--today", wrong, "--output", tmp_path / "out"
    )
    assert ended.code == 2
    assert f"'{wrong}' is no date. Maybe 2022-03-01\n" in ended.err
    assert not (tmp_path / "out").exists()
    ended = hemicycle(capsys, "milestones", DATA / "imrf-2022", f"--today={wrong}", "--json")
    assert (ended.code, "Maybe 2022-03-01" in ended.json["error"]) == (2, True)


MEANT = [("07.06.2022", "2022-06-07"), ("7/6/2022", "2022-06-07 or 2022-07-06")]


@pytest.mark.parametrize(("wrong", "meant"), MEANT)
def test_the_date_that_is_meant_is_suggested(capsys, wrong, meant):
    ended = hemicycle(capsys, "milestones", DATA / "imrf-2022", "--today", wrong)
    assert (ended.code, f"'{wrong}' is no date. Maybe {meant}\n" in ended.err) == (2, True)


def test_a_milestone_of_which_no_clause_speaks_has_no_last_day(little, capsys):
    ended = hemicycle(capsys, "milestones", little(REPORT), "--today", "2030-02-01")
    assert (ended.code, ended.err) == (0, "")
    assert rows(ended.out, "Milestones") == [
        "  Last day    Milestone  Paragraph  Tier     Done        So far",
        "  2030-01-14  Report     3          mandate  2030-01-07  done in time",
    ]
    assert rows(ended.out, "No clause sets a day") == [
        "  Last day  Milestone  Paragraph  Tier  Done             So far",
        "  none      Notes      none       none  nobody has said  not done",
    ]
    assert rows(ended.out, "What they are") == [
        "  Report: The report is there in time. Due 8 weeks before day-1 (11 March 2030): 3/report, "
        "paragraph",
        "      3 of charter (mandate). Note: in time.",
        "  Notes: no clause sets a day.",
    ]
    assert "Wishes" not in ended.out
    said = hemicycle(capsys, "milestones", little(REPORT), "--json").json["milestones"][1]
    assert (said["last-day"], said["days-late"]) == (None, None)


def test_without_any_clause_there_is_a_table_and_no_calendar(little, capsys):
    folder = little()
    ended = hemicycle(capsys, "milestones", folder, "--today", "2030-02-01")
    assert rows(ended.out, "No clause sets a day")[2].endswith("2030-01-07       done")
    assert rows(ended.out, "Files") == ["  outputs/small-2030/milestones.csv"]
    assert "\nMilestones\n" not in ended.out


def test_a_clause_that_cites_no_paragraph(little, capsys):
    clause = REPORT.replace('    paragraph: "3"\n', "").replace(
        "tier: mandate", "tier: practice\n    source: custom"
    )
    ended = hemicycle(capsys, "milestones", little(clause))
    assert rows(ended.out, "Milestones")[1].split()[2:4] == ["none", "practice"]
    assert "(11 March 2030): 3/report, charter (practice)." in " ".join(ended.out.split())


def test_a_forum_without_milestones_says_so_and_old_files_go(little, capsys, tmp_path):
    folder, none = little(REPORT), "A small forum: the forum has no milestones."
    hemicycle(capsys, "milestones", folder)
    out = tmp_path / "outputs/small-2030"
    assert sorted(path.name for path in out.rglob("*.*")) == ["milestones.csv", "milestones.ics"]
    ended = hemicycle(capsys, "milestones", little(milestones="milestones: []"))
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"{none} Maybe list them in forum.yaml, under milestones.\n"
    assert list(out.rglob("*.*")) == []
    assert hemicycle(capsys, "milestones", folder, "--json").json == {
        "forum": "small-2030",
        "today": None,
        "milestones": [],
        "files": [],
    }
    hemicycle(capsys, "milestones", folder, "--output", "elsewhere")
    assert not (tmp_path / "elsewhere").exists()


def test_files_do_not_depend_on_the_day_and_are_those_of_a_schedule(planner, capsys):
    out = planner.parent / "outputs/imrf-2022"
    paths = ("milestones.csv", "calendars/milestones.ics")
    assert hemicycle(capsys, "milestones", planner / "imrf-2022", "--today", "2022-03-01").code == 0
    before = [(out / path).read_bytes() for path in paths]
    hemicycle(capsys, "milestones", planner / "imrf-2022", "--today", "2022-07-01", "--output", "other")
    assert [(Path("other") / path).read_bytes() for path in paths] == before
    answer = schedule(planner / "imrf-2022", Path("third"), ("milestones",))
    assert answer.files == tuple(Path("third", path) for path in paths)
    assert [path.read_bytes() for path in answer.files] == before
    assert before[0].decode().startswith(HEAD)


def test_files_are_named_from_where_one_stands(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ended = hemicycle(capsys, "milestones", DATA / "imrf-2022", "--output", tmp_path.parent / "beside")
    assert rows(ended.out, "Files")[0] == f"  {tmp_path.parent / 'beside'}/milestones.csv"
    said = hemicycle(capsys, "milestones", DATA / "imrf-2022", "--json").json
    assert said["files"] == ["outputs/imrf-2022/milestones.csv", "outputs/imrf-2022/calendars/milestones.ics"]


def test_one_json_document_says_all(capsys, tmp_path):
    said = hemicycle(capsys, "milestones", DATA / "imrf-2022", "--output", tmp_path, "--json").json
    assert json.dumps(said["milestones"][-1]["last-day"], indent=2) == json.dumps(
        {
            "date": "2022-06-06",
            "wish": False,
            "clause": "24(b)/summaries",
            "paragraph": "24(b)",
            "mandate": "ares-73-326",
            "tier": "mandate",
            "says": "The summaries are distributed within ten working days after the forum.",
            "counted": (
                "10 working days after day-4 (20 May 2022), "
                "leaving out Memorial Day, 30 May 2022, and weekends"
            ),
            "left-out": [{"date": "2022-05-30", "name": "Memorial Day"}],
            "weekends-left-out": True,
        },
        indent=2,
    )
    assert [one["last-day"]["wish"] for one in said["milestones"]] == [False] * 4 + [True, False]


def test_it_imports_neither_solver_nor_tables(tmp_path):
    slow = {"pandas", "numpy", "ortools", "icalendar", "rich", "jinja2"}
    assert not imported("milestones", "data/imrf-2022", "--output", tmp_path / "out") & slow
