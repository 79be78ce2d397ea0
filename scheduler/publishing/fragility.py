"""What becomes of a programme when something is lost: a table, a heat map, and a sheet for each loss."""

from scheduler.publishing.fragility_csv import table
from scheduler.publishing.fragility_html import page
from scheduler.publishing.fragility_sheets import sheet, sheet_path
from scheduler.publishing.fragility_values import Fragility


def publish(found: Fragility) -> dict[str, bytes]:
    """Write all that planners get.

    Parameters
    ----------
    found
        What each loss comes to.

    Returns
    -------
    dict of str to bytes
        ``fragility.csv``, ``fragility.html`` and ``contingency/LOSS.md`` for each loss.
    """
    files = {"fragility.csv": table(found), "fragility.html": page(found)}
    return files | {sheet_path(effect): sheet(found, effect) for effect in found.effects}
