"""Weights and held-out pairs -> errors, tables and sheets."""
