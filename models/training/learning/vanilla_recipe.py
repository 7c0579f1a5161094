"""The paper's own step: 70 × 70 PatchGAN, BCE + 100 · L1."""

from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from learning.config import Vanilla
from learning.gradients import average, gathered
from learning.recipe import Recipe, build_generator, placed, rate, set_rate, total
from learning.teacher import Teacher
from networks.vanilla import PatchGAN70, UNet256


class VanillaRecipe(Recipe[Vanilla]):
    """The paper: BCE + 100 · L1, the discriminator's loss halved, Adam 2e-4 with β1 0.5. bfloat16 inside, as
    ours. `learn_from` a wider run adds the terms of learning/teacher.py."""

    def __init__(self, config: Vanilla, device: torch.device):
        critic = PatchGAN70(width=config.width, inside=config.inside + 3)
        super().__init__(config, critic=critic, device=device)
        adam = lambda net: torch.optim.Adam(net.parameters(), lr=config.rate, betas=config.betas, fused=True)
        self.generator_optimiser, self.critic_optimiser = adam(self.generator), adam(self.critic)
        self.teacher: Teacher | None = None

    def learn_from(self, saved: dict[str, Any]) -> None:
        """`saved`: the checkpoint of a wider run of the same kind (learning/checkpoint.py)."""
        net = placed(build_generator(saved["config"]), self.device)
        assert isinstance(net, UNet256) and isinstance(self.generator, UNet256), (
            "only a U-Net teaches a U-Net"
        )
        net.load_state_dict(saved["ema"])
        self.teacher = Teacher(net, self.generator, saved)

    def step(self, batch: dict[str, Tensor], share: float) -> dict[str, float]:
        """`batch`: edges [B, C, 256, 256], picture [B, 3, 256, 256], −1…1; `share` of the run, 0…1, lies
        behind."""
        config = self.config
        there = lambda image: image.to(self.device, memory_format=torch.channels_last)
        edges, picture = there(batch["edges"]), there(batch["picture"])
        for optimiser in (self.generator_optimiser, self.critic_optimiser):
            set_rate(optimiser, config.rate * rate(config, share, self.steps))
        says = lambda logits, real: F.binary_cross_entropy_with_logits(
            logits.float(), torch.full_like(logits, float(real), dtype=torch.float32)
        )
        with self.fast():
            if self.teacher:
                guess, features = self.teacher.student.paint(edges)
            else:
                guess = self.generator(edges)
        guess = guess.float()
        self.critic.requires_grad_(True)
        with self.fast():
            right = self.critic(torch.cat([edges, picture], 1))
            wrong = self.critic(torch.cat([edges, guess.detach()], 1))
        critic = (says(right, True) + says(wrong, False)) * 0.5
        self.critic_optimiser.zero_grad(set_to_none=True)
        critic.backward()
        average(gathered(self.critic.parameters()))
        self.critic_optimiser.step()
        self.critic.requires_grad_(False)
        with self.fast():
            verdict = self.critic(torch.cat([edges, guess], 1))
        terms = {"adversarial": says(verdict, True), "l1": (guess - picture).abs().mean() * config.l1}
        if self.teacher:
            terms |= self.teacher.terms(edges, guess, features, config)
        self.generator_optimiser.zero_grad(set_to_none=True)
        total(terms.values()).backward()
        average(gathered(self.generator.parameters()))
        self.generator_optimiser.step()
        self.steps += 1
        self.follow()
        return {name: value.item() for name, value in terms.items()} | {"critic": critic.item()}
