"""Checkpoints of the published PyTorch generators, saved as their own code saves them (torch.save of a state
dict).
"""

import numpy as np
import pytest
import torch
from conftest import noise
from published import CollectionGenerator, GanGenerator, ResnetGenerator, UnetGenerator, as_tested, seeded
from torch import nn
from torch_files import saved, source

from convert.convert import Choice, convert
from convert.said import Asked, Refused
from convert.trial import paint


@pytest.mark.parametrize(
    ("downs", "norm", "inside", "dropout"),
    [
        (7, "batch", 3, True),
        (7, "instance", 1, False),
        (8, "batch", 1, True),
        (8, "instance", 4, True),
        (7, "none", 2, True),
    ],
)
def test_a_unet_paints_as_its_test_script_paints(agree, tmp_path, downs, norm, inside, dropout):
    network = as_tested(seeded(UnetGenerator(inside, downs=downs, norm=norm, dropout=dropout)))
    done = agree(saved(network, tmp_path / "latest_net_G.pth"), source(network))
    assert f"unet_{2**downs}" in done.found.what and len(done.card["input"]["channels"]) == inside


def test_folded_a_unet_paints_as_in_eval_and_holds_no_norm(agree, tmp_path):
    network = seeded(UnetGenerator(3, downs=7, norm="batch")).eval()
    done = agree(saved(network, tmp_path / "a.pth"), source(network), noise="fold")
    assert {n.op_type for n in done.model.graph.node} <= {
        "Conv",
        "ConvTranspose",
        "LeakyRelu",
        "Relu",
        "Concat",
        "Tanh",
        "Identity",
    }


@pytest.mark.parametrize(
    ("blocks", "norm", "dropout", "padding"),
    [
        (6, "batch", True, "reflect"),
        (9, "instance", False, "reflect"),
        (6, "instance", True, "zero"),
        (9, "batch", False, "zero"),
    ],
)
def test_a_resnet_paints_as_its_test_script_paints(agree, tmp_path, blocks, norm, dropout, padding):
    network = as_tested(
        seeded(ResnetGenerator(3, blocks=blocks, norm=norm, dropout=dropout, padding=padding))
    )
    done = agree(saved(network, tmp_path / "a.pth"), source(network), size=128)
    assert f"{blocks} blocks" in done.found.what
    assert bool(done.found.notes) == dropout, "the keys tell whether there is dropout"


@pytest.mark.parametrize(("steps", "norm"), [(3, "instance"), (4, "batch")])
def test_pix2pixhds_global_generator_paints_as_it_does_there(agree, tmp_path, steps, norm):
    network = as_tested(
        seeded(ResnetGenerator(3, blocks=9, steps=steps, norm=norm, dropout=False, bias=True, ngf=2))
    )
    done = agree(saved(network, tmp_path / "a.pth"), source(network), size=256)
    assert "Pix2PixHD" in done.found.what


def test_old_instance_norms_with_running_statistics_are_read_as_their_loader_patches_them(agree, tmp_path):
    network = as_tested(seeded(UnetGenerator(3, downs=7, norm="instance")))
    state = dict(network.state_dict())
    for name, module in network.named_modules():
        if isinstance(module, torch.nn.InstanceNorm2d):  # before PyTorch 0.4 these were saved, and never used
            state[f"{name}.running_mean"] = torch.randn(module.num_features)
            state[f"{name}.running_var"] = torch.rand(module.num_features) + 0.5
            state[f"{name}.num_batches_tracked"] = torch.tensor(9)
    torch.save(state, tmp_path / "old.pth")
    assert "instance norm" in agree(tmp_path / "old.pth", source(network)).found.what


@pytest.mark.parametrize("how", ["module.", "wrapped", "legacy"])
def test_other_ways_of_saving_the_same_weights_are_read(agree, tmp_path, how):
    network = as_tested(seeded(UnetGenerator(3, downs=7)))
    state = network.state_dict()
    if how == "module.":
        torch.save({f"module.{k}": v for k, v in state.items()}, tmp_path / "a.bin")
    elif how == "wrapped":
        torch.save({"epoch": 3, "state_dict": state, "optimizer": {"lr": 1}}, tmp_path / "a.bin")
    else:
        torch.save(state, tmp_path / "a.bin", _use_new_zipfile_serialization=False)
    agree(tmp_path / "a.bin", source(network))


