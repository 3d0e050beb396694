"""The organisation's store: cases under a key of their own each, people who may see them, and a log of who did what.

Needs the extra ``legalkit[org]``. Time is handed in (seconds since 1970, or a day), never read.

::

    password ─┐                       ┌─ a case's key ── its head and its body (AES-256-GCM, bound to id and revision)
    (Argon2id)├─► organisation's key ─┤
    recovery ─┘   (made anew by       └─ keyring: the keys of log, search and staff's drafts
    key, printed   ``rotate``)

What a password opens is wrapped once more under the server's key, a file that is in no backup: a stolen backup cannot
be guessed at, and after ``rotate`` no older one opens. See :mod:`legalkit.vault.org.keys`.
"""
