"""What is written is what is read; and agendas are laid out as by trying everything."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.domain.agenda import breaks, lay_out, lay_out_only, shortest_lengths
from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.domain.session import Segment, Session
from scheduler.domain.timetable import arranged
from scheduler.publishing import calendars, timetable_csv, timetable_json, timetable_xlsx
from scheduler.reading import read_forum, read_timetable

_DATA = Path(__file__).parents[2] / "data"
_OUTPUTS = [
    (timetable_json, "timetable.json"),
    (timetable_csv, "timetable.csv"),
    (timetable_xlsx, "timetable.xlsx"),
    (calendars, "calendars/all.ics"),
]


@pytest.fixture(scope="module")
def forum() -> Forum:
    return read_forum(_DATA / "imrf-2022").forum


@pytest.mark.parametrize(("writer", "name"), _OUTPUTS)
def test_the_printed_programme_comes_back(
    writer: ModuleType, name: str, forum: Forum, tmp_path: Path
) -> None:
    assert forum.release is not None
    printed = forum.release.timetable
    content = writer.publish(Programme(forum=forum, timetable=printed, status="optimal", release=1))[name]
    path = tmp_path / Path(name).name
    path.write_bytes(content)
    read = read_timetable(path, forum)
    unknown = () if name.endswith("json") else ("policy-debate",)
    derivable = [one for one in printed.segments or () if one.session not in unknown]
    assert read.timetable == arranged(list(printed.placements), derivable, unknown)
    assert read.matches == ()


@st.composite
def _segments(draw: st.DrawFn, number: int) -> Segment:
    words: dict[str, object] = {"segment": f"s-{number}", "title": "x", "over-breaks": draw(st.booleans())}
    if draw(st.booleans()):
        words["minutes"] = draw(st.integers(1, 4))
    else:
        words["shortest"] = shortest = draw(st.integers(0, 3))
        words["longest"] = draw(st.none() | st.integers(shortest, shortest + 3))
    return Segment.model_validate(words)


@st.composite
def _sessions(draw: st.DrawFn) -> Session:
    lengths = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    segments = [draw(_segments(number)) for number in range(draw(st.integers(0, 4)))]
    words = {"session": "a", "kind": "a", "title": "A", "meetings": len(lengths), "minutes": tuple(lengths)}
    return Session.model_validate({**words, "segments": segments})


def _all_layouts(session: Session, ends: tuple[int, ...] = (0,)) -> Iterator[tuple[int, ...]]:
    limits = breaks(session)
    if len(ends) > len(session.segments):
        yield from (ends,) if ends[-1] == limits[-1] else ()
        return
    segment, start = session.segments[len(ends) - 1], ends[-1]
    most = limits[-1] if segment.most is None else segment.most
    for end in range(start + segment.least, min(start + most, limits[-1]) + 1):
        if segment.over_breaks or not any(start < limit < end for limit in limits):
            yield from _all_layouts(session, (*ends, end))


@given(_sessions())
def test_agendas_are_laid_out_as_by_trying_everything(session: Session) -> None:
    layouts = list(_all_layouts(session)) if session.segments else []
    assert lay_out(session) == min(layouts, default=None)
    assert lay_out_only(session) == (layouts[0] if len(layouts) == 1 else None)


@given(_sessions())
def test_segments_are_as_short_as_any_layout_has_them(session: Session) -> None:
    layouts = list(_all_layouts(session)) if session.segments else []
    lengths = [[end - start for start, end in pairwise(ends)] for ends in layouts]
    assert shortest_lengths(session) == (tuple(map(min, zip(*lengths, strict=True))) or None)


def test_long_agendas_are_laid_out_at_once() -> None:
    segments = [Segment(segment=f"s-{number}", title="x", shortest=1, longest=9) for number in range(60)]
    session = Session(session="a", kind="a", title="A", meetings=9, minutes=1440, segments=tuple(segments))
    assert lay_out(session) is None
    assert shortest_lengths(session) is None
    debate = Segment(segment="debate", title="x", over_breaks=True)
    long = session.replace(meetings=99, minutes=1440, all_segments=(segments[0], debate, segments[1]))
    assert shortest_lengths(long) == (1, 99 * 1440 - 18, 1)
