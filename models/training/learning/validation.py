"""A network and held-out pairs -> its errors by family, the same while it learns and after."""

from collections import defaultdict
from collections.abc import Callable

import numpy as np
import torch

from data.pairs import Pairs
from learning.augment import finished, posed, sample
from learning.channels import SQUARE
from learning.config import Realize
from learning.hints import fitted
from learning.look import labels
from learning.objective import NOTHING
from networks.pix2pix import Generator, physical

Model = Callable[[np.ndarray], np.ndarray]  # drawing [B, 2 or 3, S, S] -> intrinsic [B, 7, S, S]
FIELDS = ("degrees", "within 11°", "occlusion", "thickness", "shadow", "coverage IoU")


def as_model(generator: torch.nn.Module) -> Model:
    """The network as a function of arrays: drawing [B, C, S, S] -> physical [B, 7, S, S]. One that takes
    hints gets none where the drawing lacks them."""
    assert isinstance(generator, Generator), "a network of form"
    generator.eval()

    def run(drawing: np.ndarray) -> np.ndarray:
        device = next(generator.parameters()).device
        with torch.no_grad():
            return (
                physical(generator(torch.from_numpy(fitted(drawing, generator.channels)).to(device)))
                .cpu()
                .numpy()
            )

    return run


def errors(guess: np.ndarray, truth: np.ndarray) -> dict[str, float]:
    """One picture: `guess` [7, S, S] physical, `truth` [8, S, S] uint8; form is judged on the object
    alone."""
    value = truth.astype(np.float32) / 255
    sure = truth[7] == 255
    normal = value[:3] * 2 - 1
    normal /= np.maximum(np.linalg.norm(normal, axis=0), 1e-3)
    degrees = np.degrees(np.arccos(np.clip((guess[:3] * normal).sum(0), -1, 1)))[sure]
    mine, real = guess[6] > 0.5, truth[6] > 127
    return {
        "degrees": float(degrees.mean()),
        "within 11°": float((degrees < 11.25).mean()),
        "occlusion": float(np.abs(guess[3] - value[3])[sure].mean()),
        "thickness": float(np.abs(guess[4] - value[4])[sure].mean()),
        "shadow": float(np.abs(guess[5] - value[5]).mean()),
        "coverage IoU": float((mine & real).sum() / max(1, (mine | real).sum())),
    }


def group(meta: dict) -> str:
    """Where a held-out picture belongs in the table."""
    if "+" in meta["family"]:
        return "several objects"
    if meta["family"].startswith("mesh:"):
        return "unseen mesh" if meta["held"] == "mesh" else "seen mesh, new view"
    return meta["family"]


def measure(
    model: Model, pairs: Pairs, which: list[int], *, batch: int = 8, side: int = SQUARE.size
) -> dict[str, dict[str, float]]:
    """{group: {field: mean}} with the silhouette known and, under 'all, no silhouette', without it."""
    found: dict[str, list[dict[str, float]]] = defaultdict(list)
    for start in range(0, len(which), batch):
        chunk = which[start : start + batch]
        loaded = [pairs[i] for i in chunk]
        for known in (True, False):
            samples = [
                sample(pair, np.random.default_rng(0), None, known=known, side=side) for pair in loaded
            ]
            guesses = model(np.stack([drawing for drawing, _ in samples]))
            for i, guess, (_, truth) in zip(chunk, guesses, samples):
                if not (truth[7] == 255).any():
                    continue
                row = errors(guess, truth)
                if not known:
                    found["all, no silhouette"].append(row)
                    continue
                meta = pairs.meta(i)
                found["all"].append(row)
                found["all meshes" if "mesh:" in meta["family"] else "all families"].append(row)
                found[group(meta)].append(row)
    return {
        name: {"pictures": len(rows)}
        | {field: float(np.mean([row[field] for row in rows])) for field in FIELDS}
        for name, rows in sorted(found.items())
    }


def spaced(count: int, of: int) -> list[int]:
    """`count` indices spread evenly over `of`: the same pictures in every run over the same data."""
    return sorted({int(i) for i in np.linspace(0, of - 1, min(count, of))})


def told(generator: Generator, pairs: Pairs, which: list[int], config: Realize) -> float:
    """Share of labelled cells whose material the generator names: a mean over pictures, at the previews'
    side. `config` is the generator's, and has materials."""
    found = []
    for i in which:
        pair, rng = pairs[i], np.random.default_rng(0)
        moved = posed(pair, rng, None, SQUARE.preview)
        drawing = torch.from_numpy(fitted(finished(moved, rng, None)[0][None], generator.channels))
        material, _ = labels(moved["part"], pair["meta"], config.materials)
        known = material != NOTHING
        if known.any():
            with torch.no_grad():
                seen = generator.observe(drawing.to(next(generator.parameters()).device))[1]
            assert seen is not None, "the generator has no second head"
            guess = seen[0, : len(config.materials)].argmax(0).cpu().numpy()
            found.append((guess == material)[known].mean())
    return float(np.mean(found)) if found else 0.0
