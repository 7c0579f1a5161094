"""Scenes -> rendered pairs of line art and form, as shards."""
