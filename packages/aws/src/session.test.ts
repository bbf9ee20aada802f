import { afterEach, describe, expect, it } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer, LoggedRequest } from "@handrail/testkit";
import { faultOf, KEYS, open, refusal, serve, signer, tidy } from "./client-fixture.ts";

afterEach(tidy);

const role = { arn: "arn:aws:iam::111122223333:role/deploy", sessionName: "handrail-7" };
const listing: Answer = { status: 200, body: { taskArns: [] } };
const expired = refusal("ExpiredTokenException", "The security token included in the request is expired");

function assumed(session: number, expiration: string): Answer {
  const body = `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>AKIDROLE${session}</AccessKeyId><SecretAccessKey>role-secret-${session}</SecretAccessKey><SessionToken>role-token-${session}</SessionToken><Expiration>${expiration}</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`;
  return { status: 200, headers: { "content-type": "text/xml" }, body };
}

function denial(code: string, message: string, status: number): Answer {
  const body = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
  return { status, headers: { "content-type": "text/xml" }, body };
}

type Script = {
  /** AWS's answer to a call signed by this access key. */
  call?: (key: string) => Answer;
  token?: (request: LoggedRequest, asked: number) => Answer;
  sts?: (request: LoggedRequest, session: number) => Answer;
};

/** One server for AWS, STS and GitHub's tokens. `date` is the time that its answers tell. */
async function world(script: Script = {}) {
  const seen = { keys: [] as string[], tokens: [] as LoggedRequest[], sessions: [] as LoggedRequest[] };
  const time = { date: "Sun, 22 Nov 2026 12:00:00 GMT" };
  const answer = (request: LoggedRequest): Answer => {
    if (request.path === "/token") {
      const asked = seen.tokens.push(request);
      return script.token?.(request, asked) ?? { status: 200, body: { value: `oidc-${asked}` } };
    }
    if (request.text.includes("AssumeRoleWithWebIdentity")) {
      const session = seen.sessions.push(request);
      return script.sts?.(request, session) ?? assumed(session, "2026-11-22T13:00:00Z");
    }
    const key = signer(request.headers).split("/")[0] ?? "";
    seen.keys.push(key);
    return script.call?.(key) ?? listing;
  };
  const server = await serve((request) => {
    const { headers, ...rest } = answer(request);
    return { ...rest, headers: { date: time.date, ...headers } };
  });
  const oidc = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${server.url}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "request-token",
  };
  return { server, seen, oidc, time, endpoint: { AWS_ENDPOINT_URL: server.url } };
}

