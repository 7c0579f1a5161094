"""A config and a batch -> one optimisation step. Two recipes with one face: `step(batch, share) -> {term: value}`."""

import copy

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from learning.config import Realize, Vanilla
from learning.losses import intrinsic_loss
from networks.pix2pix import Critic, Generator, Painter, physical
from networks.vanilla import PatchGAN70, UNet256


def build_generator(config: Realize | Vanilla) -> nn.Module:
    if isinstance(config, Realize):
        return Generator(**network(config))
    if config.ours:
        return Painter(inside=config.inside, ink=config.square.ink, paper=config.square.paper, **network(Realize()))
    return UNet256(width=config.width, inside=config.inside)


def network(config: Realize) -> dict:
    return dict(fine=config.fine, channels=config.channels, encoder=config.encoder, bottom=config.bottom, decoder=config.decoder)


def rate(config: Realize | Vanilla, share: float, step: int) -> float:
    """Learning rate, as a factor: warm-up, constant, then a straight line to 0 over the last `cooldown`."""
    warm = min(1.0, (step + 1) / config.warm) if isinstance(config, Realize) else 1.0
    return warm * max(0.0, min(1.0, (1 - share) / config.cooldown))


def set_rate(optimiser: torch.optim.Optimizer, value: float) -> None:
    for group in optimiser.param_groups:
        group["lr"] = value


class Recipe:
    """Networks, optimisers and EMA of a run; `state` and `load` are its checkpoint."""

    def __init__(self, config: Realize | Vanilla, *, critic: nn.Module, device: torch.device):
        self.config, self.device, self.steps = config, device, 0
        self.origin: dict | None = None  # facts of the run whose weights this one began with
        self.generator = build_generator(config).to(device, memory_format=torch.channels_last)
        self.critic = critic.to(device, memory_format=torch.channels_last)
        self.ema = copy.deepcopy(self.generator).eval().requires_grad_(False)
        self.means, self.values = list(self.ema.state_dict().values()), list(self.generator.state_dict().values())
        self.forward = self.generator  # learning/train.py may put DDP or a compiled form here
        self.judge = self.critic

    def follow(self) -> None:
        """EMA of weights and of batch norm's statistics; short at the start, so that early sheets show something."""
        if not self.config.ema:
            self.ema.load_state_dict(self.generator.state_dict())
            return
        keep = min(self.config.ema, (1 + self.steps) / (20 + self.steps))
        pairs = [(m, v) for m, v in zip(self.means, self.values) if v.is_floating_point()]
        with torch.no_grad():
            torch._foreach_lerp_([m for m, _ in pairs], [v for _, v in pairs], 1 - keep)

    def state(self) -> dict:
        parts = ("generator", "critic", "ema", "generator_optimiser", "critic_optimiser")
        return {"config": self.config, "steps": self.steps, "origin": self.origin} | {part: getattr(self, part).state_dict() for part in parts}

    def load(self, saved: dict) -> None:
        for part in ("generator", "critic", "ema", "generator_optimiser", "critic_optimiser"):
            getattr(self, part).load_state_dict(saved[part])
        self.steps, self.origin = saved["steps"], saved["origin"]


class RealizeRecipe(Recipe):
    """L1 and its kin on every channel; a small PatchGAN on crops, hinge loss, with feature matching."""

    def __init__(self, config: Realize, device: torch.device):
        super().__init__(config, critic=Critic(inside=5, channels=config.critic), device=device)
        self.measure = self.supervise  # learning/train.py may put its compiled form here
        adam = dict(betas=config.betas, weight_decay=1e-4, fused=True)
        self.generator_optimiser = torch.optim.AdamW(self.generator.parameters(), lr=config.rate, **adam)
        self.critic_optimiser = torch.optim.AdamW(
            self.critic.parameters(), lr=config.critic_rate, betas=(0.5, 0.99), fused=True
        )

    def supervise(self, raw: Tensor, stored: Tensor) -> tuple[Tensor, Tensor, Tensor, dict[str, Tensor]]:
        """Raw output and stored truth uint8 [B, 8, …] -> (guess, truth [B, 7, …], weight [B, 1, …], loss terms)."""
        values = stored.float() / 255
        normal = F.normalize(values[:, :3] * 2 - 1, dim=1, eps=1e-3)
        guess, truth, weight = physical(raw), torch.cat([normal, values[:, 3:7]], 1), values[:, 7:8]
        return guess, truth, weight, intrinsic_loss(guess, truth, weight, self.config)

    def step(self, batch: dict[str, Tensor], share: float) -> dict[str, float]:
        config = self.config
        drawing = batch["drawing"].to(self.device)
        set_rate(self.generator_optimiser, config.rate * rate(config, share, self.steps))
        set_rate(self.critic_optimiser, config.critic_rate * rate(config, share, self.steps))
        fast = torch.autocast(self.device.type, dtype=torch.bfloat16)
        with fast:
            raw = self.forward(drawing)
        guess, truth, weight, terms = self.measure(raw, batch["truth"].to(self.device))
        loss = sum(terms.values())
        judged = (self.origin is not None or share >= config.critic_from) and self.steps % config.critic_every == 0
        if judged:
            size = int(drawing.shape[-1] * config.crop) // 8 * 8
            y, x = torch.randint(0, drawing.shape[-1] - size + 1, (2,)).tolist()
            crop = lambda image: image[..., y : y + size, x : x + size]
            lines, place = crop(drawing[:, :1]), (crop(weight) > 0).float()
            fake = torch.cat([lines, crop(guess[:, :4]) * place], 1)
            real = torch.cat([lines, crop(truth[:, :4]) * place], 1)
            self.critic.requires_grad_(False)
            with fast:
                verdict, seen = self.critic(fake)  # not through DDP, which would wait for the critic's gradients
                with torch.no_grad():
                    wanted = self.critic(real)[1]
            terms["adversarial"] = -verdict.float().mean() * config.adversarial
            terms["features"] = sum((a.float() - b.float()).abs().mean() for a, b in zip(seen, wanted)) * config.features
            loss = loss + terms["adversarial"] + terms["features"]
        self.generator_optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.generator.parameters(), 5.0)
        self.generator_optimiser.step()
        if judged:
            self.critic.requires_grad_(True)
            with fast:
                right, wrong = self.judge(torch.cat([real, fake.detach()]))[0].float().chunk(2)
            critic = F.relu(1 - right).mean() + F.relu(1 + wrong).mean()
            self.critic_optimiser.zero_grad(set_to_none=True)
            critic.backward()
            self.critic_optimiser.step()
            terms["critic"] = critic
        self.steps += 1
        self.follow()
        return {name: float(value.detach()) for name, value in terms.items()}


