"""A table of cases becomes packages: read, checked to the last row, made, reported, resumed; on one machine or many."""

from legalkit.batch.blank import new_workbook
from legalkit.batch.executors import here, on_dask, processes
from legalkit.batch.job import Job
from legalkit.batch.many import generate_many
from legalkit.batch.runner import Progress, Result, run
from legalkit.batch.sources import open_source

__all__ = [
    "Job",
    "Progress",
    "Result",
    "generate_many",
    "here",
    "new_workbook",
    "on_dask",
    "open_source",
    "processes",
    "run",
]
