"""What the command line says of a run -> its config and options."""

import argparse
from pathlib import Path
from typing import Any

from learning.config import CONFIGS
from learning.folder import WAYS


def overrides(asked: argparse.Namespace) -> dict[str, Any]:
    """What the command line says otherwise than the config."""
    wished = {name: getattr(asked, name) for name in ("batch", "title", "small", "critic_from")}
    return {name: value for name, value in wished.items() if value is not None}


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
    parser.add_argument(
        "--from-run", type=Path, help="another run, or a head start's file, that a new one begins with"
    )
    parser.add_argument(
        "--teacher",
        type=Path,
        help="a vanilla run that classic learns from as well; the run must be finished enough to paint",
    )
    parser.add_argument("--look", type=float, default=10.0, help="minutes between contact sheets")
    parser.add_argument("--batch", type=int, help="pictures a process and step, if not the config's")
    parser.add_argument("--small", type=int, help="every so many batches are of previews (256²)")
    parser.add_argument("--critic-from", type=float, help="share of the training before the critic joins")
    parser.add_argument(
        "--cache", type=Path, help="maps of PAIRS/train at the side of previews (data/cache.py)"
    )
    # one thread a process: two threads in one process took three times the CPU time of one on a busy machine
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1, help="loading processes; 0: in the same one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--version", default="0.1.0", help="written into the card")
    parser.add_argument(
        "--compile",
        action="store_true",
        help="torch.compile network and losses (needs a C++ compiler, and two minutes at the start)",
    )
    return parser.parse_args(arguments)
