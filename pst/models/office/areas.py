"""The places the office knows, by their BPS codes."""

from peewee import CharField

from pst.models.base import Ref, Table


class Area(Table):
    """A province, regency, district (kecamatan) or village (desa/kelurahan) with its BPS code."""

    code = CharField(primary_key=True, max_length=12)
    name = CharField(max_length=80)
    level = CharField(max_length=12)
    parent = Ref("self", null=True, backref="+")

    @classmethod
    def districts(cls) -> dict[str, str]:
        """The kecamatan of the office's regency: name by code."""
        return dict(cls.select(cls.code, cls.name).where(cls.level == "district").order_by(cls.code).tuples())

    @classmethod
    def villages(cls) -> dict[str, str]:
        """The desa and kelurahan of these kecamatan: name, with that of the kecamatan, by code."""
        district = cls.alias()
        named = cls.name.concat(" (").concat(district.name).concat(")")
        lying = cls.select(cls.code, named).join(district, on=cls.parent == district.code)
        return dict(lying.where(cls.level == "village").order_by(cls.code).tuples())
