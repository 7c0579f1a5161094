"""Drawings and their truth -> one optimisation step of the generator of form, and of its critic."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from learning.config import Realize
from learning.gradients import average, clip, gathered
from learning.muon import Muon
from learning.objective import form_terms, look_terms, unit
from learning.recipe import Recipe, rate, set_rate, total
from networks.critic import Critic
from networks.pix2pix import Generator

LIMIT = 5.0  # length of the generator's gradient
Look = tuple[Tensor, Tensor, Tensor]  # what the second head says; labels of material and colour


ENDS = ("near", "stem", "gate", "head", "finish", "look.1")  # convolutions at the network's ends


def optimiser(net: nn.Module, config: Realize) -> torch.optim.Optimizer | Muon:
    """The config's, of all weights of `net`."""
    if not config.muon:
        return torch.optim.AdamW(
            net.parameters(), lr=config.rate, betas=config.betas, weight_decay=1e-4, fused=True
        )
    inside = lambda name, weight: weight.ndim == 4 and not name.startswith(ENDS)
    named = list(net.named_parameters())
    return Muon(
        [weight for name, weight in named if inside(name, weight)],
        [weight for name, weight in named if not inside(name, weight)],
        lr=config.rate,
        betas=config.betas,
    )


class RealizeRecipe(Recipe[Realize]):
    """L1 and its kin on every channel; a small PatchGAN on crops, hinge loss, with feature matching."""

    def __init__(self, config: Realize, device: torch.device):
        super().__init__(config, critic=Critic(inside=5, channels=config.critic), device=device)
        assert isinstance(self.generator, Generator)  # what its config builds
        # what `compile` may replace
        self.observe, self.measure, self.prepare = self.generator.observe, self.terms, self.crops
        self.generator_optimiser = optimiser(self.generator, config)
        self.critic_optimiser = torch.optim.AdamW(
            self.critic.parameters(), lr=config.critic_rate, betas=(0.5, 0.99), fused=True
        )

    def compile(self) -> None:
        """Minutes at the start; each side of the square is compiled for itself."""
        self.observe = torch.compile(self.observe, dynamic=False)
        self.measure = torch.compile(self.measure, dynamic=False)
        self.prepare = torch.compile(self.prepare, dynamic=False)

    def terms(self, raw: Tensor, truth: Tensor, look: Look | None) -> dict[str, Tensor]:
        """Of form, and with `look` of the look too."""
        terms = form_terms(raw, truth, self.config)
        return terms | look_terms(*look, self.config) if look else terms

    def crops(self, lines: Tensor, raw: Tensor, stored: Tensor) -> tuple[Tensor, Tensor]:
        """Crops [B, 1 | 7 | 8, h, w] -> what the critic is shown [B, 5, h, w]: made, and true."""
        truth = stored.float() * (1 / 255)
        place = (truth[:, 7:] > 0).float()
        made = torch.cat([unit(raw[:, :3].float()), raw[:, 3:4].float().sigmoid()], 1) * place
        normal = F.normalize(truth[:, :3] * 2 - 1, dim=1, eps=1e-3)
        true = torch.cat([normal, truth[:, 3:4]], 1) * place
        return torch.cat([lines, made], 1), torch.cat([lines, true], 1)

    def step(self, batch: dict[str, Tensor], share: float) -> dict[str, float]:
        """One step of both networks; value of each term."""
        config = self.config
        drawing = batch["drawing"].to(self.device, memory_format=torch.channels_last)
        truth = batch["truth"].to(self.device)
        set_rate(self.generator_optimiser, config.rate * rate(config, share, self.steps))
        set_rate(self.critic_optimiser, config.critic_rate * rate(config, share, self.steps))
        with self.fast():
            raw, seen = self.observe(drawing)
        look = None
        if seen is not None:
            look = (seen.contiguous(), batch["material"].to(self.device), batch["colour"].to(self.device))
        # channels-last beside the truth's planes would make every step of the loss stride
        raw = raw.contiguous()
        terms = self.measure(raw, truth, look)
        judged = None
        if share >= config.critic_from and self.steps % config.critic_every == 0:
            judged = self.shown(drawing, raw, truth)
            terms |= self.contest(*judged)
        self.generator_optimiser.zero_grad(set_to_none=True)
        total(terms.values()).backward()
        views = gathered(self.generator.parameters())
        average(views)
        clip(views, LIMIT)
        self.generator_optimiser.step()
        if judged:
            terms["critic"] = self.judged(judged[0].detach(), judged[1])
        self.steps += 1
        self.follow()
        return {name: float(value.detach()) for name, value in terms.items()}

    def shown(self, drawing: Tensor, raw: Tensor, truth: Tensor) -> tuple[Tensor, Tensor]:
        """Crops of one place, as `crops` prepares them."""
        side = drawing.shape[-1]
        size = int(side * self.config.crop) // 8 * 8
        y, x = torch.randint(0, side - size + 1, (2,)).tolist()
        crop = lambda image: image[..., y : y + size, x : x + size].contiguous()
        return self.prepare(crop(drawing[:, :1]), crop(raw), crop(truth))

    def contest(self, fake: Tensor, real: Tensor) -> dict[str, Tensor]:
        """The generator's part: pass for true, and have the features of what is true."""
        self.critic.requires_grad_(False)
        with self.fast():
            verdict, seen = self.critic(fake)
            with torch.no_grad():
                wanted = self.critic(real)[1]
        apart = total((a.float() - b.float()).abs().mean() for a, b in zip(seen, wanted))
        return {
            "adversarial": -verdict.float().mean() * self.config.adversarial,
            "features": apart * self.config.features,
        }

    def judged(self, fake: Tensor, real: Tensor) -> Tensor:
        """The critic's step."""
        self.critic.requires_grad_(True)
        with self.fast():
            right, wrong = self.critic(torch.cat([real, fake]))[0].float().chunk(2)
        loss = F.relu(1 - right).mean() + F.relu(1 + wrong).mean()
        self.critic_optimiser.zero_grad(set_to_none=True)
        loss.backward()
        average(gathered(self.critic.parameters()))
        self.critic_optimiser.step()
        return loss
