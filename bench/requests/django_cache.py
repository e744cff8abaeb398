"""Our settings with Django's per-site cache as its documentation says: first and last in the list.

https://docs.djangoproject.com/en/5.2/topics/cache/#the-per-site-cache
"""

from config.settings import *  # noqa: F403
from config.settings import MIDDLEWARE as OURS

MIDDLEWARE = [
    "django.middleware.cache.UpdateCacheMiddleware",
    "bench.requests.keepable.allow_keeping",
    *OURS,
    "django.middleware.cache.FetchFromCacheMiddleware",
]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
CACHE_MIDDLEWARE_SECONDS = 3600
