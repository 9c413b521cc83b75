"""The first steps of a new office, each with whether the facts say that it is done."""

from datetime import date
from typing import NamedTuple

from flask import url_for

from pst.actions.office import backup
from pst.config import Config, opens_elsewhere
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.letters.book_years import BookYear
from pst.models.letters.signatories import Signatory
from pst.models.office.agencies import Agency
from pst.models.office.holidays import HolidayRow
from pst.models.office.kiosks import Kiosk
from pst.rules.office.kiosks import ANYBODY
from pst.web.instance import the_office


class FirstStep(NamedTuple):
    """One thing a new office sets up; `url` is where, "" where it is a setting of the machine."""

    title: str
    done: bool
    how: str
    url: str = ""


def first_steps(config: Config, today: date) -> list[FirstStep]:
    """Every step with whether it is done, in the order they are best taken."""
    return [
        *_of_the_machine(config),
        *_of_the_letters(today),
        *_of_the_people(),
        *_of_the_desk(config),
        *_of_the_care(config),
    ]


def _of_the_machine(config: Config) -> list[FirstStep]:
    address = f"Sekarang {config.site}. Isi PST_BASE_URL dengan alamat yang dapat dibuka dari komputer lain."
    mail = (
        "Kirim surel uji kepada Anda sendiri."
        if config.smtp
        else "Isi PST_SMTP dan PST_MAIL_FROM; tanpa itu surel hanya disimpan sebagai berkas."
    )
    tried = Event.latest("email", "uji") is not None
    return [
        FirstStep("Alamat yang dapat dibuka orang lain", opens_elsewhere(config.site), address),
        FirstStep("Surel keluar", bool(config.smtp) and tried, mail),
    ]


def _of_the_letters(today: date) -> list[FirstStep]:
    year, known = today.year, set(HolidayRow.years())
    signs, book = Signatory.on(today), BookYear.of(year)
    return [
        FirstStep(
            "Penanda tangan surat",
            signs is not None,
            "Catat pejabat yang menandatangani.",
            url_for("signatories.index"),
        ),
        FirstStep(f"Buku surat tahun {year}", book is not None, "Kepala menyatakan di mana nomor surat dicatat."),
        FirstStep(
            f"Hari libur {year} dan {year + 1}",
            {year, year + 1} <= known,
            "Isi dari keputusan bersama.",
            url_for("holidays.index"),
        ),
    ]


def _of_the_people() -> list[FirstStep]:
    agencies = url_for("agencies.index")
    people = "Sedikitnya seorang petugas dan seorang Kepala."
    ready = bool(User.officer_names()) and User.heads().exists()
    return [
        FirstStep("Instansi", bool(Agency.choices()), "Daftar instansi yang dipilih pemohon.", agencies),
        FirstStep("Orang", ready, people, url_for("people.index")),
    ]


def _of_the_desk(config: Config) -> list[FirstStep]:
    ready = bool(config.kiosk_networks) or Kiosk.is_any_paired() or the_office().kiosk_access == ANYBODY
    how = "Pasangkan perangkat di ruang pelayanan; sampai itu siapa pun di jaringan dapat mengambil nomor."
    return [FirstStep("Kios buku tamu", ready, how, url_for("kiosks.index"))]


def _of_the_care(config: Config) -> list[FirstStep]:
    made = backup.last_made(config.folder) is not None
    return [
        FirstStep(
            "Cadangan", made, "Buat cadangan pertama, dan simpan salinannya di tempat lain.", url_for("office.backups")
        )
    ]
