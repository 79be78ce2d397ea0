"""A real browser for pages with a script, spoken to through its debugging pipe: no network, no package."""

import json
import os
import select
import shutil
import subprocess
import sys
from pathlib import Path
from time import monotonic
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SECONDS = 30
_TO_3_AND_4 = """
import fcntl, os, sys
far = [fcntl.fcntl(int(one), fcntl.F_DUPFD, 10) for one in sys.argv[1:3]]
os.dup2(far[0], 3)
os.dup2(far[1], 4)
os.execvp(sys.argv[3], sys.argv[3:])
"""
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--no-first-run",
    "--remote-debugging-pipe",
)


class Missing(Exception):
    """This machine has no browser."""


class Chromium:
    """One page in a browser that ends with the ``with`` block."""

    def __init__(self, folder: Path) -> None:
        found = next(filter(None, map(shutil.which, NAMES)), None)
        if found is None:
            raise Missing("chromium is not installed")
        theirs_in, self.out = os.pipe()
        self.into, theirs_out = os.pipe()
        self.number, self.rest, self.session = 0, b"", ""
        self.said: list[dict[str, Any]] = []
        words = (str(theirs_in), str(theirs_out), found, *FLAGS, f"--user-data-dir={folder}")
        self.process = subprocess.Popen(
            [sys.executable, "-c", _TO_3_AND_4, *words],
            pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)

    def __enter__(self) -> "Chromium":
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable")
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(SECONDS)
        os.close(self.out)
        os.close(self.into)

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """Send a command, and wait for what comes of it."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while (answer := self.next()).get("id") != self.number:
            self.said.append(answer)
        assert "error" not in answer, answer
        return answer["result"]  # type: ignore[no-any-return]

    def next(self) -> dict[str, Any]:
        """Read one message."""
        until = monotonic() + SECONDS
        while b"\0" not in self.rest:
            assert select.select([self.into], [], [], max(0, until - monotonic()))[0], "the browser is silent"
            self.rest += os.read(self.into, 1 << 20)
        message, _, self.rest = self.rest.partition(b"\0")
        return json.loads(message)  # type: ignore[no-any-return]

    def open(self, page: Path, part: str = "") -> None:
        """Load a page anew, at a part of it, and wait until its script has run."""
        self.ask("Page.navigate", url="about:blank")
        self.said.clear()
        self.ask("Page.navigate", url=f"{page.as_uri()}{part}")
        until = monotonic() + SECONDS
        while self("location.protocol + document.readyState") != "file:complete":
            assert monotonic() < until, "the page does not load"

    def __call__(self, script: str) -> Any:
        """Return what an expression is in the page."""
        found = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def press(self, key: str, code: int, text: str = "") -> None:
        """Press a key and let it go."""
        for kind in ("keyDown", "keyUp"):
            about: dict[str, object] = {"key": key, "code": key, "windowsVirtualKeyCode": code}
            if text and kind == "keyDown":
                about["text"] = text
            self.ask("Input.dispatchKeyEvent", type=kind, **about)

    @property
    def complaints(self) -> list[object]:
        """What the page has thrown or logged since it was opened."""
        self("0")
        kinds = ("Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled")
        return [one["params"] for one in self.said if one.get("method") in kinds]
