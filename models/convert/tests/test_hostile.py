"""Files that mean harm, are damaged, or are named after what they are not: one sentence, nothing run, nothing
written.
"""

import io
import json
import os
import pickle
import re
import struct
import zipfile
import zlib
from pathlib import Path

import h5py
import numpy as np
import pytest
import torch
from published import UnetGenerator, seeded

from convert.convert import Choice, convert
from convert.said import Asked, Refused


def refused(path: Path) -> str:
    with pytest.raises(Refused) as refusal:
        convert(path, Asked(), Choice(name="a"))
    sentence = str(refusal.value)
    assert "\n" not in sentence and len(sentence) < 400, sentence
    return sentence


class Bomb:
    """Pickled, it runs a command when it is loaded."""

    def __init__(self, flag: Path):
        self.flag = flag

    def __reduce__(self):
        return (os.system, (f"touch {self.flag}",))


@pytest.mark.parametrize("way", ["zip", "legacy", "bare"])
def test_a_pickle_with_code_is_refused_by_the_name_of_what_it_calls(tmp_path, way):
    flag = tmp_path / "it-ran"
    held = {"state_dict": {"a": torch.zeros(2, 2, 2, 2)}, "x": Bomb(flag)}
    if way == "bare":
        (tmp_path / "a.pth").write_bytes(pickle.dumps(held["x"]))
    else:
        torch.save(held, tmp_path / "a.pth", _use_new_zipfile_serialization=way == "zip")
    sentence = refused(tmp_path / "a.pth")
    assert not flag.exists(), "the file's code ran"
    assert "system" in sentence or "pickle" in sentence or "damaged" in sentence


def test_a_torchscript_list_of_objects_with_code_is_refused_by_name(tmp_path):
    flag = tmp_path / "it-ran"
    with zipfile.ZipFile(tmp_path / "a.pt", "w") as box:
        box.writestr("a/data.pkl", pickle.dumps(Bomb(flag), 2))
        box.writestr("a/constants.pkl", pickle.dumps((), 2))
        box.writestr("a/code/__torch__.py", "")
    assert "system" in refused(tmp_path / "a.pt")
    assert not flag.exists()


def test_a_whole_module_saved_instead_of_its_weights_is_refused(tmp_path):
    torch.save(UnetGenerator(1, downs=7), tmp_path / "a.pth")
    assert "published.UnetGenerator" in refused(tmp_path / "a.pth")


def pack(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as box:
        for name, data in parts.items():
            box.writestr(name, data)
    return path


def test_zip_bombs_are_refused_before_they_unpack(tmp_path):
    zeros = bytes(200_000_000)
    assert "zip bomb" in refused(
        pack(tmp_path / "a.keras", {"config.json": b"{}", "model.weights.h5": zeros})
    )
    assert "zip bomb" in refused(pack(tmp_path / "b.pth", {"a/data.pkl": b"\x80\x02.", "a/data/0": zeros}))


def test_a_zip_that_lies_about_its_sizes_is_refused(tmp_path):
    path = pack(tmp_path / "a.keras", {"config.json": b"{" + b" " * 5000 + b"}", "model.weights.h5": b"x"})
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"PK\x01\x02"))
    data[at + 24 : at + 28] = struct.pack("<I", 10)  # the list says 10 bytes
    path.write_bytes(data)
    assert "another size" in refused(path) or "cannot be read" in refused(path)


@pytest.mark.parametrize("name", ["../../outside", "/etc/cron.d/x", "a/../../b", "C:\\windows\\x"])
def test_paths_that_lead_out_of_a_zip_are_refused(tmp_path, name):
    assert "leads out" in refused(
        pack(tmp_path / "a.keras", {"config.json": b"{}", "model.weights.h5": b"", name: b"x"})
    )


