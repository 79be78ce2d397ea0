"""What separates the cells of a table."""


def delimiter_of(text: str) -> str:
    """Tell what separates the cells of a table: spreadsheets write commas, semicolons or tabs.

    Parameters
    ----------
    text
        The table.

    Returns
    -------
    str
        What stands most often in its first line.
    """
    head = text.lstrip().partition("\n")[0]
    return max(",;\t", key=head.count)
