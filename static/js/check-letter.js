/* Is this letter genuine? Told from its QR code or its PDF, without any server: the stamp is held against the office's
   public keys, and what became of the letter is read in the list that was exported with this page. The rules are those
   of pst/rules/letters/stamps.py and pst/actions/letters/stamping.py. */
(() => {
  "use strict";

  const known = JSON.parse(document.getElementById("known").textContent);
  const STAMPED = /(https?:\/\/[^\s<>#]+#)([0-9]{220,2000})(?![0-9])/;
  const IN_FILE = /<dc:identifier>(https?:\/\/[^\s<>#]+#)([0-9]{220,2000})<\/dc:identifier>/;
  const END_OF_FILE = "%%EOF";
  const DIGITS_TO_A_BYTE = 2.40823996531;
  const FACTS = 26, MARK_AT = 10, SIGNATURE = 64, PAPER = 1, FILE = 2;
  const CHANGED = "Sedikitnya satu huruf berubah, atau surat ini tidak dibuat kantor kami. Jangan dipakai; tanyakan kepada kami.";

  const OTHER_KEY = "Segelnya memakai kunci yang tidak dikenal halaman ini. Bila suratnya baru, ambil halaman terbaru dari kami; selama itu jangan dipercaya.";

  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const octets = (text) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  const sha256 = async (bytes) => hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
  const today = () => {
    const now = new Date();
    return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
  };
  const inWords = (day) =>
    new Date(`${day}T00:00:00Z`).toLocaleDateString("id-ID", { dateStyle: "long", timeZone: "UTC" });

  /* Reading a stamp */

  function bytesOf(digits) {
    const size = Math.floor(digits.length / DIGITS_TO_A_BYTE);
    const most = 256n ** BigInt(size), value = BigInt(digits);
    if (String(most - 1n).length !== digits.length || value >= most) return null;
    return Uint8Array.from(value.toString(16).padStart(size * 2, "0").match(/../g), (pair) => parseInt(pair, 16));
  }

  function read(address, digits) {
    const content = bytesOf(digits);
    if (!content || content.length < FACTS + SIGNATURE) return null;
    const said = content.subarray(0, -SIGNATURE);
    const day = (at) => {
      const days = said[at] * 256 + said[at + 1];
      return days ? new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10) : "";
    };
    try {
      const texts = new TextDecoder("utf-8", { fatal: true }).decode(said.subarray(FACTS)).split("\n");
      if (texts.length !== 3) return null;
      const [number, activity, agency] = texts;
      const message = new Uint8Array([...new TextEncoder().encode(address), ...said]);
      return {
        kind: said[0], key: hex(said.subarray(1, 5)), dated: day(5), valid_until: day(7),
        outcome: known.outcomes[said[9]], mark: hex(said.subarray(MARK_AT, FACTS)), number, activity, agency,
        message, signature: content.subarray(-SIGNATURE),
      };
    } catch {
      return null;
    }
  }

  async function isOurs(stamp, kind) {
    const half = stamp && known.keys[stamp.key];
    if (!half || stamp.kind !== kind) return false;
    const key = await crypto.subtle.importKey("raw", octets(atob(half)), { name: "Ed25519" }, false, ["verify"]);
    return crypto.subtle.verify({ name: "Ed25519" }, key, stamp.signature, stamp.message);
  }

  /* What is said of it */

  const notOurs = (stamp) => stamp && !known.keys[stamp.key]
    ? { tone: "danger", title: "Tidak dapat dinyatakan asli", text: OTHER_KEY }
    : { tone: "danger", title: "Tidak asli", text: CHANGED };

  const rowOf = (stamp) => known.letters.find((row) => row.number === stamp.number && row.dated === stamp.dated);

  function standing(letter, row) {
    const last = (row ?? letter).valid_until;
    const counts = !row || row.state === "issued";
    const state = counts && last && last < today() ? "expired" : row?.state;
    if (state) {
      const words = row && row.state === state ? row.told : `Berlaku sampai ${inWords(last)}`;
      return { tone: known.tones[state], title: known.verdicts[state], text: `${words}, menurut daftar ${known.made}.` };
    }
    if (letter.dated >= known.made_on) {
      return {
        tone: "info", title: "Surat asli, lebih baru daripada daftar kami",
        text: `Daftar pada halaman ini dibuat ${known.made}. Ambil halaman terbaru untuk tahu apakah suratnya masih berlaku.`,
      };
    }
    return {
      tone: "warning", title: "Segelnya asli, tetapi suratnya tidak ada dalam daftar",
      text: `Surat ini tidak terbit menurut daftar ${known.made}; mungkin dibatalkan sebelum ditandatangani. Tanyakan kepada kami.`,
    };
  }

  const factsOf = (letter, address) => [
    ["Nomor surat", letter.number],
    ["Tanggal", inWords(letter.dated)],
    ["Kegiatan", letter.activity],
    ["Instansi", letter.agency],
    ["Hasil", letter.outcome],
    ["Berlaku sampai", letter.valid_until ? inWords(letter.valid_until) : ""],
    ["Alamat pada surat", address ? address.slice(0, -1) : ""],
  ].filter(([, value]) => value);

  async function judgeText(text) {
    const found = STAMPED.exec(text);
    if (!found) {
      return {
        tone: "danger", title: "Ini bukan isi QR surat kami",
        text: "Salin seluruh alamat dari QR, termasuk semua angka di belakang tanda #. Surat yang terbit sebelum QR bersegel diperiksa dengan kodenya di situs kami.",
      };
    }
    const stamp = read(found[1], found[2]);
    if (!(await isOurs(stamp, PAPER))) return notOurs(stamp);
    const row = rowOf(stamp), told = standing(stamp, row);
    return {
      ...told, text: `${told.text} Cocokkan keterangan di bawah dengan surat yang Anda pegang.`,
      facts: factsOf({ ...stamp, ...row }, found[1]),
    };
  }

  async function judgeFile(bytes) {
    const whole = await sha256(bytes);
    const same = known.letters.find((row) => whole === row.sha256);
    if (same) {
      const told = standing(same, same);
      return { ...told, text: `Berkas ini sama persis dengan surat yang terbit. ${told.text}`, facts: factsOf(same) };
    }
    const text = new TextDecoder("latin1").decode(bytes), found = IN_FILE.exec(text);
    if (!found) {
      return {
        tone: "warning", title: "Berkas ini tidak dikenal",
        text: `Berkas ini tidak ada dalam daftar ${known.made} dan tidak memuat segel. Bila ini pindaian surat, periksa QR-nya.`,
      };
    }
    const stamp = read(found[1], found[2]);
    if (!(await isOurs(stamp, FILE))) return notOurs(stamp);
    const begins = found.index + found[0].indexOf("#") + 1, ends = begins + found[2].length;
    const end = text.indexOf(END_OF_FILE) + END_OF_FILE.length;
    const blank = bytes.slice(0, end).fill(0x30, begins, ends);
    if ((await sha256(blank)).slice(0, stamp.mark.length) !== stamp.mark) {
      return { tone: "danger", title: "Berkas ini diubah", text: CHANGED };
    }
    const row = rowOf(stamp), facts = factsOf({ ...stamp, ...row }, found[1]);
    if (text.slice(end).trim()) {
      return {
        tone: "warning", title: "Surat asli, dengan tambahan yang tidak diperiksa di sini", facts,
        text: "Sesudah dibuat kantor, sesuatu ditambahkan pada berkas ini, misalnya tanda tangan elektronik. Tambahan dapat mengubah yang tampak: cocokkan dengan keterangan di bawah.",
      };
    }
    if (row?.text_sha256 === whole) {
      return {
        tone: "warning", title: "Naskah sebelum ditandatangani, bukan surat yang terbit", facts,
        text: `Isinya asli, tetapi yang berlaku adalah berkas yang ditandatangani. ${row.told}, menurut daftar ${known.made}.`,
      };
    }
    const told = standing(stamp, row);
    return { ...told, text: `Berkas ini tidak berubah sejak dibuat kantor. ${told.text}`, facts };
  }

  /* The page */

  const CANNOT = {
    tone: "warning", title: "Peramban ini tidak dapat memeriksa segel",
    text: "Buka halaman ini dengan Chrome, Edge, Firefox, atau Safari terbaru: dari folder, dari USB, atau lewat alamat https.",
  };

  async function tell(judging) {
    const result = await judging.catch(() => CANNOT);
    const place = document.getElementById("result");
    const box = document.getElementById(`tone-${result.tone}`).content.cloneNode(true);
    box.querySelector("h2").textContent = result.title;
    box.querySelector("p").textContent = result.text;
    const list = document.createElement("dl");
    list.className = "govuk-summary-list";
    for (const [label, value] of result.facts ?? []) {
      const row = document.getElementById("fact").content.cloneNode(true);
      row.querySelector("dt").textContent = label;
      row.querySelector("dd").textContent = value;
      list.append(row);
    }
    place.replaceChildren(box, list);
    place.dataset.tone = result.tone;
    place.focus();
  }

  document.getElementById("by-text").addEventListener("submit", (event) => {
    event.preventDefault();
    tell(judgeText(document.getElementById("isi").value));
  });
  document.getElementById("by-file").addEventListener("submit", (event) => {
    event.preventDefault();
    const [file] = document.getElementById("berkas").files;
    if (file) tell(file.arrayBuffer().then((content) => judgeFile(new Uint8Array(content))));
  });
  const carried = () => {
    const text = location.hash.slice(1);
    if (!STAMPED.test(text)) return;
    document.getElementById("isi").value = text;
    tell(judgeText(text));
  };
  window.addEventListener("hashchange", carried);
  carried();
})();
