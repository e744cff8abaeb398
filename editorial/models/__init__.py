"""What stands behind every kind of content: record, revision, publication, address."""

from editorial.models.audit_entry import AuditEntry
from editorial.models.base import OwnRow, RecordModel, SharedRow
from editorial.models.guard import Draft, Editing, OpenForm
from editorial.models.history import Revision
from editorial.models.membership import Invitation, MemberRole, Membership
from editorial.models.record import Address, ContentVersion, Forward, Record
from editorial.models.reference import Reference
from editorial.models.search_word import KnownWord, SearchWord
from editorial.models.sharing import ShareLink
from editorial.models.translation_mark import TranslationMark
from editorial.models.translation_state import TranslationState
from editorial.models.window import Publication

__all__ = [
    "Address",
    "AuditEntry",
    "ContentVersion",
    "Draft",
    "Editing",
    "Forward",
    "Invitation",
    "KnownWord",
    "MemberRole",
    "Membership",
    "OpenForm",
    "OwnRow",
    "Publication",
    "Record",
    "RecordModel",
    "Reference",
    "Revision",
    "SearchWord",
    "ShareLink",
    "SharedRow",
    "TranslationMark",
    "TranslationState",
]
