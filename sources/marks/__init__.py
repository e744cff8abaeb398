"""Points where people see them: a page of each film, marks at the fields, a list over all films."""
