"""The lean loss against that of 7655ec0; labels of parts; flat gradients; a run from a head start."""

from dataclasses import replace

import numpy as np
import pytest
import torch
import torch.distributed as dist
from synthetic import pair as made
from torch import nn

from data.packing import packed, unpacked
from evaluation.loss_before import supervise
from evaluation.step_before import move as move_before
from learning.augment import sample
from learning.begin import begin_from
from learning.config import MATERIALS, REALIZE2, REALIZE2_SHARP, Augment, Realize
from learning.gradients import average, clip, flat, gathered
from learning.look import labels
from learning.objective import NOTHING, form_terms, look_terms
from learning.recipe import placed, rate, total
from learning.recipes import build_recipe
from learning.warp import move

CPU = torch.device("cpu")
TINY = replace(REALIZE2, fine=4, channels=(8, 8, 16, 16, 16), critic=(8, 8), batch=2, warm=1)


def truths(side: int) -> torch.Tensor:
    pairs = [unpacked(packed(made(seed))) for seed in (1, 2)]
    rng = np.random.default_rng(0)
    return torch.from_numpy(np.stack([sample(pair, rng, Augment(blank=0), side=side)[1] for pair in pairs]))


@pytest.mark.parametrize("side", [64, 128])
def test_the_lean_loss_and_its_gradient_are_those_of_before(side):
    torch.manual_seed(0)
    stored, config = truths(side), Realize()
    raw = torch.randn(2, 7, side, side, requires_grad=True)
    again = raw.detach().clone().requires_grad_()
    wanted = supervise(raw, stored, config)[3]
    found = form_terms(again, stored, config)
    assert found.keys() == wanted.keys()
    for name, value in wanted.items():
        assert torch.allclose(found[name], value, rtol=1e-4), name
    total(wanted.values()).backward()
    total(found.values()).backward()
    assert raw.grad is not None and again.grad is not None
    assert (raw.grad - again.grad).norm() < 1e-3 * raw.grad.norm()


def test_planes_moved_together_are_those_moved_one_by_one():
    pair, how = unpacked(packed(made(1))), Augment()
    for seed in range(4):
        together = move(pair, np.random.default_rng(seed), how, 128)
        single = move_before(pair, np.random.default_rng(seed), how, 128)
        assert all(np.array_equal(together[name], plane) for name, plane in single.items())


def test_cross_entropy_alone_is_least_where_the_guess_is_the_truth():
    stored = truths(64)
    value = stored.float() / 255
    right = torch.cat([value[:, :3] * 2 - 1, value[:, 3:7].logit(1e-3)], 1)
    there = form_terms(right, stored, REALIZE2)
    for name, channel in (("occlusion", 3), ("thickness", 4), ("shadow", 5), ("coverage", 6)):
        for shift in (-3, 3):
            away = right.clone()
            away[:, channel] += shift
            assert form_terms(away, stored, REALIZE2)[name] > there[name], name
    assert there["normal"] < 0.05 and there["gradient"] < 0.05


def test_parts_have_their_material_and_colour_and_meshes_none():
    part = np.zeros((16, 16), np.uint8)
    part[:, 8:] = 2
    meta = {"family": "mug", "materials": ["chrome", "wood"], "colours": [[1, 0, 0], [0.2, 0.4, 0.6]]}
    material, colour = labels(part, meta, MATERIALS)
    assert material.shape == (4, 4) and colour.shape == (3, 4, 4)
    assert (material[:, :2] == NOTHING).all() and (material[:, 2:] == MATERIALS.index("wood")).all()
    assert np.allclose(colour[:, 0, 3], [0.2, 0.4, 0.6])
    part[:, :8] = 1
    assert (labels(part, meta, MATERIALS)[0][:, :2] == NOTHING).all()  # chrome is no class of the head
    assert (labels(part, meta | {"family": "mesh:a"}, MATERIALS)[0] == NOTHING).all()


def test_the_look_learns_from_labelled_cells_alone():
    seen = torch.zeros(1, len(MATERIALS) + 4, 2, 2, requires_grad=True)
    material = torch.tensor([[[3, NOTHING], [NOTHING, NOTHING]]], dtype=torch.uint8)
    terms = look_terms(seen, material, torch.full((1, 3, 2, 2), 0.9), REALIZE2)
    assert torch.isclose(terms["material"], torch.tensor(np.log(len(MATERIALS)) / 2, dtype=torch.float32))
    total(terms.values()).backward()
    assert seen.grad is not None
    assert seen.grad[0, 3, 0, 0] < 0 < seen.grad[0, 4, 0, 0] and (seen.grad[..., 1, 1] == 0).all()


