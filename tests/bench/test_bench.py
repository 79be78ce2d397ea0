"""The bench: conferences become forums, answers are judged fairly, figures say what they mean."""

import json
import sys
from pathlib import Path

import pytest

from bench import __main__ as bench
from bench import explaining, large, losing, planted, speaking, startup
from bench import race as racing
from bench.conference import Conference, faults, moves, places_of, read, window, write_forum
from bench.figures import Figure, table
from bench.race import race
from bench.timing import Times, alternate
from scheduler.reading import read_forum
from scheduler.use_cases.schedule import schedule
from tests.use_cases.fragile import write as fragile

SAID = {
    "E": 3,
    "R": 1,
    "T": 12,
    "caps": [50],
    "events": [
        {"id": 0, "demand": 10, "unav": [1, *range(3, 12)]},
        {"id": 1, "demand": 10, "unav": list(range(2, 12))},
        {"id": 2, "demand": 10, "unav": [0, 1]},
    ],
    "clash": [[0, 1]],
}
OLD = {"0": [1, 0], "1": [0, 0], "2": [11, 0]}


@pytest.fixture(params=[{}, {"old": OLD}], ids=["any", "moves"])
def conference(request, tmp_path):
    file = tmp_path / "conf_mini.json"
    file.write_text(json.dumps(SAID | request.param))
    return read(file)


def test_a_conference_becomes_a_forum_that_is_solved_and_judged_fair(conference, tmp_path):
    folder = write_forum(conference, tmp_path / "data")
    answer = schedule(folder, tmp_path / "out", ("json",))
    assert answer.status == "optimal"
    places = places_of(json.loads((tmp_path / "out/timetable.json").read_text()))
    assert faults(conference, places) == []
    assert moves(conference, places) == (1 if conference.old else 0)


def test_the_forum_says_what_the_conference_says(conference, tmp_path):
    forum = read_forum(write_forum(conference, tmp_path / "data")).forum
    assert [session.session for session in forum.sessions] == ["talk-0", "talk-1", "talk-2"]
    assert len(forum.clock.days) == 2
    assert (forum.release is not None) == bool(conference.old)
    rules = [clause.rule for clause in forum.all_clauses]
    assert rules.count("outside") == 3
    assert ("keep-to-release" in rules) == bool(conference.old)


def test_times_are_40_minutes_apart_on_days_of_ten():
    assert window(0) == "day-1 09:00-09:30"
    assert window(9) == "day-1 15:00-15:30"
    assert window(10) == "day-2 09:00-09:30"


@pytest.mark.parametrize(
    ("places", "fault"),
    [
        ({0: (0, 0), 1: (1, 0)}, "not every talk is held once"),
        ({0: (2, 0), 1: (1, 0), 2: (2, 0)}, "two talks share a slot"),
        ({0: (1, 0), 1: (0, 0), 2: (2, 0)}, "talk 0 cannot be held at time 1"),
        ({0: (0, 0), 1: (0, 1), 2: (2, 0)}, "talks 0 and 1 clash at time 0"),
    ],
)
def test_what_is_wrong_is_found_without_hemicycle(places, fault):
    assert faults(Conference("mini", SAID), places) == [fault]


def figure(ours: float, aim: float = 0.5) -> Figure:
    return Figure("a command", Times((ours, 3 * ours, ours)), Times((2.0, 2.0, 4.0)), aim)


def test_a_figure_is_the_ratio_of_medians():
    assert figure(1.0).ratio == 0.5
    assert figure(1.0).met
    assert figure(1.0).line.endswith("  0.500  0.500  at most 0.5   met")
    assert figure(1.01).line.endswith("MISSED")
    assert table("Title", [figure(1.0)]).splitlines()[0] == "Title"


def test_commands_run_in_alternation_and_the_first_round_is_not_measured(tmp_path):
    log = tmp_path / "log"

    def writing(name):
        return lambda number: ["sh", "-c", f"echo {name}{number} >> {log}"]

    times = alternate({"a": writing("a"), "b": writing("b")}, 2)
    assert log.read_text().split() == ["a0", "b0", "a1", "b1", "a2", "b2"]
    assert [len(one.seconds) for one in times.values()] == [2, 2]
    assert 0 < times["a"].least <= times["a"].typical


def test_a_command_that_fails_is_told():
    with pytest.raises(RuntimeError, match="ended with 3: no way"):
        alternate({"a": lambda _: ["sh", "-c", "echo no way; exit 3"]}, 1)


_OURS = [sys.executable, "-m", "scheduler.cli"]
_THEIRS = """
import json, sys
json.dump({places}, open(sys.argv[2], "w"))
"""


