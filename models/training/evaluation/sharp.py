# in: a few named scenes; out: path-traced 2048 pictures with the form at 512 that the product would start
# from, and how near it comes to them.
"""A few named scenes -> how near an enlarged form comes to their path-traced 2048 pictures.

    python -m evaluation.sharp --out /work/data/sharp --render     (resumable; some minutes a scene on one
    core) python -m evaluation.sharp --out /work/data/sharp [--sheet sharp-truth.png]     (the table; needs
    node)

What is compared, on the same 512 form (normals, occlusion, thickness of the truth, one ray a pixel), colours,
materials and light:
    ours       src/core/form/upsample.ts brings the form to 2048 within the drawing's parts and along its
    inner
               lines; lit there by the light graph
    bicubic    lit at 512 by the same graph, the picture enlarged by bicubic interpolation
against the truth (Cycles at 2048), and against `perfect form`, the light graph on the true 2048 normals: what
no enlargement can beat.

NAME.npz holds
    corner  row and column of the window, the 768 x 768 of the 2048 square that were path-traced
    picture float16 [768, 768, 4]     scene-linear, premultiplied by alpha; as in light/truth.py
    fine    float16 [3, 768, 768]     normals, a ray a pixel
    part    uint8 [2048, 2048]        part + 1, 0 = nothing
    line    uint8 [2048, 2048]        1 beside a crease or a contour inside the object: where a designer draws
    form    float32 [5, 512, 512]     normal x, y, z, occlusion, thickness
    colour, shader, light             as in light/truth.py
"""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np

from evaluation.enlarge import enlarged
from evaluation.fine import FINE, SCENES, WINDOW, render
from evaluation.fine_light import EXPOSURE, developed, lit

BORDER = 8  # pixels of 2048 around part borders and inner lines that count as near them
# ---------------------------------------------------------------- rendering (needs bpy)


# ---------------------------------------------------------------- measuring (needs torch and node)


def slope(picture: np.ndarray) -> np.ndarray:
    """Gradient magnitude of the brightness, in steps of 255 a pixel (Prewitt)."""
    grey = (picture @ np.array([0.299, 0.587, 0.114], np.float32)).astype(np.float32) * 255
    kernel = np.array([[1, 0, -1]] * 3, np.float32) / 3
    return np.hypot(cv2.filter2D(grey, -1, kernel), cv2.filter2D(grey, -1, kernel.T))


def compared(picture: np.ndarray, truth: np.ndarray, part: np.ndarray, near: np.ndarray) -> list[float]:
    """dE00 inside parts and near borders; gradient similarity (1 = the same; Xue 2014, c = 170) and gradient
    error near borders."""
    from evaluation.difference import delta_e

    off = delta_e(picture, truth)
    a, b = slope(picture), slope(truth)
    alike = (2 * a * b + 170) / (a * a + b * b + 170)
    return [off[part > 0].mean(), off[near].mean(), alike[near].mean(), np.abs(a - b)[near].mean()]


def measure(out: Path, sheet: Path | None) -> None:
    """Prints the table of what lies in `out`; raises AssertionError where nothing does."""
    names = [name for name in SCENES if (out / f"{name}.npz").exists()]
    assert names, f"nothing rendered in {out}; --render comes first"
    head = ("dE00", "dE00 near", "gradients alike", "gradient error")
    print(f"{'':24s}" + "".join(f"{title:>17s}" for title in head))
    rows: dict[str, list[list[float]]] = {}
    cells = []
    for name in names:
        held = np.load(out / f"{name}.npz")
        part, line, form = held["part"], held["line"], held["form"]
        row, column = held["corner"]
        window = np.s_[row : row + WINDOW, column : column + WINDOW]
        centre = (np.arange(FINE, dtype=np.float32) + 0.5) / FINE * 2 - 1
        place = np.stack(np.meshgrid(centre, -centre))
        few = form.shape[1]
        step = FINE // few
        ours = enlarged(form, part, line)[:, *window]
        perfect = np.concatenate([held["fine"].astype(np.float32), ours[3:]])
        truth, alpha = developed(held["picture"].astype(np.float32), float(held["light"][EXPOSURE]))
        low = part[step // 2 :: step, step // 2 :: step]
        small = lit(form, low, held, place[:, step // 2 :: step, step // 2 :: step])
        cover = cv2.resize((part > 0).astype(np.float32), (few, few), interpolation=cv2.INTER_AREA)[..., None]
        white = lambda picture, share: picture * share + 1 - share
        large = cv2.resize(white(small, cover), (FINE, FINE), interpolation=cv2.INTER_CUBIC)[window].clip(
            0, 1
        )
        here = part[window]
        made = {
            "ours": white(lit(ours, here, held, place[:, *window]), alpha),
            "bicubic": large,
            "perfect form": white(lit(perfect, here, held, place[:, *window]), alpha),
        }
        truth = white(truth, alpha)
        edge = line[window] > 0
        for axis in (0, 1):
            edge |= np.roll(here, 1, axis) != here
        edge[[0, -1]] = edge[:, [0, -1]] = False
        near = cv2.dilate(edge.astype(np.uint8), np.ones((2 * BORDER + 1,) * 2, np.uint8)) > 0
        for what, picture in made.items():
            found = compared(picture, truth, here, near)
            rows.setdefault(f"{what}, to the truth", []).append(found)
            print(f"{name + ': ' + what:24s}" + "".join(f"{value:17.3f}" for value in found), flush=True)
        for what in ("ours", "bicubic"):
            rows.setdefault(f"{what}, to perfect form", []).append(
                compared(made[what], made["perfect form"], here, near)
            )
        cells.append(np.hstack([made["bicubic"], made["ours"], truth]))
    print(f"mean of {len(names)}")
    for what, each in rows.items():
        print(f"{what:24s}" + "".join(f"{value:17.3f}" for value in np.mean(each, 0)))
    if sheet:
        cv2.imwrite(str(sheet), (np.vstack(cells)[..., ::-1].clip(0, 1) * 255).round().astype(np.uint8))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--render", action="store_true")
    ask.add_argument("--sheet", type=Path, help="bicubic, ours, truth of every scene")
    asked = ask.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    if not asked.render:
        return measure(asked.out, asked.sheet)
    for name in SCENES:
        if not (asked.out / f"{name}.npz").exists():
            render(name, asked.out)
            print(name, flush=True)


if __name__ == "__main__":
    main()
