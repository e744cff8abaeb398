"""What leaves the house as data: tables for spreadsheets, and one open file of all that is live."""
