"""The audit log: who did what, when, from where, written in the transaction of what was done."""
