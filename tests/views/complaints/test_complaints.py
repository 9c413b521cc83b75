"""The public pages of complaining, without script: telling, the code, leaving."""

from datetime import date

import pytest
import time_machine

from pst.models.base import FormKey, write
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintFile
from pst.models.complaints.identities import Identity
from pst.models.complaints.publications import Publication
from pst.rules import numbering
from tests.exchange.test_uploads import an_xlsx
from tests.factories import WHEN, an_officer
from tests.factories_complaints import a_complaint, a_manager, a_photo, solve

TEXT = "Saya menunggu dua jam tanpa penjelasan."


def tell(browser, status=303, **typed):
    """Fill the form as it is printed and send it."""
    form = browser.get("/pengaduan/baru").forms["complaint"]
    for name, value in {"text": TEXT, **typed}.items():
        form[name] = value
    return form.submit(status=status)


def code_on(page) -> tuple[str, str]:
    main = page.html.select_one("main")
    return main["data-number"], main["data-code"]


def test_the_first_page_names_every_way_every_promise_and_where_to_go_next(anyone):
    a_manager("petugas2")

    text = " ".join(anyone.get("/pengaduan").html.main.text.split())

    for said in (
        "www.lapor.go.id",
        "ipds6104@bps.go.id",
        "+6283852509777",
        "@bpskabmempawah",
        "Kotak saran",
        "Inspektorat Utama",
        "Ombudsman Republik Indonesia",
        "3 hari kerja",
        "14 hari kerja",
        "60 hari kerja",
        "10 hari kerja",
        "Bayu Petugas",
        "Belum ada jawaban yang dipublikasikan",
    ):
        assert said in text, said


def test_one_free_text_becomes_a_confidential_complaint_with_a_code(anyone):
    page = tell(anyone).follow()

    number, code = code_on(page)
    complaint = Complaint.by_code(numbering.hash_code(code))
    assert (page.request.path, complaint.number, complaint.text, complaint.privacy, complaint.channel) == (
        "/pengaduan/kode",
        number,
        TEXT,
        "confidential",
        "web",
    )
    assert (page.html.main["data-result"], complaint.entered_by_id) == ("saved", None)


def test_everything_told_is_kept(anyone):
    told = {
        "kind": "aspiration",
        "topic": "facilities",
        "happened": "Senin pagi",
        "place": "Ruang PST",
        "service": "Data",
        "about": "nobody",
        "who": "",
        "hope": "Kursi",
        "case_number": "REK-1",
    }

    _, code = code_on(tell(anyone, **told).follow())

    complaint = Complaint.by_code(numbering.hash_code(code))
    assert {name: getattr(complaint, name) for name in told if name != "about"} == {
        name: value for name, value in told.items() if name != "about"
    }


def test_the_same_form_sent_twice_shows_the_same_code_again(anyone):
    form = anyone.get("/pengaduan/baru").forms["complaint"]
    form["text"] = TEXT
    form["files"] = [("a.jpg", a_photo())]

    shown = {code_on(form.submit(status=303).follow()) for _ in range(2)}

    assert (len(shown), Complaint.select().count(), ComplaintFile.select().count()) == (1, 1, 1)


def test_a_form_whose_answer_never_came_shows_its_code_when_it_is_sent_again(anyone):
    form = anyone.get("/pengaduan/baru").forms["complaint"]
    form["text"] = TEXT
    first = code_on(form.submit(status=303).follow())
    FormKey.update(result=None).execute()

    assert code_on(form.submit(status=303).follow()) == first
    assert Complaint.select().count() == 1


def test_what_was_stopped_corrected_and_sent_again_is_a_complaint_of_its_own(anyone):
    form = anyone.get("/pengaduan/baru").forms["complaint"]

    codes = []
    for text in (TEXT, f"{TEXT} Waktunya pukul sepuluh."):
        form["text"] = text
        codes.append(code_on(form.submit(status=303).follow())[1])

    told = [Complaint.by_code(numbering.hash_code(code)).text for code in codes]
    assert told == [TEXT, f"{TEXT} Waktunya pukul sepuluh."]