class VanillaRecipe(Recipe):
    """The paper: BCE + 100 · L1, the discriminator's loss halved, Adam 2e-4 with β1 0.5. bfloat16 inside, as ours."""

    def __init__(self, config: Vanilla, device: torch.device):
        super().__init__(config, critic=PatchGAN70(width=config.width, inside=config.inside + 3), device=device)
        adam = dict(lr=config.rate, betas=config.betas, fused=True)
        self.generator_optimiser = torch.optim.Adam(self.generator.parameters(), **adam)
        self.critic_optimiser = torch.optim.Adam(self.critic.parameters(), **adam)
        self.teacher: UNet256 | None = None
        self.mentor: dict | None = None  # facts of the teacher's run

    def learn_from(self, saved: dict) -> None:
        """`saved`: the checkpoint of a wider run. Its dropout is off: the student learns from what it paints for certain."""
        self.teacher = build_generator(saved["config"]).to(self.device, memory_format=torch.channels_last)
        self.teacher.load_state_dict(saved["ema"])
        self.mentor = {key: saved["facts"][key] for key in ("recipe", "pairs", "pictures", "minutes")}
        self.teacher.eval().requires_grad_(False)
        widths = lambda net: [up[1].out_channels for up in net.up[4:-1]]
        # orthogonal and fixed: a learned bridge would be a part of the run that no checkpoint knows of
        self.bridges = []
        for a, b in zip(widths(self.generator), widths(self.teacher)):
            bridge = nn.Conv2d(b, a, 1, bias=False).to(self.device)
            with torch.random.fork_rng(devices=[]):
                torch.manual_seed(b)
                nn.init.orthogonal_(bridge.weight.flatten(1))
            self.bridges.append(bridge.requires_grad_(False))

    def taught(self, edges: Tensor, guess: Tensor, features: list[Tensor]) -> dict[str, Tensor]:
        with torch.no_grad(), self.fast():
            wanted, theirs = self.teacher.paint(edges)
            theirs = [F.instance_norm(bridge(x)) for bridge, x in zip(self.bridges, theirs)]
        mean = sum((F.instance_norm(a.float()) - b.float()).abs().mean() for a, b in zip(features, theirs)) / len(theirs)
        return {"taught": (guess - wanted.float()).abs().mean() * self.config.taught, "features": mean * self.config.features}

    def fast(self) -> torch.autocast:
        return torch.autocast(self.device.type, dtype=torch.bfloat16)

    def step(self, batch: dict[str, Tensor], share: float) -> dict[str, float]:
        config = self.config
        edges, picture = (batch[name].to(self.device, memory_format=torch.channels_last) for name in ("edges", "picture"))
        for optimiser in (self.generator_optimiser, self.critic_optimiser):
            set_rate(optimiser, config.rate * rate(config, share, self.steps))
        says = lambda logits, real: F.binary_cross_entropy_with_logits(logits.float(), torch.full_like(logits, float(real), dtype=torch.float32))
        with self.fast():
            if self.teacher:
                guess, features = self.generator.paint(edges)
            else:
                guess = self.forward(edges)
        guess = guess.float()
        self.critic.requires_grad_(True)
        with self.fast():
            right = self.judge(torch.cat([edges, picture], 1))
            wrong = self.judge(torch.cat([edges, guess.detach()], 1))
        critic = (says(right, True) + says(wrong, False)) * 0.5
        self.critic_optimiser.zero_grad(set_to_none=True)
        critic.backward()
        self.critic_optimiser.step()
        self.critic.requires_grad_(False)
        with self.fast():
            verdict = self.critic(torch.cat([edges, guess], 1))
        terms = {"adversarial": says(verdict, True), "l1": (guess - picture).abs().mean() * config.l1}
        if self.teacher:
            terms |= self.taught(edges, guess, features)
        self.generator_optimiser.zero_grad(set_to_none=True)
        sum(terms.values()).backward()
        self.generator_optimiser.step()
        self.steps += 1
        self.follow()
        return {name: value.item() for name, value in terms.items()} | {"critic": critic.item()}


def build_recipe(config: Realize | Vanilla, device: torch.device) -> RealizeRecipe | VanillaRecipe:
    return RealizeRecipe(config, device) if isinstance(config, Realize) else VanillaRecipe(config, device)
