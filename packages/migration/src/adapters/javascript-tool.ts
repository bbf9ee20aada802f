/** How a tool that npm installs is called. */
import type { Command, Files, ToolSettings } from "../adapter.ts";

/** Where npm, pnpm and yarn put the programs of the packages that a project depends on. */
const BIN = "./node_modules/.bin/";

/**
 * Fills in tool-command where it is empty: the project's own program when the checkout has it (in a task: as if it had), else
 * whatever PATH has. Never `npx`: it stands between the tool and the signals it is sent.
 */
export async function completeCommand(files: Files, settings: ToolSettings, program: string): Promise<ToolSettings> {
  if (settings.toolCommand.length > 0) return settings;
  const isHere = settings.isRemote || (await files.read(`${BIN}${program}`.slice(2))) !== undefined;
  return { ...settings, toolCommand: [isHere ? `${BIN}${program}` : program] };
}

/** A command of the tool with these arguments. The address of the database goes by the environment; a task knows its own. */
export function toolCommand(settings: ToolSettings, program: string, args: readonly string[], url?: string): Command {
  const [first = settings.isRemote ? `${BIN}${program}` : program, ...rest] = settings.toolCommand;
  return { argv: [first, ...rest, ...args], environment: environmentOf(settings, url) };
}

/** DATABASE_URL for a process here, in the tool's own spelling when that differs. */
export function environmentOf({ url, isRemote }: ToolSettings, spelling?: string): Readonly<Record<string, string>> {
  return isRemote || url === undefined ? {} : { DATABASE_URL: spelling ?? url.text };
}

/** Whether the command of the project has one of these options already. */
export function hasOption({ toolCommand: given }: ToolSettings, ...options: readonly string[]): boolean {
  return given.some((each) => options.some((option) => each === option || each.startsWith(`${option}=`)));
}
