#!/usr/bin/env bash
# PyTorch 2.13.0 (CPU): of a transposed convolution weight norm goes by the channels that go in, spectral norm
# by those that come out; and of the two only weight norm's older checkpoints can be loaded.
#
# Guess: both norm a row for each channel of the output, as of Conv2d; and what one of the two takes, the
# other takes. Seen on 30 November 2026 of Conv2d and ConvTranspose2d from 8 channels to 4:
#   weight norm     4 sizes, and 8 of the transposed one
#   spectral norm   4 rows, and 4
#   state dicts of torch.nn.utils.weight_norm and spectral_norm, loaded under parametrizations.weight_norm and
#   spectral_norm, which replace them: all keys matched; missing and unexpected keys
# A U-Net is half transposed convolutions: whoever computes their weights from a checkpoint, by g · v / ‖v‖
# or by uᵀWv, needs another axis each time. Ends with 0 while that is so, with 1 once it is not.
# models/convert reads both kinds of keys of both norms (models/convert/reparametrized.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check torch==2.13.0 numpy==2.4.6

cat >norms.py <<'PYTHON'
import sys
import warnings

import torch
from torch import nn
from torch.nn.utils import parametrizations

warnings.filterwarnings("ignore")
PLAIN, TURNED = lambda: nn.Conv2d(8, 4, 3), lambda: nn.ConvTranspose2d(8, 4, 3)
sizes = [parametrizations.weight_norm(kind()).parametrizations.weight.original0.numel() for kind in (PLAIN, TURNED)]
rows = [parametrizations.spectral_norm(kind()).parametrizations.weight[0]._u.numel() for kind in (PLAIN, TURNED)]


def taken(name):
    older, newer = getattr(nn.utils, name)(PLAIN()), getattr(parametrizations, name)(PLAIN())
    try:
        return str(newer.load_state_dict(older.state_dict()))
    except RuntimeError as error:
        return " ".join(str(error).split())[:60]


loaded = [taken(name) for name in ("weight_norm", "spectral_norm")]
print("torch", torch.__version__)
print("weight norm  ", sizes, loaded[0])
print("spectral norm", rows, loaded[1])
sys.exit(not (sizes == [4, 8] and rows == [4, 4] and "matched" in loaded[0] and "Error" in loaded[1]))
PYTHON
venv/bin/python norms.py
