"""Django's cache in Redis, which no page waits for: while it is away there is just no cache.

What must not happen twice (`add`: a code of an authenticator app, a lock) is then remembered by
this process, as without Redis.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache

from editorial.outage import Outage

T = TypeVar("T")
# Seconds. Together the longest that a request waits for a Redis that is away, once per process
# and pause; and what answers more slowly than that is no cache for pages that take as long.
CONNECT_SECONDS = 0.04
ANSWER_SECONDS = 0.05
# What is remembered here besides: of each key a small value.
OWN_KEYS = 5000
# Django makes a cache for each thread; an outage is known to all of them.
_outages: dict[str, Outage] = {}


class SharedCache(RedisCache):
    """Reads find nothing and writes do nothing while Redis does not answer."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        # Loaded with the first cache that needs it: it is an optional package.
        from redis.backoff import NoBackoff
        from redis.exceptions import ConnectionError, RedisError
        from redis.retry import Retry

        self._errors = (RedisError, OSError)
        self._options = {
            "socket_connect_timeout": CONNECT_SECONDS,
            "socket_timeout": ANSWER_SECONDS,
            # Once more where a connection was cut, never where nobody answered.
            "retry": Retry(NoBackoff(), 1, supported_errors=(ConnectionError,)),
            **self._options,
        }
        self._outage = _outages.setdefault(server, Outage("The shared cache"))
        self._own = LocMemCache(f"beside {server}", {"OPTIONS": {"MAX_ENTRIES": OWN_KEYS}})

    def _ask(self, question: Callable[[], T], otherwise: T) -> T:
        if not self._outage.may_ask():
            return otherwise
        try:
            answer = question()
        except self._errors as error:
            self._outage.begin(error)
            return otherwise
        self._outage.end()
        return answer

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        get = super().get
        return self._ask(lambda: get(key, default, version), default)

    def set(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        set_ = super().set
        self._ask(lambda: set_(key, value, timeout, version), None)

    def add(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Store the value if there is none; tell whether it was: once in each process, at most.

        While Redis is away this process answers for itself, and knows what it added before.
        """
        add = super().add
        is_first_here = self._own.add(key, True, timeout, version)
        is_first: bool = self._ask(lambda: add(key, value, timeout, version), is_first_here)
        return is_first

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        touch = super().touch
        return self._ask(lambda: touch(key, timeout, version), False)

    def delete(self, key: str, version: int | None = None) -> bool:
        delete = super().delete
        is_known_here = self._own.delete(key, version)
        return self._ask(lambda: delete(key, version), is_known_here)

    def has_key(self, key: str, version: int | None = None) -> bool:
        has_key = super().has_key
        return self._ask(lambda: has_key(key, version), False)

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """Raises ValueError for a key that is not there, as for one that nobody knows now."""
        incr = super().incr
        number = self._ask(lambda: incr(key, delta, version), None)
        if number is None:
            raise ValueError(f"Key '{key}' not found.")
        return int(number)

    def get_many(self, keys: Any, version: int | None = None) -> dict[str, Any]:
        names = list(keys)
        get_many = super().get_many
        return self._ask(lambda: get_many(names, version), {})

    def set_many(
        self, data: dict[str, Any], timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> list[str]:
        set_many = super().set_many
        return self._ask(lambda: set_many(data, timeout, version), list(data))

    def delete_many(self, keys: Any, version: int | None = None) -> None:
        names = list(keys)
        self._own.delete_many(names, version)
        delete_many = super().delete_many
        self._ask(lambda: delete_many(names, version), None)

    def clear(self) -> bool:
        self._own.clear()
        return self._ask(super().clear, False)
