"""The translation cockpit: what is open in each language, and one screen to translate a record."""
