"""A path -> the reader for what stands there, told by its bytes and not by its name."""

import re
import struct
from pathlib import Path

from .box import Box
from .bundle import MAGIC
from .foreign import foreign
from .said import Asked, Found, Reader, Refused, seen
from .wire import BYTES, VARINT, fields
from .wire import message as part

HEAD = 64
# a graph may begin with a line break and a brace, too: a field's number and its length
JSON, PAGE = re.compile(rb'\s*(\{\s*["}]|\[\s*["{\[\]])'), re.compile(rb"\s*<[!?a-zA-Z]")
HEAD_OF_SAFETENSORS = 100_000_000  # bytes, the most that the format allows
# what broken bytes and descriptions of the wrong form lead to, in any reader
DAMAGED = (UnicodeError, struct.error, OverflowError, RecursionError, MemoryError, EOFError)
MALFORMED = (KeyError, IndexError, TypeError, ValueError, AttributeError)


def read(path: Path, asked: Asked) -> Found:
    """Recognise and read. Each framework's reader is loaded only when it is needed."""
    if not path.exists():
        raise Refused(f"{path} does not exist.")
    try:
        return reader(path)(path, asked)
    except DAMAGED as error:
        raise Refused(f"the file is damaged ({type(error).__name__}: {seen(error)}).") from error
    except MALFORMED as error:
        raise Refused(
            f"the file does not have the form of its kind ({type(error).__name__}: {seen(error)})."
        ) from error


def reader(path: Path) -> Reader:
    if path.is_dir():
        return folder(path)
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(HEAD)
        file.seek(max(0, size - 8))
        tail = file.read(8)
    if size < 8:
        raise Refused(f"{path.name} has {size} bytes: it is empty or truncated.")
    if sentence := foreign(path.name, head):
        raise Refused(sentence)
    if is_safetensors(head, size):
        from .safetensors import safetensors

        return safetensors
    if head.startswith(b"PK"):
        return zipped(path)
    if head.startswith(b"\x89HDF\r\n\x1a\n"):
        from .keras import h5_file

        return h5_file
    if head[:1] == b"\x80" and head[1] in (2, 3, 4, 5):
        from .pytorch import checkpoint

        return checkpoint
    if tail == MAGIC:
        from .tutorial import checkpoint as tf_checkpoint

        return tf_checkpoint
    if head.startswith(b"version https://git-lfs"):
        raise Refused(f"{path.name} is a Git LFS pointer, not the model itself; fetch it with git lfs pull.")
    if is_text(head) and JSON.match(head):
        from .tfjs import tfjs

        return tfjs
    if is_text(head) and PAGE.match(head):
        raise Refused(f"{path.name} is a web page, not a model; was the download refused?")
    if head.startswith(b"model_checkpoint_path:"):
        return named_checkpoint
    if head[4:8] == b"TFL3":
        from .litert import litert

        return litert
    if head[4:6] == b"[{" and head[0] == 0:
        from .affinelayer import pict

        return pict
    if ".data-" in path.name and path.with_name(path.name.split(".data-")[0] + ".index").is_file():
        raise Refused(f"{path.name} is a checkpoint's data; give {path.name.split('.data-')[0]}.index.")
    if path.name.endswith((".onnx.data", ".onnx_data")):
        main = path.name.removesuffix("_data").removesuffix(".data")
        raise Refused(
            f"{path.name} holds the weights of {main} alone; give {main}, with this file beside it, or "
            f"export it again with external_data=False."
        )
    return message(path)


def is_text(head: bytes) -> bool:
    """No control characters but white space."""
    return all(byte >= 0x20 or byte in b"\t\n\r" for byte in head)


def is_safetensors(head: bytes, size: int) -> bool:
    """By the first bytes: the length of a head that fits, then an object of JSON."""
    return head[8:9] == b"{" and 2 <= int.from_bytes(head[:8], "little") <= min(size - 8, HEAD_OF_SAFETENSORS)


