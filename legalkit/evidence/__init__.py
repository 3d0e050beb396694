"""Evidence: listed, hashed where it lies, sealed, verifiable. Content is streamed through SHA-256 and nowhere else."""

from legalkit.evidence.bag import bag, broken, read_bag, write_bag, zipped
from legalkit.evidence.exhibits_json import exhibits_json, exhibits_schema
from legalkit.evidence.findings import Added, Hashed, Outcome, Remark, Status, Verified
from legalkit.evidence.guides import capture_guides, guide_for
from legalkit.evidence.hashing import computed_by, hash_file, hash_tree
from legalkit.evidence.legality import Warned, warnings, was_minor
from legalkit.evidence.names import shown
from legalkit.evidence.register import add, naming_people
from legalkit.evidence.sealed import sealed_pack
from legalkit.evidence.sums import sums
from legalkit.evidence.verifying import verify
from legalkit.evidence.walking import total
from legalkit.evidence.wording import custody_words, hash_words, sure

__all__ = [
    "Added",
    "Hashed",
    "Outcome",
    "Remark",
    "Status",
    "Verified",
    "Warned",
    "add",
    "bag",
    "broken",
    "capture_guides",
    "computed_by",
    "custody_words",
    "exhibits_json",
    "exhibits_schema",
    "guide_for",
    "hash_file",
    "hash_tree",
    "hash_words",
    "naming_people",
    "read_bag",
    "sealed_pack",
    "shown",
    "sums",
    "sure",
    "total",
    "verify",
    "warnings",
    "was_minor",
    "write_bag",
    "zipped",
]
