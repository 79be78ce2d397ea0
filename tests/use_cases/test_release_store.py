"""``releases/`` on the disk: each number once, whole or not at all, whoever else is at work."""

import errno
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scheduler.publishing.release_json import facts_bytes, release_bytes
from scheduler.reading import read_forum
from scheduler.reading.releases import digest_of, facts_name
from scheduler.use_cases import release_store
from scheduler.use_cases.release import Order, release
from scheduler.use_cases.release_store import NoLongerLast, digest_of_release, keep, release_path
from tests.use_cases.releasing import at, files, out, plan, released, unreleased

FACTS = {"title": "A forum"}
DIGEST = digest_of(FACTS)


def document(number=1, note="x"):
    return {"number": number, "note": note, "facts": DIGEST}


def test_a_release_and_its_facts_are_kept_under_their_names(tmp_path):
    path = keep(tmp_path, document(), FACTS)
    assert path == release_path(tmp_path, 1) == tmp_path / "releases/release-1.json"
    assert files(tmp_path / "releases") == {
        facts_name(DIGEST): facts_bytes(FACTS),
        "release-1.json": release_bytes({**document(), "seal": digest_of(document())}),
    }
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "releases").iterdir()} == {0o644}


def test_no_number_is_given_twice(tmp_path):
    keep(tmp_path, document(), FACTS)
    before = files(tmp_path)
    with pytest.raises(NoLongerLast) as refused:
        keep(tmp_path, document(note="y"), FACTS)
    assert str(refused.value) == (
        "release 1 has been made by somebody else meanwhile, and yours is based on the one before it. "
        "Maybe schedule the forum again and look at the difference"
    )
    assert files(tmp_path) == before


def test_a_name_that_leads_nowhere_is_taken_too(tmp_path):
    (tmp_path / "releases").mkdir()
    release_path(tmp_path, 1).symlink_to("nowhere")
    with pytest.raises(NoLongerLast):
        keep(tmp_path, document(), FACTS)


def test_somebody_who_comes_in_at_the_last_moment_wins(tmp_path, monkeypatch):
    link = os.link

    def late(source, target):
        release_path(tmp_path, 1).write_text("theirs")
        link(source, target)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(NoLongerLast):
        keep(tmp_path, document(), FACTS)
    assert release_path(tmp_path, 1).read_text() == "theirs"
    assert not [*(tmp_path / "releases").glob(".*")]


def test_facts_that_are_there_are_not_written_again(tmp_path):
    keep(tmp_path, document(), FACTS)
    path = tmp_path / "releases" / facts_name(DIGEST)
    os.utime(path, (1, 1))
    keep(tmp_path, document(2), FACTS)
    assert path.stat().st_mtime == 1
    path.write_text("{")
    keep(tmp_path, document(3), FACTS)
    assert path.read_bytes() == facts_bytes(FACTS)


def test_what_killed_runs_have_left_goes_after_a_while(tmp_path):
    folder = tmp_path / "releases"
    folder.mkdir()
    for name in (".release-old", ".release-new", "notes.txt"):
        (folder / name).write_text("x")
    for name in (".release-old", "notes.txt"):
        os.utime(folder / name, (1, 1))
    (folder / ".release-folder").mkdir()
    os.utime(folder / ".release-folder", (1, 1))
    keep(tmp_path, document(), FACTS)
    found = {path.name for path in folder.iterdir()}
    assert found == {".release-new", ".release-folder", "notes.txt", facts_name(DIGEST), "release-1.json"}


def test_a_system_that_cannot_write_folders_down_to_the_disk_will_do(tmp_path, monkeypatch):
    fsync = os.fsync

    def only_files(handle):
        if Path(f"/proc/self/fd/{handle}").is_dir():
            raise OSError(errno.EINVAL, "no folders")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    assert keep(tmp_path, document(), FACTS).exists()


