"""Compares the law files with a local git mirror of statute texts: ``kr/<statute>/법률.md``, a commit per amendment."""

from legalkit.law.verify.compare import Comparison, Newer, Report, verify

__all__ = ["Comparison", "Newer", "Report", "verify"]
