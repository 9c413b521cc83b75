/* Covering parts of a page: a box is drawn on its picture with mouse or finger and sent as the four numbers beside it.
   Without script the numbers are typed. */
(() => {
  "use strict";

  const WHOLE = 1000;
  const SMALLEST = 10;

  for (const place of document.querySelectorAll("[data-redaction]")) {
    const form = document.getElementById(place.dataset.redaction);
    const image = place.querySelector("img");
    const box = document.createElement("div");
    box.className = "pst-redaction__box";
    image.draggable = false;
    place.classList.add("pst-redaction__page--drawn");
    let start = null;

    const within = (share) => Math.min(WHOLE, Math.max(0, share * WHOLE));
    function at(event) {
      const seen = image.getBoundingClientRect();
      return [within((event.clientX - seen.left) / seen.width), within((event.clientY - seen.top) / seen.height)];
    }
    function sides(event) {
      const [x, y] = at(event);
      return {
        left: Math.floor(Math.min(x, start[0])),
        top: Math.floor(Math.min(y, start[1])),
        right: Math.ceil(Math.max(x, start[0])),
        bottom: Math.ceil(Math.max(y, start[1])),
      };
    }
    function show(event) {
      const drawn = sides(event);
      box.style.left = `${drawn.left / 10}%`;
      box.style.top = `${drawn.top / 10}%`;
      box.style.width = `${(drawn.right - drawn.left) / 10}%`;
      box.style.height = `${(drawn.bottom - drawn.top) / 10}%`;
    }

    place.addEventListener("pointerdown", (event) => {
      if (event.button || !image.naturalHeight) return;
      start = at(event);
      place.setPointerCapture(event.pointerId);
      show(event);
      place.append(box);
    });
    place.addEventListener("pointermove", (event) => start && show(event));
    place.addEventListener("pointercancel", () => {
      start = null;
      box.remove();
    });
    place.addEventListener("pointerup", (event) => {
      if (!start) return;
      const drawn = sides(event);
      start = null;
      if (drawn.right - drawn.left < SMALLEST && drawn.bottom - drawn.top < SMALLEST) {
        box.remove();
        return;
      }
      for (const [side, value] of Object.entries(drawn)) form.querySelector(`[name$="-${side}"]`).value = value;
      form.requestSubmit();
    });
  }
})();
