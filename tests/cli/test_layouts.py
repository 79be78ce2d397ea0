"""``hemicycle layouts``: what it prints and writes, and how it ends."""

import csv
from contextlib import contextmanager
from dataclasses import replace
from io import StringIO

import pytest

from scheduler.cli import layouts as command
from scheduler.cli import layouts_words as words
from scheduler.cli.progress import Progress
from scheduler.executing import Failed, NoCluster, on_cluster
from scheduler.executing.in_turn import InTurn
from scheduler.executing.on_cluster import OnCluster
from scheduler.executing.on_cores import OnCores
from scheduler.use_cases import layouts as use_case
from scheduler.use_cases import layouts_work, writing
from tests.use_cases.laid_out import DAYS, LAYOUTS, Counting, laid_out
from tests.use_cases.releasing import files
from tests.use_cases.test_layouts_broken import DATED

from .running import hemicycle

HEAD = """\
A <fragile> forum. 9 layouts: 6 possible, 3 impossible. They are 6 different problems; layouts that
    are the same problem are solved once.

Week: not looked at
  18 to 19 March 2030: day-2, 19 March 2030, is Day of the House.

"""
END = """
Impossible, and why
  3 layouts (Rooms: Annex alone): Gala cannot be held: there is no room on any day: Annex has no
      plenary.

To bear in mind
  Week 25 to 26 March 2030: Feast of the Moon, expected on 27 March 2030 (give or take 2 days), may
      fall on day-1 or day-2.
  Rooms Hall alone: nothing is held at once.

Files
  outputs/fragile-layouts/layouts.csv
  outputs/fragile-layouts/layouts.html
"""


@pytest.fixture
def layouts(tmp_path, monkeypatch, capsys):
    """Run the command in a planner's folder, some of the forum's files changed; it works in one process."""
    monkeypatch.chdir(tmp_path)

    def run(*options, axes="", **changed):
        laid_out(tmp_path / "data", axes, **changed)
        own = () if "--workers" in options or "--cluster" in options else ("--workers", "1")
        return hemicycle(capsys, "layouts", "data/fragile", *own, *options)

    return run


def test_it_prints_what_matters_and_writes_the_rest(layouts, tmp_path):
    ended = layouts()
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(HEAD)
    assert ended.out.endswith(END)
    assert "\nWeek: what each value comes to\n" in ended.out
    assert "come to the same.\n" in ended.out
    table = (tmp_path / "outputs/fragile-layouts/layouts.csv").read_text(encoding="utf-8-sig")
    assert len([*csv.reader(StringIO(table))]) == 10
    assert (tmp_path / "outputs/fragile-layouts/layouts.html").read_bytes().startswith(b"<!DOCTYPE html>")


def test_a_second_run_says_what_was_kept(layouts):
    layouts()
    assert "They are 6 different problems, 6 of them\n    kept from earlier runs; layouts" in layouts().out
    assert layouts("--no-kept").out.startswith(HEAD)


def test_one_layout_is_one_problem(layouts):
    axes = DAYS.replace("      - {value: apart", "#")
    said = layouts(axes=axes).out
    assert said.startswith("A <fragile> forum. 1 layout: 1 possible. They are one problem; layouts")


def test_one_json_document(layouts):
    said = layouts("--json", "--output", "elsewhere").json
    assert said["forum"] == "fragile"
    assert said["counts"] == {"cells": 9, "problems": 6, "solved": 6, "kept": 0, "open": 0}
    assert said["criteria"] == ["rooms-used", "days-used", "interpretation-teams-at-the-peak"]
    assert said["files"] == ["elsewhere/layouts.csv", "elsewhere/layouts.html"]
    assert (said["wrong"], said["lost"], said["faults"]) == ([], [], [])
    week, rooms = said["axes"]
    assert (week["axis"], len(week["values"]), len(week["left-out"])) == ("week", 3, 1)
    assert rooms["values"][1] == {
        "value": "hall",
        "title": "Hall alone",
        "notes": ["nothing is held at once"],
    }
    hall = said["layouts"][1]
    assert (hall["layout"], hall["values"]) == (2, {"week": "2030-03-04", "rooms": "hall"})
    assert (hall["status"], hall["levels"], hall["on-front"]) == ("optimal", [8, 2, 0], True)
    assert hall["criteria"]["rooms-used"] == 1
    annex = said["layouts"][2]
    assert (annex["criteria"], annex["because"]) == (
        None,
        ["Gala cannot be held: there is no room on any day: Annex has no plenary."],
    )
    assert layouts("--json", axes=DAYS).json["layouts"][1]["problem"] is None


