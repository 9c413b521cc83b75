"""A number in an address is the key of a row; anything else is no address."""

import pytest

from pst.models.office.agencies import Agency
from tests.factories import user


@pytest.mark.parametrize("key", ["9" * 15, "9" * 16, "9" * 19, "9" * 5000, "%D9%A1", "-1", "1e0", "+1"])
def test_a_key_that_no_row_can_have_is_not_found(browse, key):
    admin, known = browse(user("admin")), Agency.select().first()

    assert known.name in admin.get(f"/petugas/kantor/instansi/{known.id}")
    admin.get(f"/petugas/kantor/instansi/{key}", status=404)
