import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { type Exec, Failure } from "@handrail/runner";
import { type GitRemote, type GitRemoteOptions, startGitRemote, workspace } from "@handrail/testkit";
import { openRegistry, type OpenRegistry, removeFolders } from "./registry-fixture.ts";
import { parseGitAddress } from "./registry-git-url.ts";
import {
  believeCertificate,
  CERTIFICATE_FILE,
  closeLater,
  closeServers,
  listen,
  secure,
} from "./registry-tls-fixture.ts";
import type { Network, RegistryOptions } from "./registry.ts";

const NETWORK = "https://git.example/acme/network";

afterEach(async () => {
  await closeServers();
  removeFolders();
});

const everywhere: Network = { resolve: async () => ["140.82.121.3"], isPublic: () => true };

/** A remote that git finds in the place of git.example, as a job's own settings would have it. */
async function open(
  options: Partial<GitRemoteOptions> = {},
  more: Partial<RegistryOptions> = {},
): Promise<OpenRegistry & { remote: GitRemote }> {
  const repositories = { "acme/network": ["v1.0.0", "v1.1.0", "v1.1.0^{}", "2.0.0-rc1", "latest", "modules/x/v3.0.0"] };
  const remote = await startGitRemote({ repositories, ...options });
  closeLater(() => remote.close());
  const environment = { ...instead(remote.url), ...more.environment };
  return { ...openRegistry({ network: everywhere, ...more, environment }), remote };
}

function instead(url: string): Record<string, string> {
  return {
    GIT_ALLOW_PROTOCOL: "https:http",
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `url.${url}/.insteadOf`,
    GIT_CONFIG_VALUE_0: "https://git.example/",
  };
}

