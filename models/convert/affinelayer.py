"""pix2pix-tensorflow by the names of its weights -> a generator: .pict files (ml5, the web demo) and the
script's own checkpoints.

.pict: three parts, each a big-endian length and its bytes: JSON [{name, shape}], 256 float32 values, one byte
a weight.
"""

import json
import re
from pathlib import Path

import numpy as np

from .bundle import Bundle
from .graph import Graph
from .said import FOLD, KEEP, LARGEST, STILL, Asked, Found, Refused, seen
from .same import same
from .writer import Value

EPSILON = 1e-5
LEAK = 0.2
OLD = (
    ("deconv/filter", "conv2d_transpose/kernel"),
    ("conv/filter", "conv2d/kernel"),
    ("batchnorm/scale", "batch_normalization/gamma"),
    ("batchnorm/offset", "batch_normalization/beta"),
)

Arrays = dict[str, np.ndarray]


def pict(path: Path, asked: Asked) -> Found:
    return by_name(pict_weights(path.read_bytes()), asked, what="pix2pix-tensorflow .pict (affinelayer, ml5)")


def pict_weights(data: bytes) -> Arrays:
    parts: list[bytes] = []
    at = 0
    while at < len(data) and len(parts) < 4:
        size = int.from_bytes(data[at : at + 4], "big")
        if at + 4 + size > len(data):
            raise Refused(
                f"the .pict file is damaged or truncated: its part {len(parts) + 1} says {size} bytes, "
                f"{len(data) - at - 4} are left."
            )
        parts.append(data[at + 4 : at + 4 + size])
        at += 4 + size
    if len(parts) != 3 or at != len(data):
        raise Refused(f"the .pict file has {len(parts)} parts, wanted 3.")
    try:
        shapes = [(str(one["name"]), [int(n) for n in one["shape"]]) for one in json.loads(parts[0])]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Refused(f"the .pict file's list of shapes cannot be read ({seen(error)}).") from error
    if len(parts[1]) % 4:
        raise Refused(f"the .pict file's table of values has {len(parts[1])} bytes, wanted a multiple of 4.")
    index, codes = np.frombuffer(parts[1], "<f4"), np.frombuffer(parts[2], np.uint8)
    if codes.size and int(codes.max()) >= index.size:
        raise Refused(f"the .pict file's weights name the value {int(codes.max())} of {index.size}.")
    arrays, at = {}, 0
    for name, shape in shapes:
        count = 1
        for side in shape:
            count *= side
        if any(n < 0 for n in shape) or at + count > codes.size or count * 4 > LARGEST:
            raise Refused(f"the .pict file is truncated: {seen(name)} ends behind its weights.")
        arrays[name] = index[codes[at : at + count]].reshape(shape)
        at += count
    if at != codes.size:
        raise Refused(f"the .pict file holds {codes.size - at} weights too many.")
    return arrays


def checkpoint(bundle: Bundle, asked: Asked) -> Found:
    """The script's own checkpoint, generator/… by name; optimiser and discriminator are left out."""
    names = [
        n
        for n in bundle.entries
        if n.startswith("generator/")
        and "Adam" not in n
        and "/moving_" not in n
        and "ExponentialMovingAverage" not in n
    ]
    return by_name({n: bundle[n] for n in names}, asked, what="pix2pix-tensorflow (affinelayer), checkpoint")


def by_name(given: Arrays, asked: Asked, *, what: str) -> Found:
    arrays = {renamed(name): array for name, array in given.items()}
    depth = max((int(m[1]) for n in arrays if (m := re.match(r"generator/encoder_(\d+)/", n))), default=0)
    if not 3 <= depth <= 12:
        raise Refused(
            f"it holds no generator/encoder_1… of pix2pix-tensorflow (its names: "
            f"{seen(', '.join(list(arrays)[:3]))})."
        )
    separable = next((n for n in arrays if "separable" in n), None)
    if separable:
        raise Refused(
            f"it was trained with --separable_conv ({separable}); give the exported graph (--mode export) "
            f"instead."
        )
    left = set(arrays)

    def need(name: str) -> np.ndarray:
        left.discard(name)
        if name not in arrays:
            raise Refused(f"the weight {name} is missing.")
        return arrays[name]

    def optional(name: str) -> np.ndarray | None:
        return need(name) if name in arrays else None

    size = asked.size or 2**depth
    if size % 2**depth:
        raise Refused(
            f"a generator of {depth} levels takes pixels in steps of {2**depth}; --size {size} does not fit."
        )
    noise = asked.noise or STILL
    first = need("generator/encoder_1/conv2d/kernel")
    if first.ndim != 4:
        raise Refused(f"generator/encoder_1/conv2d/kernel has the shape {first.shape}, wanted four numbers.")
    graph = Graph(channels=first.shape[2], size=size, noise=noise)

    def norm(x: Value, scope: str) -> Value:
        return graph.batch_norm(
            x,
            need(f"{scope}/batch_normalization/gamma"),
            need(f"{scope}/batch_normalization/beta"),
            None,
            None,
            EPSILON,
        )

    x, skips = graph.affine(graph.drawing, 2.0, -1.0), []  # 0…1 in, as the script's own preprocess
    for level in range(1, depth + 1):
        scope = f"generator/encoder_{level}"
        weight = first if level == 1 else need(f"{scope}/conv2d/kernel")  # [4, 4, I, O]
        if level > 1:
            x = graph.leaky(x, LEAK)
        pads = same((x.height, x.width), weight.shape[:2], (2, 2))
        x = graph.conv(
            x, weight.transpose(3, 2, 0, 1), optional(f"{scope}/conv2d/bias"), stride=(2, 2), pads=pads
        )
        if level > 1:
            x = norm(x, scope)
        skips.append(x)
    for level in range(depth, 0, -1):
        scope = f"generator/decoder_{level}"
        if level < depth:
            x = graph.concat([x, skips[level - 1]])
        x = graph.same("Relu", x)
        weight = need(f"{scope}/conv2d_transpose/kernel")  # [4, 4, O, I]
        pads = same((2 * x.height, 2 * x.width), weight.shape[:2], (2, 2))
        x = graph.conv_transpose(
            x,
            weight.transpose(3, 2, 0, 1),
            optional(f"{scope}/conv2d_transpose/bias"),
            stride=(2, 2),
            pads=pads,
        )
        if level > 1:
            x = norm(x, scope)
            if level >= depth - 2:
                x = graph.dropout(x, 0.5)
    if left:
        raise Refused(
            f"the weight {min(left)} belongs to no layer of this network ({len(left)} such weights)."
        )
    x = graph.affine(graph.same("Tanh", x), 0.5, 0.5)
    notes = (
        ["norms use the picture's own statistics, as the script does; it keeps no others."]
        if noise == FOLD
        else []
    )
    if noise != KEEP:
        notes.append(f"{graph.dropouts} dropouts left out; --noise keep keeps them, as the script does.")
    return Found(
        what=f"{what}, {depth} levels, ngf {first.shape[3]}",
        model=graph.close(x),
        noise=noise,
        inside=(0.0, 1.0),
        outside=(0.0, 1.0),
        notes=notes,
    )


def renamed(name: str) -> str:
    """Names of the script's first versions -> today's. Their convolutions have no bias."""
    for old, new in OLD:
        name = name.replace(old, new)
    return name.removesuffix(":0")
