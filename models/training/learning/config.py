"""What a run is: two dataclasses, `Realize` (line art -> intrinsic image) and `Vanilla` (the paper, edges ->
RGB). `classic` is a small Vanilla; `painter` has our network."""

from dataclasses import dataclass, field, replace

from learning.channels import PAPER, Square


@dataclass(frozen=True, kw_only=True)
class Augment:
    """How far training strays from a clean vector drawing. Probabilities are per sample, pixels those of
    512."""

    rotate: float = 10.0  # degrees, everything together; normal.xy turn with it
    scale: tuple[float, float] = (0.8, 1.08)
    shift: float = 24.0  # pixels
    clean: float = 0.5  # this share keeps the canonical stroke and exact lines
    stroke: tuple[float, float] = (0.5, 2.0)  # times the canonical width
    wobble: float = 0.45  # of the samples that are not clean, as the next three
    wobble_pixels: float = 3.4
    gaps: float = 0.3
    overshoots: float = 0.3
    doubled: float = 0.2
    stray: float = 0.15
    hard: float = 0.15  # aliased edges; as many are softened
    crease_loss: float = 0.15  # share of creases lost (contours are never dropped)
    marks: float = 0.6
    unknown: float = 0.4  # silhouette not given
    blank: float = 0.01  # paper alone: coverage must be 0


@dataclass(frozen=True, kw_only=True)
class Realize:
    """Line art -> intrinsic image. Weights are relative to L1 on unit normals = `normal`."""

    name: str = "realize"
    title: str = "Realize 1"
    fine: int = 16  # channels at half of the square's side
    channels: tuple[int, ...] = (32, 48, 96, 160, 192)  # at a quarter of it (128²), 64², 32², 16², 8²
    encoder: tuple[int, ...] = (0, 0, 0, 1)  # residual blocks on the way down …
    bottom: int = 3
    decoder: tuple[int, ...] = (0, 1, 1, 1)  # … and on the way up, same order
    critic: tuple[int, ...] = (32, 64, 128)
    batch: int = 8  # a process
    small: int = 4  # every so many batches are of previews, twice as many pictures
    rate: float = 1.2e-3
    critic_rate: float = 4e-4
    betas: tuple[float, float] = (0.9, 0.99)
    muon: bool = False  # convolutions inside the network step by it (learning/muon.py)
    warm: int = 100  # steps
    cooldown: float = 0.35  # share of the time at the end in which the rate falls to 0
    ema: float = 0.998
    critic_every: int = 2
    # share of the time before the adversarial term joins; 0 where its critic comes from another run
    critic_from: float = 0.2
    crop: float = 0.375  # of the side: the critic looks at crops; the generator always sees the whole square
    normal: float = 10.0
    cosine: float = 5.0
    gradient: float = 3.0
    occlusion: float = 4.0
    thickness: float = 1.5
    shadow: float = 4.0
    coverage: float = 2.0
    absolute: float = 1.0  # of L1 in occlusion, thickness and shadow …
    entropy: float = 0.5  # … and of cross-entropy
    materials: tuple[str, ...] = ()  # classes of a second head: what parts are made of; none: no such head
    material: float = 1.0
    colour: float = 0.3
    adversarial: float = 0.1
    features: float = 0.5
    families: float = 0.45  # share of procedural families where there are meshes too
    # share of drawings with hints in a third plane (learning/hints.py); 0: no such input
    hints: float = 0.0
    integer: bool = False  # shipped for integers (export/integer.py); otherwise weights alone are int8
    mirrored: bool = False  # shipped with a second glance at the mirrored drawing (networks/mirrored.py)
    coarse: float = 0.0  # as Vanilla's
    augment: Augment = field(default_factory=Augment)


@dataclass(frozen=True, kw_only=True)
class Vanilla:
    """Isola et al. 2017 as published: U-Net-256, 70 × 70 PatchGAN, BCE + 100 · L1, batch 1.
    Told --teacher RUN, it also learns from what that run paints and has in its decoder."""

    name: str = "vanilla"
    title: str = "Pix2Pix as published"
    width: int = 64
    batch: int = 1
    rate: float = 2e-4
    betas: tuple[float, float] = (0.5, 0.999)
    l1: float = 100.0
    load: int = 286  # jitter: enlarge to this, crop back to the square
    cooldown: float = 0.5  # 100 epochs constant, 100 falling to 0
    ema: float = 0.0  # the paper has none
    families: float = 0.45
    natural: float = 0.0  # share of pictures in the colours that such things mostly have
    taught: float = 50.0  # weight of L1 to the teacher's picture …
    features: float = 10.0  # … and of L1 to its decoder's features, through 1 × 1 convolutions
    inside: int = 1  # channels of the drawing: 1 for lines, 3 for colours
    # how the drawings lie in their square; pictures of one's own may have it otherwise (learning/folder.py)
    square: Square = PAPER
    # the generator is the shipped one's network, painting; critic and losses stay the paper's
    ours: bool = False
    # weights are stored in steps of at least this share of their channel's spread (export/quantise.py)
    coarse: float = 0.0


# classes of the second head, in their order
MATERIALS = (
    "ceramic", "matte_plastic", "glossy_plastic", "brushed_metal", "polished_metal", "glass",
    "wood", "fabric", "leather", "rubber", "paper", "concrete",
)  # fmt: skip
REALIZE2 = Realize(
    name="realize2",
    title="Realize 2",
    channels=(32, 64, 112, 160, 192),
    encoder=(0, 1, 1, 1),
    decoder=(1, 2, 2, 1),
    batch=16,
    small=1,  # previews alone
    warm=150,
    ema=0.9985,
    critic_from=1.0,
    occlusion=3.0,
    thickness=1.2,
    shadow=3.0,
    absolute=0.0,
    entropy=1.0,
    families=0.5,
    integer=True,
    mirrored=True,
    coarse=0.2,
    materials=MATERIALS,
)
# goes on from it at a third of its rate, which falls to 0, and learns to be told what lines leave open
REALIZE2_HINTS = replace(REALIZE2, hints=0.4, rate=4e-4, cooldown=1.0)
# from there on at the full rate again, which falls to 0 over the last part; by Muon
REALIZE2_LONG = replace(REALIZE2_HINTS, muon=True, rate=1.2e-3, cooldown=0.6)
# its last part, a run of its own that begins with either: at 512², with the critic, the rate falls to 0
REALIZE2_SHARP = replace(
    REALIZE2_HINTS, batch=4, small=4, rate=6e-4, cooldown=1.0, critic_rate=2e-4, critic_from=0.05
)
CLASSIC = Vanilla(
    name="classic",
    title="Pix2Pix classic",
    width=16,
    batch=4,
    rate=4e-4,
    ema=0.998,
    coarse=0.5,
    families=1.0,  # of meshes all colours are by lot, mostly greys
    natural=0.85,
)
# the paper's networks at full width and its rate, on the same pictures as classic
VANILLA = replace(CLASSIC, name="vanilla", title="Pix2Pix as published", width=64, rate=2e-4)
PAINTER = Vanilla(name="painter", title="Painter", ours=True, width=32, batch=4, rate=1e-3, ema=0.998)
Config = Realize | Vanilla
CONFIGS: dict[str, Config] = {
    "realize": Realize(),
    "realize2": REALIZE2,
    "realize2-sharp": REALIZE2_SHARP,
    "realize2-hints": REALIZE2_HINTS,
    "realize2-long": REALIZE2_LONG,
    "vanilla": VANILLA,
    "classic": CLASSIC,
    "painter": PAINTER,
}
