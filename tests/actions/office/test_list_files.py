"""Lists of agencies and people: every row is looked over, then all are taken or none."""

import pytest

from pst.actions.office import list_files
from pst.actions.office.list_files import AGENCY_LIST, PEOPLE_LIST
from pst.exchange.lists import ListRefused
from pst.models.accounts.users import User
from pst.models.emails import Email
from pst.models.office.agencies import Agency
from pst.rules.refusals import Refusal
from pst.rules.roles import Role
from tests.factories import WHEN, user

AGENCIES = b"""Daftar OPD;;
Nama OPD;Alamat;Telp;E-mail
Dinas Perikanan;Jl. Pelabuhan;0561 691000;ikan@mempawahkab.go.id
dinas kesehatan kabupaten mempawah;;;
"""
PEOPLE = b"""Nama Lengkap,Surel,Peran,Instansi,Jabatan
Sri Rahayu,sri@bps.go.id,"Petugas, Kepala",,Statistisi
Budi,budi@mempawahkab.go.id,,Dinas Kesehatan Kabupaten Mempawah,Analis
Admin Lama,admin@contoh.test,admin,,
"""


def take(kind, content: bytes):
    return list_files.take(kind, content, user("admin"), WHEN)


def test_agencies_of_a_list_with_a_title_are_taken_once(db):
    first, again = take(AGENCY_LIST, AGENCIES), take(AGENCY_LIST, AGENCIES)

    assert [(len(found.new), len(found.known)) for found in (first, again)] == [(1, 1), (0, 2)]
    taken = Agency.named("Dinas Perikanan")
    assert (taken.address, taken.phone, taken.active, taken.approved) == ("Jl. Pelabuhan", "0561 691000", True, True)


def test_people_get_their_roles_and_an_invitation(db):
    found = take(PEOPLE_LIST, PEOPLE)

    assert ([row.values["email"] for row in found.new], len(found.known)) == (
        ["sri@bps.go.id", "budi@mempawahkab.go.id"],
        1,
    )
    sri, budi = (User.get(User.email == row.values["email"]) for row in found.new)
    assert (sri.roles, budi.roles, Agency.find(budi.agency_id).name) == (
        {Role.OFFICER, Role.HEAD},
        {Role.APPLICANT},
        "Dinas Kesehatan Kabupaten Mempawah",
    )
    assert {mail.to for mail in Email.select().where(Email.kind == "invitation")} == {sri.email, budi.email}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Ani,ani,petugas,", "Alamat surel: Tulis alamat surel lengkap"),
        ("Ani,ani@x.go.id,juru kunci,", "Peran juru kunci tidak dikenal"),
        ("Ani,ani@x.go.id,,Dinas Entah", "Instansi “Dinas Entah” belum ada"),
        ("Ani,ani@x.go.id,,", "Peran belum diisi."),
        (",ani@x.go.id,petugas,", "Nama lengkap: "),
        ("Ani,ani@x.go.id,pemohon,", "Instansi pemohon belum diisi."),
        ("Ani,BARU@x.go.id,petugas,", "Sama dengan baris 2."),
    ],
)
def test_a_row_that_cannot_be_taken_says_why_and_nothing_is(db, row, why):
    content = f"Nama,Surel,Peran,Instansi\nBaru,baru@x.go.id,petugas,\n{row}\n".encode()

    assert list_files.look_over(PEOPLE_LIST, content).unusable[0].why.startswith(why)
    with pytest.raises(Refusal, match="betulkan dahulu baris 3"):
        take(PEOPLE_LIST, content)
    assert not User.select().where(User.email == "baru@x.go.id").exists()


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"nama\n" + b"Dinas Contoh\n" * 1_001])
def test_what_is_no_such_list_is_refused(db, content):
    with pytest.raises(ListRefused):
        list_files.look_over(AGENCY_LIST, content)
