"""Who belongs to the house: the list of members, invitations, the end of a membership."""
