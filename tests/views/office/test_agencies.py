"""The agencies as the administrator keeps them."""

import pytest

from pst.actions.accounts import registration
from pst.actions.office import agencies
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.office.agencies import Agency
from pst.rules.roles import Role
from tests.factories import WHEN, a_user

HEALTH = "Dinas Kesehatan Kabupaten Mempawah"
ROOM = "/petugas/kantor/instansi"


@pytest.fixture
def second(browse, db):
    """Another administrator at another desk."""
    return browse(a_user("admin2@contoh.test", "Budi Administrator", Role.ADMIN))


def a_proposal(name="Dinkes Mempawah") -> Agency:
    with write():
        return registration.find_or_propose(None, name)


def health() -> Agency:
    return Agency.get(Agency.name == HEALTH)


def names_on(page) -> list[str]:
    return [link.text for link in page.html.select("#agencies th a")]


def test_a_new_agency_is_offered_at_once(admin):
    form = admin.get(f"{ROOM}/baru").forms["agency"]
    form["name"], form["leader"], form["phone"] = "Dinas Perikanan", "Kepala Dinas Perikanan", "(0561) 691000"

    page = form.submit(status=303).follow()

    assert page.html.main["data-result"] == "saved"
    assert "Dinas Perikanan ditambahkan." in page
    assert names_on(page) == [HEALTH, "Dinas Perikanan", "Dinas Sosial Kabupaten Mempawah"]


def test_a_name_that_is_taken_is_refused_at_its_field(admin):
    form = admin.get(f"{ROOM}/baru").forms["agency"]
    form["name"] = HEALTH.upper()

    link = form.submit(status=422).html.select_one("#error-summary a")

    assert (link["href"], link.text) == ("#name", f"Instansi “{HEALTH}” sudah ada.")


def test_an_agency_is_corrected_and_taken_out_of_use(admin):
    form = admin.get(f"{ROOM}/{health().id}").forms["agency"]
    form["address"], form["active"] = "Jalan Baru 1", False

    page = form.submit(status=303).follow()

    assert (health().address, health().active) == ("Jalan Baru 1", False)
    assert "Tidak dipakai" in page.html.select("#agencies tr")[-1].text


def test_the_list_is_searched_by_words_with_and_without_script(admin):
    whole = admin.get(f"{ROOM}?cari=mempawah sosial")
    piece = admin.get(f"{ROOM}?cari=sosial", headers={"HX-Request": "true"})

    assert names_on(whole) == names_on(piece) == ["Dinas Sosial Kabupaten Mempawah"]
    assert piece.text.lstrip().startswith('<div id="agencies">')
    assert "Tidak ada yang cocok" in admin.get(f"{ROOM}?cari=%25")


def test_a_proposal_is_approved_with_one_button(admin):
    proposed = a_proposal("Dinas Perikanan")

    page = admin.get(ROOM)
    assert names_on(page) == [HEALTH, "Dinas Sosial Kabupaten Mempawah"]
    buttons = page.html.select_one(f"#proposed-{proposed.id} form")
    page = admin.post(
        buttons["action"], {field["name"]: field["value"] for field in buttons.select("input")}, status=303
    ).follow()

    assert "Dinas Perikanan masuk dalam daftar instansi." in page
    assert (Agency.find(proposed.id).approved, "Diusulkan pemohon" in page) == (True, False)


def test_a_proposal_we_have_already_is_merged(admin):
    proposed = a_proposal()
    newcomer = a_user("baru@contoh.test", "Baru Pemohon", Role.APPLICANT, agency=proposed)
    form = admin.get(ROOM).forms[f"merge-{proposed.id}"]

    without = form.submit(status=303).follow()
    assert "Pilih instansi tujuan penggabungan." in without
    form = without.forms[f"merge-{proposed.id}"]
    form["into"] = str(health().id)
    page = form.submit(status=303).follow()

    assert f"Dinkes Mempawah digabungkan ke {HEALTH}; 1 akun ikut pindah." in page
    assert User.get_by_id(newcomer.id).agency_id == health().id


def test_whoever_comes_late_to_a_merged_proposal_is_told_by_whom(admin, second):
    proposed = a_proposal()
    page = admin.get(ROOM)
    late = page.html.select_one(f"#proposed-{proposed.id} form")
    agencies.merge_agency(proposed, health(), User.get(User.email == "admin2@contoh.test"), WHEN)

    buttons = {field["name"]: field["value"] for field in late.select("input")}
    tries = (
        lambda: admin.post(late["action"], buttons, status=303),
        lambda: page.forms[f"merge-{proposed.id}"].submit(status=303),
        lambda: admin.get(f"{ROOM}/{proposed.id}", status=303),
    )

    told = f"“Dinkes Mempawah” sudah digabungkan ke {HEALTH} oleh Budi Administrator."
    assert [told in late_try().follow().text for late_try in tries] == [True] * 3


def test_a_proposal_that_never_was_is_not_found(admin):
    token = admin.get(ROOM).html.select_one("input[name=csrf_token]")["value"]

    for verb in ("setujui", "gabung"):
        admin.post(f"{ROOM}/99/{verb}", {"csrf_token": token}, status=404)
