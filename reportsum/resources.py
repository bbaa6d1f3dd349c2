"""Finds the files that travel with the library: tables, prompts and schemas.

`data/` lies inside the package. `prompts/` and `schemas/` lie at the top of the checkout and are copied into the package when a
wheel is built; here they are looked for in the package first, then beside it.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def resource_dir(name: str) -> Path:
    """Return the folder `name` ("data", "prompts" or "schemas") of this installation.

    Raises FileNotFoundError when the installation is incomplete.
    """
    for parent in (PACKAGE, PACKAGE.parent):
        folder = parent / name
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"{name}/ is missing from this installation of reportsum; install it again")