/** An Exec that only notes what it is asked for. */
function recorder(
  stderr = "",
  stdout = "",
): { exec: Exec; calls: { args: readonly string[]; environment: unknown }[] } {
  const calls: { args: readonly string[]; environment: unknown }[] = [];
  const exec: Exec = async (command, args, { environment }) => {
    calls.push({ args: [command, ...args], environment });
    return { exitCode: stderr === "" ? 0 : 128, signal: undefined, stdout, stderr, cancelled: false };
  };
  return { exec, calls };
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const thrown: unknown = await work.then(
    () => "found",
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(Failure);
  const failure = thrown as Failure;
  expect(failure.reason).toBe("lookup-failed");
  return failure;
}

describe("the tags of a repository", () => {
  it("are read once, by git, and those that are versions are its releases", async () => {
    const { registry, remote } = await open();
    const [found, again] = await Promise.all([registry.git(NETWORK), registry.git(NETWORK)]);
    expect(again).toBe(found);
    expect(found.repository).toBe("https://git.example/acme/network");
    expect(found.releases.map(({ tag, version }) => [tag, version.text])).toEqual([
      ["v1.0.0", "1.0.0"],
      ["v1.1.0", "1.1.0"],
      ["2.0.0-rc1", "2.0.0-rc1"],
    ]);
    expect(remote.requests.filter(({ path }) => path.endsWith("/info/refs"))).toHaveLength(1);
  });

  it("have the dates that somebody tells, and none that are no dates", async () => {
    const asked: string[] = [];
    const tagDates = async (repository: string): Promise<Map<string, string>> => {
      asked.push(repository);
      return new Map([
        ["v1.1.0", "2026-01-02T03:04:05Z"],
        ["v1.0.0", "yesterday"],
      ]);
    };
    const { registry } = await open({}, { needsDates: true, tagDates });
    const { releases } = await registry.git(NETWORK);
    expect(Object.fromEntries(releases.map(({ tag, releasedAt }) => [tag, releasedAt]))).toEqual({
      "2.0.0-rc1": undefined,
      "v1.0.0": undefined,
      "v1.1.0": "2026-01-02T03:04:05Z",
    });
    expect(asked).toEqual(["https://git.example/acme/network"]);
  });

  it("are known without dates when nobody tells them", async () => {
    const tagDates = async (): Promise<never> => Promise.reject(new Error("rate limit\nsecret"));
    const { registry, said } = await open({}, { needsDates: true, tagDates });
    expect((await registry.git(NETWORK)).releases).toHaveLength(3);
    expect(said).toEqual(["info No dates of releases are known for https://git.example/acme/network: rate limit"]);
  });

  it("are read with the credentials of the job's git", async () => {
    const first = await open({ credentials: "me:t0p-s3cret" });
    const failure = await failureOf(first.registry.git(NETWORK));
    expect(failure.what).toBe(
      "The repository https://git.example/acme/network could not be looked up: git was refused (git ls-remote ended with 128)",
    );
    expect(failure.remedy).toContain("insteadOf");
    const environment = instead(first.remote.url.replace("//", "//me:t0p-s3cret@"));
    const { registry } = openRegistry({ network: everywhere, environment });
    expect((await registry.git(NETWORK)).releases).toHaveLength(3);
  });

  it("are read with the settings of the checkout", async () => {
    const { remote } = await open();
    using checkout = workspace({ "main.tf": "" });
    checkout.git("config", `url.${remote.url}/.insteadOf`, "https://git.example/");
    const environment = { GIT_ALLOW_PROTOCOL: "https:http" };
    const { registry } = openRegistry({ network: everywhere, environment, directory: checkout.path });
    expect((await registry.git(NETWORK)).releases).toHaveLength(3);
  });

  it("of a repository that was not found, and of a server that fails", async () => {
    const { registry, remote, said } = await open({ credentials: "me:t0p-s3cret" });
    const environment = instead(remote.url.replace("//", "//me:t0p-s3cret@"));
    const other = openRegistry({ network: everywhere, environment });
    const missing = await failureOf(other.registry.git("https://git.example/acme/nothing"));
    expect(missing.what).toContain("it was not found");
    remote.faults.add({ on: "GET */refs", fault: "503", nth: "all" });
    const failing = await failureOf(other.registry.git("https://git.example/acme/network.git"));
    expect(failing.what).toContain("its host cannot be reached");
    await failureOf(registry.git(NETWORK));
    const all = [missing, failing].flatMap(({ what, remedy, stack }) => [what, remedy, stack]).concat(said, other.said);
    expect(all.join("\n")).not.toContain("s3cret");
  });

  it.each<[string, (host: string) => string, boolean]>([
    ["on its host", () => "/acme/network/info/refs?service=git-upload-pack", true],
    ["on its host, by a whole URL", (host) => `https://${host}/acme/network.git/info/refs`, true],
    ["on another host", () => "https://other.example/acme/network/info/refs", false],
    ["on this machine", () => "http://127.0.0.1/acme/network/info/refs", false],
    ["to something else", () => "/acme/network/info", false],
    ["in a circle", () => "/old/name/info/refs", false],
  ])("of one that was renamed are read where it is now: %s", async (_, target, isFound) => {
    const { remote } = await open();
    const redirects = new Map<string, string>();
    const host = await secure(remote.url, redirects);
    redirects.set("/old/name/info/refs", target(host));
    const forget = believeCertificate();
    const network: Network = { resolve: async () => ["127.0.0.1"], isPublic: () => true };
    const { registry } = openRegistry({ network, environment: { GIT_SSL_CAINFO: CERTIFICATE_FILE } });
    try {
      const reading = registry.git(`https://${host}/old/name`);
      if (isFound) expect((await reading).releases).toHaveLength(3);
      else expect((await failureOf(reading)).remedy).toBe("Write its source with the address that it has now.");
    } finally {
      forget();
    }
  });
});

describe("how git is started", () => {
  const environment = {
    INPUT_GITHUB_TOKEN: "s3cret",
    GITHUB_TOKEN: "s3cret",
    TF_TOKEN_a_example: "s3cret",
    AWS_SECRET_ACCESS_KEY: "s3cret",
    GIT_DIR: "/elsewhere",
    GIT_EXTERNAL_DIFF: "evil",
    GIT_SSH_COMMAND: "ssh -i key",
    GIT_CONFIG_COUNT: "0",
    https_proxy: "",
    SSH_AUTH_SOCK: "/agent",
  };

  it.each(["https://git.example/a;id/$(id)`id`|x", "ssh://git@git.example/a&b", "git@git.example:a/b'c"])(
    "H036: with %s as one argument, no shell, no prompt",
    async (url) => {
      const { exec, calls } = recorder();
      const { registry } = openRegistry({ exec, environment, network: everywhere });
      await registry.git(url);
      expect(calls).toHaveLength(1);
      expect(calls[0]?.args.slice(-4)).toEqual(["ls-remote", "--tags", "--", url]);
      expect(calls[0]?.args).toContain("http.followRedirects=false");
      expect(calls[0]?.environment).toEqual({
        PATH: process.env["PATH"],
        HOME: expect.any(String) as unknown,
        GIT_ALLOW_PROTOCOL: "https:ssh",
        GIT_TERMINAL_PROMPT: "0",
        GIT_SSH_COMMAND: "ssh -i key",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CONFIG_COUNT: "0",
        SSH_AUTH_SOCK: "/agent",
        https_proxy: "",
        LC_ALL: "C",
      });
    },
  );

  it.each([
    ["https://git.example/a/b", "http.curloptResolve=git.example:443:140.82.121.3"],
    ["https://git.example:8443/a/b", "http.curloptResolve=git.example:8443:140.82.121.3"],
    ["ssh://git@git.example/a/b", undefined],
    ["https://github.com/a/b", undefined],
  ])("%s is connected to at the address that was checked: %s", async (url, setting) => {
    const { exec, calls } = recorder();
    const { registry } = openRegistry({ exec, network: everywhere });
    await registry.git(url);
    expect(calls[0]?.args.find((arg) => arg.startsWith("http.curloptResolve"))).toBe(setting);
  });

  it("connects to the address that was checked, really", async () => {
    let connections = 0;
    const port = await listen(
      createServer((socket) => {
        connections += 1;
        socket.destroy();
      }),
    );
    const { registry } = openRegistry({ network: { resolve: async () => ["127.0.0.1"], isPublic: () => true } });
    await failureOf(registry.git(`https://nowhere.invalid:${port}/a/b`));
    expect(connections).toBe(1);
  });

  it.each([
    "file:///etc/passwd",
    "/etc/passwd",
    "../other",
    "http://git.example/a/b",
    "git://git.example/a/b",
    "ext::sh -c id",
    "fd::17",
    "--upload-pack=id",
    "-oProxyCommand=id@git.example:a/b",
    "ssh://-oProxyCommand=id/a/b",
    "https://git.example/a\nb",
    "https://git.example/a b",
    "https://git.example",
    "git@-evil:a/b",
    "",
  ])("H088: not at all for %j", async (url) => {
    const { exec, calls } = recorder();
    const { registry } = openRegistry({ exec, network: everywhere });
    expect((await failureOf(registry.git(url))).what).toContain("neither an https URL nor an ssh one");
    expect(calls).toEqual([]);
  });

  it.each([
    "https://169.254.169.254/a/b",
    "https://2130706433/a/b",
    "https://[::ffff:127.0.0.1]/a/b",
    "https://private.example/a/b",
    "ssh://git@private.example/a/b",
    "ssh://git@127.0.0.1:2222/a/b",
    "git@private.example:a/b",
  ])("H088: not at all for the private %s, unless it is trusted", async (url) => {
    const { exec, calls } = recorder();
    const { isPublicAddress } = await import("./registry-address.ts");
    const network: Network = { resolve: async () => ["10.0.0.1"], isPublic: isPublicAddress };
    const { registry } = openRegistry({ exec, network });
    expect((await failureOf(registry.git(url))).what).toContain("which is no public address");
    expect(calls).toEqual([]);
    if (!url.includes("private.example")) return;
    await openRegistry({ exec, network, trustedHosts: ["private.example"] }).registry.git(url);
    expect(calls).toHaveLength(1);
  });

  it("says when git is not there", async () => {
    const { registry } = openRegistry({ network: everywhere, environment: { PATH: "/nowhere" } });
    const failure = await failureOf(registry.git(NETWORK));
    expect(failure.what).toContain("The program git was not found");
    expect(failure.remedy).toContain("Install git");
  });

  it.each<[string, RegExp, RegExp]>([
    ["fatal: Authentication failed for 'https://u:s3cret@x/'", /git was refused/, /token in git's configuration/],
    ["git@git.example: Permission denied (publickey).", /git was refused/, /deploy key/],
    ["Host key verification failed.", /git was refused/, /deploy key/],
    ["ssh: Could not resolve hostname git.example", /cannot be reached/, /network/],
    ["fatal: repository 'https://u:s3cret@x/' not found", /it was not found/, /Check that it exists/],
    ["something new s3cret", /git failed \(git ls-remote ended with 128\)/, /debug logging/],
  ])("says what %j means, not what git says", async (stderr, what, remedy) => {
    const { exec } = recorder(stderr);
    const { registry } = openRegistry({ exec, network: everywhere });
    const failure = await failureOf(registry.git("ssh://git@git.example/a/b"));
    expect(failure.what).toMatch(what);
    expect(failure.remedy).toMatch(remedy);
    expect(`${failure.stack}${failure.what}${failure.remedy}`).not.toContain("s3cret");
  });
});

describe("parseGitAddress", () => {
  it.each([
    ["https://github.com/acme/network.git", "https://github.com/acme/network"],
    ["https://me:t0ken@github.com/acme/network", "https://github.com/acme/network"],
    ["git@github.com:acme/network.git", "https://github.com/acme/network"],
    ["ssh://git@gitlab.com/group/sub/network.git", "https://gitlab.com/group/sub/network"],
    ["ssh://git@git.example:2222/acme/network", undefined],
    ["https://git.example:8443/acme/network", "https://git.example:8443/acme/network"],
  ])("%s has the page %s", (url, page) => {
    expect(parseGitAddress(url)?.page).toBe(page);
  });
});
