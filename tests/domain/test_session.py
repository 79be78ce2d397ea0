"""Agendas as they are written, and what of them is held."""

import pytest

from scheduler.domain.facts import facts_of
from scheduler.domain.facts import forum_of as forum_of_facts
from scheduler.domain.session import Duty, Segment, Session
from tests.mini import forum_of

AGENDA = [
    {"segment": "opening", "title": "Opening", "minutes": 10},
    {"segment": "keynote", "title": "Keynote", "minutes": 20, "only-with": "keynote-speaker"},
    {"segment": "discussion", "title": "Discussion", "reserved-percent": 30},
]
WHOLE, SHORT = ("opening", "keynote", "discussion"), ("opening", "discussion")


def session(*duties: dict[str, str]) -> Session:
    words = {"session": "talk", "kind": "talk", "title": "Talk", "minutes": 60}
    return Session.model_validate({**words, "segments": AGENDA, "duties": duties})


def held(one: Session) -> tuple[str, ...]:
    return tuple(segment.segment for segment in one.segments)


@pytest.mark.parametrize(
    ("duties", "segments"),
    [
        ([], SHORT),
        ([{"role": "co-chair", "party": "ada"}], SHORT),
        ([{"role": "keynote-speaker", "party": "ada"}], WHOLE),
        ([{"role": "keynote-speaker"}], WHOLE),
        ([{"role": "keynote-speaker", "segment": "keynote"}], WHOLE),
    ],
)
def test_a_segment_is_only_held_with_its_role(duties, segments):
    assert held(session(*duties)) == segments


def test_all_of_an_agenda_stays_what_was_written():
    one = session()
    assert tuple(part.segment for part in one.all_segments) == WHOLE
    assert held(one.replace(duties=(Duty(role="keynote-speaker"),))) == WHOLE


def test_an_agenda_is_replaced_by_the_name_that_files_use():
    part = Segment(segment="all", title="All")
    assert session().replace(segments=(part,)) == session().replace(all_segments=(part,))
    assert session().replace(segments=(part,)).segments == (part,)


def test_facts_have_the_agenda_as_it_was_written():
    forum = forum_of({"sessions": {"talk": {"segments": AGENDA}}})
    facts = facts_of(forum)
    assert facts["sessions"]["talk"]["segments"] == AGENDA
    assert forum_of_facts(facts, forum) == forum


@pytest.mark.parametrize(
    ("words", "minutes", "reserved"),
    [
        ({}, 90, None),
        ({"reserved": 0}, 90, 0),
        ({"reserved": 30}, 90, 30),
        ({"reserved-percent": 0}, 90, 0),
        ({"reserved-percent": 30}, 0, 0),
        ({"reserved-percent": 30}, 60, 18),
        ({"reserved-percent": 30}, 70, 21),
        ({"reserved-percent": 30}, 71, 22),
        ({"reserved-percent": 100}, 71, 71),
    ],
)
def test_reserved_time_is_in_minutes_or_a_share_rounded_up(words, minutes, reserved):
    segment = Segment.model_validate({"segment": "debate", "title": "Debate", **words})
    assert segment.reserves(minutes) == reserved
