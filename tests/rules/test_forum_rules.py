"""Every rule on a forum's own data keeps what it shows, and says what is still open."""

import pytest
from pydantic import ValidationError

from scheduler.rules import ForumPreference, ForumRule, find_rule, rule_names
from tests.mini import forum_of, rule_of

RULES = [rule for rule in map(find_rule, rule_names()) if issubclass(rule, ForumRule)]
WISHES = [rule for rule in map(find_rule, rule_names()) if issubclass(rule, ForumPreference)]
KEPT = [(rule, overlay) for rule in RULES for overlay in rule.KEPT]
BROKEN = [(rule, overlay, sentence) for rule in RULES for overlay, sentence in rule.BROKEN]
FREE = [(rule, overlay) for rule in WISHES for overlay in rule.KEPT]
CHARGED = [(rule, *example) for rule in WISHES for example in rule.CHARGED]


def name_of(value: object) -> str | None:
    return value.name() if isinstance(value, type) else None


def stage(rule, overlay, **options):
    words = rule.OPTIONS | {name.replace("_", "-"): value for name, value in options.items()}
    forum = forum_of({**rule.FORUM, **overlay}, options=words)
    return forum, rule_of(forum, rule.name(), words)


def opens_of(name, overlay, **options):
    forum, active = stage(find_rule(name), overlay, **options)
    return [one.sentence for one in active.opens(forum)]


def breaches_of(name, overlay, **options):
    forum, active = stage(find_rule(name), overlay, **options)
    return [one.sentence for one in active.breaches(forum)]


def charges_of(name, overlay, **options):
    forum, active = stage(find_rule(name), overlay, **options)
    return [(one.sentence, one.price) for one in active.charges(forum)]


def with_segments(session: str, *segments: dict) -> dict:
    return {
        "sessions": {session: {"segments": [{"title": one["segment"].title(), **one} for one in segments]}}
    }


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


OPENS = [
    (
        "covers",
        {"sessions": {"round-table-1": {"objectives": [1, 2]}, "round-table-2": {}}},
        ["no session takes up objective 3, 4 yet; what round-table-2 takes up is not decided"],
    ),
    ("covers", {"sessions": {"round-table-1": {"objectives": [1, 2, 3, 4]}, "round-table-2": {}}}, []),
    (
        "covers-as-listed",
        {"sessions": {"round-table-1": {"objectives": [1, 3]}, "round-table-2": {}}},
        ["nobody has said which objectives round-table-2 takes up"],
    ),
    (
        "officers",
        {
            "sessions": {
                "round-table-1": {"duties": [{"role": "co-chair", "party": "egypt"}, {"role": "co-chair"}]}
            }
        },
        ["who is co-chair of round-table-1 beside Egypt is not decided; 2 needed"],
    ),
    (
        "officers",
        {"sessions": {"round-table-1": {}}},
        ["who is co-chair of round-table-1 is not decided; 2 needed"],
    ),
    (
        "officiates",
        {"sessions": {"plenary": {"duties": [{"role": "chairs"}]}}},
        ["in opening of plenary the role chairs is with nobody yet; it has to be with President"],
    ),
    ("officiates", {"sessions": {"plenary": {"duties": [{"role": "chairs", "party": "president"}]}}}, []),
    ("segment-order", {"sessions": {"plenary": {}}}, ["the agenda of plenary is not decided"]),
    ("segment-order", with_segments("plenary", {"segment": "opening"}), []),
    ("agenda-items", {"sessions": {"plenary": {}}}, ["the agenda of plenary is not decided"]),
    ("agenda-items", with_segments("plenary", {"segment": "closing"}), []),
    ("statements", {"sessions": {"plenary": {}}}, ["nobody has said who speaks in opening of plenary"]),
    (
        "statements",
        with_segments("plenary", {"segment": "opening"}),
        ["nobody has said who speaks in Opening of plenary"],
    ),
    ("statements", with_segments("plenary", {"segment": "opening", "speakers": ["media"]}), []),
    (
        "listed-order",
        with_segments("plenary", {"segment": "opening"}),
        ["nobody has said who speaks in opening of plenary"],
    ),
    ("listed-order", with_segments("plenary", {"segment": "opening", "speakers": ["media"]}), []),
    (
        "deadline",
        {"milestones": [{"milestone": "notes"}]},
        ["nobody has said when notes is done; the last day for it is 2029-11-26, 6 weeks before day-1"],
    ),
    ("deadline", {"milestones": [{"milestone": "notes", "done": "2029-11-01"}]}, []),
    (
        "deadline-wished",
        {"milestones": [{"milestone": "text-agreed"}]},
        ["nobody has said when text-agreed is done; it is wished by 2030-01-06"],
    ),
    ("deadline-wished", {"milestones": [{"milestone": "text-agreed", "done": "2029-11-01"}]}, []),
    (
        "reserved-time",
        {"sessions": {"round-table-1": {}}},
        ["the agenda of round-table-1 is not decided, and so no floor time is reserved yet"],
    ),
    ("reserved-time", with_segments("round-table-1", {"segment": "debate"}), []),
    (
        "interactive-share",
        {"sessions": {"round-table-1": {}}},
        ["the agenda of round-table-1 is not decided"],
    ),
    ("interactive-share", with_segments("round-table-1", {"segment": "debate"}), []),
]


