"""How lists of a letter end their lines."""

from pst.paper.letters.parts import sentences, series


def test_series_is_one_sentence_over_several_lines():
    assert series(("melapor", "menyerahkan hasil.", "melengkapi metadata;")) == (
        "melapor;",
        "menyerahkan hasil; dan",
        "melengkapi metadata.",
    )
    assert series(("melapor", "menyerahkan hasil")) == ("melapor; dan", "menyerahkan hasil.")
    assert series(("melapor",)) == ("melapor.",)
    assert series(()) == ()


def test_sentences_end_with_one_mark():
    assert sentences(("Lengkapi jadwal", "Sudah lengkap?", " Rinci: ", "Selesai.")) == (
        "Lengkapi jadwal.",
        "Sudah lengkap?",
        "Rinci:",
        "Selesai.",
    )
