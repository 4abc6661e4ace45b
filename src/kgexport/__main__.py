"""`python -m kgexport` is the command `kgexport`."""

from kgexport.cli import main

if __name__ == "__main__":
    main()
