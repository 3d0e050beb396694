"""legalkit: bilingual Korean/English filings for survivors of digital sexual violence in South Korea."""

__version__ = "0.1.0"
