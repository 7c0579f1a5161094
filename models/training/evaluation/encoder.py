"""Lit TRAIN pairs -> a small encoder, in whose features sets of pictures are compared.
Its seeds are not the held-out ones.

    python -m evaluation.encoder --pairs /work/data/pairs --out /work/data/runs/encoder     (resumable; 3
    minutes of one core)

It learns which family stands there, what each place is made of and which way it faces.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import torch
import torch.nn.functional as F

from data.pairs import Pairs
from evaluation.lessons import chosen, family, key, lesson, turned
from evaluation.observer import Observer

Encoder = Callable[[np.ndarray], np.ndarray]  # uint8 [3, 256, 256] -> [D]
SEED, PAIRS, BATCH, STEPS, RATE, SAVED = 20261122, 1600, 24, 500, 2e-3, 25


def step(observer: Observer, optimiser: torch.optim.Optimizer, lessons: list[tuple]) -> dict[str, float]:
    """One step of the optimiser on these lessons: how often families and materials are right, and the
    normals' cosine."""
    images, kind, material, normal = (torch.from_numpy(np.stack(column)) for column in zip(*lessons))
    says, made_of, faces = observer.heads(images.float() / 127.5 - 1)
    on = material >= 0
    alike = F.cosine_similarity(faces, normal.float(), dim=1)[on]
    known = made_of.permute(0, 2, 3, 1)[on]
    loss = F.cross_entropy(says, kind) + F.cross_entropy(known, material[on]) + 2 * (1 - alike).mean()
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    optimiser.step()
    right = lambda guess, truth: float((guess.argmax(1) == truth).float().mean())
    return {
        "family": right(says, kind),
        "material": right(known, material[on]),
        "cosine": float(alike.detach().mean()),
    }


def train(
    pairs: Pairs, out: Path, *, steps: int = STEPS, count: int = PAIRS, until: int | None = None
) -> dict:
    """Goes on where `out` stands, `until` a step before the last perhaps; which pairs are seen in which order
    is fixed at the start."""
    out.mkdir(parents=True, exist_ok=True)
    place, listed = out / "encoder.pt", out / "pairs.json"
    if not listed.exists():
        listed.write_text(json.dumps([key(pairs.meta(i)) for i in chosen(pairs, count)]))
    at = {key(pairs.meta(i)): i for i in sorted(range(len(pairs)), key=pairs.side)}
    which = [at[one] for one in json.loads(listed.read_text())]
    families = sorted({family(pairs.meta(i)) for i in which})
    materials = sorted({m for i in which for m in pairs.meta(i)["materials"]})
    torch.manual_seed(SEED)
    observer = Observer(len(families), len(materials))
    optimiser = torch.optim.AdamW(observer.parameters(), lr=RATE, weight_decay=1e-3)
    done, history = 0, []
    if place.exists():
        saved = torch.load(place, weights_only=True)
        observer.load_state_dict(saved["observer"])
        optimiser.load_state_dict(saved["optimiser"])
        done, history = saved["steps"], saved["history"]
    lessons = (
        [lesson(pairs[i], families, materials) for i in which] if done < (until or steps) else []
    )  # 0.4 GB
    while done < (until or steps):
        rng = np.random.default_rng([SEED, done])
        for group in optimiser.param_groups:
            group["lr"] = RATE * (1 - done / steps) ** 0.5
        some = [
            (turned(lessons[i]) if rng.random() < 0.5 else lessons[i])
            for i in rng.integers(0, len(which), BATCH)
        ]
        history.append(step(observer, optimiser, some))
        done += 1
        if done % SAVED == 0 or done == steps:
            facts = {
                "seed": SEED,
                "pairs": len(which),
                "pictures": done * BATCH,
                "families": families,
                "materials": materials,
            }
            state = {
                "observer": observer.state_dict(),
                "optimiser": optimiser.state_dict(),
                "steps": done,
                "history": history,
                "facts": facts,
            }
            torch.save(state, out / "part")
            (out / "part").rename(place)
            recent = history[-SAVED:]
            print(
                done,
                {name: round(float(np.mean([row[name] for row in recent])), 3) for name in recent[0]},
                flush=True,
            )
    return torch.load(place, weights_only=True)


def ours(run: Path) -> Encoder:
    """A trained run's: uint8 [3, S, S] -> features [F]."""
    saved = torch.load(run / "encoder.pt", weights_only=True)
    observer = Observer(len(saved["facts"]["families"]), len(saved["facts"]["materials"])).eval()
    observer.load_state_dict(saved["observer"])

    def encode(image: np.ndarray) -> np.ndarray:
        with torch.no_grad():
            return observer(torch.from_numpy(image).float()[None] / 127.5 - 1)[0].numpy()

    return encode


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pairs", type=Path, required=True, help="folder with train/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=STEPS)
    asked = parser.parse_args()
    torch.set_num_threads(1)
    cv2.setNumThreads(0)
    train(Pairs(asked.pairs / "train"), asked.out, steps=asked.steps)


if __name__ == "__main__":
    main()
