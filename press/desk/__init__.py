"""Pages of the admin on which kits are asked for, watched, and taken away."""
