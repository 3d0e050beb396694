// SHA-256 of a file, read piece by piece in a worker: the file never lies in memory as a whole, and never leaves.
// The answer that brings this script lets it open no connection (see routes.py); it only tells the page how far it is.
"use strict";

const PIECE = 4 * 1024 * 1024;

const fresh = async () => {
  try {
    if (!self.hashwasm) importScripts("/own/hashwasm.js");
    return [(await hashwasm.createSHA256()).init(), "hash-wasm 4.13.0"];
  } catch (error) { // no WebAssembly here
    if (!self.Sha256) importScripts("/own/sha256.js");
    return [new self.Sha256(), "sha256.js"];
  }
};

onmessage = async (event) => {
  const { file, size, number } = event.data; // the size it had when it was chosen: that of a vanished file is said to be 0
  const read = (at) => file.slice(at, Math.min(at + PIECE, size)).arrayBuffer();
  try {
    const [sum, tool] = await fresh();
    let done = 0;
    for (let coming = read(0); done < size;) {
      const piece = new Uint8Array(await coming);
      if (!piece.length) throw new Error("shorter than it was");
      coming = read(done + piece.length); // the next piece is on its way while this one is worked on
      sum.update(piece);
      done += piece.length;
      postMessage({ number, done });
    }
    if (file.size !== size) throw new Error("not what it was");
    postMessage({ number, done, sha256: sum.digest(), tool });
  } catch (error) { // moved, changed or not readable: the others go on
    postMessage({ number, failed: true });
  }
};