def test_the_unets_of_two_public_collections_are_known_by_their_keys(agree, tmp_path):
    network = seeded(CollectionGenerator()).eval()
    torch.save({"state_dict": network.state_dict(), "optimizer": {}}, tmp_path / "gen.pth.tar")
    done = agree(tmp_path / "gen.pth.tar", source(network))  # tested there with the statistics of training
    assert "Machine-Learning-Collection" in done.found.what and done.found.noise == "fold"
    agree(tmp_path / "gen.pth.tar", source(as_tested(network)), noise="still")
    network = as_tested(seeded(GanGenerator()))
    done = agree(saved(network, tmp_path / "generator_199.pth"), source(network))
    assert "PyTorch-GAN" in done.found.what and done.found.noise == "still"


class HomeMade(nn.Module):
    """Encoder, bottleneck, decoder, of layers that leave no trace in a state dict."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = nn.Sequential(nn.Conv2d(3, 8, 4, 2, 1), nn.BatchNorm2d(8), nn.LeakyReLU(0.1))
        self.decoder = nn.Sequential(nn.ConvTranspose2d(8, 3, 4, 2, 1), nn.Tanh())


def test_home_made_networks_are_refused_by_name_and_told_what_can_be_read(tmp_path):
    with pytest.raises(Refused, match=r"encoder\.0\.weight.*no plan.*torch\.jit\.trace.*torch\.onnx\.export"):
        convert(saved(HomeMade(), tmp_path / "a.pth"), Asked(), Choice(name="a"))
    state = seeded(GanGenerator()).state_dict()
    for change, sentence in (
        ({"down2.model.0.weight": torch.zeros(8, 4, 3, 3)}, "wanted 4 × 4"),
        ({"down9.model.0.weight": torch.zeros(8, 8, 4, 4)}, "9 levels down and 7 up"),
        ({"more.weight": torch.zeros(2)}, "more.weight belongs to no layer"),
    ):
        torch.save({**state, **change}, tmp_path / "b.pth")
        with pytest.raises(Refused, match=sentence):
            convert(tmp_path / "b.pth", Asked(), Choice(name="a"))


def test_kept_noise_paints_another_picture_each_time_around_the_still_one(web, tmp_path):
    network = seeded(UnetGenerator(3, downs=7))
    path = saved(network, tmp_path / "a.pth")
    kept = convert(path, Asked(noise="keep"), Choice(name="kept")).model
    still = convert(path, Asked(noise="still"), Choice(name="still")).model
    drawing = noise(3, 128)
    many = paint(kept, [drawing] * 12)
    truth = paint(still, [drawing])[0]
    assert np.abs(many[0] - many[1]).max() > 1e-2, "dropout should be random"
    apart = np.abs(many - truth).mean((1, 2, 3))
    assert np.abs(many.mean(0) - truth).mean() < apart.min(), (
        "their mean should be nearer to the still picture than any of them"
    )
    assert np.isfinite(web.paint(kept, drawing)).all()


def test_a_grey_picture_is_given_three_channels(agree, tmp_path):
    network = as_tested(seeded(UnetGenerator(1, 1, downs=7)))
    done = agree(saved(network, tmp_path / "a.pth"), source(network))
    assert [c["name"] for c in done.card["output"]["channels"]] == ["r", "g", "b"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda s: s.pop("model.model.3.weight"), "model.model.3.weight is missing"),
        (
            lambda s: s.update({"model.model.9.weight": torch.zeros(2, 2)}),
            "model.model.9.weight belongs to no layer",
        ),
        (lambda s: s.update({"model.model.0.weight": torch.zeros(4, 6, 4, 4)}), "6 input channels"),
        (
            lambda s: s.update({"model.model.3.weight": torch.zeros(5, 3, 4, 4)}),
            "wants 5 channels, it is given 8",
        ),
        (lambda s: s["model.model.0.weight"].fill_(float("nan")), "NaN"),
    ],
)
def test_a_checkpoint_that_does_not_fit_is_refused_with_the_keys_name(tmp_path, change, sentence):
    state = dict(UnetGenerator(3, downs=7).state_dict())
    change(state)
    torch.save(state, tmp_path / "a.pth")
    with pytest.raises(Refused, match=sentence):
        convert(tmp_path / "a.pth", Asked(), Choice(name="a"))


def test_a_local_enhancer_and_a_stranger_are_refused_by_their_keys(tmp_path):
    torch.save(
        {"model1_1.1.weight": torch.zeros(2, 2, 3, 3), "model.1.weight": torch.zeros(2, 2, 3, 3)},
        tmp_path / "a.pth",
    )
    with pytest.raises(Refused, match=r"local enhancer .model1_1\.1\.weight"):
        convert(tmp_path / "a.pth", Asked(), Choice(name="a"))
    torch.save({"features.0.weight": torch.zeros(2, 2, 3, 3)}, tmp_path / "b.pth")
    with pytest.raises(Refused, match=r"features\.0\.weight"):
        convert(tmp_path / "b.pth", Asked(), Choice(name="a"))
