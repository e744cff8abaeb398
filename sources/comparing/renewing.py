"""x."""


def renew_touched(change):
    pass
