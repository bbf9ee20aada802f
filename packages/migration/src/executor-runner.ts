/**
 * The executor `runner`: the tool is a process here, in a group of its own; the database is asked from here. A cancelled or late
 * command gets one SIGINT, and is waited for: what it did is then read from the database.
 */
import type { DatabaseUrl } from "@handrail/database";
import type { Database, OpenDatabase } from "@handrail/database/client";
import { CommandFailure, DeadlineError, toFailure, withDeadline } from "@handrail/runner";
import type { Clock, ExecResult, Log } from "@handrail/runner";
import type { ProcessGroup } from "@handrail/runner/host";
import type { Command, ScratchFile } from "./adapter.ts";
import type { CommandAbout, Ending, Executor } from "./executor.ts";
import { watchSessions } from "./session-watch.ts";
import { rootCause, withoutColours } from "./tool-output.ts";

/** What the executor is opened with. */
export type RunnerSettings = {
  url: DatabaseUrl;
  /** working-directory, absolute. */
  directory: string;
  /** The environment of every command, without secrets of ours. */
  environment: Readonly<Record<string, string>>;
  /** How long one command may take, ms. */
  timeoutMs: number;
  /** What the database shows our sessions as, and (PostgreSQL) the tool's. */
  sessionName: string;
};

/** What it is handed. */
export type RunnerDoors = {
  /** Each process in a group of its own. */
  startGroup(): ProcessGroup;
  /** Makes a directory with these files, readable for this user only. */
  scratch(files: Readonly<Record<string, ScratchFile>>): Promise<{ path: string; remove(): void }>;
  openDatabase: OpenDatabase;
  clock: Clock;
  log: Log;
  cancelled: AbortSignal;
  /** Told of each process that works on the database, and 0 when it has ended: for a post step that comes after a kill. */
  onProcess(pid: number): void;
};

/** A command that was asked to end may take this long before it is killed, ms. */
const GRACE_MS = 30_000;

/** Opens the executor. */
export function openRunnerExecutor(settings: RunnerSettings, doors: RunnerDoors): Executor {
  const { url, directory, sessionName: name } = settings;
  const { clock, cancelled: signal } = doors;
  const open = (more: { signal?: AbortSignal }): Database =>
    doors.openDatabase({ url, directory, name, clock, ...more });
  const [usual, afterwards] = [open({ signal }), open({})];
  return {
    kind: "runner",
    engine: url.engine,
    run: async (command, about) => {
      // MySQL tells the tool's sessions by their age: they come after ours.
      if (about.isShown !== false) await afterwards.mark().catch(() => undefined);
      const ended = new AbortController();
      const sessions = (): ReturnType<Database["sessions"]> => afterwards.sessions();
      const { clock, log } = doors;
      // What only reads is over soon, and what is not shown is ours.
      if (about.isShown !== false) void watchSessions({ sessions, clock, log, title: about.title }, ended.signal);
      try {
        return await runCommand(command, about, settings, doors);
      } finally {
        ended.abort();
      }
    },
    query: usual.query,
    queryWhenCancelled: afterwards.query,
    sessions: (mark) => afterwards.sessions(mark),
    sessionMark: () => afterwards.mark(),
    identity: url.identity,
    place: url.place,
    close: async () => {
      await Promise.all([usual.close(), afterwards.close()]);
    },
  };
}

async function runCommand(
  command: Command,
  about: CommandAbout,
  settings: RunnerSettings,
  doors: RunnerDoors,
): Promise<Ending> {
  const scratch = command.scratch === undefined ? undefined : await doors.scratch(command.scratch);
  try {
    // Only where there is one: a migration's name can hold the word, too.
    const [program, ...args] =
      scratch === undefined ? command.argv : command.argv.map((each) => each.replaceAll("{scratch}", scratch.path));
    return await attend([program ?? "", ...args], { command, about, settings, doors });
  } catch (thrown) {
    if (thrown instanceof CommandFailure) return neverStarted(thrown.what, thrown.remedy);
    const { what, remedy } = toFailure(thrown);
    return neverStarted(what, remedy);
  } finally {
    scratch?.remove();
  }
}

type Attendance = { command: Command; about: CommandAbout; settings: RunnerSettings; doors: RunnerDoors };

