// Names for what Gradio leaves without; the words of a question belong to its boxes.
(() => {
  "use strict";
  const kit = window.legalkit;
  if (kit.left) return;
  const { $, $$ } = kit;

  const boxes = (block) => $$("input", block).length;
  const dress = (question) => {
    const name = question.id.replace(/-0$/, ""); // a box that is alone is its question
    const asked = `${name}-asked`;
    const described = [`${name}-hint`, `${name}-error`].filter((each) => document.getElementById(each)).join(" ");
    const wrong = Boolean(document.getElementById(`${name}-error`));
    const blocks = question.id === name ? kit.boxes(question) : [question];
    let over = "";
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
      const words = ($("label > span", block) || block).textContent;
      if (block.matches(".over")) over = words.split("\n")[0];
      for (const box of $$("textarea, input", block)) {
        box.autocomplete = "off";
        if (block.matches(".under")) box.setAttribute("aria-label", `${over} ${words}`);
        if (box.type === "text" || box.tagName === "TEXTAREA") {
          if (described) box.setAttribute("aria-describedby", described);
          if (wrong) box.setAttribute("aria-invalid", "true");
          if (block.matches(".number")) box.inputMode = "numeric";
        }
      }
    }
  };
  // the sanitiser takes out that a box is ticked; each is ticked once, when it comes
  const tick = (each) => { each.checked = true; each.dataset.ticked = "yes"; };
  kit.dress = () => { $$(".question").forEach(dress); $$(".pick:not([data-ticked]), [id^=in-]:not([data-ticked])").forEach(tick); };
})();
