"""Drawings of the converter's own, and networks run on them by ONNX Runtime: what comes out, and what the
network was trained on.
"""

import numpy as np
import onnx
import onnxruntime

from .said import Norm, Range, Refused, seen

STROKE = 1.5  # pixels of 256
SURE = 0.75  # the best guess must be this much nearer than the next to count as told
# and the statistics no farther from it than this (mean divergence a channel); right guesses come to
# 0.002…0.01
NEAR = 0.3
STROKES = (1.0, 1.5, 2.0, 3.0, 4.5)  # pixels of 256: how wide the lines of training may have been
BUSY = np.geomspace(0.25, 4, 25)  # how many more lines the drawings of training may have had than ours, times


def drawings(size: int, stroke: float = STROKE) -> np.ndarray:
    """Line drawings [3, size, size], ink 1 on paper 0: a mug, a box, rings."""
    y, x = np.mgrid[0:size, 0:size] * (256 / size)
    out = []
    ring = lambda cx, cy, rx, ry: np.abs(np.hypot((x - cx) / rx, (y - cy) / ry) - 1) * min(rx, ry)
    frame = lambda x0, y0, x1, y1: np.abs(np.maximum(np.maximum(x0 - x, x - x1), np.maximum(y0 - y, y - y1)))
    within = lambda distance, where: np.where(where, distance, 99.0)
    mug = [
        ring(118, 60, 70, 18),
        within(ring(118, 200, 70, 20), y > 200),
        within(np.abs(np.abs(x - 118) - 70), (y > 60) & (y < 200)),
        ring(200, 125, 28, 40),
    ]
    box = [frame(40, 90, 170, 220), frame(84, 46, 214, 176), frame(60, 120, 120, 160)]
    rings = [ring(128, 128, r, r) for r in (96, 64, 30)] + [frame(20, 20, 236, 236)]
    for lines in (mug, box, rings):
        out.append(np.clip(stroke / 2 + 0.5 - np.minimum.reduce(lines), 0, 1))
    return np.stack(out).astype(np.float32)


def fed(drawing: np.ndarray, channels: int, ink: float, paper: float) -> np.ndarray:
    """One drawing as the network gets it: [1, channels, S, S]."""
    return np.repeat((paper + drawing * (ink - paper))[None, None], channels, 1).astype(np.float32)


def session(model: onnx.ModelProto) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(
            model.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # onnxruntime's errors share no class
        raise Refused(f"ONNX Runtime does not take it ({seen(str(error).splitlines()[0])}).") from error


def paint(model: onnx.ModelProto, inputs: list[np.ndarray]) -> np.ndarray:
    """[N, D, S, S]; refuses what is no number."""
    run = session(model)
    try:
        out = np.concatenate([run.run(["picture"], {"drawing": one})[0] for one in inputs])
    except Exception as error:
        raise Refused(f"ONNX Runtime cannot run it ({seen(str(error).splitlines()[0])}).") from error
    if not np.isfinite(out).all():
        raise Refused("its picture of a drawing holds NaN or infinity.")
    return out


RANGES: tuple[Range, ...] = ((-1.0, 1.0), (0.0, 1.0), (0.0, 255.0))


def trained_on(
    probe: tuple[onnx.ModelProto, list[Norm]] | None,
    channels: int,
    size: int,
    ranges: tuple[Range, ...] = RANGES,
) -> tuple[Range | None, str | None]:
    """Range and ink ("dark", "light") of the drawings that the first batch norms remember; None for what they
    do not tell.

    Batch norm keeps the mean and variance of what it was given while training. Drawings fed as 0…1 and as
    −1…1, ink on paper and paper on ink, give each norm other numbers: the guess whose numbers lie nearest is
    taken when it is much nearer than the next. How many lines the drawings of training had is not known;
    blank paper tells what each line adds, so that it need not be.
    """
    if probe is None:
        return None, None
    model, norms = probe
    if all(not n.mean.any() and (n.variance == 1).all() for n in norms):  # never trained
        return None, None
    run, names = session(model), [n.at for n in norms]
    each = [drawings(size, stroke) for stroke in STROKES]

    def moments(lines: np.ndarray, on: float, off: float) -> list[tuple[np.ndarray, np.ndarray]]:
        """Mean and mean square of each norm's input, by channel."""
        maps = [run.run(names, {"drawing": fed(one, channels, on, off)}) for one in lines]
        rows = [
            np.concatenate([m[i].reshape(m[i].shape[1], -1) for m in maps], 1).astype(np.float64)
            for i in range(len(names))
        ]
        return [(r.mean(1), np.square(r).mean(1)) for r in rows]

    distances = []
    for low, high in ranges:
        for ink, (on, off) in (("dark", (low, high)), ("light", (high, low))):
            blank = moments(np.zeros_like(each[0][:1]), on, off)
            for drawn in (moments(lines, on, off) for lines in each):
                for busy in BUSY:
                    total = 0.0
                    for norm, (m0, s0), (m1, s1) in zip(norms, blank, drawn):
                        mean, square = m0 + busy * (m1 - m0), s0 + busy * (s1 - s0)
                        total += divergence(mean, np.maximum(square - mean**2, 0), norm.mean, norm.variance)
                    distances.append((total / len(norms), (low, high), ink))
    best, found, ink = min(distances)
    if best > NEAR:
        return None, None
    sure = lambda others: best < SURE * min(others, default=np.inf)
    ranged = sure(d for d, other, _ in distances if other != found)
    inked = sure(d for d, _, other in distances if other != ink)
    return (found if ranged else None), (ink if inked else None)


def divergence(mean: np.ndarray, variance: np.ndarray, mean0: np.ndarray, variance0: np.ndarray) -> float:
    """Of two normal distributions, the mean over channels; a channel counts 20 at most."""
    v, v0 = variance + 1e-6, variance0.astype(np.float64) + 1e-6
    each = 0.5 * (np.log(v0 / v) + (v + (mean - mean0) ** 2) / v0 - 1)
    return float(np.minimum(each, 20.0).mean())
