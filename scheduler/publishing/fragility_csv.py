"""``fragility.csv``: one row a loss."""

import csv
from io import StringIO

from scheduler.publishing.fragility_sheets import sheet_path
from scheduler.publishing.fragility_values import Effect, Fragility
from scheduler.publishing.fragility_words import effect_words, loss_words

COLUMNS = (
    "loss",
    "sort",
    "what",
    "day",
    "period",
    "fewer",
    "outcome",
    "meetings",
    "day moves",
    "time moves",
    "room moves",
    "agendas",
    "proven",
    "in words",
    "because",
    "sheet",
)


def table(found: Fragility) -> bytes:
    """Write all losses as CSV.

    Parameters
    ----------
    found
        What each loss comes to.

    Returns
    -------
    bytes
        In UTF-8 with a head line (RFC 4180, lines ended by a line feed). No cell begins with what planners
        wrote, and so none is run as a formula by a spreadsheet.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(found, effect) for effect in found.effects)
    return text.getvalue().encode()


def _row(found: Fragility, effect: Effect) -> list[str | int]:
    loss, counts = effect.loss, effect.difference.counts if effect.difference else {}
    known = effect.moves is not None
    because = "; ".join(reason.sentence for reason in effect.reasons)
    return [
        loss.id,
        loss.sort,
        loss.of,
        loss.day,
        loss.period,
        loss.fewer or "",
        effect.outcome,
        effect.moves if effect.moves is not None else "",
        *(counts.get(kind, 0) if known else "" for kind in ("day", "time", "room", "segment")),
        "yes" if effect.proven else "no",
        f"if {loss_words(found.standing.forum, loss)}: {effect_words(effect)}",
        f"because of: {because}" if because else "",
        sheet_path(effect),
    ]
