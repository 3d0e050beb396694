// What is typed goes to the program by itself, so that a reload loses nothing; and the end of her time.
(() => {
  "use strict";
  const kit = window.legalkit;
  if (kit.left) return;
  const { root, $, $$ } = kit;

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
  kit.boxes = (within = document) => $$('[id^="f"]', within).filter((each) => /^f[0-9a-f]+-(\d+|none)$/.test(each.id));
  const values = () => Object.fromEntries(kit.boxes().map((each) => [each.id, held(each)]));
  const here = () => ($("#here") ? $("#here").textContent.split("|")[0] : "");
  const send = (body) => fetch("/keep", {
    method: "POST", keepalive: body.length < 60000, body, headers: { "content-type": "application/json" },
  }).then((answer) => { told = Date.now(); return answer.status < 500; }, () => false);
  const keep = () => {
    clearTimeout(timer);
    if (!dirty || kit.left) return Promise.resolve();
    dirty = false;
    return send(JSON.stringify({ page: here(), values: values() }));
  };
  kit.keep = keep;
  kit.unkept = (is) => { dirty = is; }; // whether what stands in the boxes is still to be kept
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
})();
