"""The places the office knows."""

import pytest

from pst.models.base import write
from pst.models.office.areas import Area
from pst.rules.office.areas import every_area

pytestmark = pytest.mark.usefixtures("db")


def test_a_village_lies_in_a_district_of_the_regency():
    with write():
        Area.insert_many([place._asdict() for place in every_area()]).execute()
    district = Area.alias()
    villages = Area.select().join(district, on=(Area.parent == district.code)).where(Area.level == "village")

    assert villages.where(district.parent == "6104", district.level == "district").count() == villages.count() == 67


def test_the_districts_are_those_of_the_regency():
    with write():
        Area.insert_many([place._asdict() for place in every_area()]).execute()

    assert len(Area.districts()) == 9 and Area.districts()["6104120"] == "Toho"
