"""The page of a list of speakers: complete, readable by machines that read aloud, and safe."""

import re

from scheduler.publishing.speakers import publish_speakers

from .page import read, spread
from .speakers_plans import LATER, hostile, nobody, plan


def page(of):
    return publish_speakers(of)["speakers.html"]


def tables(of, look):
    return [one for one in read(page(of)).all("table") if look in one.attributes["class"].split()]


def test_each_meeting_has_a_table_with_a_line_for_each_statement():
    first, second = tables(plan(), "speakers")
    assert first.all("caption")[0].text == "Day 1, Monday 7 January 2030, 10:00–13:00"
    head, *lines = [[cell.text for cell in row] for row in spread(first)]
    assert head == [
        "No.",
        "At about",
        "Party",
        "Level",
        "Language",
        "Limit",
        "Called between",
        "In the list",
        "Plain order",
        "Spoken",
        "Why here",
    ]
    assert lines[0] == ["1", "10:00:00", "Egypt", "Head of State", "Arabic", "3:00", "", "1", "", "yes", ""]
    assert lines[1][2] == "Fiji on behalf of SIDS"
    assert lines[2][6:] == ["10:31–10:36", "3", "1", "no", LATER]
    assert lines[3][2] == "Egypt right of reply"
    assert [cell.text for cell in spread(second)[1]] == ["Nobody is called in this meeting."] * 11


def test_lines_are_told_apart():
    *entries, last = plan().entries
    rows = tables(plan(entries=(*entries, last.replace(spoken=True))), "speakers")[0].all("tr")[1:]
    assert [row.attributes.get("class", "") for row in rows] == ["spoken", "", "", "reply", "reply spoken"]


def test_tables_have_captions_and_scopes():
    found = read(page(plan())).all("table")
    assert len(found) == 4
    for table in found:
        assert table.all("caption")
        rows = {"row"} if "Nobody is called" not in table.text else set()
        assert {one.attributes["scope"] for one in table.all("th")} == {"col"} | rows
        spread(table)


def test_what_stands_before_and_after_the_list():
    text = read(page(plan())).text
    parts = (
        "List of speakers: General debate",
        "Forum of lists",
        "No list departs less from the plain order.",
        "3 statements, 2 rights of reply",
        "30 seconds pass between two statements",
        "Room for all 3",
        "2:30 (the limit set) 3 yes",
        "What is counted",
        "Day 1, Monday 7 January 2030",
        "What has happened",
        "Not possible: Fiji cannot be there.",
        "Nothing else changes.",
        "Not listed",
        "Haiti : Was inscribed after the list had been closed.",
    )
    places = [text.rindex(part) for part in parts]
    assert places == sorted(places)


def test_nobody_is_listed():
    element = read(page(nobody()))
    assert "Why there is no list The times of 2 speakers cannot all be kept:" in element.text
    for words in ("What has happened", "Not listed", "What was wished for", "Room for all"):
        assert words not in element.text


def test_every_link_leads_somewhere():
    for of in (plan(), nobody()):
        element = read(page(of))
        ids = {one.attributes["id"] for one in element.all("h2")}
        targets = [one.attributes["href"] for one in element.all("a")]
        assert targets
        assert {target.removeprefix("#") for target in targets} <= ids


def test_nothing_runs_and_nothing_is_fetched():
    text = page(hostile()).decode()
    assert "<script" not in text
    assert not re.search(r"( src=|url\()", text)
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" in text
    assert "script-src" not in text
    assert "default-src 'none'" in text
