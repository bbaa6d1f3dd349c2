"""`python -m reportsum` is the command `reportsum`."""

import sys

from .cli import main

sys.exit(main())
