"""The form: rows by identifier, saving by itself, drafts, who else is here, and the edit guard."""
