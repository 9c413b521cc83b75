"""The guide at its addresses, and the way to it from where the task is done."""

import pytest

from pst.rules.office.guide import GUIDE
from pst.rules.roles import Role
from pst.web.navigation import guide_address
from tests.factories import user


def test_a_page_is_read_at_its_one_address_by_whom_it_helps(anyone, admin, browse):
    head = browse(user("kepala"))
    for page in GUIDE:
        reader = anyone if not page.reader.roles else head if Role.HEAD in page.reader.roles else admin

        shown = reader.get(guide_address(page)).html

        assert shown.h1.get_text() == page.title
        assert len(shown.select("main ol.govuk-list--number > li")) == len(page.steps)
        reader.get(f"{'' if page.reader.roles else '/petugas'}/bantuan/{page.name}", status="*").mustcontain(
            no=page.about
        )


def test_others_do_not_read_the_pages_of_the_staff(anyone, admin, browse):
    admin.get("/petugas/bantuan/mengesahkan", status=404)
    browse(user("petugas")).get("/petugas/bantuan/mengesahkan", status=404)
    browse(user("pemohon")).get("/petugas/bantuan/mengesahkan", status=404)
    assert anyone.get("/petugas/bantuan/mengesahkan", status=303).location.startswith("/masuk")


def test_the_first_page_counts_the_questions(anyone):
    told = anyone.get("/bantuan/sebelum-mulai").html.main.get_text()

    assert "10 bagian dengan paling banyak 7" in told
    assert "paling lambat 14 hari kerja" in told


@pytest.mark.parametrize(
    ("who", "place", "page"),
    [
        ("", "/", "/bantuan"),
        ("", "/lacak", "/bantuan/melacak"),
        ("", "/formulir", "/bantuan/sebelum-mulai"),
        ("pemohon", "/permohonan/baru", "/bantuan/mengisi"),
        ("petugas", "/petugas", "/petugas/bantuan/memeriksa"),
        ("kepala", "/petugas/surat/pelaksana", "/petugas/bantuan/pelaksana-harian"),
        ("petugas", "/petugas/surat", "/petugas/bantuan/buku-surat"),
        ("petugas", "/katalog", "/bantuan/sebelum-mulai"),
        ("admin", "/petugas/kantor/cadangan", "/petugas/bantuan/cadangan"),
        ("admin", "/petugas/kantor", "/petugas/bantuan/memulai-kantor"),
    ],
)
def test_help_leads_to_the_page_of_the_place(who, place, page, anyone, browse):
    shown = (browse(user(who)) if who else anyone).get(place)

    assert shown.html.select_one(".pst-nav__help a")["href"] == page


def test_the_index_shows_each_their_own(anyone, admin):
    assert anyone.get("/bantuan").html.select_one("main h2").get_text() == "Pemohon rekomendasi"
    assert "Memasangkan kios" in admin.get("/bantuan").html.main.get_text()
    assert "Memasangkan kios" not in anyone.get("/bantuan").html.main.get_text()
