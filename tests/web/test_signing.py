"""What travels through a browser comes back unchanged, also while the site's key is being replaced."""

import pytest
from itsdangerous import BadSignature

from pst.web.signing import signer


def test_what_an_older_key_signed_is_read_and_what_a_stranger_signed_is_not(app):
    def signed_with(key: str) -> str:
        app.config.update(SECRET_KEY=key, SECRET_KEY_FALLBACKS=[])
        return signer("uji").dumps("isi")

    old, strange = signed_with("kunci lama"), signed_with("kunci orang lain")
    app.config.update(SECRET_KEY="kunci baru", SECRET_KEY_FALLBACKS=["kunci lama"])

    assert signer("uji").loads(old) == "isi"
    with pytest.raises(BadSignature):
        signer("uji").loads(strange)
    with pytest.raises(BadSignature):
        signer("lain").loads(old)


@pytest.fixture(autouse=True)
def _inside(app):
    with app.app_context():
        yield
