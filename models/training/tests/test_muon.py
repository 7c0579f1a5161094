"""Muon beside AdamW: which weights it steps, by how much, and that a run goes on where it was."""

import copy
from dataclasses import replace

import torch
from tiny import TINY
from torch import nn

from learning.muon import Muon
from learning.realize import optimiser
from learning.recipe import build_generator, placed

RATE = 1e-2


def stepped(weight: nn.Parameter, gradient: torch.Tensor) -> torch.Tensor:
    """By how much one step moves it, as a matrix."""
    before = weight.detach().clone()
    muon = Muon([weight], [nn.Parameter(torch.zeros(1))], lr=RATE, betas=(0.9, 0.99))
    weight.grad = gradient
    muon.step()
    return (weight.detach() - before).permute(0, 2, 3, 1).reshape(len(weight), -1)


def test_a_step_turns_every_direction_alike_however_unlike_the_gradients_are():
    torch.manual_seed(0)
    weight = nn.Parameter(torch.zeros(8, 4, 3, 3).contiguous(memory_format=torch.channels_last))
    gradient = torch.randn_like(weight)
    gradient[0] *= 100
    strength = torch.linalg.svdvals(stepped(weight, gradient))
    assert strength.max() < 2 * strength.min()
    # as long as a step of AdamW: 0.2 times the rate, root mean square
    moved = strength.square().sum().sqrt() / weight.numel() ** 0.5
    assert 0.1 * RATE < moved < 0.4 * RATE


def test_both_ends_of_the_network_and_all_that_is_no_convolution_go_by_adam():
    torch.manual_seed(0)
    net = placed(build_generator(TINY), torch.device("cpu"))
    both = optimiser(net, replace(TINY, muon=True))
    assert isinstance(both, Muon)
    inner = {id(weight) for weight in both.inner}
    names = {name for name, weight in net.named_parameters() if id(weight) in inner}
    assert "bottom.0.0.body.0.0.weight" in names and "rises.0.convolution.weight" in names
    assert not any(name.startswith(("near", "stem", "head", "finish")) for name in names)
    count = sum(len(group["params"]) for group in both.param_groups)
    assert count == len(list(net.parameters())) and all(weight.ndim == 4 for weight in both.inner)
    assert not isinstance(optimiser(net, TINY), Muon)


def test_what_it_remembers_can_be_kept():
    torch.manual_seed(0)
    weights = [nn.Parameter(torch.randn(4, 2, 3, 3)), nn.Parameter(torch.randn(4))]
    again = copy.deepcopy(weights)

    def opened(both: list[nn.Parameter]) -> Muon:
        return Muon(both[:1], both[1:], lr=RATE, betas=(0.9, 0.99))

    def go(muon: Muon, both: list[nn.Parameter], seed: int) -> None:
        torch.manual_seed(seed)
        for weight in both:
            weight.grad = torch.randn_like(weight)
        muon.step()

    one, other = opened(weights), opened(again)
    go(one, weights, 1)
    go(other, again, 1)
    resumed = opened(again)
    resumed.load_state_dict(other.state_dict())
    go(one, weights, 2)
    go(resumed, again, 2)
    assert all(torch.equal(a, b) for a, b in zip(weights, again))
    one.zero_grad()
    assert all(weight.grad is None for weight in weights)
