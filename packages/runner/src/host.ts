/**
 * The door to the effects of a step: processes, files, the runner's commands. Only an action's main.ts imports it.
 */
export { childEnvironment } from "./environment.ts";
export { openCommitFiles, type CommitOptions } from "./host/commit-files.ts";
export { openCheckoutFiles, type CheckoutFiles } from "./host/checkout-files.ts";
export { copyCheckout, type CheckoutCopy, type CopyOptions, type FileContent } from "./host/checkout-copy.ts";
export { systemClock } from "./host/clock.ts";
export { createHost, type HostControl, type HostSettings } from "./host/create-host.ts";
export { openDirectory, type WorkingDirectory } from "./host/directory.ts";
export { listFiles, readBinaryFile, readTextFile, removeFile, removeFolder, writeFileChunks } from "./host/files.ts";
export { createProcessRunner, type ExecSettings, type ProcessRunner } from "./host/exec.ts";
export type { ActionDefinition, ActionResult, Host } from "./host/host.ts";
export { runAction } from "./host/run-action.ts";
export { findProgram } from "./host/programs.ts";
export { makeDirectoryInside } from "./host/directory.ts";
export { makeScratch, type ScratchContent } from "./host/scratch.ts";
export { createProcessGroup, type ProcessGroup } from "./host/process-group.ts";
export { isGroupRunning, isProcessRunning } from "./host/running.ts";
export {
  openUntrustedFiles,
  type FolderEntry,
  type UntrustedFiles,
  type UntrustedOptions,
} from "./host/untrusted-files.ts";
