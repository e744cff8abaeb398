"""Files in an S3-compatible store that several machines share (`STORAGE_URL`)."""

from assets.object_store.remote import OutOfRange, Remote, StoreAway

__all__ = ["OutOfRange", "Remote", "StoreAway"]
