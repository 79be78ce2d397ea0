"""``hemicycle schedule``: its options, what it prints, and how it ends."""

import os
import signal
import sys
from pathlib import Path

import pytest

from scheduler.counting import Shortage
from scheduler.domain.programme import LevelResult, Stopped
from scheduler.domain.verdict import Verdict
from scheduler.publishing import FORMATS
from scheduler.solving import Stop
from scheduler.use_cases import schedule as use_case
from scheduler.use_cases.explain import ClashMember, ExplainAnswer, ExplainedClash
from scheduler.use_cases.freezing import CannotFreeze
from scheduler.use_cases.going_on import Earlier
from tests.publishing.programmes import BREACH, OPEN, forum, programme, released

from .running import hemicycle, scheduled


class Fake:
    """Stands for the use case: remembers what it was asked, and gives its answer."""

    def __init__(self):
        self.answer = scheduled()
        self.asked = {}
        self.tells = ("level 1 of 2",)
        self.shortages = ()
        self.earlier = None
        self.press = 0

    def __call__(self, folder, output, formats, limits, *, from_scratch, freeze, tell, **at_once):
        self.asked = {
            "folder": folder,
            "output": output,
            "formats": formats,
            "seconds": limits.seconds,
            "reproducible": limits.reproducible,
            "anytime": limits.anytime,
            "from_scratch": from_scratch,
            "freeze": freeze,
        }
        if self.answer.breaches:
            at_once["on_breaches"](self.answer.breaches)
        if self.shortages:
            at_once["on_shortages"](self.shortages)
        if self.earlier:
            at_once["on_earlier"](self.earlier)
        for sentence in self.tells:
            tell(sentence)
        for _ in range(self.press):
            limits.deadline.keep()
            os.kill(os.getpid(), signal.SIGINT)
        return self.answer


@pytest.fixture
def fake(monkeypatch, tmp_path):
    (tmp_path / "data/mini").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    found = Fake()
    monkeypatch.setattr(use_case, "schedule", found)
    return found


def schedule(capsys, *options):
    return hemicycle(capsys, "schedule", "data/mini", *options)


def test_without_options_everything_is_written_without_a_limit(fake, capsys):
    assert schedule(capsys).code == 0
    assert fake.asked == {
        "folder": Path("data/mini"),
        "output": None,
        "formats": tuple(FORMATS),
        "seconds": None,
        "reproducible": False,
        "anytime": True,
        "from_scratch": False,
        "freeze": (),
    }


def test_options_reach_the_use_case(fake, capsys):
    options = ("--output", "there", "--formats", "json, ics,json", "--time-limit", "2.5", "--from-scratch")
    assert schedule(capsys, *options, "--reproducible").code == 0
    assert fake.asked == {
        "folder": Path("data/mini"),
        "output": Path("there"),
        "formats": ("json", "ics"),
        "seconds": 2.5,
        "reproducible": True,
        "anytime": True,
        "from_scratch": True,
        "freeze": (),
    }


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--formats", "jsn"), "there is no format 'jsn'. Maybe json"),
        (("--formats", " , "), "no format is named. Maybe json,ics"),
        (("--reproducible",), "--reproducible is about what --time-limit cuts off. Maybe --time-limit 60"),
        (("--time-limit", "0"), "0 is no length of time. Maybe 60"),
        (("--time-limit", "nan"), "nan is no length of time. Maybe 60"),
        (("--time-limit", "inf"), "inf is no length of time. Maybe 60"),
        (("--time-limit", "soon"), "'soon' is no number of seconds. Maybe 60"),
        (("--time-limit", "3 days"), "'3 days' is no number of seconds. Maybe 60"),
        (("--time-limit", "1m"), "'1m' is no number of seconds. Maybe 60"),
        (("--time-limit", "1.5 Hours"), "'1.5 Hours' is no number of seconds. Maybe 5400"),
        (("--time-limit", "90s"), "'90s' is no number of seconds. Maybe 90"),
    ],
)
def test_wrong_options_are_bad_usage(fake, capsys, options, sentence):
    ended = schedule(capsys, *options)
    assert (ended.code, ended.out, fake.asked) == (2, "", {})
    assert sentence in ended.err


@pytest.mark.parametrize("output", ["data/mini", "data/mini/outputs/new", "link"])
def test_outputs_do_not_go_among_the_data(output, fake, capsys, tmp_path):
    (tmp_path / "data/mini/forum.yaml").touch()
    (tmp_path / "link").symlink_to(tmp_path / "data/mini")
    ended = schedule(capsys, "--output", output)
    assert (ended.code, ended.out, fake.asked) == (2, "", {})
    said = f"{output} lies among the data of mini, and outputs do not go there. Maybe outputs/mini"
    assert said in " ".join(ended.err.split())


