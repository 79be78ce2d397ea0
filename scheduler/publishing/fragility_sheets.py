"""``contingency/LOSS.md``: for each loss what moves, who has to be told, or why no programme is possible."""

from collections.abc import Iterable, Iterator

from scheduler.domain.difference import MOVES, MeetingDifference
from scheduler.publishing.difference_words import is_now, more_sentences, title_of, was
from scheduler.publishing.fragility_values import Effect, Fragility
from scheduler.publishing.fragility_words import (
    counted_from,
    duties_lost,
    effect_words,
    in_the_data,
    loss_words,
    proofs,
    told,
)
from scheduler.publishing.markdown_words import markdown
from scheduler.publishing.plain_words import named

MARK = b"\n<!-- hemicycle contingency sheet -->\n"
"""What stands in a sheet that is ours."""

VERIFIED = "Verified: together they are impossible, and without any one of them a programme exists."
UNVERIFIED = "Not verified in the time given: this may name more than it has to."
GIVEN = "These cannot stand together, given what is physically possible and the official hours:"


def checked(effect: Effect) -> str:
    """Say how sure it is what makes a programme impossible.

    Parameters
    ----------
    effect
        Of a loss without which no programme is possible.

    Returns
    -------
    str
        A sentence with a full stop.
    """
    if not effect.reasons:
        return "What makes it impossible was not found out in the time given."
    return VERIFIED if effect.verified else UNVERIFIED


def sheet_path(effect: Effect) -> str:
    """Name the sheet of a loss.

    Parameters
    ----------
    effect
        Of a loss.

    Returns
    -------
    str
        Its path below the folder of the outputs.
    """
    return f"contingency/{effect.loss.id}.md"


def sheet(found: Fragility, effect: Effect) -> bytes:
    """Write the sheet of a loss.

    Parameters
    ----------
    found
        What each loss comes to.
    effect
        What this one comes to.

    Returns
    -------
    bytes
        In UTF-8 (CommonMark with the tables of GitHub).
    """
    lines = [
        *_head(found, effect),
        *_moves(effect),
        *_told(effect),
        *_duties(found, effect),
        *_reasons(effect),
    ]
    lines += _data(found, effect)
    return "".join(f"{line}\n" for line in lines).encode() + MARK


def _head(found: Fragility, effect: Effect) -> Iterator[str]:
    forum, said = found.standing.forum, effect_words(effect)
    yield f"# If {markdown(loss_words(forum, effect.loss))}"
    yield ""
    yield f"{markdown(named(forum.title, forum.forum))}. {markdown(counted_from(found))}"
    yield ""
    yield f"**{markdown(said[:1].upper() + said[1:])}.**"
    if effect.outcome == "moved":
        yield ""
        yield from (f"- {markdown(sentence)}" for sentence in proofs(effect))


def _moves(effect: Effect) -> Iterator[str]:
    difference = effect.difference
    if difference is None:
        return
    moved = [one for one in difference.meetings if MOVES.intersection(one.kinds)]
    rows = ((title_of(one.shown), was(one, difference), is_now(one, difference)) for one in moved)
    yield from _table("What moves", ("Meeting", "From", "To"), rows)
    more = [f"{sentence}." for one in difference.meetings for sentence in more_sentences(_agenda(one))]
    yield from _list("What is otherwise in the agendas", more)


def _agenda(one: MeetingDifference) -> MeetingDifference:
    """Leave out titles and duties, which no loss changes."""
    return one.replace(kinds=(), relieved=(), appointed=())


def _told(effect: Effect) -> Iterator[str]:
    rows = ((title, names, str(number)) for title, names, number in told(effect))
    yield from _table("Who has to be told", ("Meeting", "With a duty in it", "Parties it concerns"), rows)


def _duties(found: Fragility, effect: Effect) -> Iterator[str]:
    if effect.outcome == "impossible":
        yield from _list("What somebody else would have to do", duties_lost(found, effect.loss))


def _reasons(effect: Effect) -> Iterator[str]:
    if effect.outcome == "impossible":
        reasons = [f"- {markdown(reason.sentence)}." for reason in effect.reasons]
        lines = [GIVEN, "", *reasons, ""] if reasons else []
        yield from _section("Why no programme is possible", [*lines, checked(effect)])


def _data(found: Fragility, effect: Effect) -> Iterator[str]:
    if effect.outcome in ("moved", "undecided"):
        said = markdown(in_the_data(found.standing.forum, effect.loss))
        yield from _section("To schedule the forum so", [said])


def _table(title: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    lines = [f"| {' | '.join(map(markdown, row))} |" for row in rows]
    if lines:
        yield from _section(
            title, [f"| {' | '.join(head)} |", f"| {' | '.join('---' for _ in head)} |", *lines]
        )


def _list(title: str, entries: Iterable[str]) -> Iterator[str]:
    lines = [f"- {markdown(entry)}" for entry in entries]
    if lines:
        yield from _section(title, lines)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield from ("", f"## {title}", "", *lines)
