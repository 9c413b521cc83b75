"""The office's own sentences."""

from pst.actions import lists
from pst.actions.office.sentences import SENTENCES
from pst.models.review.remarks import RemarkTemplate
from tests.factories import WHEN, user

ROOM = "/petugas/kantor/kalimat"


def a_sentence(block: int | None = 3, heading="Jadwal", text="Mulai sesudah surat terbit.") -> RemarkTemplate:
    return lists.add(SENTENCES, {"block": block, "heading": heading, "text": text}, user("admin"), WHEN)


def test_sentences_stand_by_block_in_the_order_of_the_form(admin):
    for block, heading in ((4, "Wilayah"), (0, "Judul"), (None, "Pengantar")):
        a_sentence(block, heading)

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
