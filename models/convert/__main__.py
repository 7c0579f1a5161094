"""python -m convert FILE [-o out.onnx] [--name NAME] …, run in models/. Ends with 0 when the file was
written, 1 when it was refused.
"""

import argparse
import sys
from pathlib import Path

import onnx

from .convert import Choice, convert
from .said import FOLD, KEEP, STILL, Asked, Range, Refused


def span(text: str) -> Range:
    """0..1, -1..1, 0..255, or any two numbers."""
    try:
        low, high = (float(part) for part in text.replace("−", "-").replace("…", "..").split(".."))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r}: wanted two numbers, as in 0..1") from None
    if not low < high:
        raise argparse.ArgumentTypeError(f"{text!r}: wanted the smaller number first")
    return (low, high)


def parser() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(
        prog="python -m convert",
        description="Somebody else's Pix2Pix -> one ONNX file that Realize runs. Formats: README.md.",
    )
    p.add_argument("file", type=Path, help="checkpoint, model or SavedModel folder; told by its content")
    p.add_argument("-o", "--out", type=Path, help="default: FILE's name with .onnx, here")
    p.add_argument("--name", help="as the panel lists it; default: FILE's name")
    p.add_argument(
        "--noise",
        choices=(KEEP, STILL, FOLD),
        help="batch norm and dropout: keep = as when training (random); still = the picture's own "
        "statistics, no dropout; "
        "fold = the statistics of training, no dropout. Default: as the source tests, without dropout",
    )
    p.add_argument("--small", choices=("int8", "fp16"), help="store weights small; the error is printed")
    p.add_argument(
        "--range", type=span, help="values of the input, 0..1, -1..1 or 0..255, where the file cannot tell"
    )
    p.add_argument("--out-range", type=span, help="values of the output, likewise")
    p.add_argument("--ink", choices=("dark", "light"), help="dark lines on light paper, or light on dark")
    p.add_argument(
        "--colours",
        action="store_true",
        help="it wants the drawing's own colours, not its lines; 3 or 4 channels",
    )
    p.add_argument("--size", type=int, help="pixels of the square's side, where the file leaves it free")
    p.add_argument(
        "--margin", type=float, help="paper around the drawing, pixels of the square; default 24 of 256"
    )
    p.add_argument("--stroke", type=float, help="width of lines, pixels of the square; default 1.5 of 256")
    p.add_argument("--key", help="which generator, where the file holds several; without it the first")
    p.add_argument("--licence", default="not stated", help="said in the card")
    return p


def main(arguments: list[str] | None = None) -> int:
    given = parser().parse_args(arguments)
    path: Path = given.file
    if given.size is not None and not 16 <= given.size <= 2048:
        print(f"refused: --size {given.size}; wanted 16 to 2048.", file=sys.stderr)
        return 1
    asked = Asked(
        noise=given.noise,
        size=given.size,
        range=given.range,
        out_range=given.out_range,
        ink=given.ink,
        key=given.key,
    )
    name = given.name or path.resolve().name.split(".")[0]
    out = given.out or Path(path.resolve().name.split(".")[0] + ".onnx")
    choice = Choice(
        name=name,
        small=given.small,
        margin=given.margin,
        stroke=given.stroke,
        colours=given.colours,
        licence=given.licence,
    )
    try:
        if out.exists() and path.exists() and out.samefile(path):
            raise Refused(f"{out} is the file itself; give another name with -o.")
        done = convert(path, asked, choice)
    except Refused as refusal:
        print(f"refused: {refusal}", file=sys.stderr)
        return 1
    out.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(done.model, out)
    for line in done.said:
        print(line)
    print(f'written: {out}, {out.stat().st_size / 1e6:.2f} MB, "{done.card["name"]}"')
    return 0


if __name__ == "__main__":
    sys.exit(main())
