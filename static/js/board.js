/* The board: a new call is marked, and sounds once somebody has switched the sound on (browsers ask for a touch first).
   The numbers themselves come by htmx, or by the page loading itself again. */
(() => {
  "use strict";

  const KEY = "pst:board-sound";
  const TONES = [[660, 0], [880, 0.25]];
  const MARKED = 6000;
  let spoken = document.getElementById("board")?.dataset.call ?? "";
  let sound = false;
  let player;

  const button = document.querySelector("[data-sound]");

  function say() {
    button.setAttribute("aria-pressed", String(sound));
    button.textContent = sound ? "Matikan suara panggilan" : "Nyalakan suara panggilan";
  }

  function chime() {
    player ??= new AudioContext();
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

  function speak(words) {
    if (!window.speechSynthesis || !words) return;
    const call = new SpeechSynthesisUtterance(words);
    call.lang = "id-ID";
    call.rate = 0.9;
    call.voice = speechSynthesis.getVoices().find((voice) => voice.lang.startsWith("id")) ?? null;
    speechSynthesis.cancel();
    setTimeout(() => speechSynthesis.speak(call), 900);
  }

  function hear() {
    const board = document.getElementById("board");
    if (!board || board.dataset.call === spoken) return;
    spoken = board.dataset.call;
    if (!spoken) return;
    board.classList.add("pst-board--new");
    setTimeout(() => document.getElementById("board")?.classList.remove("pst-board--new"), MARKED);
    if (sound) {
      chime();
      speak(board.dataset.spoken);
    }
  }

  button.hidden = false;
  try { sound = sessionStorage.getItem(KEY) === "on"; } catch { /* forbidden: the button still works */ }
  say();
  button.addEventListener("click", () => {
    sound = !sound;
    try { sessionStorage.setItem(KEY, sound ? "on" : "off"); } catch { /* only this page then */ }
    say();
    if (sound) chime();
  });
  document.addEventListener("htmx:afterSettle", hear);
})();
