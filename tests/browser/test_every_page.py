"""Every page of every role: nothing keeps anybody out, is cut off on a small phone, breaks, or asks another host."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from tests.browser.crawling import kind_of, pages
from tests.browser.instruments import new_violations
from tests.browser.walking import sign_in

SCREENS = (320, 1280)


@dataclass(frozen=True)
class Tour:
    """What one person is shown, or a part of it, so that the parts can be walked side by side."""

    name: str
    who: str
    starts: tuple[str, ...]
    within: str
    """Expression that addresses of this part match."""
    least: frozenset[str]
    """Pages that must be among them: a tour that gets nowhere proves nothing."""


CASE = "/petugas/permohonan/<number>"
MINE = "/permohonan/<number>"
TOURS = (
    Tour(
        "anyone",
        "",
        ("/",),
        "/",
        frozenset(
            {"/daftar", "/masuk", "/formulir", "/katalog/<identity>", "/verifikasi", "/lacak", "/buku-tamu"}
            | {f"/pengaduan{page}" for page in ("", "/baru", "/lacak", "/jawaban")}
        ),
    ),
    Tour(
        "applicant",
        "pemohon3",
        ("/permohonan",),
        "/$|/akun|/permohonan(/baru.*)?$",
        frozenset({"/akun", "/permohonan/baru", "/permohonan/baru/berkas"}),
    ),
    Tour(
        "applicant with a draft",
        "pemohon3",
        ("/permohonan",),
        MINE,
        frozenset({f"{MINE}/blok/{block}" for block in (0, 1, 2, 3, 4, 6, 7, 8, 9)} | {f"{MINE}/periksa"}),
    ),
    Tour("applicant with a letter", "pemohon1", ("/permohonan",), f"{MINE}(?!/blok)", frozenset({f"{MINE}/surat"})),
    Tour(
        "officer",
        "petugas2",
        ("/petugas", "/petugas/loket?ganti=1", "/petugas/tamu?semua=1", "/sandi-baru"),
        rf"/$|/katalog|/formulir|/petugas(?!{CASE[8:]})",
        frozenset(
            {"/petugas/permohonan", "/petugas/permohonan/baru", "/petugas/surat/<id>", "/petugas/surel/<id>"}
            | {f"/petugas/tamu{page}" for page in ("/<number>", "/baru", "/laporan")}
            | {f"/petugas/pengaduan{page}" for page in ("/baru", "/rekap", "/papan", "/kotak/<number>")}
            | {f"/petugas/pengaduan/<number>/{page}" for page in ("langkah/escalate", "terlapor")}
        ),
    ),
    Tour(
        "officer with a case",
        "petugas2",
        ("/petugas",),
        CASE,
        frozenset({f"{CASE}?lihat={part}" for part in ("isian", "evaluasi", "jam", "riwayat", "surat")}),
    ),
    Tour(
        "head",
        "kepala",
        ("/petugas",),
        rf"/$|/petugas$|/petugas/surat(/<id>.*)?$|{CASE}(/pengesahan)?$",
        frozenset({f"{CASE}/pengesahan", "/petugas/surat/<id>/ganti", "/petugas/surat/<id>/cabut"}),
    ),
    Tour(
        "administrator",
        "admin",
        ("/petugas/kantor",),
        "/$|/petugas",
        frozenset(
            {f"/petugas/kantor/{room}" for room in ("pengguna/<id>", "instansi/<id>", "hari-libur/<day>", "riwayat")}
        ),
    ),
)


@pytest.mark.parametrize("tour", TOURS, ids=lambda tour: tour.name)
def test_every_page_is_open_to_all_and_whole_on_a_phone(tour: Tour, window: Callable[..., Page], site: str):
    page = window()
    if tour.who:
        sign_in(page, f"{tour.who}@contoh.test")

    seen = {kind: faults(page) for kind in pages(page, site, tour.starts, tour.within)}

    assert {kind: found for kind, found in seen.items() if found} == {}
    assert tour.least <= seen.keys()


def faults(page: Page) -> list[str]:
    """What axe finds and how far the screen is run out of, first in the size that the window has."""
    found = []
    for width in sorted(SCREENS, key=lambda width: width != page.viewport_size["width"]):
        page.set_viewport_size({"width": width, "height": 740})
        reach = page.evaluate("document.documentElement.scrollWidth")
        found += new_violations(page) + ([f"{reach} px wide on {width} px"] if reach > width else [])
    return found


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/permohonan/REK-6104-2026-0012/blok/3", "/permohonan/<number>/blok/3"),
        ("/petugas/permohonan/REK-6104-2026-0012?lihat=jam", "/petugas/permohonan/<number>?lihat=jam"),
        ("/petugas/pengaduan/ADU-2026-0012/langkah/verify", "/petugas/pengaduan/<number>/langkah/verify"),
        ("/petugas/surat/12/ganti", "/petugas/surat/<id>/ganti"),
        ("/petugas/kantor/hari-libur/2026-12-25", "/petugas/kantor/hari-libur/<day>"),
        ("/katalog/K-26.6104.001", "/katalog/<identity>"),
        ("/petugas/permohonan?keadaan=draft", "/petugas/permohonan"),
    ],
)
def test_pages_of_one_kind_share_a_name(address: str, kind: str):
    assert kind_of(address) == kind
