"""Digests → pages to look at."""
