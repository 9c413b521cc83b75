"""How a page of the guide is declared: what for, for whom, and its steps, each with the place where it is done.

What stands between “ and ” is a word of the product, as its button, link or heading says it; a law compares.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pst.rules.roles import Role


@dataclass(frozen=True)
class Reader:
    """Whom a page helps. `roles` may read it; everybody may where there are none."""

    title: str
    roles: frozenset[Role] = frozenset()

    def is_one_of(self, roles: frozenset[Role]) -> bool:
        return not self.roles or bool(self.roles & roles)


APPLICANT = Reader("Pemohon rekomendasi")
VISITOR = Reader("Pengunjung kantor")
COMPLAINANT = Reader("Yang ingin mengadu atau memberi saran")
OFFICER = Reader("Petugas", frozenset({Role.OFFICER, Role.HEAD}))
HEAD = Reader("Kepala", frozenset({Role.HEAD}))
ADMIN = Reader("Administrator", frozenset({Role.ADMIN}))

PLACES: dict[str, str] = {
    "/formulir": "Formulir dan penjelasannya",
    "/katalog": "Katalog",
    "/daftar": "Daftar",
    "/permohonan": "Permohonan saya",
    "/permohonan/baru": "Permohonan baru",
    "/permohonan/baru/berkas": "Unggah formulir XLSX",
    "/lacak": "Lacak",
    "/verifikasi": "Periksa surat",
    "/buku-tamu": "Buku tamu",
    "/antrean": "Papan antrean",
    "/pengaduan": "Pengaduan dan saran",
    "/pengaduan/baru": "Sampaikan pengaduan atau saran",
    "/pengaduan/lacak": "Buka percakapan dengan kode",
    "/petugas": "Pekerjaan",
    "/petugas/surat": "Register surat",
    "/petugas/surat/catat": "Catat surat keluar",
    "/petugas/surat/buku/impor": "Ambil buku surat lama",
    "/petugas/surat/pelaksana": "Tetapkan Plh. atau Plt.",
    "/petugas/pengaduan": "Pengaduan",
    "/petugas/pengaduan/kotak": "Kotak saran",
    "/petugas/loket": "Loket",
    "/petugas/loket/jadwal": "Jadwal dan jam",
    "/petugas/tamu/baru": "Isikan untuk tamu",
    "/petugas/kantor": "Kantor",
    "/petugas/kantor/mulai": "Langkah awal kantor",
    "/petugas/kantor/pengguna": "Pengguna",
    "/petugas/kantor/instansi": "Instansi",
    "/petugas/kantor/hari-libur": "Hari libur",
    "/petugas/kantor/penanda-tangan": "Penanda tangan",
    "/petugas/kantor/cadangan": "Cadangan",
    "/petugas/kantor/kios": "Kios buku tamu",
}
"""Address → its name, for every place that a step leads to."""


@dataclass(frozen=True)
class Step:
    """One sentence, and the address where it is done; "" where it is done on the page of the step before."""

    text: str
    where: str = ""

    @property
    def place(self) -> str:
        return PLACES[self.where]


@dataclass(frozen=True)
class Picture:
    """What one sees there, in the office of examples; `make guide` takes it."""

    alt: str
    template: str
    """The page's own template: once it has another shape, the picture is taken anew."""
    who: str
    """The account of the example that looks; "" for nobody's."""
    way: tuple[str, ...]
    """The address, then what is pressed one after the other (as Playwright finds it)."""
    upper: str = ""
    """What stands at the upper edge; "" for the page's beginning."""


@dataclass(frozen=True)
class Page:
    """One task, told in a few steps."""

    name: str
    """Its part of the address."""
    title: str
    reader: Reader
    about: str
    steps: tuple[Step, ...]
    rooms: tuple[str, ...] = ()
    """Blueprints, or single endpoints (`review.show`, `review.show?evaluasi`), whose pages lead here."""
    ready: tuple[str, ...] = ()
    """What to have at hand."""
    example: tuple[tuple[str, str], ...] = ()
    """(question of the form, an answer that serves): a few, as a pattern."""
    picture: Picture | None = None

    def with_facts(self, facts: Mapping[str, int]) -> "Page":
        """The page with the numbers it names, as the form and the office have them today."""
        steps = tuple(replace(step, text=step.text.format(**facts)) for step in self.steps)
        return replace(self, about=self.about.format(**facts), steps=steps)
