import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, lstatSync, readFileSync, readlinkSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { workspace, type Workspace, type WorkspaceFile } from "@handrail/testkit";
import { type CheckoutCopy, copyCheckout, type FileContent } from "./checkout-copy.ts";
import { createProcessRunner } from "./exec.ts";

const open: Workspace[] = [];
afterEach(() => {
  for (const folder of open.splice(0)) folder.cleanup();
});

function folder(files?: Record<string, WorkspaceFile>, git = true): Workspace {
  const made = workspace(files, { git });
  open.push(made);
  return made;
}

async function copyOf(
  checkout: Workspace,
  signal = new AbortController().signal,
  onStart: (args: readonly string[]) => void = () => undefined,
  below = ".",
): Promise<CheckoutCopy> {
  const { exec } = createProcessRunner({ cancelled: signal, pollMs: 10 });
  return copyCheckout({
    exec: (command, args, options) => {
      onStart(args);
      return exec(command, args, options);
    },
    environment: { PATH: process.env["PATH"] ?? "", HOME: checkout.path, GIT_CONFIG_NOSYSTEM: "1" },
    checkout: checkout.resolve(below),
    destination: folder({}, false).resolve("copy"),
    signal,
  });
}

/** Every file and link below a folder, relative to it. */
function filesIn(path: string): string[] {
  const found = execFileSync("find", [".", "-not", "-type", "d", "-print0"], { cwd: path, encoding: "utf8" });
  return found
    .split("\0")
    .filter((name) => name !== "")
    .map((name) => name.slice(2))
    .sort();
}

function fileOf(copy: CheckoutCopy, file: string): Extract<FileContent, { bytes: Uint8Array }> | undefined {
  const found = copy.read(file);
  return found === undefined || "link" in found ? undefined : found;
}

function textOf(copy: CheckoutCopy, file: string): string | undefined {
  const found = fileOf(copy, file);
  return found === undefined ? undefined : new TextDecoder().decode(found.bytes);
}

