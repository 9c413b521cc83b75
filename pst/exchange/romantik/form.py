"""ROMANTIK's form, field by field, in the order and with the spellings of its own export.

Their names live here and nowhere else. Two generations of names exist for blok_v and a few options; `ALIASES`
names the older ones, which are read, and kept where a record already uses them.
"""

from typing import Any

from pst.exchange.romantik.fields import Answers, Count, Field, Group, OneOf, Path, Truth, Words, blank
from pst.exchange.romantik.rows import Moment, Regions, Stages, Variables
from pst.questionnaires.choices import Option
from pst.questionnaires.rekomendasi_2026 import options as o

Form = dict[str, Any]

PAGES = ("0", "1", "5", "2", "3", "4", "6", "7", "8", "9", "10")
"""The portal's pages in the order it asks them, as the export lists them under `blok`."""
SURVEY = "survei"
SAMPLE_BLOCK = "blok_v"
FILES: Path = ("blok_ix", "file_berkas_pendukung")

EDUCATION_SPELT = {"diploma_i_atau_ii_atau_iii": "diploma"}
ANALYSIS_SPELT = {
    "deskriptif": "analisis_deskriptif",
    "inferensia": "analisis_inferensia",
    "deskriptif_dan_inferensia": "analisis_deskriptif_dan_inferensia",
}


class SampleMethod:
    """Their one method is our 5.3a or 5.3b, whichever list it is on."""

    path: Path = ("blok_v", "metode_yang_digunakan")
    codes = ("metode_probabilitas", "metode_nonprobabilitas")
    lists: tuple[tuple[Option, ...], ...] = (o.PROBABILITY_METHODS, o.NONPROBABILITY_METHODS)

    def read(self, value: Any) -> tuple[dict[str, Any], list[str]]:
        readings = [
            OneOf(self.path, code, options).read(value) for code, options in zip(self.codes, self.lists, strict=True)
        ]
        return next((reading for reading in readings if not reading[1]), ({}, [""]))

    def write(self, answers: Answers) -> str:
        chance = answers.get("metode_pemilihan") != "sampel_nonprobabilitas"
        return str(answers.get(self.codes[0] if chance else self.codes[1]) or "")


_ADDRESS = ("blok_i", "alamat_instansi_penyelenggara")
_UNIT = ("blok_ii", "unit_penanggung_jawab")
_PERSON = ("blok_ii", "penanggung_jawab_teknis")
_QUALITY = "metode_pemeriksaan_kualitas_pengumpulan_data"
_OTHER = "tingkat_penyajian_hasil_analisis_lainnya"
"""Their key of the free text beside the levels of presentation and, oddly, beside the units of analysis."""

