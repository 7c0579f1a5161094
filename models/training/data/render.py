# in: a range of seeds; out: shards of training pairs under OUT/train and OUT/held, in several processes,
# resumable.
"""Families, meshes and a range of seeds -> shards of pairs on disk.

    python -m data.render --out /work/data/pairs --meshes ../../../shared/meshes --seeds 0:12000 \\
        --share-meshes 1 --processes 2
    python -m data.render --out /work/data/pairs --families mug --share-meshes 0 --seeds 100000:101500
    --processes 2

A shard is a hundred seeds; one that exists is skipped. A process that dies or hangs costs the seed it was at:
it is noted, and the shard is done again without it.
"""

from __future__ import annotations

import argparse
import collections
import multiprocessing
import os
import queue
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from data.pairs import Sample, write_shard

if TYPE_CHECKING:
    from multiprocessing.queues import Queue
    from multiprocessing.sharedctypes import Synchronized

SHARD = 100  # seeds
PATIENCE = 90.0  # seconds one seed may take
Failed = dict[int, str]  # why a seed gave no pair
Task = tuple[int, int, Failed]  # first seed, the one after the last, not to be tried; first < 0: no more
Result = tuple[int, int, Failed]  # first seed, how many pairs


@dataclass(frozen=True)
class Job:
    """What a run renders and where to."""

    out: Path
    name: str
    families: tuple[str, ...]
    meshes: Path | None
    share_meshes: float

    def shard(self, start: int) -> str:
        """Name of the shard that begins with the seed `start`."""
        return f"{self.name}-{start:07d}"


def work(job: Job, seeds: range, bad: Failed, at: Synchronized[int], results: Queue[Result]) -> None:
    """One shard in a process of its own mind: `at` (shared) tells the seed being worked on."""
    from data.source import REASONS, Source, pair_of  # Blender is loaded in the working process alone

    source = Source(job.families, job.meshes, job.share_meshes)
    split: dict[str, list[Sample]] = {"train": [], "held": []}
    failed: Failed = {}
    began = time.time()
    for seed in seeds:
        at.value = seed
        if seed in bad:
            failed[seed] = bad[seed]
            continue
        try:
            maps, meta = pair_of(seed, source)
            split[meta["split"]].append((maps, meta))
        except REASONS as reason:
            failed[seed] = f"{type(reason).__name__}: {reason}"
        except Exception:  # one seed's geometry must not cost the shard; it is kept with its trace
            failed[seed] = "failed: " + traceback.format_exc(limit=-3)
    name, made = job.shard(seeds.start), sum(map(len, split.values()))
    if split["held"]:
        write_shard(job.out / "held" / name, split["held"])
    note = {"seeds": [seeds.start, seeds.stop], "failed": failed, "seconds": round(time.time() - began, 1)}
    if made:  # a shard without any pair is a mistake of ours, not of its seeds
        write_shard(job.out / "train" / name, split["train"], note=note)
    results.put((seeds.start, made, failed))


def serve(job: Job, tasks: Queue[Task], at: Synchronized[int], results: Queue[Result]) -> None:
    """A working process: takes shards until there is none."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)  # Draco and the importers talk on stdout
    while True:
        start, stop, bad = tasks.get()
        if start < 0:
            return
        work(job, range(start, stop), bad, at, results)


class Worker:
    """A process, its shard, and since when it has been at the same seed."""

    def __init__(self, job: Job, results: Queue[Result]):
        context = multiprocessing.get_context("spawn")
        self.tasks: Queue[Task] = context.Queue()
        self.at = context.Value("q", -1)
        self.process = context.Process(target=serve, args=(job, self.tasks, self.at, results), daemon=True)
        self.process.start()
        self.shard: Task | None = None
        self.seen, self.clock = -1, time.time()

    def give(self, shard: Task) -> None:
        """The shard to work on; its clock starts."""
        self.shard, self.seen, self.clock = shard, -1, time.time()
        self.tasks.put(shard)

    def trouble(self) -> str | None:
        """Why the process will not finish its shard: it died, or its seed takes over PATIENCE."""
        if self.at.value != self.seen:
            self.seen, self.clock = self.at.value, time.time()
        if not self.process.is_alive():
            return f"the process died, exit code {self.process.exitcode}"
        return f"took over {PATIENCE:.0f} s" if time.time() - self.clock > PATIENCE else None


def render(job: Job, seeds: range, processes: int) -> None:
    """Every shard of `seeds` that is not there yet; raises SystemExit where one gives no pair at all."""
    waiting: collections.deque[Task] = collections.deque(
        (start, min(start + SHARD, seeds.stop), {})
        for start in range(seeds.start, seeds.stop, SHARD)
        if not (job.out / "train" / f"{job.shard(start)}.json").exists()
    )
    results: Queue[Result] = multiprocessing.get_context("spawn").Queue()
    workers = [Worker(job, results) for _ in range(min(processes, len(waiting)))]
    began, made = time.time(), 0
    reasons: collections.Counter[str] = collections.Counter()
    while waiting or any(w.shard for w in workers):
        for slot, worker in enumerate(workers):
            if worker.shard and (trouble := worker.trouble()):
                start, stop, bad = worker.shard
                worker.process.kill()
                if not start <= worker.at.value < stop:
                    raise SystemExit(f"{job.shard(start)}: {trouble} before its first seed")
                waiting.appendleft((start, stop, {**bad, worker.at.value: trouble}))
                worker = workers[slot] = Worker(job, results)
            if not worker.shard and waiting:
                worker.give(waiting.popleft())
        try:
            start, count, failed = results.get(timeout=1)
        except queue.Empty:
            continue
        next(w for w in workers if w.shard and w.shard[0] == start).shard = None
        if not count:
            raise SystemExit(
                f"{job.shard(start)}: no pair at all; its first seed: {next(iter(failed.values()))}"
            )
        made += count
        reasons.update(reason.split(":")[0] for reason in failed.values())
        speed = made / (time.time() - began)
        state = f"{made} pairs, {speed:.1f}/s, {len(waiting)} shards wait, failed {dict(reasons)}"
        print(f"{job.shard(start)}  {state}", flush=True)
    for worker in workers:
        worker.tasks.put((-1, -1, {}))
        worker.process.join(10)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--seeds", required=True, help="FROM:TO, multiples of the shard size keep shards apart")
    ask.add_argument("--meshes", type=Path)
    ask.add_argument("--families", default="", help="comma-separated")
    ask.add_argument("--share-meshes", type=float, default=0.6)
    ask.add_argument("--processes", type=int, default=2)
    ask.add_argument("--name", help="of the shards; default: the one family, mesh or mixed")
    asked = ask.parse_args()
    families = tuple(filter(None, asked.families.split(",")))
    alone = (
        "mesh"
        if asked.share_meshes == 1
        else families[0]
        if len(families) == 1 and not asked.share_meshes
        else "mixed"
    )
    first, last = map(int, asked.seeds.split(":"))
    job = Job(asked.out, asked.name or alone, families, asked.meshes, asked.share_meshes)
    render(job, range(first, last), asked.processes)


if __name__ == "__main__":
    main()
