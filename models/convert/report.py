"""A network built from a state dict -> what is told of it, with its dropouts, and its batch norms settled."""

from .graph import Graph
from .keys import Keys
from .said import KEEP, Asked, Found, Range
from .untrained import settled
from .writer import Value


def report(
    keys: Keys,
    graph: Graph,
    picture: Value,
    asked: Asked,
    what: str,
    notes: list[str],
    *,
    inside: Range | None = (-1.0, 1.0),
) -> Found:
    keys.done()
    notes = notes + settled(graph, asked)
    probe = graph.probe()
    model = graph.close(picture)
    return Found(
        what=what,
        model=model,
        noise=graph.noise,
        inside=inside,
        outside=(-1.0, 1.0),
        probe=probe,
        notes=notes,
    )


def dropouts(graph: Graph, *, told: bool) -> list[str]:
    if not graph.dropouts:
        return []
    where = (
        "as the file's keys show"
        if told
        else "a state dict does not say whether it was trained with dropout; taken as published"
    )
    if graph.noise == KEEP:
        return [f"{graph.dropouts} dropouts are random ({where})."]
    return [f"{graph.dropouts} dropouts left out ({where}); --noise keep keeps them."]