@pytest.mark.parametrize(
    ("step", "named"), [("mkstemp", ""), ("link", "release-2.json"), ("fsync", "release-2.json")]
)
def test_what_cannot_be_written_leaves_nothing_behind(step, named, tmp_path, monkeypatch):
    keep(tmp_path, document(), FACTS)
    before = files(tmp_path)

    def refused(*_arguments, **_more):
        raise PermissionError(errno.EACCES, "Permission denied", ".release-x1")

    owner = release_store.tempfile if step == "mkstemp" else os
    monkeypatch.setattr(owner, step, refused)
    with pytest.raises(PermissionError) as said:
        keep(tmp_path, document(2), FACTS)
    assert files(tmp_path) == before
    assert (said.value.filename, said.value.filename2) == (str(tmp_path / "releases" / named), None)


def test_a_file_instead_of_the_folder_is_no_release(tmp_path):
    (tmp_path / "releases").write_text("x")
    with pytest.raises(OSError, match="exists"):
        keep(tmp_path, document(), FACTS)


def test_the_digest_is_that_of_what_the_file_says(tmp_path):
    folder = unreleased(tmp_path)
    released(folder, 2, file=plan(tmp_path))
    last = read_forum(folder).forum.release
    said = json.loads(release_path(folder, 1).read_bytes())
    assert digest_of_release(folder, last) == digest_of(said)
    release_path(folder, 1).write_text("﻿" + json.dumps(said), encoding="utf-8")
    assert digest_of_release(folder, last) == digest_of(said)


def test_of_many_at_once_exactly_one_makes_the_release(tmp_path):
    def one(number):
        try:
            return keep(tmp_path, document(note=str(number)), FACTS) and number
        except NoLongerLast:
            return None

    with ThreadPoolExecutor(16) as pool:
        made = [one for one in pool.map(one, range(64)) if one is not None]
    assert len(made) == 1
    assert json.loads(release_path(tmp_path, 1).read_bytes())["note"] == str(made[0])
    assert {path.name for path in (tmp_path / "releases").iterdir()} == {facts_name(DIGEST), "release-1.json"}


def test_who_has_read_before_somebody_else_releases_is_told(tmp_path, monkeypatch):
    folder = unreleased(tmp_path)
    released(folder, 2, file=plan(tmp_path))
    mine, hand = Order("draft", "mine", at(4)), plan(tmp_path)
    real = release_store.release_path
    others = []

    def meanwhile(*arguments):
        if not others:
            others.append(1)
            release(folder, Order("draft", "theirs", at(3)), hand, tmp_path / "theirs")
        return real(*arguments)

    monkeypatch.setattr(release_store, "release_path", meanwhile)
    with pytest.raises(NoLongerLast):
        release(folder, mine, hand, out(folder))
    assert [one.note for one in read_forum(folder).forum.history] == ["", "theirs"]


CALL = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from scheduler.cli.command import run
from scheduler.use_cases import release_store
folder, number, gate = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
keep = release_store.keep
import scheduler.use_cases.release as use_case
def together(*arguments):
    (gate / number).touch()
    while len([*gate.iterdir()]) < 2:
        pass
    return keep(*arguments)
use_case.keep = together
sys.exit(run(["release", str(folder), "--status", "draft", "--note", f"of {number}",
              "--timetable", str(folder.parent / "plan-.json"),
              "--output", str(folder.parent / f"out-{number}"),
              "--released", "2020-01-03T12:00:00Z"]))
"""


def test_of_two_people_at_once_the_second_is_told_that_its_base_is_not_the_last(tmp_path):
    folder = unreleased(tmp_path)
    released(folder, 2, file=plan(tmp_path))
    (tmp_path / "gate").mkdir()
    both = [
        subprocess.Popen(
            [sys.executable, "-c", CALL, str(folder), number, str(tmp_path / "gate")],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in ("one", "two")
    ]
    ended = {process.wait(): process.communicate() for process in both}
    assert sorted(ended) == [0, 2]
    assert "Release 2 (draft) is made" in ended[0][0]
    assert "release 2 has been made by somebody else meanwhile" in " ".join(ended[2][1].split())
    assert [one.number for one in read_forum(folder).forum.history] == [1, 2]
    assert not [*(folder / "releases").glob(".*")]
