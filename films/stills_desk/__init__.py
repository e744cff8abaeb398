"""The stills desk: a film's pictures by the dozen, on a page of their own."""
