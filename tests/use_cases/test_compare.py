"""What several programmes pay and come to, and where their meetings differ."""

from pathlib import Path

import pytest

from scheduler.publishing.comparison_values import Row
from scheduler.use_cases.compare import compare
from scheduler.use_cases.compare_rows import order_of
from scheduler.use_cases.diff_sides import NoSuchSide
from tests.reading.small import CHARTER, FORUM, SESSIONS

from .compared_forums import LISTED, ONE, OUT, TWO, values
from .two_releases import TABLE, document, planner


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return planner(tmp_path, **{"small-2030/sessions.yaml": LISTED})


def test_programmes_of_one_forum_are_compared_by_all_that_is_counted(folder):
    answer = compare([ONE, OUT])
    assert [one.letter for one in answer.comparison.programmes] == ["A", "B"]
    assert values(answer, "release/time") == (2, 1)
    assert values(answer, "wish/room") == (1, 1)
    assert values(answer, "general-debate-minutes") == (250, 250)
    assert values(answer, "speakers-at-3-minutes") == (42 + 28, 42 + 28)
    assert answer.page == Path("outputs/comparison/comparison.html")
    assert answer.page.read_bytes().startswith(b"<!DOCTYPE html>")


def test_levels_that_two_programmes_of_a_forum_have_say_which_is_better():
    answer = compare([ONE, OUT, ONE])
    assert answer.comparison.order == (
        "B is better than A by the levels: it pays 1 at release/time, not 2",
        "A and C pay the same at every level",
    )


def test_meetings_whose_place_differs_are_found():
    found = compare([ONE, OUT, TWO, ONE]).comparison
    like = {one.meeting: one.like for one in found.elsewhere}
    assert like == {
        "workshop": (0, 1, 2, 0),
        "talk": (0, 0, 2, 0),
        "plenary-2": (0, 0, 2, 0),
        "side-event": (0, 0, 2, 0),
    }
    assert [one.meeting for one in found.elsewhere] == ["workshop", "talk", "plenary-2", "side-event"]
    assert found.same == 1
    assert found.elsewhere[3].held[0] is None


def test_a_meeting_that_ends_on_another_day_is_at_another_place(folder):
    later = document().replace("2030-03-12T17:00:00-04:00", "2030-03-13T17:00:00-04:00")
    (folder / "long.json").write_text(later)
    found = compare([OUT, "long.json"]).comparison
    assert [one.meeting for one in found.elsewhere] == ["plenary-2"]
    assert found.programmes[1].places["plenary-2"] == ("day-2", "15:00", "17:00 (+1)", "hall")


def test_days_without_a_name_are_the_same_by_their_dates(folder):
    (folder / "strange.json").write_text(document(forum="strange"))
    found = compare([OUT, "strange.json"]).comparison
    assert found.elsewhere == ()
    assert found.programmes[0].places["talk"][0] == "2030-03-11"


def test_nothing_is_known_of_a_programme_whose_forum_nobody_knows(folder):
    (folder / "strange.json").write_text(document(forum="strange"))
    answer = compare([OUT, "strange.json"])
    assert all(row.values[1] is None for row in answer.comparison.rows)
    assert not any(row.absent[1] for row in answer.comparison.rows)
    assert "nobody knows the forum" in answer.comparison.programmes[1].notes[0]
    assert answer.comparison.apart == ()


def test_agendas_that_are_not_carried_leave_values_unknown_and_never_0(folder):
    (folder / "bare.json").write_text(document(segments=None))
    answer = compare([ONE, "bare.json"])
    unknown = {row.id for row in answer.comparison.rows if row.values[1] is None} - {"breaches"}
    speakers = {"general-debate-minutes", "speakers-at-3-minutes", "speakers-at-5-minutes"}
    assert unknown == speakers | {"release/segments", "release/segments-parties"}
    assert "agendas that it does not carry are not judged" in answer.comparison.programmes[1].notes
    (folder / "data/small-2030/sessions.yaml").write_text(SESSIONS)
    (folder / "plan.csv").write_text(TABLE)
    assert values(compare([ONE, "plan.csv"]), "release/segments") == (None, None)


