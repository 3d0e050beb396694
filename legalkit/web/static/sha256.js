// SHA-256 in plain JavaScript, for browsers that run no WebAssembly (the lockdown mode of a phone turns it off).
"use strict";

// The constants are the first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2),
// and of the square roots of the first eight (5.3.3). Roots are taken in whole numbers, so that no rounding comes in.
const primes = [];
for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
const root = (number, power) => {
  let low = 0n, high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** power <= number) low = middle; else high = middle;
  }
  return Number(low & 0xffffffffn);
};
const K = Int32Array.from(primes, (p) => root(BigInt(p) << 96n, 3n) | 0);
const START = Int32Array.from(primes.slice(0, 8), (p) => root(BigInt(p) << 64n, 2n) | 0);

class Sha256 {
  constructor() {
    this.state = START.slice();
    this.words = new Int32Array(64);
    this.rest = new Uint8Array(64);
    this.held = 0;
    this.length = 0;
  }

  update(bytes) {
    this.length += bytes.length;
    let at = 0;
    if (this.held) {
      at = Math.min(64 - this.held, bytes.length);
      this.rest.set(bytes.subarray(0, at), this.held);
      this.held += at;
      if (this.held < 64) return;
      this.blocks(this.rest, 0, 64);
      this.held = 0;
    }
    const whole = at + ((bytes.length - at) & ~63);
    this.blocks(bytes, at, whole);
    this.rest.set(bytes.subarray(whole), 0);
    this.held = bytes.length - whole;
  }

  blocks(bytes, from, to) {
    const w = this.words, s = this.state;
    for (let at = from; at < to; at += 64) {
      for (let i = 0, j = at; i < 16; i++, j += 4) w[i] = (bytes[j] << 24) | (bytes[j + 1] << 16) | (bytes[j + 2] << 8) | bytes[j + 3];
      for (let i = 16; i < 64; i++) {
        const x = w[i - 15], y = w[i - 2];
        const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
        const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
        w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
      }
      let a = s[0], b = s[1], c = s[2], d = s[3], e = s[4], f = s[5], g = s[6], h = s[7];
      for (let i = 0; i < 64; i++) {
        const S1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
        const one = (h + S1 + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
        const S0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
        const two = (S0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
      }
      s[0] += a; s[1] += b; s[2] += c; s[3] += d; s[4] += e; s[5] += f; s[6] += g; s[7] += h;
    }
  }

  digest() {
    const bits = this.length;
    const padding = new Uint8Array(((this.held < 56 ? 56 : 120) - this.held) + 8);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(bits / 0x20000000));
    view.setUint32(padding.length - 4, (bits * 8) >>> 0);
    this.update(padding);
    return [...this.state].map((each) => (each >>> 0).toString(16).padStart(8, "0")).join("");
  }
}
self.Sha256 = Sha256;
