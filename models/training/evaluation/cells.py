"""Numbers of a comparison -> tables in markdown: a grid, its cells, its sections."""

from collections.abc import Sequence


def grid(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in markdown, from the third column on to the right."""
    widths = [max(len(row[k]) for row in (head, *rows)) for k in range(len(head))]
    line = lambda row: (
        "| "
        + " | ".join(cell.ljust(widths[k]) if k < 2 else cell.rjust(widths[k]) for k, cell in enumerate(row))
        + " |"
    )
    rule = (
        "| "
        + " | ".join("-" * width if k < 2 else "-" * (width - 1) + ":" for k, width in enumerate(widths))
        + " |"
    )
    return "\n".join([line(head), rule, *map(line, rows)])


def number(entry: dict, column: str, digits: int) -> str:
    """The column's value with its spread, empty where the entry has none."""
    if column not in entry:
        return ""
    spread = f" ± {entry[column + ' ±']:.{digits}f}" if column + " ±" in entry else ""
    return f"{entry[column]:.{digits}f}{spread}"


def section(entries: list[dict], first: str, columns: dict[str, int]) -> str:
    """One table; entries without any of the columns are left out."""
    shown = [entry for entry in entries if any(column in entry for column in columns)]
    columns = {
        column: digits for column, digits in columns.items() if any(column in entry for entry in shown)
    }
    rows, last = [], None
    for entry in shown:
        name = (
            f"{entry['group']} ({entry['pictures']})"
            if first == "group"
            else f"{entry['drawing']}, {entry['group']} ({entry['pictures']})"
        )
        rows.append(
            [
                "" if name == last else name,
                entry["model"],
                *(number(entry, c, digits) for c, digits in columns.items()),
            ]
        )
        last = name
    return grid([first, "model", *columns], rows) if rows else "none"
