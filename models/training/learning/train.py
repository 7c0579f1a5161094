"""Pairs -> weights. Resumes by itself: start it again with the same --out and it goes on where it was.

    python -m learning.train --config painter --data FOLDER --out RUN --minutes 60
    # pictures of one's own, see learning/folder.py

    python -m learning.train --config realize --pairs PAIRS --out RUN --minutes 85
    torchrun --nproc-per-node 2 -m learning.train --config realize --pairs PAIRS --out RUN --minutes 85
    # one process a core or GPU

PAIRS holds train/ and held/ as data/render.py writes them. RUN receives last.pt, history.jsonl, curves.png
and sheet-MINUTES.png.
"""

import argparse
import json
import os
import time
from dataclasses import replace
from pathlib import Path

import cv2
import torch
import torch.distributed as dist

from learning.arguments import overrides, parse
from learning.begin import begin_from
from learning.checkpoint import Facts, load_checkpoint
from learning.config import CONFIGS
from learning.facts import facts
from learning.gallery import curves
from learning.photographs import Photographed
from learning.recipe import Recipe
from learning.recipes import build_recipe
from learning.supply import Rendered
from learning.vanilla_recipe import VanillaRecipe

SAVE = 3.0  # minutes between checkpoints
LOG = 20  # steps averaged into one line of history


def save(recipe: Recipe, run: Path, about: Facts) -> None:
    """last.pt, whole or not at all."""
    torch.save(recipe.state() | {"facts": about}, run / "last.part")
    os.replace(run / "last.part", run / "last.pt")  # a run killed while saving keeps its last checkpoint


def look(
    recipe: Recipe,
    supply: Rendered | Photographed,
    run: Path,
    history: list[dict[str, float]],
    minutes: float,
) -> dict[str, float]:
    """Curves and a contact sheet into `run`; returns the held-out errors by name."""
    cv2.imwrite(str(run / "curves.png"), curves(history)[..., ::-1])
    return supply.look(recipe, run / f"sheet-{minutes:05.1f}.png")


def train(asked: argparse.Namespace) -> None:
    """`asked`: what `parse` gives. Trains until the time or the steps are over."""
    world, rank = int(os.environ.get("WORLD_SIZE", "1")), int(os.environ.get("RANK", "0"))
    cuda = torch.cuda.is_available()
    device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0"))) if cuda else torch.device("cpu")
    torch.set_num_threads(asked.threads)
    torch.manual_seed(asked.seed)  # all processes begin with the same weights
    asked.out.mkdir(parents=True, exist_ok=True)
    supply: Rendered | Photographed = (
        Photographed(asked.data, asked.direction) if asked.data else Rendered(asked.pairs, asked.cache)
    )
    config = supply.suit(CONFIGS[asked.config])
    recipe = build_recipe(replace(config, **overrides(asked)), device)
    history: list[dict[str, float]] = []
    before = 0.0
    if (asked.out / "last.pt").exists():
        saved = load_checkpoint(asked.out, device)
        recipe.load(saved)
        before = saved["facts"]["minutes"]
        history = [json.loads(line) for line in (asked.out / "history.jsonl").read_text().splitlines()]
    elif asked.from_run:
        begin_from(recipe, asked.from_run)
    if asked.teacher:
        assert isinstance(recipe, VanillaRecipe) and world == 1, (
            "--teacher is for vanilla and classic, in one process"
        )
        recipe.learn_from(load_checkpoint(asked.teacher, device))
    if world > 1:
        dist.init_process_group("nccl" if cuda else "gloo")
    if asked.compile:
        recipe.compile()
    torch.manual_seed(asked.seed + rank + recipe.steps)
    seen = recipe.pictures
    stream = supply.stream(recipe.config, seed=asked.seed + 1000 * rank + recipe.steps, workers=asked.workers)
    began = saved_at = looked_at = time.time()
    sums: dict[str, list[float]] = {}
    log = (asked.out / "history.jsonl").open("a") if rank == 0 else None
    while True:
        minutes = before + (time.time() - began) / 60
        done = minutes >= asked.minutes or recipe.steps >= asked.steps
        if world > 1:  # the ranks' clocks differ: rank 0 decides
            verdict = torch.tensor([minutes, float(done)], dtype=torch.float64, device=device)
            dist.broadcast(verdict, 0)
            minutes, done = float(verdict[0]), bool(verdict[1])
        share = max(minutes / asked.minutes, recipe.steps / asked.steps)
        if rank == 0 and (done or time.time() - saved_at > SAVE * 60):
            supply.refresh()
            save(recipe, asked.out, facts(recipe, asked, supply, minutes, world))
            saved_at = time.time()
        if rank == 0 and history and (done or time.time() - looked_at > asked.look * 60):
            score = look(recipe, supply, asked.out, history, minutes)
            print(f"\n{minutes:6.1f} min  {score}", flush=True)
            history.append({"minutes": minutes, "pictures": recipe.pictures, **score})
            print(json.dumps(history[-1]), file=log, flush=True)
            looked_at = time.time()
        if done:
            break
        for name, value in recipe.step(next(stream), share).items():
            sums.setdefault(name, []).append(value)
        recipe.pictures += recipe.config.batch * world
        if recipe.steps % LOG == 0 and rank == 0:
            means = {name: sum(all_) / len(all_) for name, all_ in sums.items()}
            history.append({"minutes": minutes, "pictures": recipe.pictures} | means)
            print(json.dumps(history[-1]), file=log, flush=True)
            speed = (recipe.pictures - seen) / max(1e-6, time.time() - began)
            bar = "█" * int(30 * min(1, share)) + "·" * (30 - int(30 * min(1, share)))
            terms = " ".join(f"{name} {value:.3f}" for name, value in means.items())
            print(
                f"\r{bar} {minutes:.1f}/{asked.minutes:.0f} min  {speed:.1f}/s  {terms}   ",
                end="",
                flush=True,
            )
            sums.clear()
    if world > 1:
        dist.destroy_process_group()


if __name__ == "__main__":
    train(parse())
