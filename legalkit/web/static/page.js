// What the page does beside Gradio: buttons in our own HTML, focus, Back and Forward, keeping, the end of her time.
(() => {
  "use strict";
  const kit = window.legalkit;
  if (kit.left) return;
  const root = document.documentElement;
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

  // One step at a time: until the next page is there, nothing else is begun.
  let busy = 0;
  const begin = () => {
    if (Date.now() - busy < 8000) return false;
    const begun = busy = Date.now();
    dirty = false;
    root.classList.add("busy");
    setTimeout(() => { if (busy === begun) { dirty = true; unanswered(); } }, 8000);
    return true;
  };

  const go = (act) => {
    const box = $("#act textarea, #act input");
    if (!box || !begin()) return;
    box.value = act;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => $("#do").click(), 0);
  };

  kit.go = go;
  // Trying the way out: the page is blank for a moment, as it would be, and nothing is wiped.
  const rehearse = () => {
    const title = document.title;
    root.classList.add("rehearsal");
    document.title = "\u00a0";
    setTimeout(() => {
      if (kit.left) return;
      root.classList.remove("rehearsal");
      document.title = title;
      $("#tried").textContent = $("#tried-words").textContent + (kit.to && ` (${kit.to})`);
      $("#try").focus();
    }, 1500);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("button, a");
    if (!button) return;
    if (button.id === "try") rehearse();
    else if (button.id.startsWith("go:")) go(button.id.slice(3));
    else if ((button.id === "next" || button.id === "back") && event.isTrusted && !begin()) {
      event.stopImmediatePropagation();
      event.preventDefault();
    } else if (button.id === "switch") {
      event.preventDefault();
      keep().finally(() => location.assign(button.href));
    } else if (button.matches('a[href^="#f"]')) {
      event.preventDefault();
      const field = document.getElementById(button.hash.slice(1));
      const first = field && $("input:not([type=hidden]), textarea", field);
      if (first) { first.focus(); field.scrollIntoView({ block: "center" }); }
    }
  }, true);

  // Keeping: what the boxes hold goes to the program by itself, so that a reload loses nothing.
  let dirty = false, timer = 0;
  const held = (block) => {
    const boxes = $$("input[type=checkbox]", block);
    if ($("[data-testid=checkbox-group]", block)) return boxes.filter((each) => each.checked).map((each) => each.name);
    if (boxes.length) return boxes[0].checked;
    const radios = $$("input[type=radio]", block);
    if (radios.length) return (radios.find((each) => each.checked) || { value: null }).value;
    const text = $("textarea, input", block);
    return text ? text.value : null;
  };
  const values = () => Object.fromEntries(
    $$('.question [id^="f"]').filter((each) => /^f[0-9a-f]+-(\d+|none)$/.test(each.id)).map((each) => [each.id, held(each)]));
  const here = () => ($("#here") ? $("#here").textContent.split("|")[0] : "");
  const send = (body) => fetch("/keep", {
    method: "POST", keepalive: body.length < 60000, body, headers: { "content-type": "application/json" },
  }).then(() => { told = Date.now(); return true; }, () => false);
  const keep = () => {
    clearTimeout(timer);
    if (!dirty || kit.left) return Promise.resolve();
    dirty = false;
    return send(JSON.stringify({ page: here(), values: values() }));
  };
  kit.keep = keep;
  const soon = () => { dirty = true; clearTimeout(timer); timer = setTimeout(keep, 1000); };
  let composing = false;
  document.addEventListener("compositionstart", () => { composing = true; clearTimeout(timer); }, true);
  document.addEventListener("compositionend", () => { composing = false; soon(); }, true);
  document.addEventListener("input", (event) => {
    const field = event.target.closest && event.target.closest(".question");
    if (!field) return;
    only(field, event.target);
    dirty = true;
    if (!composing) soon();
  }, true);
  window.addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => { if (document.hidden) keep(); });

  // "I do not know" and an answer do not stand together; on a card it is said of what is left empty.
  const only = (field, target) => {
    const none = $('[id$="-none"]', field);
    if (!none) return;
    const ticks = $$("input[type=checkbox]", none);
    const inside = none.contains(target);
    if (inside ? !target.checked : field.matches(".of-card")) return;
    ticks.filter((each) => each.checked && each !== target).forEach((each) => each.click());
  };

  // A new page: names for what Gradio leaves without, focus on the heading, an entry in the history.
  let drawn = "", entry = 0, popping = false;
  const trail = [];
  const boxes = (block) => $$("input", block).length;
  const dress = (question) => {
    const name = question.id;
    const asked = `${name}-asked`;
    const described = [`${name}-hint`, `${name}-error`].filter((each) => document.getElementById(each)).join(" ");
    const wrong = Boolean(document.getElementById(`${name}-error`));
    const blocks = $$(`[id^="${name}-"]`, question).filter((each) => /-(\d+|none)$/.test(each.id));
    if (blocks.length > 1) { question.setAttribute("role", "group"); question.setAttribute("aria-labelledby", asked); }
    for (const block of blocks) {
      const radios = $$("input[type=radio]", block);
      const several = radios.length > 0 || $("[data-testid=checkbox-group]", block);
      radios.forEach((each) => { each.name = block.id; each.removeAttribute("aria-checked"); });
      $$("input[type=checkbox]", block).forEach((each) => each.removeAttribute("title"));
      if (radios.length > 9 || (several && boxes(block) > 9)) block.classList.add("long");
      if (several) {
        block.setAttribute("role", radios.length ? "radiogroup" : "group");
        if (block.id === `${name}-0` && !question.matches(".several")) block.setAttribute("aria-labelledby", asked);
        if (described) block.setAttribute("aria-describedby", described);
      }
      for (const box of $$("textarea, input", block)) {
        box.autocomplete = "off";
        if (box.type === "text" || box.tagName === "TEXTAREA") {
          if (described) box.setAttribute("aria-describedby", described);
          if (wrong) box.setAttribute("aria-invalid", "true");
          if (block.matches(".number")) box.inputMode = "numeric";
        }
      }
    }
  };
  const arrived = () => {
    const now = $("#here");
    const sign = now ? now.textContent : $("#again") ? "again" : "";
    if (!sign || sign === drawn || !$("#top") || (now && !$("#next"))) return;
    const first = !drawn;
    drawn = sign;
    const speaks = now && sign.split("|")[2];
    if (now && speaks !== root.lang) { location.replace($("#switch").href); return; } // she chose to answer in the other language
    busy = 0;
    root.classList.remove("busy");
    $("#status").textContent = "";
    $$(".sections .here").forEach((each) => each.setAttribute("aria-current", "step"));
    $$(".mark").forEach((each) => each.setAttribute("aria-hidden", "true"));
    const wrong = $("#wrong");
    document.title = (wrong ? `${root.dataset.wrong}: ` : "") + root.dataset.title;
    if (!first) { scrollTo(0, 0); (wrong || $("#top")).focus({ preventScroll: true }); }
    past(first);
  };
  const past = (first) => {
    const key = here();
    if (!key) return;
    if (first) {
      entry = (history.state && history.state.entry) || 1;
      history.replaceState({ visit: kit.visit(), entry }, "");
    } else if (!popping && trail[entry] !== key) {
      entry += 1;
      history.pushState({ visit: kit.visit(), entry }, "");
    }
    popping = false;
    trail[entry] = key;
  };
  window.addEventListener("popstate", (event) => {
    const to = event.state && event.state.entry;
    if (!to || kit.left) return;
    const back = to < entry;
    const key = trail[to];
    popping = true;
    entry = to;
    busy = 0;
    go(key ? `to:${key}` : back ? "back" : "next");
  });
  // Gradio brings its components one by one: each is named when it comes.
  // the sanitiser takes out that a box is ticked; each is ticked once, when it comes
  const tick = (each) => { each.checked = true; each.dataset.ticked = "yes"; };
  const drawing = () => { $$(".question").forEach(dress); $$(".pick:not([data-ticked]), [id^=in-]:not([data-ticked])").forEach(tick); arrived(); };
  new MutationObserver(() => requestAnimationFrame(drawing)).observe($("gradio-app"), { childList: true, subtree: true, characterData: true });

  // Her time: a sign of her keeps the answers; without one she is asked, then everything is wiped.
  const idle = Number(root.dataset.idle) * 1000, warn = Number(root.dataset.warn) * 1000;
  let active = Date.now(), told = Date.now();
  const sign = () => { if (!$("#late").hidden) return; active = Date.now(); };
  for (const kind of ["keydown", "pointerdown", "scroll", "input"]) document.addEventListener(kind, sign, { capture: true, passive: true });
  const stay = () => { $("#late").hidden = true; active = Date.now(); touch(); ($("#top") || document.body).focus(); };
  const touch = () => send(JSON.stringify({ page: here(), values: {} }));
  $("#late-stay").addEventListener("click", stay);
  setInterval(() => {
    if (kit.left) return;
    const quiet = Date.now() - active;
    if (quiet >= idle) kit.leave();
    else if (quiet >= idle - warn && $("#late").hidden) { $("#late").hidden = false; $("#late-stay").focus(); }
    else if (quiet < 30000 && Date.now() - told > 60000) { told = Date.now(); touch(); }
  }, 1000);

  // The program was ended, or the answers are wiped: said, with a way to begin again.
  document.addEventListener("gone", () => {
    if (kit.left) return;
    busy = 0;
    root.classList.remove("busy");
    $("#lost").hidden = false;
  });
  const unanswered = () => {
    busy = 0;
    root.classList.remove("busy");
    $("#status").textContent = root.dataset.offline;
  };
  // Once the program answers again, what is typed is kept and the page drawn anew: Gradio would not go on by itself.
  let waiting = 0;
  const again = async () => {
    dirty = true;
    if ((await keep()) && $("#lost").hidden && !kit.left) location.reload();
  };
  document.addEventListener("unanswered", () => {
    if (kit.left) return;
    unanswered();
    waiting = waiting || setInterval(again, 2000);
  });
})();
