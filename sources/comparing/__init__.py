"""Statements of several sources put side by side: who says what, and what is open."""
