"""A SavedModel's graph -> which key of its checkpoint each variable is read from, as its own restore function
pairs them.
"""

from .nodes import Node, TensorFlowGraph
from .walk import CALLS


def restored(graph: TensorFlowGraph) -> dict[str, str]:
    """Handle -> key in the checkpoint, as the SavedModel's own restore function pairs them."""
    keys: dict[str, str] = {}
    for node in graph.nodes.values():
        function = graph.functions.get(node.attributes.get("f", "")) if node.op in CALLS else None
        restore = (
            next((n for n in function.nodes.values() if n.op == "RestoreV2"), None) if function else None
        )
        if restore is None or function is None:
            continue
        names = function.nodes[restore.inputs[1].split(":")[0]].attributes.get("value")
        names = names if isinstance(names, list) else [names]
        handles = dict(zip(function.inputs, node.inputs))
        for assign in function.nodes.values():
            if assign.op != "AssignVariableOp" or assign.inputs[0] not in handles:
                continue
            source = function.nodes.get(assign.inputs[1].split(":")[0])
            reference = (
                source.inputs[0] if source is not None and source.op == "Identity" else assign.inputs[1]
            )
            if reference.split(":")[0] == restore.name:
                at = int(reference.rsplit(":", 1)[-1])
                handle = handles[assign.inputs[0]].split(":")[0]
                keys[handle] = names[at].decode("utf-8", "replace")
    for assign in (
        graph.nodes.values()
    ):  # Keras 3 restores copies, each first assigned from the variable that the network reads
        if assign.op == "AssignVariableOp" and assign.inputs[0].split(":")[0] in keys:
            read = graph.nodes.get(assign.inputs[1].split(":")[0])
            if read is not None and read.op == "ReadVariableOp":
                keys.setdefault(read.inputs[0].split(":")[0], keys[assign.inputs[0].split(":")[0]])
    shared = {handle_name(graph.nodes[h]): key for h, key in keys.items() if h in graph.nodes}
    for node in graph.nodes.values():
        if node.op == "VarHandleOp" and node.name not in keys and handle_name(node) in shared:
            keys[node.name] = shared[handle_name(node)]
    return keys


def handle_name(node: Node) -> str:
    shared = node.attributes.get("shared_name", b"")
    return (shared.decode("utf-8", "replace") if isinstance(shared, bytes) else "") or node.name
