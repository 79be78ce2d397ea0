"""``layouts.yaml``: what is wrong in it is said at its line, and never as a traceback."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from scheduler.reading import BadData, Problem, read_forum
from scheduler.reading.before import Before
from scheduler.reading.layouts import CHOSEN, LayoutAxes, read_layouts
from tests.use_cases.laid_out import CRITERIA, LAYOUTS, ROOMS, WEEKS, laid_out

ROOT = Path(__file__).parents[2]
ONE = "  - {axis: one, title: One, values: [{value: as-it-is, title: As it is}]}\n"


def read(folder: Path) -> LayoutAxes:
    return read_layouts(folder, read_forum(folder).forum, Before())


def said(root: Path, text: str) -> list[str]:
    """Return what is wrong with a ``layouts.yaml``."""
    folder = laid_out(root, **{"fragile/layouts.yaml": text})
    with pytest.raises(BadData) as bad:
        read(folder)
    return [str(one).replace(f"{folder}/", "") for one in bad.value.problems]


def with_value(*lines: str) -> str:
    """Return a file with one axis; the value's own lines begin with line 6."""
    head = "axes:\n  - axis: one\n    title: One\n    values:\n      - {value: as-it-is, title: As it is}\n"
    return (
        head + "      - value: other\n        title: Other\n" + "".join(f"        {one}\n" for one in lines)
    )


def test_axes_and_their_changes(tmp_path):
    found = read(laid_out(tmp_path))
    week, rooms = found.axes
    assert found.criteria == ("rooms-used", "days-used", "interpretation-teams-at-the-peak")
    assert [value.id for value in week.values] == ["2030-03-04", "2030-03-11", "2030-03-25"]
    assert week.left_out == ("18 to 19 March 2030: day-2, 19 March 2030, is Day of the House",)
    (change,) = week.values[1].changes
    assert (change.path, change.value, change.line) == (
        "forum.days",
        {"day-1": "2030-03-11", "day-2": "2030-03-12"},
        4,
    )
    both, hall, annex = rooms.values
    assert (both.changes, both.notes, hall.notes) == ((), (), ("nothing is held at once",))
    assert [(one.path, one.line) for one in hall.changes] == [("rooms.open", 12), ("rooms.closures", 12)]
    assert not annex.changes[0].add


def test_criteria_may_be_left_out(tmp_path):
    assert read(laid_out(tmp_path, **{"fragile/layouts.yaml": f"axes:\n{ONE}"})).criteria == CHOSEN
    assert read(laid_out(tmp_path, **{"fragile/layouts.yaml": f"axes:\n{ONE}criteria:\n"})).criteria == CHOSEN


def test_what_is_empty_sets_and_adds_nothing(tmp_path):
    text = with_value("set:", "add: {sessions.gala.duties: [{role: chairs, party: dan}]}")
    (axis,) = read(laid_out(tmp_path, **{"fragile/layouts.yaml": text})).axes
    assert [(one.path, one.add, one.line) for one in axis.values[1].changes] == [
        ("sessions.gala.duties", True, 9)
    ]


def test_there_are_not_more_combinations_than_can_be_solved(tmp_path):
    values = "".join(f"      - {{value: v-{number}, title: {number}}}\n" for number in range(48))
    axes = "".join(f"  - axis: {name}\n    title: {name}\n    values:\n{values}" for name in "abc")
    assert said(tmp_path, f"axes:\n{axes}") == [
        "layouts.yaml: field 'axes': there are 110,592 combinations; 100,000 are the most. "
        "Maybe leave out some values"
    ]


def test_the_bundled_layouts_are_more_than_a_thousand():
    count = 1
    for axis in read(ROOT / "data/imrf-2030").axes:
        count *= len(axis.values)
    assert count >= 1000


