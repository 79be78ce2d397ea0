"""Fragility as a table, a page and sheets: complete, readable without colour, and safe."""

import csv
import io
import re

import pytest

from scheduler.domain.programme import LevelResult
from scheduler.publishing.fragility import publish
from scheduler.publishing.fragility_grid import tables
from scheduler.publishing.fragility_html import page, summary
from scheduler.publishing.fragility_sheets import UNVERIFIED, VERIFIED, sheet
from scheduler.publishing.fragility_values import Effect, Fragility, Loss, Reason
from scheduler.publishing.fragility_words import (
    cell_of,
    counted_from,
    duties_lost,
    effect_words,
    in_the_data,
    loss_words,
    told,
)
from scheduler.use_cases.fragility import fragility
from tests.publishing.page import read, spread
from tests.reading.small import meeting
from tests.use_cases.fragile import release, write

CLOSED = meeting("talk-2", "annex", "2030-03-12T10:00:00-04:00", "2030-03-12T13:00:00-04:00")


def found_in(root, *moved):
    return fragility(write(root, **release(*moved)), root / "out").fragility


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return found_in(tmp_path_factory.mktemp("fragile"))


@pytest.fixture(scope="module")
def moving(tmp_path_factory):
    """A release that does not stand any more."""
    return found_in(tmp_path_factory.mktemp("moving"), CLOSED)


def text(found, loss):
    return sheet(found, found.by_loss[loss]).decode()


def test_there_is_a_sheet_for_each_loss(found):
    files = publish(found)
    sheets = {f"contingency/{effect.loss.id}.md" for effect in found.effects}
    assert set(files) == {"fragility.csv", "fragility.html", *sheets}
    assert publish(found) == files


def test_the_table_has_a_row_for_each_loss(found):
    rows = list(csv.DictReader(io.StringIO(publish(found)["fragility.csv"].decode())))
    assert [row["loss"] for row in rows] == [effect.loss.id for effect in found.effects]
    by_loss = {row["loss"]: row for row in rows}
    moved = by_loss["teams.1-fewer"]
    assert (moved["outcome"], moved["meetings"], moved["day moves"], moved["proven"]) == (
        "moved",
        "1",
        "1",
        "yes",
    )
    away = by_loss["away.bob"]
    assert (away["meetings"], away["day moves"]) == ("", "")
    assert away["because"].startswith("because of: =Bob is needed in")
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_the_page_can_be_read_without_colour(found):
    element = read(page(found))
    cells = [cell for cell in element.all("td") if "loss" in cell.attributes["class"]]
    assert len(cells) == len(found.effects)
    texts = {cell.text for cell in cells}
    assert {"0", "✕", "–"} <= texts
    assert [one for one in texts if one.startswith("1 1 to another day")]
    looks = {cell.attributes["class"]: cell.text[0] for cell in cells}
    assert len(set(looks.values()) - set("123456789")) >= 3
    for cell in cells:
        (link,) = cell.all("a")
        assert link.attributes["aria-label"].count(":") == 1


def test_the_tables_of_the_page_have_captions_and_scopes(found):
    for table in read(page(found)).all("table"):
        assert table.all("caption")
        assert {"col", "colgroup", "row"} == {one.attributes["scope"] for one in table.all("th")}
        spread(table)


def test_every_link_of_the_page_leads_somewhere(found):
    element, files = read(page(found)), publish(found)
    ids = {one.attributes["id"] for name in ("article", "h2") for one in element.all(name)}
    for link in element.all("a"):
        target = link.attributes["href"]
        assert target.removeprefix("#") in ids if target.startswith("#") else target in files


def test_the_page_has_no_scripts_and_fetches_nothing(found):
    text = page(found).decode()
    assert "<script" not in text
    assert not re.search(r"( src=|url\()", text)
    assert "A &lt;fragile&gt; forum" in text
    assert "<fragile>" not in text


def test_a_page_of_which_nothing_matters_has_no_sheets(found):
    quiet = tuple(effect for effect in found.effects if not effect.matters)
    few = Fragility(found.standing, True, quiet)
    assert not read(page(few)).all("article")
    assert [one.title for one in tables(few)] == ["Rooms", "Officers"]
    assert "were not found out" not in summary(few)


def test_the_sheet_of_a_move(found):
    said = text(found, Loss("officer", "bob", "day-1", "morning"))
    assert said.startswith(
        "# If \\=Bob is not there on day-1 morning\n\nA \\<fragile\\> forum. Moves are counted"
    )
    assert "**1 meeting moves (1 to another day, 1 to another time" in said
    assert "| Second talk | Annex, 10:00-13:00 on day-1 (Monday 11 March 2030) |" in said
    assert "| Second talk | \\=Bob and Cyd \\| Cy | 3 |" in said
    assert "day-1 morning in the column unavailable" in said


def test_the_sheet_of_what_is_impossible(found):
    said = text(found, Loss("away", "fay"))
    assert "**No programme is possible.**" in said
    assert '- Speaker of Gala, "Opening"\n' in said
    assert "- Fay is not there from day-1.\n" in said
    assert VERIFIED in said
    assert "## To schedule" not in said


def test_the_sheet_of_a_loss_that_moves_nothing(found):
    assert "**Nothing moves.**" in text(found, Loss("room", "hall", "day-1", "afternoon"))
    already = text(found, Loss("officer", "fay", "day-1", "morning"))
    assert "**It is so already by the forum's own data, and nothing moves.**" in already


