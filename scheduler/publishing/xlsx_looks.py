"""How the cells of a workbook look."""

from typing import Any

_INK, _MUTED, _ACCENT = "#1B2733", "#52606D", "#0B4F8A"
_LINE = {"border": 1, "border_color": "#B8C4D0"}
_TOP = {"valign": "top", "align": "left", "indent": 1, "text_wrap": True}

_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 18, "font_color": _INK, "shrink": True},
    "day": {"bold": True, "font_size": 14, "font_color": _ACCENT, "shrink": True},
    "note": {"font_size": 10, "font_color": _MUTED, "shrink": True},
    "room": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": _ACCENT,
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
        **_LINE,
    },
    "time": {"bold": True, "font_color": _INK, "bg_color": "#EEF2F6", **_TOP, **_LINE},
    "meeting": {"font_color": _INK, "bg_color": "#E8F1FA", **_TOP, **_LINE},
    "empty": {"bg_color": "#FFFFFF", **_LINE},
    "idle": {
        "italic": True,
        "font_color": _MUTED,
        "bg_color": "#F7F9FB",
        "align": "center",
        "valign": "vcenter",
        **_LINE,
    },
    "strong": {"bold": True, "font_color": _INK},
    "cell": {"valign": "top", "align": "left", "text_wrap": True},
    "name": {"bold": True, "font_color": "#FFFFFF", "bg_color": _ACCENT, "valign": "top", **_LINE},
}


def looks(book: Any) -> dict[str, Any]:
    """Add the formats to a workbook.

    Parameters
    ----------
    book
        A workbook of XlsxWriter.

    Returns
    -------
    dict of str to Format
        ``title``, ``day`` and ``note`` for the head of a page; ``room``, ``time``, ``meeting``,
        ``empty``, ``idle`` and ``strong`` for its grid; ``cell`` and ``name`` for a table and its head.
    """
    return {name: book.add_format(look) for name, look in _LOOKS.items()}
