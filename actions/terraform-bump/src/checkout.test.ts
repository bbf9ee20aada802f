/** The repository as its commit says, read by the real git. */
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "@jest/globals";
import { workspace } from "@handrail/testkit";
import { listCheckout, readFiles, type Git } from "./checkout.ts";

function gitIn(directory: string): Git {
  return (args, input) => {
    const { status, stdout, stderr } = spawnSync("git", args, { cwd: directory, input: input ?? "" });
    return Promise.resolve({ exitCode: status ?? undefined, stdout, stderr: stderr.toString() });
  };
}

describe("a checkout", () => {
  it("lists regular files with their modes, and reads what was committed", async () => {
    using made = workspace({
      "main.tf": "# ä\r\n",
      "live/a b/x\ty.tf": "\uFEFF# b",
      "run.sh": { content: "#!/bin/sh\n", mode: 0o755 },
      "link.tf": { link: "/etc/passwd" },
      "latin.tf": new Uint8Array([0x23, 0xe4]),
      "empty.tf": "",
    });
    const head = made.commit();
    made.write({ "main.tf": "changed by an earlier step" });
    const git = gitIn(made.path);
    const checkout = await listCheckout(git);
    expect(checkout.commit).toBe(head);
    expect(checkout.files.map(({ path, mode }) => [path, mode])).toEqual([
      ["empty.tf", "100644"],
      ["latin.tf", "100644"],
      ["live/a b/x\ty.tf", "100644"],
      ["main.tf", "100644"],
      ["run.sh", "100755"],
    ]);
    expect((await readFiles(git, checkout.links)).files).toEqual([{ path: "link.tf", text: "/etc/passwd" }]);
    const { files, unreadable } = await readFiles(git, checkout.files);
    expect(files).toEqual([
      { path: "empty.tf", text: "" },
      { path: "live/a b/x\ty.tf", text: "\uFEFF# b" },
      { path: "main.tf", text: "# ä\r\n" },
      { path: "run.sh", text: "#!/bin/sh\n" },
    ]);
    expect(unreadable).toEqual([{ file: "latin.tf", why: "it is not UTF-8" }]);
  });

  it("says so where there is none", async () => {
    using made = workspace({ "main.tf": "" }, { git: false });
    await expect(listCheckout(gitIn(made.path))).rejects.toMatchObject({ reason: "not-a-checkout" });
  });

  it("keeps a name that is not UTF-8 from becoming another one", async () => {
    using made = workspace({ "a.tf": "a", "\uFFFD.tf": "b" });
    made.commit();
    const blob = made.git("rev-parse", "HEAD:a.tf");
    const input = Buffer.concat([Buffer.from(`100644 ${blob}\tlive/`), Buffer.from([0xff]), Buffer.from(".tf\0")]);
    spawnSync("git", ["update-index", "--add", "-z", "--index-info"], { cwd: made.path, input });
    made.git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "odd");
    const { files, misnamed } = await listCheckout(gitIn(made.path));
    expect(files.map(({ path }) => path)).toEqual(["a.tf", "\uFFFD.tf"]);
    expect(misnamed).toEqual(["live/\uFFFD.tf"]);
  });

  it("goes on without a content that git does not have", async () => {
    using made = workspace({ "a.tf": "a", "b.tf": "b" });
    made.commit();
    const git = gitIn(made.path);
    const { files } = await listCheckout(git);
    const gone = { path: "gone.tf", mode: "100644" as const, blob: "1".repeat(40) };
    const read = await readFiles(git, [files[0] ?? gone, gone, files[1] ?? gone]);
    expect(read.files.map(({ text }) => text)).toEqual(["a", "b"]);
    expect(read.unreadable).toMatchObject([{ file: "gone.tf" }]);
  });
});
