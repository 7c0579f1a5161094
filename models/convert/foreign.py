"""A file's first bytes and its name -> what it is and which file it was made from, where that is known and
nothing here reads it.

Marks: file identifiers of the FlatBuffers schemas of ONNX Runtime (ort.fbs), ExecuTorch (program.fbs) and
PyTorch Mobile (mobile_bytecode.fbs); GGUF's, TensorRT's and MXNet's magic numbers; ncnn's first line; Torch
7's version.
"""

import re

ONNX = "the .onnx file"
TORCH = "the PyTorch checkpoint (.pth), TorchScript (.pt) or .onnx file"
ANY = "the .onnx file, PyTorch checkpoint or SavedModel"

# where it stands, what stands there, what the file is, what it was made from
MARKS = (
    (4, b"ORTM", "a network in ONNX Runtime's own format", ONNX),
    (4, b"ET12", "an ExecuTorch program", "the exported program (.pt2) or PyTorch checkpoint (.pth)"),
    (4, b"PTMF", "a PyTorch Mobile file", "the TorchScript file (.pt)"),
    (0, b"ftrt", "a TensorRT engine, built for one graphics card", ONNX),
    (0, b"7767517\n", "an ncnn network", TORCH),
    (0, b"GGUF", "a ggml file", "the PyTorch checkpoint or .safetensors file"),
)
NAMES = {
    "mlmodel": ("a Core ML model", ANY),
    "mlpackage": ("a Core ML model", ANY),
    "mnn": ("a network for MNN", ANY),
    "rknn": ("a network for Rockchip's processors", ONNX),
    "dlc": ("a network for Qualcomm's processors", ONNX),
}
MXNET = b"\x12\x01\0\0\0\0\0\0"  # a list of arrays (ndarray.cc)
TORCH7 = b"\x03\0\0\0V 1"
OPENVINO = re.compile(rb"\s*(<\?xml[^>]*>)?\s*<net\s")
SHARD = re.compile(r"shard\d+of\d+(\.bin)?$")


def foreign(name: str, head: bytes) -> str | None:
    """A sentence for the person who gave it. `head`: its first 64 bytes; none of a folder."""
    for at, mark, what, source in MARKS:
        if head[at : at + len(mark)] == mark:
            return made(name, what, source)
    if OPENVINO.match(head):
        return made(name, "an OpenVINO network", ANY)
    if head[8 : 8 + len(TORCH7)] == TORCH7:
        return (
            f"{name} is a file of Lua's Torch 7, as the first Pix2Pix wrote them, which is not read here; "
            f"pytorch-CycleGAN-and-pix2pix has the same networks as .pth files."
        )
    if SHARD.search(name):
        return (
            f"{name} holds weights of a TensorFlow.js model alone; give its model.json, with this beside it."
        )
    if name.lower().endswith((".pdparams", ".pdopt")):
        return (
            f"{name} holds weights of PaddlePaddle without a plan; load them into their network, and "
            f"paddle.onnx.export makes an .onnx file of it."
        )
    if head.startswith(MXNET):
        return (
            f"{name} holds weights of MXNet without a plan; mx.onnx.export_model makes an .onnx file of both."
        )
    if name.lower().endswith((".pdmodel", ".pdiparams")):
        return f"{name} is of PaddlePaddle, which is not read here; paddle2onnx makes an .onnx file of it."
    if name.lower().endswith(".msgpack"):
        return f"{name} holds Flax weights without a plan; jax2tf and tf.saved_model.save write both."
    known = NAMES.get(name.rpartition(".")[2].lower())
    return made(name, *known) if known else None


def made(name: str, what: str, source: str) -> str:
    return f"{name} is {what}, which is not read here; give {source} that it was made from."
