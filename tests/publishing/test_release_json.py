"""The file of a release: plain lines that a comparison of texts can follow."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.domain.facts import facts_of
from scheduler.domain.release import Acknowledgement, Release
from scheduler.publishing.release_json import facts_bytes, release_bytes, release_document
from tests.publishing.programmes import forum, timetable
from tests.publishing.releases import given as given_out


def release(**more):
    of = forum()
    fields = {**given_out(of, timetable(of)), "released": datetime(2022, 4, 29, 12, tzinfo=UTC), **more}
    return Release(number=3, status="draft", **fields)


def document(**more):
    return release_document(release(**more), "imrf-2022", "America/New_York")


def test_it_holds_all_that_was_given_out():
    found = document(uids={"hearing-1": "x"}, note="Türkiye", days={"day-1": "2022-05-17"})
    assert [*found] == [
        "number",
        "status",
        "released",
        "note",
        "uids",
        "days",
        "forum",
        "timezone",
        "meetings",
        "segments",
    ]
    assert found["released"] == "2022-04-29T12:00:00+00:00"
    assert found["days"] == {"day-1": "2022-05-17"}
    first = found["meetings"][0]
    assert [*first] == ["id", "session", "kind", "title", "room", "day", "start", "end", "words"]
    assert first["start"] == "2022-05-16T10:00:00-04:00"


def test_what_nobody_has_said_is_left_out():
    assert not {"note", "follows", "facts", "acknowledged", "inputs", "uids", "days"} & {*document()}


def test_what_is_answered_for_is_a_line_each():
    one = Acknowledgement(clause="a", subject="b", sentence="c", because="d")
    text = release_bytes(document(acknowledged=(one, one))).decode()
    line = '    {"clause": "a", "subject": "b", "sentence": "c", "because": "d"}'
    assert f'"acknowledged": [\n{line},\n{line}\n  ],' in text


def test_each_meeting_segment_and_id_is_a_line():
    lines = (
        release_bytes(document(uids={"hearing-1": "x", "hearing-2": "y"}, note="Türkiye"))
        .decode()
        .split("\n")
    )
    assert lines[0] == "{"
    assert lines[-2:] == ["}", ""]
    assert '  "note": "Türkiye",' in lines
    assert '    "hearing-1": "x",' in lines
    assert sum(line.startswith('    {"id": ') for line in lines) == len(release().meetings) + len(
        release().segments
    )


def test_what_is_empty_stays_on_its_line():
    assert (
        release_bytes(document(meetings=(), segments=()))
        .decode()
        .endswith('"meetings": [],\n  "segments": []\n}\n')
    )
    assert release_bytes({}) == b"{}\n"


def test_the_same_is_written_byte_by_byte():
    assert release_bytes(document()) == release_bytes(json.loads(release_bytes(document())))


def test_facts_have_a_line_for_each_field_of_a_session():
    lines = facts_bytes(facts_of(forum())).decode().split("\n")
    assert '    "plenary": {' in lines
    assert '      "minutes": [180, 120],' in lines


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=3)
    ),
)


@given(st.dictionaries(st.text(st.characters(codec="utf-8")), plain, max_size=4))
@settings(deadline=None)
def test_whatever_is_written_is_read_back(tree):
    assert json.loads(release_bytes(tree)) == tree
    assert json.loads(facts_bytes(tree)) == tree


@pytest.mark.parametrize("write", [release_bytes, facts_bytes])
def test_files_end_with_one_line_break(write):
    assert write({"a": {"b": [1]}}).endswith(b"}\n")
