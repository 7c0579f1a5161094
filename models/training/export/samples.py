"""Where an export gets drawings from: to compare graphs with, and to calibrate integers."""

import numpy as np

from data.pairs import Pairs
from learning.augment import sample
from learning.channels import PAPER, SQUARE
from learning.config import Realize, Vanilla
from learning.painted import edges
from learning.validation import spaced

CALIBRATED = 24  # drawings over which activations have their ranges measured


def drawn(config: Realize | Vanilla, pair: dict, *, known: bool, side: int = SQUARE.size) -> np.ndarray:
    """The pair's clean drawing as this generator gets it. `known`: with its silhouette."""
    if isinstance(config, Realize):
        return sample(pair, np.random.default_rng(0), None, known=known, side=side, hints=config.hints)[0]
    return PAPER.paper + (PAPER.ink - PAPER.paper) * edges(pair, PAPER.size)[None]


def usual(config: Realize | Vanilla, pairs: Pairs, side: int = SQUARE.size) -> np.ndarray:
    """CALIBRATED drawings [N, C, S, S] as people make them."""
    assert isinstance(config, Realize), "only a generator of form has activations that are integers"
    rng = np.random.default_rng(0)
    which = spaced(CALIBRATED, len(pairs))
    draw = lambda pair: sample(pair, rng, config.augment, side=side, hints=config.hints)[0]
    return np.stack([draw(pairs[i]) for i in which])


def never_trained(pairs: Pairs) -> dict[str, list[str]]:
    """Whole families and meshes of held-out shards that no training picture shows, by name."""
    metas = [pairs.meta(i) for i in range(len(pairs))]
    alone = lambda why: sorted(
        {m["family"].removeprefix("mesh:") for m in metas if m["held"] == why and "+" not in m["family"]}
    )
    return {"families": alone("family"), "meshes": alone("mesh")}
