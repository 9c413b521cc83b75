"""Rich text becomes lines; lines become the simplest rich text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.exchange.html_text import MARKUP, html_to_text, text_to_html


@pytest.mark.parametrize(
    ("rich", "plain"),
    [
        ("<p>Satu</p><p>Dua</p>", "Satu\nDua"),
        ("<ol><li><p>Satu </p></li><li>Dua</li></ol><p>Akhir</p>", "1. Satu\n2. Dua\nAkhir"),
        ("<ul><li>a</li><li>b<ol><li>c</li></ol></li><li>d</li></ul>", "- a\n- b\n1. c\n- d"),
        ("<p>a &amp; b&nbsp;&lt;5</p>", "a & b <5"),
        ("<p>baris<br>baru<br/>lagi</p>", "baris\nbaru\nlagi"),
        ("<p><strong>Tebal</strong> dan <em>miring</em></p>", "Tebal dan miring"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("<p>x</p><script>alert(1)</script><style>p{}</style>", "x"),
        ("<div>x</div><p></p><p>&nbsp;</p>", "x"),
        ("<p>bila n <batas> maka</p>", "bila n <batas> maka"),
        ("<p>tidak ditutup <b>sama sekali", "tidak ditutup sama sekali"),
        ("<p>a<!-- <p>rahasia</p> -->b</p><!-- tanpa akhir", "ab\ntanpa akhir"),
        ('<p class="x" style=\'y\' data-n=1>isi</p><IMG src="a.png"/>', "isi"),
    ],
)
def test_words_survive_and_tags_do_not(rich, plain):
    assert html_to_text(rich) == plain


@pytest.mark.parametrize("typed", ["umur < 5 tahun & > 2", "a<b dan c>d", "", "  spasi  ", "AT&amp;T", "baris\nbaru"])
def test_text_without_known_tags_is_taken_as_typed(typed):
    assert html_to_text(typed) == typed


@given(st.text(st.sampled_from("ab <>&;\n1.-p/")))
def test_lines_survive_the_way_there_and_back(text):
    lines = [" ".join(line.split()) for line in text.split("\n")]

    assert html_to_text(text_to_html(text)) == "\n".join(line for line in lines if line)


@given(st.text(st.sampled_from("<>/pbrol li;x\"'=! -")))
def test_no_known_tag_is_left(text):
    assert MARKUP.search(html_to_text(text).replace("-->", "").replace("<!--", "")) is None


@pytest.mark.parametrize(
    "piece",
    [
        "<p",
        "<!--",
        "<p><![",
        "<a <",
        "</",
        "&#",
        "<li>",
        "<ol>",
        "<p x='",
        "<p a=b ",
        "<ol></",
        "<p a=",
        "<!---->",
        "<script>",
    ],
)
def test_hostile_text_takes_no_time(piece):
    text = ("<p>" + piece * 50_000)[:50_000]
    start = time.perf_counter()

    html_to_text(text)

    assert time.perf_counter() - start < 1
