/** Which Region is asked. Reads nothing but what it is given. */
import { Failure } from "@handrail/runner";

/** A label of a host name, as the SDK wants it. */
const REGION = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** The Region of the step: the given one, AWS_REGION or AWS_DEFAULT_REGION. Throws a Failure `invalid-input` when none is known. */
export function resolveRegion(
  given: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const sources: [string, string | undefined][] = [
    ["The Region that was given", given],
    ["AWS_REGION", environment["AWS_REGION"]],
    ["AWS_DEFAULT_REGION", environment["AWS_DEFAULT_REGION"]],
  ];
  for (const [source, text] of sources) {
    const region = text?.trim() ?? "";
    if (REGION.test(region)) return region;
    if (region !== "") {
      throw new Failure({
        reason: "invalid-input",
        what: `${source} is not an AWS Region: ${JSON.stringify(region.slice(0, 100))}`,
        remedy: "Write it as AWS does, such as eu-west-1.",
      });
    }
  }
  throw new Failure({
    reason: "invalid-input",
    what: "No AWS Region is known",
    remedy: "Set AWS_REGION, or run aws-actions/configure-aws-credentials with aws-region before this step.",
  });
}
