/**
 * Started by check.ts, once for each run: everything that terraform-apply checks of a plan file before terraform starts,
 * with the compiled code that the bundle is made of. Arguments: workspace, plan file, seal key. Prints milliseconds.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as host from "@handrail/runner/host";
import { createTerraform, readCheckout } from "@handrail/terraform/cli";
import { createHost } from "../../packages/runner/lib/host/create-host.js";
import { openSavedPlan } from "../../actions/terraform-apply/lib/saved-plan.js";

const [workspace = "", planFile = "", sealKey = "", sha = ""] = process.argv.slice(2);
const temporary = mkdtempSync(join(tmpdir(), "bench-check-"));
const environment = { PATH: process.env["PATH"] ?? "" };
const { host: step } = createHost({
  environment,
  write: () => undefined,
  cancelled: new AbortController().signal,
  outputs: {},
});
const { exec, log } = step;
const options = { exec, path: "terraform", directory: workspace, environment, log, temporaryDirectory: temporary };
const files = {
  /** @param {string} path */
  readText: (path) => host.readTextFile(path, 1024 * 1024),
  readBytes: host.readBinaryFile,
  write: host.writeFileChunks,
};
const origin = { repository: "octo-org/octo-repo", runId: "1", runAttempt: 1, headSha: sha };
const started = performance.now();
await openSavedPlan(
  /** @type {any} */ ({
    label: ".",
    origin,
    context: {},
    inputs: { "plan-file": planFile, "seal-key": sealKey },
    target: { workspacePath: workspace, directory: "." },
    deps: { terraform: createTerraform(options), files },
    /** @param {any} modules @param {any} more */
    readCheckout: (modules, more) => readCheckout(options, modules, more),
  }),
  join(temporary, "plan.tfplan"),
);
process.stdout.write(String(performance.now() - started));
rmSync(temporary, { recursive: true });
