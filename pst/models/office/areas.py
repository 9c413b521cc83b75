"""The places the office knows, by their BPS codes."""

from peewee import CharField

from pst.models.base import Ref, Table


class Area(Table):
    """A province, regency, district (kecamatan) or village (desa/kelurahan) with its BPS code."""

    code = CharField(primary_key=True, max_length=12)
    name = CharField(max_length=80)
    level = CharField(max_length=12)
    parent = Ref("self", null=True, backref="+")
