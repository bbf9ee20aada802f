/**
 * The probe for images with Node.js (14 and newer): knex, Sequelize, TypeORM, node-pg-migrate, Umzug, Prisma. It is a text, for it
 * runs elsewhere: short, since ECS counts its characters, and without comments for the same reason.
 */
import type { Engine } from "@handrail/database";
import { drivers, prisma } from "./node-drivers.ts";

const before = String.raw`
const { nonce, statements } = JSON.parse(
  process.argv[1][0] === "{" ? process.argv[1] : require("zlib").inflateRawSync(Buffer.from(process.argv[1], "base64")),
);
const problem = (code, message) => Object.assign(new Error(message), { code });
const find = (...names) => {
  for (const name of names) {
    try {
      return require(name);
    } catch (error) {
      if (!/MODULE|BUILTIN/.test(error.code)) throw error;
    }
  }
  throw problem("NO_DRIVER", "the image has none of " + names.join(", "));
};
const whole = (text) => (/^-?\d+$/.test(text) && Number.isSafeInteger(+text) && String(+text) === text ? +text : text);
const real = (text) => (isFinite(text) ? +text : text);`;

const after = (open: string): string => String.raw`
const codeOf = ({ sqlState, errno, errcode, code, name, message }) => {
  if (sqlState && errno > 1000) return String(errno);
  if (errcode === undefined) return String(code || (/terminated|clos|lost|timeout/i.test(message) ? "CONNECTION_LOST" : name));
  const names = { 3: "PERM", 5: "BUSY", 6: "LOCKED", 8: "READONLY", 14: "CANTOPEN", 19: "CONSTRAINT", 26: "NOTADB", 1555: "CONSTRAINT_PRIMARYKEY", 2067: "CONSTRAINT_UNIQUE", 2579: "CONSTRAINT_ROWID" };
  return "SQLITE_" + (names[errcode] || names[errcode & 255] || "ERROR");
};
(async () => {
  const answers = [];
  let error;
  let database;
  try {
    if (!process.env.DATABASE_URL) throw problem("NO_URL", "");
    database = await ${open}(process.env.DATABASE_URL);
    for (const each of statements) answers.push(await database.ask(each));
  } catch (thrown) {
    error = { code: codeOf(thrown), message: String(thrown.message) };
  }
  try {
    if (database) await database.end();
  } catch (thrown) {}
  const text = JSON.stringify({ answers, error }).replace(/[^ -~]/g, (unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"));
  const pieces = text.match(/.{1,8000}/g);
  const digest = require("crypto").createHash("sha256").update(text).digest("hex");
  const lines = ["begin", ...pieces.map((piece, at) => at + 1 + " |" + piece + "|"), "end " + pieces.length + " " + digest];
  process.stdout.write(lines.map((line) => "handrail-" + nonce + " " + line + "\n").join(""));
})();`;

/** `node -e script`: what it requires is looked for from the container's working directory on. */
export function nodeProbe(engine: Engine): readonly [string, ...string[]] {
  return ["node", "-e", tight(before + drivers[engine] + after("open"))];
}

/** The same for Prisma. */
export function prismaProbe(engine: Engine): readonly [string, ...string[]] {
  return ["node", "-e", tight(before + drivers[engine] + prisma + after("either"))];
}

/** Without indentation, which nobody there reads. */
function tight(script: string): string {
  return script.trim().replaceAll(/\n\s*/g, "\n");
}
