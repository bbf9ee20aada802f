/**
 * `npm run demo`: three pull requests against a small, realistic production, planned and applied by the built actions with
 * a real terraform, on a GitHub and a state server that run inside this process. Tells the story, writes demo/index.html.
 */
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { openInBrowser } from "./demo/browser.ts";
import { tellHalfway } from "./demo/chapter-halfway.ts";
import { tellReviewed } from "./demo/chapter-reviewed.ts";
import { tellSneaked } from "./demo/chapter-sneaked.ts";
import { findLeaks, writeLog } from "./demo/log.ts";
import { writePage } from "./demo/page.ts";
import { openStage, secrets } from "./demo/stage.ts";
import { tellStory } from "./demo/story.ts";

const root = join(import.meta.dirname, "..");
const began = performance.now();
const story = tellStory();
story.say("Three pull requests against a small production, with a real terraform and the built actions.");
story.say("GitHub and the state server run inside this process; nothing leaves this machine.");

const { stage, said } = await openStage();
try {
  story.say(`The production as it is: ${said}`);
  const threads = [await tellReviewed(stage, story), await tellSneaked(stage, story), await tellHalfway(stage, story)];
  const page = writePage(stage, threads);
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
