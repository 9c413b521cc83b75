/* The kiosk: whoever leaves is forgotten. Nothing touched for a while leads back to the first page; where the network is
   gone, what was typed is cleared at once and the first page follows as soon as it can be had. The pages work without. */
(() => {
  "use strict";

  const WARNING = 10;
  const TICK = 1000;
  const AGAIN = 5000;
  let left = 0;
  let leaving = false;

  const kiosk = () => document.querySelector("[data-kiosk]");

  function touched() {
    left = Number(kiosk()?.dataset.reset ?? 45);
    document.getElementById("idle")?.remove();
  }

  function warn() {
    let bar = document.getElementById("idle");
    if (!bar) {
      bar = document.createElement("p");
      bar.id = "idle";
      bar.className = "pst-kiosk__idle";
      bar.setAttribute("role", "status");
      bar.textContent = "Halaman ini segera dikosongkan. Sentuh layar untuk melanjutkan.";
      kiosk().append(bar);
    }
  }

  function isFirstPage() {
    return location.pathname === kiosk()?.dataset.kiosk;
  }

  function clear() {
    const note = document.createElement("p");
    note.className = "govuk-body-l";
    note.setAttribute("role", "status");
    note.textContent = "Sambungan terputus. Isian sudah dikosongkan; halaman awal kembali sendiri begitu sambungan pulih.";
    kiosk().replaceChildren(note);
  }

  async function leave() {
    leaving = true;
    const home = kiosk().dataset.kiosk;
    try {
      const answer = await fetch(home, { cache: "no-store" });
      if (!answer.ok) throw new Error(String(answer.status));
      location.replace(home);
    } catch {
      if (!isFirstPage()) clear();
      setTimeout(leave, AGAIN);
    }
  }

  setInterval(() => {
    if (leaving || !kiosk()) return;
    left -= 1;
    if (left <= 0) leave();
    else if (left <= WARNING && !isFirstPage()) warn();
  }, TICK);

  for (const name of ["pointerdown", "keydown", "input", "scroll"]) document.addEventListener(name, touched, { passive: true });
  document.addEventListener("htmx:load", touched);

  /* A page that the browser kept for its back button is not shown to the next person. */
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && kiosk()) location.replace(kiosk().dataset.kiosk);
  });

  /* A kiosk with a receipt printer prints the page itself; elsewhere the link to the paper stays. */
  document.addEventListener("click", (event) => {
    const key = event.target.closest?.('[data-print="page"]');
    if (!key || !window.print) return;
    event.preventDefault();
    window.print();
  });

  touched();
})();
