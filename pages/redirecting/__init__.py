"""Old addresses of the former site: rules, what follows them, lists of them."""
