"""The people and agencies of the example office. Every name is invented; every mailbox leads nowhere."""

from datetime import date, datetime

from pst.actions import lists
from pst.actions.accounts.accounts import create_user
from pst.actions.letters.signatories import SIGNATORIES
from pst.actions.office.agencies import AGENCIES
from pst.demo.activities.economy import FARMING, FARMING_ADDRESS, FARMING_HEAD, TRADE, TRADE_ADDRESS, TRADE_HEAD
from pst.demo.activities.society import CIVIL_REGISTRY, EDUCATION, HEALTH
from pst.demo.activities.surroundings import DISASTERS
from pst.models.accounts.users import User
from pst.models.office.agencies import Agency
from pst.rules.office.areas import DISTRICTS
from pst.rules.privacy import NOTICE_VERSION
from pst.rules.roles import Role

SERVED = (
    (EDUCATION, "", "Kepala Dinas Pendidikan, Pemuda, Olahraga dan Pariwisata"),
    (HEALTH, "", "Kepala Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana"),
    (FARMING, FARMING_ADDRESS, FARMING_HEAD),
    (TRADE, TRADE_ADDRESS, TRADE_HEAD),
    (CIVIL_REGISTRY, "", "Kepala Dinas Kependudukan dan Pencatatan Sipil"),
    ("Dinas Komunikasi dan Informatika Kabupaten Mempawah", "", "Kepala Dinas Komunikasi dan Informatika"),
    ("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Mempawah", "Jalan Chandramidi, "
     "Mempawah",
     "Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"),
    ("Bagian Tata Pemerintahan Sekretariat Daerah Kabupaten Mempawah", "", "Kepala Bagian Tata Pemerintahan"),
    (DISASTERS, "", "Kepala Badan Penanggulangan Bencana Daerah"),
    *((f"Kantor Camat {name} Kabupaten Mempawah", "", f"Camat {name}") for name, _ in DISTRICTS.values()),
)  # fmt: skip
"""(name, address, its head): the agencies known for certain; others are proposed by applicants."""

STAFF = (
    ("admin", "Fitri Rekaan, A.Md.", (Role.ADMIN,), "Pranata Komputer"),
    ("kepala", "Yusuf Rekaan, S.ST., M.Si.", (Role.HEAD,), "Kepala BPS Kabupaten Mempawah"),
    ("petugas1", "Maya Rekaan, S.Tr.Stat.", (Role.OFFICER,), "Statistisi Ahli Pertama"),
    ("petugas2", "Hendra Rekaan, S.ST.", (Role.OFFICER,), "Statistisi Ahli Muda"),
    ("petugas3", "Lestari Rekaan, S.Si.", (Role.OFFICER,), "Pelaksana Pelayanan Statistik Terpadu"),
)
APPLICANTS = (
    ("pemohon1", "Ratna Rekaan, S.K.M.", HEALTH, "Kepala Subbagian Perencanaan dan Data"),
    ("pemohon2", "Joko Rekaan, S.E.", TRADE, "Analis Perdagangan"),
    ("pemohon3", "Wulan Rekaan, S.P.", FARMING, "Kepala Subbagian Rencana Kerja"),
    ("pemohon4", "Dimas Rekaan, S.Kom.", EDUCATION, "Pengelola Data Pendidikan"),
)


def mailbox(name: str) -> str:
    """petugas1@contoh.test"""
    return f"{name}@contoh.test"


def settle(password: str, day: date, at: datetime) -> dict[str, User]:
    """Agencies, accounts and the signatory of the office.

    The people by their short names. Only inside `write()`.
    """
    agencies = {
        name: lists.add(AGENCIES, {"name": name, "address": address, "leader": leader}, None, at)
        for name, address, leader in SERVED
    }
    people = {
        short: create_user(name, mailbox(short), roles, None, None, at, position=position, password=password)
        for short, name, roles, position in STAFF
    }
    people |= {
        short: _applicant(short, name, agencies[agency], position, password, at)
        for short, name, agency, position in APPLICANTS
    }
    _appoint(people["kepala"], day, at)
    User.update(notice_version=NOTICE_VERSION, notice_at=at).execute()
    return people


def _applicant(short: str, name: str, agency: Agency, position: str, password: str, at: datetime) -> User:
    return create_user(
        name, mailbox(short), [Role.APPLICANT], agency, None, at, position=position, phone="0812 5555 0100",
        password=password,
    )  # fmt: skip


def _appoint(head: User, day: date, at: datetime) -> None:
    term = {"starts": day, "ends": None, "mandate": "Keputusan contoh Nomor 1"}
    signs = {"user": head.id, "kind": "kepala", "name": head.name, "rank": "Pembina (IV/a)", "nip": ""}
    lists.add(SIGNATORIES, signs | term, None, at)
