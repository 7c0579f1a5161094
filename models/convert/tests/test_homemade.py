"""State dicts of home-made U-Nets: read by their shapes where these leave one way, else refused by a key."""

from collections.abc import Callable

import numpy as np
import pytest
import torch
from homes import Home, Plain
from published import as_tested, seeded
from safetensors.torch import save_file
from torch_files import discriminator, saved, source

from convert.convert import Choice, convert
from convert.homemade import homes
from convert.said import Asked, Refused


@pytest.mark.parametrize(
    ("build", "said"),
    [
        (Home, "5 levels, ngf 4, batch norm"),
        (lambda: Home(first=True, inside=3), "5 levels"),
        (lambda: Home(levels=8, ngf=2), "8 levels"),
        (lambda: Home(levels=4, head=True), "4 levels"),
        (Plain, "3 levels, ngf 8"),
    ],
)
def test_it_paints_as_in_eval_and_what_its_keys_do_not_tell_is_said(agree, tmp_path, build, said):
    network = seeded(build()).eval()
    done = agree(saved(network, tmp_path / "a.pth"), source(network))
    assert f"plain Sequentials, read by its shapes: {said}" in done.found.what and done.found.noise == "fold"
    (note,) = (line for line in done.said if "its keys do not tell" in line)
    assert "LeakyReLU 0.2" in note and "[up, skip]" in note and "torch.jit.trace" in note
    agree(saved(network, tmp_path / "a.pth"), source(as_tested(network)), noise="still")


@pytest.mark.parametrize(
    "wrap",
    [
        lambda g: {"netD_state_dict": discriminator().state_dict(), "netG_state_dict": g.state_dict()},
        lambda g: {f"module._orig_mod.{key}": value for key, value in g.state_dict().items()},
        lambda g: torch.nn.ModuleDict({"critic": discriminator(), "gen": g}).state_dict(),
    ],
)
def test_it_is_found_in_what_trainers_save(tmp_path, wrap):
    network = seeded(Home()).eval()
    plain = convert(saved(network, tmp_path / "a.pth"), Asked(), Choice(name="a"))
    torch.save(wrap(network), tmp_path / "b.pth")
    assert convert(tmp_path / "b.pth", Asked(), Choice(name="a")).model.graph == plain.model.graph


def moved(state: dict[str, torch.Tensor], old: str, new: str) -> None:
    """Other names for some keys, in the same order."""
    held = {key.replace(old, new, 1): value for key, value in state.items()}
    state.clear()
    state.update(held)


def put(key: str, *shape: int) -> Callable[[dict[str, torch.Tensor]], None]:
    return lambda state: state.update({key: torch.zeros(shape)})


def without_norms(state: dict[str, torch.Tensor]) -> None:
    for key in list(state):
        if ".1." in key:
            del state[key]


def one_turned_round(state: dict[str, torch.Tensor]) -> None:
    moved(state, "enc3.1", "enc3.2")
    moved(state, "enc3.0", "enc3.1")


OPEN: list[tuple[Callable[[dict[str, torch.Tensor]], None], str]] = [
    (put("enc2.0.weight", 8, 4, 3, 3), r"stride of enc2\.0\.weight \(8 × 4 × 3 × 3"),
    (put("dec2.0.weight", 60, 16, 4, 4), r"dec2\.0\.weight .* is given 32 .* or 64"),
    (put("dec2.0.weight", 32, 16, 4, 4), r"whether something is added before dec2\.0"),
    (put("enc2.3.weight", 1), r"enc2\.3 is neither"),
    (put("enc2.attention", 1), r"enc2\.attention is of no"),
    (put("more.0.weight", 3, 3, 2, 2), r"the border of more\.0\.weight"),
    (lambda s: moved(s, "enc2.1", "enc2.2"), r"between enc2\.0 and the norm enc2\.2"),
    (lambda s: moved(s, "enc1.0", "enc1.1"), r"layers before enc1\.1 leave no other trace"),
    (lambda s: moved(s, "enc1.0", "enc1"), r"enc1 stands in no Sequential"),
    (one_turned_round, r"stand before enc3\.1, and behind what is before enc2\.0"),
    (without_norms, "no norm"),
]


@pytest.mark.parametrize(("change", "sentence"), OPEN)
def test_what_its_shapes_leave_open_is_refused_by_the_keys_name(tmp_path, change, sentence):
    state = dict(Home().state_dict())
    change(state)
    torch.save(state, tmp_path / "a.pth")
    with pytest.raises(Refused, match=sentence) as refusal:
        convert(tmp_path / "a.pth", Asked(), Choice(name="a"))
    assert "torch.onnx.export" in str(refusal.value) and "\n" not in str(refusal.value)


def test_a_hundred_thousand_keys_are_looked_through_once():
    """Seconds; hours, if each of them was compared with all others."""
    one = np.zeros((1, 1, 4, 4), np.float32)
    assert homes({f"a{i}.b{i}.c{i}.d{i}.weight": one for i in range(100_000)}) == set()


def test_in_safetensors_whose_order_says_nothing_names_must_run_as_the_layers_do(tmp_path):
    save_file(Home().state_dict(), tmp_path / "a.safetensors")
    with pytest.raises(Refused, match=r"bottleneck\.0\.weight.*torch\.jit\.trace"):
        convert(tmp_path / "a.safetensors", Asked(), Choice(name="a"))
    # by numbers: 10 behind 9, as a Sequential of many layers has them
    one = torch.nn.Sequential(*(layer for part in Plain().children() for layer in part))
    save_file(one.state_dict(), tmp_path / "b.safetensors")
    torch.save(one.state_dict(), tmp_path / "b.pth")
    kept = [
        convert(tmp_path / f"b.{end}", Asked(), Choice(name="a")).model.graph
        for end in ("pth", "safetensors")
    ]
    assert kept[0] == kept[1]
