"""Weights -> ONNX files and their cards."""
