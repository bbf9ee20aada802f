/**
 * The roots of chapter 4, live/edge/test and live/edge/prod: on main, with modules of a registry inside this process, and
 * applied. It tells no story.
 */
import { startRegistry, workspace } from "@handrail/testkit";
import type { ModuleRelease } from "@handrail/testkit";
import type { Stage } from "./stage.ts";
import { applyTerraform } from "./terraform.ts";
import { readFiles } from "./tree.ts";

/** The root modules. */
const edgeRoots = ["live/edge/test", "live/edge/prod"];

/** Where the files say that their states are; the demo's state server stands in for it. */
const states = "https://state.shop.example";

/** The two roots, and what terraform and the action need to plan them. */
export interface Edge {
  /** What the job has in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Applies both roots as they are in the checkout; returns terraform's closing lines. */
  apply(): Promise<string[]>;
  close(): Promise<void>;
}

/** Starts the registry, pushes the roots to main and applies them. */
export async function openEdge(stage: Stage): Promise<Edge> {
  const registry = await startRegistry({
    modules: [
      { source: "shop/ingress/generic", versions: releases("ingress", ["2.1.0", "2.2.0"]) },
      { source: "shop/dns/generic", versions: releases("dns", ["1.4.0", "1.5.0"]) },
    ],
  });
  const home = workspace(
    { "terraform.rc": registry.cliConfiguration("registry.terraform.io") },
    { git: false, name: "demo-cli" },
  );
  const env = { TF_CLI_CONFIG_FILE: home.resolve("terraform.rc") };
  const edge: Edge = {
    env,
    apply: () =>
      Promise.all(edgeRoots.map((root) => applyTerraform(stage.checkout.resolve(root), { ...stage.env, ...env }))),
    async close() {
      home.cleanup();
      await registry.close();
    },
  };
  const changes = Object.fromEntries(
    Object.entries(readFiles("edge")).map(([file, text]) => [
      file,
      text.replaceAll(states, new URL(stage.backend.url).origin),
    ]),
  );
  await stage.push({ branch: "main", changes, message: "The edge", author: "mona" });
  stage.land(changes);
  stage.checkOut();
  await edge.apply();
  return edge;
}

/** The newest is nine days old. */
function releases(name: string, versions: readonly string[]): ModuleRelease[] {
  return versions.toReversed().map((version, index) => ({
    version,
    publishedAt: new Date(Date.now() - (9 + index * 80) * 86_400_000).toISOString(),
    files: readFiles(`registry/${name}/${version}`),
  }));
}
