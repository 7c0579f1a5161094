"""In: intrinsic image, base colours, material maps, positions, a studio. Out: the lit picture, straight sRGB and opacity, strictly per pixel.

    intrinsic [1, 5, H, W]   normal x, y, z (camera space), occlusion 0…1 (1 = open), thickness 0…1
    base      [1, 3, H, W]   sRGB 0…1
    material  [1, 11, H, W]  CHANNELS, below
    position  [1, 2, H, W]   x right, y up, −1…1 across the model square
    studio    [1, 32]        studio.py, Studio.vector
    → picture [1, 4, H, W]   r, g, b (straight sRGB) and opacity, 0…1

The light is three rectangles and a vertical gradient at infinity, all in closed form, so it can be turned and costs no texture.
Only mul, add, clamp, sqrt, divide and 1 × 1 convolutions: exp, pow and sin are slow on one WASM thread.
"""
import torch
from torch import Tensor, nn
from torch.nn.functional import conv2d

from colour import filmic, linear_from_srgb, srgb_from_linear
from grain import Grain
from studio import BOX, BOXES

CHANNELS = ('roughness', 'metal', 'coat', 'sheen', 'transmission', 'anisotropy', 'bump', 'mottle', 'weave', 'grain_x', 'grain_y')
PERSPECTIVE = 0.22      # how much the view turns from the middle to the edge: gives flat faces a gradient, as a real lens does
COAT_SPREAD = 0.035     # edge softness of a reflection in lacquer
DIELECTRIC = 0.04       # reflectance of plastic, glaze, varnish, glass seen straight on


class Boxes(nn.Module):
    """The studio vector → small tensors that the per-pixel part multiplies with."""

    def forward(self, studio: Tensor) -> dict[str, Tensor]:
        box = studio[:, :BOXES * BOX].reshape(BOXES, BOX)
        d = box[:, 0:3]
        d = d / d.square().sum(1, keepdim=True).sqrt()
        u = torch.cat([d[:, 2:3], torch.zeros_like(d[:, :1]), -d[:, 0:1]], 1)              # (0, 1, 0) × d
        u = u / u.square().sum(1, keepdim=True).sqrt().clamp(min=1e-4)
        v = torch.cat([d[:, 1:2] * u[:, 2:3], d[:, 2:3] * u[:, 0:1] - d[:, 0:1] * u[:, 2:3], -d[:, 1:2] * u[:, 0:1]], 1)
        half = box[:, 3:5]                                                                 # tangent units
        area = half[:, 0:1] * half[:, 1:2]
        solid = 4 * torch.atan(area / (1 + half.square().sum(1, keepdim=True)).sqrt())     # steradians
        cosine = 1 - solid / (2 * torch.pi)                                                # of the cap with the same solid angle
        stereo = 2 * ((1 + half.square()).sqrt() - 1) / half                               # 2 tan(angle / 2), for halves in that chart
        radiance = box[:, 5:8]
        tail = studio[0, BOXES * BOX:]
        mean, slope = 0.5 * (tail[0:3] + tail[3:6]), 0.5 * (tail[0:3] - tail[3:6])
        dark, exposure = tail[6:7], tail[7:8]

        def rgb(x: Tensor) -> Tensor:
            return x.reshape(1, -1, 1, 1)

        return {
            'axes': torch.cat([u, v, d], 0)[:, :, None, None],                             # [9, 3, 1, 1]
            'towards': d[:, :, None, None],                                                # [3, 3, 1, 1]
            'half_u': stereo[:, 0].reshape(1, BOXES, 1, 1),
            'half_v': stereo[:, 1].reshape(1, BOXES, 1, 1),
            'radiance': radiance.T[:, :, None, None],                                      # [rgb, box, 1, 1]
            'irradiance': (radiance * solid * (1 + cosine) / (2 * torch.pi)).T[:, :, None, None],
            'sine': (1 - cosine.square()).sqrt().reshape(1, BOXES, 1, 1),
            'mean': rgb(mean), 'slope': rgb(slope), 'dark': rgb(dark),
            # the same ambient through a cosine lobe, exact for normals along and across the vertical
            'diffuse_mean': rgb(mean * (1 - 0.625 * dark)), 'diffuse_bow': rgb(mean * (0.2917 * dark)),
            'diffuse_slope': rgb(slope * (2 / 3) * (1 - 0.2286 * dark)),
            'exposure': rgb(exposure),
        }


def seen(offset: Tensor, half: Tensor, spread: Tensor) -> Tensor:
    """How much of a strip |x| ≤ half is seen `offset` from its middle through a lobe of half width `spread`: a box blurred by a box,
    its corners rounded. Its integral is 2·half for every spread, so rough surfaces dim what they widen."""
    narrow = torch.minimum(half, spread)
    t = ((half + spread - offset) * (0.5 / narrow)).clamp(0, 1)
    return t * t * (3 - 2 * t) * (narrow / spread)


