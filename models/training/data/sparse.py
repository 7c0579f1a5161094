# in: what the camera sees; out: one seen pixel for each cell of 4 x 4, and what is known there spread over
# all pixels.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from data.camera import COARSE, SIDE

if TYPE_CHECKING:
    from data.surface import Surface

CELL = 4  # pixels a sparse sample stands for
GRID = SIDE // CELL
Sign = int | np.ndarray  # 1 or -1, for all or [P] for each


@dataclass
class Sparse:
    """One seen pixel for each 4 x 4 cell that has any."""

    cell: tuple[np.ndarray, np.ndarray]  # row, column in [GRID, GRID]
    some: np.ndarray  # [M] which of the surface's N
    index: np.ndarray  # [GRID + 2, GRID + 2] int, which of the M, -1 = none; a rim of none around
    facet: np.ndarray  # [M, 3]

    def filled(self, surface: Surface, values: np.ndarray) -> np.ndarray:
        """[M, C] sparse values to float32 [C, 256, 256]: neighbours weigh by how well they lie in the same
        plane."""
        around = [(dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]
        values = self._mixed(surface, values, self.some, self.cell, around)
        row, column = surface.at[0] // 2, surface.at[1] // 2
        pick = np.full((COARSE, COARSE), -1)
        pick[row, column] = np.arange(len(row))
        on = np.nonzero(pick >= 0)
        near = (on[0] // 2, on[1] // 2)
        side = (np.where(on[0] % 2, 1, -1), np.where(on[1] % 2, 1, -1))
        out = np.zeros((values.shape[1], COARSE, COARSE), np.float32)
        corner = [(0, 0), (0, 1), (1, 0), (1, 1)]
        out[:, on[0], on[1]] = self._mixed(
            surface, values, pick[on], near, corner, side=side, fade=(0.75, 0.25)
        ).T
        return out

    def _mixed(
        self,
        surface: Surface,
        values: np.ndarray,  # [M, C]
        some: np.ndarray,  # [P] which of the surface's N get a value
        cell: tuple[np.ndarray, np.ndarray],  # [P] row, column of the cell each lies in
        offsets: list[tuple[int, int]],  # rows and columns to the cells that count, times `side`
        *,
        side: tuple[Sign, Sign] = (1, 1),
        fade: tuple[float, float] | None = None,  # weight of this row or column and of the next; None: all 1
    ) -> np.ndarray:
        """[P, C] float32, mean of the cells around by how well they lie in the same plane."""
        point, facet, own = surface.point[some], surface.facet(some), surface.point[self.some]
        total, weight = (
            np.zeros((len(some), values.shape[1]), np.float32),
            np.full((len(some), 1), 1e-9, np.float32),
        )
        for dy, dx in offsets:
            k = self.index[cell[0] + dy * side[0] + 1, cell[1] + dx * side[1] + 1]
            plane = ((own[k] - point) * facet).sum(1) / np.float32(CELL * surface.pixel)
            like = (
                np.square(np.square(np.maximum((self.facet[k] * facet).sum(1), 0)))
                / (1 + np.square(np.square(plane)))
                + 1e-5
            )
            near = 1.0 if fade is None else fade[dy] * fade[dx]
            w = np.where(k >= 0, near * like, 0).astype(np.float32)[:, None]
            total += w * values[k]
            weight += w
        return total / weight


def spread(surface: Surface) -> Sparse:
    """The seen pixel next to the middle of each cell."""
    block = (
        surface.index.reshape(GRID, CELL, GRID, CELL).transpose(0, 2, 1, 3).reshape(GRID, GRID, CELL * CELL)
    )
    order = np.array([5, 6, 9, 10, 1, 2, 4, 7, 8, 11, 13, 14, 0, 3, 12, 15])  # the middle first
    row, column = np.nonzero((block >= 0).any(2))
    block = block[row, column][:, order]
    some = block[np.arange(len(block)), (block >= 0).argmax(1)]
    index = np.full((GRID + 2, GRID + 2), -1)
    index[row + 1, column + 1] = np.arange(len(some))
    return Sparse((row, column), some, index, surface.facet(some))
