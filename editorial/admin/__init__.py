"""The base of every form of the desk, and the lists of publications and revisions."""

from editorial.admin.listings import PublicationAdmin as PublicationAdmin
from editorial.admin.listings import RevisionAdmin as RevisionAdmin
