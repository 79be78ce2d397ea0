"""``fragility.html``: a heat map of all losses that can be read without colour, and what matters of them."""

from scheduler.domain.difference import Difference
from scheduler.publishing.difference_words import is_now, title_of, was
from scheduler.publishing.fragility_grid import tables
from scheduler.publishing.fragility_sheets import GIVEN, checked, sheet_path
from scheduler.publishing.fragility_values import Effect, Fragility
from scheduler.publishing.fragility_words import (
    Cell,
    cell_of,
    counted_from,
    duties_lost,
    effect_words,
    loss_words,
    proofs,
    told,
)
from scheduler.publishing.heading_words import placeholder_words
from scheduler.publishing.pages import page_of
from scheduler.publishing.plain_words import named, one_line, spelled

_WAYS = (
    "So many meetings move, in these ways: as few as possible to another day, then to another time, then to "
    "another room."
)
_KEY = (
    Cell("unmoved", "0", (), "No meeting moves."),
    Cell("moved", "2", ("1 to another day", "1 to another room"), _WAYS),
    Cell("impossible", "✕", (), "No programme is possible without it."),
    Cell("undecided", "?", (), "Not found out in the time given; ≤ before a number: perhaps fewer."),
    Cell("already", "–", (), "Nothing is lost: closed, or not there, by the forum's own data."),
)


def page(found: Fragility) -> bytes:
    """Write the page.

    Parameters
    ----------
    found
        What each loss comes to.

    Returns
    -------
    bytes
        HTML in UTF-8 without scripts; it asks for nothing beside itself, and what comes from planners'
        files is escaped.
    """
    forum = found.standing.forum
    values = {
        "title": named(forum.title, forum.forum),
        "placeholder": placeholder_words(forum),
        "counted": counted_from(found),
        "summary": summary(found),
        "key": _KEY,
        "tables": tables(found),
        "cell": lambda effect: cell_of(forum, effect),
        "sheets": [_sheet(found, effect) for effect in found.mattering],
        "given": GIVEN,
    }
    filters = {"spelled": spelled, "one_line": one_line, "sheet_path": sheet_path}
    return page_of("fragility.html.j2", filters, values)


def summary(found: Fragility) -> str:
    """Count what losses come to.

    Parameters
    ----------
    found
        What each loss comes to.

    Returns
    -------
    str
        A sentence with a full stop.
    """
    outcomes = [effect.outcome for effect in found.effects]
    moved, impossible = outcomes.count("moved"), outcomes.count("impossible")
    undecided = outcomes.count("undecided")
    quiet = len(outcomes) - moved - impossible - undecided
    said = f"Of {len(outcomes)} losses {quiet} move nothing, {moved} move meetings"
    late = f", {undecided} were not found out in the time given" if undecided else ""
    return f"{said}{late}, and {impossible} leave no programme."


def _moves(found: Difference | None) -> list[tuple[str, str, str]]:
    """Return each meeting that is otherwise, with where it was and where it is."""
    if found is None:
        return []
    return [(title_of(one.shown), was(one, found), is_now(one, found)) for one in found.meetings]


def _sheet(found: Fragility, effect: Effect) -> dict[str, object]:
    """Return a loss as its part of the page shows it."""
    said = effect_words(effect)
    return {
        "effect": effect,
        "title": f"If {loss_words(found.standing.forum, effect.loss)}",
        "said": f"{said[:1].upper()}{said[1:]}.",
        "proofs": proofs(effect),
        "moves": _moves(effect.difference),
        "told": told(effect),
        "duties": duties_lost(found, effect.loss) if effect.outcome == "impossible" else (),
        "verified": checked(effect),
    }
