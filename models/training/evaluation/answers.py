"""Path-traced SEED.npz files (light/truth.py) -> a generator that answers with their maps: the door by which
the true form goes through the whole program.

It compares the silhouette that it is shown with theirs (normalised correlation at 32²) and answers with the
maps of the likest."""

import json
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

NAME = "given"
SIDE, MARGIN, STROKE = 512, 48, 3.0
POOLED = 32
SEVEN = ("normal.x", "normal.y", "normal.z", "occlusion", "thickness", "shadow", "coverage")


def maps_of(path: Path) -> np.ndarray:
    """SEVEN of a file in the square that the program puts around its drawing: float32 [7, 512, 512]. What
    lies beside the object has its nearest form."""
    held = np.load(path)
    coverage = held["fine_coverage"]
    full = lambda plane: cv2.resize(plane, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)
    planes = [plane / 127.5 - 1 for plane in held["fine_normal"].astype(np.float32)]
    planes += [full(held[key].astype(np.float32) / 255) for key in ("occlusion", "thickness", "shadow")]
    nearest = nearest_to(coverage > 0)
    planes[:5] = [plane[nearest] for plane in planes[:5]]
    middle_x, middle_y, half = held["square"]
    larger = SIDE / (2 * half)
    into = np.array([[larger, 0, -(middle_x - half) * larger], [0, larger, -(middle_y - half) * larger]])
    found = np.stack(
        [
            cv2.warpAffine(np.float32(plane), into, (SIDE, SIDE), borderMode=cv2.BORDER_REPLICATE)
            for plane in (*planes, coverage / 255)
        ]
    )
    found[:3] /= np.maximum(np.linalg.norm(found[:3], axis=0), 1e-3)
    return found


def nearest_to(mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Row and column of the mask's nearest pixel, [H, W] each."""
    _, label = cv2.distanceTransformWithLabels(
        (~mask).astype(np.uint8), cv2.DIST_L2, 3, labelType=cv2.DIST_LABEL_PIXEL
    )
    y, x = np.nonzero(mask)
    at = np.zeros((2, label.max() + 1), int)
    at[:, label[y, x]] = y, x
    return at[0][label], at[1][label]


def give(models: Path, paths: Sequence[Path]) -> None:
    """Into a build's folder of models: the generator NAME, with its card made of realize.json's."""
    card = json.loads((models / "realize.json").read_text())
    assert [c["name"] for c in card["output"]["channels"]] == list(SEVEN), card["output"]
    card["input"] |= {"size": SIDE, "preview": SIDE, "margin": MARGIN, "stroke": STROKE}
    card |= {"id": NAME, "name": NAME, "file": f"{NAME}.onnx"}
    card.pop("look", None)
    (models / f"{NAME}.json").write_text(json.dumps(card))
    onnx.save(network(card, np.stack([maps_of(path) for path in paths])), models / f"{NAME}.onnx")


def network(card: dict, answers: np.ndarray) -> onnx.ModelProto:
    """`answers` [N, 7, 512, 512]: what there is to choose from."""
    cell = SIDE // POOLED
    cover = answers[:, -1].reshape(len(answers), POOLED, cell, POOLED, cell).mean((2, 4))
    template = cover.reshape(len(answers), -1)
    template = template - template.mean(1, keepdims=True)
    template /= np.linalg.norm(template, axis=1, keepdims=True)
    seen = [c["name"] for c in card["input"]["channels"]].index("silhouette")
    held: dict[str, np.ndarray] = {
        "answers": answers.astype(np.float16),
        "seen": np.array([seen], np.int64),
        "row": np.array([1, -1], np.int64),
        "template": np.ascontiguousarray(template.T, np.float32),
    }
    drawing, told = card["input"]["tensor"], card["output"]["tensor"]
    node = helper.make_node
    value = lambda name, count: helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, count, SIDE, SIDE])
    graph = helper.make_graph(
        [
            node("Gather", [drawing, "seen"], ["silhouette"], axis=1),
            node("AveragePool", ["silhouette"], ["small"], kernel_shape=[cell] * 2, strides=[cell] * 2),
            node("Reshape", ["small", "row"], ["flat"]),
            node("MatMul", ["flat", "template"], ["alike"]),
            node("ArgMax", ["alike"], ["which"], axis=1, keepdims=0),
            node("Gather", ["answers", "which"], ["answer"], axis=0),
            node("Cast", ["answer"], [told], to=TensorProto.FLOAT),
        ],
        NAME,
        [value(drawing, len(card["input"]["channels"]))],
        [value(told, len(SEVEN))],
        [numpy_helper.from_array(array, name) for name, array in held.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
