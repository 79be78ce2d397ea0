"""Pages made from the templates beside this file."""

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


def page_of(template: str, filters: Mapping[str, Any], values: Mapping[str, Any]) -> bytes:
    """Fill in a template.

    Parameters
    ----------
    template
        Its file's name.
    filters
        Functions that it calls, by name.
    values
        What it shows, by name.

    Returns
    -------
    bytes
        HTML in UTF-8, in which all values are escaped.

    Raises
    ------
    UndefinedError
        The template asks for a value that there is not.
    """
    environment = Environment(
        loader=PackageLoader("scheduler.publishing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= filters
    return environment.get_template(template).render(values).encode()
