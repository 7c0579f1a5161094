"""A folder of one's own pairs, in the published formats -> drawings and pictures, and what kind of drawings
they are.

    FOLDER/train/NAME.jpg            A and B side by side in one image, as pix2pix's own data sets are
    FOLDER/A/train/NAME, B/train/…   two folders with the same names, before they are put together
    FOLDER/trainA/NAME, trainB/…     the same, as CycleGAN lays them out
    FOLDER/NAME or FOLDER/A/NAME, …  without splits: every tenth pair is held out

Held-out pairs stand in `val`, `test` or `held`. A is the drawing and B the picture, unless the direction says
BtoA.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np

from learning.channels import PAPER, Square
from learning.config import Vanilla

IMAGES = {".jpg", ".jpeg", ".png", ".webp", ".bmp"}
HELD = ("val", "test", "held")
EVERY = 10  # one pair of so many is held out where no split says which
LOOKED_AT = 48  # drawings that are measured
GREY = 12  # of 255: channels that differ by less, on the mean, are one
WAYS = ("AtoB", "BtoA")


@dataclass(frozen=True)
class Place:
    """Where a pair of one's own lies."""

    drawing: Path
    picture: Path  # the same file where both are in one image


def images(folder: Path) -> list[Path]:
    """The folder's images by name; none where it is missing."""
    return (
        sorted(path for path in folder.glob("*") if path.suffix.lower() in IMAGES) if folder.is_dir() else []
    )


def couples(a: Path, b: Path) -> list[Place]:
    """Images of the same name in two folders, whatever their suffixes."""
    others = {path.stem: path for path in images(b)}
    found = images(a)
    missing = [path.name for path in found if path.stem not in others]
    assert not missing, f"{a}/{missing[0]} has no partner in {b} ({len(missing)} of {len(found)} have none)"
    return [Place(path, others[path.stem]) for path in found]


def places(folder: Path, split: str) -> list[Place]:
    """All pairs of one split; '' for a folder without splits."""
    for a, b in ((folder / "A" / split, folder / "B" / split), (folder / f"{split}A", folder / f"{split}B")):
        if images(a) and b.is_dir():
            return couples(a, b)
    return [Place(path, path) for path in images(folder / split)]


@lru_cache(maxsize=512)
def read(path: Path) -> np.ndarray:
    """uint8 [H, W, 3] RGB; raises AssertionError where it cannot be read."""
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    assert image is not None, f"{path} cannot be read as an image"
    return image[..., ::-1]


class Folder:
    """folder[i] -> drawing and picture, uint8 RGB [256, 256, 3] each (a larger side if asked)."""

    def __init__(self, path: Path, *, way: str = "AtoB"):
        assert way in WAYS, f"the direction is {' or '.join(WAYS)}, got {way}"
        assert path.is_dir(), f"there is no folder {path}"
        self.path, self.way = path, way
        self.train = places(path, "train")
        self.held = next((found for found in (places(path, split) for split in HELD) if found), [])
        if not self.train:
            all_ = places(path, "")
            self.train = [place for i, place in enumerate(all_) if i % EVERY]
            self.held = self.held or all_[::EVERY]
        assert self.train, (
            f"{path} has no pairs: "
            "wanted train/, A/train and B/train, or trainA and trainB with images in them"
        )

    def pair(self, place: Place, side: int = PAPER.size) -> tuple[np.ndarray, np.ndarray]:
        if place.drawing == place.picture:
            both = read(place.drawing)
            height, width = both.shape[:2]
            assert width >= 1.5 * height, (
                f"{place.drawing}: {width} × {height}, wanted two pictures side by side"
            )
            a, b = both[:, : width // 2], both[:, width // 2 : width // 2 * 2]
        else:
            a, b = read(place.drawing), read(place.picture)
        if self.way == "BtoA":
            a, b = b, a
        fit = lambda image: cv2.resize(
            image, (side, side), interpolation=cv2.INTER_AREA if image.shape[0] > side else cv2.INTER_LINEAR
        )
        return fit(a), fit(b)

    def suit(self, config: Vanilla) -> Vanilla:
        """The config for these drawings: grey or colours, ink and paper, how wide the lines and the margin
        are."""
        step = max(1, len(self.train) // LOOKED_AT)
        drawings = [self.pair(place)[0] for place in self.train[::step]]
        coloured = float(np.mean([np.ptp(drawing.astype(int), axis=2).mean() for drawing in drawings])) > GREY
        light = float(np.mean([np.median(drawing) for drawing in drawings])) > 127
        ink, paper = (-1.0, 1.0) if light else (1.0, -1.0)
        widths, margins = zip(*(measured(drawing, light) for drawing in drawings))
        square = Square(
            size=PAPER.size,
            preview=PAPER.size,
            margin=int(np.clip(np.median(margins), 0, PAPER.size // 4)),
            stroke=round(float(np.clip(np.median(widths), 1, 16)), 1),
            ink=ink,
            paper=paper,
        )
        return replace(config, inside=3 if coloured else 1, square=square)


def measured(drawing: np.ndarray, light: bool) -> tuple[float, float]:
    """Width of the lines and paper around them, in pixels. A line is twice as long around as along: width = 2
    · area / outline."""
    grey = drawing.mean(2) / 255
    amount = 1 - grey if light else grey
    ink = (amount > 0.5).astype(np.uint8)
    outlines, _ = cv2.findContours(ink, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
    around = sum(cv2.arcLength(outline, True) for outline in outlines)
    if around == 0:
        return PAPER.stroke, PAPER.margin
    rows, columns = np.where(ink.any(1))[0], np.where(ink.any(0))[0]
    margin = min(rows[0], len(ink) - 1 - rows[-1], columns[0], ink.shape[1] - 1 - columns[-1])
    return 2 * float(amount[cv2.dilate(ink, np.ones((3, 3), np.uint8)) > 0].sum()) / around, float(margin)
