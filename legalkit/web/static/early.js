// Runs before anything is drawn: the way out, the tab's token, the language. Loads nothing and keeps no answer.
(() => {
  "use strict";
  const LEAVE_TO = __LEAVE_TO__;
  const root = document.documentElement;
  const mark = (token) => token.slice(-6);

  // Somebody went back into a visit that is over: nothing of it is shown.
  const seat = root.dataset.seat || ""; // which case the tab is at, in an organisation
  const slot = seat ? `tab:${seat}` : "tab";
  const held = sessionStorage.getItem(slot);
  const past = history.state && history.state.visit;
  if (past && (!held || past !== mark(held))) {
    root.hidden = true;
    window.legalkit = { left: true };
    location.replace(LEAVE_TO);
    return;
  }

  // Gradio's own words follow the language of the browser; the page has one of its own.
  Object.defineProperty(navigator, "language", { get: () => root.lang });
  Object.defineProperty(navigator, "languages", { get: () => [root.lang] });

  const fresh = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    return seat + btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  };
  let token = held || fresh();
  const keepToken = () => sessionStorage.setItem(slot, token);

  // A tab that was duplicated has a copy of the token; the tab that holds the lock keeps it, the other gets a new one.
  const locked = () => new Promise((done) => {
    navigator.locks.request(`tab-${mark(token)}`, { ifAvailable: true }, (lock) => {
      done(Boolean(lock));
      return lock ? new Promise(() => {}) : undefined;
    });
  });
  const claim = async () => {
    for (let tries = 0; navigator.locks && !(await locked()); tries++) {
      if (tries === 12) token = fresh(); // so long it takes a page that is reloaded to let go
      else await new Promise((next) => setTimeout(next, 80));
    }
    keepToken();
  };
  const ready = claim();

  const original = window.fetch.bind(window);
  window.fetch = async (input, init = {}) => {
    const request = input instanceof Request ? input : null;
    if (new URL(request ? request.url : input, location.href).origin !== location.origin) throw new TypeError("refused");
    await ready;
    const headers = new Headers(init.headers || (request ? request.headers : undefined));
    headers.set("x-tab", token);
    const answer = await original(input, { ...init, headers }).catch((error) => {
      if (error instanceof TypeError) document.dispatchEvent(new Event("unanswered")); // not when we broke it off
      throw error;
    });
    if (answer.status === 403 || answer.status === 410) document.dispatchEvent(new Event("gone"));
    // another process answers, or the database is away: the step was not taken, and the page is drawn anew once it can be
    if (answer.status >= 500 && answer.url.includes("/queue/")) document.dispatchEvent(new Event("unanswered"));
    return answer;
  };

  const leave = () => {
    if (window.legalkit.left) return;
    window.legalkit.left = true;
    root.className = "left";
    document.title = "\u00a0";
    navigator.sendBeacon("/leave");
    sessionStorage.clear();
    localStorage.clear();
    // said to whoever does not see the screen; no word of what this page was
    const loading = Object.assign(document.createElement("p"), { className: "unseen", textContent: root.dataset.leaving });
    loading.setAttribute("role", "alert");
    document.body.replaceChildren(loading);
    location.replace(LEAVE_TO);
  };

  window.legalkit = {
    left: false, leave, ready, visit: () => mark(token), to: LEAVE_TO.startsWith("/") ? "" : new URL(LEAVE_TO).host,
    // what every script after this one begins with
    root,
    $: (selector, within = document) => within.querySelector(selector),
    $$: (selector, within = document) => [...within.querySelectorAll(selector)],
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest && event.target.closest("#leave, #late-leave")) {
      event.preventDefault();
      leave();
    }
  }, true);

  // Shift three times, by itself: not as part of a capital letter.
  let pressed = 0, alone = false, timer = 0;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") { alone = false; pressed = 0; } else if (!event.repeat) alone = true;
  }, true);
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    pressed += 1;
    clearTimeout(timer);
    timer = setTimeout(() => { pressed = 0; }, 5000);
    if (pressed === 3) leave();
  }, true);

  window.addEventListener("pageshow", (event) => { if (event.persisted && window.legalkit.left) location.replace(LEAVE_TO); });
})();
