"""Somebody else's Pix2Pix, on disk -> one ONNX file that the plugin runs. See README.md; `python -m convert
FILE` from models/.
"""
