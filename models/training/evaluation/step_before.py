"""The training step of 7655ec0, shards -> batches; raw output and stored truth -> terms -> new weights: what
today's is timed against (evaluation/bench_train.py) and must agree with (tests/test_objective.py)."""

import copy
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.utils.data import default_collate

from data.pairs import LINE_SCALE, Pairs
from learning.augment import FAR, LINES, finished, fitted, pose
from learning.config import SQUARE, Augment, Realize
from learning.dataset import Mixture
from learning.recipe import placed, total
from networks.pix2pix import Critic, Generator, physical


def move(
    pair: dict[str, np.ndarray], rng: np.random.Generator, how: Augment, side: int
) -> dict[str, np.ndarray]:
    """learning.augment.move, one plane after the other."""
    matrix, scale, angle, mirrored = pose(rng, how, side)
    matrix = fitted(matrix, pair["coverage"].shape[0], side)
    warp = lambda plane, edge: cv2.warpAffine(
        plane, matrix, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=edge
    )
    moved = {name: warp(pair[name], 0) for name in ("occlusion", "thickness", "shadow", "coverage")}
    for name in LINES:
        near = warp(pair[name], FAR)
        moved[name] = near * np.float32(scale / LINE_SCALE * side / SQUARE.size)
        moved[name][near == FAR] = FAR
    x, y, z = (warp(plane, 128) for plane in pair["normal"])
    if mirrored:
        x = 255 - x
    if angle:
        u, v = x.astype(np.float32) - 127.5, y.astype(np.float32) - 127.5
        cos, sin = np.cos(angle), np.sin(angle)
        x, y = ((w + 128).clip(0, 255).astype(np.uint8) for w in (u * cos + v * sin, v * cos - u * sin))
    moved["normal"] = np.stack([x, y, z])
    return moved


def batches_before(folder: Path, config: Realize, side: int) -> Iterator[dict[str, Tensor]]:
    """Endless batches of one side, `drawing` and `truth`, read from shards."""
    cv2.setNumThreads(0)
    pairs, rng, how = Pairs(folder), np.random.default_rng([1, 0]), config.augment
    mixture = Mixture(pairs, config.families)
    while True:
        batch = []
        for _ in range(config.batch):
            drawing, truth = finished(move(pairs[mixture.draw(rng)], rng, how, side), rng, how)
            batch.append({"drawing": torch.from_numpy(drawing), "truth": torch.from_numpy(truth)})
        yield default_collate(batch)


def over(values: Tensor, weight: Tensor) -> Tensor:
    """Mean of values [B, C, H, W] by weight [B, 1, H, W]."""
    return (values * weight).sum() / (weight.sum() * values.shape[1] + 1)


def slopes(guess: Tensor, truth: Tensor, weight: Tensor, step: int) -> Tensor:
    """Mean difference of the slopes over `step` pixels; steep places of the truth weigh half."""
    total = guess.new_zeros(())
    for axis in (2, 3):
        near = lambda x: x.narrow(axis, 0, x.shape[axis] - step)  # noqa: B023, of this axis and at once
        far = lambda x: x.narrow(axis, step, x.shape[axis] - step)  # noqa: B023
        wanted = far(truth) - near(truth)
        jump = wanted.abs().amax(1, keepdim=True) > 0.35
        smooth = far(weight) * near(weight) * torch.where(jump, 0.5, 1.0)
        total = total + over((far(guess) - near(guess) - wanted).abs(), smooth)
    return total


def graded(guess: Tensor, truth: Tensor, weight: Tensor) -> Tensor:
    """L1 and half of the cross-entropy of values 0…1."""
    entropy = F.binary_cross_entropy(guess.clamp(1e-4, 1 - 1e-4), truth, reduction="none")
    return over((guess - truth).abs() + 0.5 * entropy, weight)


