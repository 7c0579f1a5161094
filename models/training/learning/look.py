"""A pair's parts and its scene -> labels of material and base colour, at a quarter of the side."""

import numpy as np

from learning.objective import NOTHING

CELL = 4  # pixels; a cell has the label of the pixel in its middle


def labels(part: np.ndarray, meta: dict, materials: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
    """`part` uint8 [S, S], 0 for paper -> material uint8 [s, s], NOTHING where none is known; colour
    float32 [3, s, s]. `meta`: the pair's `family` and its parts' `materials` and `colours`. Of meshes the
    materials were drawn by lot: they have no label."""
    material = np.full(256, NOTHING, np.uint8)
    colour = np.zeros((256, 3), np.float32)
    by_lot = "mesh:" in meta["family"]
    for number, (name, base) in enumerate(zip(meta["materials"], meta["colours"]), start=1):
        if number == len(material):
            break
        if not by_lot and name in materials:
            material[number] = materials.index(name)
        colour[number] = base
    cells = part[CELL // 2 :: CELL, CELL // 2 :: CELL]
    return material[cells], colour[cells].transpose(2, 0, 1)
