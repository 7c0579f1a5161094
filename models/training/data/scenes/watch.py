# in: a random generator; out: Subject of a watch: classic, diver, chronograph, square, smart, digital, band, pocket.
from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np

from .curves import Numbers, Points, ellipse, fillet, rectangle, resample, spline
from .interface import SIZE, shown, text
from .joinery import cut, inlay, merge
from .marks import fill, mark, stitches, word
from .palette import Colour, metal, neutral, scheme
from .poses import posed
from .shapes import BACK, FRONT, SIDE, Solid, lathe, moved, rod, rotation, skin, slab
from .subject import Decal, Part, Subject

NAME = "watch"
R = 0.5  # radius of a round case


def build(rng: random.Random) -> Subject:
    parts, decals = rng.choice((classic, classic, classic, classic, square, smart, smart, smart, digital, fitness, pocket))(rng)
    lid, engraved = back(rng, rng.uniform(0.3, 0.38) if parts[0].name == "case" else 0.15, 0.0)
    parts, decals = [*parts, lid], [*decals, engraved]
    lying = rng.random()
    if lying < 0.1:
        parts, decals = posed(parts, decals, rotation("x", -rng.choice((90, 90, rng.uniform(20, 60)))))
    elif lying < 0.22:
        parts, decals = posed(parts, decals, rotation("y", rng.choice((-1, 1)) * rng.uniform(15, 45)))
    return Subject(NAME, parts, decals)


def disc(name: str, r: float, back: float, front: float, bevel: float = 0.0, count: int = 84) -> Solid:
    """A plate that looks to -Y; back and front are heights above the wrist."""
    return slab(name, ellipse(2 * r, 2 * r, count), front - back, (0, -back, 0), FRONT, bevel)


def facing(thing: Solid) -> Solid:
    """A lathe about Z turned so that its top looks to -Y."""
    return moved(thing, turn=rotation("x", 90))


def around(radius: float, angle: float) -> tuple[float, float]:
    """Clock angle in degrees, 0 at twelve, to (x, z)."""
    a = np.radians(angle)
    return radius * np.sin(a), radius * np.cos(a)


# --- the strap ---


def ribbon(name: str, path: Points, width: Numbers, thick: float, side: int, pad: float = 0.0) -> Solid:
    """A band along a path [n, 2] of (y, z); width [n] across; `pad` swells its outer face."""
    p = np.asarray(path, float)
    along = np.gradient(p, axis=0)
    along /= np.linalg.norm(along, axis=1)[:, None]
    out = side * np.stack([-along[:, 1], along[:, 0]], 1)
    section = resample(rectangle(2, 2, 0.35, steps=4), 44)
    lift = section[:, 1] * thick / 2 + pad * (section[:, 1] > 0) * (1 - section[:, 0] ** 2)
    rings = []
    for at, o, w in zip(p, out, np.broadcast_to(width, len(p))):
        x = np.sign(section[:, 0]) * np.maximum(w / 2 - (1 - np.abs(section[:, 0])) * np.minimum(w / 2, thick), 0)
        x = np.where(np.abs(section[:, 0]) < 0.6, section[:, 0] * w / 2, x) if w > 3 * thick else section[:, 0] * w / 2
        rings.append(np.stack([x, at[0] + o[0] * lift, at[1] + o[1] * lift], 1))
    return skin(name, rings)


def run(kind: str, rng: random.Random, root: float, high: float, side: int) -> np.ndarray:
    """The middle of one half of a strap, (y, z) from the case outwards; side 1 goes up, -1 down."""
    if kind == "straight":
        long, bend = high, rng.uniform(0.0, 0.25)
        t = np.linspace(0, 1, 24)
        path = np.stack([-0.06 + bend * long * t**2, root - 0.1 + (long + 0.1) * t], 1)
    else:
        z, depth = rng.uniform(1.55, 1.9) * root, rng.uniform(1.2, 1.5) * root
        end = np.pi if kind == "loop" else np.radians(rng.uniform(70, 105))
        a = np.linspace(np.arcsin(min(1, 1.12 * root / z)), end, 14)
        wrist = np.stack([0.02 + depth * (1 - np.cos(a)), z * np.sin(a)], 1)
        path = resample(spline(np.vstack([[(-0.07, 0.85 * root)], wrist]), 6), 48, closed=False)
    return path * (1, side)


