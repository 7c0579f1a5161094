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
from torch.nn.parallel import DistributedDataParallel

from learning.checkpoint import Facts, load_checkpoint, summary
from learning.config import CONFIGS
from learning.folder import WAYS
from learning.gallery import curves
from learning.recipe import RealizeRecipe, Recipe, VanillaRecipe, build_recipe
from learning.supply import Photographed, Rendered

SAVE = 3.0  # minutes between checkpoints
LOG = 20  # steps averaged into one line of history


def facts(
    recipe: Recipe, asked: argparse.Namespace, supply: Rendered | Photographed, minutes: float, world: int
) -> Facts:
    """What the card says about the training."""
    config, device = recipe.config, recipe.device.type
    seen = config.batch * world
    threads = "" if device == "cuda" else f", {asked.threads} thread each"
    earlier = {"begunFrom": recipe.origin} if recipe.origin else {}
    if isinstance(recipe, VanillaRecipe) and recipe.teacher:
        earlier["taughtBy"] = recipe.teacher.facts
    own = {
        "version": asked.version,
        "recipe": f"{config.name}: adversarial + L1, EMA; seed {asked.seed}, {recipe.steps} steps of {seen}",
        "pictures": recipe.steps * seen,
        "minutes": round(minutes, 1),
        "device": f"{world} × {device}{threads}",
    }
    return earlier | supply.facts() | own


def begin_from(recipe: Recipe, run: Path) -> None:
    """Take another run's EMA weights where shapes agree; a convolution that has gained inputs keeps its old
    ones."""
    saved = load_checkpoint(run, recipe.device)
    recipe.origin = summary(saved)
    theirs, mine = saved["ema"], recipe.generator.state_dict()
    with torch.no_grad():
        for name, value in mine.items():
            old = theirs.get(name)
            if old is not None and old.shape == value.shape:
                value.copy_(old)
            elif (
                old is not None
                and old.ndim == 4
                and old.shape[:1] == value.shape[:1]
                and old.shape[1] < value.shape[1]
            ):
                value[:, : old.shape[1]] = old
    recipe.ema.load_state_dict(recipe.generator.state_dict())
    if type(saved["config"]) is type(recipe.config):
        recipe.critic.load_state_dict(saved["critic"])


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
    torch.manual_seed(asked.seed + rank)
    asked.out.mkdir(parents=True, exist_ok=True)
    supply: Rendered | Photographed = (
        Photographed(asked.data, asked.direction) if asked.data else Rendered(asked.pairs)
    )
    config = supply.suit(CONFIGS[asked.config])
    recipe = build_recipe(
        replace(config, batch=asked.batch or config.batch, title=asked.title or config.title), device
    )
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
        wrap = lambda net: DistributedDataParallel(
            net, device_ids=[device.index] if cuda else None, forward_sync_buffers=False
        )
        recipe.forward, recipe.judge = wrap(recipe.generator), wrap(recipe.critic)
    if asked.compile and isinstance(recipe, RealizeRecipe):
        recipe.measure = torch.compile(recipe.supervise, dynamic=False)
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
            history.append({"minutes": minutes, **score})
            print(json.dumps(history[-1]), file=log, flush=True)
            looked_at = time.time()
        if done:
            break
        for name, value in recipe.step(next(stream), share).items():
            sums.setdefault(name, []).append(value)
        if recipe.steps % LOG == 0 and rank == 0:
            history.append(
                {"minutes": minutes} | {name: sum(all_) / len(all_) for name, all_ in sums.items()}
            )
            print(json.dumps(history[-1]), file=log, flush=True)
            speed = recipe.steps * recipe.config.batch * world / max(1e-6, minutes * 60)
            bar = "█" * int(30 * min(1, share)) + "·" * (30 - int(30 * min(1, share)))
            terms = " ".join(
                f"{name} {value:.3f}" for name, value in history[-1].items() if name != "minutes"
            )
            print(
                f"\r{bar} {minutes:.1f}/{asked.minutes:.0f} min  {speed:.1f}/s  {terms}   ",
                end="",
                flush=True,
            )
            sums.clear()
    if world > 1:
        dist.destroy_process_group()


def parse(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line's arguments. Exits with a message where they make no run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--config", choices=CONFIGS, required=True)
    given = parser.add_mutually_exclusive_group(required=True)
    given.add_argument("--pairs", type=Path, help="rendered pairs")
    given.add_argument(
        "--data", type=Path, help="a folder of images: A|B side by side, or A and B in two folders"
    )
    parser.add_argument(
        "--direction", choices=WAYS, default="AtoB", help="which of the two is the drawing (--data)"
    )
    parser.add_argument("--title", help="what the model shall be called")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, required=True, help="of training, earlier starts counted in")
    parser.add_argument("--steps", type=int, default=10**9, help="stop here if it comes first")
    parser.add_argument("--from-run", type=Path, help="another run, whose weights a new run begins with")
    parser.add_argument(
        "--teacher",
        type=Path,
        help="a vanilla run that classic learns from as well; the run must be finished enough to paint",
    )
    parser.add_argument("--look", type=float, default=10.0, help="minutes between contact sheets")
    parser.add_argument("--batch", type=int, help="pictures a process and step, if not the config's")
    # one thread a process: two threads in one process took three times the CPU time of one on a busy machine
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1, help="loading processes; 0: in the same one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--version", default="0.1.0", help="written into the card")
    parser.add_argument(
        "--compile",
        action="store_true",
        help="torch.compile the losses: a third of their time (needs a C++ compiler)",
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    train(parse())
