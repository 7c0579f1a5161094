"""What every test of the converters needs: agreement with the source framework, in ONNX Runtime and in
onnxruntime-web.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import onnx
import pytest

HERE = Path(__file__).resolve().parent
sys.path.insert(
    0, str(HERE.parents[1])
)  # models/, so that `import convert` is the package beside this folder
sys.path.insert(0, str(HERE))

from convert.card import embedded
from convert.convert import Choice, Done, convert
from convert.said import Asked
from convert.trial import paint

CLOSE = 1e-3


def pytest_report_header() -> str:
    return f"agreement wanted within {CLOSE}"


class Web:
    """One Node process that runs models in onnxruntime-web's WebAssembly, as the plugin does: a line in, a
    line out.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        self.count = 0
        self.node = subprocess.Popen(
            ["node", str(HERE / "run.mjs")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def paint(self, model: onnx.ModelProto, drawing: np.ndarray) -> np.ndarray:
        self.count += 1
        at = self.folder / str(self.count)
        at.mkdir()
        onnx.save(model, at / "model.onnx")
        (at / "in").write_bytes(drawing.astype("<f4").tobytes())
        assert self.node.stdin and self.node.stdout
        self.node.stdin.write(json.dumps({"folder": str(at), "shape": drawing.shape}) + "\n")
        self.node.stdin.flush()
        line = self.node.stdout.readline()
        assert line, "node ended: is node_modules there (npm ci)?"
        answer = json.loads(line)
        assert "error" not in answer, answer
        return np.frombuffer((at / "out").read_bytes(), "<f4").reshape(answer["shape"])


@pytest.fixture(scope="session")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    one = Web(tmp_path_factory.mktemp("web"))
    yield one
    assert one.node.stdin
    one.node.stdin.close()
    one.node.wait(30)


Source = Callable[[np.ndarray], np.ndarray]


def noise(channels: int, size: int, low: float = -1.0, high: float = 1.0) -> np.ndarray:
    """[1, C, S, S] of values that no convolution can take lightly."""
    return np.random.default_rng(7).uniform(low, high, (1, channels, size, size)).astype(np.float32)


def last(network: Callable) -> Source:
    """A network that counts [N, H, W, C], asked in [N, C, H, W]."""
    return lambda x: np.asarray(network(x.transpose(0, 2, 3, 1))).transpose(0, 3, 1, 2)


@pytest.fixture
def agree(web: Web) -> Callable[..., Done]:
    """Convert `path` and compare with `source` on the same input: in ONNX Runtime and in onnxruntime-web.
    Gives what was done.
    """

    def run(path: Path, source: Source, *, low: float = -1.0, high: float = 1.0, **asked: object) -> Done:
        done = convert(path, Asked(**asked), Choice(name="a test"))  # type: ignore[arg-type]
        onnx.checker.check_model(done.model, full_check=True)
        _, channels, size, _ = (d.dim_value for d in done.model.graph.input[0].type.tensor_type.shape.dim)
        drawing = noise(channels, size, low, high)
        truth = source(drawing)
        if truth.shape[1] == 1:
            truth = np.repeat(truth, 3, 1)
        assert truth.std() > 1e-2, (
            f"the source paints all but one grey (deviation {truth.std():.1e}): the comparison would say "
            f"nothing"
        )
        for where, picture in (
            ("ONNX Runtime", paint(done.model, [drawing])),
            ("onnxruntime-web", web.paint(done.model, drawing)),
        ):
            assert picture.shape == truth.shape, f"{where}: {picture.shape}, the source gives {truth.shape}"
            apart = float(np.abs(picture - truth).max())
            assert apart <= CLOSE, f"{where} differs from the source by {apart:.2e}, allowed {CLOSE}"
        card = embedded(done.model)
        assert card == done.card and card["kind"] == "picture"
        return done

    return run
