"""The administrator's rooms."""

import pytest

from tests.factories import user

ROOMS = (
    "", "/pengguna", "/pengguna/baru", "/instansi", "/instansi/baru", "/penanda-tangan", "/penanda-tangan/baru",
    "/hari-libur", "/kalimat", "/kalimat/baru", "/riwayat", "/akses", "/cadangan",
    "/pengaturan/data-kantor", "/pengaturan/jam-layanan", "/pengaturan/surat", "/pengaturan/formulir",
)  # fmt: skip


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_opens(browse, room):
    page = browse(user("admin")).get(f"/petugas/kantor{room}")

    assert page.status_int == 200
