/** Ends what runs: a build is stopped, an item of the queue is cancelled. Sent also when the step is cancelled. */
import { HttpFault } from "@handrail/http";
import type { HttpAnswer } from "@handrail/http";
import { parseJson, readText } from "@handrail/runner";
import type { StopReport } from "../../wait/target.ts";
import { wordsOf } from "./ask.ts";
import type { Jenkins } from "./ask.ts";
import { parseQueueItem } from "./build.ts";
import type { BuildPin } from "./address.ts";
import type { JenkinsState } from "./state.ts";

/** Stops what is known; an item that left the queue meanwhile is followed to its build by `pinFor`. */
export async function stopJenkins(
  jenkins: Jenkins,
  { pin, queueItem }: JenkinsState,
  pinFor: (executable: { number: number; url: string }) => BuildPin,
): Promise<StopReport> {
  try {
    if (pin !== undefined) return await post(jenkins, `${pin.path}/${pin.number}/stop`, `stop of build #${pin.number}`);
    if (queueItem === undefined) return { isAccepted: false, told: "no build and no queue item is known to stop" };
    const started = await executableOf(jenkins, queueItem);
    if (started === undefined) {
      return await post(jenkins, `/queue/cancelItem?id=${queueItem}`, `cancelItem of queue item ${queueItem}`);
    }
    const { path, number } = pinFor(started);
    return await post(jenkins, `${path}/${number}/stop`, `stop of build #${number}`);
  } catch (error) {
    if (!(error instanceof HttpFault)) throw error;
    return { isAccepted: false, told: `Jenkins could not be asked to stop (${error.what})` };
  }
}

/** The build that an item has become, if it has. */
async function executableOf(jenkins: Jenkins, item: number): Promise<{ number: number; url: string } | undefined> {
  const answer = await jenkins.send(`/queue/item/${item}/api/json`, { evenWhenCancelled: true, timeoutMs: 2000 });
  return answer.status === 200 ? parseQueueItem(jsonOf(answer))?.executable : undefined;
}

/** A request that changes something; when Jenkins wants a crumb it is sent once more with one. An API token needs none. */
async function post(jenkins: Jenkins, path: string, what: string): Promise<StopReport> {
  const send = (headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> =>
    jenkins.send(path, { method: "POST", headers, evenWhenCancelled: true });
  let answer = await send();
  if (answer.status === 403) {
    const crumb = await crumbOf(jenkins);
    if (crumb !== undefined) answer = await send(crumb);
  }
  // Both answer with a redirect to a page.
  if (answer.status < 400) return { isAccepted: true, told: `${what} was accepted` };
  return { isAccepted: false, told: `${what} was not accepted (${wordsOf(answer.status)})` };
}

/** The headers that prove that we asked: a crumb, and the session it belongs to. */
async function crumbOf(jenkins: Jenkins): Promise<Record<string, string> | undefined> {
  const answer = await jenkins.send("/crumbIssuer/api/json", { evenWhenCancelled: true });
  const json = answer.status === 200 ? jsonOf(answer) : undefined;
  const [field, crumb] = [readText(json, "crumbRequestField"), readText(json, "crumb")];
  if (!/^[\w.-]{1,100}$/.test(field) || !/^[\x21-\x7e]{1,1000}$/.test(crumb)) return undefined;
  const session = /(?:^|[,;]\s*)(JSESSIONID[\w.-]*=[^;,\s]+)/.exec(answer.headers["set-cookie"] ?? "")?.[1];
  return { [field.toLowerCase()]: crumb, ...(session === undefined ? {} : { cookie: session }) };
}

function jsonOf({ text }: HttpAnswer): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
