/**
 * One run of the action: what it was given, and what it may touch. Types only.
 */
import type { GitHubContext } from "@handrail/github";
import type { GitHubClient } from "@handrail/github/client";
import type { GitHubRepository } from "@handrail/github/repository";
import type { Host, UntrustedFiles } from "@handrail/runner/host";
import type { Registry } from "@handrail/terraform/registry";
import type { Git } from "./checkout.ts";
import type { Policy } from "./decide/policy.ts";
import type { Inputs } from "./inputs.ts";
import type { ProveDeps } from "./prove/target-run.ts";

/** What the step calls. `github` is undefined without a token. */
export type Deps = {
  git: Git;
  registry: Registry;
  github:
    | {
        client: Pick<GitHubClient, "request" | "viewerLogin" | "upsertComment" | "compareCommits">;
        repository: GitHubRepository;
      }
    | undefined;
  prover(): ProveDeps;
  proofs: {
    /** Where proofs are written: absolute, made when it is needed. */
    folder(): string;
    write(path: string, chunks: Iterable<string>): void;
    untrusted: UntrustedFiles;
  };
  host: Pick<Host, "log" | "annotate" | "redactor" | "readEvent">;
};

/** One run of the action. */
export type BumpStep = { inputs: Inputs; policy: Policy; context: GitHubContext; deps: Deps };
