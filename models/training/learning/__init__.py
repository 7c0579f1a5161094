"""Pairs -> weights: configurations, drawings as people make them, losses, steps, runs."""
