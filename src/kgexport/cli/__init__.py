"""The command line, one file a command; heavy imports happen inside the commands.

Exit codes: 0 done · 1 the data does not conform · 2 wrong use or unreadable input · 3 the outside world failed · 70 an
error in kgexport itself (please report it).
"""

from __future__ import annotations

import logging
import sys

from kgexport.cli import (  # noqa: F401 - each adds its command to the app
    authority,
    embed,
    export,
    inspect,
    load,
    query,
    serve,
    validate,
    view,
)
from kgexport.cli.app import app
from kgexport.cli.console import internal_error


def main() -> None:
    """The entry point of the command `kgexport`."""
    logging.basicConfig(level=logging.ERROR, format="kgexport: %(name)s: %(message)s")  # not the warnings of libraries
    try:
        app()
    except Exception as error:  # noqa: BLE001 - users get a line, and the code says that the error is ours
        sys.exit(internal_error(error))
