"""Layers, one call each -> ONNX, opset 17, one picture [1, C, H, W] a time. Every reader writes its network
through this one door.
"""

import onnx
from onnx import TensorProto, helper

from .graph_convolutions import Convolutions
from .graph_norms import Norms
from .said import Norm, Refused
from .tidy import tidy
from .writer import Value


class Graph(Convolutions, Norms):
    """`noise` says what becomes of batch norm and dropout: keep (own statistics, random), still (own
    statistics), fold (as trained).
    """

    def probe(self) -> tuple[onnx.ModelProto, list[Norm]] | None:
        """The network up to the inputs of its first two batch norms; None where no norm has statistics."""
        norms = self.norms[:2]
        if not norms:
            return None
        outputs = [helper.make_tensor_value_info(n.at, TensorProto.FLOAT, None) for n in norms]
        return tidy(self.model(self.nodes, outputs), fold=False), norms

    def close(self, picture: Value) -> onnx.ModelProto:
        """The model, checked; a grey picture becomes three equal channels."""
        x = self.drawing
        if (picture.height, picture.width) != (x.height, x.width):
            raise Refused(
                f"it makes {picture.height} × {picture.width} pixels of {x.height} × {x.width}; wanted as "
                f"many as went in."
            )
        if picture.name == x.name or not any(n.op_type in ("Conv", "ConvTranspose") for n in self.nodes):
            raise Refused("it holds no convolution, so it is no picture-to-picture network.")
        if picture.channels == 1:
            picture = self.concat([picture] * 3)
        if picture.channels not in (3, 4):
            raise Refused(f"its output has {picture.channels} channels; a picture has 1, 3 or 4.")
        nodes = [*self.nodes, helper.make_node("Identity", [picture.name], ["picture"], name="picture")]
        return tidy(
            self.model(
                nodes, [helper.make_tensor_value_info("picture", TensorProto.FLOAT, list(picture.shape))]
            )
        )
