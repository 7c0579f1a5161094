"""What trainers save around a generator: wrappers, discriminators, several generators in one file."""

from collections.abc import Callable

import pytest
import torch
from published import ResnetGenerator, UnetGenerator, as_tested, seeded
from torch import nn
from torch_files import Trainer, discriminator, saved, source

from convert.convert import Choice, convert
from convert.said import Asked, Refused


def compiled(network: nn.Module) -> nn.Module:
    made = torch.compile(network)
    assert isinstance(made, nn.Module)
    return made


WRAPPINGS: dict[str, Callable[[nn.Module], dict]] = {
    "compiled": lambda g: compiled(g).state_dict(),
    "parallel, compiled": lambda g: nn.DataParallel(compiled(g)).state_dict(),
    "compiled, parallel": lambda g: compiled(nn.DataParallel(g)).state_dict(),
    "lightning": lambda g: {
        "epoch": 3,
        "pytorch-lightning_version": "2.5.0",
        "state_dict": Trainer(g).state_dict(),
        "optimizer_states": [{"state": {}, "param_groups": [{"lr": 2e-4}]}],
    },
    "netG_state_dict": lambda g: {
        "netD_state_dict": discriminator().state_dict(),
        "netG_state_dict": g.state_dict(),
    },
    "gen_state_dict": lambda g: {
        "gen_state_dict": g.state_dict(),
        "disc_state_dict": discriminator().state_dict(),
    },
    "compiled generator in a trainer": lambda g: {"model": Trainer(compiled(g)).state_dict()},
}


@pytest.mark.parametrize(("kind", "way"), [*(("unet", way) for way in WRAPPINGS), ("resnet", "lightning")])
def test_the_generator_is_found_in_what_trainers_save(tmp_path, kind, way):
    network = seeded(UnetGenerator(3, downs=7) if kind == "unet" else ResnetGenerator(3, blocks=6))
    plain = convert(saved(network, tmp_path / "plain.pth"), Asked(size=128), Choice(name="a"))
    torch.save(WRAPPINGS[way](network), tmp_path / "a.pth")
    done = convert(tmp_path / "a.pth", Asked(size=128), Choice(name="a"))
    assert done.model.graph == plain.model.graph
    assert done.said == plain.said, "a discriminator is no second generator"


@pytest.mark.parametrize("flat", [False, True])
def test_of_two_generators_the_first_is_taken_and_the_other_by_its_key(agree, tmp_path, flat):
    one, two = (as_tested(seeded(UnetGenerator(1, downs=7), seed)) for seed in (1, 2))
    both = {"G_A": one.state_dict(), "G_B": two.state_dict(), "D_A": discriminator().state_dict()}
    if flat:
        both = {f"{name}.{key}": value for name, state in both.items() for key, value in state.items()}
    torch.save(both, tmp_path / "a.pth")
    done = agree(tmp_path / "a.pth", source(one))
    assert "it holds 2 generators; this is G_A, and --key takes another: G_B." in done.found.notes
    assert agree(tmp_path / "a.pth", source(two), key="G_B").found.key == "G_B"
    with pytest.raises(Refused, match=r"--key D_A: the file holds G_A, G_B"):
        convert(tmp_path / "a.pth", Asked(key="D_A"), Choice(name="a"))
    with pytest.raises(Refused, match=r"--key G_A: the file holds one generator"):
        convert(saved(one, tmp_path / "b.pth"), Asked(key="G_A"), Choice(name="a"))
