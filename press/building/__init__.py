"""Kits asked for by editors: built in the background, kept by their content, pruned."""
