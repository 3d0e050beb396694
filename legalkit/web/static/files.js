// Files: their sums are worked out here; papers and the encrypted file are given to her from memory.
(() => {
  "use strict";
  const kit = window.legalkit;
  if (kit.left) return;
  const { root, $, $$ } = kit;
  const element = (name, parts, ...inside) => { const made = Object.assign(document.createElement(name), parts); made.append(...inside); return made; };
  const words = (key) => root.dataset[key];

  const give = async (answer, where) => {
    if (!answer.ok) {
      const told = answer.status === 422 ? (await answer.json()).problems : [words("offline")];
      where.textContent = told.join(" ");
      return false;
    }
    const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition"))[1];
    const address = URL.createObjectURL(await answer.blob());
    element("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    where.textContent = `${words("ready")} ${name}`;
    return true;
  };
  const post = (path, sent) => fetch(`${path}?language=${root.lang}`, {
    method: "POST", body: sent instanceof Blob ? sent : JSON.stringify(sent), headers: { "content-type": "application/octet-stream" },
  });
  const papers = async (filings, versions, zip) => {
    const where = $("#making");
    where.textContent = words("making");
    await give(await post("/papers", { filings, versions, zip }), where);
  };

  // The worker goes on with one file after the other; stopping ends it and keeps what is done.
  let worker = null, chosen = [], sizes = [], done = [], read = 0;
  const local = (time) => {
    const day = new Date(time), ahead = -day.getTimezoneOffset();
    const two = (n) => String(Math.trunc(Math.abs(n))).padStart(2, "0");
    return new Date(time + ahead * 60000).toISOString().slice(0, 19) + (ahead < 0 ? "-" : "+") + two(ahead / 60) + ":" + two(ahead % 60);
  };
  const record = (file, size, { sha256, tool }) => ({
    name: file.name.normalize("NFC"), size, ...(file.type ? { type: file.type } : {}),
    modified: local(file.lastModified), sha256, hashed_at: local(Date.now()), tool,
  });
  const row = (each, n) => element("p", {},
    element("label", {}, `${words("name")} `, element("input", { type: "text", value: each.name, maxLength: 200, autocomplete: "off", oninput: (e) => { done[n].name = e.target.value; } })),
    element("code", { title: each.sha256 }, ` ${each.sha256.slice(0, 16)}… `), `${each.size.toLocaleString(root.lang)} bytes `,
    ...(done.findIndex((other) => other.sha256 === each.sha256) < n ? [element("em", {}, words("twice"))] : []));
  const listed = () => { // only what is new is drawn, so that a name she is just typing stays as it is
    const list = $("#hashed");
    if (!list) return;
    done.slice(list.children.length).forEach((each) => list.append(row(each, list.children.length)));
    $("#hash-add").hidden = !done.length;
  };
  const failed = [];
  const told = (number, ended) => { // said once a file; the bar in it moves without being read out
    const unread = failed.length ? ` · ${words("unread")} ${failed.join(", ")}` : "";
    const doing = ended ? `${read} / ${chosen.length} · ${words(ended)}` : `${number + 1} / ${chosen.length} · ${chosen[number].name}`;
    $("#hashing").replaceChildren(doing + unread + " ", ...(ended ? [] : [element("progress", { max: sizes[number] || 1, value: 0, ariaLabel: chosen[number].name })]));
  };
  const next = (number) => {
    if (number >= chosen.length) { stop("hashed"); return; }
    told(number);
    worker.postMessage({ file: chosen[number], size: sizes[number], number });
  };
  const stop = (ended) => {
    if (!worker) return;
    worker.terminate();
    worker = null;
    if (!$("#hashing")) return;
    $("#hash-stop").hidden = true;
    told(0, ended);
  };
  const hash = (files) => {
    stop("stopped");
    chosen = [...files];
    sizes = chosen.map((each) => each.size);
    failed.length = read = 0;
    if (!chosen.length) return;
    worker = new Worker("/own/hash.js");
    $("#hash-stop").hidden = false;
    worker.onerror = () => { stop("stopped"); $("#hashing").textContent = words("offline"); };
    worker.onmessage = ({ data }) => {
      if (!$("#hashing")) { stop(); return; }
      const bar = $("#hashing progress");
      if (bar) bar.value = data.done || 0;
      if (data.failed) failed.push(chosen[data.number].name);
      if (data.sha256) { read++; done.push(record(chosen[data.number], sizes[data.number], data)); listed(); }
      if (data.sha256 || data.failed) next(data.number + 1);
    };
    next(0);
  };
  const add = async () => {
    const answer = await post("/files", { files: done });
    if (!answer.ok) { $("#hashing").textContent = (await answer.json()).problems.join(" "); return; }
    done = [];
    kit.go((await answer.json()).go);
  };

  // She went to another page and came back: what is not added yet still stands there.
  new MutationObserver(() => { if (done.length) listed(); }).observe($("gradio-app"), { childList: true, subtree: true });

  // The encrypted file.
  const panel = $("#keeping");
  const passphrase = () => $("#passphrase").value;
  const saved = async () => {
    const where = $("#kept");
    if (passphrase() !== $("#again-passphrase").value) { where.textContent = words("differ"); return; }
    where.textContent = words("making");
    await kit.keep();
    if (await give(await post("/save", { passphrase: passphrase() }), where)) clear();
  };
  const open = async () => {
    const where = $("#kept"), [file] = $("#kept-file").files;
    if (!file) { where.textContent = words("nofile"); return; }
    where.textContent = words("making");
    const said = new TextEncoder().encode(passphrase());
    const answer = await post("/open", new Blob([new Uint8Array([said.length >> 8, said.length & 255]), said, file]));
    if (!answer.ok) { where.textContent = answer.status === 422 ? (await answer.json()).problems.join(" ") : words("large"); return; }
    clear();
    location.reload();
  };
  const clear = () => { for (const each of ["#passphrase", "#again-passphrase", "#kept-file"]) $(each).value = ""; };

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("button");
    if (!button) return;
    const { id } = button;
    if (id.startsWith("get:")) { const [filing, version] = id.slice(4).split("."); papers([filing], [version], false); }
    else if (id === "zip") {
      const versions = $$("[id^=in-]").filter((each) => each.checked).map((each) => each.id.slice(3));
      papers($$(".pick").filter((each) => each.checked).map((each) => each.id.slice(5)), versions, true);
    } else if (id === "hash-stop") stop("stopped");
    else if (id === "hash-add") add();
    else if (id === "keep-open") { panel.hidden = !panel.hidden; button.setAttribute("aria-expanded", String(!panel.hidden)); if (!panel.hidden) $("#passphrase").focus(); else clear(); }
    else if (id === "keep-save") saved();
    else if (id === "keep-load") open();
  });
  document.addEventListener("change", (event) => {
    if (event.target.id === "files") hash(event.target.files);
    if (event.target.id === "shown") $$(".secret").forEach((each) => each.classList.toggle("plain", event.target.checked));
  });
})();
