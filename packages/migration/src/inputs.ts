/**
 * The inputs that the migration actions share, one declaration each, and the rules across them. Each action.yml says the same;
 * tests compare them.
 */
import { input, pathProblem } from "@handrail/runner";
import type { InputProblem, InputValues } from "@handrail/runner";
import { toolNames } from "./adapter.ts";

const line = (description: string, more: { pattern?: RegExp; accepts?: string } = {}): ReturnType<typeof input.text> =>
  input.text({ description, default: "", check: oneLine, accepts: "one line", maxLength: 2048, ...more });

const argv = (description: string): ReturnType<typeof input.lines> =>
  input.lines({ description, verbatim: true, accepts: "a command, one argument a line", max: 200, maxLength: 4096 });

const list = (description: string): ReturnType<typeof input.lines> =>
  input.lines({ description, check: oneLine, accepts: "one item a line", max: 100, maxLength: 512 });

function oneLine(text: string): string | undefined {
  return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) ? "it has a character that cannot be seen" : undefined;
}

function insideWorkspace(text: string): string | undefined {
  const problem = text === "" ? undefined : pathProblem(text);
  return problem === undefined ? undefined : `it ${problem}`;
}

/** Which tool, where, on which database. */
export const toolInputs = {
  tool: input.choice(["", ...toolNames], {
    description: `The migration tool: ${toolNames.map((name) => `\`${name}\``).join(", ")}.`,
  }),
  "working-directory": input.directory({
    description: "Where the migrations are and the tool runs, relative to the workspace.",
    default: ".",
  }),
  "database-url": input.secret({
    description:
      "The database, for example `postgresql://user:password@host/name`, `mysql://…` or `sqlite:path`. The tool gets it as `DATABASE_URL` and in its own way, never as an argument. Not used with `executor: ecs`, where the task knows its own.",
  }),
  "tool-command": argv(
    "How the tool is started, one argument a line, when that is not its usual way: `npm`, `exec`, `knex`; or a program of your own for `umzug`.",
  ),
  "migrations-directory": input.text({
    description:
      "Where the tool keeps its migrations, relative to working-directory. Empty means the tool's own place.",
    default: "",
    check: insideWorkspace,
    accepts: "a relative path inside working-directory",
  }),
  "migrations-table": line("The tool's own table, when it has another name than usual.", {
    pattern: /^[A-Za-z_][A-Za-z0-9_$.]{0,126}$/,
    accepts: "the name of a table",
  }),
  "status-command": argv(
    'Prints `{"applied": [ids in order of application], "pending": [ids]}`. For `tool: custom`, and for tools in a task that nothing there can ask the database about.',
  ),
  "up-command": argv(
    "`custom`: applies the migration that `HANDRAIL_MIGRATION` names, or all that are pending (`HANDRAIL_MIGRATIONS`, one a line). One argument a line.",
  ),
  "down-command": argv("`custom`: reverts the one migration that `HANDRAIL_MIGRATION` names. One argument a line."),
  "schema-command": argv(
    "Prints the schema; its fingerprint is what is compared. Empty means that the catalogs of the database are read.",
  ),
  "pass-environment": input.lines({
    description: "Names of environment variables that commands would not see otherwise, one a line.",
    pattern: /^[A-Za-z_][A-Za-z0-9_]*$/,
    accepts: "names of environment variables, one a line",
  }),
};

