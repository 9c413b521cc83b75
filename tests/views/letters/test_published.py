"""What the office gives away: whole in itself, the same from the page and from the console."""

import io
import re
from zipfile import ZipFile

from pst.models.letters.letters import Letter
from pst.rules.review.workflow import Status
from tests.factories import PRESS, a_submission, user

NAMES = ["verifikasi.html", "daftar-surat.html", "daftar-surat.csv", "kunci-verifikasi.txt"]


def test_the_folder_needs_nothing_from_anywhere_and_names_nobody(browse, monday):
    letter = Letter.issued_of(a_submission(Status.ISSUED))

    with ZipFile(io.BytesIO(browse(user("petugas")).get("/petugas/surat").click("halaman verifikasi").body)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}

    assert list(files) == NAMES and files["kunci-verifikasi.txt"].split() == list(PRESS.keys.published)
    for name in NAMES[:3]:
        assert letter.number in files[name] and not re.search("Dewi|Ratna|Budi", files[name])
    for page in (files["verifikasi.html"], files["daftar-surat.html"]):
        assert not re.search(r'(?:src|href)="(?!#|mailto:)|url\("(?!data:)|@import', page)
