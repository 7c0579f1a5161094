"""A zip file from a stranger -> the bytes of its parts, after its list of contents was found sane. Nothing is
unpacked to disk.
"""

import zipfile
from pathlib import Path, PurePosixPath

from .said import LARGEST, Refused, seen

PARTS = 20_000
TIMES = 200  # a part that grows more than this while unpacking is a bomb; weights hardly shrink at all


class Box:
    def __init__(self, path: Path):
        try:
            self.zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Refused(f"the file begins as a zip but is damaged or truncated ({seen(error)}).") from error
        parts = self.zip.infolist()
        if len(parts) > PARTS:
            raise Refused(f"the zip holds {len(parts)} parts, more than {PARTS}.")
        total = 0
        for part in parts:
            where = PurePosixPath(part.filename.replace("\\", "/"))
            if where.is_absolute() or ".." in where.parts or ":" in part.filename:
                raise Refused(f"the zip holds the path {seen(part.filename)}, which leads out of it.")
            total += part.file_size
            if (
                part.file_size > LARGEST
                or total > 2 * LARGEST
                or part.file_size > max(part.compress_size, 4096) * TIMES
            ):
                raise Refused(
                    f"the zip says that {seen(part.filename)} unpacks to {part.file_size / 1e6:.0f} MB of "
                    f"{part.compress_size} bytes: a zip bomb."
                )
        self.names = [part.filename for part in parts]

    def read(self, name: str) -> bytes:
        try:
            with self.zip.open(name) as stream:
                size = self.zip.getinfo(name).file_size
                data = stream.read(size + 1)
        except (KeyError, OSError, RuntimeError, zipfile.BadZipFile, NotImplementedError, EOFError) as error:
            raise Refused(f"the zip's part {seen(name)} cannot be read ({seen(error)}).") from error
        except Exception as error:  # zlib.error and friends: the stream itself is broken
            raise Refused(f"the zip's part {seen(name)} is damaged ({seen(error)}).") from error
        if len(data) != size:
            raise Refused(f"the zip's part {seen(name)} has another size than its list says.")
        return data

    def one(self, ending: str) -> str | None:
        """The one name with this ending, at any depth; None when there is none."""
        return next((n for n in self.names if n == ending or n.endswith("/" + ending)), None)
