// One npm engine in a process of its own, for bench_rivals.py: fills a template for a while whenever it is asked.
import fs from "node:fs";
import readline from "node:readline";
import { createRequire } from "node:module";

const SLICE = 0.3; // seconds of CPU time that one answer takes, at least
const [modules, name, template, data, out] = process.argv.slice(2);
const require = createRequire(`${modules}/package.json`);
const raw = fs.readFileSync(template);
const told = JSON.parse(fs.readFileSync(data, "utf8"));

const engines = {
  // as its documentation says: a new zip and a new engine a document
  docxtemplater() {
    const Engine = require("docxtemplater");
    const Zip = require("pizzip");
    return async () => {
      const made = new Engine(new Zip(raw), { paragraphLoop: true, linebreaks: true });
      made.render(told);
      return made.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  "easy-template-x"() {
    const { TemplateHandler } = require("easy-template-x");
    const handler = new TemplateHandler();
    return () => handler.process(raw, told);
  },
  carbone() {
    const carbone = require("carbone");
    return () => new Promise((done, failed) => carbone.render(template, told, (error, made) => (error ? failed(error) : done(made))));
  },
};

const make = engines[name]();
fs.writeFileSync(out, await make());
console.log(require(`${modules}/node_modules/${name}/package.json`).version);
for await (const _ of readline.createInterface({ input: process.stdin })) {
  const start = process.cpuUsage();
  let count = 0;
  let spent = 0;
  while (spent < SLICE) {
    await make();
    count += 1;
    const used = process.cpuUsage(start);
    spent = (used.user + used.system) / 1e6;
  }
  console.log(spent / count);
}
process.exit(0);
