/**
 * `npm run demo`: pull requests against a small, realistic production, planned and applied by the built actions with a real
 * terraform, two that an action opens by itself, two releases that are deployed, and three with migrations, of which one is taken
 * back. On a GitHub, an AWS and a state server that run inside this process. Tells the story, writes demo/index.html.
 */
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { openInBrowser } from "./demo/browser.ts";
import { tellBumped } from "./demo/chapter-bumped.ts";
import { tellHalfway } from "./demo/chapter-halfway.ts";
import { tellReviewed } from "./demo/chapter-reviewed.ts";
import { tellRolledBack } from "./demo/chapter-rolled-back.ts";
import { tellSneaked } from "./demo/chapter-sneaked.ts";
import { tellTakenBack } from "./demo/chapter-taken-back.ts";
import { findLeaks, writeLog } from "./demo/log.ts";
import { writePage } from "./demo/page.ts";
import type { Thread } from "./demo/pull-request.ts";
import { openStage, secrets } from "./demo/stage.ts";
import { tellStory } from "./demo/story.ts";

const root = join(import.meta.dirname, "..");
const began = performance.now();
const story = tellStory();
story.say("Ten pull requests against a small production, with a real terraform, a real Knex and the built actions.");
story.say("GitHub, AWS, a registry and the state server run inside this process; nothing leaves this machine.");

const { stage, said } = await openStage();
try {
  story.say(`The production as it is: ${said}`);
  const told: Thread[][] = [];
  for (const tell of [tellReviewed, tellSneaked, tellHalfway]) told.push([await tell(stage, story)]);
  told.push(await tellBumped(stage, story));
  told.push(await tellRolledBack(stage, story));
  told.push(await tellTakenBack(stage, story));
  const page = writePage(stage, told);
  story.say();
  const { leaks, looked } = findLeaks(stage, page.html);
  story.verdict(leaks.length === 0, `Secrets: ${Object.keys(secrets).join(", ")} are in none of ${looked}.`);
  const opened = openInBrowser(pathToFileURL(page.file).href) ? ", opened in your browser" : "";
  const seconds = Math.round((performance.now() - began) / 1000);
  story.say(`   The pull requests as a page: ${relative(root, page.file)}${opened}. ${seconds} s.`);
} finally {
  story.say(`   The full logs: ${relative(root, writeLog(stage))}.`);
  await stage.close();
}