# fmt: off
FIELDS: tuple[Field, ...] = (
    Words(("blok_i", "instansi_penyelenggara"), "instansi_penyelenggara"),
    Words((*_ADDRESS, "alamat"), "alamat_instansi"),
    Words((*_ADDRESS, "telepon"), "telepon"),
    Words((*_ADDRESS, "email"), "email"),
    Words((*_ADDRESS, "faksimile"), "faksimile"),
    Words((*_UNIT, "eselon1"), "unit_eselon1"),
    Words((*_UNIT, "eselon2"), "unit_eselon2"),
    Words((*_PERSON, "nama"), "pj_nama"),
    Words((*_PERSON, "jabatan"), "pj_jabatan"),
    Words((*_PERSON, "alamat"), "pj_alamat"),
    Words((*_PERSON, "telepon"), "pj_telepon"),
    Words((*_PERSON, "email"), "pj_email"),
    Words((*_PERSON, "faksimile"), "pj_faksimile"),
    Words(("blok_iii", "latar_belakang_kegiatan"), "latar_belakang_kegiatan", rich=True),
    Words(("blok_iii", "tujuan_kegiatan"), "tujuan_kegiatan", rich=True),
    Stages(("blok_iii", "rencana_jadwal_kegiatan")),
    Variables(("blok_iii", "variabel_yang_dikumpulkan")),
    OneOf(("blok_iv", "kegiatan_ini_dilakukan"), "kegiatan_ini_dilakukan", o.REPETITION),
    OneOf(("blok_iv", "frekuensi_penyelanggara"), "frekuensi", o.FREQUENCIES),
    OneOf(("blok_iv", "tipe_pengumpulan_data"), "tipe_pengumpulan_data", o.COLLECTION_TYPES, coded=False),
    OneOf(("blok_iv", "cakupan_wilayah_pengumpulan_data"), "cakupan_wilayah", o.COVERAGE),
    Regions(("blok_iv", "sebagian_cakupan_wilayah_pengumpulan_data")),
    Group(("blok_iv", "metode_pengumpulan_data"), "metode_pengumpulan_data", o.COLLECTION_METHODS,
          "metode_pengumpulan_lainnya"),
    Group(("blok_iv", "sarana_pengumpulan_data"), "sarana_pengumpulan_data", o.COLLECTION_TOOLS,
          "sarana_pengumpulan_lainnya"),
    OneOf(("blok_v", "jenis_rancangan_sampel"), "jenis_rancangan_sampel", o.SAMPLE_DESIGNS),
    OneOf(("blok_v", "metode_pemilihan_sampel_tahap_terakhir"), "metode_pemilihan", o.SELECTION_METHODS),
    SampleMethod(),
    OneOf(("blok_v", "kerangka_sampel_tahap_terakhir"), "kerangka_sampel", o.FRAMES),
    Words(("blok_v", "fraksi_sampel_keseluruhan"), "fraksi_sampel"),
    Words(("blok_v", "nilai_perkiraan_sampling_error_variabel_utama"), "sampling_error"),
    Words(("blok_v", "unit_sampel"), "unit_sampel"),
    Words(("blok_v", "unit_observasi"), "unit_observasi"),
    Truth(("blok_vi", "apakah_melakukan_uji_coba"), "uji_coba"),
    OneOf(("blok_vi", "petugas_pengumpulan_data"), "petugas", o.COLLECTORS),
    OneOf(("blok_vi", "persyaratan_pendidikan_terendah_petugas_pengumpulan_data"), "pendidikan_terendah",
          o.EDUCATION, EDUCATION_SPELT),
    Count(("blok_vi", "jumlah_petugas_supervisor"), "jumlah_supervisor"),
    Count(("blok_vi", "jumlah_petugas_enumerator"), "jumlah_enumerator"),
    Truth(("blok_vi", "apakah_melakukan_pelatihan_petugas"), "pelatihan"),
    Group(("blok_vi", _QUALITY), "metode_pemeriksaan_kualitas", o.QUALITY_CHECKS, f"{_QUALITY}_lainnya",
          {"taskforce": "task_force"}),
    Truth(("blok_vii", "tahapan_pengolahan_data", "editing"), "editing"),
    Truth(("blok_vii", "tahapan_pengolahan_data", "coding"), "coding"),
    Truth(("blok_vii", "tahapan_pengolahan_data", "data_entry"), "data_entry"),
    Truth(("blok_vii", "tahapan_pengolahan_data", "validasi"), "validasi"),
    OneOf(("blok_vii", "metode_analisis"), "metode_analisis", o.ANALYSIS_METHODS, ANALYSIS_SPELT),
    Group(("blok_vii", "unit_analsis"), "unit_analisis", o.UNITS, _OTHER,
          {"usaha_atau_perusahaan": "usaha_dan_perusahaan"}),
    Group(("blok_vii", "tingkat_penyajian_hasil_analisis"), "tingkat_penyajian", o.PRESENTATION_LEVELS,
          _OTHER),
    Truth(("blok_viii", "ketersediaan_produk_tercetak"), "produk_tercetak"),
    Truth(("blok_viii", "ketersediaan_produk_digital"), "produk_digital"),
    Truth(("blok_viii", "ketersediaan_produk_mikrodata"), "produk_mikrodata"),
)

READ_ALSO: tuple[Field, ...] = (
    Group(("blok_iv", "unit_pengumpulan_data"), "unit_pengumpulan_data", o.UNITS, "unit_pengumpulan_data_lainnya"),
    Truth(("blok_vi", "apakah_melakukan_penyesuaian_nonrespon"), "penyesuaian_nonrespon"),
    Moment(("blok_viii", "rencana_rilis_produk_tercetak"), "rilis_tercetak"),
    Moment(("blok_viii", "rencana_rilis_produk_digital"), "rilis_digital"),
    Moment(("blok_viii", "rencana_rilis_produk_mikrodata"), "rilis_mikrodata"),
    Words(("catatan",), "catatan_pemohon"),
)
"""What their own form does not ask, and some records hold: it has a place in ours, and is never written to theirs."""

