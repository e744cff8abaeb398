"""Who may do what: roles and acts, Django's backend, the law behind every change, the forms."""

from editorial.rights.roles import Act as Act
from editorial.rights.roles import languages_of as languages_of
from editorial.rights.roles import may as may
from editorial.rights.roles import remember_memberships as remember_memberships
from editorial.rights.roles import role_of as role_of
