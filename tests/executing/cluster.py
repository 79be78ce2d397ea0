"""A real Dask cluster for tests: a scheduler and workers, each a process of its own on this machine."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from .promises import ROOT, until

_SETTINGS = {
    "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "critical",
    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",  # whoever was with a lost worker is given up
}


class Missing(Exception):
    """This machine has no Dask."""


@dataclass
class Cluster:
    """An address, and the processes behind it that were started here."""

    folder: Path
    address: str
    scheduler: "subprocess.Popen[bytes]"
    started: ExitStack

    def add_worker(self, *options: str, **environment: str) -> "subprocess.Popen[bytes]":
        """Start a worker with one thread, and without a nanny, who would start another when it is lost."""
        command = ["dask_worker", self.address, "--no-nanny", "--nthreads=1", "--no-dashboard"]
        command += ["--host=127.0.0.1", "--worker-port=0", f"--local-directory={self.folder}"]
        return self.started.enter_context(_process(self.folder, command, options, environment))


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[Cluster, list["subprocess.Popen[bytes]"]]]:
    """Start a scheduler on a free port and some workers; all end with the test."""
    if not find_spec("distributed"):
        raise Missing("dask's distributed is not installed: make test sees to it")
    said = folder / "scheduler.json"
    command = ["dask_scheduler", "--host=127.0.0.1", "--port=0", "--no-dashboard", f"--scheduler-file={said}"]
    with ExitStack() as started:
        scheduler = started.enter_context(_process(folder, command, (), {}))
        until(lambda: said.exists() and said.read_bytes())
        made = Cluster(folder, json.loads(said.read_text())["address"], scheduler, started)
        yield made, [made.add_worker() for _ in range(workers)]


@contextmanager
def _process(
    folder: Path, command: list[str], options: tuple[str, ...], environment: dict[str, str]
) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a program of Dask with options of Python, and end it by its number."""
    with (folder / "log").open("ab") as log:
        running = subprocess.Popen(
            [sys.executable, *options, "-m", f"distributed.cli.{command[0]}", *command[1:]],
            cwd=folder if options else ROOT,
            env=os.environ | _SETTINGS | {"DASK_CONFIG": str(folder)} | environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        yield running
    finally:
        running.kill()
        running.wait()