def straps(rng: random.Random, root: float, width: float, colours: list[Colour], kinds: Sequence[str] = ("leather", "rubber", "fabric", "links", "mesh")) -> tuple[list[Part], list[Decal]]:
    """Both halves of a strap from z = ±root, `width` across where they meet the case."""
    shape = rng.choice(("straight", "straight", "short", "short", "loop", "loop", "long"))
    make, taper = rng.choice(kinds), rng.choice((1.0, 0.85, 0.7))
    seed = rng.random()
    parts, decals, halves = [], [], []
    lengths = {1: rng.uniform(0.5, 0.85), -1: rng.uniform(0.5, 0.85)} if shape != "long" else {1: rng.uniform(0.8, 1.1), -1: rng.uniform(1.1, 1.5)}
    if shape == "straight":
        lengths[-1] = lengths[1]
    thick = rng.uniform(0.05, 0.09) if make != "links" else rng.uniform(0.09, 0.13)
    links: list[Solid] = []
    middles: list[Solid] = []
    for side in (1, -1):
        path = run("straight" if shape == "long" else shape, random.Random(seed), root, lengths[side], side)
        s = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
        w = width * np.interp(s / s[-1], [0, 1], [1, taper])
        if make == "links":
            n = max(3, round(s[-1] / 0.13))
            points = resample(path, n + 1, closed=False)
            for k, (a, b) in enumerate(pairwise(points)):
                along = (b - a) / np.linalg.norm(b - a)
                angle = np.degrees(np.arctan2(-along[0] * side, along[1] * side))
                here, long = float(np.interp(k / n, [0, 1], [width, width * taper])), 0.96 * float(np.linalg.norm(b - a))
                share = 0.42 if seed < 0.6 else 1.0
                for x, wide, heap, deep in ((-1, (1 - share) / 2, links, thick), (1, (1 - share) / 2, links, thick), (0, share * 0.97, middles, thick * 1.12)):
                    if wide > 0.01:
                        link = slab("link", rectangle(wide * here * 0.98, long, 0.02, steps=2), deep, (0, deep / 2, 0), FRONT, 0.016, 2)
                        heap.append(moved(link, (x * here * (share + 1) / 4, *(a + b) / 2), turn=rotation("x", angle)))
            continue
        pad = 0.05 if make == "leather" and seed < 0.5 else 0.0
        if (shape == "long" and side < 0) or (make == "rubber" and shape != "loop" and seed < 0.5):  # a tip
            last = s > s[-1] - 0.3 * width
            u = (s[last] - (s[-1] - 0.3 * width)) / (0.3 * width)
            extra = np.linspace(0, 1, 10)
            at = np.interp(np.linspace(s[-1] - 0.3 * width, s[-1], 10), s, np.arange(len(s)))
            path = np.vstack([path[~last], np.stack([np.interp(at, np.arange(len(s)), path[:, k]) for k in (0, 1)], 1)])
            w = np.concatenate([w[~last], width * taper * np.maximum(np.sqrt(1 - 0.97 * extra**2) if seed < 0.35 else 1 - 0.8 * extra, 0.1)])
            assert len(u) and len(path) == len(w)
        half = ribbon(f"strap {'above' if side > 0 else 'below'}", path, w, thick, side, pad)
        front = -0.06 + thick / 2
        z0, z1 = root + 0.12, float(np.abs(path[:, 1]).max()) - 0.08
        middle, tall = side * (z0 + z1) / 2, max(z1 - z0, 0.05)
        if make == "leather" and rng.random() < 0.75:
            image = stitches([(0.07, 0), (0.07, 1)], (round(192 * min(1, tall / width)), 192), 11, 4) | stitches([(0.93, 0), (0.93, 1)], (round(192 * min(1, tall / width)), 192), 11, 4)
            decals.append(mark((0, -front, middle), width * taper * 0.97, tall, image, depth=0.45))
        if make == "fabric":
            image = np.zeros((64, 96), np.uint8)
            bars = rng.choice(([(0.35, 0.65)], [(0.2, 0.4), (0.6, 0.8)], [(0, 0.3), (0.7, 1)], []))
            for a, b in bars:
                image[:, round(96 * a) : round(96 * b)] = 1
            decals.append(mark((0, -front, middle), width * taper, tall + 0.3, image, depth=0.45))
        if make == "rubber" and rng.random() < 0.4:
            image = np.zeros((160, 96), np.uint8)
            for k in range(5):
                image[16 + 30 * k : 22 + 30 * k, 14:82] = 1
            decals.append(mark((0, -front, middle), width * taper, tall, image, depth=0.45))
        if side < 0 and (shape == "long" or (shape == "straight" and lengths[-1] > 0.65)):
            holes = np.arange(z1 - 0.12, z0 + 0.25, -0.1)[:7]
            if rng.random() < 0.5:
                cut(half, *[slab("hole", ellipse(0.05, 0.05, 20), 1, (0, 0.5, -z), FRONT) for z in holes])
            else:
                image = np.zeros((320, 32), np.uint8)
                for z in holes:
                    cv2.ellipse(image, (16, round(320 * (z - z0) / tall)), (7, max(3, round(320 * 0.025 / tall))), 0, 0, 360, 2, -1)
                decals.append(mark((0, -front, middle), 0.11, tall, image, depth=0.45))
        if shape == "long" and side > 0:
            y, z = path[-1]
            wide = width * taper
            buckle = slab("buckle", rectangle(wide * 1.3, 0.3, 0.06), 0.06, (0, y + 0.03, z + 0.06), FRONT, 0.012)
            cut(buckle, slab("tool", rectangle(wide * 1.05, 0.16, 0.03), 1, (0, y + 0.5, z + 0.07), FRONT))
            tongue = rod("tongue", [(0, y - 0.05, z - 0.04), (0, y - 0.055, z + 0.05), (0, y - 0.05, z + 0.18)], 0.02, 12)
            parts += [Part("buckle", buckle, "polished_metal", metal(rng)), Part("tongue", tongue, "polished_metal", metal(rng))]
            for k in range(rng.randint(0, 2)):
                at = z - 0.16 - 0.22 * k
                y0 = float(np.interp(at, path[:, 1], path[:, 0]))
                parts.append(Part(f"keeper {k}", slab(f"keeper {k}", rectangle(width * 1.0 + 0.06, 0.08, 0.01), thick + 2 * pad + 0.06, (0, y0 + thick / 2 + 0.03, at), FRONT, 0.012), make if make != "mesh" else "brushed_metal", colours[1]))
        halves.append(half)
    if make == "links":
        steel = metal(rng)
        material = rng.choice(("brushed_metal", "polished_metal"))
        parts.append(Part("middle links", merge("middle links", *middles), material, steel if rng.random() < 0.6 else metal(rng)))
        if links:
            parts.append(Part("outer links", merge("outer links", *links), "brushed_metal", steel))
    else:
        material = {"mesh": "brushed_metal"}.get(make, make)
        colour = metal(rng) if make == "mesh" else colours[1]
        parts += [Part(half.name, half, material, colour) for half in halves]
    return parts, decals


