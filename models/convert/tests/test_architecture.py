"""Every Python file of models/convert and models/training -> no circle of imports among them, hidden ones
included.

The circles are the strongly connected components of the import graph (Tarjan, 1972).
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

MODELS = Path(__file__).resolve().parents[2]
Imports = dict[str, set[str]]


def module_name(file: Path, root: Path) -> str:
    """A file below `root` -> the dotted name it is imported by when `root` is on sys.path; a package has its
    folder's.
    """
    parts = file.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def candidates(node: ast.AST, package: list[str]) -> Iterator[str]:
    """An import statement of a module in `package` -> the dotted names that it may load."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        above = package[: len(package) - node.level + 1] if node.level else []
        base = [*above, *(node.module or "").split(".")] if node.module else above
        for alias in node.names:
            yield ".".join([*base, alias.name])  # from package import module
        yield ".".join(base)


def imports(folder: Path, root: Path) -> Imports:
    """All modules below `folder` -> which of one another each imports, at any depth of the file,
    TYPE_CHECKING included.

    `from package import module` counts as the module; a package's own __init__ counts where a name is taken
    from it.
    """
    files = {module_name(file, root): file for file in sorted(folder.rglob("*.py"))}
    graph: Imports = {}
    for name, file in files.items():
        package = name.split(".") if file.name == "__init__.py" else name.split(".")[:-1]
        graph[name] = set()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"), str(file))):
            if isinstance(node, ast.ImportFrom):
                *modules, base = candidates(node, package)
                found = [module if module in files else base for module in modules]
            else:
                found = list(candidates(node, package))
            graph[name].update(module for module in found if module in files)
        if file.name == "__init__.py":
            graph[name].discard(name)  # from . import a name of its own
    return graph


def circles(graph: Imports) -> list[list[str]]:
    """Groups of modules that reach one another, and modules that import themselves; each group sorted."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(name: str) -> None:
        index[name] = low[name] = len(index)
        stack.append(name)
        for other in sorted(graph[name]):
            if other not in index:
                visit(other)
                low[name] = min(low[name], low[other])
            elif other in stack:
                low[name] = min(low[name], index[other])
        if low[name] == index[name]:
            at = stack.index(name)
            group = sorted(stack[at:])
            del stack[at:]
            if len(group) > 1 or name in graph[name]:
                found.append(group)

    for name in sorted(graph):
        if name not in index:
            visit(name)
    return found


@pytest.mark.parametrize(("folder", "root"), [("convert", "."), ("training", "training")])
def test_no_module_imports_itself_by_way_of_others(folder: str, root: str) -> None:
    graph = imports(MODELS / folder, MODELS / root)
    assert sum(map(len, graph.values())) > len(graph) / 2, "hardly any import was found: is the root right?"
    assert circles(graph) == []


@pytest.mark.parametrize(
    ("files", "circle"),
    [
        ({"a.py": "def f():\n    from b import x", "b.py": "import a"}, ["a", "b"]),
        ({"p/a.py": "from . import b", "p/b.py": "from .a import x", "p/__init__.py": ""}, ["p.a", "p.b"]),
        ({"p/q/a.py": "from ..b import x", "p/b.py": "from p.q.a import y"}, ["p.b", "p.q.a"]),
        ({"p/__init__.py": "from .a import x", "p/a.py": "from p import x"}, ["p", "p.a"]),
        (
            {
                "a.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import b",
                "b.py": "import c",
                "c.py": "import a",
            },
            ["a", "b", "c"],
        ),
        ({"p/a.py": "from . import b", "p/b.py": "from .c import x", "p/c.py": "import numpy"}, None),
    ],
)
def test_circles_are_found(tmp_path: Path, files: dict[str, str], circle: list[str] | None) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert circles(imports(tmp_path, tmp_path)) == ([circle] if circle else [])
