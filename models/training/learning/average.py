"""Runs of Realize 2 that began with one another -> a head start's file whose weights are their mean.

A uniform soup of models (Wortsman et al. 2022, arXiv 2203.05482): weights of one descent, finetuned
otherwise, lie in one basin, and their mean errs less than each.

    python -m learning.average head-start/realize2.pt RUN --out soup.pt

A run's folder or a head start's file each; the file opens wherever a head start does (learning/weights.py).
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from learning.config import Realize
from learning.weights import opened, save_head_start


def mean(several: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Weights of one network under the same names -> their mean in float32; whole numbers, such as how many
    batches a norm has seen, are the last one's. Raises AssertionError where names or shapes differ."""
    shapes = [{name: value.shape for name, value in weights.items()} for weights in several]
    assert all(one == shapes[0] for one in shapes), "weights of different networks"
    return {
        name: torch.stack([weights[name].float() for weights in several]).mean(0)
        if last.is_floating_point()
        else last
        for name, last in several[-1].items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("runs", type=Path, nargs="+", help="folders with last.pt, or head starts")
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    found = [opened(run) for run in asked.runs]
    pictures = max(facts["pictures"] for _, _, facts in found)
    hints = isinstance(found[0][0], Realize) and found[0][0].hints > 0
    save_head_start(asked.out, mean([weights for _, weights, _ in found]), pictures, hints=hints)
    print(f"{asked.out}: the mean of {len(found)}, {pictures:,} pictures")


if __name__ == "__main__":
    main()
