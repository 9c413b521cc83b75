/* Complaints: the small effort before sending, the code a scanned address carries, and leaving quickly.
   Without it a person waits some seconds, types the code, and leaves by the same button. */
(() => {
  "use strict";

  /* SHA-256 in plain script: browsers offer their own only over HTTPS, which an office network may not have. */

  const fraction = (x) => ((x - Math.floor(x)) * 4294967296) | 0;
  const primes = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((p) => n % p)) primes.push(n);
  const START = primes.slice(0, 8).map((p) => fraction(Math.sqrt(p)));
  const ROUND = primes.map((p) => fraction(Math.cbrt(p)));
  const turn = (x, by) => (x >>> by) | (x << (32 - by));

  function blocksOf(text) {
    const size = ((text.length + 8) >> 6) + 1;
    const words = new Int32Array(size * 16);
    for (let i = 0; i < text.length; i += 1) words[i >> 2] |= text.charCodeAt(i) << (24 - (i % 4) * 8);
    words[text.length >> 2] |= 0x80 << (24 - (text.length % 4) * 8);
    words[words.length - 1] = text.length * 8;
    return words;
  }

  const w = new Int32Array(64);
  function firstWord(text) {
    const words = blocksOf(text);
    let hash = START;
    for (let at = 0; at < words.length; at += 16) {
      for (let i = 0; i < 64; i += 1) {
        if (i < 16) w[i] = words[at + i];
        else {
          const a = w[i - 15];
          const b = w[i - 2];
          w[i] = (w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + w[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))) | 0;
        }
      }
      let [a, b, c, d, e, f, g, h] = hash;
      for (let i = 0; i < 64; i += 1) {
        const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[i] + w[i]) | 0;
        const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
      }
      hash = [a, b, c, d, e, f, g, h].map((value, i) => (value + hash[i]) | 0);
    }
    return hash[0] >>> 0;
  }

  function search(form) {
    const challenge = form.elements.challenge.value;
    const free = 32 - Number(form.dataset.effort);
    let number = 0;
    (function some() {
      const until = performance.now() + 20;
      while (performance.now() < until) {
        if (firstWord(`${challenge}:${number}`) >>> free === 0) {
          form.elements.work.value = String(number);
          return;
        }
        number += 1;
      }
      setTimeout(some, 5);
    })();
  }

  document.querySelectorAll("form[data-effort]").forEach(search);

  /* The code behind # never reached the server; here it goes into the field, and out of the address. */

  const field = document.querySelector("input[data-code]");
  if (field && location.hash.length > 10) {
    field.value = location.hash.slice(1, 40);
    history.replaceState(null, "", location.pathname);
    field.form.querySelector("button").focus();
  }

  /* Leaving: the page vanishes at once, also on three presses of Escape; another page takes its place in the history.
     Where the answer is slow, nobody waits for it. */

  const leaving = document.getElementById("leave-form");
  function leave() {
    const go = () => location.replace(leaving.dataset.to);
    document.documentElement.hidden = true;
    fetch(leaving.action, { method: "POST", body: new FormData(leaving), keepalive: true, redirect: "manual" }).then(go, go);
    setTimeout(go, 1500);
  }
  let presses = 0;
  if (leaving && window.fetch) {
    leaving.addEventListener("submit", (event) => { event.preventDefault(); event.stopImmediatePropagation(); leave(); });
    document.addEventListener("keydown", (event) => {
      presses = event.key === "Escape" ? presses + 1 : 0;
      if (presses === 3) leave();
    });
  }

  for (const button of [...document.querySelectorAll("[data-print]")]) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
})();