describe("copyCheckout", () => {
  it("has the tracked files, with their modes and bytes, and nothing else", async () => {
    const bytes = new Uint8Array([0, 255, 10, 13]);
    const checkout = folder({
      "a.tf": "é\r\n",
      "live/prod/raw": bytes,
      "live/run.sh": { content: "#!", mode: 0o755 },
      " odd\nname": "x",
    });
    checkout.write({ untracked: "x", "live/.terraform/y": "y" });
    const copy = await copyOf(checkout);
    expect(filesIn(copy.path)).toEqual([" odd\nname", "a.tf", "live/prod/raw", "live/run.sh"]);
    expect(textOf(copy, "a.tf")).toBe("é\r\n");
    expect(Array.from(fileOf(copy, "live/prod/raw")?.bytes ?? [])).toEqual(Array.from(bytes));
    expect([fileOf(copy, "live/run.sh")?.isExecutable, fileOf(copy, "a.tf")?.isExecutable]).toEqual([true, false]);
  });

  it("has what was changed since as the commit has it", async () => {
    const checkout = folder({
      "a.tf": "old",
      "b.tf": "b",
      "c.sh": { content: "c", mode: 0o755 },
      link: { link: "a.tf" },
    });
    checkout.write({ "a.tf": "new", "new.tf": "staged" });
    checkout.remove("b.tf");
    checkout.remove("c.sh");
    checkout.remove("link");
    checkout.write({ link: { link: "b.tf" } });
    checkout.git("add", "new.tf");
    checkout.git("rm", "--quiet", "--cached", "b.tf");
    const status = checkout.git("status", "--porcelain");
    const copy = await copyOf(checkout);
    expect(filesIn(copy.path)).toEqual(["a.tf", "b.tf", "c.sh", "link"]);
    expect([textOf(copy, "a.tf"), textOf(copy, "b.tf")]).toEqual(["old", "b"]);
    expect(fileOf(copy, "c.sh")?.isExecutable).toBe(true);
    expect(readlinkSync(join(copy.path, "link"))).toBe("a.tf");
    expect(checkout.git("status", "--porcelain")).toBe(status);
  });

  it("reads all that was changed with one process, filtered as its attributes tell, and leaves out what git has not", async () => {
    const names = [
      "a.tf",
      "b c.tf",
      "d.tf",
      "sub/e.tf",
      " f.tf",
      "g\nh.tf",
      "gone.tf",
      "refused.bad",
      "raw.txt",
      "z.tf",
    ];
    const text = "one\n\ntwo\n";
    const checkout = folder({
      ".gitattributes": "*.tf eol=crlf\n*.bad filter=bad\n*.up filter=up\n",
      "empty.tf": "",
      "large.up": "x".repeat(300_000),
      link: { link: "a.tf" },
      ...Object.fromEntries(names.map((name) => [name, `${text}${name === "gone.tf" ? "gone" : ""}`])),
    });
    checkout.git("config", "filter.bad.required", "true");
    checkout.git("config", "filter.bad.smudge", "false");
    checkout.git("config", "filter.up.smudge", "tr x yy; printf %s $((1 + 1))");
    checkout.write(Object.fromEntries([...names, "empty.tf", "large.up"].map((name) => [name, "new"])));
    checkout.remove("link");
    const gone = checkout.git("rev-parse", "HEAD:gone.tf");
    checkout.remove(`.git/objects/${gone.slice(0, 2)}/${gone.slice(2)}`);
    const started: string[] = [];
    const copy = await copyOf(checkout, undefined, (args) => started.push(args.join(" ")));
    const kept = names.filter((name) => !["gone.tf", "refused.bad"].includes(name));
    expect(filesIn(copy.path)).toEqual([".gitattributes", "empty.tf", "large.up", "link", ...kept].sort());
    const crlf = text.replaceAll("\n", "\r\n");
    expect(["a.tf", "b c.tf", "d.tf", "sub/e.tf", "z.tf"].map((name) => textOf(copy, name))).toEqual(
      Array.from({ length: 5 }, () => crlf),
    );
    // No line can tell git their names; they are read, without filters.
    const onDisk = (name: string): string => readFileSync(join(copy.path, name), "utf8");
    expect([" f.tf", "g\nh.tf", "raw.txt"].map(onDisk)).toEqual([text, text, text]);
    expect([textOf(copy, "empty.tf"), textOf(copy, "large.up")]).toEqual(["", `${"y".repeat(300_000)}2`]);
    expect(readlinkSync(join(copy.path, "link"))).toBe("a.tf");
    // One for what is filtered, another behind what its filter refuses, one for what is not filtered.
    expect(started.filter((args) => args.includes("cat-file"))).toHaveLength(3);
  });

  it("reads a hundred changed files with one process, also from a folder of the repository", async () => {
    const names = Array.from({ length: 100 }, (_, index) => `live/${index}.tf`);
    const checkout = folder({
      "live/.gitattributes": "*.tf eol=crlf\n",
      ...Object.fromEntries(names.map((name) => [name, `${name}\n`])),
    });
    checkout.write(Object.fromEntries(names.map((name) => [name, "new"])));
    const started: string[] = [];
    const copy = await copyOf(checkout, undefined, (args) => started.push(args.join(" ")), "live");
    expect(names.map((name) => textOf(copy, name.slice("live/".length)))).toEqual(names.map((name) => `${name}\r\n`));
    expect(filesIn(copy.path)).toHaveLength(101);
    expect(started.filter((args) => args.includes("cat-file"))).toHaveLength(1);
  });

  it("starts no program that the repository names", async () => {
    const checkout = folder({ "a.tf": "a" });
    checkout.write({ "evil.sh": { content: "#!/bin/sh\ntouch evil\n", mode: 0o755 }, "a.tf": "b" });
    checkout.git("config", "core.fsmonitor", checkout.resolve("evil.sh"));
    await copyOf(checkout);
    expect(checkout.has("evil")).toBe(false);
  });

  it("keeps links that stay inside, and no others", async () => {
    const outside = folder({ secret: "s" }, false);
    const checkout = folder({
      "shared/common.tf": "x",
      "live/common.tf": { link: "../shared/common.tf" },
      "live/shared": { link: "../shared" },
      "live/absolute": { link: outside.resolve("secret") },
      "live/up": { link: "../../../../../../../../etc/passwd" },
      "live/gone": { link: "nothing" },
      "live/loop": { link: "loop" },
      "live/top": { link: ".." },
      "live/through": { link: "top/../.." },
      "live/second": { link: "absolute" },
    });
    checkout.write({ "live/itself": { link: checkout.resolve("shared") } });
    checkout.commit();
    const copy = await copyOf(checkout);
    expect(filesIn(copy.path)).toEqual(["live/common.tf", "live/shared", "live/top", "shared/common.tf"]);
  });

  it("copies submodules that are there, at the commit that is recorded", async () => {
    const inner = folder({ "m.tf": "one", out: { link: "/etc" } });
    const checkout = folder({ "a.tf": "a" });
    checkout.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.path, "modules/inner");
    checkout.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.path, "modules/absent");
    checkout.commit();
    checkout.write({ "modules/inner/m.tf": "two", "modules/inner/n.tf": "n" });
    checkout.git("submodule", "--quiet", "deinit", "--force", "modules/absent");
    const copy = await copyOf(checkout);
    expect(filesIn(copy.path)).toEqual([".gitmodules", "a.tf", "modules/inner/m.tf"]);
    expect(textOf(copy, "modules/inner/m.tf")).toBe("one");
  });

  it("leaves out what a sparse checkout leaves out", async () => {
    const checkout = folder({ "a/a.tf": "a", "b/b.tf": "b" });
    checkout.git("sparse-checkout", "set", "a");
    expect(filesIn((await copyOf(checkout)).path)).toEqual(["a/a.tf"]);
  });

  it("says not-a-checkout where there is no commit", async () => {
    await expect(copyOf(folder({}, false))).rejects.toMatchObject({ reason: "not-a-checkout" });
    await expect(copyOf(folder())).rejects.toMatchObject({ reason: "not-a-checkout" });
  });

  it("ends with the reason when it is cancelled", async () => {
    const checkout = folder({ "a.tf": "a" });
    await expect(copyOf(checkout, AbortSignal.abort(new Error("stop")))).rejects.toThrow("stop");
  });
});

