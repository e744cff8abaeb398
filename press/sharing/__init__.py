"""Links of the press: the press area with what is not public, for whoever has the link."""
