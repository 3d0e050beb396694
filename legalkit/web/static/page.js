// Steps: buttons in our own HTML, focus on a new page, Back and Forward, what is said when nothing answers.
(() => {
  "use strict";
  const kit = window.legalkit;
  if (kit.left) return;
  const { root, $, $$ } = kit;

  // One step at a time: until the next page is there, nothing else is begun.
  let busy = 0;
  const begin = () => {
    if (Date.now() - busy < 8000) return false;
    const begun = busy = Date.now();
    kit.unkept(false);
    root.classList.add("busy");
    setTimeout(() => { if (busy === begun) { kit.unkept(true); unanswered(); } }, 8000);
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
      kit.keep().finally(() => location.assign(button.href));
    } else if (button.matches('a[href^="#f"]')) {
      event.preventDefault();
      const field = document.getElementById(button.hash.slice(1));
      const first = field && $("input:not([type=hidden]), textarea", field);
      if (first) { first.focus(); field.scrollIntoView({ block: "center" }); }
    }
  }, true);

  // A new page: focus on the heading, an entry in the history.
  let drawn = "", entry = 0, popping = false;
  const trail = [];
  // Gradio puts the new page into the elements of the old one, piece by piece: it is there when its own boxes are, and no others.
  const kinds = { "is-radio": "input[type=radio]", "is-checkbox": "input[type=checkbox]", "is-text": "textarea, input[type=text]" };
  const made = (block) => Object.entries(kinds).some(([kind, inside]) => block.classList.contains(kind) && $(inside, block));
  const whole = (sign) => {
    const boxes = kit.boxes();
    return Boolean($("#next")) && boxes.map((each) => each.id).join(" ") === sign.split("|")[3] && boxes.every(made);
  };
  kit.whole = () => Boolean($("#here")) && whole($("#here").textContent);
  const arrived = () => {
    const now = $("#here");
    const sign = now ? now.textContent : $("#again") ? "again" : "";
    if (!sign || sign === drawn || !$("#top") || (now && !whole(sign))) return;
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
    const key = $("#here") && $("#here").textContent.split("|")[0];
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
  const drawing = () => { kit.dress(); arrived(); };
  new MutationObserver(() => requestAnimationFrame(drawing)).observe($("gradio-app"), { childList: true, subtree: true, characterData: true, attributeFilter: ["id", "class"] });

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
    kit.unkept(true);
    if ((await kit.keep()) && $("#lost").hidden && !kit.left) location.reload();
  };
  document.addEventListener("unanswered", () => {
    if (kit.left) return;
    unanswered();
    waiting = waiting || setInterval(again, 2000);
  });
})();