/** Where it runs. */
export const executorInputs = {
  executor: input.choice(["runner", "ecs"], {
    description: "Where the tool runs: a process on this runner, or a one-off task of Amazon ECS.",
  }),
  engine: input.choice(["", "postgresql", "mysql", "sqlite"], {
    description:
      "`ecs`: the kind of database, where the tool knows several: `postgresql`, `mysql` (MariaDB, too) or `sqlite`. Otherwise database-url says it.",
  }),
  cluster: line("`ecs`: the cluster, by name or ARN."),
  "task-definition": line(
    "`ecs`: the task definition, as `family`, `family:revision` or ARN. Without a revision the latest active one is looked up once.",
  ),
  container: line("`ecs`: the container that runs the command. Empty means the only essential one."),
  subnets: list("`ecs`: ids of the subnets, one a line, for tasks with `awsvpc` networking."),
  "security-groups": list("`ecs`: ids of the security groups, one a line."),
  "assign-public-ip": input.flag({ description: "`ecs`: give the task a public address." }),
  "capacity-provider": line(
    "`ecs`: the capacity provider. Empty means the cluster's default. `FARGATE_SPOT` is refused: it would end a migration in its middle.",
  ),
  "command-prefix": argv("`ecs`: put before every command, one argument a line."),
  "role-to-assume": line(
    "`ecs`: ARN of a role that is assumed with the job's OIDC token when its credentials expire.",
    {
      pattern: /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/,
      accepts: "the ARN of an IAM role",
    },
  ),
  "on-cancel": input.choice(["leave", "stop"], {
    description:
      "`ecs`: what a cancelled job does with a task that runs. `leave`: it goes on, and a job that is run again attaches to it. A process on the runner always gets one SIGINT.",
  }),
};

/** What is kept of it, and how long it may take. */
export const recordInputs = {
  environment: input.text({
    description: "The GitHub environment that the record belongs to: a Deployment with the task `migration`.",
    check: oneLine,
    maxLength: 255,
  }),
  "image-digest": line("The image that is deployed with these migrations, for the record.", {
    pattern: /^sha256:[0-9a-f]{64}$/,
    accepts: "sha256: and 64 hex digits",
  }),
  timeout: input.duration({ description: "How long one command may take.", default: "30m", min: "1s", max: "24h" }),
  "lock-timeout": input.duration({
    description: "How long to wait for another run that works on the same database.",
    default: "5m",
    max: "24h",
  }),
  "on-drift": input.choice(["fail", "warn"], {
    description:
      "The database holds migrations that the checkout does not, or scripts changed after they ran: `fail` or `warn`.",
  }),
  "accept-schema": line(
    "A schema fingerprint, as a refusal names it: the schema as it is now is what it should be. It ends a half-applied state that you mended by hand.",
    { pattern: /^[0-9a-f]{12,64}$/, accepts: "a fingerprint, 12 to 64 hex digits" },
  ),
  "dry-run": input.flag({ description: "Read everything, say what would be done, and change nothing." }),
};

const shared = { ...toolInputs, ...executorInputs, ...recordInputs };

/** The values of the shared inputs. */
export type SharedInputs = InputValues<typeof shared>;

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

type Named = Partial<Record<string, unknown>>;

const isEmpty = (value: unknown): boolean => value === "" || (Array.isArray(value) && value.length === 0);

/** What is wrong with inputs that are fine one by one; empty when nothing is. */
export function sharedProblems(values: Named): InputProblem[] {
  const problems: InputProblem[] = [];
  const need = (name: string, why: string): void => {
    if (isEmpty(values[name])) problems.push({ name, given: "", accepts: "a value", why });
  };
  const tool = textOf(values["tool"]);
  if (tool === "") problems.push({ name: "tool", given: "", accepts: `one of ${toolNames.join(", ")}` });
  if (textOf(values["environment"]) !== "" && values["github-token"] === "") {
    const why =
      "it is empty, and environment needs it for the records: without them half-done work would be passed over";
    problems.push({ name: "github-token", accepts: "the job's token", why });
  }
  if (tool === "custom") for (const name of ["status-command", "up-command"]) need(name, "tool custom needs it");
  if (tool === "umzug") need("tool-command", "umzug has no program of its own");
  if (values["executor"] === "ecs") {
    need("cluster", "executor ecs needs it");
    need("task-definition", "executor ecs needs it");
    if (/^FARGATE_SPOT$/i.test(textOf(values["capacity-provider"]))) {
      const why = "it may end a migration in its middle";
      problems.push({ name: "capacity-provider", given: "FARGATE_SPOT", accepts: "FARGATE or another provider", why });
    }
  } else if (values["database-url"] === "") {
    problems.push({
      name: "database-url",
      accepts: "the address of the database",
      why: "it is empty, and executor runner needs it",
    });
  }
  return problems;
}
