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
import queue
import time
from pathlib import Path
from typing import TYPE_CHECKING

from data.workers import Job, Result, Task, Worker

if TYPE_CHECKING:
    from multiprocessing.queues import Queue

SHARD = 100  # seeds


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
    ask.add_argument("--stretch", type=float, default=0.0, help="share of meshes stretched along their axes")
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
    job = Job(asked.out, asked.name or alone, families, asked.meshes, asked.share_meshes, asked.stretch)
    render(job, range(first, last), asked.processes)


if __name__ == "__main__":
    main()