def ran(tmp_path, monkeypatch, places):
    """Race against a program that always gives the same answer."""
    file, theirs = tmp_path / "conf100_mini.json", tmp_path / "theirs.py"
    file.write_text(json.dumps(SAID | {"old": OLD}))
    theirs.write_text(_THEIRS.format(places=places))
    monkeypatch.setattr(racing, "_THEIRS", theirs)
    return race(file, tmp_path / "work", _OURS, Path(sys.executable), 1)


def test_a_race_is_fair_when_both_answers_are_right_and_equally_good(tmp_path, monkeypatch):
    ended = ran(tmp_path, monkeypatch, {0: (2, 0), 1: (0, 0), 2: (11, 0)})
    assert (ended.fair, ended.faults, ended.moves) == (True, (), (1, 1))
    assert ended.figure.name == "conf100-mini, fewest moves"


def test_a_race_with_a_wrong_answer_is_not_fair(tmp_path, monkeypatch):
    ended = ran(tmp_path, monkeypatch, {0: (0, 0), 1: (0, 0), 2: (2, 0)})
    assert not ended.fair
    assert ended.faults[0] == "conference-scheduler: two talks share a slot"
    assert not ran(tmp_path, monkeypatch, {0: (2, 0), 1: (1, 0), 2: (11, 0)}).fair


def test_all_is_printed(tmp_path, monkeypatch, capsys):
    conference = tmp_path / "conf100_mini.json"
    conference.write_text(json.dumps(SAID))
    monkeypatch.setattr(startup, "figures", lambda *_: [figure(1.0)])
    monkeypatch.setattr(speaking, "figure", lambda *_: figure(3.0, aim=3))
    monkeypatch.setattr(losing, "figure", lambda *_: figure(0.5))
    monkeypatch.setattr(explaining, "figure", lambda *_: figure(2.0, aim=10))
    monkeypatch.setattr(bench, "_layouts", lambda *_: None)
    monkeypatch.setattr(large, "amounts", lambda *_: [large.Amount("check", 1.5, 2.0, "s", 3)])
    monkeypatch.setattr(bench, "_party_calendars", lambda *_: None)
    answer = racing.Race(figure(0.5), (), (12, 12))
    monkeypatch.setattr(bench, "race", lambda *_: answer)
    bench.main(["--conferences", str(tmp_path), "--theirs", "python"])
    out = capsys.readouterr().out
    assert 'Ratios to python -c "import ortools.sat.python.cp_model, pandas' in out
    assert "Ratio to one command line for each loss" in out
    assert "Ratio to scheduling the same forum without the fault, the worst of all" in out
    assert "a command: fair, 12 and 12 moves\n" in out
    assert "Large conferences, whole processes" in out
    bench.main([])
    assert "No conference to race on. Maybe make bench BENCH_CONFERENCES=FOLDER" in capsys.readouterr().out


def test_all_losses_at_once_are_measured_beside_each_of_them(tmp_path):
    folder = fragile(tmp_path / "data")
    found = losing.figure(folder, tmp_path / "work", _OURS, 4)
    assert found.aim == 0.5
    assert len(found.ours.seconds) == len(found.base.seconds) == 1
    rooms = sorted((tmp_path / "work").glob("0-*/fragile/rooms.yaml"))
    assert len(rooms) == 4
    assert len({path.read_text() for path in rooms}) > 1
    parties = {path.with_name("parties.csv").read_text() for path in rooms}
    assert any("day-1 morning; day-2" in text or ",day-" in text for text in parties)


def test_a_loss_that_cannot_be_scheduled_is_told(tmp_path):
    ours = ["sh", "-c", "echo no way; exit 2"]
    with pytest.raises(RuntimeError, match="ended with 2: no way"):
        losing.figure(tmp_path, tmp_path / "work", ours, 1)


def test_the_worst_of_some_explanations_is_shown(tmp_path):
    slow = ["sh", "-c", "case $1$2 in explain*noon*) sleep 0.3; exit 3;; explain*) exit 3;; esac", "sh"]
    names = ("pin-on-a-wrong-day", "co-chair-arrives-at-noon-on-day-2")
    found = explaining.figure(tmp_path, slow, 1, names)
    assert found.name == "explain co-chair-arrives-at-noon-on-day-2"
    assert found.ratio > 1


def test_a_fault_is_planted_once_and_where_it_belongs(tmp_path):
    folder = planted.plant(planted.FAULTS["co-chair-arrives-at-noon-on-day-2"], tmp_path / "data")
    text = (folder / "parties.csv").read_text(encoding="utf-8")
    assert "\nthailand,Thailand,member-state,Asia-Pacific Group,,1,until day-2 12:00\n" in text
    assert text.count("until") == 1
    wrong = planted.Fault((), (planted.Edit("imrf-2022/rooms.yaml", "new", "no such text", "open:"),))
    with pytest.raises(AssertionError, match=r"does not stand in rooms\.yaml"):
        planted.plant(wrong, tmp_path / "other")