class Light(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.boxes = Boxes()
        self.grain = Grain()

    def forward(self, intrinsic: Tensor, base: Tensor, material: Tensor, position: Tensor, studio: Tensor) -> Tensor:
        s = self.boxes(studio)
        rough, metal, coat, sheen, clear, brushed, bump, mottle, weave, frequency = material.split([1] * 9 + [2], 1)
        normal, occlusion, thickness = intrinsic.split([3, 1, 1], 1)
        albedo = linear_from_srgb(base)

        tilt, tone = self.grain(normal, position, frequency, weave)
        albedo = albedo * (1 + mottle * tone)
        flat = normal[:, :2] + tilt * bump
        n = torch.cat([flat, normal[:, 2:3].clamp(min=0.03)], 1)
        n = n / n.square().sum(1, keepdim=True).sqrt()

        # the eye, slightly in perspective (unit to the fourth order), and what it sees mirrored
        off = position * -PERSPECTIVE
        v = torch.cat([off, 1 - 0.5 * off.square().sum(1, keepdim=True)], 1)
        facing = (n * v).sum(1, keepdim=True).clamp(0.02, 1)
        r = n * (2 * facing) - v
        edge = 1 - facing
        edge2 = edge * edge
        edge5 = edge2 * edge2 * edge

        # boxes in a stereographic chart round their own middles: angles stay angles, for sharp and for rough lobes
        u, w, d = conv2d(r, s['axes']).split([3, 3, 3], 1)
        chart = 2 / (1 + d).clamp(min=1e-3)
        u, w = (u * chart).abs(), (w * chart).abs()
        height = r[:, 1:2]
        level = 1 - height * height
        sky = (s['mean'] + s['slope'] * height) * (1 - s['dark'] * (level * level))

        # metal shows nothing but the room: give it a tent whose upper right is lit, so that walls and panes get a slanting gradient
        side = r[:, 0:1]
        slant = (0.5 + 1.5 * (height + 0.5 * side)).clamp(0, 1)
        tent = sky * (1 + metal * (slant * slant * (1.8 - 1.2 * slant) * 2 + 0.8 * side * side))

        # polished to rough: the lobe opens; brushing opens it across the strokes and closes it along them
        spread = 0.02 + rough * (0.25 + 1.15 * rough)
        across, along = spread * (1 + brushed), spread * (1 - 0.6 * brushed)
        shown = seen(u, s['half_u'], along) * seen(w, s['half_v'], across)
        specular = conv2d(shown, s['radiance']) + tent
        mirror = torch.full_like(rough, COAT_SPREAD)
        lacquer = conv2d(seen(u, s['half_u'], mirror) * seen(w, s['half_v'], mirror), s['radiance']) + sky

        # diffuse: each box as a cap of the same solid angle; between −sine and sine the cap sets behind the surface
        c = conv2d(n, s['towards'])
        sine = s['sine']
        setting = torch.minimum(torch.maximum(c, -sine), sine)
        wrapped = (setting + sine).square() * (0.25 / sine) + (c - sine).clamp(min=0)
        direct = conv2d(wrapped, s['irradiance'])
        upward = n[:, 1:2]
        ambient = s['diffuse_mean'] + upward * (s['diffuse_slope'] + s['diffuse_bow'] * upward)
        closed = 1 - occlusion
        # light that a cavity keeps is tinted by the cavity: ao / (1 − albedo (1 − ao)) instead of grey
        irradiance = (ambient * occlusion + direct * (1 - 0.45 * closed)) / (1 - albedo * (0.75 * closed))

        # reflectance, and the part of the mirrored world that cavities hide
        f0 = albedo * metal + DIELECTRIC * (1 - metal)
        fresnel = f0 + (1 - f0) * (edge5 * (1 - 0.85 * rough))
        open_ = ((facing + occlusion).square() - closed).clamp(0, 1)
        body = albedo * irradiance * (1 - metal)
        body = body + (albedo * 0.5 + 0.12) * irradiance * (sheen * edge2 * edge)
        lacquered = coat * (DIELECTRIC + (1 - DIELECTRIC) * edge5) * open_
        shine = specular * fresnel * (open_ * (1 - lacquered)) + lacquer * lacquered

        # glass: thin, pale and facing lets the canvas through; rims bend the dark of the studio in; what shines is never see-through
        dye = 1 - albedo.amin(1, keepdim=True)
        solid = 1 - clear * (0.93 - 0.55 * edge2 - 0.30 * thickness - 0.42 * dye).clamp(0, 1)
        body = body * (1 - clear * (0.35 + 0.5 * edge2))
        lit = body * solid + shine
        glare = (shine.amax(1, keepdim=True) * s['exposure']).clamp(0, 1)
        opacity = 1 - (1 - solid) * (1 - glare)
        picture = srgb_from_linear(filmic(lit * (s['exposure'] / opacity)))
        return torch.cat([picture, opacity], 1).clamp(0, 1)