def folder(path: Path) -> Reader:
    """A SavedModel, an exported graph, a TensorFlow.js model or checkpoints."""
    from .tensorflow import exported, saved_model

    if (path / "saved_model.pb").is_file():
        return saved_model
    if (path / "model.json").is_file():
        from .tfjs import tfjs

        return lambda at, asked: tfjs(at / "model.json", asked)
    metas = sorted(path.glob("*.meta"))
    if len(metas) == 1:
        return lambda at, asked: exported(metas[0], asked)
    if (path / "checkpoint").is_file():
        return lambda at, asked: named_checkpoint(at / "checkpoint", asked)
    indices = sorted(path.glob("*.index"))
    if len(indices) == 1:
        return reader(indices[0])
    if sentence := foreign(path.name, b""):
        raise Refused(sentence)
    inside = ", ".join(sorted(p.name for p in path.iterdir())[:5])
    raise Refused(f"the folder {path.name} holds {seen(inside) or 'nothing'}: no model that is known here.")


def named_checkpoint(path: Path, asked: Asked) -> Found:
    """TensorFlow's small text file that names the latest of several checkpoints beside it."""
    from .tutorial import checkpoint

    line = path.read_text(errors="replace").splitlines()[0]
    name = line.partition(":")[2].strip().strip('"').replace("\\", "/").rsplit("/", 1)[-1]
    index = path.with_name(name + ".index")
    if not name or not index.is_file():
        raise Refused(f"{path.name} names the checkpoint {seen(name)}, which is not beside it.")
    return checkpoint(index, asked)


def zipped(path: Path) -> Reader:
    box = Box(path)
    if "config.json" in box.names and "model.weights.h5" in box.names:
        from .keras import keras_file

        return keras_file
    if (
        box.one("models/model.json")
        or box.one("serialized_exported_program.json")
        or box.one("archive_format")
    ):
        from .exported import exported_program

        return exported_program
    if box.one("data.pkl"):
        if box.one("constants.pkl") or any("/code/" in name for name in box.names):
            from .torchscript import torchscript

            return torchscript
        from .pytorch import checkpoint

        return checkpoint
    if all(n.endswith(".npy") for n in box.names):
        raise Refused(
            f"{path.name} holds arrays of NumPy without a plan, as Chainer saves weights; load them into "
            f"their network and export that as .onnx."
        )
    inside = next(
        (
            n
            for n in box.names
            if n.endswith(("saved_model.pb", "model.json", ".pth", ".onnx", ".h5", ".keras"))
        ),
        None,
    )
    hint = f"; unpack it and give {seen(inside)}" if inside else ""
    raise Refused(
        f"{path.name} is a zip of {seen(', '.join(box.names[:3]))}: no model that is known here{hint}."
    )


def message(path: Path) -> Reader:
    """ONNX, or one of TensorFlow's graphs: protocol buffers, told by their fields."""
    from .tensorflow import exported, frozen, saved_model

    data = memoryview(path.read_bytes())
    try:
        kinds = {(n, kind) for n, kind, _ in fields(data)}
    except Refused as error:
        start = bytes(data[:12])
        # a field that does not end: still worth telling an ONNX or TensorFlow file that was cut short
        if start[:1] in (b"\x08", b"\x0a"):
            raise Refused(f"{path.name}: {error}") from error
        raise Refused(f"{path.name} begins with {start!r}: no model that is known here.") from error
    if (7, BYTES) in kinds and (1, VARINT) in kinds:
        from .onnxfile import onnx_file

        return onnx_file
    if kinds <= {(1, VARINT), (2, BYTES)} and (1, VARINT) in kinds:
        return lambda at, asked: saved_model(at.parent, asked)
    if (1, BYTES) in kinds and (4, BYTES) in kinds and (2, BYTES) not in kinds:
        return frozen
    if (2, BYTES) in kinds and (1, BYTES) in kinds:
        return exported if any(n == 2 and is_graph(v) for n, _, v in fields(data)) else frozen
    if (1, BYTES) in kinds:
        return frozen
    raise Refused(f"{path.name} begins with {bytes(data[:12])!r}: no model that is known here.")


def is_graph(value: int | memoryview) -> bool:
    """Whether a field of a graph file is a GraphDef: its first field holds a node with a name and an
    operator.
    """
    try:
        first = next((v for n, kind, v in fields(part(value)) if n == 1 and kind == BYTES), None)
        return first is not None and {1, 2} <= {n for n, kind, _ in fields(part(first)) if kind == BYTES}
    except Refused:
        return False
