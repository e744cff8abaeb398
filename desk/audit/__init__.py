"""The audit log at the desk: where requests come from, logins and factors, and the list to read."""
