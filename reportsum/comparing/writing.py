"""Comparison → file, in the format its name asks for."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import SettingsError
from ..writing import write_text
from .model import Comparison


def write_comparison(comparison: Comparison, output: str | os.PathLike[str]) -> Path:
    """Write the comparison to `output`: .html a page with a chart, .csv flat records, .json everything.

    Raises SettingsError for another ending, OutputError when the file cannot be written.
    """
    path = Path(output)
    match path.suffix.lower():
        case ".html" | ".htm":
            text = comparison.to_html()
        case ".csv":
            text = comparison.to_csv()
        case ".json":
            text = comparison.to_json()
        case _:
            raise SettingsError(f"{path}: a comparison is written as .html, .csv or .json. Give the file one of these endings.")
    write_text(text, path)
    return path
