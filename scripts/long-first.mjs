/**
 * The order of test files: what is known to take minutes begins first, so that no worker is left alone with it in the end. Among
 * the rest jest's own order stands: what failed, what took long the last time, large files.
 */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
/** @type {typeof import("@jest/test-sequencer", { with: { "resolution-mode": "require" } })} */
const { default: Sequencer } = require("@jest/test-sequencer");

/** Every tool plays a whole story, in files of a few lines. */
const LONG = /\/e2e\/(?:migration-tools-|workflow-[\w-]*story|migration-cancel)/;

export default class LongFirst extends Sequencer {
  /**
   * @override
   * @param {Parameters<InstanceType<typeof Sequencer>["sort"]>[0]} tests
   */
  async sort(tests) {
    const sorted = await super.sort(tests);
    const [long, others] = [true, false].map((isLong) => sorted.filter(({ path }) => LONG.test(path) === isLong));
    return [...(long ?? []), ...(others ?? [])];
  }
}
