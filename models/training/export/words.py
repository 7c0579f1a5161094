"""What the cards of generators say of their use and their failures."""

OWN = (
    "Drawings like those of the folder {folder} -> pictures like theirs: "
    "trained by the paper's losses on pairs of one's own."
)
OWN_FAILS = [
    "It knows what its folder shows: "
    "other things, other line widths or crowded drawings come out as blotches.",
    "Its picture has 256 × 256 pixels; larger ones are enlarged and soft.",
]
INTENDED = (
    "Line art of one object at the canonical stroke -> form, to be lit by light.onnx. "
    "Objects as product designers draw them: front, side and three-quarter views."
)
FAILURES = [
    "Views that no line drawing decides (convex or concave, ball or disc, near or far) "
    "come out as the commoner or flatter of the two.",
    "Relief along inner lines (a flap, laces, a wheel in its arch) "
    "is fainter than in truth; roof and wall of a house blend.",
    "Dense hatching, lettering and logos are read as relief unless they are taken out of the line art first.",
    "Without a silhouette, gaps between legs and holes are sometimes filled in coverage.",
    "Many small objects in one square: each gets few pixels and little form.",
    "Shadow is a guess at an unseen ground; the program takes only its smooth part.",
]
PAINTS = (
    "Edges of one object -> its picture on white, as Pix2Pix was published: "
    "to be seen beside ours, not instead of it. "
    "Dropout, the paper's noise, is off, so that one drawing has one picture; "
    "norms use the picture's own statistics, as published."
)
PAINTS_BADLY = [
    "Colours, materials and light are its own choice; the drawing's fills have no part in them.",
    "Its picture has 256 × 256 pixels; larger ones are enlarged and soft.",
    "Blotches, haloes at the outline and checkerboards where it is unsure; "
    "a blank or unusual drawing shows them most.",
]
