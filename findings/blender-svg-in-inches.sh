#!/usr/bin/env bash
# Blender 5.0.1 (bpy): of one SVG an inch wide, the size on import hangs on the unit that its width is written
# in.
#
# Guess: 96px, 1in, 2.54cm, 25.4mm, 72pt and 6pc are one length (CSS Values 4), so that the curves are 25.4 mm
# wide each time. Seen on 30 November 2026 of a square that fills a viewBox of 96 × 96:
#   mm 25.4      px 27.1      no unit 27.1
#   in 645.2     cm 254.0     pt 9.0       pc 107.5
# Pixels are taken for 90 to an inch, as some programs did before CSS settled on 96; the other units are
# multiplied by their length in millimetres once more. What a design program wrote in pixels is 6.7 % too
# large beside what stands in millimetres, a drawing for a plotter in inches is a giant. Ends with 0 while
# that is so, with 1 once one of them changes. We read all units alike (src/core/svg/basic-shapes.ts); the
# relief (GLB) is one metre long whatever they are.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3.11 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check bpy==5.0.1

cat >measure.py <<'PYTHON'
import os
import sys

import bpy
import addon_utils  # is there once bpy is

bpy.ops.wm.read_factory_settings(use_empty=True)
addon_utils.enable("io_curve_svg")
widths = {}
for unit, count in {"mm": 25.4, "px": 96, "": 96, "in": 1, "cm": 2.54, "pt": 72, "pc": 6}.items():
    size = f'width="{count}{unit}" height="{count}{unit}" viewBox="0 0 96 96"'
    with open("square.svg", "w") as file:
        file.write(f'<svg xmlns="http://www.w3.org/2000/svg" {size}><rect width="96" height="96"/></svg>')
    for thing in list(bpy.data.objects):
        bpy.data.objects.remove(thing)
    bpy.ops.import_curve.svg(filepath=os.path.abspath("square.svg"))
    (square,) = bpy.data.objects
    (outline,) = square.data.splines
    across = [(square.matrix_world @ point.co).x for point in outline.bezier_points]
    widths[unit] = round(1000 * (max(across) - min(across)), 1)
print(bpy.app.version_string, *(f"{unit or 'no unit'} {width}" for unit, width in widths.items()))
sys.exit(widths != {"mm": 25.4, "px": 27.1, "": 27.1, "in": 645.2, "cm": 254.0, "pt": 9.0, "pc": 107.5})
PYTHON
venv/bin/python measure.py
