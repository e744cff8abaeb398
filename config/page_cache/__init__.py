"""Finished public pages, answered before Django sees the request (docs/page-cache.md)."""
