"""The administrator's rooms: the page that leads to all, the logs, the backups. Settings: `test_office_settings.py`."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from pst.actions import audit, lists
from pst.actions.accounts import accounts, registration
from pst.actions.letters.signatories import SIGNATORIES
from pst.actions.office import holidays, office
from pst.actions.office.agencies import AGENCIES
from pst.models.accounts.users import User
from pst.models.audit import Event, Look
from pst.models.base import write
from pst.models.letters.signatories import Signatory
from pst.models.office.agencies import Agency
from pst.models.office.holidays import HolidayRow
from pst.rules.calendar import Holiday
from pst.rules.office.office import GROUPS
from pst.rules.roles import Role
from tests.browsing import flash
from tests.factories import WHEN, a_user, user

ROOM = "/petugas/kantor"
pytestmark = pytest.mark.usefixtures("monday")


@pytest.mark.parametrize("slug", ["pengguna", "instansi", "penanda-tangan", "hari-libur", "kalimat"])
def test_every_list_of_the_office_has_its_room(admin, slug):
    assert admin.get(ROOM).click(href=f"^{ROOM}/{slug}$", index=0).request.path == f"{ROOM}/{slug}"


def test_every_group_of_settings_has_its_room(admin):
    rooms = {link.get_text(): link["href"] for link in admin.get(ROOM).html.select(".pst-item h3 a")}

    titles = {group.title for group in GROUPS.values()}
    assert titles <= set(rooms)
    assert {title: admin.get(rooms[title]).html.h1.get_text(strip=True) for title in titles} == {t: t for t in titles}


class TestFirstPage:
    """What asks for attention stands first."""

    def attention(self, admin) -> list[str]:
        return [line.get_text(" ", strip=True) for line in admin.get(ROOM).html.select(".pst-notice li")]

    def test_a_fresh_office_is_told_what_is_missing(self, admin):
        with write():
            Signatory.delete().execute()
            HolidayRow.delete().where(HolidayRow.day > WHEN.date()).execute()
            registration.find_or_propose(None, "Dinas Usulan")

        assert self.attention(admin) == [
            "1 instansi diusulkan pemohon dan menunggu persetujuan.",
            "Tidak ada pejabat penanda tangan yang berlaku hari ini; surat tidak dapat diterbitkan.",
            "Hari libur 2027 belum diisi; batas waktu dapat keliru.",
            "2 Kepala atau administrator masuk dengan kata sandi saja; faktor keduanya wajib mulai 31 Desember 2099. "
            "Ubah harinya .",
            "Data belum pernah dicadangkan.",
        ]

    @pytest.mark.parametrize("change", [{"roles": frozenset({Role.OFFICER})}, {"active": False}])
    def test_a_signatory_whose_account_cannot_sign_is_pointed_out(self, admin, change):
        said = "Dewi Kepala (Kepala) berlaku sebagai penanda tangan hari ini, tetapi akunnya ditutup"
        assert not any(line.startswith(said) for line in self.attention(admin))

        with write():
            User.update(**change).where(User.id == user("kepala").id).execute()

        assert any(line.startswith(said) for line in self.attention(admin))

    def test_an_office_in_order_is_asked_nothing(self, admin):
        admin.get(f"{ROOM}/cadangan").forms["backup"].submit(status=303)
        with write():
            User.update(second_factor="nyala").where(User.roles.in_(("admin", "head"))).execute()

        assert self.attention(admin) == []
        assert "Hari ini: Dewi Kepala (Kepala)" in admin.get(ROOM)


class TestLog:
    """Everything that was done, in words."""

    def lines(self, page) -> list[str]:
        return [" ".join(row.get_text(" ").split()) for row in page.html.select("#kejadian tr")]

    def test_an_empty_log_says_so(self, admin):
        assert "Tidak ada kejadian" in admin.get(f"{ROOM}/riwayat?jenis=backup")

    def test_things_are_called_by_their_names_and_changes_told_from_what_to_what(self, admin):
        agency = Agency.get(Agency.name.startswith("Dinas Sosial"))
        lists.change(AGENCIES, agency, {"phone": "(0561) 1"}, user("admin"), WHEN)
        accounts.close_user(user("petugas2"), user("admin"), WHEN, "Pindah tugas")
        office.change_settings("clock", {"promise_days": "10"}, user("admin"), WHEN)
        holidays.add_holiday(Holiday(WHEN.date(), "Pilkades", "local"), user("admin"), WHEN)

        lines = self.lines(admin.get(f"{ROOM}/riwayat"))

        assert [line.partition("WIB ")[2] for line in lines] == [
            "Agus Administrator Ditambahkan Hari libur 23 November 2026 Rincian kejadian 4 "
            "Nama Pilkades Jenis Libur lokal Kantor tutup ya Keputusan –",
            "Agus Administrator Diubah Pengaturan Janji layanan (hari kerja) Rincian kejadian 3 Perubahan 14 → 10",
            "Agus Administrator Akun ditutup Akun Bayu Petugas Pindah tugas",
            "Agus Administrator Diubah Instansi Dinas Sosial Kabupaten Mempawah Rincian kejadian 1 "
            "Telepon – → (0561) 1",
        ]

    def test_what_has_gone_is_called_as_it_was(self, admin):
        head = Signatory.get()
        lists.remove(SIGNATORIES, head, user("admin"), WHEN)

        assert "Dihapus Penanda tangan Dewi Kepala" in self.lines(admin.get(f"{ROOM}/riwayat"))[0]

    def test_it_is_narrowed_in_the_address(self, admin):
        with write():
            audit.record("setting", "promise_days", "change", user("admin"), WHEN)
            for name in ("petugas", "kepala"):
                audit.record("account", str(user(name).id), "change", user("admin"), WHEN)

        kind = admin.get(f"{ROOM}/riwayat?jenis=account")
        one = admin.get(f"{ROOM}/riwayat?jenis=account&nomor={user('petugas').id}")

        assert (len(self.lines(kind)), len(self.lines(admin.get(f"{ROOM}/riwayat?jenis=apa")))) == (2, 3)
        assert ["Sinta Petugas" in line for line in self.lines(one)] == [True]
        piece = admin.get(f"{ROOM}/riwayat", headers={"HX-Request": "true"})
        assert piece.text.lstrip().startswith('<div id="events">')


class TestLooks:
    """Who opened personal data."""

    def test_without_any_the_page_says_when_there_will_be(self, admin):
        assert "Belum ada akses yang tercatat" in admin.get(f"{ROOM}/akses")

    def test_each_names_who_what_and_why_and_leads_to_all_of_the_same(self, admin):
        admin.get(f"{ROOM}/pengguna/{user('pemohon').id}")
        audit.record_look(user("petugas"), "contact REK-6104-2026-0001", WHEN, "Menghubungi pemohon")

        page = admin.get(f"{ROOM}/akses")
        rows = [" ".join(row.get_text(" ").split()).partition("WIB ")[2] for row in page.html.select("#akses tr")]

        assert rows == [
            "Sinta Petugas Kontak pemohon REK-6104-2026-0001 Menghubungi pemohon",
            "Agus Administrator Akun Ratna Pemohon Mengelola akun",
        ]
        only = page.click("Akun Ratna Pemohon")
        assert len(only.html.select("#akses tr")) == 1
        assert len(only.click("Tampilkan semua akses").html.select("#akses tr")) == 2


class TestBackups:
    """Copies made with a button."""

    def test_without_any_the_page_says_how(self, admin):
        assert "Belum ada cadangan" in admin.get(f"{ROOM}/cadangan")

    def test_one_is_made_listed_and_noted(self, admin, config):
        page = admin.get(f"{ROOM}/cadangan").forms["backup"].submit(status=303).follow()

        (folder,) = (Path(config.instance) / "backups").iterdir()
        assert folder.name == "manual-2026-11-23-120000"
        assert f"Cadangan {folder.name} dibuat" in flash(page)
        assert page.html.select_one("#cadangan th").text == folder.name
        assert Event.last().noun == "backup"

    def test_only_a_sealed_one_is_taken_away_and_whoever_takes_it_is_remembered(self, admin, config):
        at = f"{ROOM}/cadangan"
        folder = Path(config.instance) / "backups" / "harian-1"
        for sealed in ([], ["age1contoh"]):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "isi").write_bytes(b"segel")
            listed = {"made_at": "2026-11-22T00:00:00", "chain": None, "sealed_to": sealed, "files": {}}
            (folder / "manifest.json").write_text(json.dumps(listed))
            page = admin.get(at)
            assert any(form.action.endswith("/unduh") for form in page.forms.values()) == bool(sealed)

        taken = next(form for form in page.forms.values() if form.action.endswith("/unduh")).submit()

        assert set(zipfile.ZipFile(io.BytesIO(taken.body)).namelist()) == {"harian-1/isi", "harian-1/manifest.json"}
        assert Look.select().order_by(Look.id.desc()).get().what == "backup harian-1"

    def test_one_that_cannot_be_made_says_why(self, admin, config):
        (Path(config.instance) / "backups").write_text("bukan folder")

        page = admin.get(f"{ROOM}/cadangan").forms["backup"].submit(status=303).follow()

        assert "Cadangan tidak dapat dibuat" in flash(page)


def test_the_links_of_the_first_page_lead_somewhere(admin):
    with write():
        a_user("admin2@contoh.test", "Budi Administrator", Role.ADMIN)
    links = [link["href"] for link in admin.get(ROOM).html.main.select("a")]

    assert [admin.get(link).status_int for link in links] == [200] * len(links)
    assert len(links) >= 12
