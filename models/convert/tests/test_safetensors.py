"""State dicts as safetensors' own package writes them, by names whatever their order; damaged heads."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from published import ResnetGenerator, UnetGenerator, as_tested, seeded
from safetensors.torch import save_file
from torch_files import Trainer, source

from convert.convert import Choice, convert
from convert.said import Asked, Refused


@pytest.mark.parametrize("kind", ["unet", "resnet", "trainer"])
def test_a_generator_paints_as_torch_runs_it(agree, tmp_path, kind):
    network = as_tested(seeded(ResnetGenerator(3) if kind == "resnet" else UnetGenerator(3, downs=7)))
    held = Trainer(network) if kind == "trainer" else network
    save_file(held.state_dict(), tmp_path / "model.safetensors", metadata={"format": "pt"})
    done = agree(tmp_path / "model.safetensors", source(network), size=128)
    assert ("resnet" if kind == "resnet" else "unet_128") in done.found.what


@pytest.mark.parametrize(("dtype", "close"), [(torch.float16, 0.02), (torch.bfloat16, 0.1)])
def test_half_precision_is_read_as_it_was_rounded(agree, tmp_path, dtype, close):
    network = seeded(UnetGenerator(1, downs=7))
    rounded = {k: v.to(dtype) if v.is_floating_point() else v for k, v in network.state_dict().items()}
    save_file(rounded, tmp_path / "a.safetensors")
    whole = {k: v.float() if v.is_floating_point() else v for k, v in rounded.items()}
    assert max((a - b).abs().max() for a, b in zip(whole.values(), network.state_dict().values())) < close
    network.load_state_dict(whole)
    agree(tmp_path / "a.safetensors", source(as_tested(network)))


def written(path: Path, change) -> Path:
    """A file whose head is changed."""
    array = np.ones((4, 3, 4, 4), np.float32)
    head: dict = {"a": {"dtype": "F32", "shape": [4, 3, 4, 4], "data_offsets": [0, array.nbytes]}}
    text = change(head) or json.dumps(head).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + array.tobytes())
    return path


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda h: h["a"].update(dtype="F4"), "type F4"),
        (lambda h: h["a"].update(shape=[4, 3, 4, 5]), "does not fit"),
        (lambda h: h["a"].update(shape=[-4, -3, 4, 4]), r"shape \[-4"),
        (lambda h: h["a"].update(shape=[1e9]), "shape"),
        (lambda h: h["a"].update(data_offsets=[768, 1536]), "does not fit"),
        (lambda h: h["a"].update(data_offsets=[-768, 0]), "at "),
        (lambda h: h["a"].update(data_offsets=[768, 0]), "does not fit"),
        (lambda h: h.update(a=3), "type 3"),
        (lambda h: b"{" + b"[" * 5000, "no JSON"),
        (lambda h: b"{}", "no tensors"),
        (lambda h: None, "its keys .a. are of no published generator"),
    ],
)
def test_damaged_heads_are_refused(tmp_path, change, sentence):
    with pytest.raises(Refused, match=sentence) as refusal:
        convert(written(tmp_path / "a.safetensors", change), Asked(), Choice(name="a"))
    assert "\n" not in str(refusal.value)


def test_cut_short_anywhere_it_is_refused(tmp_path):
    save_file(UnetGenerator(1, downs=7, ngf=2).state_dict(), tmp_path / "a.safetensors")
    data = (tmp_path / "a.safetensors").read_bytes()
    for share in (0.001, 0.3, 0.99):
        (tmp_path / "cut").write_bytes(data[: int(len(data) * share)])
        with pytest.raises(Refused):
            convert(tmp_path / "cut", Asked(), Choice(name="a"))
