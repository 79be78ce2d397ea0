"""Parties that are needed in several places at once."""

from scheduler.domain.session import Duty
from tests.counting.narrow import (
    EGYPT,
    NHRI,
    chairs,
    forum_with,
    found,
    ids,
    the_one,
    within,
)


def test_a_party_in_two_places_by_its_own_data():
    overlay = {"sessions": chairs("round-table-1", "round-table-2"), "parties": [EGYPT]}
    one = the_one(
        forum_with(
            overlay,
            within("day-1 morning", session="round-table-1"),
            ("within", within("day-1 10:00-14:00", session="round-table-2")[1]),
        )
    )
    assert (one.lacking, one.subjects) == ("party", ("round-table-1", "round-table-2", "egypt"))
    assert ids(one.given) == ["one-place-per-party"]
    assert one.sentence == (
        "Egypt is needed in round-table-1 (180 minutes within day-1 morning) and round-table-2 (180 minutes "
        "within day-1 10:00-14:00), which cannot be apart (within, paragraph 1; within, paragraph 1)."
    )


def test_several_parties_in_the_same_two_places_are_named_together():
    overlay = {"sessions": chairs("panel-1", "panel-2"), "parties": [EGYPT, NHRI]}
    forum = forum_with(overlay, within("day-1 morning", kind="panel"))
    more = [one.replace(duties=(*one.duties, Duty(role="keynote", party="nhri"))) for one in forum.sessions]
    one = the_one(forum.replace(sessions=tuple(more)))
    assert one.subjects == ("panel-1", "panel-2", "egypt", "nhri")
    assert one.sentence.startswith("Egypt and NHRI are needed in panel-1 (180 minutes within")


def test_a_party_in_more_places_than_fit_one_after_another():
    overlay = {"sessions": chairs("panel-1", "panel-2", "panel-3"), "parties": [EGYPT]}
    one = the_one(forum_with(overlay, within("day-1", kind="panel")))
    assert one.subjects == ("panel-1", "panel-2", "panel-3", "egypt")
    assert one.sentence == (
        "Egypt is needed in 3 meetings of kind panel (panel-1, panel-2 and panel-3), but no more than 2 of "
        "them fit one after another within day-1 morning and day-1 afternoon (within, paragraph 1; "
        "official-hours, paragraph 1)."
    )


def test_a_party_that_is_needed_in_a_segment_alone_is_not_counted():
    overlay = {
        "sessions": {
            "panel-1": {
                "segments": [
                    {"segment": "opening", "title": "Opening", "minutes": 60},
                    {"segment": "rest", "title": "Rest"},
                ],
                "duties": [{"role": "chair", "party": "egypt", "segment": "opening"}],
            },
            "panel-2": {"minutes": 60, "duties": [{"role": "chair", "party": "egypt"}]},
        },
        "parties": [{**EGYPT, "unavailable": ["day-2"]}],
    }
    assert found(forum_with(overlay, within("day-1 morning", kind="panel"))) == ()
