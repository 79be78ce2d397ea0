"""What ``explain`` says of a clause's grounds, and of data that breaks a mandate by itself."""

from scheduler.cli.explain_words import lines, member_document, member_lines
from scheduler.cli.place_words import no_base
from scheduler.domain.verdict import Breach
from scheduler.use_cases.explain import ClashMember, ExplainAnswer
from tests.mini import forum_of

MEMBER = ClashMember(
    "clause 15/one-day", "15", "15/one-day: The day (It has 1 meeting)", ("It has 1 meeting",)
)
BREACH = Breach(
    clause="15/day-before",
    tier="mandate",
    mandate="m",
    paragraph="15",
    subject="day-1",
    sentence="It is late",
)


def test_what_a_clause_goes_by_stands_on_a_line_of_its_own():
    assert list(member_lines(MEMBER)) == ["- 15/one-day: The day.", "  with: It has 1 meeting."]
    assert member_document(MEMBER)["sentence"] == MEMBER.sentence
    assert list(member_lines(ClashMember("length a", "", "A (b) lasts"))) == ["- A (b) lasts."]


def test_data_that_breaks_a_mandate_is_said_instead_of_an_impossibility():
    said = "\n".join(lines(ExplainAnswer(forum_of({}), False, (BREACH,))))
    assert "No programme can be made: the forum's own data breaks what is never relaxed." in said
    assert "Proven impossible" not in said
    base = list(no_base("impossible", (BREACH,)))
    assert base[0].startswith("No programme can be made, wherever this meeting is")
    assert any("15/day-before" in one for one in base)
    assert next(iter(no_base("impossible", ()))).startswith("No programme of the forum exists at all")
