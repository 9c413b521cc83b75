"""The office's own sentences."""

from pst.actions import lists
from pst.actions.office.sentences import SENTENCES
from pst.models.office.sentences import Sentence
from tests.factories import WHEN, user

ROOM = "/petugas/kantor/kalimat"


def a_sentence(block: int | None = 3, heading="Jadwal", text="Mulai sesudah surat terbit.") -> Sentence:
    return lists.add(SENTENCES, {"block": block, "heading": heading, "text": text}, user("admin"), WHEN)


def test_sentences_stand_by_kind_in_the_order_of_the_form(admin):
    for block, heading in ((4, "Wilayah"), (0, "Judul")):
        a_sentence(block, heading)
    Sentence.create(kind="duty", heading="Kewajiban", text="menyerahkan hasil", use="standing")

    page = admin.get(ROOM).html

    assert [caption.text for caption in page.select("caption")] == ["Catatan wajib", "Kewajiban"]
    assert [row.th.text for row in page.select("tbody tr")] == ["Judul", "Wilayah", "Kewajiban"]


def test_a_sentence_is_written_corrected_and_removed(admin):
    form = admin.get(f"{ROOM}/baru").forms["sentence"]
    form["block"], form["heading"], form["text"] = "8", "Diseminasi", "Isi rencana rilis."
    assert "Kalimat ditambahkan." in form.submit(status=303).follow()

    sentence = Sentence.get()
    page = admin.get(f"{ROOM}/{sentence.id}")
    form = page.forms["sentence"]
    assert (form["block"].value, form["heading"].value) == ("8", "Diseminasi")
    form["block"], form["text"] = "", "Isi rencana rilis\nsetiap produk."
    form.submit(status=303)
    kept = Sentence.get()
    assert (kept.block, kept.text, kept.version) == (None, "Isi rencana rilis\nsetiap produk.", 2)

    page = admin.get(f"{ROOM}/{sentence.id}")
    button = next(form for form in page.forms.values() if form.action.endswith("/hapus"))
    assert "Kalimat dihapus." in button.submit(status=303).follow()
    assert Sentence.select().count() == 0
