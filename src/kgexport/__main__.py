"""`python -m kgexport` is the command `kgexport`."""

from kgexport.cli import main

main()
