"""In: intrinsic image, base colours, material maps, positions, a studio. Out: the lit picture, straight sRGB
and opacity, strictly per pixel.

    intrinsic [1, 7, H, W]   INTRINSIC: normal x, y, z (camera space), occlusion 0…1 (1 = open), thickness
                             0…1, height (units of position, positive towards the viewer, 0 = the plane of the
                             drawing), visibility 0…1 (how much of the key light, box 0, passes other parts)
    base      [1, 3, H, W]   sRGB 0…1
    material  [1, 11, H, W]  CHANNELS, below
    position  [1, 2, H, W]   x right, y up, −1…1 across the model square
    studio    [1, 37]        light/studio.py, Studio.vector
    → picture [1, 4, H, W]   r, g, b (straight sRGB) and opacity, 0…1

The light is three rectangles and a vertical gradient, all in closed form, so it can be turned and costs no
texture. It is near: mirrors show the room from where they are, and the key light falls off. Only mul, add,
clamp, sqrt, divide and 1 × 1 convolutions: exp, pow and sin are slow on one
WASM thread. What is one number a pixel is multiplied together before it meets three channels; reductions over
channels are written out, ONNX Runtime's are slow.
"""

import torch
from torch import Tensor, nn
from torch.nn.functional import conv2d

from light.colour import between, filmic, linear_from_srgb, srgb_from_linear
from light.grain import Grain
from light.rig import Rig, charted, mirrored, seen, thrown

INTRINSIC = (
    "normal.x",
    "normal.y",
    "normal.z",
    "occlusion",
    "thickness",
    "height",
    "visibility",
)
FLAT = (0.0, 1.0)  # height and visibility where no relief is known
CHANNELS = (
    "roughness",
    "metal",
    "coat",
    "sheen",
    "transmission",
    "anisotropy",
    "bump",
    "mottle",
    "grain_x",
    "grain_y",
    "emission",
)
# how much the view turns from the middle to the edge: gives flat faces a gradient, as a real lens does
PERSPECTIVE = 0.22
DIELECTRIC = 0.04  # reflectance of lacquer, glaze, varnish, glass seen straight on
SKIN, DARK_SKIN = 0.03, 0.012  # of what is bare: of white pigments, and of black ones, which must stay black
VEIL = 0.012  # what a dull face that looks at the viewer mirrors of the room, as a part of the drawn colour
DIM = 0.4  # of the key light, where a window's bar takes most of it
PANE = 1.2  # how much brighter than the room the pane is that lacquer and glass show on their faces
BRIGHT_PANE = 2.6  # so much more on screens and glazing, whose faces say by it alone that they are of glass
INNER = 0.62  # how far a glass has turned from the eye where its inner face ends, as `facing`
# of the room, what a cavity shows at least of it in what it mirrors
CAVITY = 0.15
# what emission 1 makes of the drawing's colour, linear, whatever the studio: white comes out at 0.96
GLOW = 1.35


def without_relief(form: Tensor) -> Tensor:
    """[1, 5, H, W], what a generator finds → intrinsic [1, 7, H, W]: all in the drawing's plane, no part in
    another's shadow."""
    height, visibility = (torch.full_like(form[:, :1], value) for value in FLAT)
    return torch.cat([form, height, visibility], 1)


