"""Credits as a film has them, for tests."""


def credits_of(film):
    return [(credit.role_key, credit.kind, credit.name) for credit in film.credits]
