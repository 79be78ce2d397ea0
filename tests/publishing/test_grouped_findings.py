"""Open points that say the same are said once, with every clause and every subject named."""

from scheduler.domain.verdict import Open
from scheduler.publishing.grouped_findings import grouped
from tests.publishing.programmes import forum


def point(subject: str, sentence: str, clause: str = "agenda") -> Open:
    return Open(clause=clause, mandate="m", paragraph="", tier="practice", subject=subject, sentence=sentence)


def said(*opens: Open) -> list[tuple[list[str], str]]:
    return [([one.clause for one in group.clauses], group.sentence) for group in grouped(opens, forum())]


def test_the_same_of_several_subjects_is_said_once() -> None:
    hearing, plenary, third = (
        forum().session_by_id[one].title for one in ("hearing", "plenary", "round-table-3")
    )
    opens = [
        point("hearing", f"the agenda of {hearing} is not decided"),
        point("plenary", f"the agenda of {plenary} is not decided"),
        point("round-table-3", f"the agenda of {third} is not decided"),
        point("plenary", f"nobody chairs {plenary}"),
    ]
    assert said(*opens) == [
        (["agenda"], f"the agenda of {hearing} is not decided; likewise {plenary} and {third}"),
        (["agenda"], f"nobody chairs {plenary}"),
    ]
    assert said(*opens[:2])[0][1] == f"the agenda of {hearing} is not decided; likewise {plenary}"


def test_the_same_for_several_clauses_is_said_once() -> None:
    opens = [point("x", f"{one} is open", clause) for clause in ("a", "b") for one in ("x",)]
    assert said(*opens, point("y", "y is open", "c")) == [(["a", "b"], "x is open"), (["c"], "y is open")]


def test_clauses_that_speak_of_other_subjects_stand_apart() -> None:
    opens = [point("x", "x is open", "a"), point("y", "y is open", "a"), point("x", "x is open", "b")]
    assert said(*opens) == [(["a"], "x is open; likewise y"), (["b"], "x is open")]


def test_a_sentence_that_does_not_name_its_subject_is_said_once() -> None:
    opens = [point("x", "nothing is decided"), point("y", "nothing is decided")]
    assert said(*opens) == [(["agenda"], "nothing is decided")]
