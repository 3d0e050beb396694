// SHA-256 of a file, read piece by piece in a worker: the file never lies in memory as a whole, and never leaves.
// The answer that brings this script lets it open no connection (see routes.py); it only tells the page how far it is.
"use strict";

const PIECE = 1024 * 1024;

const fresh = async () => {
  try {
    if (!self.hashwasm) importScripts("/own/hashwasm.js");
    return (await hashwasm.createSHA256()).init();
  } catch (error) { // no WebAssembly here
    if (!self.Sha256) importScripts("/own/sha256.js");
    return new self.Sha256();
  }
};

// Into memory that is used again and again, where the browser can: then it stays flat without anybody tidying up.
const opened = (stream) => {
  try { return stream.getReader({ mode: "byob" }); } catch (error) { return stream.getReader(); }
};

onmessage = async (event) => {
  const { file, size, number } = event.data; // the size it had when it was chosen: that of a vanished file is said to be 0
  try {
    const sum = await fresh(), reader = opened(file.stream());
    let done = 0, told = 0, spare = new ArrayBuffer(PIECE);
    for (let coming = reader.read(new Uint8Array(new ArrayBuffer(PIECE))); ;) {
      const { value, done: over } = await coming;
      if (over) break;
      coming = reader.read(new Uint8Array(spare)); // the next piece is on its way while this one is worked on
      sum.update(value);
      done += value.length;
      spare = value.buffer;
      if (done - told >= PIECE) postMessage({ number, done: told = done });
    }
    if (done !== size || file.size !== size) throw new Error("not what it was");
    postMessage({ number, done, sha256: sum.digest() });
  } catch (error) { // moved, changed or not readable: the others go on
    postMessage({ number, failed: true });
  }
};
