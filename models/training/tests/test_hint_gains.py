"""What hints are worth: evaluation/hints.py, asked of generators whose answers are known."""

import numpy as np
from tiny import dyed

from data.pairs import Pairs
from evaluation.hints import ALL, HINTED, TURNED, gains, table
from learning.augment import sample
from learning.channels import HINTS

SIDE = 128


def facing(drawing: np.ndarray) -> np.ndarray:
    found = np.zeros((1, 7, SIDE, SIDE), np.float32)
    found[:, 2] = 1
    return found


def unit(truth: np.ndarray) -> np.ndarray:
    normal = truth[:3].astype(np.float32) / 127.5 - 1
    return normal / np.maximum(np.linalg.norm(normal, axis=0), 1e-3)


def test_who_heeds_hints_gains_by_them_and_who_does_not_gains_nothing(shards):
    pairs = Pairs(shards / "held")
    some = [i for i in range(len(pairs)) if gains(facing, pairs[i], side=SIDE, known=True)]
    assert some, "no held-out pair has a clear part"
    for i in some:
        truth = sample(pairs[i], np.random.default_rng(0), None, side=SIDE)[1]
        normal = unit(truth)

        def heeding(drawing: np.ndarray) -> np.ndarray:
            found = facing(drawing)
            hinted = drawing[0, 2] > 0
            found[0, :3] = np.where(hinted, normal, found[0, :3])  # noqa: B023, called within the loop
            return found

        right = gains(heeding, pairs[i], side=SIDE, known=True)
        before, after = right[HINTED][0]
        assert after < 1.5 and right[ALL][0][1] <= right[ALL][0][0] and before >= after
        for deaf in gains(facing, pairs[i], side=SIDE, known=False).values():
            assert all(one == other for one, other in deaf)


def test_a_part_inside_out_is_judged_by_the_other_form():
    """A ball that is found as a ball is right without the hint, and wrong with the one that says hollow."""
    for seed in range(20):
        pair = dyed(seed)
        truth = sample(pair, np.random.default_rng(0), None, side=SIDE)[1]
        as_drawn = lambda drawing: np.concatenate([unit(truth), truth[3:7] / 255])[None]  # noqa: B023
        found = gains(as_drawn, pair, side=SIDE, known=True)
        if TURNED in found:
            assert found[TURNED][0][0] > 20 and found["round"][0][1] < 2
            head, _, *lines = table({"all": found}).splitlines()
            assert head.count("|") == lines[0].count("|") and any(TURNED in line for line in lines)
            assert set(HINTS) >= {line.split(" | ")[0].strip("| ") for line in lines} - {ALL, HINTED, TURNED}
            return
    raise AssertionError("no ball among 20")