def weights_file(change) -> bytes:
    data = io.BytesIO()
    with h5py.File(data, "w") as file:
        drawing = {"class_name": "InputLayer", "config": {"batch_shape": [None, 16, 16, 1], "name": "i"}}
        settings = {"name": "c", "filters": 3, "kernel_size": [3, 3], "padding": "same", "use_bias": False}
        layers = [drawing, {"class_name": "Conv2D", "config": settings}]
        file.attrs["model_config"] = json.dumps({"class_name": "Sequential", "config": {"layers": layers}})
        group = file.create_group("model_weights/c")
        group.attrs["weight_names"] = [b"kernel"]
        change(group)
    return data.getvalue()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda g: g.__setitem__("kernel", h5py.ExternalLink("/etc/passwd", "x")), "another file"),
        (
            lambda g: g.create_dataset("kernel", (3, 3, 1, 3), "f4", external=[("/etc/passwd", 0, 108)]),
            "another file",
        ),
        (
            lambda g: g.create_dataset(
                "kernel", (9000, 9000, 1, 3), "f4", chunks=(1000, 1000, 1, 3), compression="gzip"
            ),
            "bomb",
        ),
        (
            lambda g: g.create_dataset("kernel", data=np.zeros((3, 3, 2, 3), "f4")),
            "wants 2 channels, it is given 1",
        ),
        (lambda g: g.create_dataset("kernel", data=np.zeros((3, 3), "f4")), "Conv2D|four numbers"),
        (lambda g: g.create_dataset("kernel", data=np.full((3, 3, 1, 3), np.nan, "f4")), "NaN"),
        (lambda g: g.create_dataset("kernel", data=np.array([b"text"])), "wanted numbers"),
        (lambda g: None, "cannot be read"),
    ],
)
def test_hdf5_tricks_and_wrong_tensors_are_refused(tmp_path, change, sentence):
    (tmp_path / "a.h5").write_bytes(weights_file(change))
    assert re.search(sentence, refused(tmp_path / "a.h5"))


def test_every_kind_of_file_cut_short_anywhere_is_refused_in_a_sentence(tmp_path):
    network = seeded(UnetGenerator(1, downs=7, ngf=2)).eval()
    torch.save(network.state_dict(), tmp_path / "zip")
    torch.save(network.state_dict(), tmp_path / "legacy", _use_new_zipfile_serialization=False)
    torch.jit.trace(network, torch.zeros(1, 1, 128, 128)).save(str(tmp_path / "script"))
    (tmp_path / "h5").write_bytes(
        weights_file(lambda g: g.create_dataset("kernel", data=np.zeros((3, 3, 1, 3), "f4")))
    )
    for name in ("zip", "legacy", "script", "h5"):
        data = (tmp_path / name).read_bytes()
        for share in (0.02, 0.3, 0.7, 0.99):
            (tmp_path / "cut").write_bytes(data[: int(len(data) * share)])
            refused(tmp_path / "cut")


def test_bytes_changed_at_random_end_in_a_sentence_or_a_picture_and_never_in_a_crash(tmp_path):
    network = seeded(UnetGenerator(1, downs=7, ngf=2)).eval()
    torch.jit.trace(network, torch.zeros(1, 1, 128, 128)).save(str(tmp_path / "script"))
    torch.save(network.state_dict(), tmp_path / "legacy", _use_new_zipfile_serialization=False)
    (tmp_path / "onnx").write_bytes((Path(__file__).parents[3] / "tests/fixtures/bare.onnx").read_bytes())
    random = np.random.default_rng(0)
    for name in ("script", "legacy", "onnx"):
        whole = (tmp_path / name).read_bytes()
        for _ in range(8):
            data = bytearray(whole)
            for at in random.integers(0, len(data), 40):
                data[at] = int(random.integers(256))
            (tmp_path / "bent").write_bytes(data)
            try:
                convert(tmp_path / "bent", Asked(), Choice(name="a"))
            except Refused as refusal:
                assert "\n" not in str(refusal)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n", "Git LFS"),
        (b"<!DOCTYPE html><html><body>404</body></html>", "web page"),
        (b"GIF89a" + bytes(100), "no model that is known"),
        (zlib.compress(b"a" * 100), "no model|damaged"),
        (b'{"a": ' * 50_000, "JSON"),
        (b'{"hello": 1}', "modelTopology"),
        (bytes(range(256)) * 8, "no model|damaged"),
    ],
)
def test_what_is_no_model_is_told_by_its_content(tmp_path, data, sentence):
    for name in ("a.pth", "a.onnx", "a.keras"):
        (tmp_path / name).write_bytes(data)
        assert re.search(sentence, refused(tmp_path / name))


def test_names_do_not_matter(tmp_path):
    torch.save(seeded(UnetGenerator(1, downs=7, ngf=2)).state_dict(), tmp_path / "photo.jpg")
    assert "unet_128" in convert(tmp_path / "photo.jpg", Asked(), Choice(name="a")).found.what
