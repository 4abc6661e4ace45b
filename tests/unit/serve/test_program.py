from __future__ import annotations

from pathlib import Path

import pytest

from kgexport.errors import InputError, OutsideError
from kgexport.serve.server import Server


def program(folder: Path, text: str) -> Path:
    path = folder / "oxigraph"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def test_last_words_are_the_line_before_the_backtrace(tmp_path: Path) -> None:
    script = program(
        tmp_path,
        "echo 'Listening for requests at nowhere'; echo 'Error: the disk is broken' >&2; echo >&2\n"
        "echo 'Stack backtrace:' >&2; echo '   0: main' >&2; echo '             at ./csu/x.h:58:16' >&2; exit 7",
    )
    with pytest.raises(OutsideError) as caught, Server(script, tmp_path):
        pytest.fail("it cannot start")
    assert str(caught.value).startswith("the server did not start (exit 7): the disk is broken; ")


def test_a_program_that_cannot_be_started(tmp_path: Path) -> None:
    path = tmp_path / "oxigraph"
    path.write_text("no program")
    path.chmod(0o755)
    with pytest.raises(OutsideError, match="cannot be started"), Server(path, tmp_path):
        pytest.fail("it cannot start")


@pytest.mark.parametrize("port", [-1, 65536])
def test_ports_that_no_server_can_have(tmp_path: Path, port: int) -> None:
    with pytest.raises(InputError, match="ports are 1 to 65535"):
        Server(tmp_path, tmp_path, port)