def lugs(rng: random.Random, x: float, z: float, high: float, wide: float = 0.08) -> Solid:
    """Four horns at ±x that reach from the case to z, drooping towards the wrist."""
    reach, drop = z * rng.uniform(1.13, 1.25), rng.uniform(0.0, 0.06)
    side = [(-high * 0.95, 0.5 * z), (-high * 0.85, 0.95 * z), (-0.45 * high, reach), (drop, reach), (drop, reach - 0.1), (0, 0.5 * z)]
    pieces = []
    for s in (-1, 1):
        for up in (-1, 1):
            outline = fillet(np.array(side) * (1, up), 0.04, 4)
            pieces.append(slab("lug", outline, wide, (s * x - wide / 2, 0, 0), SIDE, 0.014))
    return merge("lugs", *pieces)


def crown(rng: random.Random, x: float, y: float, angle: float = 90.0, r: float | None = None, colour: Colour | None = None) -> Part:
    """A ribbed knob on the rim at clock angle `angle`."""
    r, long, n = r or rng.uniform(0.05, 0.085), rng.uniform(0.07, 0.11), rng.choice((14, 18, 24))
    a = np.arange(4 * n) * 2 * np.pi / (4 * n)
    ring = (r * (1 - 0.09 * ((np.arange(4 * n) % 4) >= 2)))[:, None] * np.stack([np.cos(a), np.sin(a)], 1)
    knob = merge("crown", slab("crown", ring if rng.random() < 0.7 else ellipse(2 * r, 2 * r, 40), long, (x + 0.015, 0, 0), SIDE, 0.012), slab("stem", ellipse(r, r, 24), 0.1, (x - 0.07, 0, 0), SIDE))
    return Part("crown", moved(knob, (0, y, 0), turn=rotation("y", angle - 90)), "polished_metal", colour or metal(rng))


# --- the dial ---

Spot = tuple[float, float, float]  # an inner dial (x, y, r), in parts of the radius


def markings(rng: random.Random, kind: str, small: Sequence[Spot]) -> np.ndarray:
    """Hours and minutes as print; `small` are the inner dials."""
    image = np.zeros((SIZE, SIZE), np.uint8)
    c = SIZE / 2
    outer = rng.uniform(0.86, 0.95)
    if kind in ("batons", "numbers", "track") and rng.random() < 0.5:
        for k in range(60):
            a = ray(k * 6)
            cv2.line(image, pixel(c + c * 0.96 * a), pixel(c + c * 0.9 * a), 1, 2)
        outer = 0.86
    if kind == "track":
        cv2.circle(image, (round(c), round(c)), round(0.78 * c), 1, 3)
    names = {"numbers": [str(k) for k in range(1, 13)], "roman": ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], "quarters": ["", "", "3", "", "", "6", "", "", "9", "", "", "12"]}.get(kind)
    thick = rng.randint(4, 10)
    for k in range(1, 13):
        a, quarter = ray(k * 30), k % 3 == 0
        if names and names[k - 1]:
            size = 0.17 if kind != "quarters" else 0.26
            x, y = c + c * (outer - 0.13) * a
            text(image, names[k - 1], x, y, 2 * size * c, 0.85 * size * c)
        elif kind == "dots":
            cv2.circle(image, pixel(c + c * 0.84 * a), 10 if quarter else 7, 1, -1)
        elif kind in ("batons", "quarters", "track") or (kind == "few" and quarter):
            inner = outer - (0.24 if quarter else 0.16)
            cv2.line(image, pixel(c + c * outer * a), pixel(c + c * inner * a), 1, thick + 2 * quarter)
    for x, y, r in small:
        at = (round(c + c * x), round(c + c * y))
        cv2.circle(image, at, round(c * r * 1.12), 0, -1)
        cv2.circle(image, at, round(c * r), 2, rng.choice((3, -1)))
        for k in range(0, 12, 1 if r > 0.24 else 3):
            a = ray(30 * k)
            cv2.line(image, pixel(np.array(at) + c * r * 0.92 * a), pixel(np.array(at) + c * r * 0.75 * a), 1, 2)
        a = ray(rng.uniform(0, 360))
        cv2.line(image, at, pixel(np.array(at) + c * r * 0.7 * a), 1, 3)
    if rng.random() < 0.4:
        spot = np.zeros((40, 110), np.uint8)
        word(spot, rng, ink=3)
        y, x = round(0.56 * c), round(c - 55)
        image[y : y + 40, x : x + 110] = np.maximum(image[y : y + 40, x : x + 110], spot)
    if not small and rng.random() < 0.45:
        x = c * 1.62
        cv2.rectangle(image, (round(x - 22), round(c - 14)), (round(x + 22), round(c + 14)), 2, -1)
        text(image, str(rng.randint(1, 31)), x, c, 30, 18, 1)
    return image


