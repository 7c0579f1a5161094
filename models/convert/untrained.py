"""Layers written with the statistics of training -> the same with the picture's own, where training never
updated its statistics.

A batch norm begins with mean 0 and variance 1. Where it still holds them, the network was trained and shown
with the statistics of each picture, and folding those two numbers gives noise.
"""

from .graph import Graph
from .said import FOLD, Asked, Norm, seen

NAMED = 4  # norms that a sentence lists


def untouched(norm: Norm) -> bool:
    """Whether it holds what a batch norm holds before training."""
    return not norm.mean.any() and bool((norm.variance == 1).all())


def settled(graph: Graph, asked: Asked) -> list[str]:
    """Sentences on norms without statistics of training; where all of them are, and nothing was asked, they
    become norms by the picture's own, and `graph.noise` still.
    """
    if graph.noise != FOLD:
        return []
    bare = [norm for norm in graph.norms if untouched(norm)]
    if bare and len(bare) == len(graph.norms) and asked.noise is None:
        graph.own_statistics()
    return told(bare, len(graph.norms), asked)


def told(bare: list[Norm], total: int, asked: Asked) -> list[str]:
    """Sentences on the norms that are as before training, of a network with `total` norms."""
    if not bare:
        return []
    if len(bare) < total:
        names = ", ".join(norm.name or norm.at for norm in bare[:NAMED])
        more = ", …" if len(bare) > NAMED else ""
        return [
            f"{len(bare)} of its {total} batch norms hold mean 0 and variance 1, as before training "
            f"({seen(names)}{more}); they stay so. --noise still uses the picture's own statistics in all of "
            f"them."
        ]
    every = f"its batch norms ({total}) hold mean 0 and variance 1 everywhere, as before training"
    if asked.noise == FOLD:
        return [f"{every}: folded as asked; --noise still uses the picture's own statistics."]
    return [
        f"{every}: they use the picture's own statistics, as it was trained; --noise fold takes the file's."
    ]