def test_of_an_anonymous_one_no_identity_and_no_hour_is_left_anywhere(anyone, monday):
    _, code = code_on(tell(anyone, privacy="anonymous", name="Wulandari", email="w@rumah.test").follow())
    echo(anyone, code)

    complaint = Complaint.by_code(numbering.hash_code(code))
    assert (Identity.of(complaint), str(complaint.received_at)) == (None, "2026-11-22 17:00:00")
    assert [str(row.at) for row in FormKey.select()] == ["2026-11-23 00:00:00"]


def test_a_refused_form_keeps_what_was_typed(anyone):
    page = tell(anyone, 422, text="  ", place="Loket dua", who="Bu Sinta")

    form = page.forms["complaint"]
    assert (form["place"].value, form["who"].value, page.html.main["data-result"]) == (
        "Loket dua",
        "Bu Sinta",
        "refused",
    )
    assert page.html.select_one("#error-summary a")["href"] == "#text"
    assert page.html.select_one("details[open]") is not None


@pytest.mark.parametrize("content", [b"MZ", an_xlsx()])
def test_a_file_that_tells_on_its_sender_is_refused_and_nothing_is_registered(anyone, content):
    page = tell(anyone, 422, files=[("bukti", content)])

    assert page.html.select_one("#error-summary a")["href"] == "#files"
    assert Complaint.select().count() == 0


def test_a_form_with_a_strange_or_old_challenge_is_offered_again(anyone):
    form = anyone.get("/pengaduan/baru").forms["complaint"]
    form["text"], form["challenge"] = TEXT, "rusak"

    page = form.submit(status=422)

    assert "terbuka terlalu lama" in page.text and page.forms["complaint"]["text"].value == TEXT
    assert page.forms["complaint"].submit(status=303).follow().status_int == 200


def test_a_browser_that_lost_its_cookie_loses_no_word(anyone):
    form = anyone.get("/pengaduan/baru").forms["complaint"]
    form["text"], form["place"] = TEXT, "Loket dua"
    anyone.reset()

    page = form.submit(status=422)

    again = page.forms["complaint"]
    assert (again["text"].value, again["place"].value, Complaint.select().count()) == (TEXT, "Loket dua", 0)
    assert again.submit(status=303).follow().html.main["data-code"]


def test_a_browser_that_lost_its_cookie_can_still_leave(anyone):
    form = anyone.get("/pengaduan/baru").forms["leave-form"]
    anyone.reset()

    assert form.submit(status=303).location.endswith("/katalog")


def test_without_script_one_waits_and_sends_again(strict):
    with time_machine.travel("2026-11-23T05:00Z", tick=False) as clock:
        page = tell(strict, 422)
        assert "Tunggu 20 detik" in page.text and page.forms["complaint"]["text"].value == TEXT
        clock.shift(12)
        page = page.forms["complaint"].submit(status=422)
        assert "Tunggu 8 detik" in page.text
        clock.shift(8)
        assert page.forms["complaint"].submit(status=303).follow().status_int == 200
    assert Complaint.select().count() == 1


def test_with_the_effort_made_nobody_waits(strict):
    form = strict.get("/pengaduan/baru").forms["complaint"]
    form["text"], form["work"] = TEXT, solve(form["challenge"].value, int(form.html.form["data-effort"]))

    assert form.submit(status=303).follow().status_int == 200


def test_a_flood_from_one_address_is_stopped(strict):
    form = strict.get("/pengaduan/baru").forms["complaint"]

    answers = [form.submit(status="*").status_int for _ in range(61)]

    assert answers == [422] * 60 + [429]


def echo(browser, code, last=None):
    form = browser.get("/pengaduan/kode").forms["echo"]
    form["last"] = (last or code[-4:]).lower()
    return form.submit(status="*")


