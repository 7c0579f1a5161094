"""Runs of one network that began with one another -> a head start's file whose weights are their mean.

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
    batches a norm has seen, are the last one's. So is what only the last has: the gate of hints, and the
    inputs [O, I, ...] that it takes after those of all others. Raises AssertionError where names or shapes
    differ otherwise."""
    *others, last = several
    assert all(others[0].keys() == one.keys() for one in others), "weights of different networks"
    assert all(one.keys() <= last.keys() for one in others), "weights of different networks"
    found = {}
    for name, value in last.items():
        if name not in others[0] or not value.is_floating_point():
            found[name] = value
            continue
        shared = [one[name].float() for one in others]
        inputs = shared[0].shape[1] if value.dim() > 1 else 0
        own = value.float()
        common = own[:, :inputs] if value.dim() > 1 else own
        assert all(one.shape == common.shape for one in shared), "weights of different networks"
        average = torch.stack([*shared, common]).mean(0)
        found[name] = torch.cat([average, own[:, inputs:]], 1) if value.dim() > 1 else average
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("runs", type=Path, nargs="+", help="folders with last.pt, or head starts")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--pictures", type=int, help="that they have seen in all, where a run began to count anew"
    )
    asked = parser.parse_args()
    found = [opened(run) for run in asked.runs]
    pictures = asked.pictures or max(facts["pictures"] for _, _, facts in found)
    config = found[-1][0]
    form = config if isinstance(config, Realize) else None
    save_head_start(
        asked.out,
        mean([weights for _, weights, _ in found]),
        pictures,
        hints=form is not None and form.hints > 0,
        materials=form.materials if form else (),
    )
    print(f"{asked.out}: the mean of {len(found)}, {pictures:,} pictures")


if __name__ == "__main__":
    main()
