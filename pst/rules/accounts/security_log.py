"""What the security log tells of, in words."""

KINDS: dict[str, str] = {
    "sign_in": "Masuk",
    "wrong_password": "Kata sandi salah",
    "wrong_code": "Kode faktor kedua salah",
    "copied_key": "Ditolak: kunci sandi yang mungkin disalin",
    "shut": "Ditolak: terlalu banyak percobaan",
    "closed": "Ditolak: akun ditutup",
    "denied": "Ditolak: halaman bukan untuk akun ini",
    "sign_out": "Keluar",
    "device_out": "Perangkat dikeluarkan",
    "password": "Kata sandi diganti",
    "link": "Tautan akun dibuat",
    "email": "Alamat surel diganti",
    "second_factor": "Faktor kedua berubah",
    "rights": "Hak akun berubah",
    "copy": "Salinan data pribadi diunduh",
}
"""By kind; one that is not here is never written."""
