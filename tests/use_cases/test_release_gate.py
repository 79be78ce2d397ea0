"""What may be published: nothing that breaks a mandate, nor a practice that nobody answers for."""

import pytest

from scheduler.domain.release import Acknowledgement
from scheduler.judging import judge
from scheduler.reading import BadData, read_forum
from scheduler.use_cases.release_gate import NothingToAcknowledge
from tests.reading.small import CHARTER, MEETINGS
from tests.use_cases.releasing import (
    WITH_PRACTICE,
    change,
    kept,
    out,
    plan,
    problem,
    released,
    unreleased,
)


def test_what_breaks_a_mandate_is_not_published(tmp_path):
    folder = unreleased(tmp_path)
    answer = released(folder, 2, "published", plan(tmp_path, "annex", of="plenary-1"))
    assert [one.clause for one in answer.breaches] == ["10/hall"]
    assert (answer.path, answer.scheduled) == (None, None)
    assert not [*(folder / "releases").iterdir()]
    assert not out(folder).exists()


def test_what_breaks_a_mandate_may_be_a_draft(tmp_path):
    folder = unreleased(tmp_path)
    answer = released(folder, 2, "draft", plan(tmp_path, "annex", of="plenary-1"))
    assert answer.path is not None
    assert [one.clause for one in answer.breaches] == ["10/hall"]
    assert answer.scheduled.programme.release is None


def test_a_timetable_made_by_hand_as_a_table_is_judged_as_well(tmp_path):
    folder = unreleased(tmp_path)
    table = tmp_path / "plan.csv"
    rows = [f"{one['id']},{one['room']},{one['start'][:16]},{one['end'][:16]}" for one in MEETINGS]
    table.write_text(
        "\n".join(["meeting,room,start,end", *rows]).replace("plenary-1,hall", "plenary-1,annex")
    )
    assert [one.clause for one in released(folder, 2, "published", table).breaches] == ["10/hall"]


def test_a_deadline_that_was_missed_stands_in_nobody_s_way(tmp_path):
    deadline = (
        "  - clause: 14/report\n    paragraph: '14'\n    tier: mandate\n    says: The report is early.\n"
        "    rule: deadline\n    milestone: report\n    day: day-1\n    weeks-before: 20\n"
    )
    folder = unreleased(tmp_path, **{"mandates/charter.yaml": CHARTER + deadline})
    answer = released(folder, 2, "published", plan(tmp_path))
    assert answer.path is not None
    assert [
        one.clause for one in judge(answer.forum, read_forum(folder).rules, answer.release.timetable).breaches
    ]


BREACH = ("custom/talk-hall", "talk")
REASON = {"custom/talk-hall": "the hall is being painted"}


def test_a_breach_of_practice_needs_somebody_to_answer_for_it(tmp_path):
    folder = unreleased(tmp_path, **WITH_PRACTICE)
    answer = released(folder, 2, "published", plan(tmp_path))
    assert [(one.clause, one.subject) for one in answer.breaches] == [BREACH]
    assert answer.path is None
    answer = released(folder, 2, "published", plan(tmp_path), reasons=REASON)
    assert answer.path is not None
    (one,) = read_forum(folder).forum.release.acknowledged
    assert (one.clause, one.subject, one.because) == (*BREACH, "the hall is being painted")
    assert answer.scheduled.programme.release == 1


def test_what_is_answered_for_stands_in_the_next_release(tmp_path):
    folder = unreleased(tmp_path, **WITH_PRACTICE)
    released(folder, 2, "published", plan(tmp_path), reasons=REASON)
    answer = released(folder, 3, "published")
    assert answer.release.acknowledged == kept_answers(folder, 1)
    again = released(folder, 4, "published", plan(tmp_path), reasons={"custom/talk-hall": "still wet"})
    assert [one.because for one in again.release.acknowledged] == ["still wet"]


def kept_answers(folder, number):
    return tuple(map(Acknowledgement.model_validate, kept(folder, number)["acknowledged"]))


def test_it_lapses_with_the_facts_under_it(tmp_path):
    folder = unreleased(tmp_path, **WITH_PRACTICE)
    released(folder, 2, "published", plan(tmp_path), reasons=REASON)
    change(tmp_path / "mandates/charter.yaml", "The talk is in the hall.", "The talk has to be in the hall.")
    answer = released(folder, 3, "published", plan(tmp_path))
    assert (answer.path, answer.release.acknowledged) == (None, ())


def test_facts_that_are_lost_are_missed_where_something_is_answered_for(tmp_path):
    folder = unreleased(tmp_path, **WITH_PRACTICE)
    released(folder, 2, "published", plan(tmp_path), reasons=REASON)
    next((folder / "releases").glob("facts-*.json")).write_text("{}")
    with pytest.raises(BadData) as refused:
        released(folder, 3, "published", plan(tmp_path))
    assert problem(refused).startswith("is not what release 1 was solved from")


def test_elsewhere_they_are_made_good(tmp_path):
    folder = unreleased(tmp_path)
    released(folder, 2, file=plan(tmp_path))
    path = next((folder / "releases").glob("facts-*.json"))
    whole = path.read_bytes()
    path.write_bytes(whole[:99])
    released(folder, 3, file=plan(tmp_path))
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    ("clause", "sentence"),
    [
        ("custom/talk-hal", "there is no clause 'custom/talk-hal'. Maybe custom/talk-hall"),
        ("custom/weekdays", "the clause 'custom/weekdays' is not broken. Maybe custom/talk-hall"),
        (
            "10/hall",
            "the clause '10/hall' is of tier mandate, and only a breach of practice can be answered for. "
            "Maybe put it right in the timetable",
        ),
    ],
)
def test_only_a_broken_practice_can_be_answered_for(clause, sentence, tmp_path):
    folder = unreleased(tmp_path, **WITH_PRACTICE)
    with pytest.raises(NothingToAcknowledge) as refused:
        released(folder, 2, file=plan(tmp_path, "annex", of="plenary-1"), reasons={clause: "we must"})
    assert str(refused.value) == sentence
    assert not [*(folder / "releases").iterdir()]


def test_a_clause_that_there_is_not_is_told_from_one_that_is_kept(tmp_path):
    folder = unreleased(tmp_path, **WITH_PRACTICE)
    with pytest.raises(NothingToAcknowledge) as refused:
        released(folder, 2, file=plan(tmp_path), reasons={"practice/nope": "we must"})
    assert str(refused.value) == "there is no clause 'practice/nope'. Maybe custom/talk-hall"
    with pytest.raises(NothingToAcknowledge) as refused:
        released(unreleased(tmp_path / "other"), 2, file=plan(tmp_path), reasons={"10/hal": "we must"})
    assert str(refused.value) == "there is no clause '10/hal'. Maybe 10/hall"


def test_where_nothing_is_broken_there_is_nothing_to_answer_for(tmp_path):
    with pytest.raises(NothingToAcknowledge) as refused:
        released(unreleased(tmp_path), 2, file=plan(tmp_path), reasons={"10/hall": "we must"})
    assert str(refused.value) == "the clause '10/hall' is not broken."
