"""One module a version, in a chain; none is changed once it was released."""
