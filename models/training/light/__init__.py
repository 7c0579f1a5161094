"""Form, materials and a studio -> lit pictures: the light graph, and path-traced truth for it."""