/** Runs it to its end, and what it started; a late one is interrupted, and killed when that does not help. */
async function attend(argv: [string, ...string[]], { command, about, settings, doors }: Attendance): Promise<Ending> {
  const { clock, log } = doors;
  const group = doors.startGroup();
  const isShown = about.isShown !== false;
  const print = (line: string): void => log.info(withoutColours(line));
  const [out, err] = [createLinePrinter(print), createLinePrinter(print)];
  const [program, ...args] = argv;
  if (isShown) log.group(about.title);
  let isStarted = false;
  try {
    const running = group.exec(program, args, {
      cwd: command.directory === undefined ? settings.directory : `${settings.directory}/${command.directory}`,
      environment: environmentOf(command, settings),
      ...(isShown ? { onStdout: out.write, onStderr: err.write } : {}),
      onStart: (pid) => {
        isStarted = true;
        doors.onProcess(pid);
      },
      ...(about.evenWhenCancelled === true ? { evenWhenCancelled: true } : {}),
    });
    const { result, isLate } = await endInTime(running, group, { clock, ms: settings.timeoutMs });
    // A wrapper that was interrupted can be gone while the tool still works.
    if (isLate || result.cancelled) await untilGone(group, { clock, ms: isLate ? GRACE_MS : settings.timeoutMs });
    // Reading afterwards is not what was cancelled.
    const cancelled = result.cancelled && about.evenWhenCancelled !== true;
    return toEnding({ ...result, cancelled }, isLate, settings.timeoutMs);
  } catch (thrown) {
    if (!isStarted) throw thrown;
    const { what, remedy } = toFailure(thrown);
    return { kind: "lost", exitCode: undefined, cause: what, remedy, stdout: "", stderr: "" };
  } finally {
    out.end();
    err.end();
    if (isShown) log.endGroup();
    tellGone(doors);
  }
}

async function endInTime(
  running: Promise<ExecResult>,
  group: ProcessGroup,
  { clock, ms }: { clock: Clock; ms: number },
): Promise<{ result: ExecResult; isLate: boolean }> {
  try {
    return { result: await withDeadline({ clock, ms }, () => running), isLate: false };
  } catch (thrown) {
    if (!(thrown instanceof DeadlineError)) throw thrown;
    await withDeadline({ clock, ms: GRACE_MS }, () => group.interrupt()).catch(() => group.kill());
    return { result: await running, isLate: true };
  }
}

/** Whether it can be noted does not change how the command ended; by its number a post step finds nothing. */
function tellGone({ onProcess }: RunnerDoors): void {
  try {
    onProcess(0);
  } catch {
    // The disk is full, for example.
  }
}

const LOOK_MS = 100;

async function untilGone(group: ProcessGroup, { clock, ms }: { clock: Clock; ms: number }): Promise<void> {
  const until = clock.monotonic() + ms;
  while (group.isRunning()) {
    if (clock.monotonic() >= until) group.kill();
    await clock.sleep(LOOK_MS);
  }
}

/** What every command sees: the address of the database by the name that most tools read, and what its adapter adds. */
function environmentOf(command: Command, { environment, url, sessionName }: RunnerSettings): Record<string, string> {
  return {
    ...environment,
    DATABASE_URL: url.text,
    ...(url.engine === "postgresql" ? { PGAPPNAME: sessionName } : {}),
    ...command.environment,
  };
}

function toEnding(result: ExecResult, isLate: boolean, timeoutMs: number): Ending {
  const { exitCode, signal } = result;
  const [stdout, stderr] = [withoutColours(result.stdout), withoutColours(result.stderr)];
  const said = rootCause({ stdout, stderr });
  const ended = { exitCode, stdout, stderr, remedy: "" };
  if (isLate) {
    return { ...ended, kind: "timeout", cause: `it did not end within ${timeoutMs / 1000} s`, remedy: LATE };
  }
  if (result.cancelled) return { ...ended, kind: "cancelled", cause: "the job was cancelled" };
  if (signal !== undefined) {
    return { ...ended, kind: "killed", cause: said === "" ? `${signal} ended it` : `${signal} ended it: ${said}` };
  }
  if (exitCode === 0) return { ...ended, kind: "exited", cause: "" };
  return { ...ended, kind: "exited", cause: said === "" ? `it ended with exit code ${exitCode ?? "none"}` : said };
}

const LATE = "Give timeout more time, or look for what the migration waits for.";

function neverStarted(cause: string, remedy: string): Ending {
  return { kind: "never-started", exitCode: undefined, cause, remedy, stdout: "", stderr: "" };
}

/** Whole lines, as they come. */
function createLinePrinter(print: (line: string) => void): { write: (text: string) => void; end: () => void } {
  let rest = "";
  return {
    write(text) {
      const lines = `${rest}${text}`.split(/\r?\n/);
      rest = lines.pop() ?? "";
      for (const line of lines) print(line);
    },
    end() {
      if (rest !== "") print(rest);
    },
  };
}
