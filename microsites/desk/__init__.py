"""The microsite desk: pages, blocks and entries, each saved, moved, deleted and brought back."""
