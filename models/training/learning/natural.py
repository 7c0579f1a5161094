"""A pair's parts and its scene -> the same scene in the colours that such things mostly have.

Scenes draw the colours of what may have any by lot: all that a network can learn of those is their mean,
grey. One typical colour a family, most of the time, is something that it can know.
"""

import colorsys
from typing import Any

import numpy as np

# of what may have any colour: the largest colour of a picture, and the next
TYPICAL = {
    "bottle": ("#2f6fb0", "#f4f1ea"),
    "box": ("#c49a6c", "#f4f1ea"),
    "car": ("#c8342b", "#23262a"),
    "chair": ("#3f7f8c", "#e7e2d8"),
    "character": ("#d9a679", "#3d6fb6"),
    "desk": ("#a96f3e", "#f4f1ea"),
    "handbag": ("#8a4f2d", "#c9996b"),
    "headphones": ("#23262a", "#9aa1a9"),
    "house": ("#efe3c8", "#a5482f"),
    "jar": ("#e7e2d8", "#c8342b"),
    "lamp": ("#f0e2c0", "#3c4147"),
    "mug": ("#e8e4da", "#2f5d8a"),
    "phone": ("#23262a", "#3c4147"),
    "plant": ("#b8623e", "#e7e2d8"),
    "screen": ("#23262a", "#cfd3d8"),
    "shoe": ("#f1f0ec", "#2f5d8a"),
    "solids": ("#4f86c6", "#e8a33d"),
    "tap": ("#cfd3d8", "#f4f1ea"),
    "tower": ("#c9b79c", "#6f8aa3"),
    "truck": ("#2f6fb0", "#f4f1ea"),
    "vase": ("#e8e4da", "#2f5d8a"),
    "watch": ("#6b3f25", "#f4f1ea"),
}
# of what has colours of its own
STUFF = {
    "wood": "#b07a45",
    "brushed_metal": "#b9bdc2",
    "polished_metal": "#d9dbde",
    "rubber": "#23262a",
    "glass": "#bfe3ee",
    "paper": "#f4f1ea",
    "concrete": "#bdb6aa",
}
SOLE = "#f4f1ea"  # what shoes have of rubber
FREE = 0.25  # saturation from which on a further colour counts as one by lot
GREEN = (0.18, 0.48)  # hues that a plant keeps
JITTER = 0.04


def natural(meta: dict[str, Any], part: np.ndarray, rng: np.random.Generator) -> dict[str, Any]:
    """`meta`: a pair's, with its parts' `materials` and `colours`; `part` uint8 [S, S], 0 for paper -> meta
    with other colours. Of a family without typical colours it stays as it is."""
    family = meta["family"].split("+")[0]
    typical = TYPICAL.get(family)
    if typical is None:
        return meta
    area = np.bincount(part.ravel(), minlength=len(meta["colours"]) + 1)[1:]
    ranked = ranks(meta, family, area)
    colours = []
    for material, colour in zip(meta["materials"], meta["colours"], strict=True):
        if material in STUFF:
            wanted: str | None = SOLE if (family, material) == ("shoe", "rubber") else STUFF[material]
        else:
            rank = ranked.get(tuple(colour))
            wanted = typical[rank] if rank is not None and rank < len(typical) else None
        colours.append(varied(wanted, rng) if wanted else colour)
    return meta | {"colours": colours}


def ranks(meta: dict[str, Any], family: str, area: np.ndarray) -> dict[tuple[float, ...], int]:
    """Colours by lot, the largest first: the largest of all, whatever it is, and further ones that are
    colourful."""
    sums: dict[tuple[float, ...], int] = {}
    for material, colour, size in zip(meta["materials"], meta["colours"], area, strict=False):
        if material not in STUFF and not (family == "plant" and is_green(colour)):
            sums[tuple(colour)] = sums.get(tuple(colour), 0) + int(size)
    largest = sorted(sums, key=lambda colour: -sums[colour])
    found = [colour for i, colour in enumerate(largest) if i == 0 or saturation(colour) > FREE]
    return {colour: rank for rank, colour in enumerate(found)}


def saturation(colour: tuple[float, ...]) -> float:
    return (max(colour) - min(colour)) / max(1e-6, *colour)


def is_green(colour: list[float]) -> bool:
    hue, full, _ = colorsys.rgb_to_hsv(*colour)
    return full > FREE and GREEN[0] < hue < GREEN[1]


def varied(wanted: str, rng: np.random.Generator) -> list[float]:
    """ "#rrggbb" -> sRGB 0…1, a little lighter or darker, warmer or colder."""
    colour = [byte / 255 for byte in bytes.fromhex(wanted[1:])]
    light, warm = rng.uniform(-JITTER, JITTER, 2)
    return [min(1.0, max(0.0, channel + light + tilt * warm)) for channel, tilt in zip(colour, (1, 0, -1))]
