"""Every rule on a forum's own data keeps what it shows, with the edges of its options."""

import pytest
from pydantic import ValidationError

from scheduler.rules import ForumPreference, ForumRule, find_rule, rule_names
from tests.rules.data_rules import breaches_of, charges_of, co_chaired, opens_of, stage, with_segments

RULES = [rule for rule in map(find_rule, rule_names()) if issubclass(rule, ForumRule)]
WISHES = [rule for rule in map(find_rule, rule_names()) if issubclass(rule, ForumPreference)]
KEPT = [(rule, overlay) for rule in RULES for overlay in rule.KEPT]
BROKEN = [(rule, overlay, sentence) for rule in RULES for overlay, sentence in rule.BROKEN]
FREE = [(rule, overlay) for rule in WISHES for overlay in rule.KEPT]
CHARGED = [(rule, *example) for rule in WISHES for example in rule.CHARGED]


def name_of(value: object) -> str | None:
    return value.name() if isinstance(value, type) else None


@pytest.mark.parametrize(("rule", "overlay"), KEPT, ids=name_of)
def test_kept_examples_have_no_breach(rule, overlay):
    forum, active = stage(rule, overlay)
    assert list(active.breaches(forum)) == []


@pytest.mark.parametrize(("rule", "overlay", "sentence"), BROKEN, ids=name_of)
def test_broken_examples_have_that_breach(rule, overlay, sentence):
    forum, active = stage(rule, overlay)
    breaches = list(active.breaches(forum))
    assert [breach.sentence for breach in breaches] == [sentence]
    assert breaches[0].clause == active.clause.clause


@pytest.mark.parametrize(("rule", "overlay"), FREE, ids=name_of)
def test_free_examples_cost_nothing(rule, overlay):
    forum, active = stage(rule, overlay)
    assert list(active.charges(forum)) == []


@pytest.mark.parametrize(("rule", "overlay", "sentence", "price"), CHARGED, ids=name_of)
def test_charged_examples_cost_that(rule, overlay, sentence, price):
    forum, active = stage(rule, overlay)
    assert [(charge.sentence, charge.price) for charge in active.charges(forum)] == [(sentence, price)]


@pytest.mark.parametrize("rule", [*RULES, *WISHES], ids=name_of)
def test_every_rule_shows_both_sides(rule):
    shown = rule.BROKEN if issubclass(rule, ForumRule) else rule.CHARGED
    assert rule.KEPT
    assert shown


@pytest.mark.parametrize("rule", [*RULES, *WISHES], ids=name_of)
def test_every_rule_says_why(rule):
    promise, _, why = rule.__doc__.partition("Why:")
    assert promise.strip().endswith(".")
    assert why.strip()


@pytest.mark.parametrize(
    ("options", "sentences"),
    [
        ({"at_least": 1, "at_most": 2}, []),
        ({"at_least": 2}, []),
        ({"at_least": 3}, ["meetings of plenary: 2 (plenary (1 of 2), plenary (2 of 2)); at least 3 needed"]),
        ({"at_most": 1}, ["meetings of plenary: 2 (plenary (1 of 2), plenary (2 of 2)); at most 1 needed"]),
    ],
)
def test_meetings_are_counted_between_bounds(options, sentences):
    words = {"sessions": {"kind": "plenary"}, "count": "meetings", "exactly": None}
    assert breaches_of("so-many", {"sessions": {"plenary": {"meetings": 2}}}, **words, **options) == sentences


def test_a_kind_that_a_forum_lacks_is_counted_as_none():
    mandates = [{"mandate": "example", "title": "Example", "kinds": ["hearing"]}]
    found = breaches_of("so-many", {"mandates": mandates}, sessions={"kind": "hearing"}, exactly=1)
    assert found == ["sessions of hearing: 0 (none); exactly 1 needed"]


SPLITS = [
    ({"round-table-1": [1, 3]}, [("objective 2 is taken up by no session; it is listed for number 2", 1)]),
    (
        {"round-table-1": [1, 3], "round-table-2": [2, 9]},
        [("objective 9 is taken up by round-table-2; it is listed for no session", 1)],
    ),
    (
        {"round-table-1": [1, 3], "round-table-2": [2, 3]},
        [("objective 3 is taken up by round-table-1 and round-table-2; it is listed for round-table-1", 1)],
    ),
    (
        {"round-table-1": [1, 2, 3], "round-table-2": []},
        [("objective 2 is taken up by round-table-1; it is listed for round-table-2", 1)],
    ),
]


