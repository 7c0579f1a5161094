"""Archives of torch.export.save: the graph and its weights are read as data, nothing is loaded by PyTorch."""

import json
import zipfile
from pathlib import Path

import pytest
import torch
from published import ResnetGenerator, UnetGenerator, as_tested, seeded
from test_torchscript import Stranger
from torch_files import source

from convert.convert import Choice, convert
from convert.said import Asked, Refused


def saved(network: torch.nn.Module, path: Path, channels: int, size: int = 128) -> Path:
    torch.export.save(torch.export.export(network, (torch.zeros(1, channels, size, size),)), path)
    return path


@pytest.mark.parametrize("kind", ["unet", "resnet"])
def test_a_generator_paints_as_torch_runs_it(agree, tmp_path, kind):
    network = seeded(UnetGenerator(3, downs=7) if kind == "unet" else ResnetGenerator(3, blocks=6)).eval()
    path = saved(network, tmp_path / "a.pt2", 3)
    done = agree(path, source(network))  # the archive says 128 itself
    assert "exported program" in done.found.what and done.found.noise == "fold"
    agree(path, source(as_tested(network)), noise="still")


def test_networks_that_nobody_published_are_read_by_their_operators(agree, tmp_path):
    torch.manual_seed(1)
    network = Stranger().eval()
    done = agree(saved(network, tmp_path / "a.pt2", 1, 64), source(network), low=0.0)
    assert done.found.outside is None


def test_weights_that_are_not_laid_out_in_order_are_read_by_their_strides(agree, tmp_path):
    network = seeded(UnetGenerator(1, downs=7)).eval().to(memory_format=torch.channels_last)
    assert not network.model.model[0].weight.is_contiguous() or network.model.model[0].weight.shape[1] == 1
    agree(saved(network, tmp_path / "a.pt2", 1), source(network))


def bent(path: Path, part: str, change) -> Path:
    """The archive with one of its parts changed."""
    with zipfile.ZipFile(path) as box:
        parts = {name: box.read(name) for name in box.namelist()}
    with zipfile.ZipFile(path, "w") as box:
        for name, data in parts.items():
            if name.endswith(part):
                held = json.loads(data)
                change(held)
                data = json.dumps(held).encode()
            box.writestr(name, data)
    return path


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    network = seeded(UnetGenerator(1, downs=7, ngf=2)).eval()
    return saved(network, tmp_path_factory.mktemp("a") / "a.pt2", 1).read_bytes()


def first(held: dict) -> dict:
    return next(iter(held["config"].values()))


@pytest.mark.parametrize(
    ("part", "change", "sentence"),
    [
        (
            "model_weights_config.json",
            lambda h: first(h).update(path_name="../../x"),
            "no file of raw numbers",
        ),
        ("model_weights_config.json", lambda h: first(h).update(use_pickle=True), "no file of raw numbers"),
        ("model_weights_config.json", lambda h: first(h).update(path_name="gone"), "gone cannot be read"),
        ("model_weights_config.json", lambda h: first(h)["tensor_meta"].update(dtype=9), "type 9"),
        (
            "model_weights_config.json",
            lambda h: first(h)["tensor_meta"].update(storage_offset={"as_int": 10**9}),
            "does not fit",
        ),
        (
            "model_weights_config.json",
            lambda h: first(h)["tensor_meta"].update(strides=[{"as_int": -1}] * 4),
            "no whole numbers",
        ),
        ("model_weights_config.json", lambda h: h["config"].popitem(), "holds no weight|belongs"),
        (
            "model.json",
            lambda h: h["graph_module"]["graph"]["nodes"][3].update(target="os.system"),
            r"operator os\.system.*give its checkpoint \(\.pth\)",
        ),
        (
            "model.json",
            lambda h: h["graph_module"]["graph"]["nodes"][3].update(target="torch.ops.higher_order.cond"),
            "higher_order.cond",
        ),
        ("model.json", lambda h: h["graph_module"]["graph"]["nodes"].pop(), "wanted one picture"),
        ("model.json", lambda h: h.pop("graph_module"), "does not have the form"),
    ],
)
def test_damaged_and_hostile_archives_are_refused(tmp_path, archive, part, change, sentence):
    (tmp_path / "a.pt2").write_bytes(archive)
    with pytest.raises(Refused, match=sentence) as refusal:
        convert(bent(tmp_path / "a.pt2", part, change), Asked(), Choice(name="a"))
    assert "\n" not in str(refusal.value)


def test_a_half_of_it_and_archives_of_older_versions_are_refused(tmp_path, archive):
    (tmp_path / "a.pt2").write_bytes(archive[: len(archive) // 2])
    with pytest.raises(Refused, match="damaged"):
        convert(tmp_path / "a.pt2", Asked(), Choice(name="a"))
    with zipfile.ZipFile(tmp_path / "b.pt2", "w") as box:
        box.writestr("serialized_exported_program.json", "{}")
    with pytest.raises(Refused, match="earlier form"):
        convert(tmp_path / "b.pt2", Asked(), Choice(name="a"))
