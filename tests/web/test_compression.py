"""Pages travel compressed to whoever takes them so, except where their size could give something away."""

import gzip
from dataclasses import replace

import pytest

from pst import create_app
from tests.browsing import Browsing
from tests.factories import user

TAKES_GZIP = {"Accept-Encoding": "gzip, br"}


def visit(app, path: str, scheme: str = "http", **headers):
    return app.test_client().get(path, base_url=f"{scheme}://pst.test", headers={**TAKES_GZIP, **headers})


def test_a_page_travels_small_and_arrives_whole(app):
    plain, small = app.test_client().get("/standar-pelayanan"), visit(app, "/standar-pelayanan")

    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Encoding"] == "gzip"
    assert len(small.data) < len(plain.data) / 2
    assert len(small.data) == small.content_length
    assert gzip.decompress(small.data).decode().count("<h1") == plain.text.count("<h1") == 1


def test_browsers_that_take_zstandard_get_it(app):
    assert (
        visit(app, "/standar-pelayanan", **{"Accept-Encoding": "gzip, br, zstd"}).headers["Content-Encoding"] == "zstd"
    )


def test_caches_are_told_that_there_are_two_forms_of_a_page(app):
    assert {"Accept-Encoding", "Cookie", "HX-Request"} <= set(app.test_client().get("/").vary)


@pytest.mark.parametrize("path", ["/healthz", "/formulir/formulir.pdf", "/katalog.csv"])
def test_small_packed_and_flowing_answers_stay_as_they_are(app, path):
    answer = visit(app, path)

    assert answer.status_code == 200
    assert "Content-Encoding" not in answer.headers
    answer.close()


def test_over_https_a_stranger_learns_nothing_from_the_size_of_my_page(db, config):
    browser, compressed = signed_in(create_app(replace(config, tls=True))), {}

    for asked_from in ("same-origin", "none", "same-site", "cross-site", ""):
        headers = {**TAKES_GZIP, **({"Sec-Fetch-Site": asked_from} if asked_from else {})}
        answer = browser.get("/permohonan?cari=rahasia", base_url="https://pst.test", headers=headers)
        assert answer.status_code == 200
        compressed[asked_from] = "Content-Encoding" in answer.headers

    assert [place for place, packed in compressed.items() if packed] == ["same-origin", "none"]


def test_over_https_a_page_for_nobody_in_particular_is_compressed_whoever_asks(db, config):
    app = create_app(replace(config, tls=True))

    answer = visit(app, "/katalog", "https", **{"Sec-Fetch-Site": "cross-site"})

    assert answer.headers["Content-Encoding"] == "gzip"


def signed_in(app):
    """A browser in which the applicant has signed in over HTTPS."""
    browser = Browsing(app)
    browser.extra_environ["wsgi.url_scheme"] = "https"
    browser.sign_in(user("pemohon"))
    client = app.test_client()
    for cookie in browser.cookiejar:
        client.set_cookie(cookie.name, cookie.value, domain="pst.test", secure=True)
    return client


def test_who_asks_only_for_the_head_of_a_page_is_told_what_the_page_would_tell(app):
    browser = app.test_client()
    told = [dict(ask("/katalog", headers=TAKES_GZIP).headers) for ask in (browser.get, browser.head)]

    assert told[0] == told[1]
    assert told[0]["Cache-Control"] == "private, no-cache"
