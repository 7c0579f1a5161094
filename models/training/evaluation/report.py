"""What evaluation/compare.py found -> the table in markdown, and the columns on which one model is not better
than another."""

import numpy as np

from evaluation.cells import grid, section

HIGHER = ("MS-SSIM", "MS-SSIM, fills given", "alpha IoU", "border F", "within 11°")
FORM = {"degrees": 1, "within 11°": 2, "occlusion": 3, "thickness": 3}  # column: digits
PICTURE = {
    "MS-SSIM": 3, "L1": 2, "ΔE00": 2, "MS-SSIM, fills given": 3, "L1, fills given": 2, "ΔE00, fills given": 2,
    "alpha IoU": 3, "border F": 3, "Chamfer": 2,
}  # fmt: skip
DISTRIBUTION = {
    "KID ours": 1, "C2ST ours": 2, "KID ours, fills given": 1, "C2ST ours, fills given": 2,
    "KID stranger": 1, "C2ST stranger": 2, "KID stranger, fills given": 1, "C2ST stranger, fills given": 2,
}  # fmt: skip
TITLE = {"ours": "our encoder", "stranger": "an encoder that never saw our renders"}


def costs(result: dict) -> str:
    """The table of sizes and times."""
    times = {entry["id"]: entry for entry in (result["bench"] or {}).get("networks", []) if "id" in entry}
    rows = []
    for entry in result["cost"]:
        timed = times.get(f"{entry['id']}@{entry['side']}")
        rows.append([
            entry["model"], f"{entry['side']}²",
            f"{entry['parameters'] / 1e6:.2f} M", f"{entry['macs'] / 1e9:.2f}",
            f"{entry['bytes'] / 1e6:.2f} MB" if entry["bytes"] else "", f"{timed['ms']:.0f}" if timed else "",
        ])  # fmt: skip
    return grid(["model", "square", "weights", "GMAC", "file", "ms, one WASM thread"], rows)


def markdown(result: dict) -> str:
    """The whole report of what compare.py found."""
    clean = [entry for entry in result["table"] if entry["drawing"] == "clean"]
    spoilt = sorted(
        (entry for entry in result["table"] if entry["drawing"] != "clean"),
        key=lambda e: (e["drawing"], e["group"]),
    )
    renamed = "; ".join(f"{name}: {title}" for name, title in TITLE.items())
    parts = [
        f"`{result['command']}`",
        "**Form**: degrees between normals, share within 11°, mean errors of occlusion and thickness",
        section(clean, "group", FORM),
        "**Picture**, at 256² over white: L1 in steps of 255, ΔE00 inside parts, alpha, Chamfer in pixels",
        section(clean, "group", PICTURE),
        f"**Distribution**: KID × 1000 ± standard error, 0 is best; C2ST, 0.5 is best ({renamed})",
        section(clean, "group", DISTRIBUTION),
        "**Drawn badly**", section(spoilt, "drawing", PICTURE), "**Cost**", costs(result),
        *(
            f"**{one['model']} against {one['against']}**: {verdict_text(one)}"
            for one in result["verdicts"] if one["columns"]
        ),
    ]  # fmt: skip
    return "\n\n".join(parts) + "\n"


def verdict(rows: dict, table: list[dict], model: str, against: str) -> dict:
    """Every column in which both have a number: means, and the share of pictures on which `model` is better
    (ties by half)."""
    found = []
    for entry in table:
        if entry["model"] != model:
            continue
        place = (entry["group"], entry["drawing"])
        rival = next(
            (e for e in table if e["model"] == against and (e["group"], e["drawing"]) == place), None
        )
        if rival is None:
            continue
        for column in (*PICTURE, *DISTRIBUTION):
            if column not in entry or column not in rival:
                continue
            sign = 1 if column in HIGHER else -1
            pairs = [
                (a[column], b[column])
                for a, b in zip(rows[(*place, model)], rows[(*place, against)])
                if column in a and column in b
            ]
            share = float(np.mean([0.5 * (1 + np.sign(sign * (a - b))) for a, b in pairs])) if pairs else None
            ahead = int(np.sign(sign * (entry[column] - rival[column])))
            values = [entry[column], rival[column]]
            found.append(
                {
                    "group": place[0],
                    "drawing": place[1],
                    "column": column,
                    "ahead": ahead,
                    "share": share,
                    "values": values,
                }
            )
    return {"model": model, "against": against, "columns": found}


def verdict_text(result: dict) -> str:
    """How many columns `model` wins, and a line for each that it does not."""
    columns = result["columns"]
    lost = [c for c in columns if c["ahead"] < 1]
    text = f"better in {len(columns) - len(lost)} of {len(columns)} columns."
    for one in lost:
        share = "" if one["share"] is None else f", better on {one['share']:.0%} of the pictures"
        word, (mine, theirs) = "equal" if one["ahead"] == 0 else "worse", one["values"]
        text += f"\n- {word}: {one['column']}, {one['group']}, {one['drawing']}: "
        text += f"{mine:.3f} against {theirs:.3f}{share}"
    return text