describe("the files of a copy", () => {
  it("are replaced, made and removed without touching the checkout", async () => {
    const checkout = folder({ "a/b.tf": "b" });
    const copy = await copyOf(checkout);
    chmodSync(join(copy.path, "a/b.tf"), 0o755);
    const bytes = new TextEncoder().encode("new");
    copy.write("a/b.tf", { bytes, isExecutable: false });
    copy.write("x/y/z.tf", { bytes, isExecutable: true });
    expect([textOf(copy, "a/b.tf"), statSync(join(copy.path, "a/b.tf")).mode & 0o111]).toEqual(["new", 0]);
    expect(fileOf(copy, "x/y/z.tf")?.isExecutable).toBe(true);
    copy.write("x/y/z.tf", undefined);
    copy.write("x/y/z.tf", undefined);
    expect([copy.read("x/y/z.tf"), copy.read("nothing/at/all")]).toEqual([undefined, undefined]);
    copy.removeFolder("a");
    copy.removeFolder("a");
    expect(existsSync(join(copy.path, "a"))).toBe(false);
    expect(checkout.read("a/b.tf")).toBe("b");
  });

  it("are put back when they were links, also where a file stands by now", async () => {
    const copy = await copyOf(folder({ "a.hcl": "a", "live/a.hcl": { link: "../a.hcl" } }));
    const link = copy.read("live/a.hcl");
    expect(link).toEqual({ link: "../a.hcl" });
    copy.write("live/a.hcl", link);
    expect(copy.read("live/a.hcl")).toEqual(link);
    rmSync(join(copy.path, "live/a.hcl"));
    copy.write("live/a.hcl", { bytes: new Uint8Array(), isExecutable: false });
    copy.write("live/a.hcl", link);
    expect(copy.read("live/a.hcl")).toEqual(link);
    expect(() => copy.write("live/a.hcl", { link: "/etc" })).toThrow("is not the place of a file");
  });

  it.each(["", ".", "..", "../x", "a/../../x", "/etc/passwd", "a/./../b", "folder-link/x", "link", "folder", "file/x"])(
    "are never %j",
    async (path) => {
      const checkout = folder({
        file: "f",
        "folder/x": "x",
        link: { link: "file" },
        "folder-link": { link: "folder" },
      });
      const copy = await copyOf(checkout);
      expect(() => copy.write(path, { bytes: new Uint8Array(), isExecutable: false })).toThrow(
        "is not the place of a file",
      );
      expect(() => copy.write(path, undefined)).toThrow("is not the place of a file");
      expect([textOf(copy, "file"), textOf(copy, "folder/x")]).toEqual(["f", "x"]);
      expect(lstatSync(join(copy.path, "link")).isSymbolicLink()).toBe(true);
    },
  );
});
