"""A model and held-out pairs -> pictures for eyes: contact sheet and loss curves, RGB uint8."""

from collections.abc import Callable

import cv2
import numpy as np
import torch
from torch import nn

from data.pairs import Pairs
from learning.augment import sample
from learning.channels import PAPER
from learning.painted import edges
from light.lit import picture


def grey(plane: np.ndarray) -> np.ndarray:
    """[H, W], 0…1 -> uint8 [H, W, 3]."""
    return np.repeat((np.clip(plane, 0, 1) * 255).astype(np.uint8)[..., None], 3, 2)


def colour(normal: np.ndarray, cover: np.ndarray) -> np.ndarray:
    """Normals [3, H, W] on a grey ground."""
    rgb = ((normal.transpose(1, 2, 0) * 0.5 + 0.5) * 255).clip(0, 255)
    return np.where((cover > 0.5)[..., None], rgb, 128).astype(np.uint8)


def strip(drawing: np.ndarray, guess: np.ndarray, truth: np.ndarray | None) -> np.ndarray:
    """Line art, normals (made, true), occlusion (made, true), shadow (made, true), coverage, side by side."""
    cover = guess[6] if truth is None else truth[6] / 255
    tiles = [grey(1 - drawing[0]), colour(guess[:3], cover)]
    for plane in (3, 5):
        tiles.append(grey(guess[plane] * (cover > 0.5)) if plane == 3 else grey(1 - guess[plane]))
        if truth is not None:
            real = truth[plane] / 255
            tiles.append(grey(real * (cover > 0.5)) if plane == 3 else grey(1 - real))
    if truth is not None:
        tiles.insert(2, colour(truth[:3] / 127.5 - 1, cover))
    tiles.append(grey(guess[6]))
    return np.concatenate(tiles, 1)


def painted(
    generator: nn.Module, pairs: Pairs, which: list[int], *, columns: int = 3, side: int = 160
) -> tuple[np.ndarray, float]:
    """Edges, what the paper's network paints of them, the truth; and the mean difference of 255 over whole
    pictures."""
    rows, differences = [], []
    for i in which:
        pair = pairs[i]
        ink, truth = edges(pair, PAPER.size), picture(pair).transpose(1, 2, 0)
        with torch.no_grad():
            guess = generator(torch.from_numpy(PAPER.paper + (PAPER.ink - PAPER.paper) * ink)[None, None])[0]
        made = ((guess.permute(1, 2, 0).numpy() + 1) * 127.5).round().clip(0, 255).astype(np.uint8)
        differences.append(np.abs(made.astype(int) - truth).mean())
        rows.append((grey(1 - ink), made, truth))
    return trios(rows, columns=columns, side=side), float(np.mean(differences))


def trios(
    rows: list[tuple[np.ndarray, np.ndarray, np.ndarray]], *, columns: int = 3, side: int = 160
) -> np.ndarray:
    """(drawing, what is painted of it, the truth) [S, S, 3] each -> strips, `columns` of them beside one
    another."""
    strips = [
        cv2.resize(np.concatenate(row, 1), (3 * side, side), interpolation=cv2.INTER_AREA) for row in rows
    ]
    strips += [np.full_like(strips[0], 255)] * (-len(strips) % columns)
    return np.concatenate(
        [np.concatenate(strips[k : k + columns], 1) for k in range(0, len(strips), columns)]
    )


def contact_sheet(
    model: Callable[[np.ndarray], np.ndarray],
    pairs: Pairs,
    which: list[int],
    *,
    columns: int = 2,
    side: int = 160,
) -> np.ndarray:
    """One strip a pair; every other one without its silhouette."""
    rows = []
    for place, i in enumerate(which):
        drawing, truth = sample(pairs[i], np.random.default_rng(0), None, known=place % 2 == 0)
        image = strip(drawing, model(drawing[None])[0], truth)
        image = cv2.resize(
            image, (image.shape[1] * side // image.shape[0], side), interpolation=cv2.INTER_AREA
        )
        name = pairs.meta(i)["family"] + ("" if place % 2 == 0 else " (no silhouette)")
        rows.append(
            cv2.putText(
                image, name, (4, side - 5), cv2.FONT_HERSHEY_SIMPLEX, 0.35, (200, 0, 0), 1, cv2.LINE_AA
            )
        )
    rows += [np.full_like(rows[0], 255)] * (-len(rows) % columns)
    return np.concatenate([np.concatenate(rows[k : k + columns], 1) for k in range(0, len(rows), columns)])


def side_by_side(
    rows: list[tuple[str, dict[str, np.ndarray]]], *, across: int = 2, side: int = 192
) -> np.ndarray:
    """(what it shows, {column: uint8 [3, S, S]}) -> strips under the columns' names, `across` of them beside
    one another."""
    columns, gap = list(rows[0][1]), 12
    ink = lambda image, text, x, y, size: cv2.putText(
        image, text, (x, y), cv2.FONT_HERSHEY_SIMPLEX, size, (70, 70, 70), 1, cv2.LINE_AA
    )
    tile = lambda image: cv2.resize(image.transpose(1, 2, 0), (side, side), interpolation=cv2.INTER_AREA)
    head = np.full((28, side * len(columns) + gap, 3), 255, np.uint8)
    for k, column in enumerate(columns):
        head = ink(head, column, side * k + 8, 19, 0.48)
    strips = []
    for name, tiles in rows:
        strip = np.concatenate(
            [*(tile(tiles[column]) for column in columns), np.full((side, gap, 3), 255, np.uint8)], 1
        )
        strips.append(ink(strip, name[:46], 6, side - 6, 0.34))
    strips += [np.full_like(strips[0], 255)] * (-len(strips) % across)
    lines = [np.concatenate(strips[k : k + across], 1) for k in range(0, len(strips), across)]
    return np.concatenate([np.concatenate([head] * across, 1), *lines])


def curves(
    history: list[dict[str, float]], *, size: tuple[int, int] = (420, 220), columns: int = 3
) -> np.ndarray:
    """One small plot for each term over minutes; its last value and range are written on it."""
    names = [
        name
        for name in dict.fromkeys(key for row in history for key in row)
        if name not in ("minutes", "pictures")
    ]
    width, height = size
    plots = []
    for name in names:
        plot = np.full((height, width, 3), 255, np.uint8)
        points = np.array([(row["minutes"], row[name]) for row in history if name in row], np.float32)
        low, high = (float(v) for v in np.percentile(points[:, 1], (0, 98)))
        x = 10 + (width - 20) * points[:, 0] / max(1e-6, float(points[:, 0].max()))
        y = height - 12 - (height - 44) * (points[:, 1] - low).clip(0, high - low) / max(1e-9, high - low)
        cv2.polylines(plot, [np.stack([x, y], 1).astype(np.int32)], False, (40, 90, 200), 1, cv2.LINE_AA)
        text = f"{name} {points[-1, 1]:.4g}  [{low:.3g}, {high:.3g}] over {points[-1, 0]:.1f} min"
        plots.append(
            cv2.putText(plot, text, (10, 18), cv2.FONT_HERSHEY_SIMPLEX, 0.42, (0, 0, 0), 1, cv2.LINE_AA)
        )
    plots += [np.full((height, width, 3), 255, np.uint8)] * (-len(plots) % columns)
    return np.concatenate([np.concatenate(plots[k : k + columns], 1) for k in range(0, len(plots), columns)])
