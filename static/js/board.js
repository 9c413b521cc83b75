/* The board: a new call is marked, and sounds once somebody has switched the sound on (browsers ask for a touch first).
   The numbers themselves come by htmx, or by the page loading itself again. */
(() => {
  "use strict";

  const KEY = "pst:board-sound";
  const TONES = [[660, 0], [880, 0.25]];
  const MARKED = 6000;
  const CHIME = 900;
  const known = new Set();
  let marking = 0;
  let sound = false;
  let player;

  const button = document.querySelector("[data-sound]");

  function say() {
    button.setAttribute("aria-pressed", String(sound));
    button.textContent = sound ? "Matikan suara panggilan" : "Nyalakan suara panggilan";
  }

  function chime() {
    player ??= new AudioContext();
    player.resume();
    for (const [pitch, start] of TONES) {
      const tone = player.createOscillator();
      const volume = player.createGain();
      const at = player.currentTime + start;
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.25, at);
      volume.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
      tone.connect(volume).connect(player.destination);
      tone.start(at);
      tone.stop(at + 0.6);
    }
  }

  /* Calls that come close together are said one after the other: the browser queues them. */
  function speak(words) {
    if (!window.speechSynthesis || !words) return;
    const call = new SpeechSynthesisUtterance(words);
    call.lang = "id-ID";
    call.rate = 0.9;
    call.voice = speechSynthesis.getVoices().find((voice) => voice.lang.startsWith("id")) ?? null;
    setTimeout(() => speechSynthesis.speak(call), CHIME);
  }

  /* Every call on the board that was not there before, the oldest first. */
  function newCalls() {
    const calls = [...document.querySelectorAll("#board [data-call]")].reverse();
    const fresh = calls.filter((call) => !known.has(call.dataset.call));
    for (const call of calls) known.add(call.dataset.call);
    return fresh.map((call) => call.dataset.spoken);
  }

  function mark() {
    document.getElementById("board")?.classList.toggle("pst-board--new", performance.now() < marking);
  }

  function hear() {
    const calls = newCalls();
    if (calls.length) {
      marking = performance.now() + MARKED;
      setTimeout(mark, MARKED + 50);
      if (sound) {
        chime();
        calls.forEach(speak);
      }
    }
    mark();
  }

  button.hidden = false;
  try { sound = sessionStorage.getItem(KEY) === "on"; } catch { /* forbidden: the button still works */ }
  say();
  button.addEventListener("click", () => {
    sound = !sound;
    try { sessionStorage.setItem(KEY, sound ? "on" : "off"); } catch { /* only this page then */ }
    say();
    if (sound) chime();
    else window.speechSynthesis?.cancel();
  });
  newCalls();
  document.addEventListener("htmx:afterSettle", hear);
})();
