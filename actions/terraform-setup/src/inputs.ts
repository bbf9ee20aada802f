/**
 * The inputs and outputs of terraform-setup: the same as in action.yml, which a test compares with this file.
 */
import { ConstraintError, parseRequest, releasesUrlProblem } from "@handrail/terraform";
import { input, type Declaration, type InputValues, type OutputDeclarations } from "@handrail/runner";
import { parseTokenHosts, type TokenHost } from "./token-hosts.ts";

/** What is wrong with the input terraform-version; undefined when it can be used. */
function versionProblem(text: string): string | undefined {
  try {
    const { kind } = parseRequest(text);
    return kind === "exact" || kind === "constraint" || kind === "latest"
      ? undefined
      : "only a version file may say that";
  } catch (error) {
    if (error instanceof ConstraintError) return `${error.message}. ${error.remedy}`;
    throw error;
  }
}

function keyProblem(text: string): string | undefined {
  return text.startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----") ? undefined : "no armored public key";
}

function urlProblem(text: string): string | undefined {
  const problem = releasesUrlProblem(text);
  return problem === undefined ? undefined : `it ${problem}`;
}

const tokenHosts: Declaration<TokenHost[]> = {
  kind: "lines",
  description:
    "Tokens for private registries and HCP Terraform: `host=token`, one a line. Each is masked and set as the `TF_TOKEN_*` environment variable of later steps, which terraform reads; no file is written.",
  isRequired: false,
  isSecret: true,
  accepts:
    "host=token, one a line: a host name without port, each only once, and a token of letters, digits and -._~+/=",
  read: parseTokenHosts,
};

type Inputs = {
  "working-directory": Declaration<string>;
  "terraform-version": Declaration<string>;
  product: Declaration<"terraform" | "opentofu">;
  "releases-url": Declaration<string>;
  "signing-key": Declaration<string>;
  "token-hosts": Declaration<TokenHost[]>;
};

export const inputs: Inputs = {
  "working-directory": input.directory({
    description:
      "The root module. Version files are looked for in it and upwards to the workspace root, the nearest wins; `required_version` is read from its own files.",
    default: ".",
  }),
  "terraform-version": input.text({
    description:
      "An exact version (`1.11.4`), a constraint as in `required_version` (`~> 1.11`), or `latest`. Empty: what the version files and `required_version` say.",
    accepts: "an exact version like 1.11.4, a constraint like ~> 1.11, or latest",
    check: versionProblem,
  }),
  product: input.choice(["terraform", "opentofu"], { description: "What to install: `terraform` or `opentofu`." }),
  "releases-url": input.text({
    description:
      "A mirror to install from, in the vendor's layout: `terraform/index.json` and `terraform/<version>/` with the zip, SHA256SUMS and its .sig; for OpenTofu `tofu/api.json` and the release assets with their .gpgsig. Empty: the vendor. https, or http on this machine.",
    accepts: "an https URL without query, or http on localhost",
    check: urlProblem,
  }),
  "signing-key": {
    ...input.text({
      description:
        "Armored OpenPGP public key of a mirror that signs its checksums itself. It replaces the vendor's key, which is built in.",
      accepts: "an armored OpenPGP public key (-----BEGIN PGP PUBLIC KEY BLOCK-----)",
      check: keyProblem,
    }),
    // A private key may have been given by mistake.
    isSecret: true,
  },
  "token-hosts": tokenHosts,
};

export type Values = InputValues<Inputs>;

export const outputs: OutputDeclarations = {
  "terraform-version": { description: "The version that later steps get, for example `1.11.4`." },
  "terraform-path": { description: "Absolute path of the program: `terraform`, or `tofu` for OpenTofu." },
  "version-source": {
    description:
      "Where the version was named: `input terraform-version`, a file with its line (`live/.terraform-version:1`), several joined with commas, or `PATH` when nobody named one.",
  },
  "cache-hit": { description: "`true` when it came from the runner's tool cache, without a request." },
  result: {
    description:
      "`installed` (ok): downloaded and verified. `cached` (ok): from the tool cache, verified again. `present` (ok): the program on PATH is already right. `failed`.",
  },
  "failure-reason": {
    description:
      "With `failed`: `no-version`, `not-found`, `download-failed`, `verification-failed`, `invalid-input`, `unsupported-platform`, `cancelled` or `internal-error`.",
  },
};
