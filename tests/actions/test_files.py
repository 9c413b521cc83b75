"""Files are kept by content, on disk before the row, and never lost by being replaced."""

from datetime import UTC, datetime, timedelta

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


def test_a_file_whose_hour_may_not_be_known_and_its_folders_bear_the_day_and_it_is_made_anew_once(store):
    day = datetime(2026, 11, 22, 17)  # Senin, 00.00 WIB
    tomorrow, next_year = day + timedelta(days=1), datetime(2100, 1, 1)
    sha256 = store.put(b"isi", day)
    place = store.path(sha256)
    made = place.stat().st_ino

    assert not store.renew(sha256, day, tomorrow)  # the disk says that it was written later than that
    assert store.renew(sha256, day, next_year) and store.read(sha256) == b"isi"

    bear = {path.stat().st_mtime for path in (place, place.parent, place.parent.parent, store.folder)}
    assert bear == {day.replace(tzinfo=UTC).timestamp()}
    assert place.stat().st_ino != made and not store.renew("f" * 64, day, next_year)