def test_it_prints_the_grid_the_levels_the_clauses_kept_and_the_files(fake, capsys):
    fake.answer = scheduled(released())
    out = schedule(capsys).out
    assert out.startswith("International Migration Review Forum 2022\n")
    assert "10:00-13:00 | Round table 3" in out
    assert "\nLevels of the objective\n  1. 0 (proven)  stay: Stay with the last release.\n" in out
    assert (
        "\n  2. 60 (proven)  summaries: Two hours for the summaries; gone. At level 2 this timetable is"
        in out
    )
    assert "\nClauses kept\n" in out
    assert "    paragraph 18(a): 18(a)/order\n" in out
    assert "\nCharges\n  summaries, imrf-2022 (preference, price 60): Only 2 hours" in out
    assert "\nOpen\n  21(c)/two, paragraph 21(c) of ares-73-326 (mandate): The moderator" in out
    assert "\nClauses set aside\n  no-parallel: Four round tables, three meetings.\n" in out
    assert out.endswith(
        "\nFiles\n"
        "  outputs/imrf-2022/report.md\n"
        "  outputs/imrf-2022/timetable.json\n"
        "  outputs/imrf-2022/calendars/all.ics\n"
        "  outputs/imrf-2022/calendars/rooms/ (2 files)\n"
        "\nDone.\n"
    )


def test_a_level_that_is_not_proven_says_its_bound(fake, capsys):
    levels = (LevelResult(level=1, clauses=("gone",), value=3, bound=1),)
    fake.answer = scheduled(programme(status="feasible", levels=levels, verdict=Verdict()))
    out = schedule(capsys).out
    assert "  1. 3 (not proven, the bound is 1)  gone.\n" in out
    assert "Done: a valid timetable; time ran out before the proof; it may differ" in out


def test_files_below_the_working_folder_are_named_from_there(fake, capsys, tmp_path):
    fake.answer = scheduled(files=(tmp_path / "here/timetable.json",))
    assert "\nFiles\n  here/timetable.json\n" in schedule(capsys).out
    fake.answer = scheduled(files=(Path("/elsewhere/timetable.json"),))
    assert "\nFiles\n  /elsewhere/timetable.json\n" in schedule(capsys).out


def test_without_files_there_is_no_list_of_them(fake, capsys):
    fake.answer = scheduled(files=())
    assert "Files" not in schedule(capsys).out


@pytest.mark.parametrize(
    ("status", "code", "sentence"),
    [
        ("impossible", 3, "Proven impossible: no timetable keeps all clauses"),
        ("unknown", 4, "No timetable was found in the time given"),
        ("invalid", 70, "This is a fault of hemicycle, not of the forum's data. Nothing was written."),
    ],
)
def test_without_a_timetable_it_says_why(fake, capsys, status, code, sentence):
    fake.answer = scheduled(status=status, programme=None, files=())
    ended = schedule(capsys)
    assert ended.code == code
    assert ended.out.startswith(sentence)


def test_data_that_has_to_be_put_right_first_is_a_broken_rule(fake, capsys):
    fake.answer = scheduled(status=None, programme=None, files=(), breaches=(BREACH,))
    ended = schedule(capsys)
    assert ended.code == 1
    assert ended.out == (
        "The forum's own data breaks, whatever the timetable:\n"
        "  18(a)/order, paragraph 18(a) of ares-73-326 (mandate): round-table-4 ends at 13:00 on day-1.\n"
        "\nThe forum's data has to be put right before it can be scheduled. Nothing was written.\n"
    )


def test_a_timetable_that_breaks_a_rule_ends_with_1(fake, capsys):
    fake.answer = scheduled(programme(verdict=Verdict(breaches=(BREACH,), opens=(OPEN,))))
    ended = schedule(capsys)
    assert ended.code == 1
    assert "\nBreaches\n  18(a)/order, paragraph 18(a)" in ended.out
    assert "Done: not valid: it breaks 1 clause" in ended.out


def test_a_quarrel_of_solver_and_judge_is_a_fault_of_ours(fake, capsys):
    fake.answer = scheduled(programme=None, files=(), faults=("level 1 costs 3 by the solver and 4",))
    ended = schedule(capsys)
    assert ended.code == 70
    assert "Nothing was written.\n\nSolver and judge disagree\n  level 1 costs 3" in ended.out


def test_what_is_impossible_is_explained(fake, capsys):
    member = ClashMember("length hearing", "", "Hearing has 2 meetings")
    found = ExplainAnswer(forum(), False, clashes=(ExplainedClash((member,), True),), given=("hours",))
    fake.answer = scheduled(status="impossible", programme=None, files=(), explanation=found)
    ended = schedule(capsys)
    assert "\nThese cannot stand together\n  - Hearing has 2 meetings.\n" in ended.out
    assert ended.out.endswith("\nMaybe hemicycle explain, which also says what it would take.\n")
    clashes = schedule(capsys, "--json").json["explanation"]["clashes"]
    assert [one["name"] for one in clashes[0]["members"]] == ["length hearing"]


def test_what_is_counted_is_said_at_once(fake, capsys):
    fake.shortages = (Shortage("room", ("hearing-1",), (), (), "Hearing has no room"),)
    fake.answer = scheduled(status="impossible", programme=None, files=())
    said = "Counting alone says that no programme exists:\n  Hearing has no room\n\nProven impossible"
    assert schedule(capsys).out.startswith(said)
    assert schedule(capsys, "--json").json["status"] == "impossible"