def pixel(at: np.ndarray) -> tuple[int, int]:
    """The whole pixel nearest to (x, y)."""
    x, y = np.round(at).astype(int).tolist()
    return x, y


def ray(angle: float) -> np.ndarray:
    """Clock angle in degrees to a unit vector in pixels, y downwards."""
    return np.array([np.sin(np.radians(angle)), -np.cos(np.radians(angle))])


def pointer(kind: str, long: float, wide: float) -> np.ndarray:
    """Outline of a hand that points up."""
    back = 0.18 * long
    if kind == "dauphine":
        return np.array([(0, -back), (wide, 0), (0, long), (-wide, 0)])
    if kind == "leaf":
        t = np.linspace(0, np.pi, 14)
        half = np.stack([wide * np.sin(t) ** 0.8 + 0.15 * wide, -back + (long + back) * t / np.pi], 1)
        return np.vstack([half, half[::-1] * (-1, 1)])
    if kind == "sword":
        return np.array([(0.35 * wide, -back), (0.35 * wide, 0.15 * long), (wide, 0.8 * long), (0, long), (-wide, 0.8 * long), (-0.35 * wide, 0.15 * long), (-0.35 * wide, -back)])
    return fillet([(wide * 0.6, -back), (wide * 0.5, long), (-wide * 0.5, long), (-wide * 0.6, -back)], 0.4 * wide, 3)


def hands(rng: random.Random, r: float, high: float, colour: Colour) -> list[Part]:
    """Hour, minute and often a second hand, thin plates just above the dial."""
    kind, wide = rng.choice(("baton", "baton", "dauphine", "leaf", "sword")), rng.uniform(0.05, 0.085) * r
    hour, minute = (10, 10) if rng.random() < 0.5 else (rng.randint(0, 11), rng.randint(0, 59))
    parts, at = [], high
    for name, angle, long, w in (("hour hand", 30 * hour + minute / 2, 0.52 * r, wide * 1.15), ("minute hand", 6 * minute, 0.8 * r, wide)):
        plate = slab(name, pointer(kind, long, w), 0.012, (0, -at, 0), FRONT)
        parts.append(Part(name, moved(plate, turn=rotation("y", angle)), "polished_metal", colour))
        at += 0.012
    if rng.random() < 0.6:
        second = slab("second hand", pointer("baton", 0.85 * r, 0.25 * wide), 0.01, (0, -at, 0), FRONT)
        parts.append(Part("second hand", moved(second, turn=rotation("y", rng.uniform(0, 360))), "matte_plastic", scheme(rng, 1)[0]))
        at += 0.01
    cap = wide * rng.uniform(1.0, 1.6)
    return [*parts, Part("pin", disc("pin", cap, high, at + 0.012, 0.005, 28), "polished_metal", colour)]


def drawn_hands(rng: random.Random, image: np.ndarray) -> None:
    """The same as print."""
    h, w = image.shape
    c, r = np.array([w / 2, h / 2]), min(h, w) / 2
    kind, wide = rng.choice(("baton", "dauphine", "sword", "leaf")), rng.uniform(0.05, 0.09) * r
    hour, minute = (10, 10) if rng.random() < 0.5 else (rng.randint(0, 11), rng.randint(0, 59))
    for angle, long, ink in ((30 * hour + minute / 2, 0.5 * r, 4), (6 * minute, 0.76 * r, 5)):
        a = np.radians(angle)
        turn = np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])
        fill(image, c + (pointer(kind, long, wide) * (1, -1)) @ turn.T, ink)
    cv2.circle(image, pixel(c), round(1.5 * wide), 6, -1)