@pytest.mark.parametrize(("objectives", "charges"), SPLITS)
def test_each_objective_out_of_place_costs_one(objectives, charges):
    sessions = {session: {"objectives": numbers} for session, numbers in objectives.items()}
    assert charges_of("covers-as-listed", {"sessions": sessions}) == charges


def test_a_role_for_a_whole_session_may_lie_in_any_segment():
    duties = [{"role": "chairs", "party": "president", "segment": "opening"}]
    overlay = {"sessions": {"plenary": {"duties": [*duties, {"role": "chairs", "party": "deputy"}]}}}
    assert breaches_of("officiates", overlay, segments=[]) == []


def test_a_role_in_another_segment_does_not_count():
    duties = [{"role": "chairs", "party": "president", "segment": "closing"}]
    overlay = {"sessions": {"plenary": {"duties": duties}}}
    assert breaches_of("officiates", overlay) == []
    assert len(opens_of("officiates", overlay)) == 1


def test_an_officer_who_stands_in_no_list_is_of_no_kind():
    overlay = co_chaired({"party": "egypt"}, {"party": "nobody"})
    assert breaches_of("officers", overlay) == ["nobody is co-chair of round-table-1 and no member-state"]


def test_a_role_without_bounds_is_free():
    overlay = co_chaired({"party": "egypt"}, {"party": "media"}, {"party": "germany"})
    assert breaches_of("officers", overlay, least=0, most=None, party_kind=None) == []


def test_only_some_may_speak_and_none_has_to():
    overlay = with_segments("plenary", {"segment": "opening", "speakers": ["secretary-general"]})
    assert breaches_of("statements", overlay, parties=[]) == []


def test_anybody_may_speak_beside_those_who_have_to():
    overlay = with_segments("plenary", {"segment": "opening", "speakers": ["media", "president"]})
    assert breaches_of("statements", overlay, only=[]) == []


def test_each_two_who_speak_in_reverse_cost_one():
    speakers = ["media", "secretary-general", "president"]
    overlay = with_segments(
        "plenary", {"segment": "opening", "speakers": speakers}, {"segment": "debate", "speakers": speakers}
    )
    assert [price for _, price in charges_of("listed-order", overlay)] == [1, 1, 1]


def test_a_forum_without_numbered_days_has_none():
    assert breaches_of("day-count", {"days": {"hearing-day": "2030-05-13"}}) == [
        "the forum has 0 numbered days (none); it lasts 2"
    ]


def test_days_are_followed_by_their_numbers():
    days = {"days": {"day-2": "2030-05-14", "day-1": "2030-05-15"}}
    assert breaches_of("day-count", days) == ["day-2 is on 2030-05-14; the day after day-1 is 2030-05-16"]


def test_days_that_are_only_counted_may_lie_apart():
    days = {"days": {"day-1": "2030-05-14", "day-2": "2030-05-20"}}
    assert breaches_of("day-count", days, consecutive=False) == []


def test_who_speaks_twice_is_not_out_of_order():
    overlay = with_segments("plenary", {"segment": "opening", "speakers": ["president", "president"]})
    assert charges_of("listed-order", overlay) == []


BAD_OPTIONS = [
    ("so-many", {"exactly": None}, "Maybe exactly: 4"),
    ("so-many", {"at_least": 1}, "Maybe exactly: 4"),
    ("segment-order", {"order": [], "first": None, "last": None}, "Maybe order: [opening, debate, closing]"),
    ("agenda-items", {"item": None}, "Maybe item: summary-of"),
    ("agenda-items", {"items": [], "item": None, "item_for_each": None}, "Maybe items: [adoption]"),
    ("statements", {"parties": [], "only": []}, "Maybe parties: [secretary-general]"),
    ("day-count", {"count": None, "consecutive": False}, "Maybe count: 4"),
    ("deadline", {"weeks_before": None}, "Maybe weeks-before: 6"),
    ("deadline", {"days_before": 3}, "Maybe weeks-before: 6"),
]


@pytest.mark.parametrize(("name", "options", "sentence"), BAD_OPTIONS)
def test_options_that_say_nothing_are_refused(name, options, sentence):
    rule = find_rule(name)
    words = rule.OPTIONS | {key.replace("_", "-"): value for key, value in options.items()}
    with pytest.raises(ValidationError) as refusal:
        rule.Options.model_validate(words)
    assert sentence in str(refusal.value)
