"""``layouts.html``: an explorer of all cells in one file; what matters can be read without its script."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from math import prod

from scheduler.publishing.assumptions import assumptions
from scheduler.publishing.heading_words import placeholder_words
from scheduler.publishing.layouts_data import data
from scheduler.publishing.layouts_front import causes, points
from scheduler.publishing.layouts_pivots import pivots, shown_measures
from scheduler.publishing.layouts_values import Layouts
from scheduler.publishing.layouts_words import (
    POSSIBLE,
    STATUS_WORDS,
    UNVERIFIED,
    axis_title,
    chosen_measures,
    sentence,
    value_title,
)
from scheduler.publishing.pages import page_of
from scheduler.publishing.plain_words import named, one_line

SCRIPTS = ("layouts_cells.js", "layouts_state.js", "layouts_table.js", "layouts_pivots.js", "layouts.js")
"""Parts of the page's script, in the order in which they are put together."""

MOST_CHOICES = 40
MOST_CAUSES = 60
"""So many are shown without the script; all of them stand in ``layouts.csv``."""


def page(layouts: Layouts) -> bytes:
    """Write the page.

    Parameters
    ----------
    layouts
        Every cell.

    Returns
    -------
    bytes
        HTML in UTF-8 that asks for nothing beside itself; only its own script may run, which its policy names
        by its SHA-256 digest (W3C Content Security Policy Level 3, section 2.3.1). What comes from planners'
        files is escaped.
    """
    source = script()
    front, reasons, chosen = points(layouts), causes(layouts), chosen_measures(layouts)
    values = {
        "title": named(layouts.forum.title, layouts.forum.forum),
        "placeholder": placeholder_words(layouts.forum),
        "facts": tuple(_facts(layouts)),
        "axes": layouts.axes,
        "varying": [axis for axis in layouts.axes if len(axis.values) > 1],
        "chosen": chosen,
        "criteria": "; ".join(one.title.lower() for one in chosen),
        "shown": shown_measures(layouts),
        "points": front[:MOST_CHOICES],
        "more_points": len(front[MOST_CHOICES:]),
        "pivots": pivots(layouts),
        "causes": reasons[:MOST_CAUSES],
        "more_causes": len(reasons[MOST_CAUSES:]),
        "unverified": UNVERIFIED,
        "assumptions": assumptions(layouts.forum),
        "data": data(layouts),
        "script": source,
        "digest": b64encode(sha256(source.encode()).digest()).decode(),
    }
    filters = (one_line, sentence, axis_title, value_title)
    return page_of("layouts.html.j2", {one.__name__: one for one in filters}, values)


def script() -> str:
    """Put the script of the page together.

    Returns
    -------
    str
        JavaScript that neither ends its element nor begins a comment of the page.
    """
    folder = files("scheduler.publishing") / "templates"
    parts = "".join((folder / name).read_text(encoding="utf-8") for name in SCRIPTS)
    return f'"use strict";\n{parts}'


def _facts(layouts: Layouts) -> Iterator[tuple[str, str, str]]:
    """Yield what was looked at: its name, a number and a remark."""
    sizes = [len(axis.values) for axis in layouts.axes]
    of = " × ".join(map(str, sizes)) if prod(sizes) == len(layouts.cells) else ""
    yield "Layouts looked at", f"{len(layouts.cells):,}", of
    yield (
        "Different problems solved",
        f"{len(layouts.problems):,}",
        "layouts that are the same problem are solved once",
    )
    for status, title in STATUS_WORDS.items():
        number = sum(cell.status == status for cell in layouts.cells)
        if number or status in ("optimal", "impossible"):
            yield title, f"{number:,}", "proven" if status in ("optimal", "impossible") else ""
    front = sum(cell.on_front for cell in layouts.cells)
    if any(cell.status in POSSIBLE for cell in layouts.cells):
        yield "On the Pareto front", f"{front:,}", ""