def classic(rng: random.Random) -> tuple[list[Part], list[Decal]]:
    """Round case with lugs: dress watch, diver or chronograph."""
    colours = scheme(rng, 4)
    steel = metal(rng)
    t, style = rng.uniform(0.14, 0.24), rng.choice(("dress", "dress", "diver", "chrono"))
    edge = rng.uniform(0.02, 0.06)
    case = facing(lathe("case", fillet([(0.9 * R, 0), (R, 0.3 * t), (R, t - edge), (R - edge, t), (0.02, t)], 0.03, 4, closed=False), 84))
    inner = R * {"dress": rng.uniform(0.84, 0.92), "diver": rng.uniform(0.7, 0.77), "chrono": rng.uniform(0.76, 0.84)}[style]
    rise, outer = rng.uniform(0.03, 0.07), R - rng.uniform(0.0, 0.02)
    slope = rng.choice((0.0, 0.25, 0.6)) * rise
    rim, lip = outer - 0.25 * (outer - inner), inner + 0.25 * (outer - inner)
    ring = lathe("bezel", fillet([(inner, t - 0.02), (outer, t - 0.02), (outer, t + rise - slope), (rim, t + rise - slope), (lip, t + rise + 0.001), (inner, t + rise + 0.001)], 0.008, 2), 84, loop=True)
    bezel = facing(ring)
    if style == "diver" and rng.random() < 0.7:
        n = rng.choice((24, 36, 48))
        a = np.arange(4 * n) * 2 * np.pi / (4 * n)
        teeth = (outer + 0.018 * ((np.arange(4 * n) % 4) < 2))[:, None] * np.stack([np.cos(a), np.sin(a)], 1)
        low = t + rise - slope - 0.012
        grip = lathe("hole", [(inner + 0.04, t - 0.2), (inner + 0.04, t + 0.2)], 84)
        bezel = merge("bezel", bezel, cut(slab("teeth", teeth, low - t + 0.015, (0, -t + 0.015, 0), FRONT), facing(grip)))
    dial_high = t + rng.uniform(0.3, 0.7) * rise
    domed = rng.random() < 0.2
    if domed:
        a = np.linspace(0, np.pi / 2, 9)
        dial = facing(lathe("crystal", [(inner + 0.004, t - 0.01), *zip((inner + 0.004) * np.cos(a), t + 0.7 * rise + 0.09 * np.sin(a))], 84))
        dial_high = t + 0.7 * rise
    else:
        dial = disc("dial", inner + 0.004, t - 0.01, dial_high)
    parts = [
        Part("case", case, rng.choice(("polished_metal", "brushed_metal", "matte_plastic")), steel if rng.random() < 0.8 else colours[0]),
        Part("bezel", bezel, rng.choice(("polished_metal", "brushed_metal", "ceramic")), steel if style == "dress" or rng.random() < 0.4 else colours[2]),
        Part(dial.name, dial, "glass" if domed else "matte_plastic", colours[3]),
    ]
    three: list[Spot] = [(-0.42, 0, 0.26), (0.42, 0, 0.26), (0, 0.44, 0.26)]
    two: list[Spot] = [(-0.42, 0, 0.28), (0.42, 0, 0.28)]
    one: list[Spot] = [(0, 0.45, 0.24)]
    none: list[Spot] = []
    spots = {"chrono": two if rng.random() < 0.4 else three, "dress": rng.choice((none, none, one)), "diver": none}
    kind = rng.choice(("batons", "batons", "dots", "numbers", "roman", "quarters", "few", "track", "none"))
    applied = kind in ("batons", "few") and not domed and rng.random() < 0.4
    image = markings(rng, "none" if applied else kind, spots[style])
    if applied:
        pieces = []
        for k in range(12):
            if kind == "few" and k % 3:
                continue
            long, wide = inner * (0.22 if k % 3 == 0 else 0.15), inner * (0.075 if k % 3 == 0 else 0.055)
            piece = slab("index", rectangle(wide, long, 0.004, steps=2), 0.02, (0, -dial_high + 0.008, inner * 0.9 - long / 2), FRONT)
            pieces.append(moved(piece, turn=rotation("y", 30 * k)))
        parts.append(Part("indices", merge("indices", *pieces), "polished_metal", metal(rng)))
    printed_hands = domed or rng.random() < 0.3
    if printed_hands:
        drawn_hands(rng, image)
    else:
        parts += hands(rng, inner, dial_high + 0.004, metal(rng) if rng.random() < 0.6 else neutral(rng))
    decals = [mark((0, -dial_high - (0.05 if domed else 0), 0), 2 * inner * 0.97, 2 * inner * 0.97, image, depth=0.1 if domed else 0.003)]
    if style == "diver" or (style == "chrono" and rng.random() < 0.6):
        decals.append(bezel_print(rng, (inner + 0.02) / R, (outer - 0.02) / R, -t - rise))
    deep = -0.5 * t
    parts.append(crown(rng, 0.985 * R, deep, colour=steel))
    if style == "chrono":
        pieces = []
        for angle in (55, 125):
            long = rng.uniform(0.09, 0.12)
            piece = merge("pusher", slab("pusher", ellipse(0.085, 0.085, 28), 0.05, (R + long - 0.04, 0, 0), SIDE, 0.008), slab("rod", ellipse(0.05, 0.05, 20), long + 0.03, (R - 0.06, 0, 0), SIDE))
            pieces.append(moved(piece, (0, deep, 0), turn=rotation("y", angle - 90)))
        parts.append(Part("pushers", merge("pushers", *pieces), "polished_metal", steel))
    width = R * rng.uniform(0.85, 1.1)
    parts.append(Part("lugs", lugs(rng, width / 2 + 0.045, 0.97 * R, 0.9 * t), parts[0].material, parts[0].colour))
    bands, more = straps(rng, 0.98 * R, width, colours)
    return parts + bands, decals + more


