"""The organisation's page: plain pages of our own around the same interview, over the encrypted store.

::

    proxy ─► guard ─► pages     sign-in, cases, link, people, log: HTML from templates, forms, no script needed
               └────► Gradio    the interview on one case, its drafts in the store

The service starts locked. Who somebody is, what they may see and how often they tried stands in the database, so that
any process of the service answers; only the interview's own events have to reach the process that drew its page.
"""
