"""From a head start to a file: Realize 2's last part begins with it, goes on after a stop and is exported."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from synthetic import pair as made

from data.cache import extend
from data.pairs import Pairs, write_shard
from export.card import read_card
from export.samples import usual
from export.shipped import export
from learning.arguments import parse
from learning.begin import begin_from
from learning.channels import SQUARE
from learning.checkpoint import load_checkpoint
from learning.config import CONFIGS, MATERIALS, REALIZE2
from learning.recipe import build_generator
from learning.recipes import build_recipe
from learning.train import train

TINY = replace(REALIZE2, fine=4, channels=(8, 8, 16, 16, 16), critic=(8, 8), crop=0.25, warm=1)


@pytest.fixture
def shards(tmp_path: Path) -> Path:
    for split, seeds in (("train", range(4)), ("held", range(100, 102))):
        samples = []
        for seed in seeds:
            maps = made(seed)
            count = int(maps["part"].max())
            look = {"materials": ["ceramic"] * count, "colours": [[0.8, 0.3, 0.2]] * count}
            samples.append((maps, {"seed": seed, "family": "ball", "held": None} | look))
        write_shard(tmp_path / "pairs" / split / "a", samples)
    extend(tmp_path / "pairs/train", tmp_path / "cache", side=SQUARE.preview)
    return tmp_path


def head_start(path: Path) -> None:
    """Weights under the names of the trial that made it."""
    net = build_generator(TINY)
    theirs = lambda key: "head." + key[5:] if key.startswith("look.") else "g." + key
    ema = {theirs(key): value for key, value in net.state_dict().items()}
    torch.save({"ema": ema, "materials": MATERIALS, "pictures": 1000}, path)


def test_the_head_start_that_is_kept_is_one():
    kept = Path(__file__).parents[1] / "head-start"
    recipe = build_recipe(CONFIGS["realize2-hints"], torch.device("cpu"))
    begin_from(recipe, kept / "realize2.pt")
    last = (kept / "curve.csv").read_text().splitlines()[-1].split(",")
    assert recipe.pictures >= int(last[0]) > 0
    drawing = torch.zeros(1, 3, 64, 64)
    drawing[:, 1, 16:48, 16:48] = 1
    with torch.no_grad():
        form = recipe.ema(drawing)
    assert all(torch.isfinite(one).all() for one in (form if isinstance(form, tuple) else (form,)))


def test_the_last_part_begins_goes_on_and_is_exported(shards: Path, monkeypatch):
    sharp = CONFIGS["realize2-sharp"]
    tiny = replace(TINY, batch=2, small=2, rate=sharp.rate, cooldown=1.0, critic_from=0.05)
    monkeypatch.setitem(CONFIGS, "realize2-sharp", tiny)
    monkeypatch.setattr("learning.train.LOG", 1)
    torch.manual_seed(0)
    head_start(shards / "run.pt")
    run, places = shards / "run", {"pairs": "pairs", "cache": "cache", "from-run": "run.pt", "out": "run"}
    wished = [word for name, place in places.items() for word in (f"--{name}", str(shards / place))]
    fixed = ["--config", "realize2-sharp", "--minutes", "9", "--workers", "0", *wished]
    train(parse([*fixed, "--steps", "2"]))
    train(parse([*fixed, "--steps", "4"]))
    saved = load_checkpoint(run)
    assert saved["steps"] == 4 and saved["origin"] == {"recipe": "run.pt", "pictures": 1000}
    assert saved["facts"]["pictures"] == 1008 and saved["facts"]["begunFrom"] == saved["origin"]
    rows = [json.loads(line) for line in (run / "history.jsonl").read_text().splitlines()]
    assert any({"material", "colour", "critic", "adversarial"} <= row.keys() for row in rows)
    assert 0 <= rows[-1]["held material"] <= 1 and rows[-1]["held all"] > 0

    generator = build_generator(saved["config"])
    generator.load_state_dict(saved["ema"])
    facts, asked = saved["facts"], usual(saved["config"], Pairs(shards / "pairs/train"))
    export(saved["config"], generator, shards / "two.onnx", training=facts, metrics={}, calibration=asked)
    assert read_card(shards / "two.json")["training"]["pictures"] == 1008