describe("a role without credentials of the job", () => {
  it("is assumed with a token of GitHub, once for all services, and everything is masked", async () => {
    const { seen, oidc, endpoint } = await world();
    const { aws, masked } = open({ ...endpoint, ...oidc }, { role });
    await Promise.all([aws.ask("ecs", "ListTasks", {}), aws.ask("codebuild", "BatchGetBuilds", { ids: ["x"] })]);
    await aws.ask("ecs", "ListTasks", {});
    expect(seen.keys).toEqual(["AKIDROLE1", "AKIDROLE1", "AKIDROLE1"]);
    expect(seen.tokens).toHaveLength(1);
    expect(seen.tokens[0]?.query.toString()).toBe("api-version=2.0&audience=sts.amazonaws.com");
    expect(seen.tokens[0]?.headers["authorization"]).toBe("Bearer request-token");
    const asked = new URLSearchParams(seen.sessions[0]?.text);
    expect(Object.fromEntries(asked)).toMatchObject({
      RoleArn: role.arn,
      RoleSessionName: "handrail-7",
      WebIdentityToken: "oidc-1",
    });
    expect(seen.sessions[0]?.headers["authorization"]).toBeUndefined();
    expect(masked).toEqual(["oidc-1", "AKIDROLE1", "role-secret-1", "role-token-1"]);
  });

  it("takes a token from a file when GitHub has none, read anew each time", async () => {
    const { seen, endpoint } = await world({ call: (key) => (key === "AKIDROLE1" ? expired : listing) });
    const folder = await mkdtemp(join(tmpdir(), "handrail-aws-"));
    const file = join(folder, "token");
    await writeFile(file, "from-file\n");
    const { aws } = open({ ...endpoint, AWS_WEB_IDENTITY_TOKEN_FILE: file }, { role });
    await aws.ask("ecs", "ListTasks", {});
    await rm(folder, { recursive: true });
    expect(seen.sessions.map(({ text }) => new URLSearchParams(text).get("WebIdentityToken"))).toEqual([
      "from-file",
      "from-file",
    ]);
  });

  it("is renewed by itself before its session ends by AWS's clock", async () => {
    const { seen, oidc, time, endpoint } = await world({
      sts: (_, session) => assumed(session, `2026-11-22T1${2 + session}:00:00Z`),
    });
    const { aws } = open({ ...endpoint, ...oidc }, { role });
    // The SDK looks at the machine's clock, by which these sessions may have ended; AWS's decides.
    for (const [date, key] of [
      ["Sun, 22 Nov 2026 12:54:00 GMT", "AKIDROLE1"],
      ["Sun, 22 Nov 2026 12:56:00 GMT", "AKIDROLE1"],
      ["Sun, 22 Nov 2026 12:56:09 GMT", "AKIDROLE2"],
      ["Sun, 22 Nov 2026 12:56:18 GMT", "AKIDROLE2"],
    ] as const) {
      time.date = date;
      await aws.ask("ecs", "ListTasks", {});
      expect(seen.keys.at(-1)).toBe(key);
    }
  });

  it("keeps what it has while it is good and cannot be renewed", async () => {
    const { seen, oidc, time, endpoint } = await world({
      token: (_, asked) => ({ status: asked === 1 ? 200 : 503, body: { value: "oidc" } }),
    });
    const { aws } = open({ ...endpoint, ...oidc }, { role });
    for (const date of ["12:56:00", "12:59:50", "13:00:01"]) {
      time.date = `Sun, 22 Nov 2026 ${date} GMT`;
      await aws.ask("ecs", "ListTasks", {});
    }
    expect(await faultOf(aws.ask("ecs", "ListTasks", {}))).toMatchObject({ kind: "unavailable", code: "HTTP 503" });
    expect(seen.keys).toEqual(["AKIDROLE1", "AKIDROLE1", "AKIDROLE1"]);
  });

  it("says that the job needs id-token: write when there is no token to be had", async () => {
    const { aws } = open({}, { role });
    const fault = await faultOf(aws.ask("ecs", "ListTasks", {}));
    expect(fault).toMatchObject({ kind: "denied", action: "sts:AssumeRoleWithWebIdentity" });
    expect(fault.remedy).toContain("`permissions: id-token: write`");
  });
});

describe("credentials of the job that expire", () => {
  const script: Script = { call: (key) => (key === "AKIDENV" ? expired : listing) };

  it("are replaced by the role's, and the call is repeated", async () => {
    const { seen, oidc, endpoint } = await world(script);
    const { aws } = open({ ...KEYS, ...endpoint, ...oidc }, { role });
    const calls = [1, 2, 3].map(() => aws.ask("ecs", "ListTasks", {}));
    expect(await Promise.all(calls)).toMatchObject([{ taskArns: [] }, { taskArns: [] }, { taskArns: [] }]);
    expect(seen.sessions).toHaveLength(1);
    expect(seen.keys.filter((key) => key === "AKIDENV").length).toBeLessThanOrEqual(3);
    await aws.ask("lambda", "GetAlias", { FunctionName: "x", Name: "y" });
    expect(seen.keys.at(-1)).toBe("AKIDROLE1");
    expect(seen.sessions).toHaveLength(1);
  });

  it("are replaced again when the role's session is said to have expired", async () => {
    const { seen, oidc, endpoint } = await world({ call: (key) => (key === "AKIDROLE2" ? listing : expired) });
    const { aws } = open({ ...KEYS, ...endpoint, ...oidc }, { role });
    expect((await faultOf(aws.ask("ecs", "ListTasks", {}))).kind).toBe("expired");
    expect(await aws.ask("ecs", "ListTasks", {})).toMatchObject({ taskArns: [] });
    expect(seen.keys).toEqual(["AKIDENV", "AKIDROLE1", "AKIDROLE1", "AKIDROLE2"]);
  });

  it("without a role, the fault is told after one call", async () => {
    const { seen, oidc, endpoint } = await world(script);
    const { aws } = open({ ...KEYS, ...endpoint, ...oidc });
    expect(await faultOf(aws.ask("ecs", "ListTasks", {}))).toMatchObject({
      kind: "expired",
      reason: "credentials-expired",
      action: "ecs:ListTasks",
      remedy: expect.stringContaining("role-to-assume"),
    });
    expect(seen.keys).toEqual(["AKIDENV"]);
  });

  it("with a role and no token, the fault says what the job needs", async () => {
    const { endpoint } = await world(script);
    const { aws } = open({ ...KEYS, ...endpoint }, { role });
    expect(await faultOf(aws.ask("ecs", "ListTasks", {}))).toMatchObject({
      kind: "expired",
      action: "ecs:ListTasks",
      remedy: expect.stringContaining("`permissions: id-token: write`"),
    });
  });

  it("are replaced also for a call that is made when cancelled", async () => {
    const { seen, oidc, endpoint } = await world(script);
    const { aws, cancelling } = open({ ...KEYS, ...endpoint, ...oidc }, { role });
    cancelling.abort();
    await aws.ask("ecs", "StopTask", { task: "x" }, { evenWhenCancelled: true });
    expect(seen.keys).toEqual(["AKIDENV", "AKIDROLE1"]);
  });
});

