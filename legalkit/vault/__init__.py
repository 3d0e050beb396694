"""Keeping a case: case files plain and encrypted, drafts, packages with a passphrase, a look at the machine."""