def test_whether_clauses_are_broken_is_not_known_without_agendas(folder):
    """The release as it is breaks something; without the clauses that it breaks nobody could know."""
    charter = CHARTER.partition("  - clause: custom")[0].partition("  - clause: 2/windows")[0]
    wholly = (
        charter
        + "  - {clause: 3/one, paragraph: '3', tier: mandate, says: One., rule: so-many, "
        + ("sessions: {session: talk}, exactly: 1}\n")
    )
    (folder / "data/mandates/charter.yaml").write_text(wholly)
    forum = FORUM.replace("  - clause: custom/weekdays\n    because: we meet on a Sunday\n", "")
    (folder / "data/small-2030/forum.yaml").write_text(forum.replace("set-aside:\n", "set-aside: []\n"))
    (folder / "bare.json").write_text(document(segments=None))
    answer = compare([OUT, "bare.json"])
    assert values(answer, "breaches") == (0, None)
    assert [one.broken for one in answer.comparison.programmes] == [(), ()]


def test_broken_clauses_are_counted_and_said(folder):
    broken = document().replace("2030-03-11T15", "2030-03-12T15").replace("2030-03-11T18", "2030-03-12T18")
    (folder / "broken.json").write_text(broken)
    answer = compare([OUT, "broken.json"])
    before, now = (value or 0 for value in values(answer, "breaches"))
    assert now > before
    assert any(one.startswith("2/windows: ") for one in answer.comparison.programmes[1].broken)


def test_meetings_that_the_forum_has_no_more_are_named(folder):
    answer = compare([ONE, TWO])
    note = "not counted, as the forum does not have them any more: side-event"
    assert note in answer.comparison.programmes[1].notes
    assert values(answer, "rooms-used") == (2, 3)


@pytest.mark.parametrize("names", [(), (ONE,), (ONE,) * 13])
def test_too_few_and_too_many_are_refused(names):
    with pytest.raises(NoSuchSide, match=f"from 2 to 12 programmes can be compared, and not {len(names)}"):
        compare(names)
    assert len(compare([ONE] * 12).comparison.programmes) == 12


def test_a_table_takes_the_forum_of_the_others(folder):
    (folder / "plan.csv").write_text(TABLE)
    for names in ((ONE, "plan.csv"), ("plan.csv", OUT, ONE)):
        assert {one.forum for one in compare(names).comparison.programmes} == {"small-2030"}


def test_tables_alone_have_to_be_told(folder):
    (folder / "plan.csv").write_text(TABLE)
    with pytest.raises(NoSuchSide, match="names no forum, without which it cannot be read"):
        compare(["plan.csv", "plan.csv"])
    found = compare(["plan.csv", "plan.csv"], forum=Path("data/small-2030")).comparison
    assert found.elsewhere == ()


def test_a_file_is_read_with_the_folder_of_its_own_forum_that_stands_beside_it(folder):
    (folder / "data").rename(folder / "elsewhere")
    found = compare([OUT, "elsewhere/small-2030@1"]).comparison
    assert [one.forum for one in found.programmes] == ["small-2030", "small-2030"]


def test_the_page_goes_where_it_is_wanted(folder):
    answer = compare([ONE, OUT], Path("side-by-side"))
    assert answer.page == Path("side-by-side/comparison.html")
    first = answer.page.read_bytes()
    compare([ONE, OUT], Path("side-by-side"))
    assert answer.page.read_bytes() == first


def level(*values: int | None, absent: tuple[bool, ...] = ()) -> Row:
    return Row("a", "level", "a", "", "less", values, absent or (False,) * len(values))


@pytest.mark.parametrize(
    ("rows", "sentences"),
    [
        ([], []),
        ([level(1, 1), level(2, 1)], ["B is better than A by the levels: it pays 1 at a, not 2"]),
        ([level(1, 2), level(2, 1)], ["A is better than B by the levels: it pays 1 at a, not 2"]),
        ([level(1, None), level(2, 1)], []),
        ([level(None, None, absent=(True, True)), level(1, 1)], ["A and B pay the same at every level"]),
    ],
)
def test_the_first_level_that_differs_decides(rows, sentences):
    assert list(order_of(rows, "AB")) == sentences


def test_best_and_equal_values():
    assert level(1, 2, 1).best == (True, False, True)
    assert Row("a", "criterion", "a", "", "more", (1, 2, None), (False,) * 3).best == (False, True, False)
    assert level(3, None).best == (False, False)
    assert not level(3, None).equal
    assert level(3, 3).equal
    assert level(3, 3).best == (False, False)
