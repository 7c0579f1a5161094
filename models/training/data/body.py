# in: nothing; out: Body, the geometry that the rays see: arrays only, no Blender.
from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from data.scenes.subject import Decal  # the package imports bpy, this file must not


@dataclass
class Body:
    """Triangles of one thing or several, with what each part is made of."""

    vertices: np.ndarray  # [V, 3] float64, world
    triangles: np.ndarray  # [T, 3] int32
    part: np.ndarray  # [T] int32, index into names
    normals: np.ndarray  # [T, 3, 3] float32, unit, one a corner
    sharp: np.ndarray  # [T, 3] bool, edge k runs from corner k to k + 1
    group: np.ndarray  # [T] int32, triangles reachable over smooth edges share one
    shell: (
        np.ndarray
    )  # [T] int32, triangles that hang together at all share one: what a ray enters and leaves
    names: list[str]
    materials: list[str]
    colours: list[tuple[float, float, float]]
    decals: list[Decal] = field(default_factory=list)
    _faces: np.ndarray | None = field(default=None, init=False, repr=False)
    _heights: np.ndarray | None = field(default=None, init=False, repr=False)

    def moved(self, turn: np.ndarray, *, scale: float = 1.0, shift: np.ndarray | None = None) -> Body:
        """The body scaled, turned by the rotation [3, 3] and shifted; decals go along."""
        by = np.zeros(3) if shift is None else shift
        decals = [
            replace(
                d,
                origin=scale * turn @ d.origin + by,
                right=turn @ d.right,
                up=turn @ d.up,
                width=scale * d.width,
                height=scale * d.height,
                depth=scale * d.depth,
            )
            for d in self.decals
        ]
        return Body(
            scale * self.vertices @ turn.T + by, self.triangles, self.part,
            (self.normals @ turn.T).astype(np.float32),
            self.sharp, self.group, self.shell, self.names, self.materials, self.colours, decals,
        )  # fmt: skip

    def stretched(self, factors: np.ndarray) -> Body:
        """The body [3] times as long along x, y and z, its greatest length kept; flat faces stay flat. Raises
        AssertionError where something is printed on it."""
        assert not self.decals, "a print is not stretched"
        extent = np.ptp(self.vertices, axis=0)
        factors = factors * extent.max() / (extent * factors).max()
        normals = self.normals / factors
        normals /= np.maximum(np.linalg.norm(normals, axis=2, keepdims=True), 1e-12)
        vertices = self.vertices * factors
        return replace(self, vertices=vertices, normals=normals.astype(np.float32))

    def faces(self) -> np.ndarray:
        """[T, 3] float32, unit normal of each triangle."""
        if self._faces is None:
            cross = area_vectors(self.vertices, self.triangles)
            self._faces = (cross / np.linalg.norm(cross, axis=1, keepdims=True)).astype(np.float32)
        return self._faces

    def heights(self) -> np.ndarray:
        """[T, 3] float32, height of each triangle above its edge k, inf where the edge is not sharp."""
        if self._heights is None:
            corners = self.vertices[self.triangles]
            edge = np.linalg.norm(np.roll(corners, -1, 1) - corners, axis=2)
            height = np.linalg.norm(area_vectors(self.vertices, self.triangles), axis=1)[:, None] / edge
            self._heights = np.where(self.sharp, height, np.inf).astype(np.float32)
        return self._heights

    def bounds(self) -> tuple[np.ndarray, np.ndarray]:
        """Least and greatest corner, [3] each."""
        return self.vertices.min(0), self.vertices.max(0)


def joined(bodies: list[Body]) -> Body:
    """Several bodies as one; parts and groups stay apart."""
    base_v = np.cumsum([0] + [len(b.vertices) for b in bodies])
    base_p = np.cumsum([0] + [len(b.names) for b in bodies])
    base_t = np.cumsum([0] + [len(b.triangles) for b in bodies])
    return Body(
        np.concatenate([b.vertices for b in bodies]),
        np.concatenate([b.triangles + v for b, v in zip(bodies, base_v)]).astype(np.int32),
        np.concatenate([b.part + p for b, p in zip(bodies, base_p)]).astype(np.int32),
        np.concatenate([b.normals for b in bodies]),
        np.concatenate([b.sharp for b in bodies]),
        np.concatenate([b.group + t for b, t in zip(bodies, base_t)]).astype(np.int32),
        np.concatenate([b.shell + v for b, v in zip(bodies, base_v)]).astype(np.int32),
        [n for b in bodies for n in b.names],
        [m for b in bodies for m in b.materials],
        [c for b in bodies for c in b.colours],
        [d for b in bodies for d in b.decals],
    )


def components(count: int, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The smallest node that each of `count` nodes can be reached from, over edges left[i] - right[i]."""
    label = np.arange(count)
    while len(left):
        low = np.minimum(label[left], label[right])
        new = label.copy()
        np.minimum.at(new, label[left], low)  # hook the roots, not only the ends
        np.minimum.at(new, label[right], low)
        while not np.array_equal(new, new[new]):
            new = new[new]
        if np.array_equal(new, label):
            break
        label = new
    return label


def area_vectors(vertices: np.ndarray, triangles: np.ndarray) -> np.ndarray:
    """Each triangle's normal, as long as twice its area, [T, 3]."""
    a, b, c = (vertices[triangles[:, k]] for k in range(3))
    return np.cross(b - a, c - a)
