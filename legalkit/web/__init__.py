"""The page in the browser: a guard, a shell of our own, and Gradio behind both. The only home of Gradio.

::

    browser ─► guard ─► routes   our own pages: shell, way out, keep, save, open, papers
                   └──► Gradio   events of a page that is open: queue/join, queue/data, heartbeat, its assets

Nothing here decides what is asked, allowed or said: that is the interview's.
"""

from legalkit.web.quiet import prepare

prepare()  # before any module of this room loads Gradio
