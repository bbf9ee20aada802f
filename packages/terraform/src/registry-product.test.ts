import { afterEach, describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { type Release, type Releases, startLoopback, startReleases } from "@handrail/testkit";
import { openRegistry, removeFolders } from "./registry-fixture.ts";
import { renderVersion } from "./version.ts";

let server: Releases;

afterEach(async () => {
  await server.close();
  removeFolders();
});

const many: Release[] = Array.from({ length: 45 }, (_, minor) => ({
  version: `1.${minor}.0`,
  releasedAt: new Date(Date.UTC(2024, 0, minor + 1)).toISOString(),
  isWithdrawn: minor === 2 || minor === 40,
}));

async function start(releases: Release[]): Promise<void> {
  server = await startReleases({ releases });
}

const pages = (): number => server.requests.filter(({ path }) => path === "/v1/releases/terraform").length;

describe("the releases of a product", () => {
  it("are those of the index, with the dates of all of them when dates are needed", async () => {
    await start([...many, { version: "1.45.0-rc1", releasedAt: "2023-01-01T00:00:00Z" }]);
    const { registry } = openRegistry({ releasesUrl: server.url, needsDates: true });
    const [found, again] = await Promise.all([registry.product("terraform"), registry.product("terraform")]);
    expect(again).toBe(found);
    expect(found.repository).toBe("https://github.com/hashicorp/terraform");
    expect(found.releases).toHaveLength(46);
    for (const { version, releasedAt, isWithdrawn } of found.releases) {
      const made = many.find((release) => release.version === renderVersion(version));
      expect([releasedAt, isWithdrawn ?? false]).toEqual([
        made?.releasedAt ?? "2023-01-01T00:00:00Z",
        made?.isWithdrawn ?? false,
      ]);
    }
    // Three pages, and one that is empty.
    expect(pages()).toBe(4);
    expect(server.requests.filter(({ path }) => path.endsWith("index.json"))).toHaveLength(1);
  });

  it("have the dates of the newest only when those are for show", async () => {
    await start(many);
    const { registry } = openRegistry({ releasesUrl: server.url });
    const { releases } = await registry.product("terraform");
    expect(releases).toHaveLength(45);
    expect(releases.filter(({ releasedAt }) => releasedAt !== undefined)).toHaveLength(20);
    expect(releases.filter(({ isWithdrawn }) => isWithdrawn === true).map(({ version }) => version.text)).toEqual([
      "1.40.0",
    ]);
    expect(pages()).toBe(1);
  });

  it("are known without dates from a mirror that has no API", async () => {
    await start(many);
    server.faults.add({ on: "GET /v1/*", fault: "404", nth: "all" });
    const { registry, said } = openRegistry({ releasesUrl: server.url, needsDates: true });
    const { releases } = await registry.product("terraform");
    expect(releases).toHaveLength(45);
    expect(releases.some(({ releasedAt }) => releasedAt !== undefined)).toBe(false);
    expect(said.join("\n")).toMatch(
      /warning No dates of terraform releases are known: http:\S+: the server answered with status 404/,
    );
  });

  it("end with a page that brings nothing new", async () => {
    await start([]);
    const entry = { version: "1.44.0", timestamp_created: "2024-02-14T00:00:00Z", status: {} };
    const index = { versions: { "1.44.0": {}, "1.43.0": {} } };
    const stubborn = await startLoopback(({ path }) => ({
      status: 200,
      body: path.endsWith("index.json") ? index : Array.from({ length: 20 }, () => entry),
    }));
    const { registry } = openRegistry({ releasesUrl: stubborn.url, needsDates: true });
    const { releases } = await registry.product("terraform");
    await stubborn.close();
    expect(releases.map(({ releasedAt }) => releasedAt)).toEqual(["2024-02-14T00:00:00Z", undefined]);
    expect(stubborn.requests).toHaveLength(3);
  });

  it("of OpenTofu have the dates of its tags", async () => {
    await start([
      { product: "opentofu", version: "1.9.0" },
      { product: "opentofu", version: "1.10.0-rc1" },
    ]);
    const tagDates = async (repository: string): Promise<Map<string, string>> =>
      new Map([["v1.9.0", repository === "https://github.com/opentofu/opentofu" ? "2026-01-01T00:00:00Z" : ""]]);
    const { registry } = openRegistry({ releasesUrl: server.url, needsDates: true, tagDates });
    const { releases } = await registry.product("opentofu");
    expect(releases.map(({ version, releasedAt }) => [version.text, releasedAt])).toEqual([
      ["1.9.0", "2026-01-01T00:00:00Z"],
      ["1.10.0-rc1", undefined],
    ]);
  });

  it("of OpenTofu are found in both layouts of a mirror", async () => {
    await start([{ product: "opentofu", version: "1.9.0" }]);
    server.replace("/tofu/api.json", undefined);
    const { registry } = openRegistry({ releasesUrl: server.url });
    expect((await registry.product("opentofu")).releases).toHaveLength(1);
  });

  it.each([
    ["html-200", /the answer is an HTML page/],
    ["404", /status 404/],
    ["503", /status 503/],
    ["malformed-json", /is no list of releases|not JSON/],
  ] as const)("%s is a failure", async (fault, message) => {
    await start(many);
    server.faults.add({ on: "GET *index.json", fault, nth: "all" });
    const { registry } = openRegistry({ releasesUrl: server.url });
    const thrown: unknown = await registry.product("terraform").catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(Failure);
    expect(thrown).toMatchObject({ reason: "lookup-failed", what: expect.stringMatching(message) as unknown });
  });
});
