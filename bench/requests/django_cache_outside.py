"""Our settings with Django's per-site cache around everything, the shortest way there is.

Nobody should run it: a hit passes the check of hosts and all headers by.
"""

from bench.requests.django_cache import *  # noqa: F403
from bench.requests.django_cache import OURS

MIDDLEWARE = [
    "django.middleware.cache.UpdateCacheMiddleware",
    "django.middleware.cache.FetchFromCacheMiddleware",
    "bench.requests.keepable.allow_keeping",
    *OURS,
]