@pytest.mark.parametrize(("name", "overlay", "sentences"), OPENS)
def test_what_is_not_decided_is_open(name, overlay, sentences):
    assert opens_of(name, overlay) == sentences


@pytest.mark.parametrize(("name", "overlay"), [(name, overlay) for name, overlay, said in OPENS if said])
def test_what_is_open_is_no_breach(name, overlay):
    judge = breaches_of if issubclass(find_rule(name), ForumRule) else charges_of
    assert judge(name, overlay) == []


def co_chaired(*duties: dict) -> dict:
    return {"sessions": {"round-table-1": {"duties": [{"role": "co-chair", **duty} for duty in duties]}}}


BALANCES = [
    ("group", [], "not appointed yet"),
    ("group", [{"party": "egypt"}, {}], "not appointed yet"),
    ("group", [{"party": "egypt"}, {"party": "ecuador"}, {}], None),
    ("group", [{"party": "egypt"}, {"party": "ecuador"}], None),
    ("group", [{"party": "egypt"}, {"party": "stranger"}], "stranger"),
    ("gender", [{"party": "egypt"}, {"party": "ecuador", "gender": "woman"}], "Egypt"),
    ("gender", [{"party": "egypt", "gender": "man"}, {"party": "ecuador", "gender": "woman"}], None),
    ("gender", [{"party": "egypt", "gender": "man"}], None),
]


@pytest.mark.parametrize(("by", "duties", "unknown"), BALANCES)
def test_a_balance_is_open_while_it_may_still_come(by, duties, unknown):
    sentence = f"the {by} of each co-chair of round-table-1 is not known: {unknown}"
    assert opens_of("balanced", co_chaired(*duties), by=by) == ([sentence] if unknown else [])
    assert charges_of("balanced", co_chaired(*duties), by=by) == []


def test_co_chairs_of_one_gender_are_charged():
    duties = {"party": "egypt", "gender": "man"}, {"party": "ecuador", "gender": "man"}
    sentence = "each co-chair of round-table-1 (Egypt, Ecuador) is of one gender: man"
    assert charges_of("balanced", co_chaired(*duties), by="gender") == [(sentence, 1)]


@pytest.mark.parametrize(
    ("options", "sentences"),
    [
        ({"at_least": 1, "at_most": 2}, []),
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


def test_set_pieces_longer_than_a_session_leave_nothing():
    overlay = with_segments("round-table-1", {"segment": "opening", "minutes": 200})
    sentence = "at most 0 percent of round-table-1 are interactive; 50 are wanted"
    assert charges_of("interactive-share", overlay) == [(sentence, 50)]


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