def test_time_that_is_up_ends_with_4_and_a_later_run_completes(layouts):
    ended = layouts("--time-limit", "0.000001")
    assert ended.code == 4
    assert ended.out.startswith("A <fragile> forum. 9 layouts: 9 not found out in the time given.")
    assert "A later run goes on" in ended.out
    assert "Pareto" not in ended.out
    assert layouts("--json", "--time-limit", "0.000001").json["counts"]["open"] == 9
    assert layouts().out.startswith(HEAD)


def test_lost_workers_are_said(layouts, monkeypatch):
    monkeypatch.setattr(command, "_executor", lambda *_: Counting(lost="solved"))
    ended = layouts()
    assert ended.code == 4
    assert "\nNot found out, although there was time\n  3 workers were lost.\n\nFiles\n" in ended.out
    assert layouts("--json").json["lost"] == ["3 workers were lost"] * 6


def test_a_fault_ends_with_70_and_writes_nothing(layouts, monkeypatch, tmp_path):
    real = layouts_work.solved_and_judged
    lying = lambda *args: replace(real(*args), faults=("they disagree",))  # noqa: E731
    monkeypatch.setattr(layouts_work, "solved_and_judged", lying)
    ended = layouts(axes=DAYS)
    assert ended.code == 70
    assert ended.out == (
        "This is a fault of hemicycle, not of the forum's data. Nothing was written.\n\n"
        "Solver and judge disagree\n  they disagree\n"
    )
    said = layouts("--json", axes=DAYS)
    assert (said.code, said.json["faults"], said.json["counts"], said.json["layouts"]) == (
        70,
        ["they disagree"],
        None,
        [],
    )
    assert not (tmp_path / "outputs/fragile-layouts/layouts.html").exists()


def test_bad_data_ends_with_2_and_writes_nothing(layouts, tmp_path):
    wrong = LAYOUTS.replace("rooms.open: [annex]", "rooms.open: [attic]")
    ended = layouts(**{"fragile/layouts.yaml": wrong})
    assert (ended.code, ended.out) == (2, "")
    assert (
        "  data/fragile/layouts.yaml:15: field 'annex': makes rooms.yaml: field 'open' wrong: " in ended.err
    )
    assert not (tmp_path / "outputs").exists()


def test_without_layouts_there_is_nothing_to_do(layouts, tmp_path, capsys):
    layouts()
    (tmp_path / "data/fragile/layouts.yaml").unlink()
    ended = hemicycle(capsys, "layouts", "data/fragile")
    assert ended.code == 2
    assert "data/fragile/layouts.yaml: there is no such file" in ended.err


def axis(name, field, *minutes):
    """Return an axis of lengths."""
    values = (
        f"      - {{value: v-{one}, title: {one} minutes, set: {{sessions.gala.{field}: {one}}}}}\n"
        for one in minutes
    )
    return f"  - axis: {name}\n    title: {name.title()}\n    values:\n{''.join(values)}"


def test_a_combination_that_cannot_be_read_ends_with_2(layouts):
    lengths = axis("opening", "segments.opening.minutes", 30, 170) + axis("gala", "minutes", *range(60, 82))
    ended = layouts(axes=lengths)
    assert (ended.code, ended.err) == (2, "")
    assert ended.out.startswith("Some layouts cannot be read. Nothing was written.\n\nWhat is wrong\n")
    assert "  Opening: 170 minutes, Gala: 60 minutes: fragile/sessions.yaml:" in ended.out
    assert "  2 more are listed by --json.\n" in ended.out
    said = layouts("--json", axes=lengths)
    assert (said.code, len(said.json["wrong"]), said.json["axes"], said.json["criteria"]) == (2, 22, [], [])


def test_workers_of_this_machine_are_not_those_of_a_cluster(layouts, tmp_path):
    ended = layouts("--workers", "2", "--cluster", "tcp://127.0.0.1:1")
    assert ended.code == 2
    assert "--workers is for this machine. Maybe leave it out, as the cluster has its own" in ended.err
    assert layouts("--workers", "0").code == 2
    assert not (tmp_path / "outputs").exists()


