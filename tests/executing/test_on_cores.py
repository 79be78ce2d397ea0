"""On the machine's cores a killed process costs its own task a new start, and nobody is left behind."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from multiprocessing import Pipe
from pathlib import Path
from threading import Thread

import pytest

from scheduler.executing import Failed
from scheduler.executing.in_turn import InTurn
from scheduler.executing.on_cores import OnCores, _away_from_here, cores, serve

from . import work
from .promises import ROOT, begun, is_there, until

LOST = "3 workers were lost over it, one after the other"


def test_results_come_as_they_end_from_several_processes():
    found = list(OnCores(2).run(work.whose, [0.3, 0.0, 0.0, 0.0]))
    assert [number for number, _ in found] == [1, 2, 3, 0]
    assert len({pid for _, pid in found} - {os.getpid()}) == 2


def test_a_process_that_is_killed_costs_its_own_task_a_new_start(notes):
    done = []
    running = OnCores(2).run(work.deadly_once, [(str(notes), number) for number in range(12)])
    killer = Thread(target=lambda: os.kill(until(lambda: dict(begun(notes)[::-1]).get(3)), signal.SIGKILL))
    killer.start()
    for number, result in running:
        assert result == number
        done.append(number)
    killer.join()
    assert sorted(done) == list(range(12))
    tried = [number for number, _ in begun(notes)]
    assert sorted(tried) == sorted([*range(12), 3])


@pytest.mark.parametrize("before", [None, "0"])
def test_files_of_the_working_folder_are_not_taken_for_modules(tmp_path, before):
    (tmp_path / "enum.py").write_text("raise SystemExit('a file of a planner')\n", encoding="utf-8")
    program = (
        "import os, sys; sys.path[:0] = [sys.argv[1]]\n"
        "from scheduler.executing.on_cores import OnCores\n"
        "from tests.executing import work\n"
        "print(sorted(OnCores(2).run(work.square, [2, 3])), os.environ.get('PYTHONSAFEPATH'))\n"
    )
    said = {"PYTHONSAFEPATH": before} if before else {}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"}
    ended = subprocess.run(
        [sys.executable, "-P", "-c", program, str(ROOT)],
        cwd=tmp_path,
        env={**environment, **said},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.stdout, ended.stderr) == (f"[(0, 4), (1, 9)] {before}\n", "")


def test_a_task_that_kills_each_process_fails_alone(notes):
    found = dict(OnCores(2).run(work.deadly, [(str(notes), number) for number in range(12)]))
    failed = found.pop(3)
    assert isinstance(failed, Failed)
    assert failed.because.startswith(LOST)
    assert found == {number: number for number in range(12) if number != 3}
    pids = [pid for number, pid in begun(notes) if number == 3]
    assert len(pids) == len(set(pids)) == 3


def test_a_process_that_ends_in_good_order_is_lost_all_the_same():
    failed = dict(OnCores(2).run(work.leaving, [1, 2]))
    assert [one.because.startswith(LOST) for one in failed.values()] == [True, True]


def test_a_process_that_is_killed_while_it_has_nothing_to_do_costs_nothing():
    pids = []

    def tasks():
        yield from (0.0, 0.2, 0.0)
        os.kill(pids[0], signal.SIGKILL)
        until(lambda: not is_there(pids[0]) or is_zombie(pids[0]))
        yield from (0.0, 0.0, 0.0)

    found = {}
    for number, pid in OnCores(2).run(work.whose, tasks()):
        pids.append(pid)
        found[number] = pid
    assert sorted(found) == [0, 1, 2, 3, 4, 5]


def is_zombie(pid):
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].startswith("Z")


def test_processes_end_when_nobody_wants_results_any_more():
    running = OnCores(2).run(work.whose, [0.0, 0.0, *[60.0] * 5])
    pids = [next(running)[1] for _ in range(2)]
    running.close()
    assert [pid for pid in pids if is_there(pid)] == []


def test_processes_end_when_there_is_a_fault_in_the_tasks():
    def tasks():
        yield from (60.0, 60.0)
        raise LookupError("no more")

    with pytest.raises(LookupError, match="no more"):
        list(OnCores(3).run(work.whose, tasks()))


PROGRAM = """
import sys
from scheduler.executing.on_cores import OnCores
from tests.executing import work
try:
    for _ in OnCores(2).run(work.lasting, [(sys.argv[1], number, float(sys.argv[2])) for number in range(5)]):
        pass
except KeyboardInterrupt:
    print("interrupted", flush=True)
    raise
"""


def test_nobody_is_left_after_ctrl_c(notes):
    with started(notes, 60) as running:
        os.killpg(running.pid, signal.SIGINT)  # a terminal interrupts all processes of a command
        out, err = running.communicate(timeout=20)
    assert (out, err.count("Traceback")) == ("interrupted\n", 1)
    until(lambda: not is_there(-running.pid))


def test_who_loses_the_run_ends_after_its_task(notes):
    with started(notes, 0.3) as running:
        running.kill()
        assert running.communicate(timeout=20) == ("", "")
    until(lambda: not is_there(-running.pid))
    assert len(begun(notes)) == 2


@contextmanager
def started(notes, seconds):
    """Run two processes on tasks of some seconds, in a group of their own; both have begun one."""
    command = [sys.executable, "-c", PROGRAM, str(notes), str(seconds)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, start_new_session=True, **pipes) as running:
        until(lambda: len(begun(notes)) == 2)
        yield running


def test_memory_stays_flat_because_tasks_are_taken_as_they_are_needed():
    taken = []
    running = OnCores(2).run(work.square, (taken.append(number) or number for number in range(500)))
    for done, _ in enumerate(running, start=1):
        assert len(taken) <= done + 4
    assert len(taken) == 500


@pytest.mark.parametrize(("count", "tasks"), [(1, [0.0, 0.0, 0.0]), (2, [0.0])])
def test_where_nothing_is_to_be_gained_it_is_done_in_this_process(count, tasks):
    found = list(OnCores(count).run(work.whose, tasks))
    assert found == [(number, os.getpid()) for number in range(len(tasks))]


def test_there_may_be_nothing_to_do():
    assert list(OnCores(2).run(work.square, [])) == []


def test_cores_are_those_that_the_process_may_use(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: {1, 5, 6}, raising=False)
    assert cores() == 3
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    assert cores() == 4
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert cores() == 1


def test_a_worker_serves_until_nobody_is_at_the_other_end():
    ours, theirs = Pipe()
    serving = Thread(target=serve, args=(theirs, work.square))
    serving.start()
    for number in (3, 4):
        ours.send(number)
        assert ours.recv() == number * number
    ours.close()
    serving.join(timeout=5)
    assert not serving.is_alive()
    theirs.close()


def test_side_by_side_is_faster():
    tasks = [0.05] * 8
    list(OnCores(2).run(work.whose, [0.0] * 4))
    began = time.monotonic()
    list(OnCores(2).run(work.whose, tasks))
    side_by_side, began = time.monotonic() - began, time.monotonic()
    list(InTurn().run(work.whose, tasks))
    assert side_by_side < 0.9 * (time.monotonic() - began)


@pytest.mark.parametrize("before", [None, "0"])
def test_what_the_environment_says_of_paths_is_put_back(monkeypatch, before):
    if before is None:
        monkeypatch.delenv("PYTHONSAFEPATH", raising=False)
    else:
        monkeypatch.setenv("PYTHONSAFEPATH", before)
    with _away_from_here():
        assert os.environ["PYTHONSAFEPATH"] == "1"
    assert os.environ.get("PYTHONSAFEPATH") == before
