import { afterEach, describe, expect, it } from "@jest/globals";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Failure } from "@handrail/runner";
import type { Answer, Handler } from "@handrail/testkit";
import type { AwsFaultKind } from "./ask.ts";
import { faultOf, KEYS, open, refusal, serve, signer, tidy } from "./client-fixture.ts";

afterEach(tidy);

const services = { services: [{ serviceName: "app", createdAt: 1_700_000_000.5 }] };
const json = (body: unknown): Answer => ({
  status: 200,
  headers: { "content-type": "application/x-amz-json-1.1" },
  body,
});

/** A door to a server. */
async function openTo(handler: Handler, more: Record<string, string> = {}) {
  const server = await serve(handler);
  return { server, ...open({ ...KEYS, AWS_ENDPOINT_URL: server.url, ...more }) };
}

describe("protocols", () => {
  it("speaks AWS JSON to ECS, signed, and gives the answer as plain data", async () => {
    const { server, aws } = await openTo(() => json(services));
    await aws.load("ecs");
    const answer = await aws.ask("ecs", "DescribeServices", { cluster: "prod", services: ["app"] });
    expect(answer).toMatchObject({ services: [{ serviceName: "app", createdAt: new Date(1_700_000_000_500) }] });
    const [request] = server.requests;
    expect(request).toMatchObject({ method: "POST", path: "/", body: { cluster: "prod", services: ["app"] } });
    expect(request?.headers["x-amz-target"]).toBe("AmazonEC2ContainerServiceV20141113.DescribeServices");
    expect(signer(request?.headers ?? {})).toMatch(/^AKIDENV\/\d{8}\/eu-west-1\/ecs$/);
    expect(request?.headers["x-amz-security-token"]).toBe("env-token");
  });

  it("speaks query XML to CloudFormation", async () => {
    const xml = (text: string, status: number): Answer => ({
      status,
      headers: { "content-type": "text/xml" },
      body: text,
    });
    const { server, aws } = await openTo(({ text }) =>
      text.includes("missing")
        ? xml(
            "<ErrorResponse><Error><Code>ValidationError</Code><Message>Stack missing does not exist</Message></Error></ErrorResponse>",
            400,
          )
        : xml(
            "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>app</StackName><CreationTime>2026-11-22T12:00:00Z</CreationTime></member></Stacks></DescribeStacksResult></DescribeStacksResponse>",
            200,
          ),
    );
    expect(await aws.ask("cloudformation", "DescribeStacks", { StackName: "app" })).toMatchObject({
      Stacks: [{ StackName: "app", CreationTime: new Date("2026-11-22T12:00:00Z") }],
    });
    expect(server.requests[0]?.text).toContain("Action=DescribeStacks");
    expect(await faultOf(aws.ask("cloudformation", "DescribeStacks", { StackName: "missing" }))).toMatchObject({
      kind: "refused",
      code: "ValidationError",
      said: "Stack missing does not exist",
    });
  });

  it("speaks REST to Lambda", async () => {
    const headers = { "x-amzn-errortype": "ResourceNotFoundException" };
    const { server, aws } = await openTo(({ path }) =>
      path.includes("missing")
        ? { status: 404, headers, body: { Message: "Function not found" } }
        : { status: 200, body: { State: "Active", LastUpdateStatus: "Successful" } },
    );
    const answer = await aws.ask("lambda", "GetFunctionConfiguration", { FunctionName: "app" });
    expect(answer).toMatchObject({ State: "Active", LastUpdateStatus: "Successful" });
    expect(server.requests[0]).toMatchObject({ method: "GET", path: "/2015-03-31/functions/app/configuration" });
    expect(await faultOf(aws.ask("lambda", "GetAlias", { FunctionName: "missing", Name: "live" }))).toMatchObject({
      kind: "refused",
      action: "lambda:GetAlias",
      code: "ResourceNotFoundException",
    });
  });

  it.each([
    ["apprunner", "ListOperations", { ServiceArn: "x" }],
    ["cloudformation", "DescribeEvents", { StackName: "x" }],
    ["cloudwatch", "DescribeAlarms", {}],
    ["codebuild", "BatchGetBuilds", { ids: ["x"] }],
    ["codedeploy", "GetDeployment", { deploymentId: "x" }],
    ["codepipeline", "GetPipelineState", { name: "x" }],
    ["ecs", "ListTasks", {}],
    ["elastic-beanstalk", "DescribeEvents", {}],
    ["elbv2", "DescribeTargetHealth", { TargetGroupArn: "x" }],
    ["lambda", "GetAlias", { FunctionName: "x", Name: "x" }],
    ["logs", "GetLogEvents", { logStreamName: "x" }],
  ] as const)("%s: an empty answer is an answer", async (service, operation, input) => {
    for (const body of [undefined, {}]) {
      const { server, aws } = await openTo(() => ({ status: 200, body }));
      expect(await aws.ask(service, operation as never, input)).toMatchObject({ $metadata: { httpStatusCode: 200 } });
      expect(server.requests).toHaveLength(1);
    }
  });

  it("keeps the connection between calls", async () => {
    let connections = 0;
    const server = createServer((request, response) => void request.on("end", () => response.end("{}")).resume());
    server.on("connection", () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const { port } = server.address() as AddressInfo;
    const { aws } = open({ ...KEYS, AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` });
    for (let call = 0; call < 3; call += 1) await aws.ask("ecs", "ListTasks", {});
    server.closeAllConnections();
    server.close();
    expect(connections).toBe(1);
  });
});

describe("Region and endpoints", () => {
  it.each([
    [{ AWS_REGION: "us-east-1", AWS_DEFAULT_REGION: "us-east-2" }, undefined, "us-east-1"],
    [{ AWS_REGION: " ", AWS_DEFAULT_REGION: "us-east-2" }, undefined, "us-east-2"],
    [{ AWS_REGION: "us-east-1" }, "ap-south-1", "ap-south-1"],
  ])("%j and option %s: %s", (variables, region, expected) => {
    const given = region === undefined ? {} : { region };
    expect(open(variables, given).aws.region).toBe(expected);
  });

  it.each([
    [{ AWS_REGION: "" }, "No AWS Region is known"],
    [{ AWS_REGION: "eu west" }, 'AWS_REGION is not an AWS Region: "eu west"'],
    [{ AWS_REGION: "", AWS_DEFAULT_REGION: "a/b" }, 'AWS_DEFAULT_REGION is not an AWS Region: "a/b"'],
  ])("%j is told only when it is needed, as invalid-input", async (variables, what) => {
    const { aws } = open({ ...KEYS, ...variables });
    await aws.load("ecs");
    const error: unknown = await aws.ask("ecs", "ListTasks", {}).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Failure);
    expect(error).toMatchObject({ reason: "invalid-input", what });
    expect(() => aws.region).toThrow(Failure);
  });

  it("takes the endpoint of a service before the one of all", async () => {
    const other = await serve(() => json({}));
    const { server, aws } = await openTo(() => json({}), { AWS_ENDPOINT_URL_ELASTIC_LOAD_BALANCING_V2: other.url });
    await aws.ask("elbv2", "DescribeTargetHealth", { TargetGroupArn: "x" });
    expect([server.requests.length, other.requests.length]).toEqual([0, 1]);
  });

  it("an endpoint that is no URL is told, not a defect", async () => {
    const { aws } = open({ ...KEYS, AWS_ENDPOINT_URL: "nowhere" });
    expect(await faultOf(aws.ask("ecs", "ListTasks", {}))).toMatchObject({
      kind: "refused",
      remedy: "Check the AWS variables of the job and what the step was given.",
    });
  });
});

describe("faults", () => {
  it.each<[AwsFaultKind, string, Answer]>([
    ["throttled", "ThrottlingException", refusal("ThrottlingException", "Rate exceeded")],
    ["throttled", "Throttling", refusal("Throttling", "Rate exceeded")],
    ["throttled", "TooManyRequestsException", refusal("TooManyRequestsException", "", 429)],
    ["throttled", "RequestLimitExceeded", refusal("RequestLimitExceeded", "", 503)],
    ["throttled", "SlowDown", refusal("SlowDown", "", 503)],
    ["throttled", "ClientException", refusal("ClientException", "Rate exceeded")],
    ["throttled", "HTTP 429", { status: 429, body: {} }],
    ["unavailable", "ServerException", refusal("ServerException", "", 500)],
    ["unavailable", "ServiceUnavailableException", refusal("ServiceUnavailableException", "", 503)],
    ["unavailable", "InternalFailure", refusal("InternalFailure", "", 400)],
    ["unavailable", "HTTP 502", { status: 502, body: "" }],
    ["unavailable", "HTTP 503", { status: 503, body: {} }],
    ["unavailable", "HTTP 504", { status: 504, headers: { "content-type": "text/html" }, body: "<html>" }],
    ["unavailable", "HTTP 200", { status: 200, headers: { "content-type": "text/html" }, body: "<html>" }],
    [
      "unavailable",
      "HTTP 403",
      { status: 403, headers: { "content-type": "text/html; charset=utf-8" }, body: "<html>" },
    ],
    ["unavailable", "BadAnswer", { status: 200, headers: { "content-type": "application/json" }, body: '{"serv' }],
    ["unavailable", "HTTP 200", { status: 200, body: "<html>no type</html>" }],
    ["unavailable", "BadAnswer", { status: 400, headers: { "content-type": "application/json" }, body: '{"__ty' }],
    ["unavailable", "BadAnswer", { status: 403, body: "Forbidden by policy" }],
    ["unavailable", "HTTP 302", { status: 302, headers: { location: "/login" }, body: "" }],
    ["unavailable", "ECONNRESET", { status: 200, cut: "before" }],
    ["unavailable", "ECONNRESET", { status: 200, body: services, cut: "middle" }],
    ["skewed", "RequestTimeTooSkewed", refusal("RequestTimeTooSkewed", "", 403)],
    ["skewed", "RequestExpired", refusal("RequestExpired", "Request has expired.")],
    [
      "skewed",
      "InvalidSignatureException",
      refusal(
        "InvalidSignatureException",
        "Signature expired: 20261122T110000Z is now earlier than 20261122T114500Z",
        403,
      ),
    ],
    [
      "skewed",
      "SignatureDoesNotMatch",
      refusal("SignatureDoesNotMatch", "Signature not yet current: 20261122T130000Z is still later than", 403),
    ],
    [
      "denied",
      "InvalidSignatureException",
      refusal("InvalidSignatureException", "The request signature we calculated does not match", 403),
    ],
    [
      "denied",
      "AccessDeniedException",
      refusal("AccessDeniedException", "User x is not authorized to perform: ecs:DescribeServices"),
    ],
    ["denied", "UnauthorizedOperation", refusal("UnauthorizedOperation")],
    [
      "denied",
      "UnrecognizedClientException",
      refusal("UnrecognizedClientException", "The security token included in the request is invalid."),
    ],
    ["denied", "InvalidClientTokenId", refusal("InvalidClientTokenId", "", 403)],
    ["denied", "SomethingNew", refusal("SomethingNew", "", 403)],
    ["denied", "HTTP 401", { status: 401, body: {} }],
    [
      "expired",
      "ExpiredTokenException",
      refusal("ExpiredTokenException", "The security token included in the request is expired"),
    ],
    ["expired", "ExpiredToken", refusal("ExpiredToken", "", 403)],
    [
      "expired",
      "UnrecognizedClientException",
      refusal("UnrecognizedClientException", "The security token included in the request is expired"),
    ],
    ["expired", "TokenRefreshRequired", refusal("TokenRefreshRequired")],
    ["refused", "ClusterNotFoundException", refusal("ClusterNotFoundException", "Cluster not found.")],
    ["refused", "SomethingNew", refusal("SomethingNew")],
    ["refused", "UnknownOperationException", refusal("UnknownOperationException")],
    ["refused", "InvalidNextTokenException", refusal("InvalidNextTokenException", "The token has expired")],
    ["refused", "HTTP 404", { status: 404, body: {} }],
  ])("%s: %s, asked once", async (kind, code, answer) => {
    const { server, aws } = await openTo(() => answer);
    const fault = await faultOf(aws.ask("ecs", "DescribeServices", {}));
    expect(fault).toMatchObject({ kind, action: "ecs:DescribeServices", code });
    expect(fault.said).not.toMatch(/\n|UnknownError/);
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    "null",
    "[]",
    "7",
    '"text"',
    '{"services":"none"}',
    '{"services":{"0":1}}',
    '{"services":[null,7,{"createdAt":{}}]}',
    '{"services":[{"createdAt":"soon"}]}',
    '{"__proto__":{"services":[]}}',
  ])("JSON of another shape (%s) is an answer or a fault, never anything else", async (body) => {
    const { aws } = await openTo(() => ({
      status: 200,
      headers: { "content-type": "application/x-amz-json-1.1" },
      body,
    }));
    const call = aws.ask("ecs", "DescribeServices", {});
    const error: unknown = await call.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (error !== undefined) expect(error).toMatchObject({ name: "AwsFault", kind: "unavailable", code: "BadAnswer" });
  });

  it("broken XML is unavailable", async () => {
    const { aws } = await openTo(() => ({
      status: 200,
      headers: { "content-type": "text/xml" },
      body: "<DescribeStacksResp",
    }));
    const error = await faultOf(aws.ask("cloudformation", "DescribeStacks", {}));
    expect(error).toMatchObject({ kind: "unavailable", code: "BadAnswer" });
  });

  it.each([
    ["lambda", "GetAlias", { FunctionName: "x", Name: "y" }],
    ["cloudformation", "DescribeStacks", {}],
    ["cloudwatch", "DescribeAlarms", {}],
  ] as const)("%s: a refusal without a name is told by its status", async (service, operation, input) => {
    for (const [status, kind] of [
      [400, "refused"],
      [403, "denied"],
      [500, "unavailable"],
    ] as const) {
      const { aws } = await openTo(() => ({ status, body: "" }));
      const fault = await faultOf(aws.ask(service, operation, input));
      expect(fault).toMatchObject({ kind, code: `HTTP ${status}` });
    }
  });

  it("nobody listens, no such host", async () => {
    const refused = open({ ...KEYS, AWS_ENDPOINT_URL: "http://127.0.0.1:1" });
    expect(await faultOf(refused.aws.ask("ecs", "ListTasks", {}))).toMatchObject({
      kind: "unavailable",
      code: "ECONNREFUSED",
    });
    const lost = open({ ...KEYS, AWS_ENDPOINT_URL: "http://nowhere.invalid" });
    expect((await faultOf(lost.aws.ask("ecs", "ListTasks", {}))).code).toMatch(/^(?:ENOTFOUND|EAI_AGAIN)$/);
  });

  it("no credentials anywhere are denied, with what to do", async () => {
    const fault = await faultOf(open({}).aws.ask("ecs", "ListTasks", {}));
    expect(fault).toMatchObject({ kind: "denied", reason: "access-denied", code: "NoCredentials" });
    expect(fault.what).toContain("ecs:ListTasks had no answer (NoCredentials: no AWS credentials were found: ");
    expect(fault.remedy).toContain("aws-actions/configure-aws-credentials");
  });

  it("long words of a service are one short line", async () => {
    const { aws } = await openTo(() => refusal("ClientException", `first ${"x".repeat(400)}\nsecond`));
    const { said } = await faultOf(aws.ask("ecs", "ListTasks", {}));
    expect(said).toHaveLength(300);
    expect(said.endsWith("x…")).toBe(true);
  });
});

describe("time", () => {
  it("gives a black hole up after ten seconds, and speaks to the server again afterwards", async () => {
    let isSilent = true;
    const { aws, clock } = await openTo(() => (isSilent ? { status: 200, cut: "never" } : json(services)));
    const call = faultOf(aws.ask("ecs", "DescribeServices", {}));
    await clock.untilSleeping();
    expect(clock.sleeps).toEqual([10_000]);
    await clock.advance(10_000);
    expect(await call).toMatchObject({ kind: "unavailable", code: "TIMEOUT", said: "it took longer than 10 s" });
    isSilent = false;
    expect(await aws.ask("ecs", "DescribeServices", {})).toMatchObject({ services: [{ serviceName: "app" }] });
    await clock.advance(0);
    expect(clock.sleeping).toBe(0);
  });

  it("knows AWS's time from the newest answer", async () => {
    const dates = ["Sun, 22 Nov 2026 12:10:00 GMT", "Sun, 22 Nov 2026 11:00:00 GMT", "nonsense"];
    const { aws, clock } = await openTo(({ id }) => ({ ...json({}), headers: { date: dates[id - 1] ?? "" } }));
    expect(aws.serverNow()).toBe(clock.now());
    await aws.ask("ecs", "ListTasks", {});
    expect(aws.serverNow()).toBe(Date.parse("2026-11-22T12:10:00Z"));
    await clock.advance(1_500);
    expect(aws.serverNow()).toBe(Date.parse("2026-11-22T12:10:01.5Z"));
    await aws.ask("ecs", "ListTasks", {});
    await aws.ask("ecs", "ListTasks", {});
    expect(aws.serverNow()).toBe(Date.parse("2026-11-22T11:00:00Z"));
  });

  it.each([-3_600_000, 3_600_000])(
    "when AWS is %d ms ahead, the call after a skewed one is signed by AWS's clock",
    async (ahead) => {
      const { server, aws } = await openTo(({ headers }) => {
        const now = Date.now() + ahead;
        const at = (headers["x-amz-date"] ?? "").replace(/^(....)(..)(..T..)(..)(..Z)$/, "$1-$2-$3:$4:$5");
        const isRight = Math.abs(Date.parse(at) - now) < 300_000;
        const answer = isRight
          ? json(services)
          : refusal("InvalidSignatureException", "Signature expired: x is now earlier than y", 403);
        return { ...answer, headers: { ...answer.headers, date: new Date(now).toUTCString() } };
      });
      expect((await faultOf(aws.ask("ecs", "DescribeServices", {}))).kind).toBe("skewed");
      expect(await aws.ask("ecs", "DescribeServices", {})).toMatchObject({ services: [{}] });
      // A client that is made later knows it at once.
      expect(await aws.ask("codebuild", "BatchGetBuilds", { ids: ["x"] })).toMatchObject({});
      expect(server.requests).toHaveLength(3);
    },
  );
});

describe("cancelled", () => {
  it("rejects with the signal's reason, also what is under way", async () => {
    const arrived: (() => void)[] = [];
    const { server, aws, cancelling } = await openTo(() => {
      for (const each of arrived) each();
      return new Promise(() => undefined);
    });
    const reason = new Error("cancelled");
    const asked = new Promise<void>((resolve) => arrived.push(resolve));
    const call = aws.ask("ecs", "ListTasks", {}).catch((error: unknown) => error);
    await asked;
    cancelling.abort(reason);
    expect(await call).toBe(reason);
    expect(await aws.ask("ecs", "ListTasks", {}).catch((error: unknown) => error)).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  it("sends what is to be sent even then, under a deadline of its own", async () => {
    const { aws, cancelling, clock } = await openTo(({ id }) => (id === 1 ? json({}) : { status: 200, cut: "never" }));
    cancelling.abort();
    const stop = (): Promise<unknown> =>
      aws.ask("ecs", "StopServiceDeployment", { serviceDeploymentArn: "x" }, { evenWhenCancelled: true });
    expect(await stop()).toMatchObject({});
    const call = faultOf(stop());
    await clock.untilSleeping();
    await clock.advance(10_000);
    expect((await call).code).toBe("TIMEOUT");
  });
});

describe("proxies", () => {
  it("goes through HTTP_PROXY, but not to this machine nor to NO_PROXY", async () => {
    const proxy = await serve(() => json({ taskArns: ["by proxy"] }));
    const through = { HTTP_PROXY: `user:pass@127.0.0.1:${proxy.port}`, NO_PROXY: "direct.invalid" };
    const { server, aws } = await openTo(() => json({ taskArns: ["direct"] }), through);
    expect(await aws.ask("ecs", "ListTasks", {})).toMatchObject({ taskArns: ["direct"] });
    const far = open({ ...KEYS, ...through, AWS_ENDPOINT_URL: "http://aws.invalid" });
    expect(await far.aws.ask("ecs", "ListTasks", {})).toMatchObject({ taskArns: ["by proxy"] });
    expect(proxy.requests[0]?.headers["host"]).toBe("aws.invalid");
    const near = open({ ...KEYS, ...through, AWS_ENDPOINT_URL: "http://direct.invalid" });
    expect((await faultOf(near.aws.ask("ecs", "ListTasks", {}))).kind).toBe("unavailable");
    expect([server.requests.length, proxy.requests.length]).toEqual([1, 1]);
  });

  it("a proxy that refuses the tunnel is unavailable, and its password stays unsaid", async () => {
    const proxy = await serve(() => json({}));
    const { aws } = open({ ...KEYS, HTTPS_PROXY: `http://user:hidden@127.0.0.1:${proxy.port}` });
    const fault = await faultOf(aws.ask("ecs", "ListTasks", {}));
    expect(fault.kind).toBe("unavailable");
    expect(fault.message).not.toContain("hidden");
  });
});
