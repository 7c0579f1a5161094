"""Files of programs that nothing here reads: named for what they are, and by what they were made from."""

import pickle
import struct
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from fixtures import OUT

from convert.convert import Choice, convert
from convert.said import Asked, Refused

TORCH7 = struct.pack("<3i", 4, 1, 3) + b"V 1" + struct.pack("<i", 10) + b"nn.gModule"
FILES = [
    ("a.pte", b"\x18\0\0\0ET12", r"an ExecuTorch program.*exported program \(\.pt2\)"),
    ("a.ptl", b"\x18\0\0\0PTMF", r"PyTorch Mobile.*TorchScript file \(\.pt\) that it was made from"),
    ("a.engine", b"ftrt", r"a TensorRT engine.*the \.onnx file that it was made from"),
    ("a.param", b"7767517\n75 83\nInput in0 0 1 in0\n", r"an ncnn network.*\(\.pth\)"),
    ("a.gguf", b"GGUF\3\0\0\0", r"a ggml file.*\.safetensors file that it was made from"),
    ("a.xml", b'<?xml version="1.0"?>\n<net name="g" version="11">', r"an OpenVINO network.*SavedModel"),
    ("latest_net_G.t7", TORCH7, r"Torch 7, as the first Pix2Pix.*pytorch-CycleGAN-and-pix2pix"),
    ("group1-shard1of4.bin", b"\1\2", r"TensorFlow\.js model alone; give its model\.json"),
    ("a.mlmodel", b"\x08\x05\x12\x10", r"a Core ML model.*that it was made from"),
    ("a.pdmodel", b"\x0a\x05", r"PaddlePaddle.*paddle2onnx"),
    ("netG.pdparams", b"\x80\x04\x95", r"weights of PaddlePaddle without a plan.*paddle\.onnx\.export"),
    ("netG-0000.params", b"\x12\1\0\0\0\0\0\0", r"weights of MXNet without a plan.*export_model"),
    ("a.msgpack", b"\x82\xa6params", r"Flax weights without a plan; jax2tf"),
]


@pytest.mark.parametrize(("name", "head", "sentence"), FILES)
def test_a_file_of_another_program_is_named_and_what_it_was_made_from(tmp_path, name, head, sentence):
    (tmp_path / name).write_bytes(head + bytes(80))
    refused(tmp_path / name, sentence)


def test_a_network_in_onnx_runtimes_own_format_asks_for_the_onnx_file(tmp_path):
    options = onnxruntime.SessionOptions()
    options.optimized_model_filepath = str(tmp_path / "a.ort")
    options.add_session_config_entry("session.save_model_format", "ORT")
    model = onnx.load(OUT / "bare.onnx").SerializeToString()
    onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    refused(tmp_path / "a.ort", r"ONNX Runtime's own format.*give the \.onnx file that it was made from")


def test_weights_of_chainer_are_named(tmp_path):
    np.savez(tmp_path / "gen_iter_100000.npz", np.zeros((8, 3, 3, 3)), np.zeros(8))
    refused(tmp_path / "gen_iter_100000.npz", r"arrays of NumPy without a plan, as Chainer.*export that as")


@pytest.mark.parametrize("protocol", [4, 5])
def test_a_pickle_of_a_newer_protocol_is_told_how_to_save_it(tmp_path, protocol):
    """torch.save with a pickle_protocol, and what pickle itself writes."""
    state = {"model.0.weight": torch.zeros(4, 3, 4, 4)}
    torch.save(state, tmp_path / "a.pth", pickle_protocol=protocol)
    (tmp_path / "b.pkl").write_bytes(pickle.dumps({"w": np.zeros(3)}, protocol=protocol))
    for name in ("a.pth", "b.pkl"):
        refused(tmp_path / name, r"reads only by running it.*by torch\.save alone, without a pickle_protocol")


def test_a_folder_of_core_ml_is_named(tmp_path):
    (tmp_path / "g.mlpackage").mkdir()
    (tmp_path / "g.mlpackage" / "Manifest.json").write_text("{}")
    refused(tmp_path / "g.mlpackage", "a Core ML model")


def refused(path: Path, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence) as refusal:
        convert(path, Asked(), Choice(name="a"))
    assert "\n" not in str(refusal.value)
