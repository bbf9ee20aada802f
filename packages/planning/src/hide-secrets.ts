/**
 * Makes known what the configuration and the inputs say is secret, before terraform prints a word: the log shows addresses
 * while it runs, errors can print any value, and only a plan names all that is sensitive.
 */
import { posix } from "node:path";
import { findSecrets } from "./known-secrets.ts";
import type { PlanStep } from "./step.ts";

/** Backend settings that say who we are. */
const credential = /(?:secret|token|password|passwd|credential|access_key|private_key|sas|passphrase)/i;

/** Adds what is known to the redactor. Files that cannot be read hide nothing, and terraform will say why. */
export function hideKnownSecrets({ deps, target, inputs }: PlanStep): void {
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
  for (const setting of inputs["backend-config"]) {
    const equals = setting.indexOf("=");
    const value = setting.slice(equals + 1);
    if (credential.test(setting.slice(0, equals))) redactor.add(value);
    const url = URL.parse(value);
    for (const part of [url?.password ?? "", ...(url?.searchParams.values() ?? [])]) redactor.add(part);
  }
}
