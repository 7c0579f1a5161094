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
from evaluation.loss_before import supervise
from learning.augment import finished
from learning.channels import SQUARE
from learning.config import Augment, Realize
from learning.dataset import Mixture
from learning.recipe import placed, total
from learning.warp import FAR, LINES, fitted, pose
from networks.critic import Critic
from networks.pix2pix import Generator


def move(
    pair: dict[str, np.ndarray], rng: np.random.Generator, how: Augment, side: int
) -> dict[str, np.ndarray]:
    """learning.warp.move, one plane after the other."""
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