def test_json_is_one_document(fake, capsys):
    fake.answer = scheduled(breaches=(BREACH,))
    ended = schedule(capsys, "--json")
    document = ended.json
    assert ended.code == 1
    assert list(document) == [
        "forum",
        "status",
        "data-breaches",
        "programme",
        "files",
        "faults",
        "contradictions",
        "explanation",
        "went-on-from",
    ]
    assert (document["went-on-from"], document["programme"]["stopped"]) == (None, None)
    assert document["data-breaches"][0]["sentence"] == BREACH.sentence
    assert document["programme"]["timetable"]["meetings"][0]["id"] == "hearing-1"
    assert document["programme"]["levels"][1] == {
        "level": 2,
        "clauses": ["summaries", "gone"],
        "value": 60,
        "bound": 60,
        "released": 90,
        "proven": True,
    }
    assert document["programme"]["charges"][0]["price"] == 60
    assert document["programme"]["set-aside"][0]["clause"] == "no-parallel"
    assert "18(a)/order" in document["programme"]["kept"]
    assert document["files"][0] == "outputs/imrf-2022/timetable.json"


def test_json_says_that_nothing_was_written(fake, capsys):
    fake.answer = scheduled(status="impossible", programme=None, files=())
    ended = schedule(capsys, "--json")
    assert (ended.code, ended.json["programme"], ended.json["files"]) == (3, None, [])


def test_a_terminal_sees_how_far_the_work_has_come(fake, capsys, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    fake.answer = scheduled(breaches=(BREACH,))
    fake.tells = ("level 1 of 2: [bold]stay",)
    ended = schedule(capsys)
    assert ended.out.startswith("The forum's own data breaks")
    assert "reading" in ended.err
    assert schedule(capsys, "--json").err == ""


def test_nothing_but_the_answer_goes_into_a_pipe(fake, capsys):
    assert schedule(capsys).err == ""


def test_what_a_terminal_would_obey_is_not_printed(fake, capsys):
    plain = programme()
    nasty = plain.replace(verdict=Verdict(opens=(OPEN.replace(sentence="the \x1b]0;title\x07 is \x9b31m"),)))
    fake.answer = scheduled(nasty)
    assert not set("\x1b\x07\x9b") & set(schedule(capsys).out)


def test_freezing_and_passing_the_release_over_do_not_go_together(fake, capsys):
    ended = schedule(capsys, "--freeze", "plenary", "--from-scratch")
    assert ended.code == 2
    assert "--freeze keeps to a release that --from-scratch passes over. Maybe only one" in ended.err


def test_what_cannot_be_frozen_is_bad_usage(fake, capsys, monkeypatch):
    def failing(*_arguments, **_more):
        raise CannotFreeze("there is no 'round-tabel' to be frozen. Maybe round-table-1")

    monkeypatch.setattr(use_case, "schedule", failing)
    ended = schedule(capsys, "--freeze", "round-tabel")
    assert ended.code == 2
    assert "there is no 'round-tabel' to be frozen. Maybe round-table-1" in ended.err


def test_a_run_that_goes_on_says_so_at_once_and_at_the_end(fake, capsys, tmp_path):
    file = tmp_path / "outputs/mini/timetable.json"
    fake.earlier = Earlier(file, Stop(programme().timetable))
    fake.answer = scheduled(went_on_from=file)
    out = schedule(capsys).out
    assert out.startswith("Goes on from outputs/mini/timetable.json, which is not proven yet.\n\n")
    assert "\nIt went on from what an earlier run had found: outputs/mini/timetable.json.\n\nFiles\n" in out
    assert schedule(capsys, "--json").json["went-on-from"] == str(file)


def test_a_run_that_begins_anew_says_why(fake, capsys, tmp_path):
    fake.earlier = Earlier(tmp_path / "outputs/mini/timetable.json", because="rooms.yaml changed since")
    said = (
        "Begins anew, and not from outputs/mini/timetable.json, which is not proven: rooms.yaml changed since"
    )
    assert schedule(capsys).out.startswith(f"{said}.\n")


def test_the_first_ctrl_c_stops_the_search_and_the_second_the_run(fake, capsys, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    fake.press = 1
    ended = schedule(capsys)
    assert ended.code == 0
    assert "stopping with the best found; a second Ctrl-C ends at once" in ended.err
    fake.press = 2
    assert schedule(capsys).code == 130


def test_json_says_what_ended_a_run(fake, capsys):
    stopped = Stopped(by="planner", frozen=("room:hall",))
    fake.answer = scheduled(programme(status="feasible", stopped=stopped, verdict=Verdict()))
    document = schedule(capsys, "--json").json
    assert document["programme"]["stopped"] == {
        "by": "planner",
        "reproducible": False,
        "frozen": ["room:hall"],
        "spared": [],
    }
