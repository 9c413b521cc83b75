"""Passwords that guessing programs try first, as far as they are long enough to be chosen here at all.

Most are a well-known word and a well-known ending; they are put together here, in small letters.
"""

WORDS = (
    # what people love, believe and belong to
    "adinda", "alhamdulillah", "allahuakbar", "anakku", "assalamualaikum", "bahagia", "bapakku",
    "bidadari", "bintang", "bismillah", "bismilah", "cantik", "cinta", "cintaku", "doraemon", "ganteng",
    "garuda", "ibuku", "impian", "indah", "indonesia", "indonesiaraya", "insyaallah", "jakarta",
    "kalimantan", "kalbar", "kasih", "kasihku", "katasandi", "keluarga", "keluargaku", "kenangan",
    "kerja", "kucing", "lupa", "manis", "matahari", "melati", "mempawah", "merdeka", "merpati",
    "muhammad", "nasional", "pancasila", "pelangi", "persib", "persija", "pontianak", "rahasia",
    "rahasiaku", "rajawali", "sahabat", "sandi", "sandiku", "sayang", "sayangku", "sayangkamu",
    "sayangmama", "selamat", "semangat", "setia", "singkawang", "sukses",
    # the office
    "admin", "administrator", "badanpusatstatistik", "bps6104", "bpskabmempawah", "bpskalbar", "bpsmempawah",
    "bukutamu", "datastatistik", "dinas", "dinkes", "ipds", "ipds6104", "kabmempawah", "kabupaten",
    "kabupatenmempawah", "kepala", "kepalabps", "kominfo", "loket", "mempawah6104", "operator", "pegawai",
    "pelayanan", "pelayananstatistik", "pelayananstatistikterpadu", "pemohon", "pengaduan", "petugas",
    "petugasbps", "petugaspst", "pst6104", "pstbps", "pstmempawah", "rekomendasi", "rekomendasistatistik",
    "romantik", "satudata", "sensus", "sensus2020", "statistik", "statistikmempawah", "survei", "survey",
    "walidata",
    # the rest of the world
    "abcd", "abcdef", "abcdefg", "asdf", "asdfgh", "asdfghjkl", "changeme", "charlie", "computer",
    "default", "dragon", "facebook", "football", "freedom", "google", "guest", "hello", "iloveyou",
    "internet", "jordan", "letmein", "liverpool", "login", "lovely", "manutd", "master", "michael",
    "monkey", "naruto", "pass", "passw0rd", "password", "princess", "qazwsx", "qwer", "qwert", "qwerty",
    "samsung", "secret", "shadow", "sunshine", "superman", "test", "testing", "user", "welcome",
    "whatever", "windows", "zaq12wsx", "zxcvbnm",
)  # fmt: skip

ENDINGS = (
    "", "!", "!!", ".", "0", "00", "000", "01", "1", "1!", "11", "111", "12", "12!", "123", "123!",
    "123.", "1234", "12345", "123456", "1234567", "12345678", "123456789", "1945", "1990", "1995", "2000",
    "2020", "2021", "2022", "2023", "2024", "2025", "2026", "2027", "2028", "21", "321", "4321", "54321",
    "654321", "69", "7", "77", "777", "88", "8888", "99", "999", "@1", "@12", "@123", "@1234", "@12345",
    "@2024", "@2025", "@2026", "#123", "#1234", "_123", "abc", "jaya", "ku", "kita", "mu", "oke",
    "selalu", "saya",
)  # fmt: skip

RUNS = (
    "0123456789", "01234567890", "0987654321", "1029384756", "1020304050", "1122334455", "112233445566",
    "11223344556677", "1212121212", "121212121212", "1231231231", "123123123123", "1234554321",
    "123456654321", "1234567890", "12345678900", "12345678901", "123456789012", "1234567891",
    "12345678910", "1234567899", "123456789a", "123456789abc", "123456789q", "1357924680", "147258369",
    "1472583690", "1q2w3e4r5t", "1q2w3e4r5t6y", "1qaz2wsx3edc", "1qazxsw23edc", "2468013579",
    "3216549870", "9876543210", "987654321a", "a123456789", "aa12345678", "aa123456789", "abc123456789",
    "abcd123456", "abcde12345", "abcdefghij", "abcdefghijk", "abcdefghijkl", "asd123asd123", "asdasdasd1",
    "asdasdasdasd", "asdfasdfasdf", "asdfghjkl;", "asdfghjkl1", "asdfjkl;asdfjkl;", "babababababa",
    "correcthorsebatterystaple", "hahahahaha", "hahahahahaha", "iloveindonesia", "iloveyousomuch",
    "iloveyou123", "lkjhgfdsa1", "mnbvcxz123", "mnbvcxzlkj", "p@ssw0rd123", "p@ssw0rd1234", "p@ssword123",
    "poiuytrewq", "q1w2e3r4t5", "q1w2e3r4t5y6", "qazwsxedcrfv", "qwe123qwe123", "qwerasdfzxcv",
    "qwertyqwerty", "qwertyui12", "qwertyuiop", "qwertyuiop1", "qwertyuiop123", "qwertyuiop[]",
    "zaq1xsw2cde3", "zaq1zaq1zaq1", "zxcvbnm,./", "zxcvbnmasdfghjkl",
)  # fmt: skip

KEYS = "abcdefghijklmnopqrstuvwxyz0123456789.-*"

SHORTEST = 10

COMMON = frozenset(
    password
    for password in (
        *(word + ending for word in WORDS for ending in ENDINGS),
        *(word + word for word in WORDS),
        *(key * times for key in KEYS for times in range(SHORTEST, 21)),
        *RUNS,
    )
    if len(password) >= SHORTEST
)
"""All of them, in small letters."""
