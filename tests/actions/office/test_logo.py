"""The office's own picture comes onto its papers, drawn anew, and goes again."""

import io

import pytest
from PIL import Image

from pst.actions.office import logo
from pst.exchange.uploads import UploadRefused
from pst.models.office.settings import Setting, the_letterhead, the_office
from tests.factories import WHEN, user


def a_picture(kind: str = "PNG", size=(900, 300)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (0, 80, 160)).save(out, kind)
    return out.getvalue()


def test_there_is_none_until_the_office_brings_one_and_none_afterwards(db):
    assert the_letterhead().logo is None

    logo.keep_logo("logo.jpg", a_picture("JPEG"), user("admin"), WHEN)
    with Image.open(io.BytesIO(the_letterhead().logo)) as kept:
        assert (kept.format, kept.size) == ("PNG", (600, 200))
    assert "logo" not in Setting.everything() and the_office().office_code == "6104"

    logo.drop_logo(user("admin"), WHEN)
    assert the_letterhead().logo is None


def test_only_a_picture_is_taken(db, pdf_bytes):
    with pytest.raises(UploadRefused, match="PNG atau JPG"):
        logo.keep_logo("logo.pdf", pdf_bytes, user("admin"), WHEN)