def test_no_such_file(tmp_path):
    folder = laid_out(tmp_path)
    (folder / "layouts.yaml").rename(folder / "layout.yaml")
    with pytest.raises(BadData) as bad:
        read(folder)
    assert str(bad.value) == f"{folder}/layouts.yaml: there is no such file. Maybe layout.yaml"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            f"axis:\n{ONE}",
            [
                "layouts.yaml:1: field 'axes': is missing. Maybe write 'axes:' and a list under it",
                "layouts.yaml:1: field 'axis': there is no field 'axis' here. Maybe axes",
            ],
        ),
        ("axes:\n", ["layouts.yaml:1: field 'axes': there is no axis. Maybe '- axis: rooms'"]),
        ("axes: {one: two}\n", ["layouts.yaml:1: field 'axes': is no list."]),
        ("[axes]\n", ["layouts.yaml:1: is no map of keys and values. Maybe begin with 'key: value'"]),
        (f"axes:\n{ONE}{ONE}", ["layouts.yaml:3: field 'axis': axis 'one' stands here again, first in "]),
        (
            "axes:\n  - {axis: a, title: A}\n",
            ["layouts.yaml:2: an axis has values, or weeks, but not both. Maybe delete one of them"],
        ),
        (
            f"axes:\n{WEEKS}    values: [{{value: a, title: A}}]\n",
            ["layouts.yaml:2: an axis has values, or weeks, but not both. Maybe delete one of them"],
        ),
        ("axes:\n  - {axis: a, title: A, value: []}\n", ["layouts.yaml:2: field 'value': "]),
        (
            "axes:\n  - {axis: A b, title: A, values: [{value: a, title: A}]}\n",
            ["layouts.yaml:2: field 'axis': "],
        ),
        (with_value("sets: {a: b}"), ["layouts.yaml:8: field 'sets': there is no field 'sets'"]),
        (with_value("set: [a]"), ["layouts.yaml:8: field 'set': "]),
        (
            with_value().replace("other", "as-it-is"),
            ["layouts.yaml:6: field 'value': value 'as-it-is' stands here again, first in "],
        ),
        (
            f"axes:\n{ONE}criteria: [room-used, rooms-used, rooms-used, [rooms-used]]\n",
            [
                "layouts.yaml:3: field 'criteria': criterion 'rooms-used' stands here again, first in ",
                "layouts.yaml:3: field 'criteria': there is no criterion '['rooms-used']'.",
                "layouts.yaml:3: field 'criteria': there is no criterion 'room-used'. Maybe rooms-used",
            ],
        ),
        (f"axes:\n{ONE}criteria: rooms-used\n", ["layouts.yaml:3: field 'criteria': is no list."]),
        (
            f"axes:\n{WEEKS}".replace("2030-03-31", "2030-03-01"),
            ["layouts.yaml:4: field 'weeks': last is before first. Maybe the two are exchanged"],
        ),
        (
            f"axes:\n{WEEKS}".replace("2030-03-31", "3030-03-31"),
            ["layouts.yaml:4: field 'weeks': 10 years are the most. Maybe another last date"],
        ),
        (
            f"axes:\n{WEEKS}".replace("2030-03-04", "2030-03-18").replace("2030-03-31", "2030-03-24"),
            [
                "layouts.yaml:4: field 'weeks': no week is left: each has a holiday, or reaches over the "
                "first or last date. Maybe another last date"
            ],
        ),
        (f"axes:\n{WEEKS}".replace("2030-03-04", "4 March"), ["layouts.yaml:4: field 'first': "]),
    ],
)
def test_what_is_wrong_in_it(tmp_path, text, sentences):
    found = said(tmp_path, text)
    assert len(found) == len(sentences), found
    for one, sentence in zip(found, sentences, strict=True):
        assert one.startswith(sentence)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "set: {session.gala.minutes: 90}",
            "session.gala.minutes leads nowhere: the forum has no file 'session'.",
        ),
        ("set: {sessions.gala.minuets: 90}", "makes sessions.yaml: field 'minuets' wrong: there is no field"),
        ("set: {sessions.galas.minutes: 90}", "leads nowhere: there is no entry 'galas'. Maybe gala"),
        ("set: {sessions.gala.minutes.a: 90}", "leads nowhere: there is nothing inside"),
        ("set: {parties.ada.delegate: 2}", "leads nowhere: there is no column 'delegate'. Maybe delegates"),
        ("set: {parties.adda.delegates: 2}", "leads nowhere: there is no row 'adda'. Maybe ada"),
        ("set: {sessions.gala.minutes: soon}", "makes sessions.yaml: field 'minutes' wrong: 'soon' is no"),
        ("set: {rooms.open: [cellar]}", "makes rooms.yaml: field 'open' wrong: there is no room 'cellar'"),
        ("set: {parties.ada.delegates: many}", "makes parties.csv: field 'delegates' wrong: "),
        ("set: {venues.house.city: }", "makes house.yaml: field 'city' wrong: "),
        ("set: {forum: text}", "makes forum.yaml wrong: is no map of keys and values."),
        (
            "set: {forum.forum: other}",
            "makes forum.yaml: field 'forum' wrong: 'other' is not the name of its folder",
        ),
        (
            "set: {forum.levels: [wish/avoid]}",
            "makes forum.yaml: field 'levels' wrong: the preference 'wish/",
        ),
        (
            "set: {forum.levels: [wish/avoid, wish/done, wish/hall]}",
            "makes the levels other ones, and layouts are compared level by level.",
        ),
        (
            "set: {forum.levels: [[wish/done, wish/avoid, wish/hall]]}",
            "makes the levels other ones, and layouts are compared level by level.",
        ),
        ("add: {sessions.gala.minutes: 90}", "leads nowhere: nothing can be added there, as it is no list"),
        ("set: {layouts.axes: []}", "leads nowhere: the forum has no file 'layouts'."),
        ('set: {"": 1}', "leads nowhere: the forum has no file ''."),
        ("set: {.: 1}", "leads nowhere: the forum has no file ''."),
    ],
)
def test_what_a_value_makes_wrong_is_said_at_its_line(tmp_path, line, sentence):
    for one in said(tmp_path, with_value(line)):
        assert one.startswith("layouts.yaml:8: field 'other': ")
        assert sentence in one


