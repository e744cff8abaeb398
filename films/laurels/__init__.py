"""Laurels of prizes and selections, drawn from the facts: wording, layout, SVG and PNG."""
