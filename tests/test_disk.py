"""A file is there whole, or as it was before."""

import os

import pytest

from pst.disk import write_whole


def test_a_file_is_written_with_its_folders_and_for_its_owner_alone_where_asked(tmp_path):
    write_whole(tmp_path / "a" / "kunci", b"isi", mode=0o600)

    assert (tmp_path / "a" / "kunci").read_bytes() == b"isi"
    assert (tmp_path / "a" / "kunci").stat().st_mode & 0o077 == 0


def test_where_the_disk_fails_what_stood_there_still_stands(tmp_path, monkeypatch):
    place = tmp_path / "kunci"
    write_whole(place, b"lama")

    def full(handle):
        raise OSError("disk penuh")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="disk penuh"):
        write_whole(place, b"baru")

    assert (place.read_bytes(), list(tmp_path.iterdir())) == (b"lama", [place])
