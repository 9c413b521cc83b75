"""A form that two people work on, each in the own browser."""

import pytest

from pst.actions.submissions import together
from pst.models.emails import Email
from pst.rules.submissions.hats import APPROVE, READ, WRITE
from tests.browsing import flash
from tests.factories import WHEN, a_draft, an_applicant, attach, user
from tests.views.accounts.test_registration import PASSWORD, confirmed, fill, link


def invite(owner, number, may, email="pemohon2@contoh.test"):
    form = owner.get(f"/permohonan/{number}/rekan").forms["invite"]
    form["email"], form["may"] = email, may
    return form.submit(status=303).follow()


def test_a_superior_approves_and_only_then_it_is_sent(browse):
    number = a_draft().number
    owner, superior = browse(an_applicant()), browse(user("pemohon2"))
    superior.get(f"/permohonan/{number}", status=404)
    page = owner.get(f"/permohonan/{number}").click("Undang rekan")
    page.forms["invite"].submit(status=422)
    assert "Undangan dikirim ke pemohon2@contoh.test" in flash(invite(owner, number, APPROVE))

    check = owner.get(f"/permohonan/{number}/periksa")
    assert "dikirim sesudah disetujui pemohon2@contoh.test" in check
    assert "menunggu persetujuan" in flash(check.forms["send"].submit(status=303).follow())

    shared = superior.get("/permohonan").click(href="bersama")
    shared.forms["object"].submit(status=422)
    shared.forms["object"]["reason"] = "Tujuan khususnya belum ada."
    assert "pemohonnya dikabari" in flash(shared.forms["object"].submit(status=303).follow())
    for page in ("", "/periksa", "/rekan"):
        assert "Tujuan khususnya belum ada." in owner.get(f"/permohonan/{number}{page}")
    shared = superior.get(f"/permohonan/{number}/bersama")
    assert "Persetujuan Anda dicatat" in flash(shared.forms["approve"].submit(status=303).follow())
    assert "Disetujui" in owner.get(f"/permohonan/{number}/rekan")
    assert owner.get(f"/permohonan/{number}/periksa").forms["send"].submit(status=303).follow().status_int == 200
    assert "approve" not in superior.get(f"/permohonan/{number}/bersama").forms


def test_a_colleague_fills_in_beside_the_applicant_and_both_keep_their_words(browse):
    draft = a_draft()
    owner, colleague = browse(an_applicant()), browse(user("pemohon2"))
    invite(owner, draft.number, WRITE)
    address = f"/permohonan/{draft.number}/blok/3"
    mine, theirs = (browser.get(address).forms["block"] for browser in (owner, colleague))

    mine["tujuan_kegiatan"] = "Menghasilkan angka stunting menurut kecamatan, kata pemohon."
    mine.submit("_stay", status=303)
    theirs["tujuan_kegiatan"] = "Menghasilkan angka stunting menurut desa, kata rekan."
    refused = theirs.submit("_stay", status=422)

    assert "kata pemohon." in refused
    assert "kata rekan." in refused
    for room in ("lapangan", "serupa"):
        colleague.get(f"/permohonan/{draft.number}/{room}", status=200)
    led = colleague.get(f"/permohonan/{draft.number}", status=303)
    assert led.location == f"/permohonan/{draft.number}/bersama"


def test_somebody_without_an_account_registers_and_arrives_at_the_form(browse, anyone):
    number = a_draft().number
    invite(browse(an_applicant()), number, READ, "sari@contoh.test")

    door = anyone.get(Email.get(Email.kind == "shared").facts["path"], status=303).follow()
    register = anyone.get(door.html.select_one('main a[href^="/daftar"]')["href"])
    fill(register.forms["register"]).submit(status=303)
    entrance = confirmed(anyone.get(link())).forms["sign-in"]
    entrance["email"], entrance["password"] = "sari@contoh.test", PASSWORD

    assert entrance.submit(status=303).location == f"/permohonan/{number}/bersama"
    assert "Anda diundang untuk: membaca" in anyone.get(f"/permohonan/{number}/bersama")


def test_whoever_only_reads_meets_nothing_but_the_answers_and_their_files(browse):
    draft = a_draft()
    together.invite(draft, "pemohon2@contoh.test", READ, an_applicant(), WHEN)
    reader = browse(user("pemohon2"))

    shown = reader.get(f"/permohonan/{draft.number}/bersama")

    assert draft.title in shown
    assert draft.code not in shown
    assert {"approve", "block"}.isdisjoint(shown.forms)
    for closed in ("blok/1", "surat", "serupa"):
        reader.get(f"/permohonan/{draft.number}/{closed}", status=404)
    for led in ("periksa", "terkirim", "rekan", "langkah/withdraw", "isian.pdf"):
        reader.get(f"/permohonan/{draft.number}/{led}", status=303)
    results = attach(draft, "hasil_kegiatan")
    reader.get(f"/permohonan/{draft.number}/berkas/{results.id}", status=404)
    leave = next(form for form in shown.forms.values() if form.action.endswith("/keluar"))
    assert draft.number not in leave.submit(status=303).follow()


@pytest.mark.parametrize("path", ["rekan", "bersama"])
def test_a_stranger_finds_neither_page(browse, path):
    browse(user("pemohon2")).get(f"/permohonan/{a_draft().number}/{path}", status=404)
