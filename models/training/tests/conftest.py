"""The tests import the training modules as the command line does: from the folder above. Shards for all."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))

import pytest
from synthetic import pair as made
from tiny import look

from data.pairs import write_shard


@pytest.fixture(scope="session")
def shards(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("pairs")
    for split, seeds in (("train", range(6)), ("held", range(100, 103))):
        meta = lambda seed: {"seed": seed, "family": "mesh:ball" if seed % 3 == 0 else "ball", "held": None}
        write_shard(
            folder / split / "a", [(maps, meta(seed) | look(maps)) for seed in seeds for maps in [made(seed)]]
        )
    return folder