class Light(nn.Module):
    """Form, base colour and material under a set-up -> picture and alpha."""

    def __init__(self) -> None:
        super().__init__()
        self.rig = Rig()
        self.grain = Grain()
        self.register_buffer("grey", torch.full((1, 3, 1, 1), 1 / 3))
        self.register_buffer("others", torch.tensor([0.0, 1.0, 1.0]).reshape(1, 3, 1, 1))

    def forward(
        self, intrinsic: Tensor, base: Tensor, material: Tensor, position: Tensor, studio: Tensor
    ) -> Tensor:
        rig = self.rig(studio)
        # in two steps: a WebGPU shader binds a buffer for each output of a split, and may bind 8 on every
        # machine
        surface, pattern = material.split([5, 6], 1)
        rough, metal, coat, sheen, clear = surface.split([1] * 5, 1)
        brushed, bump, mottle, frequency, glow = pattern.split([1] * 3 + [2, 1], 1)
        form, z, occlusion, thickness, height, visibility = intrinsic.split([2, 1, 1, 1, 1, 1], 1)
        closed = 1 - occlusion
        # of each box; parts hide the key light alone
        reaching = torch.maximum(visibility, self.get_buffer("others"))

        tilt, tone = self.grain(form, z, position, frequency)
        drawn = linear_from_srgb(base)
        albedo = torch.minimum(drawn * (1 + mottle * tone), torch.tensor(1.0))
        plain = 1 - metal
        # the drawn colour is what is seen: what a face mirrors is part of it, the pigment is the rest
        pigment = albedo - torch.minimum(0.5 * albedo, VEIL * (plain + coat))
        form = form + tilt * bump
        z = torch.maximum(z, torch.tensor(0.03))
        x, y = (form * form).split([1, 1], 1)
        per_length = 1 / (x + y + z * z).sqrt()
        form, z = form * per_length, z * per_length
        n = torch.cat([form, z], 1)

        # the eye stands at (−off, 1), a little in perspective; r is what it sees mirrored
        off = position * PERSPECTIVE
        x, y = (form * off).split([1, 1], 1)
        facing = between(z - x - y, 0.02, 1.0)
        twice = facing + facing
        aside = form * twice + off
        # the room is seen from here, not from its middle: p is where we are, in units of its distance
        p = torch.cat([position, height], 1) * rig["nearness"]
        r = torch.cat([aside, z * twice - 1], 1) + p
        side, up = r.split([1, 1, 1], 1)[:2]
        edge = 1 - facing
        edge2 = edge * edge
        edge5 = edge2 * edge2 * edge

        # What the room shows: darkest at eye level. Metal shows nothing else: give it a room with a floor and
        # a wall that begins below the eye, brightest above and at the right, so that flat metal has a colour
        level = 1 - up * up
        band = 1 - rig["dark"] * (level * level)
        wall = between((up + 0.30) * (1 / (0.15 + 0.8 * rough)) + 0.5, 0.0, 1.0)
        room = 0.40 - 0.5 * up + wall * wall * (3 - 2 * wall) * (1.60 + 0.3 * up + 0.9 * side)
        gradient = rig["mean"] + rig["slope"] * up
        sky = gradient * band
        tent = gradient * (band + metal * rig["tent"] * (room - band))

        # polished to rough the lobe opens; brushing opens it across the strokes and closes it along them
        u, v, before = charted(r, rig["axes"])
        spread = 0.02 + rough * (0.3 + 1.6 * rough)
        specular = tent + conv2d(
            seen(u, v, before, rig, spread * (1 - 0.6 * brushed), spread * (1 + brushed)) * reaching,
            rig["radiance"],
        )
        # a large pane at the upper left, whose edge runs across flat faces and bends on round ones
        pane = 0.8 * up - 0.6 * side
        glassy = torch.maximum(glow, coat * metal)
        pane = between(pane * (3 + 7 * glassy) + 0.2, 0.0, 1.0) * (1 - 0.6 * pane)
        pane = 1 + (PANE + BRIGHT_PANE * glassy) * pane
        lacquer = sky * pane + conv2d(mirrored(u, v, before, rig) * reaching, rig["radiance"])

        # light that a cavity keeps is tinted by the cavity: ao / (1 − albedo (1 − ao)) instead of grey.
        # The key light falls off with its distance: 1 / |d − p|³, about (1 + d · p)³
        # and through a window its bars throw a soft cross
        nearer, across, along = conv2d(p, rig["falls"], rig["falls_at"]).split([1, 1, 1], 1)
        cross = between(torch.minimum(across.abs(), along.abs()) - rig["bars"], DIM, 1.0)
        falling = torch.maximum(visibility * cross * (nearer * nearer * nearer), self.get_buffer("others"))
        cosine = conv2d(n, rig["towards"])
        direct = conv2d(thrown(cosine, rig["penumbra"]) * falling, rig["irradiance"])
        upward = form[:, 1:2]
        ambient = rig["diffuse_mean"] + rig["diffuse_slope"] * upward
        irradiance = (ambient * occlusion + direct * (1 - 0.6 * closed)) / (1 - albedo * (0.75 * closed))

        # Glass has a wall: seen straight on it passes more than the drawn colour, at the rims, where the way
        # through it is long and bends the dark of the room in, less. What it passes of the canvas is grey
        # (`pale`); the rest is its pure dye, and light from above leaves it below. All this in sRGB, as
        # canvases mix: over white the drawn colour comes out.
        rim = between(1.30 - 1.5 * facing, 0.0, 1.0)
        # what lies under the eye lets the ground through
        rim = rim * rim * (1 - 0.65 * upward * torch.maximum(upward, torch.tensor(0.0)))
        # its inner face is a dark line a little inside the rim; beyond it the wall is lit from its edge
        inner = between(1 - 9 * (facing - INNER).abs(), 0.0, 1.0)
        wall = (0.97 - 0.10 * thickness) * (1 - 0.62 * rim * rim * (2 - rim)) * (1 - 0.2 * inner)
        dyer = wall * rim
        passed = base * ((wall - dyer) + base * dyer)
        red, green, blue = passed.split([1, 1, 1], 1)
        pale = torch.minimum(torch.minimum(red, green), blue)
        solid = 1 - clear * pale
        dye = (passed - pale) * (1 / (1.001 - pale))
        dyed = dye * dye * (clear * solid * (1.2 - 0.2 * upward - 0.4 * cosine.split([1, 2], 1)[0]))
        fuzz = sheen * edge2 * edge
        scattered = (1 - clear) * (1 - glow)
        dull = (1 - 0.05 * coat) * plain  # what the skin of a material has not thrown back already
        body = irradiance * (pigment * (scattered * (dull + 0.5 * fuzz)) + scattered * (0.12 * fuzz))
        lit = body + dyed + drawn * (GLOW * glow)

        # reflectance (Schlick), less where a cavity hides the mirrored world (Lagarde and de Rousiers 2014,
        # for what is smooth) or lacquer has taken it; the cavity itself is lit, so it is never black
        open_ = between((facing + occlusion).sqrt() - closed, CAVITY, 1.0)
        lacquered = (
            coat * (DIELECTRIC + (1 - DIELECTRIC) * edge5 * (1 - 0.75 * clear)) * open_
        )  # behind the rim of a glass it is dark
        smooth = 1 - rough
        grazing = edge5 * (smooth * smooth)
        skin = plain * scattered * (DARK_SKIN + (SKIN - DARK_SKIN) * conv2d(base, self.get_buffer("grey")))
        under = open_ * (1 - lacquered)
        straight = under * (1 - grazing)
        shine = (
            specular * (albedo * (straight * metal) + (straight * skin + under * grazing))
            + lacquer * lacquered
        )

        # what shines is never see-through
        glare = torch.minimum(conv2d(shine, self.get_buffer("grey")), torch.tensor(1.0))
        opacity = 1 - (1 - solid) * (1 - glare)
        picture = srgb_from_linear(filmic((lit + shine) * (1 / opacity)))
        return between(torch.cat([picture, opacity], 1), 0.0, 1.0)