def intrinsic_loss(guess: Tensor, truth: Tensor, weight: Tensor, config: Realize) -> dict[str, Tensor]:
    """`guess`, `truth` [B, 7, H, W] physical; `weight` [B, 1, H, W]."""
    n, m = guess[:, :3], truth[:, :3]
    coverage = guess[:, 6:].clamp(1e-4, 1 - 1e-4)
    steep = slopes(n, m, weight, 1) + slopes(n, m, weight, n.shape[-1] // 64)
    return {
        "normal": over((n - m).abs(), weight) * config.normal,
        "cosine": over(1 - (n * m).sum(1, keepdim=True), weight) * config.cosine,
        "gradient": steep * config.gradient,
        "occlusion": graded(guess[:, 3:4], truth[:, 3:4], weight) * config.occlusion,
        "thickness": graded(guess[:, 4:5], truth[:, 4:5], weight) * config.thickness,
        "shadow": graded(guess[:, 5:6], truth[:, 5:6], torch.ones_like(weight)) * config.shadow,
        "coverage": F.binary_cross_entropy(coverage, truth[:, 6:]) * config.coverage,
    }


def supervise(
    raw: Tensor, stored: Tensor, config: Realize
) -> tuple[Tensor, Tensor, Tensor, dict[str, Tensor]]:
    """Raw output and stored truth uint8 [B, 8, S, S] -> guess, truth, weight, loss terms."""
    values = stored.float() / 255
    normal = F.normalize(values[:, :3] * 2 - 1, dim=1, eps=1e-3)
    guess, truth, weight = physical(raw), torch.cat([normal, values[:, 3:7]], 1), values[:, 7:8]
    return guess, truth, weight, intrinsic_loss(guess, truth, weight, config)


class StepBefore:
    """Networks, optimisers and EMA; `step` takes a batch of drawings and truth."""

    def __init__(self, config: Realize):
        self.config, self.steps = config, 0
        generator = Generator(
            fine=config.fine,
            channels=config.channels,
            encoder=config.encoder,
            bottom=config.bottom,
            decoder=config.decoder,
        )
        self.generator = placed(generator, torch.device("cpu"))
        self.critic = placed(Critic(inside=5, channels=config.critic), torch.device("cpu"))
        self.ema = copy.deepcopy(self.generator).eval().requires_grad_(False)
        self.generator_optimiser = torch.optim.AdamW(
            self.generator.parameters(), lr=config.rate, betas=config.betas, weight_decay=1e-4, fused=True
        )
        rate = config.critic_rate
        self.critic_optimiser = torch.optim.AdamW(
            self.critic.parameters(), lr=rate, betas=(0.5, 0.99), fused=True
        )

    def forward(self, drawing: Tensor) -> Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            return self.generator(drawing)

    def contest(
        self, drawing: Tensor, guess: Tensor, truth: Tensor, weight: Tensor
    ) -> tuple[dict[str, Tensor], Tensor, Tensor]:
        """The generator's adversarial terms; what the critic was shown, made and true."""
        size = int(drawing.shape[-1] * self.config.crop) // 8 * 8
        y, x = torch.randint(0, drawing.shape[-1] - size + 1, (2,)).tolist()
        crop = lambda image: image[..., y : y + size, x : x + size]
        lines, place = crop(drawing[:, :1]), (crop(weight) > 0).float()
        fake = torch.cat([lines, crop(guess[:, :4]) * place], 1)
        real = torch.cat([lines, crop(truth[:, :4]) * place], 1)
        self.critic.requires_grad_(False)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            verdict, seen = self.critic(fake)
            with torch.no_grad():
                wanted = self.critic(real)[1]
        apart = sum((a.float() - b.float()).abs().mean() for a, b in zip(seen, wanted))
        adversarial = -verdict.float().mean() * self.config.adversarial
        return {"adversarial": adversarial, "features": apart * self.config.features}, fake, real

    def judged(self, fake: Tensor, real: Tensor) -> Tensor:
        """One step of the critic; its loss."""
        self.critic.requires_grad_(True)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            right, wrong = self.critic(torch.cat([real, fake]))[0].float().chunk(2)
        loss = F.relu(1 - right).mean() + F.relu(1 + wrong).mean()
        self.critic_optimiser.zero_grad(set_to_none=True)
        loss.backward()
        self.critic_optimiser.step()
        return loss

    def renew(self) -> None:
        """Clip, step and EMA."""
        nn.utils.clip_grad_norm_(self.generator.parameters(), 5.0)
        self.generator_optimiser.step()
        self.steps += 1
        means, values = (list(net.state_dict().values()) for net in (self.ema, self.generator))
        pairs = [(m, v) for m, v in zip(means, values) if v.is_floating_point()]
        keep = min(self.config.ema, (1 + self.steps) / (20 + self.steps))
        with torch.no_grad():
            torch._foreach_lerp_([m for m, _ in pairs], [v for _, v in pairs], 1 - keep)

    def step(self, batch: dict[str, Tensor]) -> dict[str, float]:
        """One step of both networks: value of each term."""
        drawing = batch["drawing"]
        guess, truth, weight, terms = supervise(self.forward(drawing), batch["truth"], self.config)
        judged = self.steps % self.config.critic_every == 0
        if judged:
            more, fake, real = self.contest(drawing, guess, truth, weight)
            terms |= more
        self.generator_optimiser.zero_grad(set_to_none=True)
        total(terms.values()).backward()
        self.renew()
        if judged:
            terms["critic"] = self.judged(fake.detach(), real)
        return {name: float(value.detach()) for name, value in terms.items()}
