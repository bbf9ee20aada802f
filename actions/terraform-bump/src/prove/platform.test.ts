/** Where terraform can run. */
import { Failure } from "@handrail/runner";
import { describe, expect, it } from "@jest/globals";
import { requirePlatform } from "./platform.ts";

describe("the platform", () => {
  it("is named as terraform's releases are", () => {
    expect(requirePlatform("darwin", "arm64")).toEqual({ os: "darwin", arch: "arm64" });
  });

  it.each([
    ["win32", "x64"],
    ["linux", "ia32"],
  ])("is refused on %s %s, with a way out", (system, processor) => {
    const attempt = (): unknown => requirePlatform(system, processor);
    expect(attempt).toThrow(Failure);
    expect(attempt).toThrow(expect.objectContaining({ reason: "unsupported-platform" }));
    expect(attempt).toThrow(`Nothing can be planned on ${system} ${processor}`);
  });
});
