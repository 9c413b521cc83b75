"""Files are kept by content, on disk before the row, and never lost by being replaced."""

import pytest

from pst.actions import files
from pst.models.base import write
from pst.models.files import StoredFile
from tests.factories import WHEN

pytestmark = pytest.mark.usefixtures("db")


def test_the_same_bytes_are_kept_once_and_read_back(store):
    with write():
        first, second = (files.keep_file(store, b"isi", "text/plain", WHEN) for _ in range(2))

    assert first.sha256 == second.sha256
    assert (store.read(first.sha256), StoredFile.select().count()) == (b"isi", 1)


def test_a_file_on_disk_stands_in_folders_by_its_hash(store):
    sha256 = store.put(b"isi")

    assert store.path(sha256).relative_to(store.folder).parts == (sha256[:2], sha256[2:4], sha256)
