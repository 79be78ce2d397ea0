"""What a sweep over layouts came to: a page to explore it with, and a table."""

from scheduler.publishing.layouts_csv import table
from scheduler.publishing.layouts_html import page
from scheduler.publishing.layouts_values import Layouts


def publish_layouts(layouts: Layouts) -> dict[str, bytes]:
    """Write all that planners get.

    Parameters
    ----------
    layouts
        Every cell, with the problems that were solved for them.

    Returns
    -------
    dict of str to bytes
        ``layouts.csv`` and ``layouts.html``.
    """
    return {"layouts.csv": table(layouts), "layouts.html": page(layouts)}
