import { statSync, symlinkSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { workspace, type Workspace } from "@handrail/testkit";
import { readBinaryFile, readTextFile, removeFile, removeFolder, writeFileChunks } from "./files.ts";
import { isProcessRunning } from "./running.ts";

let folder: Workspace;
beforeEach(() => {
  folder = workspace({ "a.txt": "é\n" }, { git: false });
});
afterEach(() => folder.cleanup());

describe("files", () => {
  it("reads a text within its limit, and nothing where there is no file", () => {
    expect(readTextFile(folder.resolve("a.txt"), 3)).toBe("é\n");
    expect(() => readTextFile(folder.resolve("a.txt"), 2)).toThrow("larger than 2 bytes");
    expect(() => readTextFile(folder.path, 100)).toThrow("not a file");
    expect(readTextFile(folder.resolve("gone"), 3)).toBeUndefined();
    expect([readBinaryFile(folder.resolve("gone")), readBinaryFile(folder.path)]).toEqual([undefined, undefined]);
    expect(Array.from(readBinaryFile(folder.resolve("a.txt")) ?? [])).toEqual([0xc3, 0xa9, 0x0a]);
  });

  it("writes for this user only, replaces a link instead of following it, and removes", () => {
    const path = folder.resolve("new/out.json");
    writeFileChunks(path, ["é", new Uint8Array([0x0a]), "", "b"]);
    expect(folder.read("new/out.json")).toBe("é\nb");
    expect([statSync(path).mode & 0o777, statSync(folder.resolve("new")).mode & 0o777]).toEqual([0o600, 0o700]);
    symlinkSync(folder.resolve("a.txt"), folder.resolve("new/link"));
    writeFileChunks(folder.resolve("new/link"), ["x"]);
    expect([folder.read("a.txt"), folder.read("new/link")]).toEqual(["é\n", "x"]);
    symlinkSync(folder.path, folder.resolve("new/up"));
    removeFolder(folder.resolve("new"));
    removeFolder(folder.resolve("new"));
    expect([folder.has("new"), folder.has("a.txt")]).toEqual([false, true]);
    writeFileChunks(path, ["again"]);
    removeFile(path);
    removeFile(path);
    expect(folder.has("new/out.json")).toBe(false);
  });
});

describe("isProcessRunning", () => {
  it("knows this process and its parent, and no number that is no process", () => {
    expect([process.pid, process.ppid].map(isProcessRunning)).toEqual([true, true]);
    expect([0, -1, 1.5, Number.NaN, 2 ** 31 - 1].map(isProcessRunning)).toEqual([false, false, false, false, false]);
  });
});
