"""Real programs that subscribe to a calendar: vdirsyncer, and Radicale."""

import re
import subprocess
from abc import ABC, abstractmethod
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = ROOT / ".venv-subscribers"
_SERVER = Path(__file__).with_name("radicale_server.py")
_COLLECTION = "/planner/forum/"


class Missing(Exception):
    """The subscribers are not set up on this machine."""


def program(name: str) -> Path:
    """Return a program of the subscribers' own environment."""
    if not (PROGRAMS / "made").exists():
        raise Missing("vdirsyncer and Radicale are not set up. Maybe make readers, with a package index")
    return PROGRAMS / "bin" / name


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of what works."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder over HTTP on this machine, and return its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def radicale(folder: Path) -> Iterator[int]:
    """Run Radicale with an empty calendar collection, and return its port."""
    command = [program("python"), _SERVER, folder / "radicale"]
    quiet = {"stderr": subprocess.DEVNULL, "cwd": folder}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **quiet) as running:
        try:
            assert running.stdout
            port = int(running.stdout.readline())
            asked(port, "MKCALENDAR", _COLLECTION)
            yield port
        finally:
            running.terminate()


def asked(port: int, method: str, path: str, body: bytes = b"", kind: str = "application/xml") -> bytes:
    """Ask Radicale, and return its answer; anything but success is a fault."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {
        "Authorization": f"Basic {b64encode(b'planner:').decode()}",
        "Content-Type": kind,
        "Depth": "1",
    }
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        content = answer.read()
    finally:
        connection.close()
    assert answer.status in {200, 201, 204, 207}, f"{method} {path}: {answer.status} {content!r}"
    return content


_QUERY = b"""<?xml version="1.0"?>
<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">
<d:prop><c:calendar-data/></d:prop>
<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"/></c:comp-filter></c:filter>
</c:calendar-query>"""


def items_of(port: int) -> list[bytes]:
    """Return every item of Radicale's collection (RFC 4791, 7.8)."""
    found = ET.fromstring(asked(port, "REPORT", _COLLECTION, _QUERY))
    return [(one.text or "").encode() for one in found.iter("{urn:ietf:params:xml:ns:caldav}calendar-data")]


class Subscriber(ABC):
    """Follows one calendar; ``keeps_uids`` tells whether events have the UIDs of the calendar there."""

    keeps_uids = True

    @abstractmethod
    def refresh(self) -> None:
        """Look for what is new."""

    @abstractmethod
    def items(self) -> list[bytes]:
        """Return what is held now, each item as a calendar of its own."""


_CONFIG = """[general]
status_path = "status/"
[pair forum]
a = "calendar"
b = "own"
collections = null
conflict_resolution = "a wins"
[storage calendar]
{calendar}
read_only = true
[storage own]
{own}
"""


class Vdirsyncer(Subscriber):
    """A storage that vdirsyncer keeps in step with a calendar, at an address or in a file.

    At an address it knows events by their contents alone, and gives them UIDs of its own.
    """

    def __init__(self, folder: Path, calendar: str | Path, port: int | None) -> None:
        self.folder, self.port = folder, port
        self.keeps_uids = isinstance(calendar, Path)
        there = f'type = "singlefile"\npath = "{calendar}"' if self.keeps_uids else _storage("http", calendar)
        (folder / "config").write_text(_CONFIG.format(calendar=there, own=self._own()))
        self._run("discover")

    def _own(self) -> str:
        """Describe a folder with a file for each event, or a collection of Radicale."""
        if self.port is None:
            (self.folder / "events").mkdir()
            return 'type = "filesystem"\npath = "events/"\nfileext = ".ics"'
        address = f"http://127.0.0.1:{self.port}{_COLLECTION}"
        return _storage("caldav", address) + '\nusername = "planner"\npassword = "x"'

    def _run(self, verb: str) -> None:
        command = [program("vdirsyncer"), "--config", "config", verb]
        ended = subprocess.run(
            command, capture_output=True, text=True, cwd=self.folder, check=False, timeout=60
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
        assert not re.search(r"(?im)^(error|critical)", ended.stderr), ended.stderr

    def refresh(self) -> None:
        self._run("sync")

    def items(self) -> list[bytes]:
        if self.port is None:
            return [path.read_bytes() for path in sorted((self.folder / "events").iterdir())]
        return items_of(self.port)


def _storage(kind: str, address: str | Path) -> str:
    return f'type = "{kind}"\nurl = "{address}"'


class Upload(Subscriber):
    """A collection of Radicale, into which somebody puts the whole calendar after each release."""

    def __init__(self, file: Path, port: int) -> None:
        self.file, self.port = file, port

    def refresh(self) -> None:
        asked(self.port, "PUT", _COLLECTION, self.file.read_bytes(), "text/calendar; charset=utf-8")

    def items(self) -> list[bytes]:
        return items_of(self.port)