def test_a_release_that_does_not_stand_is_told(moving):
    assert counted_from(moving).endswith("Without any loss 1 meeting moves from it.")
    said = text(moving, Loss("room", "hall", "day-1", "afternoon"))
    assert "**Nothing more moves than 1 meeting without it.**" in said
    assert "## What moves" in said
    more = moving.by_loss[Loss("room", "hall", "day-1", "morning")]
    assert effect_words(more).startswith("2 meetings move")


def test_what_is_not_proven_says_so(found):
    loss = Loss("teams", fewer=1)
    effect = found.by_loss[loss]
    open_level = LevelResult(level=1, clauses=("release/day",), value=1, bound=0)
    unproven = Effect(loss, "moved", effect.programme.replace(levels=(open_level,)))
    forum = found.standing.forum
    assert cell_of(forum, unproven).sign == "≤1"
    assert effect_words(unproven).endswith("perhaps fewer, as time ran out before the proof")
    undecided = Effect(Loss("away", "ada"), "undecided")
    assert cell_of(forum, undecided).sign == "?"
    unverified = Effect(Loss("away", "bob"), "impossible", reasons=(Reason("a", "", "A"),), verified=False)
    few = Fragility(found.standing, True, (unproven, undecided, unverified))
    assert summary(few) == (
        "Of 3 losses 0 move nothing, 1 move meetings, 1 were not found out in the time given, and 1 leave "
        "no programme."
    )
    assert UNVERIFIED in sheet(few, unverified).decode()
    unexplained = Effect(Loss("away", "bob"), "impossible", verified=False)
    assert "What makes it impossible was not found out" in sheet(few, unexplained).decode()
    assert "These cannot stand together" not in sheet(few, unexplained).decode()
    assert "not found out in the time given" in sheet(few, undecided).decode()
    assert in_the_data(forum, loss) in sheet(few, unproven).decode()


def test_shifted_agendas_are_said(found):
    loss = Loss("officer", "fay", "day-2", "morning")
    programme = found.by_loss[Loss("teams", fewer=1)].programme
    held = found.standing.timetable
    shifted = tuple(
        part.replace(start=part.start + 30, end=part.end + 30) if part.segment == "opening" else part
        for part in held.segments
    )
    given = programme.forum.release.replace(timetable=held, meetings=())
    forum = programme.forum.replace(release=given)
    effect = Effect(loss, "moved", programme.replace(forum=forum, timetable=held.replace(segments=shifted)))
    few = Fragility(found.standing, True, (effect,))
    assert cell_of(forum, effect).kinds == ("1 in the agenda",)
    assert effect_words(effect) == "1 meeting moves"
    assert '- In Gala, "Opening" is held 10:30-11:00 instead of 10:00-10:30.' in sheet(few, effect).decode()
    assert "its segments are shifted" in page(few).decode()


def test_a_programme_that_was_not_released(found):
    assert counted_from(Fragility(found.standing, False, ())).endswith(
        "from the best programme, as nothing has been released."
    )
    late = found.standing.replace(status="feasible")
    assert "the programme found in the time given" in counted_from(Fragility(late, False, ()))


@pytest.mark.parametrize(
    ("loss", "words", "data"),
    [
        (Loss("room", "annex", "day-1", "morning"), "Annex is closed on day-1 morning", "rooms.yaml"),
        (Loss("officer", "ada", "day-2", "morning"), "Ada is not there on day-2 morning", "parties.csv"),
        (Loss("away", "ada"), "Ada cannot come at all", "from day-1 in the column"),
        (Loss("teams", fewer=1), "1 interpretation team is missing, so that 1 is left", "teams: 1."),
        (Loss("teams", fewer=2), "2 interpretation teams are missing, so that none is left", "teams: 0."),
    ],
)
def test_losses_in_words(found, loss, words, data):
    assert loss_words(found.standing.forum, loss) == words
    assert data in in_the_data(found.standing.forum, loss)


def test_many_teams_are_left_in_the_plural(found):
    forum = found.standing.forum
    venue = forum.venue.replace(interpretation=forum.venue.interpretation.replace(teams=3))
    assert loss_words(forum.replace(venue=venue), Loss("teams", fewer=1)).endswith("so that 2 are left")


def test_duties_of_a_half_day_and_of_all_days(found):
    assert duties_lost(found, Loss("officer", "ada", "day-1", "morning")) == ("Chairs of First talk",)
    assert duties_lost(found, Loss("officer", "ada", "day-1", "afternoon")) == ()
    assert duties_lost(found, Loss("away", "ada")) == ("Chairs of First talk",)
    assert duties_lost(found, Loss("room", "annex", "day-1", "morning")) == ()


def test_nobody_may_have_a_duty_in_what_moves(found):
    effect = found.by_loss[Loss("room", "hall", "day-2", "morning")]
    (row,) = told(effect)
    assert row[:2] == ("Gala", "Fay")
    sessions = tuple(
        one.replace(segments=tuple(part.replace(speakers=()) for part in one.segments))
        for one in effect.programme.forum.sessions
    )
    nobody = effect.programme.replace(forum=effect.programme.forum.replace(sessions=sessions))
    assert told(Effect(effect.loss, "moved", nobody))[0][1] == "nobody"
    assert told(Effect(effect.loss, "undecided")) == ()
