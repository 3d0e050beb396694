// Files: their sums are worked out here; papers and the encrypted file are given to her from memory.
(() => {
  "use strict";
  const kit = window.legalkit;
  if (kit.left) return;
  const root = document.documentElement;
  const $ = (selector) => document.querySelector(selector);
  const $$ = (selector) => [...document.querySelectorAll(selector)];
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
  let worker = null, chosen = [], done = [];
  const local = (time) => {
    const day = new Date(time), ahead = -day.getTimezoneOffset();
    const two = (n) => String(Math.trunc(Math.abs(n))).padStart(2, "0");
    return new Date(time + ahead * 60000).toISOString().slice(0, 19) + (ahead < 0 ? "-" : "+") + two(ahead / 60) + ":" + two(ahead % 60);
  };
  const record = (file, sha256) => ({
    name: file.name.normalize("NFC"), size: file.size, ...(file.type ? { type: file.type } : {}),
    modified: local(file.lastModified), sha256, hashed_at: local(Date.now()),
  });
  const listed = () => {
    $("#hashed").replaceChildren(...done.map((each, n) => element("p", {},
      element("label", {}, `${words("name")} `, element("input", { type: "text", value: each.name, maxLength: 200, autocomplete: "off", oninput: (e) => { done[n].name = e.target.value; } })),
      element("code", { title: each.sha256 }, ` ${each.sha256.slice(0, 16)}… `), `${each.size.toLocaleString(root.lang)} bytes`)));
    $("#hash-add").hidden = !done.length;
  };
  const next = (number) => {
    if (number >= chosen.length) { stop(); return; }
    worker.postMessage({ file: chosen[number], number });
  };
  const stop = () => { if (worker) worker.terminate(); worker = null; if ($("#hash-stop")) $("#hash-stop").hidden = true; };
  const failed = [];
  const hash = (files) => {
    stop();
    chosen = [...files];
    failed.length = 0;
    if (!chosen.length) return;
    worker = new Worker("/own/hash.js");
    $("#hash-stop").hidden = false;
    worker.onmessage = ({ data }) => {
      const file = chosen[data.number];
      if (!$("#hashing")) { stop(); return; }
      if (data.failed) failed.push(file.name);
      const percent = file.size ? Math.floor((100 * (data.done || 0)) / file.size) : 100;
      $("#hashing").textContent = `${data.number + 1} / ${chosen.length} · ${percent}%` + (failed.length ? ` · ${words("unread")} ${failed.join(", ")}` : "");
      if (data.sha256) { done.push(record(file, data.sha256)); listed(); }
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
    } else if (id === "hash-stop") stop();
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
