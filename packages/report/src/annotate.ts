/**
 * The plan's findings as annotations on the lines they are about. Pure; the runner ranks and limits them.
 */
import type { Annotation } from "@handrail/runner";
import type { FormatFinding } from "@handrail/terraform/cli";
import { posix } from "node:path";
import { isToldBy } from "@handrail/terraform";
import { subjectOf } from "./diagnostic-pieces.ts";
import type { PlanReport, ShownDiagnostic } from "./report.ts";

/** Makes the annotations of a report, worst first. The failure itself is annotated by the runner. */
export function annotateReport(
  report: PlanReport,
  { unformatted }: { unformatted: readonly FormatFinding[] },
): Annotation[] {
  return [
    ...report.diagnostics
      .filter((diagnostic) => !isTheFailure(diagnostic, report))
      .map((diagnostic): Annotation => {
        const { location } = diagnostic;
        const subject = subjectOf(diagnostic, report);
        const about = subject === undefined ? "" : `${subject}: `;
        return {
          level: diagnostic.severity === "error" ? "error" : "warning",
          title: diagnostic.summary.split("\n", 1)[0] ?? "",
          message: `${about}${diagnostic.detail === "" ? diagnostic.summary : diagnostic.detail}`,
          ...(location === undefined ? {} : { location }),
        };
      }),
    ...report.violations.map((violation): Annotation => ({
      level: "error",
      title: `Guardrail ${violation.name}`,
      message: `${violation.addresses.join(", ")}${violation.message === undefined ? "" : `\n${violation.message}`}`,
    })),
    ...unformatted.map(({ file, line }): Annotation => ({
      level: "notice",
      title: "Not formatted",
      message: "Run terraform fmt: this line is the first that it would change.",
      location: { file: posix.normalize(posix.join(report.directory, file)), line },
    })),
  ];
}

/** The diagnostic that the failure was made of is annotated with it, and need not use up one more place. */
function isTheFailure({ severity, summary, detail, location }: ShownDiagnostic, { failure }: PlanReport): boolean {
  if (severity !== "error" || failure === undefined) return false;
  const isThere = failure.location?.file === location?.file && failure.location?.line === location?.line;
  return isThere && isToldBy(failure.what, { summary, detail: detail === failure.remedy ? "" : detail });
}
