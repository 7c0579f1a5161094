"""What parts are made of -> their rows for the light graph: base colours and surfaces."""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from light.materials_table import materials
from light.shading import CHANNELS

GREY_MATERIAL = "satin_plastic"
GREY = 0.62  # `grey`: form and light alone, nothing to guess


@dataclass(frozen=True)
class Look:
    """What every part is made of: rows by part index, row 0 the background."""

    base: np.ndarray  # [parts + 1, 3] sRGB 0…1
    surface: np.ndarray  # [parts + 1, channels of the light graph]


def look(pair: dict, *, grey: bool = False) -> Look:
    """The parts as the scene made them, or all in one grey."""
    meta = pair["meta"]
    missing = {"materials", "colours"} - set(meta)
    assert not missing, f"a picture needs each part's materials and colours; the pair has {sorted(meta)}"
    count = len(meta["materials"])
    if grey:
        return Look(
            np.full((count + 1, 3), GREY, np.float32), surfaces(pair["part"], [GREY_MATERIAL] * (count + 1))
        )
    return Look(
        np.array([[1, 1, 1], *meta["colours"]], np.float32),
        surfaces(pair["part"], [GREY_MATERIAL, *meta["materials"]]),
    )


@lru_cache
def table() -> dict[str, tuple[np.ndarray, bool]]:
    """Material -> its channels' values and whether its grain has a direction."""
    rows = {entry["id"]: entry for entry in materials()[1]}
    return {
        name: (np.array([row["values"][c] for c in CHANNELS], np.float32), row["turns"])
        for name, row in rows.items()
    }


def surfaces(part: np.ndarray, names: list[str]) -> np.ndarray:
    """[parts + 1, channels]: grain with a direction runs along the longer side of its part, as in the
    product."""
    known = table()
    unknown = sorted(set(names) - set(known))
    assert not unknown, f"materials.json has no {unknown}, it has {sorted(known)}"
    rows = np.stack([known[name][0] for name in names])
    x, y, streak = (CHANNELS.index(c) for c in ("grain_x", "grain_y", "anisotropy"))
    for k in range(1, len(names)):
        if known[names[k]][1]:
            _, _, width, height = cv2.boundingRect((part == k).astype(np.uint8))
            if height > width:
                rows[k, [x, y]] = rows[k, [y, x]]
                rows[k, streak] *= -1
    return rows