def back(rng: random.Random, r: float, y: float) -> tuple[Part, Decal]:
    """The lid on the wrist's side, with an engraving around or within it."""
    image, c = np.zeros((SIZE, SIZE), np.uint8), SIZE // 2
    if rng.random() < 0.5:
        for k in range(rng.choice((6, 8, 12, 24))):
            a = ray(15 * k)
            cv2.line(image, pixel(c + c * 0.95 * a), pixel(c + c * 0.8 * a), 1, 8)
    if rng.random() < 0.6:
        cv2.circle(image, (c, c), round(0.6 * c), 1, 5)
    spot = np.zeros((round(0.5 * c), round(0.9 * c)), np.uint8)
    word(spot, rng, ink=2)
    image[c - spot.shape[0] // 2 : c - spot.shape[0] // 2 + spot.shape[0], c - spot.shape[1] // 2 : c - spot.shape[1] // 2 + spot.shape[1]] = spot
    lid = slab("back", ellipse(2 * r, 2 * r, 72), 0.04, (0, y - 0.01, 0), BACK, 0.012)
    return Part("back", lid, "brushed_metal", metal(rng)), mark((0, y + 0.03, 0), 1.8 * r, 1.8 * r, image, BACK, 0.01)


def bezel_print(rng: random.Random, low: float, high: float, y: float) -> Decal:
    """Minutes on the bezel: numbers each ten or fifteen, strokes, a triangle at twelve; low and high in parts of R."""
    image = np.zeros((SIZE, SIZE), np.uint8)
    c, step, middle = SIZE / 2, rng.choice((10, 10, 15)), (low + high) / 2
    for k in range(0, 60, 5):
        a = ray(6 * k)
        if k == 0:
            side = ray(90) * 0.06 * c
            fill(image, [c + c * high * a + side, c + c * high * a - side, c + c * low * a])
        elif k % step == 0 and rng.random() < 0.9:
            x, z = c + c * middle * a
            text(image, str(k), x, z, 0.24 * c, 0.62 * (high - low) * c)
        else:
            cv2.line(image, pixel(c + c * (low + 0.03) * a), pixel(c + c * (high - 0.03) * a), 1, 6)
    return mark((0, y, 0), 2 * R, 2 * R, image, depth=0.07)


def square(rng: random.Random) -> tuple[list[Part], list[Decal]]:
    """A rectangular or cushion case with a dial."""
    colours, steel = scheme(rng, 4), metal(rng)
    w, h, t = rng.uniform(0.68, 0.95), rng.uniform(0.85, 1.1), rng.uniform(0.13, 0.2)
    soft = rng.choice((0.04, 0.1, 0.25))
    case = slab("case", rectangle(w, h, soft), t, (0, 0, 0), FRONT, rng.uniform(0.02, 0.06), 4)
    margin = rng.uniform(0.08, 0.13)
    dw, dh = w - 2 * margin, h - 2 * margin
    dial = inlay("dial", case, slab("tool", rectangle(dw, dh, max(0, soft - margin)), 1, (0, -0.5 * t, 0), FRONT))
    parts = [Part("case", case, rng.choice(("polished_metal", "brushed_metal")), steel), Part("dial", dial, "matte_plastic", colours[3])]
    kind = rng.choice(("batons", "numbers", "roman", "few", "dots", "none"))
    image = cv2.resize(markings(rng, kind, []), (SIZE, round(SIZE * dh / dw)), interpolation=cv2.INTER_NEAREST)
    if rng.random() < 0.4:
        drawn_hands(rng, image)
    else:
        parts += hands(rng, dw / 2, t + 0.004, neutral(rng, False))
    decals = [mark((0, -t, 0), 0.97 * dw, 0.97 * dh, image, depth=0.003)]
    parts.append(crown(rng, 0.99 * w / 2, -0.5 * t, colour=steel))
    width = w * rng.uniform(0.6, 0.85)
    parts.append(Part("lugs", lugs(rng, width / 2 + 0.04, 0.485 * h, 0.85 * t), parts[0].material, steel))
    bands, more = straps(rng, 0.49 * h, width, colours, ("leather", "leather", "links", "fabric"))
    return parts + bands, decals + more


def smart(rng: random.Random) -> tuple[list[Part], list[Decal]]:
    """A screen in a soft case: square or round, crown or button, wide strap."""
    colours = scheme(rng, 4)
    round_case = rng.random() < 0.3
    t = rng.uniform(0.18, 0.28)
    w, h = (2 * R, 2 * R) if round_case else (rng.uniform(0.8, 0.95), rng.uniform(0.95, 1.1))
    soft = rng.uniform(0.18, 0.3)
    outline = ellipse(w, h, 96) if round_case else rectangle(w, h, soft, steps=10)
    case = slab("case", outline, t, (0, 0, 0), FRONT, rng.choice((0.03, 0.08, 0.11)), 7)
    margin = rng.uniform(0.05, 0.1)
    sw, sh = w - 2 * margin, h - 2 * margin
    glass = ellipse(sw, sh, 96) if round_case else rectangle(sw, sh, max(0.05, soft - margin), steps=10)
    screen = inlay("screen", case, slab("tool", glass, 1, (0, -0.45 * t, 0), FRONT))
    parts = [Part("case", case, rng.choice(("brushed_metal", "matte_plastic", "polished_metal", "ceramic")), colours[0] if rng.random() < 0.5 else metal(rng)), Part("screen", screen, "glass", neutral(rng, False) if rng.random() < 0.7 else colours[3])]
    deep, inset = -0.5 * t, 0.09 if not round_case else 0.16
    uw, uh = sw - 2 * inset, sh - 2 * inset
    kind = rng.random()
    if kind < 0.3:
        image = markings(rng, rng.choice(("batons", "dots", "few", "numbers")), [])
        drawn_hands(rng, image)
        uw = uh = min(uw, uh) * (1.1 if round_case else 1.0)
    elif kind < 0.5:
        image, c = np.zeros((SIZE, SIZE), np.uint8), SIZE // 2
        uw = uh = min(uw, uh)
        for k in range(3):
            cv2.ellipse(image, (c, c), (round(c * (0.9 - 0.26 * k)),) * 2, -90, 0, rng.randint(150, 350), k + 1, round(0.17 * c))
    else:
        image = shown(rng, uw, uh)
    decals = [mark((0, -t, 0), uw, uh, image, depth=0.06)] if rng.random() < 0.9 else []
    if rng.random() < 0.75:
        z = rng.choice((0.0, 0.22)) * h if not round_case else 0.0
        knob = crown(rng, w / 2 - 0.005, deep, r=rng.uniform(0.06, 0.085))
        moved(knob.object, (0, 0, z))
        parts.append(knob)
        if z and rng.random() < 0.8:
            parts.append(Part("button", slab("button", rectangle(0.07, 0.24, 0.03), 0.05, (w / 2 - 0.03, deep, -0.14 * h), SIDE, 0.008), parts[0].material, parts[0].colour))
    else:
        pieces = [slab("button", rectangle(0.08, 0.15, 0.03), 0.07, (w / 2 - 0.04, deep, z), SIDE, 0.01) for z in rng.choice(([0.0], [-0.15, 0.15], [0.16]))]
        parts.append(Part("buttons", merge("buttons", *pieces), "brushed_metal", parts[0].colour))
    width = w * (rng.uniform(0.5, 0.7) if round_case else rng.uniform(0.72, 0.9))
    bands, more = straps(rng, h / 2 - (0.02 if round_case else 0.01), width, colours, ("rubber", "rubber", "rubber", "leather", "fabric", "mesh", "links"))
    return parts + bands, decals + more


def digital(rng: random.Random) -> tuple[list[Part], list[Decal]]:
    """Cornered resin case, figures on a small display, four buttons."""
    colours = scheme(rng, 4)
    w, h, t = rng.uniform(0.85, 1.0), rng.uniform(0.85, 1.05), rng.uniform(0.16, 0.26)
    chop = rng.uniform(0.12, 0.28)
    x, z = w / 2, h / 2
    outline = fillet([(-x + chop, -z), (x - chop, -z), (x, -z + chop), (x, z - chop), (x - chop, z), (-x + chop, z), (-x, z - chop), (-x, -z + chop)], rng.choice((0.02, 0.06)), 4)
    case = slab("case", outline, t, (0, 0, 0), FRONT, rng.uniform(0.02, 0.07), 3)
    k = rng.uniform(0.72, 0.82)
    face = inlay("face", case, slab("tool", outline * k, 1, (0, -0.5 * t, 0), FRONT))
    lw, lh = w * k * rng.uniform(0.75, 0.85), h * k * rng.uniform(0.38, 0.55)
    drop = rng.choice((0, 0, -0.06)) * h
    lcd = inlay("display", face, slab("tool", rectangle(lw, lh, 0.02), 1, (0, -0.6 * t, drop), FRONT))
    parts = [Part("case", case, "matte_plastic", colours[0]), Part("face", face, "glossy_plastic", colours[2]), Part("display", lcd, "glass", neutral(rng, True))]
    image = np.zeros((round(SIZE * lh / lw), SIZE), np.uint8)
    text(image, f"{rng.randint(1, 23)}:{rng.randint(0, 59):02d}", SIZE / 2, image.shape[0] * 0.55, 0.85 * SIZE, 0.6 * image.shape[0])
    decals = [mark((0, -t, drop), 0.95 * lw, 0.95 * lh, image, depth=0.003)]
    top = np.zeros((60, 240), np.uint8)
    word(top, rng)
    decals.append(mark((0, -t, (drop + lh / 2 + h * k / 2) / 2), 0.4 * w, 0.1 * w, top, depth=0.003))
    pieces = [slab("button", rectangle(0.08, 0.1, 0.02), 0.08, (w / 2 - 0.04, -0.5 * t, s * 0.22 * h), SIDE, 0.008) for s in (-1, 1)]
    pieces += [moved(slab("button", rectangle(0.08, 0.1, 0.02), 0.08, (w / 2 - 0.04, 0.5 * t, s * 0.22 * h), SIDE, 0.008), turn=rotation("z", 180)) for s in (-1, 1)]
    parts.append(Part("buttons", merge("buttons", *pieces), "brushed_metal", metal(rng)))
    bands, more = straps(rng, h / 2 - 0.01, w * rng.uniform(0.6, 0.72), [colours[0], colours[0] if rng.random() < 0.6 else colours[1], *colours[2:]], ("rubber", "rubber", "links", "fabric"))
    return parts + bands, decals + more


def fitness(rng: random.Random) -> tuple[list[Part], list[Decal]]:
    """A narrow band with a pill of a screen."""
    colours = scheme(rng, 3)
    w, h, t = rng.uniform(0.42, 0.55), rng.uniform(0.95, 1.2), rng.uniform(0.13, 0.2)
    soft = rng.uniform(0.12, 0.5) * w
    pod = slab("pod", rectangle(w, h, soft, steps=10), t, (0, 0, 0), FRONT, rng.choice((0.03, 0.07)), 6)
    m = rng.uniform(0.04, 0.07)
    screen = inlay("screen", pod, slab("tool", rectangle(w - 2 * m, h - 2 * m, max(soft - m, 0.04), steps=10), 1, (0, -0.4 * t, 0), FRONT))
    parts = [Part("pod", pod, "matte_plastic", colours[0]), Part("screen", screen, "glass", neutral(rng, False))]
    uw, uh = w - 2 * m - 0.1, h - 2 * m - 0.2
    image = np.zeros((SIZE, round(SIZE * uw / uh)), np.uint8)
    ih, iw = image.shape
    text(image, f"{rng.randint(1, 12)}", iw / 2, 0.14 * ih, 0.7 * iw, 0.16 * ih)
    text(image, f"{rng.randint(0, 59):02d}", iw / 2, 0.38 * ih, 0.7 * iw, 0.16 * ih)
    cv2.ellipse(image, (iw // 2, round(0.72 * ih)), (round(0.36 * iw),) * 2, -90, 0, rng.randint(120, 330), 2, round(0.12 * iw))
    decals = [mark((0, -t, 0), uw, uh, image, depth=0.05)]
    bands, more = straps(rng, h / 2 - 0.01, w * rng.uniform(0.85, 0.97), colours, ("rubber", "rubber", "fabric", "mesh"))
    return parts + bands, decals + more


def pocket(rng: random.Random) -> tuple[list[Part], list[Decal]]:
    """Pocket watch or stopwatch: knob and ring on top, sometimes a chain."""
    scheme(rng, 3)  # draws that keep every later number of the seed
    gold = metal(rng)
    t = rng.uniform(0.14, 0.22)
    case = facing(lathe("case", fillet([(0.75 * R, 0), (0.97 * R, 0.25 * t), (R, 0.5 * t), (0.97 * R, 0.85 * t), (0.9 * R, t), (0.02, t)], 0.05, 5, closed=False), 84))
    inner = R * rng.uniform(0.78, 0.86)
    bezel = facing(lathe("bezel", fillet([(inner, t - 0.03), (0.95 * R, t - 0.03), (0.94 * R, t + 0.01), (inner + 0.02, t + 0.045), (inner, t + 0.045)], 0.012, 3), 84, loop=True))
    high = t + 0.02
    parts = [Part("case", case, "polished_metal", gold), Part("bezel", bezel, "polished_metal", gold), Part("dial", disc("dial", inner + 0.004, t - 0.02, high), "ceramic", neutral(rng, True))]
    image = markings(rng, rng.choice(("roman", "numbers", "batons", "track")), rng.choice(((), ((0, 0.45, 0.24),))))
    if rng.random() < 0.4:
        drawn_hands(rng, image)
    else:
        parts += hands(rng, inner, high + 0.004, neutral(rng, False))
    decals = [mark((0, -high, 0), 1.94 * inner, 1.94 * inner, image, depth=0.003)]
    y = -0.5 * t
    neck = slab("neck", ellipse(0.13, 0.13, 32), 0.16, (R - 0.06, 0, 0), SIDE)
    parts.append(Part("neck", moved(neck, (0, y, 0), turn=rotation("y", -90)), "polished_metal", gold))
    parts.append(crown(rng, R + 0.07, y, 0.0, rng.uniform(0.08, 0.11), gold))
    a = np.linspace(0, 2 * np.pi, 40)[:-1]
    hoop, top = rng.uniform(0.14, 0.19), R + 0.08
    if rng.random() < 0.75:
        ring = np.stack([hoop * np.cos(a), np.full_like(a, y), top + 0.75 * hoop + 0.95 * hoop * np.sin(a)], 1)
        parts.append(Part("bow", rod("bow", ring, 0.025, 14, loop=True), "polished_metal", gold))
        top += 1.7 * hoop
        if rng.random() < 0.5:
            path = resample(spline([(0, top), (0.06, top + 0.2), (0.3, top + 0.36), (0.6, top + 0.25), (0.8, top - 0.1)], 10), rng.randint(12, 17), closed=False)
            links = []
            for k, (p, q) in enumerate(pairwise(path)):
                u = (q - p) / np.linalg.norm(q - p)
                v = np.array([-u[1], 0, u[0]]) if k % 2 else np.array([0, 1.0, 0])
                middle, size = (p + q) / 2, np.linalg.norm(q - p)
                b = np.linspace(0, 2 * np.pi, 18)[:-1]
                links.append(rod("link", np.array([middle[0], y, middle[1]]) + 0.66 * size * np.cos(b)[:, None] * np.array([u[0], 0, u[1]]) + 0.04 * np.sin(b)[:, None] * v, 0.015, 8, loop=True))
            parts.append(Part("chain", merge("chain", *links), "polished_metal", gold))
    else:
        for angle in (-38, 38):
            piece = slab("pusher", ellipse(0.09, 0.09, 28), 0.16, (R - 0.06, 0, 0), SIDE, 0.01)
            parts.append(Part(f"pusher {angle}", moved(piece, (0, y, 0), turn=rotation("y", angle - 90)), "polished_metal", gold))
    return parts, decals