describe("a role that cannot be assumed", () => {
  const trust = "Not authorized to perform sts:AssumeRoleWithWebIdentity";

  it.each<[string, Answer, { kind: string; code: string; remedy?: string }]>([
    [
      "not trusted",
      denial("AccessDenied", trust, 403),
      { kind: "denied", code: "AccessDenied", remedy: "trust policy" },
    ],
    [
      "no provider",
      denial("InvalidIdentityToken", "No OpenIDConnect provider found", 400),
      { kind: "denied", code: "InvalidIdentityTokenException", remedy: "trust policy" },
    ],
    [
      "no such role",
      denial("ValidationError", "Request ARN is invalid", 400),
      { kind: "refused", code: "ValidationError", remedy: role.arn },
    ],
    [
      "GitHub out of reach for STS",
      denial("IDPCommunicationError", "try again", 400),
      { kind: "unavailable", code: "IDPCommunicationErrorException" },
    ],
    ["STS down", { status: 503, body: "" }, { kind: "unavailable", code: "HTTP 503" }],
    ["STS busy", denial("Throttling", "Rate exceeded", 400), { kind: "throttled", code: "Throttling" }],
    ["STS cut off", { status: 200, cut: "before" }, { kind: "unavailable", code: "ECONNRESET" }],
    [
      "no credentials in the answer",
      { status: 200, headers: { "content-type": "text/xml" }, body: "<AssumeRoleWithWebIdentityResponse/>" },
      { kind: "unavailable", code: "BadAnswer" },
    ],
  ])("%s", async (_, answer, { remedy = "", ...expected }) => {
    const { oidc, endpoint, seen } = await world({ sts: () => answer });
    const { aws } = open({ ...endpoint, ...oidc }, { role });
    const fault = await faultOf(aws.ask("ecs", "ListTasks", {}));
    expect(fault).toMatchObject({ action: "sts:AssumeRoleWithWebIdentity", ...expected });
    expect(fault.remedy).toContain(remedy);
    expect(seen.sessions).toHaveLength(1);
    expect(seen.keys).toEqual([]);
  });

  it.each<[string, Answer, { kind: string; code: string }]>([
    ["says no", { status: 403, body: {} }, { kind: "denied", code: "HTTP 403" }],
    ["is down", { status: 500, body: "" }, { kind: "unavailable", code: "HTTP 500" }],
    ["is busy", { status: 429, body: "" }, { kind: "unavailable", code: "HTTP 429" }],
    ["gives no token", { status: 200, body: { value: "" } }, { kind: "unavailable", code: "HTTP 200" }],
    ["gives a page", { status: 200, body: "<html>" }, { kind: "unavailable", code: "HTTP 200" }],
    ["is cut off", { status: 200, cut: "before" }, { kind: "unavailable", code: "ECONNRESET" }],
  ])("GitHub's token endpoint %s", async (_, answer, expected) => {
    const { oidc, endpoint } = await world({ token: () => answer });
    const { aws } = open({ ...endpoint, ...oidc }, { role });
    const fault = await faultOf(aws.ask("ecs", "ListTasks", {}));
    expect(fault).toMatchObject({ action: "sts:AssumeRoleWithWebIdentity", ...expected });
    if (expected.kind === "denied") expect(fault.remedy).toContain("id-token: write");
  });

  it("a silent token endpoint ends the call in time, and the next one asks again", async () => {
    const { oidc, endpoint, seen } = await world({
      token: (_, asked) => ({
        status: 200,
        body: { value: "oidc" },
        ...(asked === 1 ? { cut: "never" as const } : {}),
      }),
    });
    const { aws, clock } = open({ ...endpoint, ...oidc }, { role });
    const call = faultOf(aws.ask("ecs", "ListTasks", {}));
    await clock.untilSleeping(2);
    await clock.advance(10_000);
    expect(await call).toMatchObject({ kind: "unavailable", code: "TIMEOUT" });
    expect(await aws.ask("ecs", "ListTasks", {})).toMatchObject({ taskArns: [] });
    expect(seen.tokens).toHaveLength(2);
  });
});
