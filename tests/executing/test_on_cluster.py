"""On a Dask cluster a killed worker costs its own tasks a new start, and what is wrong is said."""

import os
import re
import signal
import socket
import sys
import sysconfig
from collections import Counter
from contextlib import contextmanager
from threading import Thread

import pytest

from scheduler.executing import Failed, NoCluster, on_cluster, waiting
from scheduler.executing.on_cluster import OnCluster, differing

from . import cluster as clusters
from . import work
from .cluster import Missing, cluster
from .promises import begun, keeps_its_promises, until


@pytest.fixture(autouse=True)
def quick_looks(monkeypatch):
    monkeypatch.setattr(on_cluster, "_SECONDS_BETWEEN_LOOKS", 0.2)


@contextmanager
def aloud():
    """Skip a test, and say so, where Dask is missing; under CI it fails."""
    try:
        yield
    except Missing as missing:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(missing))


def test_one_of_two_workers_is_killed_half_way(tmp_path, notes, monkeypatch):
    monkeypatch.setattr(waiting, "MOST_WORKERS_LOST", 2)
    with aloud(), cluster(tmp_path, workers=2) as (made, workers):
        keeps_its_promises(OnCluster(made.address), notes)
        notes.write_text("")
        done = kill_whoever_does_3(notes, made.address)
        assert sorted(done) == list(range(12))
        assert [worker.poll() for worker in workers].count(None) == 1
        made.add_worker()
        one_task_kills_them_all(notes, made)


def kill_whoever_does_3(notes, address):
    tasks = [(str(notes), number) for number in range(12)]
    killer = Thread(target=lambda: os.kill(until(lambda: dict(begun(notes)).get(3)), signal.SIGKILL))
    killer.start()
    done = [result for _, result in OnCluster(address).run(work.deadly_once, tasks)]
    killer.join()
    killed = dict(begun(notes)[::-1])[3]
    numbers = Counter(number for number, _ in begun(notes))
    twice = {number for number, times in numbers.items() if times == 2}
    assert max(numbers.values()) == 2
    assert 3 in twice <= {number for number, pid in begun(notes) if pid == killed}
    return done


def one_task_kills_them_all(notes, made):
    """Two are killed, and a third comes when they are gone; nothing else is lost."""
    notes.write_text("")
    found = {}
    for number, result in OnCluster(made.address).run(work.deadly, [(str(notes), n) for n in range(8)]):
        found[number] = result
        if len(found) == 1:
            made.add_worker()
    failed = found.pop(3)
    assert isinstance(failed, Failed)
    assert failed.because.startswith("2 workers were lost over it, one after the other")
    assert found == {number: number for number in range(8) if number != 3}


def test_the_cluster_is_lost_on_the_way(tmp_path, monkeypatch):
    monkeypatch.setattr(on_cluster, "SECONDS_WITHOUT_WORKERS", 0.5)
    with aloud(), cluster(tmp_path, workers=1) as (made, workers):
        running = OnCluster(made.address).run(work.whose, [0.0, *[60.0] * 5])
        assert next(running) == (0, workers[0].pid)
        workers[0].kill()
        with pytest.raises(NoCluster, match="cannot be used: it has no workers"):
            next(running)
        made.add_worker()
        monkeypatch.setattr(on_cluster, "_SECONDS_BETWEEN_LOOKS", 30)
        running = OnCluster(made.address).run(work.whose, [0.0, *[60.0] * 5])
        next(running)
        made.scheduler.kill()
        with pytest.raises(NoCluster, match="its scheduler was lost on the way"):
            next(running)


def test_the_scheduler_does_not_answer_any_more(tmp_path, monkeypatch):
    with aloud(), cluster(tmp_path, workers=0) as (made, _):
        import distributed

        def lost(_client):
            raise distributed.comm.CommClosedError

        monkeypatch.setattr(distributed.Client, "nthreads", lost)
        assert "its scheduler was lost on the way" in no_cluster(made.address)


