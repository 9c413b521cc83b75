"""The office's own sentences."""

import pytest

from pst.actions.office import office
from pst.models.base import write
from pst.models.review.remarks import RemarkTemplate
from pst.rules.roles import Role
from tests.factories import WHEN, a_user, user

ROOM = "/petugas/kantor/kalimat"


def a_sentence(block: int | None = 3, heading="Jadwal", text="Mulai sesudah surat terbit.") -> RemarkTemplate:
    return office.add_sentence(block, heading, text, user("admin"), WHEN)


def test_an_empty_list_says_what_to_do(admin):
    page = admin.get(ROOM)

    assert "Belum ada kalimat" in page and page.html.select_one(".pst-empty a")["href"] == f"{ROOM}/baru"


def test_sentences_stand_by_block_in_the_order_of_the_form(admin):
    (
        a_sentence(4, "Wilayah", "Samakan."),
        a_sentence(0, "Judul", "Lengkapi."),
        a_sentence(None, "Pengantar", "Terima kasih."),
    )

    captions = [caption.text for caption in admin.get(ROOM).html.select("caption")]

    assert captions == ["Semua blok", "Identitas Kegiatan", "Blok IV. Desain Kegiatan"]


def test_a_sentence_is_written_corrected_and_removed(admin):
    form = admin.get(f"{ROOM}/baru").forms["sentence"]
    form["block"], form["heading"], form["text"] = "8", "Diseminasi", "Isi rencana rilis."
    assert "Kalimat ditambahkan." in form.submit(status=303).follow()

    sentence = RemarkTemplate.get()
    page = admin.get(f"{ROOM}/{sentence.id}")
    form = page.forms["sentence"]
    assert (form["block"].value, form["heading"].value) == ("8", "Diseminasi")
    form["block"], form["text"] = "", "Isi rencana rilis\nsetiap produk."
    form.submit(status=303)
    kept = RemarkTemplate.get()
    assert (kept.block, kept.text) == (None, "Isi rencana rilis\nsetiap produk.")

    page = admin.get(f"{ROOM}/{sentence.id}")
    button = next(form for form in page.forms.values() if form.action.endswith("/hapus"))
    assert "Kalimat dihapus." in button.submit(status=303).follow()
    assert RemarkTemplate.select().count() == 0


@pytest.mark.parametrize(
    ("odd", "why"),
    [
        ({"heading": " "}, "Tuliskan pokoknya, misalnya Jadwal."),
        ({"text": ""}, "Tuliskan kalimatnya."),
        ({"text": "x" * 1001}, "Isi paling banyak 1000 karakter."),
    ],
)
@pytest.mark.parametrize("new", [True, False])
def test_refused_input_comes_back_with_everything_typed(admin, odd, why, new):
    page = "baru" if new else a_sentence().id
    form = admin.get(f"{ROOM}/{page}").forms["sentence"]
    typed = {"block": "5", "heading": "Sampel", "text": "Sertakan perhitungannya.", **odd}
    for name, value in typed.items():
        form[name] = value

    answer = form.submit(status=422)

    assert why in answer.html.select_one("#error-summary").text
    assert {name: answer.forms["sentence"][name].value for name in typed} == {k: v.strip() for k, v in typed.items()}
    assert [sentence.heading for sentence in RemarkTemplate.select()] == ([] if new else ["Jadwal"])


def test_of_two_administrators_the_second_is_told_and_keeps_what_was_typed(admin):
    sentence = a_sentence()
    form = admin.get(f"{ROOM}/{sentence.id}").forms["sentence"]
    with write():
        budi = a_user("admin2@contoh.test", "Budi Administrator", Role.ADMIN)
    office.change_sentence(sentence, None, "Waktu", "Mulailah kemudian.", budi, WHEN)
    form["text"] = "Mulailah sesudah surat terbit."

    answer = form.submit(status=422)

    told = answer.html.select_one("#error-summary").text
    assert "Budi Administrator menyimpan perubahan" in told
    assert "Dipakai pada (“Semua blok”); Pokok (“Waktu”); Kalimat (“Mulailah kemudian.”)" in told
    assert answer.forms["sentence"]["text"].value == "Mulailah sesudah surat terbit."
    answer.forms["sentence"].submit(status=303)
    assert RemarkTemplate.get().text == "Mulailah sesudah surat terbit."


def test_a_sentence_somebody_removed_can_be_added_again_with_what_was_typed(admin):
    sentence = a_sentence()
    page = admin.get(f"{ROOM}/{sentence.id}")
    form, button = page.forms["sentence"], next(f for f in page.forms.values() if f.action.endswith("/hapus"))
    office.remove_sentence(sentence, user("kepala"), WHEN)
    form["text"] = "Kalimat yang panjang dan berharga."

    assert "Kalimat ini sudah dihapus oleh Dewi Kepala." in button.submit(status=303).follow()
    answer = form.submit(status=422)

    assert "Kalimat ini sudah dihapus oleh Dewi Kepala." in answer.html.select_one("#error-summary").text
    answer.forms["sentence"].submit(status=303)
    assert RemarkTemplate.get().text == "Kalimat yang panjang dan berharga."


def test_what_never_was_is_not_found(admin):
    admin.get(f"{ROOM}/99", status=404)
