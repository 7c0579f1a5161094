"""A picture and the true one, uint8 [3, 256, 256] over white -> how far apart they are. Pixels are those of
256.

MS-SSIM   Wang et al. 2003, five scales, mean of R, G and B; 1 is equal
L1        mean over the square, steps of 255
ΔE00      mean over the pixels that lie wholly inside a part
IoU, F    of the alpha above a half; F of its border within 2 pixels (Perazzi et al. 2016)
Chamfer   drawn lines to the picture's edges and back, mean of both, pixels, at most 12 each
"""

import cv2
import numpy as np

from evaluation.difference import delta_e

SCALES = (0.0448, 0.2856, 0.3001, 0.2363, 0.1333)  # weight of each scale, finest first
C1, C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
WHITE = 242  # a picture that has no alpha shows the object where its darkest channel is below this
TOLERANCE = 2.0
FAR = 12.0
LEAST = 16  # pixels of a part that have a mean worth setting


def upright(picture: np.ndarray) -> np.ndarray:
    """[3, H, W] -> [H, W, 3]."""
    return np.ascontiguousarray(picture.transpose(1, 2, 0))


def _ssim(a: np.ndarray, b: np.ndarray) -> tuple[float, float]:
    """Mean of luminance × contrast × structure, and of the last two alone, [H, W, 3] float32."""
    blur = lambda x: cv2.GaussianBlur(x, (11, 11), 1.5)[5:-5, 5:-5]
    ma, mb = blur(a), blur(b)
    va, vb, both = blur(a * a) - ma * ma, blur(b * b) - mb * mb, blur(a * b) - ma * mb
    structure = (2 * both + C2) / (va + vb + C2)
    return float((structure * (2 * ma * mb + C1) / (ma * ma + mb * mb + C1)).mean()), float(structure.mean())


def ms_ssim(picture: np.ndarray, truth: np.ndarray) -> float:
    """MS-SSIM (Wang 2003) of two uint8 [3, H, W], 1 = the same."""
    a, b, product = upright(picture).astype(np.float32), upright(truth).astype(np.float32), 1.0
    for scale, weight in enumerate(SCALES):
        whole, structure = _ssim(a, b)
        product *= max(whole if scale == len(SCALES) - 1 else structure, 0.0) ** weight
        half = (a.shape[1] // 2, a.shape[0] // 2)
        a, b = (cv2.resize(x, half, interpolation=cv2.INTER_AREA) for x in (a, b))
    return product


def l1(picture: np.ndarray, truth: np.ndarray) -> float:
    """Mean difference of two uint8 [3, H, W], in steps of 255."""
    return float(cv2.absdiff(picture, truth).mean())


def inside(part: np.ndarray, coverage: np.ndarray) -> np.ndarray:
    """Pixels whose eight neighbours show the same part."""
    window = np.ones((3, 3), np.uint8)
    return (cv2.erode(part, window) == cv2.dilate(part, window)) & (part > 0) & (coverage == 255)


def colour_apart(picture: np.ndarray, truth: np.ndarray, where: np.ndarray) -> float:
    """Mean ΔE00 over `where`."""
    return float(delta_e(picture[:, where].T / 255, truth[:, where].T / 255).mean())


def not_white(picture: np.ndarray) -> np.ndarray:
    """uint8 [3, H, W] -> bool [H, W]."""
    return picture.min(0) < WHITE


def iou(mask: np.ndarray, truth: np.ndarray) -> float:
    """Intersection over union of two masks, 0…1; 0 where both are empty."""
    return float((mask & truth).sum() / max(1, (mask | truth).sum()))


def to_nearest(lines: np.ndarray) -> np.ndarray:
    """Every pixel's distance to the nearest True, FAR at most."""
    if not lines.any():
        return np.full(lines.shape, FAR, np.float32)
    return np.minimum(cv2.distanceTransform((~lines).astype(np.uint8), cv2.DIST_L2, 5), FAR)


def border(mask: np.ndarray) -> np.ndarray:
    """The mask's outermost pixels."""
    return mask & ~cv2.erode(mask.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool)


def border_f(mask: np.ndarray, truth: np.ndarray) -> float:
    """F1 of two masks' borders within TOLERANCE pixels, 0…1."""
    mine, real = border(mask), border(truth)
    if not mine.any() or not real.any():
        return float(mine.any() == real.any())
    precision = (to_nearest(real)[mine] <= TOLERANCE).mean()
    recall = (to_nearest(mine)[real] <= TOLERANCE).mean()
    return float(2 * precision * recall / max(1e-9, precision + recall))


def edges(picture: np.ndarray) -> np.ndarray:
    """Where any channel steps by some 10 of 255 or more, one pixel thin."""
    found = np.zeros(picture.shape[1:], np.uint8)
    for plane in picture:
        found |= cv2.Canny(cv2.GaussianBlur(plane, (0, 0), 0.8), 15, 40, L2gradient=True)
    return found > 0


def chamfer(picture: np.ndarray, drawn: np.ndarray) -> float:
    """`drawn` [256, 256] bool: the drawing's lines."""
    seen = edges(picture)
    forth = to_nearest(seen)[drawn].mean() if drawn.any() else 0.0
    back = to_nearest(drawn)[seen].mean() if seen.any() else 0.0
    return float(forth + back) / 2


def with_fills(picture: np.ndarray, truth: np.ndarray, part: np.ndarray) -> np.ndarray:
    """The picture with each part's mean colour set to the truth's: what a model cannot know of the drawing's
    fills is given to it."""
    given = picture.astype(np.float32)
    for k in np.unique(part[part > 0]):
        where = part == k
        if where.sum() >= LEAST:
            given[:, where] += (truth[:, where].mean(1) - given[:, where].mean(1))[:, None]
    return given.round().clip(0, 255).astype(np.uint8)


def judged(
    picture: np.ndarray, truth: np.ndarray, part: np.ndarray, coverage: np.ndarray
) -> dict[str, float]:
    """The columns that compare pixels, as made and with the fills given."""
    where, given = inside(part, coverage), with_fills(picture, truth, part)
    row = {"MS-SSIM": ms_ssim(picture, truth), "L1": l1(picture, truth)}
    row |= {"MS-SSIM, fills given": ms_ssim(given, truth), "L1, fills given": l1(given, truth)}
    if where.any():
        row |= {
            "ΔE00": colour_apart(picture, truth, where),
            "ΔE00, fills given": colour_apart(given, truth, where),
        }
    return row


def outlined(
    picture: np.ndarray, mask: np.ndarray, coverage: np.ndarray, drawn: np.ndarray
) -> dict[str, float]:
    """The columns about where the object is and where its lines are."""
    truth = coverage > 127
    return {
        "alpha IoU": iou(mask, truth),
        "border F": border_f(mask, truth),
        "Chamfer": chamfer(picture, drawn),
    }
