"""In: materials.json. Out: its default and every material with all channels filled in, checked."""

import json
import re
import unicodedata
from pathlib import Path

from light.shading import CHANNELS

MATERIALS = Path(__file__).with_name("materials.json")
RANGES = {"anisotropy": (-1, 1), "grain_x": (0, 128), "grain_y": (0, 128)}  # every other channel is 0…1
KEYS = {"id", "name", "stuff", "words", "turns", "yields", "colour", "texture"}
TEXTURE = {"pattern", "size", "depth", "tone"}


def plain(word: str) -> bool:
    """Whether it is written as layer names are compared: lower case, no accents."""
    letters = unicodedata.normalize("NFKD", word.lower().replace("ß", "ss"))
    return word == unicodedata.normalize("NFC", re.sub("[\u0300-\u036f]", "", letters))


def materials(path: Path = MATERIALS) -> tuple[str, list[dict]]:
    """The default's id, and every material with all channels filled in."""
    listed = json.loads(path.read_text())
    full: list[dict] = []
    owner: dict[str, str] = dict.fromkeys(listed["stopWords"], "no material")
    clear: set[str] = set()
    for entry in listed["materials"]:
        unknown = set(entry) - set(CHANNELS) - KEYS
        assert not unknown, f"{entry['id']} has {sorted(unknown)}, the channels are {CHANNELS}"
        values = {channel: float(entry.get(channel, 0)) for channel in CHANNELS}
        for channel, value in values.items():
            low, high = RANGES.get(channel, (0, 1))
            assert low <= value <= high, f"{entry['id']}: {channel} is {value}, want {low}…{high}"
        stuff = entry.get("stuff", [])
        for word in stuff + entry["words"]:
            assert plain(word), f'"{word}" has capitals or accents, which names are compared without'
            first = owner.setdefault(word, entry["id"])
            # What is drawn opaque is no glass: the lens of a camera is glazing.
            assert first == entry["id"] or word in clear, f'"{word}" names both {first} and {entry["id"]}'
        if entry.get("transmission", 0) > 0:
            clear.update(entry["words"])
        extra = {key: entry[key] for key in ("yields", "colour", "texture") if key in entry}
        assert all(0 <= c <= 1 for c in extra.get("colour", ())), (
            f"{entry['id']}: colour is {extra['colour']}, want sRGB 0…1"
        )
        assert set(extra.get("texture", TEXTURE)) == TEXTURE, (
            f"{entry['id']}: texture has {sorted(extra['texture'])}, want {sorted(TEXTURE)}"
        )
        full.append(
            {
                "id": entry["id"],
                "name": entry["name"],
                "stuff": stuff,
                "words": entry["words"],
                "turns": entry.get("turns", False),
                **extra,
                "values": values,
            }
        )
    assert any(m["id"] == listed["default"] for m in full), f"default {listed['default']} is no material"
    return listed["default"], full