ALIASES: tuple[tuple[Path, tuple[str, ...]], ...] = (
    (("blok_iv", "frekuensi_penyelanggara"), ("frekuensi_penyelenggaraan", "frekuensi_penyelenggara")),
    (("blok_iv", "metode_pengumpulan_data", "metode_pengumpulan_lainnya"),
     ("metode_pengumpulan_data_lainnya",)),
    (("blok_iv", "sarana_pengumpulan_data", "sarana_pengumpulan_lainnya"),
     ("sarana_pengumpulan_data_lainnya",)),
    (("blok_v", "metode_pemilihan_sampel_tahap_terakhir"), ("metode_pemilihan_sampel",)),
    (("blok_v", "kerangka_sampel_tahap_terakhir"), ("kerangka_sampel",)),
    (("blok_v", "fraksi_sampel_keseluruhan"), ("fraksi_sampel",)),
    (("blok_v", "nilai_perkiraan_sampling_error_variabel_utama"),
     ("perkiraan_sampling_error", "nilai_perkiraan_sampling_error",
      "perkiraan_sampling_error_variabel_utama")),
    (("blok_vi", _QUALITY, "task_force"), ("taskforce",)),
    (("blok_vii", "unit_analsis"), ("unit_analisis",)),
    (("blok_vii", "unit_analsis", "usaha_dan_perusahaan"), ("usaha_atau_perusahaan",)),
    (("blok_vii", "unit_analsis", _OTHER), ("unit_analisis_lainnya", "unit_analsis_lainnya")),
)
# fmt: on

Renames = list[tuple[Path, str]]


def read_form(form: Form) -> tuple[dict[str, Any], list[str]]:
    """Our answers, and the paths that hold something no field of ours takes."""
    spelt, _ = with_new_names(form)
    answers: dict[str, Any] = {}
    unread = [path for path in _filled_leaves(spelt) if not _is_taken(path)]
    for each in (*FIELDS, *READ_ALSO):
        found, odd = each.read(_at(spelt, each.path))
        answers |= found
        unread += [".".join((*each.path, place)).rstrip(".") for place in odd]
    if not blank(spelt.get(SAMPLE_BLOCK)):
        answers["cara_pengumpulan_data"] = SURVEY
    return answers, unread


def write_form(answers: Answers, files: list[str]) -> Form:
    """Their whole form from our answers. Blok V is there for surveys only, as in their own records."""
    form: Form = {"blok": list(PAGES)}
    for each in FIELDS:
        if each.path[0] != SAMPLE_BLOCK or answers.get("cara_pengumpulan_data") == SURVEY:
            _put(form, each.path, each.write(answers))
    _put(form, FILES, files)
    return form


def with_new_names(form: Form) -> tuple[Form, Renames]:
    """A copy in which older names are replaced by the ones `FIELDS` uses, and what was replaced, in order."""
    copy, renames = _copied(form), []
    for path, older in ALIASES:
        parent = _at(copy, path[:-1])
        if isinstance(parent, dict) and path[-1] not in parent:
            for name in (name for name in older if name in parent):
                parent[path[-1]] = parent.pop(name)
                renames.append((path, name))
                break
    return copy, renames


def with_their_names(form: Form, renames: Renames) -> Form:
    """A copy with the older names put back where a record used them."""
    copy: Form = _copied(form)
    for path, name in reversed(renames):
        parent = _at(copy, path[:-1])
        if isinstance(parent, dict) and path[-1] in parent:
            parent[name] = parent.pop(path[-1])
    return copy


def files_of(form: Form) -> tuple[str, ...]:
    """The names of the attachments."""
    names = _at(form, FILES)
    return tuple(name for name in names if isinstance(name, str)) if isinstance(names, list) else ()


def _at(form: Any, path: Path) -> Any:
    for key in path:
        form = form.get(key) if isinstance(form, dict) else None
    return form


def _put(form: Form, path: Path, value: Any) -> None:
    for key in path[:-1]:
        form = form.setdefault(key, {})
    form[path[-1]] = value


def _copied(value: Any) -> Any:
    return {key: _copied(inside) for key, inside in value.items()} if isinstance(value, dict) else value


def _filled_leaves(value: Any, path: str = "") -> list[str]:
    if isinstance(value, dict):
        return [
            leaf for key, inside in value.items() for leaf in _filled_leaves(inside, f"{path}.{key}" if path else key)
        ]
    return [] if blank(value) else [path]


def _is_taken(leaf: str) -> bool:
    taken = [".".join(each.path) for each in (*FIELDS, *READ_ALSO)] + [".".join(FILES), "blok"]
    return any(leaf == path or leaf.startswith(f"{path}.") for path in taken)
