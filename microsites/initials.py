"""What stands for somebody of whom there is no picture."""


def initials_of(name: str) -> str:
    """Return the first letters of the first and the last word that begin with one: MV."""
    letters = [word[0].upper() for word in name.split() if word[0].isalpha()]
    return letters[0] + letters[-1] if len(letters) > 1 else "".join(letters)