def test_a_worker_has_something_else_installed(tmp_path):
    with aloud(), cluster(tmp_path, workers=0) as (made, _):
        made.add_worker("-S", PYTHONPATH=sysconfig.get_path("purelib"))
        assert re.search(
            r"a worker cannot begin \(No module named 'scheduler.*\)\. Maybe install",
            no_cluster(made.address),
        )
        about = tmp_path / "hemicycle-0.0.9.dist-info"
        about.mkdir()
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: hemicycle\nVersion: 0.0.9\n")
        made.add_worker(PYTHONPATH=str(tmp_path))
        until(lambda: "has hemicycle 0.0.9, and here is 0.1.0. Maybe install" in no_cluster(made.address))


VERSIONS = {"hemicycle": "0.1.0", "ortools": "9.15", "distributed": "2.2"}
OTHER = {
    "the worker tcp://b lacks hemicycle, and here is 0.1.0. Maybe install hemicycle 0.1.0 there": {
        "tcp://a": VERSIONS,
        "tcp://b": VERSIONS | {"hemicycle": None},
    },
    "its scheduler has distributed 2.1, and here is 2.2. Maybe install distributed 2.2 there": {
        "scheduler": {"distributed": "2.1"},
        "tcp://a": VERSIONS | {"ortools": "9.14"},
    },
    "the worker tcp://a has ortools 9.14, and here is 9.15. Maybe install ortools 9.15 there": {
        "tcp://a": VERSIONS | {"ortools": "9.14"}
    },
    None: {"tcp://a": VERSIONS},
}


@pytest.mark.parametrize("sentence", OTHER)
def test_what_differs_is_named_with_both_versions(sentence):
    there = {name: {"packages": packages} for name, packages in OTHER[sentence].items()}
    scheduler = there.pop("scheduler", {"packages": {"distributed": "2.2"}})
    assert differing({"client": {"packages": VERSIONS}, "scheduler": scheduler, "workers": there}) == sentence


@contextmanager
def somebody(answer):
    """Listen on a free port, and answer whoever comes with the same bytes, or with nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve():
            while True:
                try:
                    there, _ = server.accept()
                except OSError:
                    return
                there.sendall(answer)

        serving = Thread(target=serve, daemon=True)
        serving.start()
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)
        serving.join()


def no_cluster(address):
    with pytest.raises(NoCluster) as raised:
        list(OnCluster(address).run(work.square, [1, 2]))
    assert raised.value.address == address
    return str(raised.value)


SILENT = "The cluster at {} cannot be used: no scheduler of Dask answers there within "


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n"])
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_who_answers_is_no_scheduler(monkeypatch, answer):
    monkeypatch.setattr(on_cluster, "SECONDS_TO_CONNECT", 0.5)
    with somebody(answer) as address:
        assert no_cluster(address).startswith(SILENT.format(address))


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:9", "elsewhere", "tcp://127.0.0.1:port", "smoke://signals:1"]
)
def test_nobody_is_at_an_address(monkeypatch, address):
    monkeypatch.setattr(on_cluster, "SECONDS_TO_CONNECT", 0.5)
    assert no_cluster(address).startswith(SILENT.format(address))


def test_dask_is_not_installed(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert no_cluster("tcp://127.0.0.1:9").endswith(
        "dask's distributed is not installed here. Maybe python -m pip install 'hemicycle[cluster]'"
    )


def test_where_dask_is_missing_tests_are_skipped_and_under_ci_fail(monkeypatch, tmp_path):
    monkeypatch.setattr(clusters, "find_spec", lambda _name: None)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Missing, match="distributed is not installed"), aloud(), cluster(tmp_path, workers=0):
        pass
    monkeypatch.setenv("CI", "")
    skipped = pytest.skip.Exception
    with pytest.raises(skipped, match="distributed is not installed"), aloud(), cluster(tmp_path, workers=0):
        pass
