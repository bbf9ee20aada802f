/** Writes outputs and errors as a service's protocol wants them. It decides nothing. */
import type { Answer } from "../loopback.ts";
import { answerXml, errorXml } from "./query.ts";
import type { Recognised } from "./services.ts";

/** An error that a service answers with. */
export type AwsError = {
  /** `ThrottlingException`. */
  name: string;
  httpStatus: number;
  message: string;
  /** What else its body holds, of JSON protocols: `{resourceIds: […]}`. */
  more?: Readonly<Record<string, unknown>>;
};

/** The answer to a call that goes well. Dates are written as the protocol wants them. */
export function writeOutput(call: Recognised, output: Readonly<Record<string, unknown>>): Answer {
  const { protocol } = call;
  if (protocol.kind === "query") {
    return {
      status: 200,
      headers: { "content-type": "text/xml" },
      body: answerXml(call.operation, protocol.namespace, output),
    };
  }
  return { status: 200, headers: { "content-type": contentType(call) }, body: JSON.stringify(epochSeconds(output)) };
}

/** The answer to a call that is refused. */
export function writeError(call: Recognised, error: AwsError): Answer {
  const { protocol } = call;
  const { name, httpStatus: status, message } = error;
  const type = status >= 500 ? "Receiver" : "Sender";
  if (protocol.kind === "query") {
    const body = errorXml(protocol.namespace, { name, message, type });
    return { status, headers: { "content-type": "text/xml" }, body };
  }
  const headers: Record<string, string> = { "content-type": contentType(call) };
  if (protocol.kind === "rest") {
    headers["x-amzn-errortype"] = name;
    return {
      status,
      headers,
      body: JSON.stringify({ Type: status >= 500 ? "Service" : "User", Message: message, message }),
    };
  }
  if (protocol.isQueryCompatible === true) headers["x-amzn-query-error"] = `${name};${type}`;
  const __type = protocol.version === "1.0" ? `com.amazonaws.${call.service}#${name}` : name;
  return { status, headers, body: JSON.stringify({ ...error.more, __type, message }) };
}

function contentType({ protocol }: Recognised): string {
  return protocol.kind === "json" ? `application/x-amz-json-${protocol.version}` : "application/json";
}

/** JSON protocols write a time as seconds since 1970. */
function epochSeconds(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map((item) => epochSeconds(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, epochSeconds(item)]));
}
