#!/usr/bin/env bash
# safetensors 0.8.0: safetensors.numpy writes a transposed array in the order that it has in memory, under the
# shape that it has now, without a word.
#
# Guess: what is loaded again is what was saved, or saving raises, as safetensors.torch of the same version
# does ("You are trying to save a non contiguous tensor"). Its documentation asks for contiguous arrays, but
# until 0.7.0 others came back right. Seen on 30 November 2026 of a kernel of Keras's, [4, 4, 3, 8],
# transposed as PyTorch has it, [8, 3, 4, 4], saved and loaded:
#   0.7.0   (8, 3, 4, 4), all of 384 numbers as they were
#   0.8.0   (8, 3, 4, 4), 2 of 384 as they were; after numpy.ascontiguousarray all
# So a Pix2Pix of TensorFlow's whose weights are carried over to PyTorch by kernel.transpose(3, 2, 0, 1) is a
# file that every reader takes, and paints noise. Ends with 0 while that is so, with 1 once it is not.
# models/convert reads such files; its README says how to write them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check numpy==2.4.6
venv/bin/pip install --quiet --disable-pip-version-check --no-deps --target old safetensors==0.7.0
venv/bin/pip install --quiet --disable-pip-version-check --no-deps --target new safetensors==0.8.0

cat >save.py <<'PYTHON'
import numpy as np
import safetensors
from safetensors.numpy import load_file, save_file

kernel = np.arange(4 * 4 * 3 * 8, dtype="f").reshape(4, 4, 3, 8)
turned = kernel.transpose(3, 2, 0, 1)
same = []
for weight in (turned, np.ascontiguousarray(turned)):
    save_file({"weight": weight}, "model.safetensors")
    loaded = load_file("model.safetensors")["weight"]
    assert loaded.shape == weight.shape
    same.append(int((loaded == turned).sum()))
print("safetensors", safetensors.__version__, loaded.shape, f"{same[0]} of {turned.size}, contiguous: {same[1]}")
PYTHON
old=$(PYTHONPATH=old venv/bin/python save.py)
new=$(PYTHONPATH=new venv/bin/python save.py)
printf '%s\n%s\n' "$old" "$new"
[[ $old == *'384 of 384, contiguous: 384' && $new != *'384 of 384,'* && $new == *'contiguous: 384' ]]
