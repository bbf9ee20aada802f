/**
 * Makes known what the configuration and the inputs say is secret, before terraform prints a word: the log shows addresses
 * while it runs, errors can print any value, and only a plan names all that is sensitive.
 */
import { posix } from "node:path";
import { readHcl } from "@handrail/terraform";
import { findSecrets } from "./known-secrets.ts";
import type { PlanInputs } from "./inputs.ts";
import type { FileVerbs, PlanStep } from "./step.ts";
import type { PlanTarget } from "./target.ts";

/** What is looked through; a PlanStep is one. */
export type SecretPlaces = {
  inputs: Pick<PlanInputs, "var-files" | "variables" | "backend-config" | "backend-config-files">;
  target: Pick<PlanTarget, "path" | "environment">;
  deps: { files: Pick<FileVerbs, "list" | "readBytes">; host: Pick<PlanStep["deps"]["host"], "redactor"> };
};

/** Backend settings that say who we are. */
const credential = /(?:secret|token|password|passwd|credential|access_key|private_key|sas|passphrase)/i;

/** Adds what is known to the redactor. Files that cannot be read hide nothing, and terraform will say why. */
export function hideKnownSecrets({ deps, target, inputs }: SecretPlaces): void {
  const { redactor } = deps.host;
  const decoder = new TextDecoder();
  const read = (file: string): string => {
    try {
      return decoder.decode(deps.files.readBytes(posix.resolve(target.path, file)));
    } catch {
      return "";
    }
  };
  const names = deps.files.list(target.path);
  const secrets = findSecrets({
    configuration: names.filter((name) => /\.(?:tf|tofu)(?:\.json)?$/.test(name)).map(read),
    values: [
      ...names.filter((name) => /\.tfvars(?:\.json)?$/.test(name)).map(read),
      ...inputs["var-files"].map(read),
      inputs.variables,
    ],
    environment: target.environment,
  });
  for (const secret of secrets) redactor.add(secret);
  const settings = [
    ...inputs["backend-config"].map((setting) => splitSetting(setting)),
    ...inputs["backend-config-files"].flatMap((file) => readSettings(read(file))),
    ...Object.entries(target.environment).filter(([name]) => isTelling(name)),
  ];
  for (const [name, value] of settings) {
    if (credential.test(name)) redactor.add(value);
    const url = URL.parse(value);
    for (const part of [url?.password ?? "", ...(url?.searchParams.values() ?? [])]) redactor.add(part);
  }
}

/** `key=value`, as the input has it. */
function splitSetting(setting: string): [name: string, value: string] {
  const equals = setting.indexOf("=");
  return [setting.slice(0, equals), setting.slice(equals + 1)];
}

/** The settings of a file of backend configuration that are plain texts. */
function readSettings(text: string): [name: string, value: string][] {
  return readHcl(text).attributes.flatMap(({ name, value }): [string, string][] => {
    return value.kind === "string" ? [[name, value.value]] : [];
  });
}

/** Variables that hold a credential, or an address with one in it; the place of a file with one is no secret. */
function isTelling(name: string): boolean {
  if (/^TF_(?:HTTP|TOKEN)_/.test(name)) return true;
  return credential.test(name) && !/_(?:FILE|PATH|URL|URI|ENDPOINT)$/i.test(name);
}