def test_the_way_on_leads_through_four_signs_typed_back(anyone):
    number, code = code_on(tell(anyone).follow())

    assert anyone.get("/pengaduan/selesai").location.endswith("/pengaduan")
    for wrong in ("zzzz", code[:4], " "):
        refused = echo(anyone, code, wrong)
        assert (refused.status_int, refused.html.select_one("#error-summary a")["href"]) == (422, "#last")
        assert refused.html.select_one(".pst-secret__code").text == code
    done = echo(anyone, code).follow()

    assert (number in done.text, code in done.text) == (True, False)
    assert Complaint.by_code(numbering.hash_code(code)).code_confirmed is True
    assert anyone.get("/pengaduan/kode").location.endswith("/pengaduan")
    assert number in anyone.get("/pengaduan/selesai").text  # looked at once more


def test_who_left_before_writing_it_down_is_led_back_to_the_code(anyone):
    number, _ = code_on(tell(anyone).follow())

    page = anyone.get("/pengaduan")

    assert number in page.text
    assert anyone.get("/pengaduan/kode").status_int == 200


def test_the_sheet_shows_code_picture_and_where_to_go(anyone):
    number, code = code_on(tell(anyone).follow())

    sheet = anyone.get("/pengaduan/kode/cetak")

    words = sheet.html.select_one(".pst-sheet").text
    assert (code in words, number in words, "pst.test/pengaduan/lacak" in words) == (True, True, True)
    assert sheet.html.select_one(".pst-sheet img")["src"].startswith("data:image/svg+xml")


@pytest.mark.parametrize("path", ["/pengaduan/kode", "/pengaduan/kode/cetak", "/pengaduan/selesai"])
def test_without_a_code_there_is_nothing_to_show(anyone, path):
    assert anyone.get(path, status=303).location.endswith("/pengaduan")


def test_echoing_without_a_code_leads_to_the_first_page(anyone):
    token = anyone.get("/pengaduan/baru").forms["complaint"]["csrf_token"].value

    assert anyone.post("/pengaduan/kode", {"csrf_token": token, "last": "AAAA"}, status=303).location.endswith(
        "/pengaduan"
    )


def test_leaving_quickly_shows_a_page_that_tells_nothing_and_forgets(anyone):
    page = tell(anyone).follow()
    code_on(page)

    left = page.forms["leave-form"].submit(status=303)

    assert left.location.endswith("/katalog") and "engaduan" not in left.follow().html.main.text
    assert anyone.get("/pengaduan/kode", status=303).location.endswith("/pengaduan")


def test_somebody_signed_in_is_told_that_the_account_stays_out_of_it(applicant):
    assert "tidak dihubungkan dengan akun" in applicant.get("/pengaduan/baru").html.main.text
    _, code = code_on(tell(applicant).follow())
    assert Complaint.by_code(numbering.hash_code(code)).entered_by_id is None


def test_where_nobody_stands_in_for_the_head_the_form_says_where_to_go_instead(anyone):
    said = "belum menunjuk siapa yang menangani pengaduan tentang Kepala"

    before = said in anyone.get("/pengaduan/baru").text
    a_manager("petugas2")

    assert (before, said in anyone.get("/pengaduan/baru").text) == (True, False)


def test_published_answers_are_for_everybody(anyone):
    complaint = a_complaint()
    with write():
        Publication.create(
            complaint=complaint,
            title="Antrean pagi",
            text="Lama",
            answer="Dua loket",
            prepared_by=an_officer(),
            prepared_at=WHEN,
            approved_by=an_officer(),
            approved_on=date(2026, 12, 1),
        )

    assert "Antrean pagi" in anyone.get("/pengaduan").text
    page = anyone.get("/pengaduan/jawaban")
    assert ("Dua loket" in page.text, complaint.number in page.text) == (True, False)


def test_every_page_keeps_itself_out_of_caches_and_search_engines(anyone):
    tell(anyone)

    for path in ("", "/baru", "/kode", "/kode/cetak", "/lacak", "/jawaban"):
        assert anyone.get(f"/pengaduan{path}").headers["Cache-Control"] == "no-store"
    assert 'name="robots" content="noindex"' in anyone.get("/pengaduan/kode").text
