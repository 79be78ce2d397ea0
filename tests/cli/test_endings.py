"""How a run ends badly: always with a sentence and a code, never with a traceback of bad data."""

import errno
import gc
import io
import os
import runpy
import sys

import pytest

from scheduler.cli import command, end, main, printing
from scheduler.cli.command import run
from scheduler.reading import BadData, Problem
from scheduler.use_cases import check as use_case

from .running import hemicycle


@pytest.fixture
def failing(monkeypatch, tmp_path, capsys):
    (tmp_path / "data/mini").mkdir(parents=True)
    (tmp_path / "plan.csv").write_text("")
    monkeypatch.chdir(tmp_path)

    def fail(error, *options):
        def raising(folder, file):
            raise error

        monkeypatch.setattr(use_case, "check", raising)
        return hemicycle(capsys, "check", "data/mini", "plan.csv", *options)

    return fail


TWO = BadData(
    (
        Problem("forum.yaml", 3, "first-day", "soon", "soon is no date. Maybe 2022-05-17"),
        Problem("parties.csv", None, "", "", "is empty"),
    )
)


def test_bad_data_names_each_place(failing):
    ended = failing(TWO)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "Bad data, nothing was written; 2 problems:\n"
        "  forum.yaml:3: field 'first-day': soon is no date. Maybe 2022-05-17\n"
        "  parties.csv: is empty\n"
    )


def test_bad_data_in_json(failing):
    ended = failing(TWO, "--json")
    assert ended.code == 2
    assert ended.json == {
        "error": "Bad data, nothing was written; 2 problems",
        "problems": [str(problem) for problem in TWO.problems],
    }


def test_one_problem_is_not_problems(failing):
    assert "1 problem:\n" in failing(BadData(TWO.problems[:1])).err


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "Cannot write: No space left on device."),
        (PermissionError(errno.EACCES, "Permission denied", "out"), "Cannot use out: Permission denied."),
        (FileExistsError(errno.EEXIST, "File exists", "out"), "out is a file, or lies below one, where a fo"),
        (NotADirectoryError(errno.ENOTDIR, "Not", "a/b"), "a/b is a file, or lies below one, where a folde"),
        (OSError(errno.EXDEV, "Cross", "a", None, "b"), "Cannot use b: Cross."),
        (OSError("odd"), "Cannot write: odd."),
    ],
)
def test_files_that_cannot_be_used_are_named(failing, error, sentence):
    ended = failing(error)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(sentence)


def test_an_interrupt_is_one_sentence(failing):
    ended = failing(KeyboardInterrupt())
    assert (ended.code, ended.out) == (130, "")
    assert ended.err.strip() == "Interrupted; no file is half written."


def test_an_error_of_ours_is_called_ours(failing):
    ended = failing(RuntimeError("no such thing"))
    assert ended.code == 70
    assert "Traceback" in ended.err
    assert ended.err.endswith("This is a fault of hemicycle: RuntimeError: no such thing.\n")


def test_bad_usage_in_json(capsys):
    ended = hemicycle(capsys, "check", "nowhere", "nothing", "--json")
    assert ended.code == 2
    assert "there is no folder nowhere." in ended.json["error"]
    assert ended.json["problems"] == []


def test_without_a_verb_the_help_is_shown(capsys):
    ended = hemicycle(capsys)
    assert ended.code == 2
    assert "Usage: hemicycle" in ended.err


def test_the_nearest_forum_is_offered(capsys, tmp_path, monkeypatch):
    (tmp_path / "data/imrf-2022").mkdir(parents=True)
    (tmp_path / "data/imrf-2022/forum.yaml").touch()
    (tmp_path / "data/venues").mkdir()
    monkeypatch.chdir(tmp_path)
    assert (
        "there is no folder data/imrf-222. Maybe data/imrf-2022"
        in hemicycle(capsys, "rules", "data/imrf-222").err
    )
    assert (
        "there is no folder imrf-2022. Maybe data/imrf-2022\n" in hemicycle(capsys, "rules", "imrf-2022").err
    )
    assert "there is no folder data/zzz.\n" in hemicycle(capsys, "rules", "data/zzz").err
    assert "there is no folder dota/imrf-2022.\n" in hemicycle(capsys, "rules", "dota/imrf-2022").err
    ended = hemicycle(capsys, "rules", "data/imrf-2022/forum.yaml")
    assert "data/imrf-2022/forum.yaml is a file. Maybe data/imrf-2022, the folder it is in" in ended.err


def test_the_version_is_that_of_the_distribution(capsys):
    assert hemicycle(capsys, "--version").out == "hemicycle 0.1.0\n"


@pytest.fixture
def process(monkeypatch):
    """Let a test start and end the command as a process of its own would."""
    monkeypatch.setattr(os, "_exit", sys.exit)
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "__all__")
    threshold = gc.get_threshold()
    yield
    gc.set_threshold(*threshold)


@pytest.mark.parametrize("start", [main, lambda: runpy.run_module("scheduler.cli", run_name="__main__")])
def test_it_ends_the_process(process, monkeypatch, capsys, start):
    monkeypatch.setattr(sys, "argv", ["hemicycle", "--help"])
    with pytest.raises(SystemExit) as ended:
        start()
    assert ended.value.code == 0
    assert "Usage: hemicycle" in capsys.readouterr().out


def test_an_interrupt_of_the_very_start_is_one_sentence(process, monkeypatch, capsys):
    def interrupted(_arguments, _heard):
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "run", interrupted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130
    assert capsys.readouterr().err == "Interrupted; no file is half written.\n"


def test_a_stream_that_is_closed_does_not_keep_it_from_ending(process, monkeypatch):
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    sys.stdout.close()
    with pytest.raises(SystemExit) as ended:
        end(3)
    assert ended.value.code == 3


class Closed:
    """A standard stream whose reader has gone."""

    def __init__(self, number):
        self.number = number

    def fileno(self):
        return self.number


@pytest.mark.parametrize(("to_errors", "name"), [(False, "stdout"), (True, "stderr")])
def test_nobody_has_to_read_to_the_end(monkeypatch, to_errors, name):
    reader, writer = os.pipe()
    os.close(reader)

    def broken(*_args, **_options):
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr(sys, name, Closed(writer))
    monkeypatch.setattr(printing.click, "echo", broken)
    printing.say("a line", to_errors=to_errors)
    assert os.write(writer, b"goes nowhere") == 12
    os.close(writer)


def test_what_is_said_after_the_verdict_keeps_its_code(monkeypatch, failing):
    assert run(["rules"]) == 0
