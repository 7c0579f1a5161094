# in: a task's queue; out: shards, rendered in processes that may die: one is begun anew.
from __future__ import annotations

import multiprocessing
import os
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from data.pairs import Sample, write_shard

if TYPE_CHECKING:
    from multiprocessing.queues import Queue
    from multiprocessing.sharedctypes import Synchronized

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
    stretch: float

    def shard(self, start: int) -> str:
        """Name of the shard that begins with the seed `start`."""
        return f"{self.name}-{start:07d}"


def work(job: Job, seeds: range, bad: Failed, at: Synchronized[int], results: Queue[Result]) -> None:
    """One shard in a process of its own mind: `at` (shared) tells the seed being worked on."""
    from data.source import REASONS, Source, pair_of  # Blender is loaded in the working process alone

    source = Source(job.families, job.meshes, job.share_meshes, job.stretch)
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
