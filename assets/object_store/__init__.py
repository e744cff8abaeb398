"""Files in an S3-compatible store that several machines share (`STORAGE_URL`)."""

from assets.object_store.remote import Remote, StoreAway

__all__ = ["Remote", "StoreAway"]
