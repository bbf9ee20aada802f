/** What a job's token may do, by what is written, who calls and who asks. */
import { describe, expect, it } from "@jest/globals";

import { parsePermissions, withinCeiling, withoutTrust } from "./permissions.ts";

describe("permissions", () => {
  it.each<[unknown, unknown]>([
    [undefined, undefined],
    [{}, {}],
    [null, {}],
    [
      { contents: "read", issues: "none", "id-token": "write" },
      { contents: "read", "id-token": "write" },
    ],
  ])("%j is read as %j", (written, expected) => {
    expect(parsePermissions(written)).toEqual(expected);
  });

  it("all is everything, but an id-token is only ever written", () => {
    expect(parsePermissions("read-all")).toMatchObject({ contents: "read", "pull-requests": "read" });
    expect(parsePermissions("read-all")).not.toHaveProperty("id-token");
    expect(parsePermissions("write-all")).toMatchObject({ contents: "write", "id-token": "write" });
  });

  it.each<[Record<string, "read" | "write">, Record<string, "read" | "write"> | undefined, string | undefined]>([
    [{ contents: "write" }, undefined, undefined],
    [{ contents: "read" }, { contents: "write" }, undefined],
    [{}, {}, undefined],
    [{ contents: "write" }, { contents: "read" }, "'contents: write', but is only allowed 'contents: read'"],
    [{ contents: "read" }, {}, "'contents: read', but is only allowed 'contents: none'"],
  ])("%j within %j", (asked, ceiling, message) => {
    const result = (): unknown => withinCeiling(asked, ceiling, "job");
    if (message === undefined) expect(result()).toEqual(asked);
    else expect(result).toThrow(message);
  });

  it("a fork reads, and has no id-token", () => {
    expect(withoutTrust({ contents: "write", "pull-requests": "read", "id-token": "write" })).toEqual({
      contents: "read",
      "pull-requests": "read",
    });
  });
});
