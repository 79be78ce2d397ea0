"""The explorer of layouts in a real browser: filters, order, the address, the keyboard."""

import os
from pathlib import Path

import pytest

from scheduler.publishing.layouts import publish_layouts

from . import chromium
from .chromium import Chromium, Missing
from .layouts_cases import layouts
from .test_layouts import evil, unsolved

SHOWN = "document.getElementById('shown').textContent"
NUMBERS = "[...document.querySelectorAll('#rows .open')].map(one => one.textContent)"
COUNTS = """
[...document.querySelectorAll('#filters fieldset')].slice(0, 2).map(
  one => [...one.querySelectorAll('[data-count]')].map(count => count.textContent).join())
"""
ROWS = """
[...document.querySelectorAll('{} tbody tr')].map(
  row => [...row.children].map(one => one.innerText.replaceAll('\\n', ' ')))
"""
TAB, ENTER, SPACE = ("Tab", 9), ("Enter", 13, "\r"), (" ", 32, " ")


def started(folder: Path) -> Chromium:
    """Start a browser, or say aloud that this machine has none."""
    try:
        return Chromium(folder)
    except Missing as missing:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(missing))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The pages that are looked at: a small one, one of 1,680 layouts, one that is meant to do harm."""
    root = tmp_path_factory.mktemp("layouts")
    cases = {"small": layouts(), "large": layouts(weeks=140), "evil": evil(), "unsolved": unsolved()}
    for name, found in cases.items():
        for file, content in publish_layouts(found).items():
            (root / f"{name}-{file}").write_bytes(content)
    return root


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with started(tmp_path_factory.mktemp("browser")) as running:
        yield running


@pytest.fixture
def look(browser, folder):
    """Open one of the pages, and have nothing complain while it is looked at."""

    def opened(part="", name="small"):
        assert browser.complaints == []
        browser.open(folder / f"{name}-layouts.html", part)
        return browser

    yield opened
    assert browser.complaints == []


def test_a_browser_that_is_missing_is_skipped_and_under_ci_fails(monkeypatch, tmp_path):
    monkeypatch.setattr(chromium.shutil, "which", lambda _: None)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Missing, match="chromium is not installed"):
        started(tmp_path)
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match="chromium is not installed"):
        started(tmp_path)


def test_everything_is_shown_at_first(look):
    page = look()
    assert page(SHOWN) == "60 of 60 layouts shown, 46 of them possible."
    assert page("location.hash") == ""
    assert page("document.getElementById('explore').hidden") is False
    assert len(page(NUMBERS)) == 60


def test_a_filter_leaves_its_layouts_and_counts_the_others(look):
    page = look()
    click(page, "Week 2 of 2030")
    assert page(SHOWN) == "48 of 60 layouts shown, 36 of them possible."
    assert page("location.hash") == "#axis.weeks=week-1,week-3,week-4,week-5"
    assert page(COUNTS) == ["6,10,10,10,10", "12,12,12"]
    click(page, "Conference rooms only")
    assert page(COUNTS) == ["3,7,7,7,7", "12,12,12"]
    page("document.getElementById('reset').click()")
    assert page("location.hash") == ""
    assert page(SHOWN).startswith("60 of 60")


def click(page, words):
    page(
        "[...document.querySelectorAll('#filters label')]"
        f".find(one => one.textContent.startsWith('{words}')).click()"
    )


def test_all_and_none_of_an_axis(look):
    page = look()
    page("document.querySelectorAll('#filters .all button')[1].click()")
    assert page(SHOWN) == "0 of 60 layouts shown, 0 of them possible."
    assert page("document.getElementById('nothing').hidden") is False
    assert page("location.hash") == "#axis.weeks="
    click(page, "Week 3 of 2030")
    assert page(SHOWN) == "12 of 60 layouts shown, 10 of them possible."
    page("document.querySelectorAll('#filters .all button')[0].click()")
    assert page(SHOWN).startswith("60 of 60")


def test_the_address_brings_the_same_view_back(look):
    part = (
        "#axis.rooms=conference,hall&status=optimal&columns=rooms-used,level-2&front=left&sort=level-2"
        "&show=best.rooms-used&order=reversed&open=55,19&by=rooms&across=teams&change=conference,all"
    )
    page = look(part)
    usual = part.replace("open=55,19", "open=19,55").replace("rooms-used,level-2", "level-2,rooms-used")
    assert sorted(page("location.hash")[1:].split("&")) == sorted(usual[1:].split("&"))
    assert page(NUMBERS) == ["55", "56", "57", "43", "44", "45", "31", "32", "33", "19", "20", "21", "7", "8"]
    assert page("[...document.querySelectorAll('#rows .opened h4')].map(one => one.textContent)") == [
        "Layout 55, on the Pareto front: possible",
        "Layout 19, on the Pareto front: possible",
    ]
    assert page("document.querySelector('#pivot caption').textContent") == (
        "Rooms open by Interpretation teams: Rooms used: best; the other axes as filtered, ★ where it is best"
    )
    assert page("document.querySelector('#change-table caption').textContent") == (
        "With Every room instead of Conference rooms only, where both are possible"
    )
    page("location.hash = 'axis.weeks=week-2'")
    page("new Promise(done => setTimeout(done, 50))")
    assert page(SHOWN).startswith("12 of 60")


def test_links_to_parts_of_the_page_keep_what_was_asked_for(look):
    page = look("#axis.weeks=week-3")
    page("document.querySelector('a[href=\\'#front\\']').click()")
    page("new Promise(done => setTimeout(done, 50))")
    assert page("location.hash") == "#front"
    assert page(SHOWN).startswith("12 of 60")


@pytest.mark.parametrize(
    "part",
    [
        "#front=every&sort=nothing&page=x&by=none&across=none&change=a&show=b&open=x,999&%E0%A4%A=1",
        "#values",
        "#&&=&page=-3",
    ],
)
def test_an_address_that_means_nothing_shows_everything(look, part):
    assert look(part)(SHOWN).startswith("60 of 60")


def test_layouts_are_put_in_order_best_first(look):
    page = look("#axis.weeks=week-3")
    by = "document.querySelector('#head [data-key=speakers-at-3-minutes]')"
    order = "[...document.querySelectorAll('#head th[aria-sort]')].map(one => one.ariaSort)"
    assert page(order) == ["ascending"]
    page(f"{by}.click()")
    assert page(order) == ["descending"]
    best = ["26", "30", "33", "34"]
    short = ["27", "28", "31", "32", "35", "36"]
    assert page(NUMBERS) == [*best, *short, "25", "29"]
    page(f"{by}.click()")
    assert page(order) == ["ascending"]
    assert page(NUMBERS) == [*short, *best, "25", "29"]


def test_details_have_grid_reasons_notes_and_identical_layouts(look):
    page = look("#open=14,13,9")
    texts = page("[...document.querySelectorAll('#rows .details')].map(one => one.innerText)")
    assert "Monday 7 January 2030 is a holiday of the venue." in texts[0]
    assert "Meetings, were it possible" in texts[0]
    assert "Only one interpretation team is there." in texts[1]
    assert "Not verified" not in texts[1]
    assert "Wednesday 6 February 2030 may be Eid al-Fitr, give or take a day." in texts[2]
    assert "Solved as problem 2, which 5 layouts share: the same as layouts 2, 26, 38, 50." in texts[2]
    assert page(ROWS.format("#details-14 .small-grid")) == [
        ["10:00–13:00", "Hearing & more General Assembly Hall", "Round table 3 Conference Room 4"],
        ["15:00–18:00", "", "Round table 4 Conference Room 4"],
    ]


def test_cells_that_were_not_solved_say_so(look):
    page = look("#open=1,2&by=teams", "unsolved")
    last = "[...document.querySelectorAll('#rows .details > p:last-child')].map(one => one.textContent)"
    assert page(last) == [
        "It was not found out which problem it is.",
        "Nothing had to be solved to find that out.",
    ]
    assert page("document.getElementById('change-said').textContent").endswith(" Of 1 it is not known.")
    assert page("document.getElementById('change-table').hidden") is True
    assert "1 not known" in page("document.getElementById('pivot').innerText")
    page("document.getElementById('across').value = 2")
    page("document.getElementById('across').dispatchEvent(new Event('change'))")
    assert "of 1, 1 not known" in page("document.getElementById('pivot').innerText")
    click(page, "Impossible")
    assert page(SHOWN) == "2 of 3 layouts shown, 1 of them possible."


def test_the_front_of_what_is_left_is_found_again(look):
    page = look()
    every = "[...CELLS.number.keys()]"
    assert page(f"frontOf({every}).join()") == page(f"{every}.filter(one => CELLS.front[one]).join()")
    others = f"{every}.filter(one => titleOf(one, 1) !== 'Conference rooms only')"
    without = page(f"frontOf({others}).map(one => titleOf(one, 2))")
    assert set(without) == {"180 minutes"}
    assert page("CELLS.measures[CHOSEN[0]].fill(null); frontOf([...CELLS.number.keys()]).length") == 0


def test_values_are_compared(look):
    page = look("#by=lengths")
    assert page(ROWS.format("#pivot"))[1] == [
        "90 minutes",
        "28 of 30",
        "60 typically 180, at worst 300",
        "★ 1 typically 2, at worst 3",
        "1",
        "150",
    ]
    assert page("document.getElementById('change-said').textContent") == (
        "Of 30 pairs of layouts that differ in nothing else, 18 are possible both ways, 0 only with "
        "180 minutes, and 10 only with 90 minutes."
    )
    assert page(ROWS.format("#change-table"))[1:] == [
        ["Rooms used", "5", "13", "0", "−1 to 0, typically nothing"],
        ["Interpretation teams at the peak", "14", "4", "0", "−1 to 0, typically −1"],
        ["Speakers at 3 minutes each", "0", "0", "18", "−38"],
    ]
    assert look("#by=lengths&axis.teams=1")("document.getElementById('change-said').textContent") == (
        "Of 15 pairs of layouts that differ in nothing else, 4 are possible both ways, 0 only with "
        "180 minutes, and 10 only with 90 minutes."
    )
    heat = look("#by=weeks&across=rooms&axis.lengths=long")
    assert heat(ROWS.format("#pivot"))[0] == ["Week 1 of 2030", "1 of 2", "1 of 2", "0 of 2"]
    assert heat(ROWS.format("#pivot"))[1][3] == "★ 2 of 2"


def test_the_page_is_used_by_keyboard_alone(look):
    page = look("#axis.weeks=week-3")
    page("document.querySelector('#head button').focus()")
    page.press(*ENTER)
    assert page("location.hash").endswith("&order=reversed")
    assert page("document.activeElement.dataset.key") == "layout"
    page("document.querySelector('#rows .open').focus()")
    page.press(*ENTER)
    assert page("document.activeElement.ariaExpanded") == "true"
    assert page("document.activeElement.getAttribute('aria-controls')") == "details-36"
    assert page("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.press(*TAB)
    assert page("document.activeElement.getAttribute('aria-label')") == "Meetings of layout 36"
    page("document.querySelector('#rows .open').focus()")
    page.press(*ENTER)
    assert page("document.querySelectorAll('#rows .opened').length") == 0
    page("document.querySelector('#filters input').focus()")
    page.press(*SPACE)
    assert page(SHOWN).startswith("24 of 60")


def test_every_control_has_a_name(look):
    page = look()
    nameless = (
        "[...document.querySelectorAll('button, select, input')].filter(one => "
        "!(one.textContent.trim() || one.ariaLabel || one.labels.length)).length"
    )
    assert page(nameless) == 0
    assert page("document.querySelectorAll('#by, #across, #from, #to, #show').length") == 5
    assert page("[...document.querySelectorAll('select')].every(one => one.labels.length === 1)")


def test_many_layouts_come_in_pages(look):
    page = look("#page=3", "large")
    assert (
        page("[...document.querySelectorAll('.pager .where')].map(one => one.textContent)")
        == ["201 to 300 of 1,680"] * 2
    )
    page("document.querySelectorAll('.pager button')[1].focus()")
    page.press(*ENTER)
    assert page(NUMBERS)[0] == "301"
    assert page("document.activeElement.textContent") == "Next page"
    assert look("#page=999", "large")(NUMBERS)[-1] == "1680"
    page("document.querySelectorAll('.pager button')[1].click()")
    assert page("document.querySelectorAll('.pager button')[1].getAttribute('aria-disabled')") == "true"
    assert page("location.hash") == "#page=17"


@pytest.mark.parametrize("name", ["small", "evil", "unsolved"])
def test_rows_are_written_as_the_table_has_them(look, folder, name):
    page = look("", name)
    text = (folder / f"{name}-layouts.csv").read_text(encoding="utf-8")
    assert page("csvOf([...CELLS.number.keys()])") == text


def test_downloaded_rows_are_those_that_are_shown(look):
    page = look("#axis.weeks=week-3&sort=rooms-used")
    page("URL.createObjectURL = (blob) => { window.kept = blob.text(); return 'about:blank#'; }")
    page("HTMLAnchorElement.prototype.click = function () { window.name_of_it = this.download; }")
    page("document.getElementById('download').click()")
    lines = page("window.kept").splitlines()
    assert [line.split(",")[0] for line in lines[:3]] == ["layout", "31", "32"]
    assert len(lines) == 13
    assert page("window.name_of_it") == "imrf-2022-layouts-shown.csv"


def test_harmful_texts_stay_texts(look):
    page = look("#open=2", "evil")
    assert page("document.querySelectorAll('script').length") == 2
    assert page("document.querySelectorAll('b, main a[href^=javascript]').length") == 0
    assert "<script>alert('x')</script>" in page("document.querySelector('#rows .details').textContent")


def test_nothing_is_wider_than_a_narrow_window(look):
    page = look("#open=2&across=teams")
    page.ask("Emulation.setDeviceMetricsOverride", width=400, height=800, deviceScaleFactor=1, mobile=False)
    wide = page("document.documentElement.scrollWidth")
    page.ask("Emulation.clearDeviceMetricsOverride")
    assert wide <= 400
