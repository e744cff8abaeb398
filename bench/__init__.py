"""How fast Lichtspiel is on this machine: `make bench`."""
