"""The company itself: its profile, its text pages, and what becomes of the site's addresses."""

from pages.models.missing_address import MissingAddress
from pages.models.page import Page
from pages.models.profile import Profile
from pages.models.redirect import Redirect
from pages.models.stored_page import StoredPage

__all__ = ["MissingAddress", "Page", "Profile", "Redirect", "StoredPage"]