def copied(net: nn.Module) -> list[torch.Tensor]:
    """Gradients of all parameters, as they are now."""
    return [parameter.grad.clone() for parameter in net.parameters() if parameter.grad is not None]


def test_the_flat_gradient_is_clipped_as_torch_clips_it():
    torch.manual_seed(0)
    net = placed(nn.Sequential(nn.Conv2d(3, 5, 3), nn.BatchNorm2d(5), nn.Conv2d(5, 2, 1)), CPU)
    net(torch.randn(2, 3, 8, 8)).square().sum().backward()
    before = copied(net)
    assert clip(gathered(net.parameters()), 0.5) > 0.5
    mine = copied(net)
    for parameter, gradient in zip(net.parameters(), before):
        parameter.grad = gradient.clone()
    nn.utils.clip_grad_norm_(net.parameters(), 0.5)
    assert all(torch.allclose(a, b) for a, b in zip(mine, copied(net)))
    with pytest.raises(RuntimeError, match="view size is not compatible"):
        flat(torch.zeros(2, 3, 4, 5).permute(1, 0, 2, 3))


def test_gradients_become_their_mean_over_the_processes_where_they_lie(monkeypatch):
    torch.manual_seed(0)
    net = placed(nn.Sequential(nn.Conv2d(3, 5, 3), nn.Conv2d(5, 2, 1)), CPU)
    net(torch.randn(2, 3, 8, 8)).square().sum().backward()
    before = copied(net)
    monkeypatch.setattr(dist, "is_initialized", lambda: True)
    monkeypatch.setattr(dist, "get_world_size", lambda: 2)
    monkeypatch.setattr(
        dist, "all_reduce", lambda vector: vector.mul_(4)
    )  # the other has three times as much
    average(gathered(net.parameters()))
    assert all(torch.equal(2 * a, b) for a, b in zip(before, copied(net)))


def test_the_last_parts_rate_warms_up_and_falls_to_nothing():
    at = lambda share, step=10_000: rate(REALIZE2_SHARP, share, step)
    assert at(0.0, 0) < 0.01 and at(0.0) == 1 and at(0.5) == 0.5 and at(1.0) == 0


def trial(net: nn.Module) -> dict[str, torch.Tensor]:
    """State of our generator under the names that a head start gives its weights."""
    theirs = lambda key: "head." + key[5:] if key.startswith("look.") else "g." + key
    return {theirs(key): value for key, value in net.state_dict().items()}


def test_a_run_begins_with_the_ema_of_a_head_start_and_trains_on(tmp_path):
    torch.manual_seed(0)
    batch = {
        "drawing": torch.rand(2, 2, 64, 64),
        "truth": truths(64),
        "material": torch.randint(0, len(MATERIALS), (2, 16, 16), dtype=torch.uint8),
        "colour": torch.rand(2, 3, 16, 16),
    }
    one, two = build_recipe(TINY, CPU), build_recipe(replace(TINY, critic_from=0), CPU)
    for _ in range(3):
        one.step(batch, 0.0)
    saved = {"net": trial(one.generator), "ema": trial(one.ema), "steps": 3, "pictures": 96}
    start = tmp_path / "run.pt"
    torch.save(saved | {"materials": MATERIALS}, start)
    begin_from(two, start)
    assert (two.steps, two.pictures, two.origin) == (0, 96, {"recipe": "run.pt", "pictures": 96})
    for net in (two.generator, two.ema):
        for name, value in one.ema.state_dict().items():
            assert torch.equal(net.state_dict()[name], value), name
    assert {"material", "colour", "critic"} <= two.step(batch, 0.0).keys()
    last = "finish.convolution.weight"
    assert not torch.equal(two.generator.state_dict()[last], one.ema.state_dict()[last])
    torch.save(saved | {"materials": MATERIALS[::-1]}, start)
    with pytest.raises(AssertionError, match=r"run\.pt tells"):
        begin_from(two, start)