def test_a_cluster_that_does_not_answer_ends_with_2(layouts, monkeypatch, tmp_path):
    def silent(address):
        raise NoCluster(address, "nobody answers. Maybe start one")

    monkeypatch.setattr(on_cluster, "_distributed", silent)
    ended = layouts("--cluster", "tcp://127.0.0.1:1")
    assert ended.code == 2
    assert "The cluster at tcp://127.0.0.1:1 cannot be used: nobody answers. Maybe start one" in ended.err
    assert layouts("--json", "--cluster", "x").json["error"].startswith("The cluster at x cannot be used")
    assert not (tmp_path / "outputs/fragile-layouts/layouts.html").exists()


def test_who_does_the_work(monkeypatch):
    assert isinstance(command._executor(None, "tcp://127.0.0.1:1"), OnCluster)
    cores = command._executor(3, None)
    assert isinstance(cores, OnCores)
    assert cores._count == 3


def test_progress_time_and_kept_answers_reach_the_use_case(layouts, monkeypatch):
    real, asked, told = use_case.layouts, {}, []

    def remembering(folder, executor, output, limits, *, keeping, tell):
        asked.update(seconds=limits.seconds, keeping=keeping)
        return real(folder, InTurn(), output, keeping=keeping, tell=tell)

    monkeypatch.setattr(use_case, "layouts", remembering)
    monkeypatch.setattr(Progress, "tell", lambda _, sentence: told.append(sentence))
    layouts("--time-limit", "60", "--no-kept")
    assert asked == {"seconds": 60, "keeping": False}
    assert told[0] == "telling layouts apart: 1 to do"
    assert "solving problems: 6 of 6, about 0 s left" in told
    assert told[-1] == "writing"


def test_outputs_do_not_go_among_the_data(layouts):
    layouts()
    assert layouts("--output", "data/fragile/out").code == 2


def test_nothing_is_half_written(layouts, monkeypatch, tmp_path):
    layouts()
    before = files(tmp_path / "outputs/fragile-layouts")

    @contextmanager
    def full(_):
        raise OSError(28, "No space left on device", "outputs")
        yield

    monkeypatch.setattr(writing, "_aside", full)
    ended = layouts(axes=DAYS)
    assert (ended.code, ended.out) == (2, "")
    assert "No space left on device" in ended.err
    after = files(tmp_path / "outputs/fragile-layouts")
    pages = ("layouts.csv", "layouts.html")
    assert [after[name] for name in pages] == [before[name] for name in pages]


def test_paths_elsewhere_are_said_whole(layouts, tmp_path):
    answer = use_case.layouts(laid_out(tmp_path / "data", DAYS), InTurn(), tmp_path / "out")
    said = [*words.lines(answer, tmp_path / "here")]
    assert said[-1] == f"  {tmp_path}/out/layouts.html"


def test_a_front_of_nothing_is_said(layouts):
    said = layouts(
        axes=DAYS, **{"fragile/layouts.yaml": f"axes:\n{DAYS}criteria: [speakers-at-3-minutes]\n"}
    ).out
    assert "None: of no proven layout that breaks nothing all of these are known." in said


def test_what_a_layout_breaks_by_its_own_data_is_said(layouts):
    said = layouts(**DATED)
    assert (
        "Not on the front, as their own data breaks a clause\n  3 layouts: wish/done is broken: " in said.out
    )
    assert said.code == 0


class LosingTheFirst(InTurn):
    """Does one task after the other, and loses the first problem."""

    def run(self, work, tasks):
        for number, result in super().run(work, tasks):
            yield (
                number,
                Failed("3 workers were lost") if (work.__name__, number) == ("solved", 0) else result,
            )


def test_a_front_of_proven_layouts_alone_is_called_so(layouts, monkeypatch):
    only = "Only layouts that are proven are among them."
    assert only not in " ".join(layouts().out.split())
    monkeypatch.setattr(command, "_executor", lambda *_: LosingTheFirst())
    assert only in " ".join(layouts("--no-kept").out.split())


def test_where_nothing_is_proven_there_is_no_front(layouts, monkeypatch):
    monkeypatch.setattr(command, "_executor", lambda *_: Counting(lost="solved"))
    assert "Pareto" not in layouts().out


def test_reasons_that_are_missing_are_not_called_unverified(layouts, monkeypatch):
    monkeypatch.setattr(command, "_executor", lambda *_: Counting(lost="explained"))
    said = " ".join(layouts().out.split())
    assert "why was not found out in the time given." in said
    assert "Not verified in the time given" not in said
    cells = layouts("--json", "--no-kept").json["layouts"]
    assert {(one["status"], one["verified"]) for one in cells} == {("optimal", True), ("impossible", False)}
