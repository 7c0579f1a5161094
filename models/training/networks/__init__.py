"""The generators and critics, ours and the paper's, as torch modules."""
