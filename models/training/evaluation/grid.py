"""A generator and held-out pairs -> whether its flat faces show a grid: peaks in the spectrum of its normals.

    python -m evaluation.grid --onnx ../realize.onnx --pairs /work/data/pairs/held --count 240

A network that works at a quarter, an eighth and a sixteenth of the side can leave traces 4, 8 and 16 pixels
apart. Where the truth is flat over a window, what the network says there is split into waves (periodogram
with a Hann window, averaged over windows: Welch 1967); a period's peak is its power beside that of its
neighbours, their geometric mean. 1: no peak. A face that is found nearly perfectly has peaks that nobody can
see; how far the waves of a period tilt the surface is said besides.
"""

import argparse
from pathlib import Path

import numpy as np

from data.pairs import Pairs
from evaluation.evaluate import load_onnx, load_run
from learning.augment import sample
from learning.channels import SQUARE
from learning.validation import Model, spaced

PERIODS = (4, 8, 16)  # pixels
WINDOW = 64  # pixels of a window's side: a multiple of all periods
FLAT = 2  # steps of 255 by which a component of the true normal may vary within a window
GRID = 2.0  # from this on a peak counts as a grid …
SEEN = 0.1  # … if it tilts a face by so many degrees: a third of a step of 8 bits where light falls at 45°


def flat_windows(truth: np.ndarray) -> list[tuple[int, int]]:
    """`truth` uint8 [8, S, S] as learning/augment.py makes it -> top left corners (y, x) of the windows,
    half a window apart, that lie on the object and on one plane."""
    found = []
    side = truth.shape[-1]
    for y in range(0, side - WINDOW + 1, WINDOW // 2):
        for x in range(0, side - WINDOW + 1, WINDOW // 2):
            window = truth[:, y : y + WINDOW, x : x + WINDOW]
            normal = window[:3].reshape(3, -1).astype(int)
            if (window[7] == 255).all() and np.ptp(normal, axis=1).max() <= FLAT:
                found.append((y, x))
    return found


def power(normal: np.ndarray) -> np.ndarray:
    """Normals [3, WINDOW, WINDOW] -> power of the waves along x and along y [2, WINDOW / 2 + 1], by their
    number in a window."""
    hann = np.hanning(WINDOW + 1)[:-1]
    found = []
    for axis in (2, 1):
        lines = np.moveaxis(normal - normal.mean((1, 2), keepdims=True), axis, 2)
        found.append(np.square(np.abs(np.fft.rfft(lines * hann))).mean((0, 1)))
    return np.stack(found)


def peak(spectrum: np.ndarray, period: int) -> float:
    """Power [WINDOW / 2 + 1] at a period beside that of its neighbours, two waves away: the Hann window
    spreads a wave over the next ones."""
    at = WINDOW // period
    around = (spectrum[at - 2] * spectrum[at + 2]) ** 0.5  # on the slope that spectra have
    return float(spectrum[at] / max(around, 1e-12))


def tilt(spectrum: np.ndarray, period: int) -> float:
    """Amplitude in degrees of a period's wave in power [WINDOW / 2 + 1], a mean over a normal's components,
    less what its neighbours have."""
    at = WINDOW // period
    alone = max(spectrum[at] - (spectrum[at - 2] * spectrum[at + 2]) ** 0.5, 0)
    # Hann's mean is a half, and a cosine is half of each of two waves
    return float(np.degrees(4 / WINDOW * (3 * alone) ** 0.5))


def peaks(
    model: Model, pairs: Pairs, which: list[int], *, side: int
) -> tuple[dict[int, tuple[float, float]], int]:
    """{period: the larger peak of the two directions in the windows' mean, and the median of the windows'
    tilts in degrees}, and of how many windows. Raises AssertionError where no picture has a flat face."""
    spectra = []
    for i in which:
        drawing, truth = sample(pairs[i], np.random.default_rng(0), None, side=side)
        corners = flat_windows(truth)
        if corners:
            normal = model(drawing[None])[0][:3]
            spectra += [power(normal[:, y : y + WINDOW, x : x + WINDOW]) for y, x in corners]
    assert spectra, "no picture has a flat face as large as a window"
    mean = np.mean(spectra, 0)
    found = {
        period: (
            max(peak(line, period) for line in mean),
            float(np.median([max(tilt(line, period) for line in one) for one in spectra])),
        )
        for period in PERIODS
    }
    return found, len(spectra)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--run", type=Path)
    which.add_argument("--onnx", type=Path)
    parser.add_argument("--pairs", type=Path, required=True, help="folder of held-out shards")
    parser.add_argument("--count", type=int, default=240)
    parser.add_argument("--side", type=int, default=SQUARE.size)
    asked = parser.parse_args()
    model = load_run(asked.run)[0] if asked.run else load_onnx(asked.onnx)
    pairs = Pairs(asked.pairs)
    found, windows = peaks(model, pairs, spaced(asked.count, len(pairs)), side=asked.side)
    for period, (value, degrees) in found.items():
        grid = "  a grid" if value >= GRID and degrees >= SEEN else ""
        print(f"{period:3} pixels: {value:.2f}, {degrees:.3f}°{grid}")
    print(f"{windows} flat windows at {asked.side}²")


if __name__ == "__main__":
    main()
