"""A path-traced SEED.npz (light/truth.py) -> the drawing that a designer would make of it: an SVG of 512
units, one closed layer a part, in its colour, named after its material, the farthest first.

Contours are the borders of the part map, simplified by half a unit (Douglas and Peucker 1973). A layer goes
on under what lies upon it and below its neighbours, as drawn ones do: no seam of paper shows between them.
"""

from pathlib import Path

import cv2
import numpy as np

SIDE = 512
LEAST = 40  # pixels: what is smaller is not drawn
SIMPLER = 0.5
UNDER = 3  # pixels that a layer reaches below its neighbour
SHARP = 8  # each pixel in so many, for contours between pixels


def drawing(path: Path) -> str:
    """The SVG."""
    held = np.load(path)
    part = held["fine_part"]
    drawn = [k for k in held["order"] if (part == k + 1).sum() >= LEAST]
    later = np.isin(part, [k + 1 for k in drawn])
    shapes = []
    for k in drawn:
        own = part == k + 1
        later &= ~own
        red, green, blue = np.round(held["colour"][k] * 255).astype(int)
        shapes.append(
            f'<path id="{str(held["material"][k]).replace("_", " ")}" fill="#{red:02x}{green:02x}{blue:02x}" '
            f'fill-rule="evenodd" d="{outlined(own | (reached(own) & later))}"/>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{SIDE}" '
        f'viewBox="0 0 {SIDE} {SIDE}">{"".join(shapes)}</svg>'
    )


def reached(own: np.ndarray) -> np.ndarray:
    """[H, W] bool: the mask, its holes and UNDER pixels around."""
    outer, _ = cv2.findContours(own.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    filled = cv2.drawContours(np.zeros(own.shape, np.uint8), outer, -1, 1, cv2.FILLED)
    return cv2.dilate(filled, np.ones((2 * UNDER + 1, 2 * UNDER + 1), np.uint8)) > 0


def outlined(mask: np.ndarray) -> str:
    """A path's `d` around the mask [H, W], holes too."""
    large = cv2.resize(mask.astype(np.uint8), None, fx=SHARP, fy=SHARP, interpolation=cv2.INTER_NEAREST)
    contours, _ = cv2.findContours(large, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    rings = []
    for contour in contours:
        points = cv2.approxPolyDP(contour, SIMPLER * SHARP, True)[:, 0].astype(float)
        if len(points) > 2:
            around = (points + 0.5) / SHARP
            rings.append("M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in around) + "Z")
    return "".join(rings)
