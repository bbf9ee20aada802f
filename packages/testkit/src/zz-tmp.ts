import { startReleases } from "./releases/server.ts";
import { readFileSync, mkdtempSync, mkdirSync, writeFileSync, statSync } from "node:fs";
import { spawnSync, spawn } from "node:child_process";
const s = await startReleases({ releases: [{ version: "1.11.4", zip: readFileSync("/tmp/hrset/t.zip") }] });
const dir = mkdtempSync("/tmp/hrset/run-");
mkdirSync(dir + "/ws");
writeFileSync(dir + "/ws/main.tf", 'terraform {\n required_version = "1.11.4"\n}\n');
const env = { PATH: "/usr/bin:/bin", HOME: dir, RUNNER_TEMP: dir + "/temp", RUNNER_TOOL_CACHE: dir + "/tools", GITHUB_WORKSPACE: dir + "/ws", GITHUB_OUTPUT: dir + "/out", GITHUB_PATH: dir + "/path", GITHUB_ENV: dir + "/env", GITHUB_STATE: dir + "/state", GITHUB_STEP_SUMMARY: dir + "/summary",
 "INPUT_RELEASES-URL": s.url, "INPUT_SIGNING-KEY": s.keys.trusted.armored, ...(process.argv[2] ? { "INPUT_TERRAFORM-VERSION": process.argv[2] } : {}) };
for (const f of ["out", "path", "env", "state", "summary"]) writeFileSync(`${dir}/${f}`, "");
const run = (): Promise<[number, string, number]> => new Promise((r) => { const t = performance.now(); const c = spawn(process.execPath, [...(process.env.PROF?["--cpu-prof","--cpu-prof-dir=/tmp/hrset/prof"]:[]), "actions/terraform-setup/dist/index.js"], { env, stdio: ["ignore", "pipe", "pipe"] }); let o = ""; c.stdout.on("data", (d) => (o += d)); c.stderr.on("data", (d) => (o += d)); c.on("close", (code) => r([code ?? -1, o, performance.now() - t])); });
const [code, out, ms] = await run(); console.log(code, out, ms);
const times: number[] = [];
for (let i = 0; i < 9; i++) { const [c, o, m] = await run(); times.push(m); if (i === 0 || c !== 0) console.log(c, o); }
console.log("cached", times.map(Math.round).join(" "), "requests", s.requests.length);
const base: number[] = []; for (let i = 0; i < 9; i++) { const t = performance.now(); spawnSync(process.execPath, ["-e", "0"]); base.push(performance.now() - t); }
console.log("node", base.map(Math.round).join(" "));

await s.close();
