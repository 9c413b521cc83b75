"""Words that mean the same: abbreviations and what they stand for, everyday words and those of titles.

The office edits the list, one line for each meaning: "dinkes = dinas kesehatan". It is read in both directions.
"""

from functools import lru_cache

from pst.rules import stems
from pst.rules.refusals import Refusal

Phrase = tuple[str, ...]
Meanings = dict[Phrase, tuple[Phrase, ...]]
"""From what is written, in stems, to every way of saying it, itself among them."""

EVERYDAY = """\
disdukcapil = dukcapil = capil = dinas kependudukan dan pencatatan sipil
dinkes = dinas kesehatan
dinsos = dinas sosial
disdik = dikbud = dinas pendidikan
disdikporapar = dinas pendidikan pemuda olahraga dan pariwisata
disperindagnaker = dinas perindustrian perdagangan dan tenaga kerja
disperindag = dinas perindustrian dan perdagangan
disnaker = dinas tenaga kerja
diskominfo = kominfo = dinas komunikasi dan informatika
dishub = dinas perhubungan
dlh = dinas lingkungan hidup
dpkpp = dinas pertanian ketahanan pangan dan perikanan
distan = dinas pertanian
dpupr = pupr = dinas pekerjaan umum dan penataan ruang
dpmptsp = dinas penanaman modal dan pelayanan terpadu satu pintu
bpbd = badan penanggulangan bencana daerah
bappeda = bapperida = badan perencanaan pembangunan daerah
bkpsdm = badan kepegawaian dan pengembangan sumber daya manusia
satpol pp = satuan polisi pamong praja
rsud = rumah sakit umum daerah
kb = keluarga berencana
skm = ikm = survei kepuasan masyarakat = indeks kepuasan masyarakat
fsva = peta ketahanan dan kerentanan pangan
kompromin = kompilasi produk administrasi
umkm = umk = usaha mikro kecil
pns = asn = aparatur sipil negara = pegawai negeri
odgj = orang dengan gangguan jiwa
tbc = tb = tuberkulosis
dbd = demam berdarah
pkh = program keluarga harapan
kia = kesehatan ibu dan anak
kdrt = kekerasan dalam rumah tangga
rtlh = rumah tidak layak huni
paud = tk = pendidikan anak usia dini
sd = sekolah dasar
smp = sekolah menengah pertama
tps = tempat pembuangan sampah
pad = pendapatan asli daerah
pbb = pajak bumi dan bangunan
spbe = sistem pemerintahan berbasis elektronik
wifi = internet
jkn = bpjs = jaminan kesehatan
pdam = air minum = air bersih
kab = kabupaten
kec = kecamatan
prov = provinsi
cabe = cabai
sembako = bahan pokok = kebutuhan pokok
bansos = bantuan sosial
difabel = cacat = disabilitas
sawit = kelapa sawit
kerambah = keramba
nelayan = perikanan tangkap
turis = wisatawan = pelancong = pengunjung wisata
wisata = pariwisata
putus sekolah = tidak sekolah
guru = pendidik = tenaga pendidik
murid = siswa = peserta didik
bidan = perawat = tenaga kesehatan
puskesmas = pusat kesehatan masyarakat
kerdil = stunting
penganggur = pengangguran
kerja = tenaga kerja
buruh = pekerja
orang miskin = penduduk miskin = kemiskinan
ktp = kartu tanda penduduk
kk = kartu keluarga
lansia = lanjut usia
bayi = balita
sapi = ternak
ayam = unggas
tambak = budidaya ikan
jagung = palawija
sayur = sayuran = hortikultura
macet = lalu lintas
angkot = angkutan umum
jalan rusak = kondisi jalan
sungai = drainase
ibu melahirkan = persalinan
toko = warung = pedagang
penginapan = hotel
perpus = perpustakaan
hukum = ketertiban
pendapatan = penghasilan"""


def readable(text: str) -> str:
    """The list as it was typed, when each line says what means what. Raises `Refusal`."""
    for line in text.splitlines():
        if line.strip() and not all(stems.words(side) for side in (line.split("=") if "=" in line else [""])):
            raise Refusal(f"“{line.strip()[:60]}”: tulis singkatan = kepanjangan, satu baris satu arti.")
    return text


@lru_cache(maxsize=4)
def meanings(text: str) -> Meanings:
    """The list, ready to be looked into."""
    found: dict[Phrase, list[Phrase]] = {}
    for line in text.splitlines():
        phrases = [tuple(stems.stem(word) for word in stems.words(side)) for side in line.split("=")]
        for phrase in filter(None, phrases):
            known = found.setdefault(phrase, [phrase])
            known += [each for each in phrases if each and each not in known]
    return {phrase: tuple(ways) for phrase, ways in found.items()}
