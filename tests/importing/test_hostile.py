"""Files made to do harm, and files that are broken: all are refused in words, and none gives a traceback."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.importing.formats import read_programme
from scheduler.reading.problems import Problems
from tests.importing.files import (
    ZONE,
    as_xml,
    event,
    held,
    page,
    read,
    refused,
    schedule,
    submission,
    table,
    workbook,
)

_BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE schedule [
 <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
]>
<schedule><conference><title>&b;</title></conference></schedule>"""


@pytest.mark.parametrize(
    "content",
    [
        _BOMB,
        b'<!DOCTYPE schedule SYSTEM "https://example.org/schedule.dtd"><schedule/>',
        b'<!DOCTYPE schedule [<!ENTITY x SYSTEM "file:///etc/passwd">]><schedule>&x;</schedule>',
    ],
)
def test_document_types_are_refused_before_anything_of_them_is_read(content):
    ((line, _, sentence),) = refused(content)
    assert line is not None
    assert sentence.startswith("holds a document type, with which entities come; none is read.")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<schedule>&x;</schedule>", "is no XML: undefined entity. Maybe export it again"),
        (b"<schedule>\n<day></schedule>", "is no XML: mismatched tag. Maybe export it again"),
        (b"<schedule>", "is no XML: no element found. Maybe export it again"),
        (b"<a>" * 40, "elements stand more than 30 deep in one another"),
        (b'{"conference": {"a": ' + b"[" * 40, "is no JSON: lists and maps stand more than 30 deep"),
        (b'{"conference": {', "is no JSON: a key in quotes is expected here."),
        (b"<schedule>\x01</schedule>", "holds the control character U+0001. Maybe delete it"),
        (b"<schedule>\0</schedule>", "is not text: it holds a NUL byte. Maybe save it as UTF-8"),
        ('<?xml version="1.0" encoding="UTF-16"?><a/>'.encode("utf-16"), "is not text: it holds a NUL byte."),
        ("<schedule>é</schedule>".encode("latin-1"), "is not UTF-8 text: it holds the byte 0xe9."),
    ],
)
def test_broken_files_are_refused(content, said):
    assert any(sentence.startswith(said) for _, _, sentence in refused(content))


def test_an_encoding_that_a_file_claims_for_itself_does_not_count():
    content = as_xml(schedule(title="Größe")).replace(b"encoding='UTF-8'", b"encoding='iso-8859-1'")
    assert read(content).title == "Größe"


@pytest.mark.parametrize(
    "text",
    [
        "../../etc/passwd",
        "<script>alert(1)</script>",
        "=cmd|'/c calc'!A0",
        "a: b # c",
        "- x",
        "{}",
        "\u202egnp.exe",
    ],
)
def test_texts_are_only_text(text):
    found = read(held(event(title=text, slug=text, track=text, persons=[{"id": 1, "name": text}]), room=text))
    session = found.sessions[0]
    assert session.title == text.replace("\u202e", "")
    ids = (session.session, session.track, found.rooms[-1].room, found.people[0].party)
    assert all(one and set(one) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for one in ids)


def test_addresses_that_are_none_are_left_out():
    assert read(held(event(url="javascript:alert(1)"))).sessions[0].url == ""


@pytest.mark.parametrize("number", ["9" * 400, "1e400", "-1", "NaN"])
def test_huge_and_odd_numbers_are_refused(number):
    assert refused(held(event(duration=number)))[0][1] == "duration"
    rows = table(f"One,2026-05-01 09:00,30,{number}", head="title,start,minutes,seats")
    assert refused(rows, timezone=ZONE)[0][1] == "seats"


_FILES = (
    schedule(),
    as_xml(schedule()),
    page(submission()),
    table("a,One,,T,Hall,2026-05-01,09:00,10:00,Ada"),
    workbook(["Title", "Start"], ["One", "2026-05-01 09:00"]),
)


def endure(content: bytes) -> None:
    """Read a file that may be anything: it is read, or what is wrong with it is said."""
    problems = Problems()
    found = read_programme(ForeignFile("file", content, ZONE), problems)
    assert (found is None) == (len(problems) > 0)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.data())
def test_bytes_that_are_cut_or_changed_give_no_traceback(data):
    content = bytearray(data.draw(st.sampled_from(_FILES)))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        length = data.draw(st.integers(0, 30))
        content[start : start + length] = data.draw(st.binary(max_size=12))
    endure(bytes(content))


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["2026-05-01", "10:00"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.data())
def test_values_of_any_sort_give_no_traceback(data):
    document = json.loads(data.draw(st.sampled_from([_FILES[0], _FILES[2]])))
    part = document
    while True:
        key = data.draw(st.sampled_from(sorted(part) if isinstance(part, dict) else range(len(part))))
        inner = part[key]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            break
        part = inner
    part[key] = data.draw(_VALUES)
    endure(json.dumps(document).encode())
