from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kgexport.errors import InputError
from kgexport.export.writing import write_atomically
from tests.support.privileges import unprivileged


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_made_or_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    for data in (b"one", b"", b"three\n"):
        write_atomically(path, data)
        assert path.read_bytes() == data
    assert names(tmp_path) == ["a.ttl"]


def test_a_new_file_has_the_usual_permissions_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    write_atomically(tmp_path / "new", b"x")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode
    (tmp_path / "old").write_bytes(b"")
    (tmp_path / "old").chmod(0o640)
    write_atomically(tmp_path / "old", b"x")
    assert (tmp_path / "old").stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "folder" / "file")
    write_atomically(tmp_path / "link", b"x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "folder" / "file").read_bytes() == b"x"


def test_a_name_of_the_greatest_length_will_do(tmp_path: Path) -> None:
    write_atomically(tmp_path / ("x" * 255), b"x")
    assert names(tmp_path) == ["x" * 255]


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"cannot write .*/no/a\.ttl: its folder does not exist; make it first"):
        write_atomically(tmp_path / "no" / "a.ttl", b"x")


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="it is a folder; name a file"):
        write_atomically(tmp_path, b"x")


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(InputError, match="not a folder"):
        write_atomically(tmp_path / "file" / "a.ttl", b"x")
    assert (tmp_path / "file").read_bytes() == b"old"


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="the name is too long"):
        write_atomically(tmp_path / ("x" * 300), b"x")
    assert names(tmp_path) == []


def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with unprivileged(), pytest.raises(InputError, match="no permission"):
            write_atomically(tmp_path / "a.ttl", b"x")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EIO])
def test_what_the_system_refuses_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    (tmp_path / "a.ttl").write_bytes(b"old")

    def refuse(self: Path, target: Path) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(InputError) as caught:
        write_atomically(tmp_path / "a.ttl", b"new")
    assert "\n" not in str(caught.value)
    assert (tmp_path / "a.ttl").read_bytes() == b"old"
    assert names(tmp_path) == ["a.ttl"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_device_and_a_device_that_is_not_replaced() -> None:
    with pytest.raises(InputError, match="no space left"):
        write_atomically(Path("/dev/full"), b"x")
    write_atomically(Path("/dev/null"), b"x")
    assert Path("/dev/null").is_char_device()


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind")
def test_the_old_file_stays_whole_when_writing_stops_half_way(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_bytes(b"old")
    script = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from kgexport.errors import InputError\n"
        "from kgexport.export.writing import write_atomically\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    write_atomically(Path(sys.argv[1]), b'x' * 100_000)\n"
        "except InputError as error:\n"
        "    sys.exit(str(error))\n"
    )
    command = [sys.executable, "-B", "-c", script, str(path)]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60, env={**os.environ})
    assert ended.returncode == 1
    assert "larger than this system allows" in ended.stderr
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.ttl"]
