"""The command itself: what it writes, says and refuses; weights stored small; the card."""

import json
import subprocess
import sys
from typing import Any

import numpy as np
import onnx
import pytest
import torch
from conftest import HERE, noise
from published import UnetGenerator, seeded

from convert.__main__ import main
from convert.card import embedded
from convert.trial import drawings, fed, paint


def card_of(model: onnx.ModelProto) -> dict[str, Any]:
    """The card inside the model; fails where there is none."""
    card = embedded(model)
    assert card is not None
    return card


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory):
    path = tmp_path_factory.mktemp("a") / "latest_net_G.pth"
    torch.save(seeded(UnetGenerator(1, downs=7, ngf=8)).state_dict(), path)
    return path


def test_python_m_convert_writes_one_file_that_holds_its_card(checkpoint, tmp_path):
    command = [
        sys.executable,
        "-m",
        "convert",
        str(checkpoint),
        "-o",
        str(tmp_path / "cats.onnx"),
        "--name",
        "My cats",
        "--licence",
        "CC0",
    ]
    done = subprocess.run(command, cwd=HERE.parents[1], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "unet_128" in done.stdout and "cats.onnx" in done.stdout
    card = card_of(onnx.load(tmp_path / "cats.onnx"))
    assert (card["format"], card["formatVersion"], card["kind"]) == ("realize-card", 1, "picture")
    assert (card["id"], card["name"], card["licence"]) == ("my-cats", "My cats", "CC0")
    assert card["input"] | {"channels": 0} == {
        "tensor": "drawing",
        "size": 128,
        "preview": 128,
        "margin": 12,
        "stroke": 1.2,
        "ink": -1,
        "paper": 1,
        "channels": 0,
    }


def test_the_plugins_own_reader_takes_the_card(checkpoint, tmp_path):
    main([str(checkpoint), "-o", str(tmp_path / "a.onnx")])
    (tmp_path / "card.json").write_text(json.dumps(card_of(onnx.load(tmp_path / "a.onnx"))))
    root = HERE.parents[2]
    reader = f"""
        import {{ readFileSync }} from 'node:fs';
        import {{ readModelCard }} from '{root}/src/core/card.ts';
        console.log(readModelCard(JSON.parse(readFileSync('{tmp_path}/card.json', 'utf8'))).kind);
    """
    bundled = f"""
        import('{root}/node_modules/esbuild/lib/main.js').then(async ({{ build }}) => {{
          const stdin = {{ contents: process.argv[1], resolveDir: '{root}', loader: 'ts' }};
          const made = await build({{ stdin, bundle: true, write: false, format: 'esm', platform: 'node' }});
          const coded = Buffer.from(made.outputFiles[0].text).toString('base64');
          await import('data:text/javascript;base64,' + coded);
        }});
    """
    done = subprocess.run(
        ["node", "-e", bundled, reader], capture_output=True, text=True, cwd=root, check=False
    )
    assert done.stdout.strip() == "picture", done.stderr


@pytest.mark.parametrize(("how", "share", "allowed"), [("int8", 0.30, 12), ("fp16", 0.55, 2)])
def test_small_files_say_how_far_they_are_off(checkpoint, tmp_path, web, capsys, how, share, allowed):
    main([str(checkpoint), "-o", str(tmp_path / "whole.onnx")])
    main([str(checkpoint), "-o", str(tmp_path / "small.onnx"), "--small", how])
    assert f"{how}: " in capsys.readouterr().out
    whole, small = onnx.load(tmp_path / "whole.onnx"), onnx.load(tmp_path / "small.onnx")
    assert (tmp_path / "small.onnx").stat().st_size < share * (tmp_path / "whole.onnx").stat().st_size
    inputs = [fed(one, 1, -1, 1) for one in drawings(128)]
    apart = np.abs(paint(whole, inputs) - paint(small, inputs)) * 127.5
    said = card_of(small)["parity"]
    assert said["largestOf255"] == pytest.approx(apart.max(), abs=0.2) and 0 < apart.mean() < allowed
    drawing = noise(1, 128)
    assert np.abs(web.paint(small, drawing) - paint(small, [drawing])).max() <= 1e-3


def test_refusals_end_with_one_line_and_write_nothing(tmp_path, capsys):
    (tmp_path / "a.pth").write_bytes(b"not a model at all")
    assert main([str(tmp_path / "a.pth"), "-o", str(tmp_path / "a.onnx")]) == 1
    said = capsys.readouterr().err
    assert said.startswith("refused: ") and said.count("\n") == 1
    assert not (tmp_path / "a.onnx").exists()
    assert main([str(tmp_path / "gone.pth")]) == 1 and "does not exist" in capsys.readouterr().err


def test_a_file_is_never_overwritten_by_its_own_conversion(checkpoint, tmp_path, capsys):
    main([str(checkpoint), "-o", str(tmp_path / "a.onnx")])
    before = (tmp_path / "a.onnx").read_bytes()
    assert main([str(tmp_path / "a.onnx"), "-o", str(tmp_path / "a.onnx")]) == 1
    assert (tmp_path / "a.onnx").read_bytes() == before and "another name" in capsys.readouterr().err


def test_colours_go_in_where_they_are_asked_and_fit(checkpoint, tmp_path, capsys):
    torch.save(seeded(UnetGenerator(3, downs=7)).state_dict(), tmp_path / "three.pth")
    assert main([str(tmp_path / "three.pth"), "-o", str(tmp_path / "a.onnx"), "--colours"]) == 0
    assert [c["name"] for c in card_of(onnx.load(tmp_path / "a.onnx"))["input"]["channels"]] == [
        "r",
        "g",
        "b",
    ]
    assert main([str(tmp_path / "three.pth"), "-o", str(tmp_path / "b.onnx")]) == 0
    assert [c["name"] for c in card_of(onnx.load(tmp_path / "b.onnx"))["input"]["channels"]] == ["lines"] * 3
    assert main([str(checkpoint), "-o", str(tmp_path / "c.onnx"), "--colours"]) == 1
    assert "colours need 3 or 4" in capsys.readouterr().err
