/** `npm run docs [-- --check]`: writes the generated tables into the READMEs, or says which are out of date. */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkDocs, generateReadmes } from "./readme.ts";

const root = resolve(import.meta.dirname, "..");
if (process.argv.includes("--check")) {
  const problems = await checkDocs(root);
  for (const problem of problems) console.log(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
} else {
  for (const { path, current, text, problem } of await generateReadmes(root)) {
    if (problem !== undefined) {
      console.log(`${path}: ${problem}`);
      process.exitCode = 1;
    } else if (text !== current) {
      writeFileSync(join(root, path), text);
      console.log(`${path} written`);
    }
  }
}