def test_the_line_is_that_of_the_change(tmp_path):
    text = with_value("set:", "  forum.title: Fine", "  sessions.gala.minutes: soon", "  venues.house.city:")
    found = {one.split(" wrong: ")[0] for one in said(tmp_path, text)}
    assert found == {
        "layouts.yaml:10: field 'other': makes sessions.yaml: field 'minutes'",
        "layouts.yaml:11: field 'other': makes house.yaml: field 'city'",
    }


def test_what_goes_wrong_elsewhere_is_said_at_the_first_line(tmp_path):
    (found,) = said(tmp_path, with_value("set:", "  parties.dan.party: ada", "  forum.title: Fine"))
    assert found.startswith("layouts.yaml:9: field 'other': makes parties.csv: field 'party' wrong: ")
    (found,) = said(tmp_path, with_value("set:", "  parties.ada.party: zed", "  forum.title: Fine"))
    assert found.startswith("layouts.yaml:9: field 'other': makes sessions.yaml: field 'party' wrong: ")


def test_a_week_that_is_wrong_is_said_at_the_weeks(tmp_path):
    text = f"axes:\n\n{WEEKS}"
    periods = 'periods:\n  - {name: night, start: "02:00", end: "05:00"}\n'
    forum = (laid_out(tmp_path) / "forum.yaml").read_text("utf-8").replace("2030-03-12", "2030-03-17")
    house = (tmp_path / "venues/house.yaml").read_text("utf-8").replace("periods:\n", periods)
    files = {"fragile/forum.yaml": forum, "venues/house.yaml": house}
    folder = laid_out(tmp_path, **{"fragile/layouts.yaml": text, **files})
    with pytest.raises(BadData) as bad:
        read(folder)
    assert {one.line for one in bad.value.problems} == {5}
    assert all("02:00 does not exist on 2030-03-10" in one.sentence for one in bad.value.problems)


WORDS = (
    "axes criteria axis title values value set add weeks first last 2030-03-04 rooms.open sessions.*.minutes "
    "parties.*.name hall 90 ~ x : - [ ] { } , * &a !x '' \" # --- é"
)
TOKENS = st.sampled_from([*WORDS.split(), ": ", "- ", "\n", "\n  ", "\n    ", "\t", "\x07"])


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(st.integers(0, len(LAYOUTS)), st.integers(0, 40), st.lists(TOKENS, max_size=6).map("".join))
@example(0, len(LAYOUTS), "")
@example(0, 0, "")
def test_broken_text_is_refused_in_sentences(tmp_path, place, cut, more):
    text = LAYOUTS[:place] + more + LAYOUTS[place + cut :]
    folder = tmp_path / "fragile"
    if not folder.exists():
        laid_out(tmp_path)
    (folder / "layouts.yaml").write_text(text, encoding="utf-8")
    for one in problems_of(folder):
        assert one.file.endswith("layouts.yaml")
        assert one.sentence


def problems_of(folder: Path) -> tuple[Problem, ...]:
    try:
        found = read(folder)
    except BadData as bad:
        return bad.problems
    assert all(axis.values for axis in found.axes)
    return ()


def test_the_parts_of_the_small_file_are_right():
    assert f"axes:\n{WEEKS}{ROOMS}{CRITERIA}" == LAYOUTS
