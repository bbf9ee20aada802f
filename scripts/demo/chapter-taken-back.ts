/** Chapter 6: a deployment with migrations is taken back, by somebody who need not know the database. */
import { migrate, press } from "./migration.ts";
import type { Place, Said } from "./migration.ts";
import { openPullRequest } from "./pull-request.ts";
import type { Proposal, Thread } from "./pull-request.ts";
import { openShopDatabase } from "./shop-database.ts";
import { environment } from "./stage.ts";
import type { Stage } from "./stage.ts";
import { readable } from "./story.ts";
import type { Story } from "./story.ts";
import { readFiles } from "./tree.ts";

/** Tells the chapter; returns its pull requests. */
export async function tellTakenBack(stage: Stage, story: Story): Promise<Thread[]> {
  story.chapter(6, "A deployment is taken back, its migrations too");
  const database = await openShopDatabase(stage.checkout);
  try {
    const begin = async (proposal: Omit<Proposal, "author">): Promise<Place> => {
      const thread = await openPullRequest(stage, { author: "octocat", ...proposal });
      return { stage, database, thread };
    };
    const good = await tellGood(story, begin);
    const bad = await tellBad(story, begin, good.first);
    const failed = await tellFailed(story, begin, good.first);
    return [good.thread, bad, failed];
  } finally {
    database.close();
  }
}

type Begin = (proposal: Omit<Proposal, "author">) => Promise<Place>;

/** What the first deployment left. */
type First = { fingerprint: string; record: string; columns: string };

const sold = { users: 310, orders: 1240, inCurrencies: 57, rates: 31 };

async function tellGood(story: Story, begin: Begin): Promise<{ thread: Thread; first: First }> {
  const place = await begin({
    title: "Users and orders",
    description: "The first two tables of the shop.",
    branch: "users-and-orders",
    changes: readFiles("shop"),
  });
  const { stage, database, thread } = place;
  story.does(
    `mona merges #${thread.number}. The deployment begins with migration-run, with Knex, on a database of SQLite:`,
  );
  const { verdict, outputs } = await migrate(place, "601");
  story.sees(verdict);
  const { result, "schema-after": fingerprint = "", "record-id": record = "" } = outputs;
  const deployment = records(stage).at(-1);
  story.verdict(
    result === "applied" && String(deployment?.id) === record && deployment?.statuses.at(-1)?.state === "success",
    `Green, and recorded as Deployment ${record} of ${environment}: 2 migrations, the schema is ${fingerprint.slice(0, 12)}.`,
  );
  const columns = database.columns();
  database.write(`
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sold.users})
      insert into users (email) select 'user' || i || '@shop.example' from n;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sold.orders})
      insert into orders (user_id, total) select 1 + i % ${sold.users}, i / 10.0 from n;`);
  return { thread, first: { fingerprint, record, columns } };
}

async function tellBad(story: Story, begin: Begin, first: First): Promise<Thread> {
  const place = await begin({
    title: "Orders in many currencies",
    description: "A table of exchange rates, and the currency of each order.",
    branch: "currencies",
    changes: readFiles("currencies"),
  });
  const { database, thread } = place;
  story.does(`The shop sells. mona merges #${thread.number}:`);
  story.sees((await migrate(place, "602")).verdict);
  database.write(`
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sold.rates})
      insert into exchange_rates select 'X' || i, i / 7.0 from n;
    update orders set currency = 'USD' where id <= ${sold.inCurrencies};`);
  story.does("But the release takes dollars for euros. The application is rolled back first.");
  thread.happenings.push({ who: "mona", what: "rolled the application back: this release takes dollars for euros" });
  await tellPlanned(story, place);
  await tellPressed(story, place, first);
  return thread;
}

async function tellPlanned(story: Story, place: Place): Promise<void> {
  const { database } = place;
  story.does("octocat, who is no SRE, asks what the rollback button would do:");
  const before = database.columns();
  const { summary, outputs } = await press(place, { run: "603", when: "the plan", inputs: { "dry-run": "true" } });
  const lines = summary.split("\n").map(readable);
  story.sees(lines.find((line) => line.includes("Rollback plan")) ?? "");
  const lost = new Set(lines.filter((line) => /^(?:table .+ with .+|\S+ values of .+)/u.test(line)));
  for (const line of lost) story.sees(`· lost: ${line}`);
  story.verdict(
    lost.has(`table exchange_rates with ${sold.rates} rows`) &&
      lost.has(`${sold.inCurrencies} values of orders.currency`) &&
      outputs["changed"] === "false" &&
      database.columns() === before,
    "What goes and what is lost with it, counted, before anything is touched.",
  );
}

async function tellPressed(story: Story, place: Place, first: First): Promise<void> {
  const { database } = place;
  story.does('octocat presses it, and types "prod" for the environment; then reads, and types "production":');
  const wrong = await press(place, { run: "604", when: "a wrong name", inputs: { confirm: "prod" } });
  story.sees(`❌ ${wrong.error[0] ?? ""}`);
  const right = await press(place, { run: "605", when: "taken back", inputs: { confirm: environment } });
  story.sees(right.verdict);
  story.verdict(
    isRefused(wrong) &&
      right.outputs["result"] === "rolled-back" &&
      right.outputs["schema-after"] === first.fingerprint,
    `The schema is that of Deployment ${first.record} again: ${first.fingerprint.slice(0, 12)}, read from the database, not from the tool's words.`,
  );
  story.verdict(
    database.columns() === first.columns && database.count("orders") === sold.orders,
    `SQLite itself says the same, column for column, and all ${sold.orders.toLocaleString("en-US")} orders are there.`,
  );
}

function isRefused({ outputs }: Said): boolean {
  return (
    outputs["result"] === "refused" && outputs["failure-reason"] === "confirmation" && outputs["changed"] === "false"
  );
}

async function tellFailed(story: Story, begin: Begin, first: First): Promise<Thread> {
  const undone = Object.keys(readFiles("currencies")).map((file) => [file, null] as const);
  const place = await begin({
    title: "Orders in cents, in the place of currencies",
    description: "Takes the currencies out, and counts in whole cents.",
    branch: "cents",
    changes: { ...Object.fromEntries(undone), ...readFiles("cents") },
  });
  const { stage, database, thread } = place;
  story.does(`A week later mona merges #${thread.number}. Its migration fails in its middle:`);
  const { error, outputs } = await migrate(place, "606");
  for (const line of error.slice(0, 2)) story.sees(line);
  const { result, changed, "schema-after": fingerprint } = outputs;
  const isWhole = fingerprint === first.fingerprint && database.columns() === first.columns;
  const isRed = result === "failed" && records(stage).at(-1)?.statuses.at(-1)?.state === "failure";
  story.verdict(
    isRed && changed === "false" && isWhole && (error[0] ?? "").includes("no such column: totl"),
    "Red before anything was deployed, with the reason in its first line. Read back: nothing is done by half.",
  );
  return thread;
}

function records({ github }: Stage): ReturnType<Stage["github"]["deployments"]> {
  return github.deployments().filter(({ task }) => task === "migration");
}
