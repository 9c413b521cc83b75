"""What WTForms says, in Indonesian: its English sentence → ours, with the same places to fill in."""

from pst.rules.dates import UNREADABLE

SAID = {
    "Invalid field name '%s'.": "Isian “%s” tidak dikenal.",
    "Field must be equal to %(other_name)s.": "Isian ini harus sama dengan %(other_name)s.",
    "Field must be at least %(min)d character long.": "Isi paling sedikit %(min)d karakter.",
    "Field must be at least %(min)d characters long.": "Isi paling sedikit %(min)d karakter.",
    "Field cannot be longer than %(max)d character.": "Isi paling banyak %(max)d karakter.",
    "Field cannot be longer than %(max)d characters.": "Isi paling banyak %(max)d karakter.",
    "Field must be exactly %(max)d character long.": "Isi tepat %(max)d karakter.",
    "Field must be exactly %(max)d characters long.": "Isi tepat %(max)d karakter.",
    "Field must be between %(min)d and %(max)d characters long.": "Isi antara %(min)d dan %(max)d karakter.",
    "Number must be at least %(min)s.": "Angka paling kecil %(min)s.",
    "Number must be at most %(max)s.": "Angka paling besar %(max)s.",
    "Number must be between %(min)s and %(max)s.": "Angka harus antara %(min)s dan %(max)s.",
    "Date must be at least %(min)s.": "Tanggal paling awal %(min)s.",
    "Date must be at most %(max)s.": "Tanggal paling akhir %(max)s.",
    "Date must be between %(min)s and %(max)s.": "Tanggal harus antara %(min)s dan %(max)s.",
    "This field is required.": "Isian ini wajib diisi.",
    "Invalid input.": "Isian ini tidak sesuai bentuk yang diminta.",
    "Invalid email address.": "Alamat surel keliru, contoh yang benar: nama@instansi.go.id.",
    "Invalid IP address.": "Alamat IP keliru.",
    "Invalid Mac address.": "Alamat MAC keliru.",
    "Invalid URL.": "Alamat laman keliru, contoh yang benar: https://instansi.go.id.",
    "Invalid UUID.": "Kode ini keliru.",
    "Invalid value, must be one of: %(values)s.": "Pilih salah satu: %(values)s.",
    "Invalid value, can't be any of: %(values)s.": "Isian ini tidak boleh: %(values)s.",
    "This field cannot be edited.": "Isian ini tidak dapat diubah.",
    "This field is disabled and cannot have a value.": "Isian ini tidak dipakai dan harus kosong.",
    "Invalid Choice: could not coerce.": "Pilihan tidak dikenal.",
    "Choices cannot be None.": "Daftar pilihan kosong.",
    "Not a valid choice.": "Pilih salah satu dari daftar.",
    "Invalid choice(s): one or more data inputs could not be coerced.": "Ada pilihan yang tidak dikenal.",
    "'%(value)s' is not a valid choice for this field.": "“%(value)s” tidak ada dalam daftar pilihan.",
    "'%(value)s' are not valid choices for this field.": "“%(value)s” tidak ada dalam daftar pilihan.",
    "Not a valid datetime value.": "Tanggal dan jam keliru, contoh yang benar: 2026-11-23 09:00.",
    "Not a valid date value.": UNREADABLE,
    "Not a valid time value.": "Jam keliru, contoh yang benar: 09.00.",
    "Not a valid week value.": "Minggu keliru.",
    "Not a valid integer value.": "Tulis bilangan bulat, tanpa huruf.",
    "Not a valid decimal value.": "Tulis sebuah angka.",
    "Not a valid float value.": "Tulis sebuah angka.",
    "Invalid CSRF Token.": "Halaman ini terbuka terlalu lama. Muat ulang, lalu kirim sekali lagi.",
    "CSRF token missing.": "Halaman ini terbuka terlalu lama. Muat ulang, lalu kirim sekali lagi.",
    "CSRF failed.": "Halaman ini terbuka terlalu lama. Muat ulang, lalu kirim sekali lagi.",
    "CSRF token expired.": "Halaman ini terbuka terlalu lama. Muat ulang, lalu kirim sekali lagi.",
}


class Indonesian:
    """The translations object that WTForms asks."""

    def gettext(self, english: str) -> str:
        return SAID.get(english, english)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Indonesian nouns do not change with the number."""
        return SAID.get(many, many)
