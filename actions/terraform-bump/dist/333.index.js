export const id = 333;
export const ids = [333,291];
export const modules = {

/***/ 291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseGrouping: () => (/* binding */ parseGrouping)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2800);
/* harmony import */ var _grouping_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1435);
/* harmony import */ var _patterns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(649);
/**
 * Groups of one's own, as the input `group` writes them in YAML. Which update is in which group is decided in group.ts.
 */




const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9 ._/-]{0,38}[A-Za-z0-9])?$/;
/**
 * Reads `dependency`, `all`, or YAML with names of groups and their patterns. Throws a RangeError that says what is
 * wrong: bad YAML, another shape, names that are no names, a dependency that an earlier group has already.
 */
function parseGrouping(text) {
    const word = (0,_grouping_js__WEBPACK_IMPORTED_MODULE_2__/* .readGroupingWord */ .y)(text);
    if (word !== undefined)
        return word;
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { version: "1.2", prettyErrors: true });
    const [error] = document.errors;
    if (error !== undefined)
        throw new RangeError(`it is no YAML: ${error.message.split("\n", 1).join("")}`);
    const { contents } = document;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(contents))
        throw new RangeError("it is neither dependency, nor all, nor a mapping of group names to lists");
    const groups = contents.items.map(({ key, value }) => readGroup(key, value));
    refuseTwice(groups);
    return { by: "groups", groups };
}
function readGroup(key, value) {
    const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value) : "";
    const shown = JSON.stringify(name.slice(0, 80));
    if (!NAME.test(name))
        throw new RangeError(`${shown} is no name of a group: 1 to 40 letters, digits, spaces, . _ - or /`);
    const items = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(value) ? value.items : [value];
    const patterns = items.map((item) => {
        const glob = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item) && typeof item.value === "string" ? item.value.trim() : undefined;
        if (glob === undefined)
            throw new RangeError(`group ${shown} needs a list of dependencies, like [hashicorp/*]`);
        const problem = (0,_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .globProblem */ .AI)(glob);
        if (problem !== undefined)
            throw new RangeError(`group ${shown}: ${problem}`);
        return { glob: glob.toLowerCase() };
    });
    if (patterns.length === 0)
        throw new RangeError(`group ${shown} is empty`);
    return { name, patterns };
}
/** A later pattern that an earlier group leaves nothing for is a mistake; an earlier, narrower one is not. */
function refuseTwice(groups) {
    for (const [index, { name, patterns }] of groups.entries()) {
        for (const { glob } of patterns) {
            for (const earlier of groups.slice(0, index)) {
                const taker = earlier.patterns.find((pattern) => (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_3__/* .matchesGlob */ .k)(pattern.glob, glob));
                if (taker === undefined)
                    continue;
                const [shown, by] = [JSON.stringify(glob.slice(0, 80)), JSON.stringify(taker.glob.slice(0, 80))];
                throw new RangeError(`${shown} of group ${JSON.stringify(name)} is in group ${JSON.stringify(earlier.name)} already (${by})`);
            }
        }
    }
}


/***/ }),

/***/ 7333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var lib_failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./actions/terraform-bump/lib/decide/dependency.js
var decide_dependency = __webpack_require__(8739);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/file-kind.js
/**
 * Which files can name a version, told from their paths alone. It reads no file.
 */
const NAMES = new Map([
    [".terraform.lock.hcl", "lock"],
    [".terraform-version", "version"],
    [".opentofu-version", "version"],
    [".tfswitchrc", "version"],
    [".tool-versions", "tool-versions"],
    ["mise.toml", "mise"],
    [".mise.toml", "mise"],
    [".tfswitch.toml", "tfswitch"],
    [".tflint.hcl", "tflint"],
    ["action.yml", "workflow"],
    ["action.yaml", "workflow"],
]);
/** Copies that terraform and terragrunt download: they are written anew, not edited. */
const DOWNLOADED = /(?:^|\/)\.(?:terraform|terragrunt-cache)\//;
const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const DOCKERFILE = /^(?:dockerfile|containerfile)(?:\..+)?$|\.(?:dockerfile|containerfile)$/i;
/** Terraform passes over names that begin with a dot. */
const HCL = /^[^.].*\.(?:tf|tofu)$/s;
const JSON_FILE = /^[^.].*\.(?:tf|tofu)\.json$/s;
/** Files of other programs, or of tests, that are written in HCL too. */
const OTHER_HCL = /\.(?:pkr|pkrvars|nomad|tftest|tofutest|tfquery|tfcomponent|tfdeploy|tfstack)\.hcl$/;
/** How the file is read; undefined when it cannot name a version. Paths are relative to the repository, with forward slashes. */
function kindOf(path) {
    if (DOWNLOADED.test(path))
        return undefined;
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (HCL.test(name))
        return "hcl";
    if (JSON_FILE.test(name))
        return "json";
    const known = NAMES.get(name);
    if (known !== undefined)
        return known;
    if (name.endsWith(".hcl"))
        return OTHER_HCL.test(name) ? undefined : "terragrunt";
    if (WORKFLOW.test(path))
        return "workflow";
    return DOCKERFILE.test(name) && !name.endsWith(".dockerignore") ? "dockerfile" : undefined;
}
/** Does this tracked file have to be read at all? */
function isInteresting(path) {
    return kindOf(path) !== undefined;
}
/** The directory of a path, "." for the repository's root. */
function directoryOf(path) {
    const slash = path.lastIndexOf("/");
    return slash === -1 ? "." : path.slice(0, slash);
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/ground.js
/**
 * What a proposal stands on: the content of every file it changes and of every directory whose plan it can change. While
 * that stays the same, an open pull request and its proof stay true, whatever else moves on the base branch.
 */


/** The directories of the roots and of all local modules that they call, directly or not. */
function reachedDirectories(roots, modules) {
    const calls = new Map(modules.map(({ directory, calls: called }) => [directory, called]));
    const reached = new Set();
    const waiting = [...roots];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (reached.has(next))
            continue;
        reached.add(next);
        waiting.push(...(calls.get(next) ?? []));
    }
    return reached;
}
/** 32 hex digits over the files in these directories and the changed ones, by path, mode and content. */
function digestGround(files, directories, changed) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    const counted = files.filter(({ path }) => changed.has(path) || directories.has(directoryOf(path)));
    const lines = counted.map(({ path, mode, blob }) => `${JSON.stringify(path)} ${mode} ${blob}\n`);
    for (const line of lines.sort())
        hash.update(line);
    return hash.digest("hex").slice(0, 32);
}

;// CONCATENATED MODULE: ./packages/github/lib/budget.js
/**
 * Fits a report into what GitHub takes. Pieces are whole: nothing is ever cut inside a fence, an element or a character.
 * What is left out is counted and named at the end; this file never decides what is important.
 */
/** Most characters of a comment's or pull request's body; one more is answered with 422 (terraform-cdk-action#150). */
const COMMENT_LIMIT = 65_536;
/** Most bytes of a step's summary; with one more the runner drops the whole summary. */
const SUMMARY_LIMIT_BYTES = 1_048_576;
/**
 * The size of a text by the least favourable way GitHub may count characters, which is not documented: UTF-16 units
 * (never fewer than code points), every line end as two (CR LF).
 */
function measure(text) {
    let lineEnds = 0;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
        lineEnds += 1;
    return text.length + lineEnds;
}
/** The size of a text in bytes of UTF-8, as the runner counts a summary. */
function measureBytes(text) {
    return Buffer.byteLength(text);
}
/**
 * Chooses what to show, in the order given: the most important first takes its room. A full form that is more important
 * than other pieces takes at most half of what is left, so that one long piece never hides all others.
 * @param budget in the unit of `size`; the result never exceeds it, the line that says what is missing included
 * @param size must be additive: the size of two texts together is the sum of theirs
 */
function fit(pieces, budget, size = measure) {
    const items = pieces.map((piece, index) => {
        const full = size(piece.full);
        const short = piece.short === undefined ? full : Math.min(full, size(piece.short));
        return { piece, index, state: "full", full, short };
    });
    const total = items.reduce((sum, item) => sum + item.full, 0);
    if (total > budget)
        choose(items, Math.max(0, budget - size(worstNote(pieces))));
    const text = items.map(textOf).join("");
    const omitted = count(items, "out");
    const shortened = count(items, "short");
    const note = renderNote(omitted, shortened);
    const room = budget - items.reduce((sum, item) => sum + sizeOf(item), 0);
    return { text: size(note) <= room ? text + note : text, omitted, shortened };
}
/** Sets every item's state so that their sizes add up to at most `budget`. */
function choose(items, budget) {
    let left = budget;
    for (const item of items)
        item.state = "out";
    for (const { item, to } of offersOf(items)) {
        if (to === "full" && item.state === "out")
            continue;
        const cost = to === "full" ? item.full - item.short : item.short;
        if (cost > (to === "full" ? left / 2 : left))
            continue;
        item.state = to === "short" && item.short === item.full ? "full" : to;
        left -= cost;
    }
    for (const item of items.toSorted(byImportance)) {
        const cost = item.full - item.short;
        if (item.state !== "short" || cost > left)
            continue;
        item.state = "full";
        left -= cost;
    }
}
function byImportance(a, b) {
    return compare(b.piece.importance, a.piece.importance) || a.index - b.index;
}
/** Short forms, and the full forms that say what they are worth; the most valuable first, a piece's short form before its full one. */
function offersOf(items) {
    const offers = items.flatMap((item) => {
        const { importance, fullImportance } = item.piece;
        const short = { item, to: "short", worth: importance };
        if (fullImportance === undefined || item.short === item.full)
            return [short];
        return [short, { item, to: "full", worth: Math.min(fullImportance, importance) }];
    });
    return offers.sort((a, b) => compare(b.worth, a.worth) || compare(a.to === "full", b.to === "full") || byImportance(a.item, b.item));
}
/** Not a subtraction: infinities have none. */
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function sizeOf(item) {
    return item.state === "out" ? 0 : item[item.state];
}
function textOf(item) {
    if (item.state === "out")
        return "";
    return item.state === "short" ? (item.piece.short ?? item.piece.full) : item.piece.full;
}
function count(items, state) {
    const counts = new Map();
    for (const item of items) {
        if (item.state === state)
            counts.set(item.piece.omitted, (counts.get(item.piece.omitted) ?? 0) + 1);
    }
    return counts;
}
/** The longest note these pieces can need: every kind both left out and shortened as often as it occurs. */
function worstNote(pieces) {
    const all = new Map();
    for (const { omitted } of pieces)
        all.set(omitted, (all.get(omitted) ?? 0) + 1);
    return renderNote(all, all);
}
function list(counts) {
    return [...counts].map(([name, times]) => `${times} x ${name}`).join(", ");
}
function renderNote(omitted, shortened) {
    const sentences = [
        ...(omitted.size === 0 ? [] : [`Left out because the text is too long: ${list(omitted)}.`]),
        ...(shortened.size === 0 ? [] : [`Shortened: ${list(shortened)}.`]),
    ];
    return sentences.length === 0 ? "" : `\n\n*${sentences.join(" ")}*\n`;
}

;// CONCATENATED MODULE: ./packages/github/lib/invisible.js
/**
 * Makes what cannot be seen visible before text from outside is put in a comment. Line feeds and tabs stay.
 * The notation is the one @handrail/runner uses in the log: `\u{1B}`.
 */
/** Controls (C0, DEL, C1), format characters (bidi, zero width, tags), other ignorable ones, separators, lone surrogates. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** "Show this in colour" after a pictograph is how many emoji are written; it hides nothing there. */
function isColouredEmoji(text, offset) {
    return /\p{Extended_Pictographic}$/u.test(text.slice(Math.max(0, offset - 2), offset));
}
/** `text` with LF line ends (a lone CR stays visible as an escape) and with every invisible character written as `\u{HEX}`. */
function escapeInvisible(text) {
    return text
        .replaceAll("\r\n", "\n")
        .replaceAll(INVISIBLE, (character, offset, whole) => character === "\uFE0F" && isColouredEmoji(whole, offset)
        ? character
        : `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);
}

;// CONCATENATED MODULE: ./packages/github/lib/markdown.js
/**
 * Puts text from outside into GitHub's markdown so that it stays text: no structure, mention, issue reference, link,
 * image, html, marker or terminal escape comes of it. Everything here returns markdown (or html where the name says so);
 * blocks have no line end after them. It must never let a character through because it looks harmless in one place.
 *
 * What GitHub does after CommonMark (github/cmark-gfm extensions, then filters over the html): bare links and e-mail
 * addresses become links, `@name`, `#1`, `GH-1`, commit hashes, `:emoji:` and `$math$` are replaced; none of it in code.
 */

/** Written as a character reference so that an auditor sees it in the source. Stops GitHub's own replacements. */
const BREAK = "&#8203;";
/** One line: line feeds and tabs are shown, too. */
function escapeLine(text) {
    return escapeInvisible(text).replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}
/** The length of the longest run of backticks. */
function longestRun(text) {
    let longest = 0;
    for (let at = text.indexOf("`"); at >= 0; at = text.indexOf("`", at)) {
        const start = at;
        while (text[at] === "`")
            at += 1;
        longest = Math.max(longest, at - start);
    }
    return longest;
}
/**
 * What means something even inside backticks: a bar ends a table cell, `]:` makes a link definition (which renders as
 * nothing) of a link at the start of a paragraph, and no reader of the source shall find a marker in a name.
 */
const BEFORE_CODE = /\||\]:|<!--/;
/**
 * Text as inline code, on one line. Safe in paragraphs, headings, list items, link texts and table cells. Keep a space
 * or a letter between two of them: neighbouring backticks would run together.
 */
function markdown_code(text) {
    if (BEFORE_CODE.test(text))
        return codeHtml(text);
    const line = escapeLine(text);
    const ticks = "`".repeat(longestRun(line) + 1);
    const isPadded = line === "" || /^`|`$|^ .* $/u.test(line);
    return isPadded ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`;
}
/** What a name is joined with. Inside a word it has no meaning for anybody, but `www.` begins a link. */
const JOINT = /^[A-Za-z0-9][._-][A-Za-z0-9]$/;
/**
 * Text as `<code>`, for the inside of html (a `<summary>`) and for markdown: punctuation is written as character
 * references, which never have a meaning for a markdown or html parser; what joins the parts of a name stays, so that
 * addresses can be read in the source, too.
 */
function codeHtml(text) {
    const isLink = /www\./i.test(text);
    const line = escapeLine(text).replaceAll(/[!-/:-@[-`{-~]/g, (sign, at, whole) => {
        if (!isLink && JOINT.test(whole.slice(at - 1, at + 2)))
            return sign;
        // cmark-gfm looks for e-mail addresses after it has resolved references; an element between the parts hides them.
        const isAddress = sign === "@" && /[A-Za-z0-9._+-]/.test(whole[at - 1] ?? "") && /[A-Za-z0-9]/.test(whole[at + 1] ?? "");
        return `&#${sign.charCodeAt(0)};${isAddress ? "<wbr>" : ""}`;
    });
    return `<code>${line}</code>`;
}
/**
 * A fenced code block that its content cannot close: the fence is one longer than the longest run of backticks in it.
 * `language` is for GitHub's colours; everything but letters, digits, `+`, `-` and `_` is dropped from it.
 */
function fence(text, language = "") {
    // `<!--` in it would look like a marker to readers that are less careful than a markdown parser.
    const content = escapeInvisible(text).replaceAll("<!--", "<! --");
    const ticks = "`".repeat(Math.max(3, longestRun(content) + 1));
    const end = content === "" || content.endsWith("\n") ? "" : "\n";
    return `${ticks}${language.replaceAll(/[^A-Za-z0-9+_-]/g, "")}\n${content}${end}${ticks}`;
}
/**
 * Prose from outside as inline markdown that renders as exactly that text, line ends as `<br>`. For names and values
 * prefer {@link code}: they stay copyable there, here zero-width spaces keep GitHub from making something of them.
 */
function escapeMarkdown(text) {
    return escapeInvisible(text)
        .trim()
        .replaceAll(/[!-/:-@[-`{-~]|(?<![A-Za-z0-9])[0-9a-f]{7,}(?![A-Za-z0-9])/gi, escapeToken)
        .replaceAll("\t", " ")
        .replaceAll("\n", "<br>");
}
/** Signs after which GitHub looks at the next character: `@name`, `#1`, `:emoji:`, `http://`, `GH-1`, `www.`, `[!NOTE]`. */
const WATCHED = "@#:-.[";
function escapeToken(token) {
    if (token.length > 1)
        return /^[0-9]+$/.test(token) ? token : token.replaceAll(/.{6}(?=.)/g, `$&${BREAK}`); // a commit
    const reference = `&#${token.charCodeAt(0)};`;
    if (token === "$")
        return `<span>${reference}</span>`; // how GitHub's documentation writes a dollar that is no math
    return WATCHED.includes(token) ? reference + BREAK : reference;
}
/** One line of several: a pattern for "white space around a line end" would be quadratic on white space. */
function joinLines(text) {
    return text
        .split("\n")
        .map((line) => line.trim())
        .join(" ");
}
/** A table. Cells are markdown already; bars in them are escaped here, line ends become spaces. */
function table(head, rows) {
    const line = (cells) => `| ${head.map((_, column) => joinLines(cells[column] ?? "").replaceAll("|", "\\|")).join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
/**
 * A folded section. `summaryHtml` is html (text from outside through {@link codeHtml}), `body` markdown that is complete
 * in itself.
 */
function details(summaryHtml, body, open = false) {
    return `<details${open ? " open" : ""}><summary>${joinLines(summaryHtml)}</summary>\n\n${body}\n\n</details>`;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/held-words.js
/** Each reason as a heading, in the order in which they are told: what somebody can do something about comes first. */
const heldWords = {
    "lookup-failed": "Could not be looked up",
    "unreadable-file": "A file could not be read",
    "lock-failed": "The lock file could not be made",
    "pull-request-failed": "The pull request failed",
    "needs-workflows-permission": "The token may not change workflows",
    "human-commits": "Somebody else committed to the branch",
    "constraint-unclear": "The version cannot be edited",
    "needs-newer-terraform": "Needs a newer Terraform first",
    "waits-for-apply": "Waits until the step before is applied",
    "waits-for-merge": "Waits until the step before is merged",
    "later-rung": "Another version comes first",
    limit: "Enough pull requests are open",
    "closed-by-maintainer": "Its pull request was closed without merging",
    "lock-only": "The constraint does not admit it, and only lock files are changed",
    "too-young": "Too young",
    "unknown-age": "Nobody says when it was released",
    withdrawn: "Its maker took it back",
    "forbidden-version": "Known to be dangerous",
    "excluded-by-constraint": "A constraint excludes it",
    "major-ignored": "Major versions are not wanted",
    ignored: "Ignored by an input",
    "not-selected": "Its kind is not selected",
};
/** Whose own sentence does not say what is the matter: the words stand before it. */
const introduced = new Set([
    "unreadable-file",
    "lock-failed",
    "pull-request-failed",
    "needs-newer-terraform",
    "constraint-unclear",
    "forbidden-version",
]);
/** `The pull request failed: `, before the sentences that need it; "" before the others. */
function introduce(reason) {
    return introduced.has(reason) ? `${heldWords[reason]}: ` : "";
}
/** The reasons, the most urgent first. */
const heldReasons = Object.keys(heldWords);

// EXTERNAL MODULE: ./actions/terraform-bump/lib/tell/web-address.js
var web_address = __webpack_require__(2152);
;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/place.js
/**
 * Where this run is about, and links into it.
 */


/** A file, or a line of it, as a link to the base commit; a downloaded module's file is not in it, and has no link. */
function fileLink(context, file, line) {
    const text = markdown_code(line === undefined ? file : `${file}:${line}`);
    if (file.includes(".terraform/") || file.startsWith("/") || file.startsWith(".."))
        return text;
    const anchor = line === undefined ? "" : `#L${line}`;
    const base = `${context.serverUrl}/${(0,web_address/* encodePath */.O0)(context.repository)}/blob/${(0,web_address/* encodePath */.O0)(context.sha)}`;
    return `[${text}](${base}/${(0,web_address/* encodePath */.O0)(file)}${anchor})`;
}

// EXTERNAL MODULE: ./packages/runner/lib/commands.js
var commands = __webpack_require__(9680);
;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/plain-text.js
/**
 * Text from outside where it is not markdown: titles, commit messages, the log. A commit message is read by GitHub, too
 * (mentions, `Closes #1`), and has no way to escape anything: what could mean something there is left out.
 */

/** Everything but letters, digits and the signs that names, versions and constraints are made of. */
const UNPLAIN = /[^\p{L}\p{N} ._/:+~<>=!,()'*-]/gu;
/**
 * A name for a title or a commit message: one line, every sign that GitHub reads there is a `_`. Usual names are as they
 * are: `hashicorp/aws`, `~> 5.31, != 5.40.0`.
 */
function plainName(text) {
    return oneLine(text)
        .replaceAll(UNPLAIN, "_")
        .replaceAll(/\bGH-(?=\d)/gi, (found) => `${found.slice(0, -1)}_`)
        .replaceAll("://", ":__");
}
/** A text on one line, for a log that makes commands and invisible characters harmless itself. */
function oneLine(text) {
    return (0,commands/* neutraliseText */.o)(text)
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "")
        .join(" ");
}
/** At most so many characters; an ellipsis stands for the rest. */
function shorten(text, most) {
    if (text.length <= most)
        return text;
    const end = text.charCodeAt(most - 2) >>> 10 === 0x36 ? most - 2 : most - 1;
    return `${text.slice(0, end).trimEnd()}…`;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/sentence.js
/**
 * Sentences with names from outside in them, as markdown on one line: what people copy and search for stays whole as code,
 * everything else is escaped.
 */


/** How much of one sentence is shown. */
const MOST = 600;
/** What a writer put in backticks. */
const QUOTED = /(?<!`)`([^`]+)`(?!`)/;
/** What is copied besides: versions, addresses, variables, and inputs with a hyphen in their names. */
const COPIED = new RegExp([
    String.raw `(?<![\w.-])\d{1,9}(?:\.\d{1,9}){1,3}(?![\w-]|\.\w)`,
    String.raw `(?<!\w)https?:\/\/[^\s"'<>()]*[^\s"'<>().,:;]`,
    String.raw `(?<![\w-])[A-Z]+_[A-Z_]*[A-Z](?![\w-])`,
    String.raw `(?<![\w-])(?:base-branch|branch-prefix|github-token|lock-file|max-open-pull-requests|minimum-release-age)(?![\w-])`,
].join("|"), "g");
/**
 * A text as inline markdown.
 * @param names what stands as code when it is in the text: dependencies, versions, files
 */
function sentence(text, names = []) {
    const pieces = sentence_oneLine(text).split(QUOTED);
    return pieces.map((piece, index) => (index % 2 === 1 ? markdown_code(piece) : named(piece, names))).reduce(join, "");
}
/** A text for the inside of html, where markdown is not read. */
function htmlSentence(text) {
    return escapeMarkdown(sentence_oneLine(text));
}
function sentence_oneLine(text) {
    return shorten(text.trim().replaceAll(/\s+/g, " "), MOST);
}
function named(text, names) {
    const found = [...new Set([...names, ...(text.match(COPIED) ?? [])])].filter((name) => name.length > 1 && text.includes(name));
    if (found.length === 0)
        return escapePiece(text);
    const words = found.sort((one, other) => other.length - one.length).map((name) => RegExp.escape(name));
    // A whole name, not a part of another one.
    const pieces = text.split(new RegExp(`(?<![\\w./"-])(${words.join("|")})(?![\\w/"-]|\\.\\w)`));
    return pieces.map((piece, index) => (index % 2 === 1 ? markdown_code(piece) : escapePiece(piece))).reduce(join, "");
}
/** The backticks of neighbours must not run together. */
function join(before, after) {
    return before.endsWith("`") && after.startsWith("`") ? `${before}&#8203;${after}` : `${before}${after}`;
}
/** White space at the ends is between words. */
function escapePiece(piece) {
    const text = escapeMarkdown(piece);
    if (text === "")
        return piece === "" ? "" : " ";
    return `${piece.startsWith(" ") ? " " : ""}${text}${piece.endsWith(" ") ? " " : ""}`;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/held-pieces.js
/**
 * What is not in a pull request although it concerns it: files that had to be left out, later steps, other versions.
 */




/** Files that name the version, too, and that the token may not write. They would disagree after the merge. */
function leftPieces(files, context) {
    if (files.length === 0)
        return [];
    const [file, them, they] = files.length === 1 ? ["file", "it", "it names"] : ["files", "them", "they name"];
    const why = `**Left out: ${files.length === 1 ? "1" : files.length} workflow ${file}.** Change ${them} on this branch before you merge: ${they} the version, too. The token may not; one of a GitHub App with \`workflows: write\` in \`github-token\` may.`;
    return [
        { importance: 950, full: `> [!WARNING]\n> ${why}\n\n`, omitted: "warning about files that are left out" },
        ...files.map((path) => ({
            importance: 915,
            full: `- ${fileLink(context, path)}\n`,
            omitted: "left out file",
        })),
        { importance: 915, full: "\n", omitted: "line" },
    ];
}
/** What else is held and concerns this pull request, the most urgent first. */
function heldPieces(held, context) {
    if (held.length === 0)
        return [];
    const rank = new Map(heldReasons.map((reason, index) => [reason, index]));
    const sorted = held.toSorted((one, other) => (rank.get(one.reason) ?? 0) - (rank.get(other.reason) ?? 0));
    return [
        { importance: 1000, full: "#### Not in here\n\n", omitted: "heading" },
        ...sorted.map((item) => ({
            importance: 600,
            fullImportance: 590,
            full: `- ${heldLine(item, context)}\n`,
            short: `- ${markdown_code(item.dependency)}${moveOf(item)}: ${heldWords[item.reason]}\n`,
            omitted: "held update",
        })),
        { importance: 1000, full: "\n", omitted: "line" },
    ];
}
/** One held thing as a line of markdown. */
function heldLine(item, context) {
    const where = item.file === undefined ? "" : ` (${fileLink(context, item.file, item.line)})`;
    return `${markdown_code(item.dependency)}${moveOf(item)}: ${introduce(item.reason)}${whyOf(item)}${where}`;
}
/** Its own sentence. */
function whyOf(item) {
    return sentence(item.why, [item.dependency, item.from, item.to, item.file ?? ""]);
}
/** ` 5.1.0 → 6.0.0`, as far as it is known. */
function moveOf({ from, to }) {
    if (from === "" && to === "")
        return "";
    return from === "" || to === "" ? ` ${markdown_code(from === "" ? to : from)}` : ` ${markdown_code(from)} → ${markdown_code(to)}`;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/proof-line.js
/** What a root counts as. */
function classify({ how, outcome }) {
    if (how === "none")
        return "unverified";
    if (outcome !== "same")
        return outcome;
    return how === "plan" ? "clean" : "valid";
}
/** Whether what it changes is lost: destroyed, or replaced by something new. */
function proof_line_isDestructive({ changes }) {
    return changes.some((change) => change.isDestructive);
}
/** The one line. @param proof undefined when nothing was tried */
function describeProof(proof) {
    const roots = proof?.roots ?? [];
    if (proof !== undefined && roots.length === 0)
        return { sign: "✅", text: "No root module is affected" };
    const counts = countRoots(roots);
    if (counts.unverified === roots.length)
        return { sign: "❔", text: "Not verified" };
    return { sign: signOf(counts, roots), text: partsOf(counts, roots.filter(proof_line_isDestructive).length).join(", ") };
}
function countRoots(roots) {
    const counts = { clean: 0, valid: 0, changes: 0, fails: 0, fixed: 0, "failed-before": 0, unverified: 0 };
    for (const root of roots)
        counts[classify(root)] += 1;
    return counts;
}
function partsOf(counts, destructive) {
    const lost = destructive === 0 ? "" : ` (${destructive} destroying or replacing)`;
    const verbs = [
        [counts.changes, `changes${lost}`, `change${lost}`],
        [counts.fails, "fails", "fail"],
        [counts.valid, "still validates (not planned)", "still validate (not planned)"],
        [counts.fixed, "works again", "work again"],
        [counts["failed-before"], "fails with or without it", "fail with or without it"],
        [counts.unverified, "not verified", "not verified"],
    ];
    const parts = counts.clean > 0 ? [`0 changes in ${plural(counts.clean, "root")}`] : [];
    for (const [count, one, many] of verbs) {
        if (count === 0)
            continue;
        const isNamed = parts.length === 0 || one.startsWith("changes");
        parts.push(`${isNamed ? plural(count, "root") : count} ${count === 1 ? one : many}`);
    }
    return parts;
}
function signOf(counts, roots) {
    if (roots.some(proof_line_isDestructive))
        return "🟥";
    if (counts.fails > 0)
        return "❌";
    if (counts.changes > 0)
        return "🟧";
    return counts["failed-before"] + counts.unverified + counts.valid > 0 ? "❔" : "✅";
}
/** `1 root`, `2 roots`. */
function plural(count, word) {
    return `${count} ${word}${count === 1 ? "" : "s"}`;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/title.js

/** Git and GitHub show so much of a commit's first line. */
const MOST_SUBJECT = 71;
/** GitHub takes 256. */
const MOST_TITLE = 200;
/** How many updates a commit message lists. */
const MOST_LISTED = 100;
const kinds = {
    terraform: "",
    provider: "provider ",
    module: "module ",
    "tflint-plugin": "tflint plugin ",
};
/** `provider hashicorp/aws`, `terraform`: names from outside as they are. */
function describeDependency(update) {
    return `${kinds[update.dependency.kind]}${update.dependency.name}`;
}
/** `Bump provider hashicorp/aws from 5.99.0 to 6.2.0`; of a group `Bump group aws: 5 updates`. */
function renderTitle(proposal) {
    return shorten(renderForms(proposal)[0] ?? "", MOST_TITLE);
}
/** The first line, and what moves. The trailers by which a commit is known to be ours are added when it is made. */
function renderCommitMessage(proposal) {
    const forms = renderForms(proposal);
    const subject = forms.find((form) => form.length <= MOST_SUBJECT) ?? shorten(forms.at(-1) ?? "", MOST_SUBJECT);
    const lines = proposal.updates.slice(0, MOST_LISTED).map(describeMove);
    const left = proposal.updates.length - lines.length;
    const more = left > 0 ? [`and ${left} more`] : [];
    return `${subject}\n\n${[...lines, ...more].join("\n")}\n`;
}
/** The longest first. */
function renderForms({ group, updates }) {
    const [first] = updates;
    if (updates.length === 1 && first !== undefined) {
        const name = plainName(describeDependency(first));
        const to = plainName(first.to);
        return [`Bump ${name} from ${plainName(first.from)} to ${to}`, `Bump ${name} to ${to}`, `Bump ${name}`];
    }
    const count = `${updates.length} updates`;
    return group === undefined ? [`Bump ${count}`] : [`Bump group ${plainName(group)}: ${count}`, `Bump ${count}`];
}
function describeMove(update) {
    const move = `${describeDependency(update)}: ${update.from} -> ${update.to}`;
    const { constraintBefore: before, constraintAfter: after } = update;
    return plainName(before === after ? move : `${move} (${before} -> ${after})`);
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/move-pieces.js
/**
 * What moves, as pieces of the body: a table with a row for each dependency, and the places in the files.
 */




/** How many ways of writing a version one row names. */
const MOST_CONSTRAINTS = 5;
/** The table and the folded list of places. @param left files that are not changed after all */
function movePieces({ updates }, left, context) {
    const moved = updates.map((update) => without(left, update));
    const hasDates = updates.some(({ releasedAt }) => releasedAt !== undefined);
    const names = ["dependency", "from", "to", ...(hasDates ? ["released"] : []), "constraint", "files"];
    const cells = moved.map((update) => rowOf(update, hasDates));
    const [head = "", line = "", ...rows] = table(names, cells).split("\n");
    return [
        { importance: 1000, full: `#### What moves\n\n${head}\n${line}\n`, omitted: "heading" },
        ...rows.map((row) => ({ importance: 870, full: `${row}\n`, omitted: "dependency" })),
        { importance: 1000, full: "\n", omitted: "line" },
        ...placePieces(moved, context),
    ];
}
function rowOf(update, hasDates) {
    const { from, to, isMajor } = update;
    return [
        markdown_code(describeDependency(update)),
        markdown_code(from),
        `${markdown_code(to)}${isMajor ? " **major**" : ""}`,
        ...(hasDates ? [releaseDate(update)] : []),
        constraintOf(update),
        plural(filesOf(update).length, "file"),
    ];
}
function without(left, update) {
    return { ...update, edits: update.edits.filter(({ mention }) => !left.includes(mention.file)) };
}
/** What is written, and what is written then; a line for each way of writing it. */
function constraintOf({ edits, constraintBefore: before }) {
    const moves = [...new Set(edits.map(({ mention, after }) => `${markdown_code(mention.text)} → ${markdown_code(after)}`))];
    if (moves.length === 0)
        return `${before === "" ? "" : `${markdown_code(before)} `}(unchanged)`;
    const rest = moves.length - MOST_CONSTRAINTS;
    return `${moves.slice(0, MOST_CONSTRAINTS).join("<br>")}${rest > 0 ? `<br>and ${rest} more` : ""}`;
}
/** The day of the release, by GitHub's own clock zone. */
function releaseDate({ releasedAt }) {
    return /^\d{4}-\d\d-\d\d(?=T|$)/.exec(releasedAt ?? "")?.[0] ?? "unknown";
}
/** Every file that an update changes, sorted. */
function filesOf({ edits, locks }) {
    return [...new Set([...edits.map(({ mention }) => mention.file), ...locks.map(({ file }) => file)])].sort();
}
function placePieces(updates, context) {
    const lines = updates.flatMap((update) => [
        ...update.edits.map(({ mention, after }) => {
            const where = fileLink(context, mention.file, mention.line);
            return `- ${where} ${mention.place}: ${markdown_code(mention.text)} → ${markdown_code(after)}\n`;
        }),
        ...update.locks.map(({ file, provider, from, to }) => {
            return `- ${fileLink(context, file)} ${markdown_code(provider)}: ${markdown_code(from)} → ${markdown_code(to)}\n`;
        }),
    ]);
    if (lines.length === 0)
        return [];
    const [start = "", end = ""] = details(`Where: ${plural(lines.length, "place")}`, "\n").split("\n\n\n\n");
    return [
        { importance: 1000, full: `${start}\n\n`, omitted: "list" },
        ...lines.map((line) => ({ importance: 180, full: line, omitted: "place" })),
        { importance: 1000, full: `${end}\n\n`, omitted: "list" },
    ];
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/note-pieces.js
/**
 * Release notes and links, as pieces of the body.
 */



/** A line of links; none when there is none. @param isNamed says which dependency it is about, where there are several */
function linkPieces(update, { pages, guides }, isNamed) {
    const parts = pages.map(renderLink);
    if (guides.length > 0)
        parts.push(`Upgrade ${guides.length === 1 ? "guide" : "guides"} ${guides.map(renderLink).join(", ")}`);
    if (parts.length === 0)
        return [];
    const name = isNamed ? `${markdown_code(update.dependency.name)}: ` : "";
    return [
        { importance: guides.length > 0 ? 700 : 620, full: `- ${name}${parts.join(" · ")}\n`, omitted: "line of links" },
    ];
}
function renderLink({ text, url }) {
    return `[${text}](${url})`;
}
/** The notes between two versions, folded, in a fence that nothing in them can close. */
function notePieces(update, notes) {
    if (notes === undefined || notes.releases.length === 0)
        return [];
    const text = notes.releases.map(({ version, publishedAt, text }) => {
        return `${version}${publishedAt === "" ? "" : ` (${publishedAt})`}\n\n${text === "" ? "No notes." : text}`;
    });
    const cut = notes.isCut ? ["the last one is cut"] : [];
    const more = notes.more > 0 ? [`${plural(notes.more, "older release")} left out`] : [];
    const missing = [...cut, ...more].join(", ");
    const rest = missing === "" ? "" : `\n\n[All of it](${notes.url}): ${missing}.`;
    const title = `Release notes of ${codeHtml(shorten(update.dependency.name, 100))} ${codeHtml(update.from)} to ${codeHtml(update.to)}`;
    return [
        { importance: 420, full: `${details(title, fence(text.join("\n\n\n")) + rest)}\n\n`, omitted: "release notes" },
    ];
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/proof-pieces.js
/**
 * What a bump does to each root module, as pieces of the body: what destroys first, then other changes, then failures with
 * what to do, then what is not known, and last what stays as it is. The line above it is proof-line.ts.
 */




/** How many addresses the warning names. */
const MOST_NAMED = 10;
/** How many changes of one root are listed. */
const MOST_CHANGES = 50;
/** The warning right below the first line; none when nothing is lost. */
function lossPieces(proof) {
    const lost = (proof?.roots ?? []).flatMap((root) => root.changes.filter((change) => change.isDestructive).map(({ address }) => ({ root, address })));
    if (lost.length === 0)
        return [];
    const isMore = lost.some(({ root }) => root.more > 0);
    const objects = `${isMore ? "At least " : ""}${plural(lost.length, "object")}`;
    const named = lost.slice(0, MOST_NAMED).map(({ root, address }) => `${markdown_code(address)} in ${markdown_code(root.label)}`);
    const more = lost.length > named.length ? `, and ${lost.length - named.length} more` : "";
    const text = `**${objects} would be destroyed or replaced:** ${named.join(", ")}${more}.`;
    return [{ importance: 990, full: `> [!CAUTION]\n> ${text}\n\n`, omitted: "warning about what is lost" }];
}
/** All roots. */
function rootPieces(proof, context) {
    const roots = proof?.roots ?? [];
    const of = (kind) => roots.filter((root) => classify(root) === kind);
    const changed = of("changes");
    return [
        ...[...changed.filter(proof_line_isDestructive), ...changed.filter((root) => !proof_line_isDestructive(root))].map(changePiece),
        ...failurePieces(of("fails"), context),
        ...brokenPieces(of("failed-before"), context),
        ...reasonPieces("❔", ["not verified", "not verified"], of("unverified"), 760),
        ...listPieces("🔧", ["works with it, and failed before", "work with it, and failed before"], of("fixed"), 560),
        ...reasonPieces("☑️", ["validates as before, not planned", "validate as before, not planned"], of("valid"), 380),
        ...listPieces("✅", ["with 0 changes", "with 0 changes"], of("clean"), 200),
    ];
}
function changePiece(root) {
    const isLoss = proof_line_isDestructive(root);
    const sign = isLoss ? "🟥" : "🟧";
    const move = proof_pieces_moveOf(root);
    const title = `${sign} ${codeHtml(root.label)}: ${htmlSentence(move)}`;
    const listed = orderChanges(root.changes).slice(0, MOST_CHANGES);
    const rest = root.changes.length - listed.length + root.more;
    const lines = [...listed.map(changeLine), ...(rest > 0 ? [`- and ${rest} more`] : [])];
    const short = `- ${sign} ${markdown_code(root.label)}: ${sentence(move)}\n`;
    return {
        importance: isLoss ? 960 : 860,
        full: `${details(title, lines.join("\n"), isLoss)}\n\n`,
        short,
        fullImportance: isLoss ? 850 : 450,
        omitted: "root that changes",
    };
}
/** The plan without the bump and with it; plans that differ can have the same counts. */
function proof_pieces_moveOf({ before, after }) {
    const [without, withIt] = [endless(before), endless(after)];
    return without === withIt ? `${withIt}, but not as without it` : `${without} → ${withIt}`;
}
function orderChanges(changes) {
    return changes.toSorted((one, other) => Number(other.isDestructive) - Number(one.isDestructive));
}
function changeLine({ address, what, isDestructive: isLoss }) {
    return `- ${isLoss ? "🟥" : "🟧"} ${markdown_code(address)} ${sentence(what)}`;
}
/** Without the full stop: it stands between others. */
function endless(text) {
    const bare = text.trim().replace(/\.$/, "");
    return bare === "" ? "not planned" : bare;
}
function failurePieces(roots, context) {
    if (roots.length === 0)
        return [];
    const what = roots.length === 1
        ? "It works with the version in use, and not with this one."
        : "They work with the version in use, and not with this one.";
    const advice = `${what} Adapt the configuration on ${markdown_code(context.baseBranch)} first, or on this branch: it is not touched any more then.\n\n`;
    return [
        ...roots.map((root) => ({
            importance: 940,
            fullImportance: 880,
            full: `- ❌ ${markdown_code(root.label)} fails${whereOf(root, context)}: ${messageOf(root)}\n`,
            short: `- ❌ ${markdown_code(root.label)} fails${whereOf(root, context)}\n`,
            omitted: "root that fails",
        })),
        { importance: 930, full: `\n${advice}`, omitted: "advice" },
    ];
}
function brokenPieces(roots, context) {
    if (roots.length === 0)
        return [];
    const pieces = roots.map((root) => ({
        importance: 820,
        fullImportance: 605,
        full: `- ❔ ${markdown_code(root.label)} fails with or without this bump${whereOf(root, context)}: ${messageOf(root)}\n`,
        short: `- ❔ ${markdown_code(root.label)} fails with or without this bump${whereOf(root, context)}\n`,
        omitted: "root that fails with or without it",
    }));
    const them = roots.length === 1 ? "it" : "them";
    const advice = `\nNothing is proven there. Make ${them} work on ${markdown_code(context.baseBranch)}; the next run proves ${them}.\n\n`;
    return [...pieces, { importance: 810, full: advice, omitted: "advice" }];
}
/** ` at live/prod/main.tf:12`, as a link; "" when that is not known. */
function whereOf({ file, line }, context) {
    return file === undefined ? "" : ` at ${fileLink(context, file, line)}`;
}
/** The error; its place stands before it. */
function messageOf({ message, file, line }) {
    const text = file === undefined ? message : message.replace(` (${file} line ${line})`, "");
    return text.trim() === "" ? "no message" : sentence(text);
}
/** By the reason: many roots have the same. */
function reasonPieces(sign, [one, many], roots, importance) {
    const byReason = new Map();
    for (const root of roots)
        byReason.set(root.message, [...(byReason.get(root.message) ?? []), root]);
    return [...byReason].flatMap(([message, group]) => {
        const why = message.trim() === "" ? "" : `: ${htmlSentence(message)}`;
        return listPieces(sign, [`${one}${why}`, `${many}${why}`], group, importance);
    });
}
/** A folded list with a line for each root; what does not fit is counted. */
function listPieces(sign, [one, many], roots, importance) {
    if (roots.length === 0)
        return [];
    const [start = "", end = ""] = details(`${sign} ${plural(roots.length, "root")} ${roots.length === 1 ? one : many}`, "\n").split("\n\n\n\n");
    return [
        { importance: 1000, full: `${start}\n\n`, omitted: "list" },
        ...roots.map((root) => ({ importance, full: `- ${markdown_code(root.label)}${pending(root)}\n`, omitted: "root" })),
        { importance: 1000, full: `${end}\n\n`, omitted: "list" },
    ];
}
/** Changes that wait with and without the bump are no fault of it, and worth knowing. */
function pending({ how, before }) {
    const isNothing = before.trim() === "" || /^no changes/i.test(before.trim());
    return how !== "plan" || isNothing ? "" : `: ${sentence(endless(before))}, with or without it`;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/risk-pieces.js
/**
 * What to know before merging, as pieces of the body: the worst first, and folded what the repository does not use.
 */


const signs = { stop: "🛑", check: "⚠️", note: "ℹ️" };
const importances = { stop: 955, check: 720, note: 500 };
/** How many places of one risk are named. */
const MOST_PLACES = 5;
/** The risks of all updates, which are named where there are several. */
function riskPieces(known, context) {
    const all = known.flatMap(({ update, risks }) => risks.map((risk) => ({ update, risk })));
    const shown = all.filter(({ risk }) => !risk.isAbsent).map((one) => pieceOf(one, context, known.length > 1));
    const absent = all.filter(({ risk }) => risk.isAbsent).map((one) => pieceOf(one, context, known.length > 1));
    const ordered = shown.toSorted((one, other) => other.importance - one.importance);
    if (absent.length === 0)
        return ordered;
    const title = `${absent.length} more about backends and resources that are not in these files`;
    const [start = "", end = ""] = details(title, "\n").split("\n\n\n\n");
    return [
        ...ordered,
        { importance: 1000, full: `${shown.length === 0 ? "" : "\n"}${start}\n\n`, omitted: "list" },
        ...absent.map(({ full }) => ({ importance: 390, full, omitted: "thing to know" })),
        { importance: 1000, full: `${end}\n`, omitted: "list" },
    ];
}
function pieceOf({ update, risk }, context, isNamed) {
    const { severity, text, source, affected } = risk;
    const name = isNamed ? `${markdown_code(update.dependency.name)}: ` : "";
    const line = `- ${signs[severity]} ${name}${text} ([source](${source}))`;
    const importance = importances[severity] + (affected.length > 0 ? 20 : 0);
    return {
        importance,
        fullImportance: importance - 1,
        full: `${line}${placesOf(affected, context)}\n`,
        short: `${line}\n`,
        omitted: "thing to know",
    };
}
function placesOf(affected, context) {
    if (affected.length === 0)
        return "";
    const shown = affected
        .slice(0, MOST_PLACES)
        .map(({ name, file, line }) => `${markdown_code(name)} at ${fileLink(context, file, line)}`);
    const rest = affected.length - shown.length;
    return `<br>**Used here:** ${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/body.js
/**
 * The body of a pull request: what it does to the infrastructure first, then what moves, what to know, and how to use it.
 * What does not fit is left out by importance and counted. All text from outside goes through the markdown functions of
 * @handrail/github.
 */








/** Room for the marker that publishing puts in front, in characters. */
const MARKER_ROOM = 2_000;
/** Names an update in BodyInput.background. */
function updateKey({ dependency: { kind, name }, from, to }) {
    return JSON.stringify([kind, name, from, to]);
}
/** Renders the body, with room for a marker in front of it. */
function renderBody(input) {
    const { proof, context, left, held, proposal } = input;
    const pieces = [
        { importance: 1000, full: `${headline(input)}\n\n`, omitted: "headline" },
        ...lossPieces(proof),
        ...leftPieces(left, context),
        ...rootPieces(proof, context),
        ...movePieces(proposal, left, context),
        ...section("What to know", riskPieces(proposal.updates.map((update) => ({ update, risks: input.background.get(updateKey(update))?.risks ?? [] })), context)),
        ...section("More about it", proposal.updates.flatMap((update) => linksOf(update, input))),
        ...proposal.updates.flatMap((update) => notePieces(update, input.background.get(updateKey(update))?.notes)),
        ...heldPieces(held, context),
        { importance: 1000, full: usage(input), omitted: "usage" },
        { importance: 1000, full: footer(input), omitted: "footer" },
    ];
    return `${fit(pieces, COMMENT_LIMIT - MARKER_ROOM).text.trimEnd()}\n`;
}
function headline({ proof, whyNot, context }) {
    const { sign, text } = describeProof(proof);
    return `${sign} **${text}.** ${explain(proof, whyNot, context)}`;
}
/** What the line stands on. */
function explain(proof, whyNot, context) {
    const roots = proof?.roots ?? [];
    if (proof === undefined) {
        return sentence(whyNot ?? "Nothing was planned or validated: the input verify says none.");
    }
    if (roots.length === 0)
        return "What it changes belongs to no root module, so there is nothing to plan.";
    if (roots.every(({ how, outcome }) => how === "none" || outcome === "unverified")) {
        return "No root module could be tried; why, stands below.";
    }
    const isPlanned = roots.some(({ how }) => how === "plan");
    const [verb, compared] = isPlanned ? ["Planned", "the plans are compared"] : ["Validated", "nothing was planned"];
    return `${verb} without and with this bump on ${markdown_code(context.baseBranch)} at ${markdown_code(context.sha.slice(0, 7))}; ${compared}.`;
}
/** A heading before pieces, and a line after them; nothing without pieces. */
function section(title, pieces) {
    if (pieces.length === 0)
        return [];
    const heading = { importance: 1000, full: `#### ${title}\n\n`, omitted: "heading" };
    return [heading, ...pieces, { importance: 1000, full: "\n", omitted: "line" }];
}
function linksOf(update, { background, proposal }) {
    const links = background.get(updateKey(update))?.links;
    return links === undefined ? [] : linkPieces(update, links, proposal.updates.length > 1);
}
function usage({ canRunWorkflows, proposal }) {
    const what = proposal.updates.length === 1 ? "this version" : "these versions";
    const lines = [
        `- **Merge** it to take ${what}. **Close** it to skip ${what}: only a newer one opens another.`,
        "- **Commit** to its branch when something has to be adapted. Until somebody else does, the branch is kept up to date; afterwards nobody overwrites it.",
    ];
    if (canRunWorkflows === "after-approval") {
        lines.push("- **Approve** its workflows with the button below: GitHub waits for that click because `github.token` opened it. With the token of a GitHub App they start by themselves.");
    }
    return `#### How to use it\n\n${lines.join("\n")}\n\n`;
}
function footer({ context, proposal }) {
    const { runUrl, baseBranch, sha } = context;
    const parts = [
        runUrl === "" ? "" : `[run](${runUrl})`,
        `base ${markdown_code(baseBranch)} at ${markdown_code(sha.slice(0, 7))}`,
        `key ${markdown_code(proposal.key)}`,
    ];
    return `<sub>${parts.filter((part) => part !== "").join(" · ")}</sub>\n`;
}

// EXTERNAL MODULE: ./packages/github/lib/failure.js
var failure = __webpack_require__(7903);
// EXTERNAL MODULE: ./packages/terraform/lib/version.js
var lib_version = __webpack_require__(7334);
;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/notes-text.js
/**
 * Makes release notes harmless and short. What comes out is quoted in a fence, where markdown means nothing; but people
 * squash with the pull request's text as the commit message, and there mentions and `Closes #1` mean something again, and
 * mails show the source. So they are broken in the text itself, and images and html are taken out.
 */
/** Nobody's notes of one release are read further. */
const MOST_READ = 60_000;
/** Elements that release notes are written with. Others stay: `TF_TOKEN_<host>` is not html, and a fence makes nothing of it. */
const ELEMENT = "a|abbr|b|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|input|ins|kbd|li|link|meta|ol|p|picture|pre|q|s|samp|script|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|video";
const TAG = new RegExp(`</?(?:${ELEMENT})(?=[\\s/>])[^<>]{0,2000}>`, "gi");
const TAG_START = new RegExp(`<(?=/?(?:${ELEMENT})(?![\\w-])|!)`, "gi");
/** Controls, format characters, separators: each would be shown as an escape, and some hide what stands beside them. */
const notes_text_INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** Release notes as text for a fence: LF line ends, no trailing white space, at most one empty line in a row. */
function cleanNotes(text) {
    const lines = text.slice(0, MOST_READ).toWellFormed().replaceAll(/\r\n?/g, "\n");
    const read = withoutComments(lines.replaceAll(notes_text_INVISIBLE, ""));
    const plain = read
        .replaceAll(/!\[([^[\]]{0,300})\]\([^()\s]{0,2000}(?:\s[^()]{0,300})?\)/g, "$1")
        .replaceAll(/\[([^[\]]{0,300})\]\([^()\s]{0,2000}(?:\s[^()]{0,300})?\)/g, "$1")
        .replaceAll(TAG, "")
        .replaceAll(TAG_START, "< ");
    return tidy(breakReferences(plain)).trim();
}
/** A pattern for comments would be quadratic where many begin and none ends. */
function withoutComments(text) {
    const parts = [];
    let at = 0;
    for (let start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", at)) {
        const end = text.indexOf("-->", start + 4);
        parts.push(text.slice(at, start));
        at = end < 0 ? text.length : end + 3;
        if (end < 0)
            break;
    }
    return parts.join("") + text.slice(at);
}
/** Addresses of issues become what they are called; then a space stands behind every sign that GitHub looks for. */
function breakReferences(text) {
    return text
        .replaceAll(/https?:\/\/[\w.:-]{1,200}\/([\w.-]{1,100})\/([\w.-]{1,100})\/(?:issues|pulls?|discussions)\/(\d+)/gi, "$1/$2#$3")
        .replaceAll(/[@#](?=[\p{L}\p{N}_-])/gu, "$& ")
        .replaceAll(/\bGH-(?=\d)/gi, "$& ");
}
function tidy(text) {
    const lines = [];
    for (const line of text.split("\n")) {
        const kept = line.trimEnd().replaceAll(/`{4,}/g, "```");
        if (kept !== "" || lines.at(-1) !== "")
            lines.push(kept);
    }
    return lines.join("\n");
}
/** The beginning of a text within so many bytes of UTF-8, at the end of a line where there is one; whole characters. */
function cutNotes(text, mostBytes) {
    if (Buffer.byteLength(text) <= mostBytes)
        return text;
    const bytes = Buffer.from(text).subarray(0, Math.max(0, mostBytes));
    // What the cut left of a character is dropped.
    const kept = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes, { stream: true });
    const end = kept.lastIndexOf("\n");
    return (end > kept.length / 2 ? kept.slice(0, end) : kept).trimEnd();
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/tag.js
/**
 * How a version is written as a git tag. Text only.
 */

/** What stands before a version in its tag, the `v` included; undefined when it does not end with the version. */
function tagPrefix(tag, version) {
    if (tag.endsWith(version))
        return tag.slice(0, -version.length);
    const wanted = (0,lib_version/* tryVersion */.Kd)(version);
    if (wanted === undefined)
        return undefined;
    for (let at = 0; at < tag.length; at += 1) {
        const found = /^[0-9]/.test(tag.slice(at)) ? (0,lib_version/* tryVersion */.Kd)(tag.slice(at)) : undefined;
        if (found !== undefined && (0,lib_version/* compareVersions */.Zy)(found, wanted) === 0)
            return tag.slice(0, at);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/changelog.js
/**
 * The release notes between two versions, from the GitHub releases of the dependency's repository. It asks through a
 * function that it is handed, and gives up silently: a link is told instead. Nothing is rendered here.
 */




/** All notes of one update together, in bytes of UTF-8; what is around them is within H090's 10 KB, too. */
const NOTES_LIMIT_BYTES = 9_000;
const PAGE = 50;
const MOST_PAGES = 2;
/** Notes are not worth waiting for rate limits. */
const MOST_WAIT_MS = 5_000;
/**
 * Asks GitHub for the newest 100 releases. Undefined when the repository is not on the GitHub that `request` speaks to, or
 * when it does not answer. Rejects only when the run ends.
 */
async function fetchNotes(request, query) {
    const { update, repository, serverUrl } = query;
    if (repository === undefined || repository.host !== URL.parse(serverUrl)?.hostname)
        return undefined;
    const [owner = "", repo = "", ...rest] = repository.path.split("/");
    if (owner === "" || repo === "" || rest.length > 0)
        return undefined;
    try {
        const found = await listReleases(request, { owner, repo }, update);
        return chooseNotes(found, update, `${repository.url}/releases`);
    }
    catch (error) {
        if (error instanceof failure/* GitHubFailure */.i)
            return undefined;
        throw error;
    }
}
async function listReleases(request, where, update) {
    const all = [];
    const waits = { leftMs: MOST_WAIT_MS };
    for (let page = 1; page <= MOST_PAGES; page += 1) {
        const answer = await request("GET /repos/{owner}/{repo}/releases", { ...where, per_page: PAGE, page }, { expects: "list", permission: "contents: read", waits });
        const items = Array.isArray(answer.data) ? answer.data : [];
        all.push(...items);
        if (items.length < PAGE || isPast(items, update))
            break;
    }
    return all;
}
/** Backports stand between newer releases: only when nothing on a page is newer, the rest is older, too. */
function isPast(items, update) {
    const from = (0,lib_version/* tryVersion */.Kd)(update.from);
    const named = items.flatMap((item) => readRelease(item, prefixOf(update)));
    return from !== undefined && named.length > 0 && named.every(({ parsed }) => (0,lib_version/* compareVersions */.Zy)(parsed, from) <= 0);
}
/** The notes that are about the step, within the limit. */
function chooseNotes(items, update, url) {
    const from = (0,lib_version/* tryVersion */.Kd)(update.from);
    const to = (0,lib_version/* tryVersion */.Kd)(update.to);
    if (from === undefined || to === undefined)
        return undefined;
    const named = items.flatMap((item) => readRelease(item, prefixOf(update)));
    const between = named
        .filter(({ parsed }) => (0,lib_version/* compareVersions */.Zy)(parsed, from) > 0 && (0,lib_version/* compareVersions */.Zy)(parsed, to) <= 0)
        .filter(({ parsed }) => parsed.prerelease === "" || (0,lib_version/* compareVersions */.Zy)(parsed, to) === 0)
        .toSorted((one, other) => (0,lib_version/* compareVersions */.Zy)(other.parsed, one.parsed));
    const tag = named.find(({ parsed }) => (0,lib_version/* compareVersions */.Zy)(parsed, to) === 0)?.tag;
    const formerTag = named.find(({ parsed }) => (0,lib_version/* compareVersions */.Zy)(parsed, from) === 0)?.tag;
    if (between.length === 0)
        return undefined;
    return {
        url,
        ...keepNotes(between),
        ...(tag === undefined ? {} : { tag }),
        ...(formerTag === undefined ? {} : { formerTag }),
    };
}
/** The newest, as many as fit: the first one that does not is cut, and the rest is counted. */
function keepNotes(between) {
    const releases = [];
    let left = NOTES_LIMIT_BYTES;
    let isCut = false;
    for (const { version, tag, publishedAt, text: raw } of between) {
        const text = cleanNotes(raw);
        const kept = cutNotes(text, left - HEADING_BYTES);
        if (isCut || left < 2 * HEADING_BYTES)
            break;
        isCut = kept.length < text.length;
        releases.push({ version, tag, publishedAt, text: kept });
        left -= Buffer.byteLength(kept) + HEADING_BYTES;
    }
    return { releases, more: between.length - releases.length, isCut };
}
/** Room for a release's version and date. */
const HEADING_BYTES = 100;
/** What stands before the version in this dependency's tags, without the `v`: others in the same repository are not its. */
function prefixOf({ tag, to }) {
    return tag === undefined ? "" : (tagPrefix(tag, to) ?? "").replace(/v$/, "");
}
/** A release of GitHub's list that is a version of this dependency: none or one. */
function readRelease(item, prefix) {
    if (typeof item !== "object" || item === null || Reflect.get(item, "draft") === true)
        return [];
    const tag = textIn(item, "tag_name");
    const parsed = tag.startsWith(prefix) && tag.length <= 200 ? (0,lib_version/* tryVersion */.Kd)(tag.slice(prefix.length)) : undefined;
    if (parsed === undefined)
        return [];
    const version = `${(0,lib_version/* coreOf */.z2)(parsed).segments.join(".")}${parsed.prerelease === "" ? "" : `-${parsed.prerelease}`}`;
    const date = /^\d{4}-\d\d-\d\d/.exec(textIn(item, "published_at"))?.[0] ?? "";
    return [{ version, tag, publishedAt: date, text: textIn(item, "body"), parsed }];
}
function textIn(item, name) {
    const found = Object.hasOwn(item, name) ? Reflect.get(item, name) : undefined;
    return typeof found === "string" ? found : "";
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/upgrade-guides.js
/**
 * Where makers describe the way from one version to the next. Data with its sources, and which of it lies between two
 * versions; it fetches nothing.
 */

/**
 * Providers with a guide for each major, by the names of the pages in their own repositories
 * (`website/docs/guides` or `docs/guides` of github.com/<namespace>/terraform-provider-<type>).
 * `since` is the first major that has one; `until` the last where the name changed afterwards.
 */
const PROVIDER_GUIDES = {
    "hashicorp/aws": { since: 2, page: (major) => `version-${major}-upgrade` },
    "hashicorp/azurerm": { since: 2, page: (major) => `${major}.0-upgrade-guide` },
    "hashicorp/azuread": { since: 3, page: (major) => `${major}.0-upgrade-guide` },
    "hashicorp/google": { since: 2, page: (major) => `version_${major}_upgrade` },
    "hashicorp/google-beta": { since: 2, page: (major) => `version_${major}_upgrade` },
    "hashicorp/helm": { since: 2, page: (major) => `v${major}-upgrade-guide` },
    "hashicorp/kubernetes": { since: 2, page: (major) => `v${major}-upgrade-guide` },
    "hashicorp/vault": { since: 2, page: (major) => `version_${major}_upgrade` },
    "cloudflare/cloudflare": { since: 2, page: (major) => `version-${major}-upgrade` },
};
const REGISTRY = "registry.terraform.io";
/**
 * The guides for the steps from one version to another, oldest first.
 * @param from the version in use, `to` the one that comes
 */
function upgradeGuides(dependency, from, to) {
    const before = (0,lib_version/* tryVersion */.Kd)(from);
    const after = (0,lib_version/* tryVersion */.Kd)(to);
    if (before === undefined || after === undefined || (0,lib_version/* compareVersions */.Zy)((0,lib_version/* coreOf */.z2)(before), (0,lib_version/* coreOf */.z2)(after)) >= 0)
        return [];
    const { source } = dependency;
    if (source.from === "releases")
        return source.product === "terraform" ? coreGuides(before, after) : tofuGuides(before, after);
    if (source.from !== "providers" || source.host !== REGISTRY)
        return [];
    return providerGuides(`${source.namespace}/${source.type}`, before, after);
}
/** `registry.terraform.io/providers/hashicorp/aws/6.2.0/docs/guides/version-6-upgrade`: as that version has it. */
function providerGuides(name, before, after) {
    const guides = Object.hasOwn(PROVIDER_GUIDES, name) ? PROVIDER_GUIDES[name] : undefined;
    if (guides === undefined)
        return [];
    const links = [];
    const last = Math.min(segment(after, 0), guides.until ?? Infinity);
    for (let major = Math.max(segment(before, 0) + 1, guides.since); major <= last; major += 1) {
        const url = `https://${REGISTRY}/providers/${name}/${after.segments.join(".")}/docs/guides/${guides.page(major)}`;
        links.push({ text: `${major}.0`, url });
    }
    return links;
}
const TERRAFORM_DOCS = "https://developer.hashicorp.com/terraform/language";
/** The newest minor before 1.0 that has a guide; https://developer.hashicorp.com/terraform/language/v1.1.x/upgrade-guides */
const LAST_BEFORE_ONE = 15;
/** One guide a minor: up to 1.1 they are all kept with the pages of 1.1, afterwards each with its own. */
function coreGuides(before, after) {
    const links = [];
    const isOld = segment(before, 0) === 0;
    const lastOld = segment(after, 0) === 0 ? segment(after, 1) : LAST_BEFORE_ONE;
    for (let minor = isOld ? segment(before, 1) + 1 : Infinity; minor <= lastOld; minor += 1) {
        links.push({ text: `0.${minor}`, url: `${TERRAFORM_DOCS}/v1.1.x/upgrade-guides/0-${minor}` });
    }
    if (segment(after, 0) !== 1)
        return links;
    for (let minor = isOld ? 0 : segment(before, 1) + 1; minor <= segment(after, 1); minor += 1) {
        const page = minor < 2 ? `v1.1.x/upgrade-guides/1-${minor}` : `v1.${minor}.x/upgrade-guides`;
        links.push({ text: `1.${minor}`, url: `${TERRAFORM_DOCS}/${page}` });
    }
    return links;
}
/** Each page speaks of all versions before it; the first is that of 1.7. */
function tofuGuides(before, after) {
    const minor = segment(after, 1);
    const isStep = segment(after, 0) === 1 && minor >= 7 && (segment(before, 0) < 1 || segment(before, 1) < minor);
    return isStep ? [{ text: `1.${minor}`, url: `https://opentofu.org/docs/v1.${minor}/intro/upgrading/` }] : [];
}
function segment({ segments }, index) {
    return segments[index] ?? 0;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/links.js



/** The pages about an update, the most telling first. */
function links_linksOf(update, { repository, notes, serverUrl }) {
    const pages = [];
    const tags = tagsOf(update, notes);
    if (repository !== undefined) {
        const compare = tags === undefined ? undefined : (0,web_address/* comparePage */.D4)(repository, tags, serverUrl);
        if (compare !== undefined)
            pages.push({ text: "Compare", url: compare });
        pages.push(...changelogOf(update, repository, tags?.[1], serverUrl));
    }
    const registry = registryPage(update);
    if (registry !== undefined)
        pages.push({ text: "Documentation", url: registry });
    return { pages, guides: upgradeGuides(update.dependency, update.from, update.to) };
}
function changelogOf(update, repository, tag, serverUrl) {
    if (!(0,web_address/* isGitHub */.Wz)(repository, serverUrl))
        return [{ text: `Source (${repository.host})`, url: repository.url }];
    const releases = `${repository.url}/releases`;
    if (tag === undefined)
        return [{ text: "Releases", url: releases }];
    // What HashiCorp makes keeps its whole history in one file.
    const isKept = repository.host === "github.com" && repository.path.startsWith("hashicorp/terraform");
    if (isKept && update.dependency.kind !== "module") {
        return [{ text: "Changelog", url: `${repository.url}/blob/${(0,web_address/* encodePath */.O0)(tag)}/CHANGELOG.md` }];
    }
    return [{ text: "Release", url: `${releases}/tag/${(0,web_address/* encodePath */.O0)(tag)}` }];
}
/**
 * How the tags of both versions are written; undefined when it would be a guess. Programs and providers are tagged
 * `v1.2.3`: their registries and installers demand it.
 */
function tagsOf(update, notes) {
    const to = update.tag ?? notes?.tag ?? (update.dependency.kind === "module" ? undefined : `v${update.to}`);
    if (to === undefined)
        return undefined;
    const prefix = tagPrefix(to, update.to);
    return prefix === undefined ? undefined : [notes?.formerTag ?? `${prefix}${update.from}`, to];
}
const links_REGISTRY = "registry.terraform.io";
function registryPage({ dependency: { source }, to }) {
    if (source.from === "providers" && source.host === links_REGISTRY) {
        return `https://${links_REGISTRY}/providers/${(0,web_address/* encodePath */.O0)(`${source.namespace}/${source.type}/${to}`)}/docs`;
    }
    if (source.from !== "modules" || source.host !== links_REGISTRY)
        return undefined;
    return `https://${links_REGISTRY}/modules/${(0,web_address/* encodePath */.O0)(`${source.namespace}/${source.name}/${source.system}/${to}`)}`;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/risk-rules-providers.js
const aws = (major) => `https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-${major}-upgrade`;
const awsRules = [
    {
        id: "aws-3-terraform",
        at: "3.0.0",
        severity: "stop",
        text: "It needs Terraform 0.12 or newer.",
        source: aws(3),
    },
    {
        id: "aws-3-hashes",
        at: "3.0.0",
        severity: "check",
        text: "Certificates and push credentials are kept in the state as they are, no more as hashes: the first plan shows an update of them.",
        source: aws(3),
        resourceTypes: ["aws_acm_certificate", "aws_sns_platform_application"],
    },
    {
        id: "aws-3-credentials",
        at: "3.0.0",
        severity: "check",
        text: "The shared configuration file is read always, and before the credentials of the machine: check which ones are found.",
        source: aws(3),
    },
    {
        id: "aws-4-s3",
        at: "4.0.0",
        severity: "check",
        text: "`aws_s3_bucket` is split: access lists, versioning, encryption, logging, life cycle and more are resources of their own (`aws_s3_bucket_versioning`, …). From 4.9 on the old arguments still work and are deprecated; import before you move them.",
        source: aws(4),
        resourceTypes: ["aws_s3_bucket"],
    },
    {
        id: "aws-4-defaults",
        at: "4.0.0",
        severity: "check",
        text: "`aws_default_vpc` and `aws_default_subnet` create what does not exist, and destroy it with `force_destroy`.",
        source: aws(4),
        resourceTypes: ["aws_default_vpc", "aws_default_subnet"],
    },
    {
        id: "aws-4-log-group",
        at: "4.0.0",
        severity: "check",
        text: "The `arn` of the data source `aws_cloudwatch_log_group` has no `:*` at its end any more: policies may need it.",
        source: aws(4),
        resourceTypes: ["aws_cloudwatch_log_group"],
    },
    {
        id: "aws-5-terraform",
        at: "5.0.0",
        severity: "stop",
        text: "It needs Terraform 1.0 or newer: 4.x is the last that 0.12 to 0.15 can run.",
        source: aws(4),
    },
    {
        id: "aws-5-classic",
        at: "5.0.0",
        severity: "check",
        text: "EC2-Classic and Macie Classic are gone with all their arguments and resources, and so is the data source `aws_subnet_ids` (now `aws_subnets`).",
        source: aws(5),
        resourceTypes: [
            "aws_db_security_group",
            "aws_elasticache_security_group",
            "aws_redshift_security_group",
            "aws_macie_*",
            "aws_subnet_ids",
        ],
    },
    {
        id: "aws-5-snapshots",
        at: "5.0.0",
        severity: "check",
        text: "A changed `snapshot_identifier` now **replaces** clusters of RDS, DocumentDB and Neptune; before it changed nothing.",
        source: aws(5),
        resourceTypes: ["aws_rds_cluster", "aws_docdb_cluster", "aws_neptune_cluster"],
    },
    {
        id: "aws-5-provider",
        at: "5.0.0",
        severity: "check",
        text: "In the provider's block `shared_credentials_file` is now `shared_credentials_files`, `s3_force_path_style` is `s3_use_path_style`, and `duration_seconds` is `duration`.",
        source: aws(5),
    },
    {
        id: "aws-6-removed",
        at: "6.0.0",
        severity: "check",
        text: "OpsWorks, SimpleDB, WorkLink and Elastic Inference are gone.",
        source: aws(6),
        resourceTypes: ["aws_opsworks_*", "aws_simpledb_domain", "aws_worklink_*"],
    },
    {
        id: "aws-6-region",
        at: "6.0.0",
        severity: "check",
        text: "Most resources have an argument `region` now; modules and outputs that use that name should be looked at. Booleans written as `0` and `1` are refused, and `aws_ami` with `most_recent` wants an owner.",
        source: aws(6),
    },
    {
        id: "aws-6-user-data",
        at: "6.0.0",
        severity: "check",
        text: "`user_data` of `aws_instance` is kept in the state as clear text, no more as a hash.",
        source: aws(6),
        resourceTypes: ["aws_instance"],
    },
    {
        id: "aws-6-redshift",
        at: "6.0.0",
        severity: "check",
        text: "`aws_redshift_cluster` is not publicly accessible unless it says so; `logging` and `snapshot_copy` are resources of their own.",
        source: aws(6),
        resourceTypes: ["aws_redshift_cluster", "aws_redshift_service_account"],
    },
];
/** Rules by `namespace/type` on the public registry. */
const providerRules = { "hashicorp/aws": awsRules };

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/risk-rules-terraform.js
const DOCS = "https://developer.hashicorp.com/terraform/language";
const OLD = `${DOCS}/v1.1.x/upgrade-guides`;
const guide = (minor) => `${DOCS}/v1.${minor}.x/upgrade-guides`;
/** Before 1.0 each minor is a step of its own, and there is no way back once it was applied. */
const beforeOne = [
    {
        id: "terraform-0.12-language",
        at: "0.12.0",
        severity: "stop",
        text: "The language changes. First run `terraform 0.12checklist` with 0.11.15 until it finds nothing, then `terraform 0.12upgrade` with 0.12 in every module's directory, and commit the result to this branch.",
        source: `${OLD}/0-12`,
    },
    {
        id: "terraform-0.12-state",
        at: "0.12.0",
        severity: "stop",
        text: "No way back: once 0.12 has written a state, 0.11 cannot read it any more. Apply with an empty plan before and after.",
        source: `${OLD}/0-12`,
    },
    {
        id: "terraform-0.13-state",
        at: "0.13.0",
        severity: "stop",
        text: "No way back: once 0.13 has written a state, 0.12 cannot read it any more. Apply once with 0.13 in **every** root, also where nothing changes, and before any resource is removed: only an apply writes the providers' new addresses into the state.",
        source: `${OLD}/0-13`,
    },
    {
        id: "terraform-0.13-sources",
        at: "0.13.0",
        severity: "stop",
        text: "Every module has to name the source of providers that are not HashiCorp's, in one `required_providers` block: `terraform 0.13upgrade` writes it, and exists in 0.13 only. Providers of your own also need `terraform state replace-provider`.",
        source: `${OLD}/0-13`,
    },
    {
        id: "terraform-0.13-provisioners",
        at: "0.13.0",
        severity: "check",
        text: "Provisioners that run on destroy may refer to `self`, `count` and `each` only.",
        source: `${OLD}/0-13`,
    },
    {
        id: "terraform-0.14-state",
        at: "0.14.0",
        severity: "stop",
        text: "An apply must have run under 0.13 in **every** root before: 0.14 cannot upgrade older states. Versions below 0.13.6 cannot read what 0.14 writes.",
        source: `${OLD}/0-14`,
    },
    {
        id: "terraform-0.14-lock-file",
        at: "0.14.0",
        severity: "check",
        text: "From here on there are lock files: commit `.terraform.lock.hcl` of every root, with all platforms (`terraform providers lock -platform=…`). Outputs that show sensitive values need `sensitive = true`.",
        source: `${OLD}/0-14`,
    },
    {
        id: "terraform-0.15-removed",
        at: "0.15.0",
        severity: "check",
        text: 'Gone are the functions `list()` and `map()` (now `tolist([…])`, `tomap({…})`), quoted types, `ignore_changes = ["*"]` (now `all`), the directory argument (now `-chdir`), and the provisioners chef, habitat, puppet and salt-masterless.',
        source: `${OLD}/0-15`,
    },
];
const LEGACY_BACKENDS = ["artifactory", "etcd", "etcdv3", "manta", "swift"];
const sinceOne = [
    {
        id: "terraform-1.2-tls",
        at: "1.2.0",
        severity: "note",
        text: "Registries, module hosts and backends have to speak TLS 1.2, with certificates that are not signed with SHA-1. `TF_TOKEN_*` variables win over credentials in the CLI configuration.",
        source: `https://github.com/hashicorp/terraform/blob/v1.2.0/website/docs/language/upgrade-guides/1-2.mdx`,
    },
    {
        id: "terraform-1.3-backends",
        at: "1.3.0",
        severity: "check",
        text: "The backends `artifactory`, `etcd`, `etcdv3`, `manta` and `swift` are gone. Move such a state to another backend with 1.2 first.",
        source: guide(3),
        backends: LEGACY_BACKENDS,
    },
    {
        id: "terraform-1.3-azurerm",
        at: "1.3.0",
        severity: "check",
        text: "The backend `azurerm` speaks to Microsoft Graph only: remove `use_microsoft_graph`, then `terraform init -reconfigure`.",
        source: guide(3),
        backends: ["azurerm"],
    },
    {
        id: "terraform-1.3-optional",
        at: "1.3.0",
        severity: "check",
        text: "Modules with `experiments = [module_variable_optional_attrs]` are refused: remove that line, and `defaults()`.",
        source: guide(3),
    },
    {
        id: "terraform-1.4-cache",
        at: "1.4.0",
        severity: "note",
        text: "A plugin cache is used only for providers whose checksums are in the lock file.",
        source: guide(4),
    },
    {
        id: "terraform-1.6-licence",
        at: "1.6.0",
        severity: "check",
        text: "**The licence changes** from MPL 2.0 to the Business Source License 1.1; 1.5.7 is the last version under the old one. Merge it only if your organisation accepts that. To stay, add `terraform > 1.5.7` to the input `ignore`.",
        source: "https://github.com/hashicorp/terraform/blob/v1.6.0/LICENSE",
    },
    {
        id: "terraform-1.6-s3",
        at: "1.6.0",
        severity: "note",
        text: "Arguments of the backend `s3` move into blocks: `role_arn` and the like into `assume_role`, endpoints into `endpoints`. The old ones still work, until 1.10.",
        source: "https://github.com/hashicorp/terraform/blob/v1.6.0/CHANGELOG.md",
        backends: ["s3"],
    },
    {
        id: "terraform-1.7-checks",
        at: "1.7.0",
        severity: "check",
        text: "States with `check` blocks or input validations cannot be read any more by 1.3 below 1.3.10, 1.4 below 1.4.7 and 1.5 below 1.5.7: bring what reads them through `terraform_remote_state` to those first.",
        source: guide(7),
    },
    {
        id: "terraform-1.8-s3",
        at: "1.8.0",
        severity: "check",
        text: "The backend `s3` has no `use_legacy_workflow` any more: remove it, and check which credentials are found. Working directories that are kept need `terraform init -reconfigure`.",
        source: guide(8),
        backends: ["s3"],
    },
    {
        id: "terraform-1.9-import",
        at: "1.9.0",
        severity: "note",
        text: "`import` blocks that point to a module that does not exist are errors; `.tftest.hcl` files may not set a provider's `version`.",
        source: guide(9),
    },
    {
        id: "terraform-1.10-s3",
        at: "1.10.0",
        severity: "check",
        text: "The backend `s3` does not know `role_arn`, `session_name`, `external_id` and the other arguments of roles at its top level any more: write them in an `assume_role` block. Working directories that are kept need `terraform init -reconfigure`.",
        source: guide(10),
        backends: ["s3"],
    },
    {
        id: "terraform-1.10-moved",
        at: "1.10.0",
        severity: "note",
        text: "In `moved` blocks, resource types that are called like a keyword (`local`, `each`, `self`) need `resource.` in front.",
        source: guide(10),
    },
    {
        id: "terraform-1.11-locking",
        at: "1.11.0",
        severity: "note",
        text: "The backend `s3` can lock by itself (`use_lockfile = true`); locking through DynamoDB is deprecated.",
        source: guide(11),
        backends: ["s3"],
    },
    {
        id: "terraform-1.12-kernel",
        at: "1.12.0",
        severity: "note",
        text: "It needs Linux 3.2 or newer.",
        source: guide(12),
    },
    {
        id: "terraform-1.13-tests",
        at: "1.13.0",
        severity: "note",
        text: "Test files should declare the external variables that they use.",
        source: guide(13),
    },
    {
        id: "terraform-1.14-cpu",
        at: "1.14.0",
        severity: "note",
        text: "In containers with a CPU limit fewer operations may run at once.",
        source: guide(14),
    },
];
/** Rules of Terraform itself. */
const terraformRules = [...beforeOne, ...sinceOne];
/** Rules of OpenTofu. */
const opentofuRules = [
    {
        id: "opentofu-1.8-s3",
        at: "1.8.0",
        severity: "check",
        text: "The backend `s3` has no `use_legacy_workflow` any more: remove it, and check which credentials are found.",
        source: "https://opentofu.org/docs/v1.8/intro/upgrading/",
        backends: ["s3"],
    },
];

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/risks.js
/**
 * Which of the known traps lie on a step from one version to another, worst first. It decides nothing about whether the
 * step is made.
 */




const order = { stop: 0, check: 1, note: 2 };
/**
 * The risks of one update: what affects the repository as far as its text shows, then by severity, then by version.
 * @param uses what the repository uses; left out, nothing is marked
 */
function findRisks(update, uses) {
    const found = rulesOf(update)
        .filter((rule) => isCrossed(rule.at, update))
        .map((rule) => toRisk(rule, uses));
    const risks = [...forbidden(update), ...rung(update), ...found];
    const major = found.length === 0 && update.isMajor ? [majorRisk(update)] : [];
    return [...risks, ...major].toSorted((one, other) => rank(one) - rank(other));
}
function rank({ severity, affected }) {
    return order[severity] * 2 + (affected.length > 0 ? 0 : 1);
}
function rulesOf({ dependency: { source } }) {
    if (source.from === "releases")
        return source.product === "terraform" ? terraformRules : opentofuRules;
    if (source.from !== "providers")
        return [];
    const name = `${source.namespace}/${source.type}`;
    const isPublic = source.host === "registry.terraform.io" || source.host === "registry.opentofu.org";
    return isPublic && Object.hasOwn(providerRules, name) ? (providerRules[name] ?? []) : [];
}
/** Pre-releases belong to what they lead to. */
function isCrossed(at, { from, to }) {
    const [before, after, border] = [from, to, at].map((text) => (0,lib_version/* tryVersion */.Kd)(text));
    if (before === undefined || after === undefined || border === undefined)
        return false;
    return (0,lib_version/* compareVersions */.Zy)((0,lib_version/* coreOf */.z2)(before), border) < 0 && (0,lib_version/* compareVersions */.Zy)((0,lib_version/* coreOf */.z2)(after), border) >= 0;
}
function toRisk({ id, severity, text, source, backends = [], resourceTypes = [] }, uses) {
    const affected = [...usedOf(backends, uses?.backends ?? []), ...usedOf(resourceTypes, uses?.resourceTypes ?? [])];
    const isAbsent = uses !== undefined && backends.length + resourceTypes.length > 0 && affected.length === 0;
    return { id, severity, text, source, affected, isAbsent };
}
function usedOf(patterns, places) {
    const isMeant = (name) => patterns.some((pattern) => (pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
    return places.filter(({ name }) => isMeant(name));
}
/** 1.1.0 and 1.1.1 can lose a state: https://github.com/hashicorp/terraform/blob/v1.1.2/CHANGELOG.md */
function forbidden({ dependency: { source }, from, to }) {
    if (source.from !== "releases" || source.product !== "terraform")
        return [];
    const common = {
        source: "https://github.com/hashicorp/terraform/blob/v1.1.2/CHANGELOG.md",
        affected: [],
        isAbsent: false,
    };
    const isBad = (version) => version === "1.1.0" || version === "1.1.1";
    if (isBad(to)) {
        const text = `Do not use ${to}: it can write an empty state. Take 1.1.2 or newer.`;
        return [{ ...common, id: "terraform-1.1-forbidden", severity: "stop", text }];
    }
    if (!isBad(from))
        return [];
    const text = `${from}, which is in use now, can write an empty state: do not run it any more.`;
    return [{ ...common, id: "terraform-1.1-left", severity: "note", text }];
}
function rung(update) {
    if (!update.isRung)
        return [];
    const text = "Merge it only when the version in use was applied everywhere and its plans are empty. Apply this one everywhere before the next.";
    return [{ id: "rung", severity: "check", text, source: guideOf(update), affected: [], isAbsent: false }];
}
function majorRisk(update) {
    const text = update.to.startsWith("0.")
        ? "Before 1.0 every minor version may break what worked: read its release notes."
        : "A new major version: what it removed or changed is in its upgrade guide or release notes.";
    return { id: "major", severity: "check", text, source: guideOf(update), affected: [], isAbsent: false };
}
/** The page about this very step, else the rule that all versions follow. */
function guideOf({ dependency, from, to }) {
    return (upgradeGuides(dependency, from, to).at(-1)?.url ?? "https://semver.org/#semantic-versioning-specification-semver");
}

;// CONCATENATED MODULE: ./packages/terraform/lib/line-counter.js
/**
 * The lines of a text by offset. It knows no format.
 */
/** Lines from 1 for offsets in UTF-16 units, without reading the text again for each. A line ends with `\n`. */
function lineCounter(text) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1))
        starts.push(at + 1);
    return (offset) => {
        let low = 0;
        for (let high = starts.length; high - low > 1;) {
            const middle = (low + high) >> 1;
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle;
        }
        return low + 1;
    };
}

// EXTERNAL MODULE: ./packages/terraform/lib/hcl-blocks.js
var hcl_blocks = __webpack_require__(7412);
;// CONCATENATED MODULE: ./actions/terraform-bump/lib/uses.js
/**
 * What a configuration uses, as its text says: backends, resources and data sources by their literal types. For the risks
 * of an update; nothing is evaluated, and JSON syntax is passed over.
 */


const uses_HCL = /\.(?:tf|tofu)$/;
/** Tells the uses of directories, in the order of the files. Each file is read once, however many updates ask. */
function createUses(files) {
    const byDirectory = Map.groupBy([...files].filter(({ path }) => uses_HCL.test(path)), ({ path }) => directoryOf(path));
    const known = new Map();
    return (directories) => {
        const found = [];
        for (const [directory, own] of byDirectory) {
            if (!directories.has(directory))
                continue;
            const uses = known.get(directory) ?? own.map(readFile);
            known.set(directory, uses);
            found.push(...uses);
        }
        return {
            backends: found.flatMap(({ backends }) => backends),
            resourceTypes: found.flatMap(({ resourceTypes }) => resourceTypes),
        };
    };
}
function readFile({ path, text }) {
    const backends = [];
    const resourceTypes = [];
    const lineOf = lineCounter(text);
    const place = ({ labels: [name = ""], start }) => ({ name, file: path, line: lineOf(start) });
    for (const block of (0,hcl_blocks/* readBlocks */.v_)(text)) {
        if (block.type === "resource" || block.type === "data")
            resourceTypes.push(place(block));
        if (block.type !== "terraform")
            continue;
        backends.push(...block.blocks.filter(({ type }) => type === "backend").map(place));
    }
    return { backends, resourceTypes };
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/background.js








/** The background of these updates, by updateKey. */
async function gatherBackground(updates, catalogues, { request, serverUrl, scan }) {
    const usesIn = createUses(scan.files.values());
    // What the root modules that an update can change use, with all that they call.
    const usesOf = ({ roots }) => usesIn(reachedDirectories(roots, scan.findings.modules));
    const gathered = await Promise.all(updates.map(async (update) => {
        const catalogue = catalogues.get((0,decide_dependency/* dependencyKey */.jy)(update.dependency));
        const page = catalogue === undefined || "problem" in catalogue ? undefined : catalogue.repository;
        const repository = (0,web_address/* repositoryOf */._M)(update.dependency.source, page);
        const notes = request === undefined ? undefined : await fetchNotes(request, { update, repository, serverUrl });
        const links = links_linksOf(update, { repository, notes, serverUrl });
        return [updateKey(update), { notes, links, risks: findRisks(update, usesOf(update)) }];
    }));
    return new Map(gathered);
}
/** The change with the dates that release notes tell and nobody else. */
function withDates(change, background) {
    const updates = change.proposal.updates.map((update) => {
        const notes = background.get(updateKey(update))?.notes;
        const note = notes?.releases.find(({ version }) => version === update.to);
        return update.releasedAt === undefined && note !== undefined ? { ...update, releasedAt: note.publishedAt } : update;
    });
    return { ...change, proposal: { ...change.proposal, updates } };
}

// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
;// CONCATENATED MODULE: ./actions/terraform-bump/lib/base.js
/**
 * The branch that pull requests are for, and whether what is checked out stands on it.
 */


/** The input, else the default branch as the event or GitHub tells it. */
async function findBaseBranch(given, { owner, repo }, event, { github }) {
    const named = given.replace(/^refs\/heads\//, "");
    if (named !== "")
        return named;
    const told = defaultBranchOf((0,plain/* read */.LF)(event, "repository"));
    if (told !== undefined)
        return told;
    const answer = await github.request("GET /repos/{owner}/{repo}", { owner, repo }, { expects: "object", permission: "metadata: read" });
    const found = defaultBranchOf(answer.data);
    if (found !== undefined)
        return found;
    throw new lib_failure/* Failure */.HR({
        reason: "github-bad-answer",
        what: "GitHub does not say which branch is the default one",
        remedy: "Name the branch in the input base-branch.",
    });
}
function defaultBranchOf(repository) {
    const name = (0,plain/* read */.LF)(repository, "default_branch");
    return typeof name === "string" && name !== "" ? name : undefined;
}
/**
 * Makes sure that the commit is on the branch: what is proposed is made of it.
 * @throws Failure `base-moved`
 */
async function requireOnBase(branch, commit, { owner, repo }, { github, repository }) {
    const head = await repository.readBranch(branch);
    if (head === commit)
        return;
    if (head !== undefined && (await isPartOf(head, commit, { owner, repo }, github)))
        return;
    throw new lib_failure/* Failure */.HR({
        reason: "base-moved",
        what: head === undefined
            ? `There is no branch ${JSON.stringify(branch)} in ${owner}/${repo}`
            : `The commit that is checked out, ${commit.slice(0, 12)}, is not on ${branch}`,
        remedy: `Check out ${head === undefined ? "an existing branch, and name it" : branch} in the step before, or name another branch in the input base-branch.`,
    });
}
/** A commit that GitHub does not have was made in this job, or comes from elsewhere. */
async function isPartOf(head, commit, { owner, repo }, github) {
    try {
        const place = await github.compareCommits(owner, repo, head, commit);
        return place === "behind" || place === "identical";
    }
    catch (error) {
        if (error instanceof failure/* GitHubFailure */.i && error.reason === "github-not-found")
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/configuration-tree.js
/** The last argument of this name: where JSON repeats a name, that one counts. */
function attribute(attributes, name) {
    return attributes.findLast((candidate) => candidate.name === name);
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/flaw.js
/**
 * What is wrong with a file that cannot be read. The readers of this folder throw it, findMentions lists it.
 */
/** `why` is a sentence without a full stop; `line` counts from 1. */
class Flaw extends Error {
    name = "Flaw";
    why;
    line;
    constructor(why, line) {
        super(why);
        this.why = why;
        this.line = line;
    }
}
/** The line of an offset, from 1. Line breaks are `\n` and `\r\n`. */
function lineAt(text, offset) {
    let line = 1;
    for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1))
        line += 1;
    return line;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/git-source.js
/** The schemes that are taken to git; no helper program, no file of this machine. */
const SCHEMES = new Set(["https", "http", "ssh", "git"]);
const URL_FORM = /^([a-z][a-z0-9+.-]*):\/\/(?:([^/@]*)@)?([^/@]*)\/(.*)$/i;
/** `git@github.com:acme/network.git` */
const SCP_FORM = /^([^@:/]+)@([^:/@]+):\/?(.+)$/;
const SHORT_FORM = /^(github\.com|bitbucket\.org)\/([^/]+\/[^/]+)/i;
const USER = /^[\w.+][\w.+-]*$/;
const HOST = /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?(?::[0-9]{1,5})?$/u;
const PATH = /^[^\s\\?#"'`<>|;$\u0000-\u001f\u007f]+$/;
/** Reads a source that is not local and not in a registry. */
function parseGitSource(text) {
    const query = text.indexOf("?");
    const before = query === -1 ? text : text.slice(0, query);
    const isForced = before.startsWith("git::");
    const forced = /^([a-z0-9]+)::/i.exec(before)?.[1];
    if (forced !== undefined && !isForced)
        return noReleases(forced);
    const address = parseAddress(isForced ? before.slice("git::".length) : before, isForced);
    if ("why" in address)
        return address;
    const path = withoutDirectory(address.path);
    const isSafe = HOST.test(address.host) && PATH.test(path) && (address.user === "" || USER.test(address.user));
    if (!isSafe || path === "")
        return NO_ADDRESS;
    const refs = query === -1 ? [] : findRefs(text, query + 1);
    const found = {
        is: "git",
        name: `${address.host.toLowerCase()}/${path.replace(/\.git$/, "")}`,
        url: renderUrl({ ...address, path }),
        hasManyRefs: refs.length > 1,
    };
    return refs[0] === undefined ? found : { ...found, ref: refs[0] };
}
const NO_ADDRESS = {
    is: "unknown",
    why: "its source is neither a directory nor the address of a registry or a git repository",
};
function noReleases(kind) {
    return { is: "unknown", why: `modules from ${kind} have no list of releases` };
}
/** The address, or why there is none. */
function parseAddress(text, isForced) {
    const short = SHORT_FORM.exec(text);
    if (short !== null) {
        const [, host = "", repository = ""] = short;
        const path = repository.replace(/\.git$/, "");
        return { scheme: "https", user: "", host, path: `${path}.git` };
    }
    const url = URL_FORM.exec(text);
    if (url !== null) {
        const [, scheme = "", user = "", host = "", path = ""] = url;
        const isGit = isForced || scheme === "ssh" || scheme === "git";
        if (!isGit)
            return noReleases(scheme);
        if (!SCHEMES.has(scheme.toLowerCase())) {
            return { is: "unknown", why: `git is not asked for addresses of the kind ${scheme}` };
        }
        // A password stays out of what is shown and asked; git finds its own.
        const [name = ""] = user.split(":", 1);
        return { scheme: scheme.toLowerCase(), user: scheme === "ssh" ? name : "", host, path };
    }
    const scp = SCP_FORM.exec(text);
    if (scp === null)
        return NO_ADDRESS;
    const [, user = "", host = "", path = ""] = scp;
    return { scheme: "ssh", user, host, path };
}
/** The repository's path: `//` begins a directory in it. */
function withoutDirectory(path) {
    const directory = path.indexOf("//");
    return (directory === -1 ? path : path.slice(0, directory)).replace(/^\/+|\/+$/g, "");
}
function renderUrl({ scheme, user, host, path }) {
    return `${scheme}://${user === "" ? "" : `${user}@`}${host.toLowerCase()}/${path}`;
}
/** The values of `ref` in a query that begins at the offset. */
function findRefs(text, from) {
    const refs = [];
    let at = from;
    for (const pair of text.slice(from).split("&")) {
        if (pair.startsWith("ref=") && pair !== "ref=")
            refs.push({ start: at + "ref=".length, end: at + pair.length });
        at += pair.length + 1;
    }
    return refs;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/registry-host.js
/**
 * Hosts of registries, as they stand in addresses.
 * https://github.com/hashicorp/terraform-svchost/blob/main/svchost.go
 */
/** Labels with a dot between them; localhost only with a port. */
const registry_host_HOST = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?::[0-9]{1,5})?$|^localhost:[0-9]{1,5}$/u;
/** The host in lower case; undefined when the text is none. */
function parseRegistryHost(text) {
    return registry_host_HOST.test(text) ? text.toLowerCase() : undefined;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/module-source.js
/**
 * The `source` of a module: a directory, a registry's address, or a git repository with a ref.
 * https://developer.hashicorp.com/terraform/language/modules/sources
 */


const NAME = /^[0-9A-Za-z](?:[0-9A-Za-z_-]{0,62}[0-9A-Za-z])?$/;
const SYSTEM = /^[0-9a-z]{1,64}$/;
/** Hosts that stand for git, whatever follows. */
const GIT_HOSTS = new Set(["github.com", "bitbucket.org"]);
const LONGEST = 2048;
/** Reads a source; `text` is without escapes, so that the offsets in a git source's ref are those of the file. */
function parseModuleSource(text) {
    if (text.length > LONGEST)
        return { is: "unknown", why: `a source of ${text.length} characters cannot be right` };
    if (/^\.\.?(?:[/\\]|$)/.test(text) || text.startsWith("/"))
        return { is: "local" };
    return parseRegistrySource(text) ?? parseGitSource(text);
}
/** `host/namespace/name/system//directory`; undefined when it is no such address. */
function parseRegistrySource(text) {
    const [address = ""] = text.split("//", 1);
    const [system = "", name = "", namespace = "", ...hosts] = address.split("/").toReversed();
    if (!NAME.test(namespace) || !NAME.test(name) || !SYSTEM.test(system) || hosts.length > 1)
        return undefined;
    if (hosts[0] === undefined)
        return { is: "registry", namespace, name, system };
    const host = parseRegistryHost(hosts[0]);
    if (host === undefined || GIT_HOSTS.has(host))
        return undefined;
    return { is: "registry", host, namespace, name, system };
}

// EXTERNAL MODULE: ./packages/terraform/lib/constraint.js
var lib_constraint = __webpack_require__(583);
// EXTERNAL MODULE: ./packages/terraform/lib/constraint-error.js
var constraint_error = __webpack_require__(4644);
;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/version-text.js
/**
 * Whether a text can be edited as a version, and how it is to be read. It chooses no version.
 */

const TEMPLATE = /\$\{|%\{|\{\{|\$[A-Za-z_(]/;
const PARTIAL = /^(?:prefix:)?v?[0-9]+(?:\.[0-9]+)?$/;
const OPERATOR = /^\s*[=!<>~]/;
/** Names for "whatever is newest", in the tools' files, in setup actions and as tags of images. */
const MOVING = new Map([
    ["latest", "it always means the newest release, so that there is nothing to bring up to date"],
    ["light", "it always means the newest release, so that there is nothing to bring up to date"],
    ["full", "it always means the newest release, so that there is nothing to bring up to date"],
    ["min-required", "it follows required_version by itself"],
    ["latest-allowed", "it follows required_version by itself"],
]);
/** Longer texts are neither a ref nor worth keeping. */
const LONGEST_REF = 256;
/** A repository says the same few versions a thousand times. */
const KNOWN_LIMIT = 1000;
const known = new Map();
/** Judges what stands between the quotes. */
function judgeVersion(text, reading) {
    const key = `${reading} ${text}`;
    const before = known.get(key);
    if (before !== undefined)
        return before;
    const judged = judge(text, reading);
    if (known.size < KNOWN_LIMIT && text.length < LONGEST_REF)
        known.set(key, judged);
    return judged;
}
function judge(text, reading) {
    if (TEMPLATE.test(text))
        return { why: "it is made of a variable: write the version itself to have it kept current" };
    if (reading === "exact")
        return judgeExact(text) ?? { why: whyNotExact(text) };
    if (reading !== "request")
        return judgeConstraint(text, reading);
    const exact = judgeExact(text);
    if (exact !== undefined)
        return exact;
    return OPERATOR.test(text) ? judgeConstraint(text, "core") : { why: whyNotExact(text) };
}
function judgeExact(text) {
    if ((0,lib_version/* parseRelease */.BC)(text) === undefined)
        return undefined;
    return { syntax: { as: "version" }, skip: text.startsWith("v") ? 1 : 0 };
}
function judgeConstraint(text, dialect) {
    try {
        (0,lib_constraint/* parseConstraint */.F)(text, dialect);
        return { syntax: { as: "constraint", dialect }, skip: 0 };
    }
    catch (error) {
        if (!(error instanceof constraint_error/* ConstraintError */.Y))
            throw error;
        return { why: error.message };
    }
}
function whyNotExact(text) {
    const moving = MOVING.get(text);
    if (moving !== undefined)
        return moving;
    if (text.startsWith("latest:"))
        return "it is a pattern, and means the newest release that fits";
    if (PARTIAL.test(text)) {
        return "it is only the beginning of a version, which each tool reads in its own way: write all three numbers";
    }
    if (/[=<>~^*|,xX]/.test(text))
        return "it is a range, and means the newest release that fits";
    return "it is not one exact version";
}
const version_text_TAG = /(?<=^|[^0-9.])[0-9]+\.[0-9]+(?:\.[0-9]+)*(?:-[0-9A-Za-z.-]*)?$/;
/**
 * The syntax of a git ref that is a tag with a version in it: `v1.2.0`, `vpc/v1.2.0`, `release-1.2`. The version has at
 * least two numbers: a lone `v1` is often a tag that moves.
 */
function judgeRef(text) {
    if (TEMPLATE.test(text))
        return { why: "it is made of a variable: write the version itself to have it kept current" };
    if (/^(?:[0-9a-f]{7,40}|[0-9a-f]{64})$/.test(text))
        return { why: "it is a commit, which is not a version" };
    if (/^v?[0-9]+$/.test(text))
        return { why: "it may be a tag that moves: write a tag with all its numbers" };
    if (text.length > LONGEST_REF)
        return { why: "it is longer than a tag can be" };
    if (/[%+\s]/.test(text))
        return { why: "it is written with escapes of URLs" };
    const at = version_text_TAG.exec(text)?.index;
    if (at === undefined)
        return { why: "it is a branch, or a tag without a version in it" };
    return { syntax: { as: "tag", prefix: text.slice(0, at) } };
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/module-version.js


/** Notes the version that a module block names. */
function noteModule(notes, source, version) {
    const isLocal = source?.kind === "text" && parseModuleSource(source.value).is === "local";
    notes.facts.isPartial ||= !isLocal;
    if (source?.kind !== "text") {
        const unclear = version ?? source;
        if (unclear !== undefined)
            notes.doubt({ place: "module version" }, unclear, "its source is not a plain text");
        return;
    }
    const parsed = parseModuleSource(source.value);
    if (parsed.is === "local")
        notes.facts.calls.push(source.value);
    if (parsed.is === "git")
        noteGitSource(notes, "module source", source, parsed);
    if (parsed.is === "unknown")
        noteUnknown(notes, "module source", source, parsed.why);
    if (version === undefined)
        return;
    const subject = parsed.is === "registry" ? registrySubject(parsed) : undefined;
    if (subject === undefined) {
        notes.doubt({ place: "module version" }, version, "terraform takes a version only for modules of a registry");
    }
    else if (version.kind === "text") {
        notes.version(subject, "module version", "module", version.content, version.value);
    }
    else
        notes.doubt({ subject, place: "module version" }, version, "it is not a plain text in quotes");
}
/** What a registry's address is the address of. */
function registrySubject(source) {
    return { ...source, is: "registry-module" };
}
/** Notes the ref of a git address; one without a ref means the newest commit, and names no version. */
function noteGitSource(notes, place, source, parsed) {
    if (parsed.ref === undefined)
        return;
    const subject = { is: "git-module", name: parsed.name, url: parsed.url };
    const { content, value } = source;
    if (value !== notes.text.slice(content.start, content.end)) {
        notes.doubt({ subject, place }, content, "it is written with escape sequences: write the characters themselves");
        return;
    }
    const span = { start: content.start + parsed.ref.start, end: content.start + parsed.ref.end };
    const judged = parsed.hasManyRefs
        ? { why: "it has more than one ref" }
        : judgeRef(notes.text.slice(span.start, span.end));
    if ("why" in judged)
        notes.doubt({ subject, place }, span, judged.why);
    else
        notes.see(subject, place, judged.syntax, span);
}
/** A source without a list of releases is worth a word only when it seems to name a version. */
function noteUnknown(notes, place, source, why) {
    if (/[0-9]\.[0-9]|[?&](?:ref|tag|digest|rev|version)=/.test(source.value))
        notes.doubt({ place }, source.content, why);
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/provider-source.js
/**
 * The `source` of a provider.
 * https://developer.hashicorp.com/terraform/language/providers/requirements#source-addresses
 */

const PART = /^[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?$/u;
const provider_source_LONGEST = 512;
/**
 * Where a source is registered. "builtin" for the one that is part of terraform, undefined for what is no source.
 * Without a source a provider is `hashicorp/<local name>`: give the local name.
 */
function parseProviderSource(source) {
    if (source.length > provider_source_LONGEST)
        return undefined;
    const parts = source.toLowerCase().split("/");
    const [type = "", namespace = "hashicorp", host] = parts.toReversed();
    if (parts.length > 3 || !PART.test(type))
        return undefined;
    if (host !== undefined && parseRegistryHost(host) === undefined)
        return undefined;
    if (host === "terraform.io" && namespace === "builtin")
        return "builtin";
    // hashicorp/terraform was its name until terraform 0.13, and still means the same.
    if (host === undefined && namespace === "hashicorp" && type === "terraform")
        return "builtin";
    if (!PART.test(namespace))
        return undefined;
    return host === undefined ? { namespace, type } : { host, namespace, type };
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/configuration-versions.js
/**
 * Where configuration names versions: terraform itself, providers, modules, workspaces. HCL and JSON alike.
 */




/** How many labels the blocks have that are looked into. */
const LABELS = new Map([
    ["terraform", 0],
    ["provider", 1],
    ["module", 1],
    ["resource", 2],
]);
/** Notes every version in a file of configuration, and what it tells about its directory. Throws a Flaw. */
function noteConfiguration(notes, { attributes, blocks }) {
    requireBlocks(notes, attributes, [...LABELS.keys()]);
    for (const block of blocks) {
        const labels = LABELS.get(block.type);
        if (labels !== undefined && labels !== block.labels.length) {
            throw new Flaw(`a block "${block.type}" has ${labels} labels, not ${block.labels.length}`, lineAt(notes.text, block.start));
        }
        if (block.type === "terraform")
            noteTerraform(notes, block.read());
        else if (block.type === "provider")
            noteProvider(notes, block);
        else if (block.type === "module")
            noteCall(notes, block);
        else if (block.type === "resource" && block.labels[0] === "tfe_workspace")
            noteWorkspace(notes, block);
    }
}
/** Terraform refuses a block that is written as an argument. */
function requireBlocks(notes, attributes, names) {
    const wrong = attributes.find(({ name }) => names.includes(name));
    if (wrong === undefined)
        return;
    throw new Flaw(`"${wrong.name}" is a block, and has no equals sign`, lineAt(notes.text, wrong.value.start));
}
function noteTerraform(notes, { attributes, blocks }) {
    const subject = { is: "terraform" };
    requireBlocks(notes, attributes, ["required_providers", "backend", "cloud"]);
    for (const { name, value } of attributes) {
        if (name !== "required_version")
            continue;
        if (value.kind === "text")
            notes.version(subject, "required_version", "core", value.content, value.value);
        else
            notes.doubt({ subject, place: "required_version" }, value, NOT_PLAIN);
    }
    for (const block of blocks) {
        if (block.type === "backend" || block.type === "cloud")
            notes.facts.hasBackend = true;
        if (block.type === "required_providers")
            for (const entry of block.read().attributes)
                noteRequirement(notes, entry);
    }
}
const NOT_PLAIN = "it is not a plain text in quotes";
/** `aws = { source = …, version = … }`, or the old form `aws = "~> 2.0"`. */
function noteRequirement(notes, { name, value }) {
    const place = "required_providers";
    if (value.kind === "other") {
        notes.facts.locals.set(name, "unclear");
        notes.doubt({ place }, value, NOT_PLAIN);
        return;
    }
    const members = value.kind === "object" ? value.read() : [];
    const source = attribute(members, "source")?.value;
    const version = value.kind === "text" ? value : attribute(members, "version")?.value;
    const address = addressOf(name, source);
    notes.facts.locals.set(name, address);
    if (address === "builtin")
        return;
    if (address !== "unclear")
        return noteProviderVersion(notes, { is: "provider", ...address }, place, version);
    notes.facts.isPartial = true;
    notes.doubt({ place }, source ?? value, "its source is not the address of a provider, written as a plain text");
}
function addressOf(local, source) {
    if (source !== undefined && source.kind !== "text")
        return "unclear";
    return parseProviderSource(source?.value ?? local) ?? "unclear";
}
function noteProvider(notes, block) {
    const [local = ""] = block.labels;
    const version = attribute(block.read().attributes, "version")?.value;
    if (version !== undefined)
        noteProviderVersion(notes, { is: "local-provider", local }, "provider block", version);
}
function noteProviderVersion(notes, subject, place, version) {
    let constraint = "";
    if (version?.kind === "text") {
        const isClear = notes.version(subject, place, "provider", version.content, version.value);
        if (isClear)
            constraint = version.value;
    }
    else if (version !== undefined)
        notes.doubt({ subject, place }, version, NOT_PLAIN);
    notes.facts.isPartial ||= version !== undefined && constraint === "";
    notes.facts.asked.push({ subject, constraint });
}
function noteCall(notes, block) {
    const { attributes } = block.read();
    noteModule(notes, attribute(attributes, "source")?.value, attribute(attributes, "version")?.value);
}
function noteWorkspace(notes, block) {
    const version = attribute(block.read().attributes, "terraform_version")?.value;
    const subject = { is: "terraform", product: "terraform" };
    if (version?.kind === "text")
        notes.version(subject, "tfe_workspace", "request", version.content, version.value);
    else if (version !== undefined)
        notes.doubt({ subject, place: "tfe_workspace" }, version, NOT_PLAIN);
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/container-image.js
/** From any registry, mirrors among them: `ghcr.io/opentofu/opentofu:1.9.0-minimal@sha256:…` */
const IMAGE = /^(?:[^\s:@]*(?::[0-9]+)?[^\s:@]*\/)?(hashicorp\/terraform|opentofu\/opentofu):([^\s@]+)(@\S+)?$/;
const container_image_LONGEST = 512;
/** The tags of releases; behind them a variant may be named. */
const VERSION = /^v?([0-9]+\.[0-9]+\.[0-9]+(?:-(?:alpha|beta|rc)[0-9.]*)?)(?:-[a-z0-9_.-]+)?$/;
/** Reads an image's name; undefined for other images, and where no tag is named. */
function parseTerraformImage(text) {
    const [whole, name = "", tag = "", digest = ""] = text.length > container_image_LONGEST ? [] : (IMAGE.exec(text) ?? []);
    if (whole === undefined)
        return undefined;
    const start = text.length - digest.length - tag.length;
    const image = {
        product: name === "hashicorp/terraform" ? "terraform" : "opentofu",
        tag: { start, end: start + tag.length },
        hasDigest: digest !== "",
    };
    const version = VERSION.exec(tag)?.[1];
    if (version === undefined)
        return image;
    const at = start + (tag.startsWith("v") ? 1 : 0);
    return { ...image, version: { start: at, end: at + version.length } };
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/version-file-lines.js
const place = "version file";
/** The lines of a text without their ends; a BOM is no part of the first. */
function linesOf(text) {
    const lines = [];
    let start = text.startsWith("\uFEFF") ? 1 : 0;
    for (const found of text.matchAll(/\r\n|[\r\n]/g)) {
        lines.push({ start, end: found.index });
        start = found.index + found[0].length;
    }
    lines.push({ start, end: text.length });
    return lines;
}
/** What counts of a line: without white space around it and without a comment behind it. */
function contentOf(text, { start, end }, comment) {
    const line = text.slice(start, end).replace(comment, "");
    const content = line.trimStart();
    return {
        start: start + line.length - content.length,
        end: start + line.length - content.length + content.trimEnd().length,
    };
}
/** .terraform-version, .opentofu-version, .tfswitchrc: one line with the version. */
function noteBareVersion(notes, product) {
    const subject = { is: "terraform", product };
    const contents = linesOf(notes.text).map((line) => contentOf(notes.text, line, /^\s*#.*/));
    const [first, second] = contents.filter(({ start, end }) => end > start);
    if (first === undefined)
        return;
    if (second === undefined)
        notes.version(subject, place, "request", first);
    else
        notes.doubt({ subject, place }, second, "the file names more than one version, of which only one can be used");
}
/** .tool-versions: `terraform 1.5.7 1.4.0 # comment`; the first version is the one that is used. */
function noteToolVersions(notes) {
    for (const line of linesOf(notes.text)) {
        const { start, end } = contentOf(notes.text, line, /#.*/);
        const [, tool = "", space = "", version = ""] = /^(terraform|opentofu)([ \t]+)(\S+)/.exec(notes.text.slice(start, end)) ?? [];
        if (tool !== "terraform" && tool !== "opentofu")
            continue;
        const at = start + tool.length + space.length;
        notes.version({ is: "terraform", product: tool }, place, "exact", { start: at, end: at + version.length });
    }
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/dockerfile-instructions.js

const ESCAPE_DIRECTIVE = /^#\s*escape\s*=\s*([\\`])\s*$/i;
const KEYWORD = /^(\s*(?:ONBUILD\s+)?([A-Za-z]+))(?:\s|$)/i;
const HEREDOC = /<<-?(["']?)([A-Za-z_][\w.-]*)\1/g;
const WITH_HEREDOC = new Set(["RUN", "COPY", "ADD"]);
/** Reads the instructions of a file; what is none is passed over. */
function readInstructions(text) {
    const lines = linesOf(text);
    const escape = escapeOf(text, lines);
    const instructions = [];
    for (let index = 0; index < lines.length;) {
        const line = lines[index];
        index += 1;
        const raw = line === undefined ? "" : text.slice(line.start, line.end);
        const [, before = "", keyword = ""] = raw.trimStart().startsWith("#") ? [] : (KEYWORD.exec(raw) ?? []);
        if (line === undefined || keyword === "")
            continue;
        const parts = [withoutEscape(raw, escape)];
        while (parts.at(-1)?.isContinued === true && index < lines.length) {
            const next = lines[index];
            if (next === undefined)
                break;
            index += 1;
            // Line ends are blanked too, so that the offsets stay.
            parts.push({ text: " ".repeat(next.start - (lines[index - 2]?.end ?? next.start)), isContinued: true });
            const more = text.slice(next.start, next.end);
            const isComment = more.trimStart().startsWith("#") || more.trim() === "";
            parts.push(isComment ? { text: " ".repeat(more.length), isContinued: true } : withoutEscape(more, escape));
        }
        const written = parts.map((part) => part.text).join("");
        const start = line.start + before.length;
        const name = keyword.toUpperCase();
        instructions.push({ keyword: name, start, end: line.start + written.length, text: written.slice(before.length) });
        if (WITH_HEREDOC.has(name))
            index = behindHeredocs(text, lines, index, written);
    }
    return instructions;
}
/** The line, blanked where it says that it is continued. */
function withoutEscape(line, escape) {
    const content = line.trimEnd();
    if (!content.endsWith(escape))
        return { text: line, isContinued: false };
    return { text: content.slice(0, -1).padEnd(line.length), isContinued: true };
}
/** Directives stand in the first lines; a backtick is what continues a line in files for Windows. */
function escapeOf(text, lines) {
    for (const { start, end } of lines) {
        const line = text.slice(start, end).trim();
        if (!line.startsWith("#"))
            return "\\";
        const escape = ESCAPE_DIRECTIVE.exec(line)?.[1];
        if (escape !== undefined)
            return escape;
    }
    return "\\";
}
/** The index of the line behind the here-documents that an instruction opens. */
function behindHeredocs(text, lines, from, instruction) {
    let index = from;
    for (const [opener, , marker = ""] of instruction.matchAll(HEREDOC)) {
        for (let isOpen = true; isOpen && index < lines.length; index += 1) {
            const line = text.slice(lines[index]?.start, lines[index]?.end);
            isOpen = (opener.startsWith("<<-") ? line.replace(/^\t+/, "") : line) !== marker;
        }
    }
    return index;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/dockerfile-versions.js


const dockerfile_versions_place = "Dockerfile";
const ASSIGNMENT = /(?<=^|\s)([A-Za-z_]\w*)=("[^"\n]*"|'[^'\n]*'|[^\s"'\\]*)(?=\s|$)/g;
const OLD_ENV = /^(\s+)([A-Za-z_]\w*)([ \t]+)(\S+)\s*$/;
const FROM = /^((?:\s+--\S+)*\s+)(\S+)/;
const COPY_FROM = /^((?:\s+--\S+)*?\s+--from=)(\S+)/;
const VARIABLE = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))$/;
/** The product that a variable of this name is about, in a file or workflow with this text; undefined when it is another thing. */
function productOfVariable(name, text) {
    switch (name.toUpperCase()) {
        case "TERRAFORM_VERSION":
            return "terraform";
        case "TOFU_VERSION":
        case "OPENTOFU_VERSION":
            return "opentofu";
        // TensorFlow is called so, too: the file has to say which one it is about.
        case "TF_VERSION":
            return /terraform/i.test(text) ? "terraform" : /tofu/i.test(text) ? "opentofu" : undefined;
        default:
            return undefined;
    }
}
/** Notes the versions of a Dockerfile. */
function noteDockerfile(notes) {
    const instructions = readInstructions(notes.text);
    const defaults = new Map();
    for (const instruction of instructions) {
        if (instruction.keyword !== "ARG" && instruction.keyword !== "ENV")
            continue;
        for (const [name, value] of assignments(instruction)) {
            if (instruction.keyword === "ARG")
                defaults.set(name, value);
            const product = productOfVariable(name, notes.text);
            if (product !== undefined && value.end > value.start)
                noteVariable(notes, product, value);
        }
    }
    for (const instruction of instructions) {
        const image = imageOf(instruction);
        if (image !== undefined)
            noteImage(notes, image, defaults);
    }
}
function noteVariable(notes, product, value) {
    notes.version({ is: "terraform", product }, dockerfile_versions_place, "exact", value);
}
/** `NAME=value` as often as it is there, and `ENV NAME value`; the value without its quotes. */
function assignments({ keyword, start, text }) {
    const old = keyword === "ENV" ? OLD_ENV.exec(text) : null;
    if (old !== null && !(old[4] ?? "").includes("=")) {
        const [, before = "", name = "", space = "", value = ""] = old;
        const at = start + before.length + name.length + space.length;
        return [[name, { start: at, end: at + value.length }]];
    }
    return [...text.matchAll(ASSIGNMENT)].map(([whole, name = "", value = ""], index, all) => {
        const end = start + (all[index]?.index ?? 0) + whole.length;
        const quotes = /^["']/.test(value) ? 1 : 0;
        return [name, { start: end - value.length + quotes, end: end - quotes }];
    });
}
/** The image that an instruction takes. */
function imageOf({ keyword, start, text }) {
    const pattern = keyword === "FROM" ? FROM : keyword === "COPY" || keyword === "ADD" ? COPY_FROM : undefined;
    const [, before = "", image = ""] = pattern?.exec(text) ?? [];
    const at = start + before.length;
    return image === "" ? undefined : { start: at, end: at + image.length };
}
function noteImage(notes, span, defaults) {
    const image = parseTerraformImage(notes.text.slice(span.start, span.end));
    if (image === undefined)
        return;
    const tag = { start: span.start + image.tag.start, end: span.start + image.tag.end };
    const [, braced, bare] = VARIABLE.exec(notes.text.slice(tag.start, tag.end)) ?? [];
    const value = defaults.get(braced ?? bare ?? "");
    if (value !== undefined && !image.hasDigest)
        return noteVariable(notes, image.product, value);
    noteTag(notes, dockerfile_versions_place, span.start, image);
}
/** Notes the tag of an image whose name begins at the offset. */
function noteTag(notes, where, start, { product, tag, version, hasDigest }) {
    const subject = { is: "terraform", product };
    const span = version ?? tag;
    const place = { start: start + span.start, end: start + span.end };
    if (!hasDigest)
        notes.version(subject, where, "exact", place);
    else
        notes.doubt({ subject, place: where }, place, "the image is pinned by its digest, which names one release");
}

// EXTERNAL MODULE: ./packages/terraform/lib/hcl-scan.js + 1 modules
var hcl_scan = __webpack_require__(4055);
;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/hcl-tree.js
/**
 * The structure of a file in HCL: blocks, arguments, literal texts with their offsets, on top of the lexer. A file whose
 * brackets, quotes or bodies are not in order is refused, so that no version is taken from a misread place.
 * It evaluates nothing and knows no terraform.
 */


const CLOSERS = { "{": "}", "(": ")", "[": "]" };
const OPENED = new Set(Object.values(CLOSERS));
/** The top of a file. Throws a Flaw; reading a block's body can throw one, too. Linear, whatever the text holds. */
function readHclTree(text) {
    const tree = { text, tokens: [], closer: [] };
    const open = [];
    for (const token of (0,hcl_scan/* scanHcl */.J)(text)) {
        const { kind } = token;
        if (kind === "space" || kind === "comment" || kind === "bom")
            continue;
        if (kind === "invalid")
            throw flaw(tree, token, "a character here has no meaning in HCL, or something is not ended");
        const index = tree.tokens.push(token) - 1;
        tree.closer.push(0);
        const closes = closerOf(text, token);
        if (closes !== undefined)
            open.push({ index, closes });
        else if (isCloser(text, token))
            hcl_tree_close(tree, open, index);
    }
    const unclosed = open.pop();
    if (unclosed !== undefined)
        throw flaw(tree, tree.tokens[unclosed.index], "what begins here is never closed");
    return readBody(tree, 0, tree.tokens.length);
}
function flaw(tree, token, why) {
    return new Flaw(why, lineAt(tree.text, token?.start ?? tree.text.length));
}
/** What closes the token: a kind of token, or a bracket; undefined when it opens nothing. */
function closerOf(text, { kind, start, end }) {
    if (kind === "operator")
        return end === start + 1 ? CLOSERS[text.charAt(start)] : undefined;
    return kind.endsWith("-open") ? `${kind.slice(0, -"open".length)}close` : undefined;
}
function isCloser(text, { kind, start, end }) {
    return kind === "operator" ? end === start + 1 && OPENED.has(text.charAt(start)) : kind.endsWith("-close");
}
function hcl_tree_close(tree, open, index) {
    const token = tree.tokens[index];
    const last = open.pop();
    const name = token?.kind === "operator" ? tree.text.charAt(token.start) : token?.kind;
    if (last === undefined || last.closes !== name)
        throw flaw(tree, token, "it closes what was not opened");
    tree.closer[last.index] = index;
}
function slice({ text, tokens }, index) {
    const token = tokens[index];
    return token === undefined ? "" : text.slice(token.start, token.end);
}
function isOperator(tree, index, operator) {
    return tree.tokens[index]?.kind === "operator" && slice(tree, index) === operator;
}
function readBody(tree, from, to) {
    const body = { attributes: [], blocks: [] };
    let index = from;
    while (index < to) {
        const token = tree.tokens[index];
        if (token?.kind === "newline")
            index += 1;
        else if (token?.kind !== "identifier")
            throw flaw(tree, token, "neither an argument nor a block begins like this");
        else if (isOperator(tree, index + 1, "=")) {
            const end = expressionEnd(tree, index + 2, to, false);
            if (end === index + 2)
                throw flaw(tree, token, "the argument has no value");
            body.attributes.push({ name: slice(tree, index), value: readValue(tree, index + 2, end) });
            index = end;
        }
        else
            index = readBlock(tree, index, to, body);
    }
    return body;
}
/** Adds the block at `at` to the body; the index behind it. */
function readBlock(tree, at, to, body) {
    const labels = [];
    let index = at + 1;
    while (index < to && !isOperator(tree, index, "{")) {
        const token = tree.tokens[index];
        if (token?.kind !== "identifier" && token?.kind !== "quote-open") {
            throw flaw(tree, token, "neither an argument nor a block goes on like this");
        }
        const end = token.kind === "identifier" ? index + 1 : (tree.closer[index] ?? to) + 1;
        const value = readValue(tree, index, end);
        labels.push(token.kind === "identifier" ? slice(tree, index) : value.kind === "text" ? value.value : "");
        index = end;
    }
    if (index >= to)
        throw flaw(tree, tree.tokens[at], "neither an argument nor a block goes on like this");
    const closer = tree.closer[index] ?? to;
    const inside = index + 1;
    const start = tree.tokens[at]?.start ?? 0;
    body.blocks.push({ type: slice(tree, at), start, labels, read: () => readBody(tree, inside, closer) });
    const next = closer + 1;
    if (next < to && tree.tokens[next]?.kind !== "newline") {
        throw flaw(tree, tree.tokens[next], "a new line has to begin behind a block");
    }
    return next;
}
/** The index behind an expression: its line break or, in an object, also its comma. */
function expressionEnd(tree, from, to, isInObject) {
    for (let index = from; index < to; index += 1) {
        if (tree.tokens[index]?.kind === "newline" || (isInObject && isOperator(tree, index, ",")))
            return index;
        const closer = tree.closer[index] ?? 0;
        if (closer > 0)
            index = closer;
    }
    return to;
}
function readValue(tree, from, to) {
    const { text, tokens, closer } = tree;
    const start = tokens[from]?.start ?? text.length;
    const span = { start, end: Math.max(start, tokens[to - 1]?.end ?? start) };
    if (closer[from] !== to - 1)
        return { ...span, kind: "other" };
    if (isOperator(tree, from, "{"))
        return { ...span, kind: "object", read: () => readObject(tree, from + 1, to - 1) };
    const isLiteral = to - from === 2 || (to - from === 3 && tokens[from + 1]?.kind === "literal");
    if (tokens[from]?.kind !== "quote-open" || !isLiteral)
        return { ...span, kind: "other" };
    const content = { start: span.start + 1, end: span.end - 1 };
    const value = (0,hcl_blocks/* unescapeQuoted */.Ln)(text.slice(content.start, content.end));
    return value === undefined ? { ...span, kind: "other" } : { ...span, kind: "text", value, content };
}
/** The members of an object; those whose names are expressions are left out. */
function readObject(tree, from, to) {
    const attributes = [];
    let index = from;
    while (index < to) {
        const end = expressionEnd(tree, index, to, true);
        const isQuoted = tree.tokens[index]?.kind === "quote-open";
        const behind = isQuoted ? (tree.closer[index] ?? to) + 1 : index + 1;
        if (behind < end && (isOperator(tree, behind, "=") || isOperator(tree, behind, ":"))) {
            const key = isQuoted ? readValue(tree, index, behind) : undefined;
            const name = key === undefined ? slice(tree, index) : key.kind === "text" ? key.value : "";
            attributes.push({ name, value: readValue(tree, behind + 1, end) });
        }
        index = end + 1;
    }
    return attributes;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/json-tree.js
/**
 * A JSON document with the offset of everything in it: order and repeated names stay, which JSON.parse would lose.
 * It knows no terraform. Values deeper than any configuration are read, too: nothing here calls itself.
 */

const TOKEN = /[{}[\]:,]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"|[-+.0-9A-Za-z]+/y;
const SPACE = /[ \t\r\n]*/y;
const WORD = /^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$/;
/** The tokens of a document, without the white space and the BOM. Throws a Flaw. */
function scanJson(text) {
    const tokens = [];
    let at = text.startsWith("\uFEFF") ? 1 : 0;
    for (;;) {
        SPACE.lastIndex = at;
        at += SPACE.exec(text)?.[0].length ?? 0;
        if (at === text.length)
            return tokens;
        TOKEN.lastIndex = at;
        const found = TOKEN.exec(text)?.[0];
        const first = text.charAt(at);
        const kind = first === '"' ? "text" : "{}[]:,".includes(first) ? "mark" : "word";
        if (found === undefined || (kind === "word" && !WORD.test(found)))
            throw notJson(text, at);
        tokens.push({ kind, start: at, end: at + found.length });
        at += found.length;
    }
}
function notJson(text, offset) {
    return new Flaw("it is not JSON", lineAt(text, offset));
}
/** The value that a document is. Throws a Flaw. */
function readJsonTree(text) {
    const reader = { text, tokens: scanJson(text), at: 0 };
    const open = [];
    const document = readNode(reader);
    if (isContainer(document))
        open.push(document);
    for (let inner = open.at(-1); inner !== undefined; inner = open.at(-1)) {
        const value = readNext(reader, inner);
        if (value === undefined)
            open.pop();
        else if (isContainer(value))
            open.push(value);
    }
    if (reader.at < reader.tokens.length)
        throw fail(reader);
    return document;
}
function isContainer(node) {
    return node.kind === "object" || node.kind === "list";
}
function fail({ text, tokens, at }) {
    return notJson(text, tokens[at]?.start ?? text.length);
}
function isMark({ text, tokens, at }, mark) {
    const token = tokens[at];
    return token?.kind === "mark" && text.charAt(token.start) === mark;
}
/** The value at the cursor; a container without what is in it. */
function readNode(reader) {
    const token = reader.tokens[reader.at];
    if (token === undefined)
        throw fail(reader);
    const { start, end } = token;
    if (token.kind === "word") {
        reader.at += 1;
        return { start, end, kind: "other" };
    }
    if (token.kind === "text") {
        reader.at += 1;
        const value = JSON.parse(reader.text.slice(start, end));
        return { start, end, kind: "text", value: String(value), content: { start: start + 1, end: end - 1 } };
    }
    const isObject = isMark(reader, "{");
    if (!isObject && !isMark(reader, "["))
        throw fail(reader);
    reader.at += 1;
    return isObject ? { start, end, kind: "object", members: [] } : { start, end, kind: "list", items: [] };
}
/** Adds the next value to the container; undefined at its end. */
function readNext(reader, inner) {
    const isFirst = inner.kind === "object" ? inner.members.length === 0 : inner.items.length === 0;
    if (isMark(reader, inner.kind === "object" ? "}" : "]")) {
        inner.end = reader.tokens[reader.at]?.end ?? inner.end;
        reader.at += 1;
        return undefined;
    }
    if (!isFirst) {
        if (!isMark(reader, ","))
            throw fail(reader);
        reader.at += 1;
    }
    if (inner.kind === "list") {
        const value = readNode(reader);
        inner.items.push(value);
        return value;
    }
    const key = readNode(reader);
    if (key.kind !== "text" || !isMark(reader, ":"))
        throw fail(reader);
    reader.at += 1;
    const value = readNode(reader);
    inner.members.push({ name: key.value, value });
    return value;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/json-configuration.js

function schema(labels, blocks = []) {
    return { labels, blocks: new Map(blocks) };
}
const TERRAFORM = schema(0, [
    ["required_providers", schema(0)],
    ["backend", schema(1)],
    ["cloud", schema(0)],
]);
const FILE = schema(0, [
    ["terraform", TERRAFORM],
    ["provider", schema(1)],
    ["module", schema(1)],
    ["resource", schema(2)],
]);
/** The top of a .tf.json file. Throws a Flaw. */
function readJsonConfiguration(text) {
    const bodies = [...objects(readJsonTree(text))].map((object) => json_configuration_readBody(object, FILE));
    return { attributes: bodies.flatMap((body) => body.attributes), blocks: bodies.flatMap((body) => body.blocks) };
}
/** The objects that a node stands for: itself, or the elements of a list. */
function objects(node) {
    const items = node.kind === "list" ? node.items : [node];
    return items.filter((item) => item.kind === "object");
}
function json_configuration_readBody(object, { blocks }) {
    const body = { attributes: [], blocks: [] };
    for (const { name, value } of object.members) {
        const inner = blocks.get(name);
        if (inner === undefined)
            body.attributes.push({ name, value: json_configuration_valueOf(value) });
        else
            body.blocks.push(...readBlocks(name, value, inner));
    }
    return body;
}
/** Each label is one more object around the body. */
function readBlocks(type, node, inner) {
    let found = [{ labels: [], node }];
    for (let depth = 0; depth < inner.labels; depth += 1) {
        found = found.flatMap(({ labels, node }) => {
            const members = objects(node).flatMap((object) => object.members);
            return members.map((member) => ({ labels: [...labels, member.name], node: member.value }));
        });
    }
    return found.flatMap(({ labels, node }) => {
        return objects(node).map((object) => ({
            type,
            start: object.start,
            labels,
            read: () => json_configuration_readBody(object, inner),
        }));
    });
}
function json_configuration_valueOf(node) {
    const { start, end } = node;
    // A template is not a plain text, although JSON has no other quotes for it.
    if (node.kind === "text" && !/[$%]\{/.test(node.value)) {
        return { start, end, kind: "text", value: node.value, content: node.content };
    }
    if (node.kind !== "object")
        return { start, end, kind: "other" };
    const read = () => node.members.map(({ name, value }) => ({ name, value: json_configuration_valueOf(value) }));
    return { start, end, kind: "object", read };
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/sighting.js

const sighting_LONGEST = 120;
/** The notes that are taken while a file is read. */
class Notes {
    text;
    sightings = [];
    doubts = [];
    facts = { calls: [], isPartial: false, hasBackend: false, locals: new Map(), asked: [] };
    #seen = new Set();
    #lineEnds;
    constructor(text) {
        this.text = text;
    }
    /** Nothing was noted. */
    get isEmpty() {
        return this.sightings.length === 0 && this.doubts.length === 0;
    }
    /**
     * Notes a version that is written between the offsets, or why it cannot be edited. `value` is what the text means;
     * it is another text where escapes are used. True when it can be edited.
     */
    version(subject, place, reading, span, value) {
        const text = this.text.slice(span.start, span.end);
        if (value !== undefined && value !== text) {
            this.doubt({ subject, place }, span, "it is written with escape sequences: write the characters themselves");
            return false;
        }
        const judged = judgeVersion(text, reading);
        if ("why" in judged) {
            this.doubt({ subject, place }, span, judged.why);
            return false;
        }
        this.see(subject, place, judged.syntax, { start: span.start + judged.skip, end: span.end });
        return true;
    }
    see(subject, place, syntax, span) {
        // Two steps can read one variable: it is one place all the same.
        if (this.#seen.has(span.start))
            return;
        this.#seen.add(span.start);
        const text = this.text.slice(span.start, span.end);
        this.sightings.push({ subject, place, syntax, span, text, line: this.#line(span.start) });
    }
    doubt(what, span, why) {
        if (this.#seen.has(span.start))
            return;
        this.#seen.add(span.start);
        const { subject, place } = what;
        const written = this.text.slice(span.start, Math.min(span.end, span.start + sighting_LONGEST)).trim();
        const [first = ""] = written.split(/\r?\n/, 1);
        const text = first === written && span.end - span.start <= sighting_LONGEST ? first : `${first}…`;
        const doubt = { place, text, line: this.#line(span.start), why };
        this.doubts.push(subject === undefined ? doubt : { ...doubt, subject });
    }
    /** The line of an offset, from 1: the line ends are looked up once, however many versions a file has. */
    #line(offset) {
        if (this.#lineEnds === undefined) {
            this.#lineEnds = [];
            for (let at = this.text.indexOf("\n"); at !== -1; at = this.text.indexOf("\n", at + 1))
                this.#lineEnds.push(at);
        }
        let low = 0;
        let high = this.#lineEnds.length;
        while (low < high) {
            const middle = (low + high) >>> 1;
            if ((this.#lineEnds[middle] ?? 0) < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low + 1;
    }
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/terragrunt-sources.js
/**
 * Where terragrunt names versions: the sources of its modules and stacks, and the terraform that it asks for.
 * https://terragrunt.gruntwork.io/docs/reference/config-blocks-and-attributes/#terraform
 */



const terragrunt_sources_place = "terragrunt";
const BLOCKS = new Set(["terraform", "unit", "stack"]);
const terragrunt_sources_REGISTRY = /^tfr:\/\/([^/]*)\/([^?]*)\?(?:[^&]*&)*?version=([^&]*)/;
const GENERATED = /\brequired_(?:version|providers)\b/;
/** Notes the versions in a file of terragrunt. Throws a Flaw. */
function noteTerragrunt(notes, { attributes, blocks }) {
    const subject = { is: "terraform" };
    const wanted = attribute(attributes, "terraform_version_constraint")?.value;
    if (wanted?.kind === "text")
        notes.version(subject, terragrunt_sources_place, "core", wanted.content, wanted.value);
    else if (wanted !== undefined)
        notes.doubt({ subject, place: terragrunt_sources_place }, wanted, "it is not a plain text in quotes");
    for (const block of blocks) {
        if (BLOCKS.has(block.type))
            noteSource(notes, attribute(block.read().attributes, "source")?.value);
        if (block.type === "generate")
            noteGenerated(notes, attribute(block.read().attributes, "contents")?.value);
    }
}
function noteSource(notes, source) {
    if (source === undefined)
        return;
    if (source.kind !== "text") {
        // Without a ref or a version in it, it is a directory that terragrunt computes.
        const names = /[?&](?:ref|version)=/.test(notes.text.slice(source.start, source.end));
        if (names)
            notes.doubt({ place: terragrunt_sources_place }, source, "its source is not a plain text");
        return;
    }
    if (source.value.startsWith("tfr://"))
        return noteRegistry(notes, source);
    const parsed = parseModuleSource(source.value);
    if (parsed.is === "git")
        noteGitSource(notes, terragrunt_sources_place, source, parsed);
    if (parsed.is === "unknown")
        noteUnknown(notes, terragrunt_sources_place, source, parsed.why);
}
/** `tfr://host/namespace/name/system//directory?version=1.2.0`; without a host the default one. */
function noteRegistry(notes, source) {
    const [whole = "", host = "", path = "", version = ""] = terragrunt_sources_REGISTRY.exec(source.value) ?? [];
    const parsed = parseRegistrySource(host === "" ? path : `${host}/${path}`);
    const isPlain = source.value === notes.text.slice(source.content.start, source.content.end);
    if (parsed === undefined || !isPlain) {
        notes.doubt({ place: terragrunt_sources_place }, source.content, "it is not the address and the version of a module in a registry");
        return;
    }
    const end = source.content.start + whole.length;
    notes.version(registrySubject(parsed), terragrunt_sources_place, "exact", { start: end - version.length, end });
}
/** Configuration that terragrunt writes from a text: what is in it is not configuration yet. */
function noteGenerated(notes, contents) {
    if (contents === undefined || !GENERATED.test(notes.text.slice(contents.start, contents.end)))
        return;
    notes.doubt({ place: terragrunt_sources_place }, contents, "it is in a text that terragrunt generates a file from");
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/tflint-plugins.js
/**
 * The versions of tflint's plugins.
 * https://github.com/terraform-linters/tflint/blob/master/docs/user-guide/plugins.md
 */


const tflint_plugins_place = "tflint plugin";
/** `github.com/terraform-linters/tflint-ruleset-aws` */
const SOURCE = /^[A-Za-z0-9.-]+\.[A-Za-z0-9-]+\/[\w.-]+\/[\w.-]+$/;
/** Notes the plugins of a .tflint.hcl file. Throws a Flaw. */
function noteTflintPlugins(notes, { blocks }) {
    for (const block of blocks) {
        if (block.type !== "plugin")
            continue;
        const { attributes } = block.read();
        const version = attribute(attributes, "version")?.value;
        const source = attribute(attributes, "source")?.value;
        if (version === undefined)
            continue;
        const subject = source?.kind === "text" ? subjectOf(source.value) : undefined;
        if (version.kind !== "text")
            notes.doubt({ subject, place: tflint_plugins_place }, version, "it is not a plain text in quotes");
        else if (subject === undefined)
            notes.doubt({ place: tflint_plugins_place }, version.content, "the plugin has no source that can be looked up");
        else
            notes.version(subject, tflint_plugins_place, "exact", version.content, version.value);
    }
}
function subjectOf(source) {
    const parsed = SOURCE.test(source) ? parseGitSource(`git::https://${source}.git`) : undefined;
    return parsed?.is === "git" ? { is: "tflint-plugin", name: parsed.name, url: parsed.url } : undefined;
}

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/toml-texts.js
const BLANK = /(?:[ \t\r\n]+|#[^\n]*)*/y;
const toml_texts_SPACE = /[ \t]*/y;
const KEY = /[A-Za-z0-9_-]+|"[^"\\\n]*(?:\\.[^"\\\n]*)*"|'[^'\n]*'/y;
const TEXT = /"""[^"\\]*(?:(?:\\[\s\S]|"(?!""))[^"\\]*)*"{3,5}|'''[\s\S]*?'{3,5}|"[^"\\\n]*(?:\\.[^"\\\n]*)*"|'[^'\n]*'/y;
const toml_texts_WORD = /[^\s,\]}#]+(?: [0-9:.+\-Zz]+)?/y;
/** Deeper lists and tables than any file of a tool has are not looked into. */
const MAX_DEPTH = 50;
/** Every value of a valid file, in order. Stops where the text is not what was expected. */
function readTomlLeaves(text) {
    const reader = { text, at: text.startsWith("\uFEFF") ? 1 : 0, leaves: [] };
    const lists = new Map();
    let table = [];
    for (;;) {
        skip(reader, BLANK);
        if (reader.at >= text.length)
            return reader.leaves;
        const before = reader.at;
        if (text.startsWith("[[", before)) {
            reader.at += 2;
            const keys = readKeys(reader);
            const name = JSON.stringify(keys);
            const index = lists.get(name) ?? 0;
            lists.set(name, index + 1);
            table = [...keys, index];
            reader.at += 2;
        }
        else if (text.startsWith("[", before)) {
            reader.at += 1;
            table = readKeys(reader);
            reader.at += 1;
        }
        else
            readPair(reader, table, 0);
        if (reader.at === before)
            return reader.leaves;
    }
}
function skip(reader, pattern) {
    pattern.lastIndex = reader.at;
    const found = pattern.exec(reader.text)?.[0] ?? "";
    reader.at += found.length;
    return found;
}
/** `a."b".c`, with the cursor behind it and the space that follows. */
function readKeys(reader) {
    const keys = [];
    do {
        if (keys.length > 0)
            reader.at += 1;
        skip(reader, toml_texts_SPACE);
        const raw = skip(reader, KEY);
        keys.push(raw.startsWith('"') ? unquote(raw) : raw.startsWith("'") ? raw.slice(1, -1) : raw);
        skip(reader, toml_texts_SPACE);
    } while (reader.text.charAt(reader.at) === "." && keys.length <= MAX_DEPTH);
    return keys;
}
/** A key with escapes of TOML that JSON does not have is none that is looked for. */
function unquote(raw) {
    try {
        return String(JSON.parse(raw));
    }
    catch {
        return raw;
    }
}
function readPair(reader, table, depth) {
    const before = reader.at;
    const keys = readKeys(reader);
    if (reader.text.charAt(reader.at) !== "=") {
        reader.at = before;
        return;
    }
    reader.at += 1;
    skip(reader, toml_texts_SPACE);
    toml_texts_readValue(reader, [...table, ...keys], depth);
}
function toml_texts_readValue(reader, path, depth) {
    const start = reader.at;
    const first = reader.text.charAt(start);
    if ((first === "[" || first === "{") && depth < MAX_DEPTH)
        return readItems(reader, path, depth);
    const text = skip(reader, TEXT);
    if (text === "")
        skip(reader, toml_texts_WORD);
    const end = reader.at;
    const isPlain = text !== "" && !/^(?:"""|''')/.test(text);
    const leaf = { path, start, end };
    reader.leaves.push(isPlain ? { ...leaf, content: { start: start + 1, end: end - 1 } } : leaf);
}
function readItems(reader, path, depth) {
    const isList = reader.text.charAt(reader.at) === "[";
    reader.at += 1;
    for (let index = 0; reader.at < reader.text.length; index += 1) {
        skip(reader, BLANK);
        const before = reader.at;
        if (!/[\]}]/.test(reader.text.charAt(before))) {
            if (isList)
                toml_texts_readValue(reader, [...path, index], depth + 1);
            else
                readPair(reader, path, depth + 1);
            skip(reader, BLANK);
        }
        const mark = reader.text.charAt(reader.at);
        reader.at += 1;
        if (mark !== "," || reader.at === before)
            return;
    }
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/toml-versions.js



const toml_versions_place = "version file";
const PRODUCTS = new Map([
    ["terraform", "terraform"],
    ["hashicorp/terraform", "terraform"],
    ["opentofu", "opentofu"],
    ["opentofu/opentofu", "opentofu"],
]);
/** mise.toml: `[tools]` with a text, a table with `version`, or a list of these, of which the first is used. */
function noteMise(notes) {
    const document = readToml(notes.text);
    for (const leaf of readTomlLeaves(notes.text)) {
        const [tools, key, ...rest] = leaf.path;
        if (tools !== "tools" || typeof key !== "string")
            continue;
        // A backend may stand before the name: `"aqua:hashicorp/terraform"`, https://mise.jdx.dev/dev-tools/backends/
        const product = PRODUCTS.get(key.slice(key.lastIndexOf(":") + 1));
        const isFirst = ["", "version", "0", "0.version"].includes(rest.join("."));
        if (product !== undefined && isFirst)
            noteLeaf(notes, document, leaf, product);
    }
}
/** .tfswitch.toml: `version`, and since version 1.3 of tfswitch `product`. */
function noteTfswitch(notes) {
    const document = readToml(notes.text);
    const named = valueAt(document, ["product"]) ?? "terraform";
    if (named !== "terraform" && named !== "opentofu")
        return;
    for (const leaf of readTomlLeaves(notes.text)) {
        if (leaf.path.length === 1 && leaf.path[0] === "version")
            noteLeaf(notes, document, leaf, named);
    }
}
function readToml(text) {
    try {
        return (0,dist.parse)(text.replace(/^\uFEFF/, ""));
    }
    catch (error) {
        const line = typeof error === "object" && error !== null && "line" in error ? Number(error.line) : 1;
        throw new Flaw("it is not TOML", Number.isSafeInteger(line) ? line : 1);
    }
}
function noteLeaf(notes, document, leaf, product) {
    const subject = { is: "terraform", product };
    const value = valueAt(document, leaf.path);
    if (leaf.content !== undefined && typeof value === "string") {
        const isMise = leaf.path[0] === "tools";
        notes.version(subject, toml_versions_place, isMise ? "exact" : "request", leaf.content, value);
    }
    else {
        const why = typeof value === "number"
            ? "it is a number, and 1.10 is the same number as 1.1: write all three numbers in quotes"
            : "it is not a plain text in quotes";
        notes.doubt({ subject, place: toml_versions_place }, leaf, why);
    }
}
/** An own property, also where a document brings a `__proto__` of its own. */
function valueAt(document, path) {
    let value = document;
    for (const key of path) {
        if (typeof value !== "object" || value === null || !Object.hasOwn(value, key))
            return undefined;
        value = value[key];
    }
    return value;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/workflow-tree.js
/**
 * Workflows and actions as the few shapes that versions are looked for in: the calls of actions and reusable workflows
 * with what they are given, environments, containers. Offsets come from the YAML parser. It knows no version.
 */


/** Nobody writes a longer one by hand. */
const workflow_tree_LONGEST = 512 * 1024;
/** Reads a workflow, or the action.yml of a composite action. Throws a Flaw. */
function readWorkflow(text) {
    if (text.length > workflow_tree_LONGEST)
        throw new Flaw("it is longer than a workflow can be", 1);
    const document = (0,yaml_dist/* parseDocument */.Tp)(text, { prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined)
        throw new Flaw("it is not YAML", lineAt(text, error.pos[0]));
    const found = { calls: [], environments: [], containers: [], defaults: new Map() };
    const reader = { text, document, found };
    const root = document.contents;
    const environment = readEnvironment(reader, root);
    for (const job of childrenOf(reader, child(reader, root, "jobs")))
        readJob(reader, job, environment);
    readSteps(reader, child(reader, child(reader, root, "runs"), "steps"), []);
    const triggers = child(reader, root, "on");
    for (const owner of [root, child(reader, triggers, "workflow_call"), child(reader, triggers, "workflow_dispatch")]) {
        readDefaults(reader, child(reader, owner, "inputs"));
    }
    return found;
}
function readJob(reader, job, outer) {
    const environments = [readEnvironment(reader, job), outer];
    const container = child(reader, job, "container");
    const image = (0,yaml_dist/* isScalar */.jn)(container) ? container : child(reader, container, "image");
    if ((0,yaml_dist/* isScalar */.jn)(image))
        reader.found.containers.push(workflow_tree_valueOf(reader, image));
    readCall(reader, job, environments);
    readSteps(reader, child(reader, job, "steps"), environments);
}
function readSteps(reader, steps, outer) {
    for (const step of childrenOf(reader, steps))
        readCall(reader, step, [readEnvironment(reader, step), ...outer]);
}
function readCall(reader, node, environments) {
    const uses = child(reader, node, "uses");
    if (!(0,yaml_dist/* isScalar */.jn)(uses))
        return;
    const inputs = entriesOf(reader, child(reader, node, "with"));
    reader.found.calls.push({ uses: workflow_tree_valueOf(reader, uses), inputs, environments });
}
function readEnvironment(reader, owner) {
    const environment = entriesOf(reader, child(reader, owner, "env"));
    if (environment.size > 0)
        reader.found.environments.push(environment);
    return environment;
}
function readDefaults(reader, inputs) {
    for (const [name, input] of membersOf(reader, inputs)) {
        const value = child(reader, input, "default");
        if (!(0,yaml_dist/* isScalar */.jn)(value))
            continue;
        const known = reader.found.defaults.get(name) ?? [];
        known.push(workflow_tree_valueOf(reader, value));
        reader.found.defaults.set(name, known);
    }
}
/** A node, or what an alias stands for. */
function resolve(reader, node) {
    if (!(0,yaml_dist/* isAlias */.Vj)(node))
        return (0,yaml_dist/* isNode */.Ll)(node) ? node : undefined;
    if (reader.anchors === undefined) {
        const anchors = new Map();
        (0,yaml_dist/* visit */.YR)(reader.document, {
            Value: (_, value) => {
                if (value.anchor !== undefined)
                    anchors.set(value.anchor, value);
            },
        });
        reader.anchors = anchors;
    }
    return reader.anchors.get(node.source);
}
function membersOf(reader, node) {
    if (!(0,yaml_dist/* isMap */.jh)(node))
        return [];
    return node.items.flatMap((pair) => {
        const value = resolve(reader, pair.value);
        return (0,yaml_dist/* isScalar */.jn)(pair.key) && value !== undefined ? [[String(pair.key.value), value]] : [];
    });
}
function child(reader, node, name) {
    return membersOf(reader, node).find(([key]) => key === name)?.[1];
}
/** The values of a map, or the items of a list. */
function childrenOf(reader, node) {
    if ((0,yaml_dist/* isSeq */.oP)(node))
        return node.items.map((item) => resolve(reader, item)).filter((item) => item !== undefined);
    return membersOf(reader, node).map(([, value]) => value);
}
function entriesOf(reader, node) {
    const entries = new Map();
    for (const [name, value] of membersOf(reader, node))
        entries.set(name, workflow_tree_valueOf(reader, value));
    return entries;
}
function workflow_tree_valueOf({ text }, node) {
    const [start, end] = node.range ?? [0, 0, 0];
    if (!(0,yaml_dist/* isScalar */.jn)(node))
        return { start, end, value: undefined };
    const { type, value } = node;
    const quotes = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE" ? 1 : 0;
    const content = { start: start + quotes, end: end - quotes };
    const isPlain = typeof value === "string" && text.slice(content.start, content.end) === value;
    return isPlain && type !== "BLOCK_LITERAL" && type !== "BLOCK_FOLDED"
        ? { start, end, value, content }
        : { start, end, value };
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/workflow-versions.js



const workflow_versions_place = "workflow";
const INPUTS = [
    { uses: /^hashicorp\/setup-terraform@/i, input: "terraform_version", reading: "exact", product: "terraform" },
    { uses: /^opentofu\/setup-opentofu@/i, input: "tofu_version", reading: "exact", product: "opentofu" },
    {
        uses: /^handrail\/handrail\/(?:actions|\.github\/workflows)\/[^@]+@/i,
        input: "terraform-version",
        reading: "request",
        product: "input",
    },
];
const EXPRESSION = /^\$\{\{\s*(env|inputs)\.([A-Za-z_][\w-]*)\s*\}\}$/;
/** Could there be anything of interest in the text? Setup actions count without a version, too: they tell the product. */
function mayNameVersion(text) {
    return /terraform[-_]version|tofu_version|\btf_version\b|hashicorp\/terraform:|opentofu\/opentofu:|\/setup-(?:terraform|opentofu)@/i.test(text);
}
/** Notes the versions of a workflow, or of a composite action. Throws a Flaw. */
function noteWorkflow(notes) {
    const workflow = readWorkflow(notes.text);
    for (const call of workflow.calls)
        workflow_versions_noteCall(notes, workflow, call);
    for (const environment of workflow.environments) {
        for (const [name, value] of environment) {
            const product = productOfVariable(name, notes.text);
            // What is handed on was named elsewhere.
            if (product !== undefined && !EXPRESSION.test(String(value.value)))
                note(notes, product, "exact", value);
        }
    }
    for (const image of workflow.containers)
        workflow_versions_noteImage(notes, image, 0);
}
function workflow_versions_noteCall(notes, workflow, call) {
    const uses = String(call.uses.value);
    if (uses.startsWith("docker://"))
        return workflow_versions_noteImage(notes, call.uses, "docker://".length);
    const known = INPUTS.find((candidate) => candidate.uses.test(uses));
    const value = known === undefined ? undefined : call.inputs.get(known.input);
    if (known === undefined || value === undefined || value.value === "" || value.value === null)
        return;
    const product = known.product === "input" ? productOf(call) : known.product;
    for (const named of sourcesOf(workflow, call, value)) {
        if (named.value !== "" && named.value !== null)
            note(notes, product, known.reading, named);
    }
}
function productOf(call) {
    return call.inputs.get("product")?.value === "opentofu" ? "opentofu" : "terraform";
}
/** Where a value comes from: itself, the variable that it is taken from, or the defaults of an input. */
function sourcesOf(workflow, call, value) {
    const [, context, name = ""] = EXPRESSION.exec(String(value.value)) ?? [];
    if (context === undefined)
        return [value];
    if (context === "inputs")
        return workflow.defaults.get(name) ?? [value];
    const environment = call.environments.find((candidate) => candidate.has(name));
    const named = environment?.get(name);
    return named === undefined ? [value] : [named];
}
function note(notes, product, reading, value) {
    const subject = { is: "terraform", product };
    if (value.content !== undefined)
        return void notes.version(subject, workflow_versions_place, reading, value.content);
    const why = typeof value.value === "number"
        ? "it is a number, and 1.10 is the same number as 1.1: write all three numbers in quotes"
        : "it is not a text on one line, written without escapes";
    notes.doubt({ subject, place: workflow_versions_place }, value, why);
}
function workflow_versions_noteImage(notes, value, skip) {
    if (value.content === undefined)
        return;
    const start = value.content.start + skip;
    const image = parseTerraformImage(notes.text.slice(start, value.content.end));
    if (image !== undefined)
        noteTag(notes, workflow_versions_place, start, image);
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/file-scan.js











/** A block at the top of a file begins a line, or follows a comment or the BOM. */
const HCL_BLOCK = /(?:^|\*\/|\uFEFF)[ \t]*(?:terraform|module)(?![\w.-])/m;
const HCL_BLOCK_OR_PROVIDER = /(?:^|\*\/|\uFEFF)[ \t]*(?:terraform|module|provider)(?![\w.-])/m;
const JSON_WORDS = /"(?:terraform|module|provider|tfe_workspace)"|\\u/;
/** Other programs' files in HCL have none of these. */
const TERRAGRUNT = /(?:^|\*\/|\uFEFF)[ \t]*(?:terraform|unit|stack|generate|terraform_version_constraint)(?![\w.-])/m;
const TOML_WORDS = /terraform|tofu|version|\\/;
const always = () => true;
const READERS = {
    hcl: {
        mayMatter: (text) => {
            const pattern = text.includes("version") ? HCL_BLOCK_OR_PROVIDER : HCL_BLOCK;
            return pattern.test(text) || text.includes("tfe_workspace");
        },
        note: (notes) => noteConfiguration(notes, readHclTree(notes.text)),
    },
    json: {
        mayMatter: (text) => JSON_WORDS.test(text),
        note: (notes) => noteConfiguration(notes, readJsonConfiguration(notes.text)),
    },
    terragrunt: {
        mayMatter: (text) => TERRAGRUNT.test(text),
        note: (notes) => noteTerragrunt(notes, readHclTree(notes.text)),
    },
    tflint: { mayMatter: always, note: (notes) => noteTflintPlugins(notes, readHclTree(notes.text)) },
    version: {
        mayMatter: always,
        note: (notes, path) => noteBareVersion(notes, path.endsWith(".opentofu-version") ? "opentofu" : "terraform"),
    },
    "tool-versions": { mayMatter: always, note: noteToolVersions },
    mise: { mayMatter: (text) => TOML_WORDS.test(text), note: noteMise },
    tfswitch: { mayMatter: (text) => TOML_WORDS.test(text), note: noteTfswitch },
    workflow: { mayMatter: mayNameVersion, note: noteWorkflow },
    dockerfile: { mayMatter: (text) => /terraform|tofu|tf_version/i.test(text), note: noteDockerfile },
};
/** Does a file have words in it that make reading it worth while? Lock files are read elsewhere. */
function mayMatter(file, kind) {
    return kind !== "lock" && READERS[kind].mayMatter(file.text);
}
/** Reads one file. */
function scanFile(file, kind) {
    const notes = new Notes(file.text);
    try {
        if (kind !== "lock")
            READERS[kind].note(notes, file.path);
        return { notes };
    }
    catch (error) {
        if (error instanceof Flaw)
            return { why: error.why, line: error.line };
        // Deeper nesting than a parser stands, for example.
        return { why: "it cannot be read: it is not written as its kind of file is", line: 1 };
    }
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/file-pieces.js
/**
 * The pieces that a file is made of, to hold two versions of a file against each other: an edit may make a piece longer, but
 * it must not make two of one, or one of another kind.
 */






/** How to take a file of each kind apart; it must be one that can be read. */
const file_pieces_READERS = {
    hcl: hcl_scan/* scanHcl */.J,
    lock: hcl_scan/* scanHcl */.J,
    tflint: hcl_scan/* scanHcl */.J,
    terragrunt: hcl_scan/* scanHcl */.J,
    json: scanJson,
    mise: tomlPieces,
    tfswitch: tomlPieces,
    workflow: yamlPieces,
    dockerfile: (text) => readInstructions(text).map(({ start, end, keyword }) => ({ kind: keyword, start, end })),
    version: linePieces,
    "tool-versions": linePieces,
};
/** The pieces of a file that can be read, in the order of the text. */
function readPieces(text, kind) {
    return file_pieces_READERS[kind](text);
}
function linePieces(text) {
    return linesOf(text).map((line) => ({ ...line, kind: "line" }));
}
function tomlPieces(text) {
    return readTomlLeaves(text).map(({ start, end, path }) => ({ kind: JSON.stringify(path), start, end }));
}
/** The lexer marks documents, scalars and flow ends with single control characters that are not in the text. */
const MARKS = new Set(["\u0002", "\u0018", "\u001F"]);
function yamlPieces(text) {
    const pieces = [];
    let at = 0;
    for (const lexeme of new yaml_dist/* Lexer */.JG().lex(text)) {
        const isMark = MARKS.has(lexeme);
        const end = isMark ? at : at + lexeme.length;
        // What an indicator is, is told by its first character; a plain scalar by the mark before it.
        const kind = isMark ? lexeme : /^[\s#"'|>&*!%:?,[\]{}-]/.test(lexeme) ? lexeme.charAt(0) : "text";
        pieces.push({ kind, start: at, end });
        at = end;
    }
    return pieces;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/apply-edits.js
/**
 * Edits back into a file: the versions' characters are replaced and nothing else. The result is read again and held
 * against the file as it was, so that an edit that would change anything but its own token is refused.
 */




/**
 * The file's text with the edits. All of them must be of this file as it is.
 * @throws Failure `internal-error` when they are not, or when the result would differ in anything but their tokens
 */
function applyEdits(file, edits) {
    const sorted = edits.toSorted((one, other) => one.mention.span.start - other.mention.span.start);
    const parts = [];
    let at = 0;
    for (const { mention, after } of sorted) {
        const { start, end } = mention.span;
        const isThere = mention.file === file.path && file.text.slice(start, end) === mention.text;
        if (!isThere || start < at)
            throw defect(file.path, "an edit is not of the file as it is", mention.line);
        parts.push(file.text.slice(at, start), after);
        at = end;
    }
    const text = parts.concat(file.text.slice(at)).join("");
    const problem = findProblem(file, text, sorted);
    if (problem !== undefined)
        throw defect(file.path, problem, sorted[0]?.mention.line ?? 1);
    return text;
}
function defect(path, what, line) {
    return new lib_failure/* Failure */.HR({
        reason: "internal-error",
        what: `${path}:${line}: the version is not changed: ${what}`,
        remedy: "This is a defect of the action: report it with this line of the file, and change the version by hand.",
        location: { file: path, line },
    });
}
/** What would change besides the edits' tokens. */
function findProblem(file, text, edits) {
    const kind = kindOf(file.path);
    if (kind === undefined)
        return "it is no kind of file that names versions";
    const before = scanFile(file, kind);
    const after = scanFile({ path: file.path, text }, kind);
    if (!("notes" in before))
        return "it cannot be read";
    if (!("notes" in after))
        return `it could not be read any more: ${after.why}`;
    const places = new Set(before.notes.sightings.map(({ span }) => `${span.start}-${span.end}`));
    if (!edits.every(({ mention: { span } }) => places.has(`${span.start}-${span.end}`)))
        return "no version stands there";
    const shift = shifts(edits);
    if (!haveSameShape(readPieces(file.text, kind), readPieces(text, kind), shift)) {
        return "more than the version would change";
    }
    if (!areShown(before.notes.sightings, after.notes.sightings, edits, shift))
        return "the version would not be found again";
    return isEqual(tellingOf(before.notes), tellingOf(after.notes))
        ? undefined
        : "something else could not be read any more";
}
/** Whether every version is seen again where it has to be, with the text that it has to have. */
function areShown(before, after, edits, shift) {
    const texts = new Map(edits.map((edit) => [edit.mention.span.start, edit.after]));
    const expected = before.map((seen, index) => {
        const text = texts.get(seen.span.start);
        const span = { start: shift(seen.span.start), end: shift(seen.span.end) };
        if (text === undefined)
            return { ...seen, span };
        // A place that takes either may get an exact version instead of a constraint.
        const isPinned = seen.syntax.as === "constraint" && after[index]?.syntax.as === "version";
        return { ...seen, span, text, syntax: isPinned ? after[index]?.syntax : seen.syntax };
    });
    return isEqual(expected, after);
}
/** What else was noted; constraints are left out, they change with the edits. */
function tellingOf({ doubts, facts }) {
    const asked = facts.asked.map(({ subject, constraint }) => ({ subject, isAsked: constraint !== "" }));
    return { doubts, calls: facts.calls, hasBackend: facts.hasBackend, locals: [...facts.locals], asked };
}
function isEqual(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
}
/** Whether each piece is of its kind still, and where it has to be: between the edits nothing has changed anyway. */
function haveSameShape(before, after, shift) {
    if (before.length !== after.length)
        return false;
    return before.every((piece, index) => {
        const other = after[index];
        return other?.kind === piece.kind && other.start === shift(piece.start) && other.end === shift(piece.end);
    });
}
/** Where an offset of the file as it was is afterwards. The edits come in the order of the text. */
function shifts(edits) {
    const ends = edits.map(({ mention }) => mention.span.end);
    const sums = [0];
    for (const { mention, after } of edits)
        sums.push((sums.at(-1) ?? 0) + after.length - mention.text.length);
    return (offset) => {
        let low = 0;
        let high = ends.length;
        while (low < high) {
            const middle = (low + high) >>> 1;
            if ((ends[middle] ?? 0) <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return offset + (sums[low] ?? 0);
    };
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./packages/terraform/lib/lock-file-text.js
/**
 * A lock file as terraform writes it, byte for byte: header, order, alignment, escapes. It reads nothing.
 * https://github.com/hashicorp/terraform/blob/v1.11.4/internal/depsfile/locks_file.go, SaveLocksToBytes
 */

const SURROGATE = /[\ud800-\udfff]/;
/** The whole file for these entries, in any order. For OpenTofu only the first line differs. */
function renderLockFile({ keeper, entries, }) {
    const header = [
        `# This file is maintained automatically by "${keeper} init".`,
        "# Manual edits may be lost in future updates.",
    ];
    const sorted = entries.toSorted((a, b) => compareAddresses(a.address, b.address));
    return [...header, ...sorted.map((entry) => `\n${renderLockEntry(entry)}`)].map((part) => `${part}\n`).join("");
}
/** One provider's block, from `provider` to its closing brace. */
function renderLockEntry({ address, version, constraints, hashes }) {
    const isAligned = constraints !== "";
    const lines = [
        `provider ${quoteText(address)} {`,
        `  version${isAligned ? "    " : ""} = ${quoteText(version)}`,
        ...(isAligned ? [`  constraints = ${quoteText(constraints)}`] : []),
        ...(hashes.length > 0 ? [`  hashes = ${renderHashes(hashes)}`] : []),
        "}",
    ];
    return lines.join("\n");
}
/** The list of checksums, from bracket to bracket: sorted, each once. */
function renderHashes(hashes) {
    return `[\n${tidyHashes(hashes)
        .map((hash) => `    ${quoteText(hash)},\n`)
        .join("")}  ]`;
}
/** Checksums as terraform keeps them: sorted by their bytes, each once. It writes a file anew that has them otherwise. */
function tidyHashes(hashes) {
    return [...new Set(hashes)].sort(compareBytes);
}
/**
 * The order of entries: by host, then namespace, then type, each by its bytes. `acme` comes before `acme-x`, which the
 * whole addresses would turn around. Hosts count in their ASCII form.
 */
function compareAddresses(a, b) {
    const [one, other] = [a.split("/"), b.split("/")];
    const hosts = compareBytes(asciiHost(one[0] ?? ""), asciiHost(other[0] ?? ""));
    return hosts || compareBytes(one[1] ?? "", other[1] ?? "") || compareBytes(one[2] ?? "", other[2] ?? "");
}
function asciiHost(host) {
    const [name = "", ...port] = host.split(":");
    return [(0,external_node_url_.domainToASCII)(name) || name, ...port].join(":");
}
/** UTF-16 has another order than the bytes only where surrogates are in it. */
function compareBytes(a, b) {
    if (a === b)
        return 0;
    if (SURROGATE.test(a) || SURROGATE.test(b))
        return Buffer.compare(Buffer.from(a), Buffer.from(b));
    return a < b ? -1 : 1;
}
const ESCAPES = {
    "\n": String.raw `\n`,
    "\r": String.raw `\r`,
    "\t": String.raw `\t`,
    '"': String.raw `\"`,
    "\\": String.raw `\\`,
};
/** A text in quotes, with what HCL would read otherwise escaped. */
function quoteText(text) {
    const escaped = text
        .replace(/[\n\r\t"\\]/g, (char) => ESCAPES[char] ?? char)
        .replace(/[$%](?=\{)/g, (sign) => sign + sign)
        .replace(/[\0-\x1f\x7f]/g, (char) => String.raw `\u` + char.charCodeAt(0).toString(16).padStart(4, "0"));
    return `"${escaped}"`;
}

// EXTERNAL MODULE: ./packages/terraform/lib/provider-version.js
var provider_version = __webpack_require__(7652);
;// CONCATENATED MODULE: ./packages/terraform/lib/constraint-normal.js



/** What is written in front of the version, in the order in which terraform sorts terms with the same version. */
const ORDER = [">", ">=", "=", "~>", "~> minor", "<=", "<", "!="];
/**
 * All constraints on one provider, of all modules of a configuration, as one text; "" when there is none. Entries that
 * are "" count for nothing. Throws a ConstraintError for one that terraform refuses.
 */
function normaliseConstraints(texts) {
    return normalTerms(texts).join(", ");
}
/** The same, term by term. */
function normalTerms(texts) {
    const terms = texts.filter((text) => text !== "").flatMap((text) => (0,lib_constraint/* parseConstraint */.F)(text, "provider").terms);
    return [...new Set(terms.toSorted(compareTerms).map(renderTerm))];
}
/** `~> 1` and `~> 1.2` fix the major, `~> 1.2.3` the minor: to terraform two operators. */
function constraint_normal_kindOf({ operator, version }) {
    return operator === "~>" && version.written < 3 ? "~> minor" : operator;
}
function compareTerms(a, b) {
    const order = (0,provider_version/* compareProviderVersions */.yO)(a.version, b.version);
    if (order !== 0)
        return order;
    const [left, right] = [a.version.metadata, b.version.metadata];
    return left === right ? ORDER.indexOf(constraint_normal_kindOf(a)) - ORDER.indexOf(constraint_normal_kindOf(b)) : (0,provider_version/* compareExtras */.$2)(left, right);
}
function renderTerm(term) {
    const kind = constraint_normal_kindOf(term);
    const version = (0,lib_version/* renderVersion */.pv)(term.version);
    if (kind === "~> minor")
        return `~> ${version.replace(/^([0-9]+\.[0-9]+)\.0/, "$1")}`;
    return kind === "=" ? version : `${kind} ${version}`;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/lock-file-entry.js
/**
 * One provider's block of a lock file: its arguments as plain texts, and whatever makes terraform refuse it. It knows
 * nothing of the rest of the file.
 */




const lock_file_entry_NAMES = new Set(["version", "constraints", "hashes"]);
/** `1.2.3-beta.1+build`: the normal form of a version. */
const lock_file_entry_VERSION = /^(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*)){2}(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
/** Host, namespace and type, without capitals; letters of any script, as internationalised names have them. */
const lock_file_entry_HOST = /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:(?:-+|\.)[\p{Ll}\p{Lo}\p{M}\p{N}]+)*(?::[1-9][0-9]{0,4})?$/u;
const lock_file_entry_NAME = /^(?!terraform-provider-)[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:[-_][\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u;
const SHOWN = 80;
/** Reads a `provider` block of `text`. Never throws. */
function readLockEntry(text, block) {
    const troubles = [];
    const values = {};
    const read = { version: "", constraints: "", hashes: [] };
    for (const attribute of block.attributes) {
        const { name, start, value } = attribute;
        if (!isName(name))
            troubles.push({ at: start, what: `a provider's entry has no argument ${quote(name)}` });
        else if (values[name] !== undefined)
            troubles.push({ at: start, what: `this is a second ${name}` });
        else {
            values[name] = { start: value.start, end: value.end };
            if (name === "hashes")
                read.hashes = readHashes(text, attribute, troubles);
            else
                read[name] = readText(attribute, name, troubles);
        }
    }
    if (values.version === undefined)
        troubles.push({ at: block.start, what: "this entry has no version" });
    for (const { start, type } of block.blocks) {
        troubles.push({ at: start, what: `a provider's entry has no block ${quote(type)}` });
    }
    const address = readAddress(block, troubles);
    return { entry: { address, ...read, span: { start: block.start, end: block.end }, values }, troubles };
}
function isName(name) {
    return lock_file_entry_NAMES.has(name);
}
/** A text of the file in a message: in quotes, and not endless. */
function quote(text) {
    return JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
}
function readAddress({ labels, start }, troubles) {
    const [address, ...more] = labels;
    if (address === undefined || more.length > 0) {
        troubles.push({ at: start, what: "a provider's entry has one text behind provider: the provider's address" });
    }
    else if (!isAddress(address)) {
        const example = "registry.terraform.io/hashicorp/aws";
        troubles.push({ at: start, what: `${quote(address)} is not a provider's full address, like ${example}` });
    }
    return address ?? "";
}
/** Built-in providers come with terraform and cannot be locked. */
function isAddress(address) {
    const [host = "", namespace = "", type = "", ...more] = address.split("/");
    const isBuiltIn = host === "terraform.io" && namespace === "builtin";
    return more.length === 0 && !isBuiltIn && lock_file_entry_HOST.test(host) && lock_file_entry_NAME.test(namespace) && lock_file_entry_NAME.test(type);
}
function readText({ value }, name, troubles) {
    if (value.kind !== "string") {
        troubles.push({ at: value.start, what: `${name} is not a plain text in quotes` });
        return "";
    }
    const what = name === "version" ? versionTrouble(value.value) : constraintsTrouble(value.value);
    if (what !== undefined)
        troubles.push({ at: value.start, what });
    return value.value;
}
function versionTrouble(version) {
    return lock_file_entry_VERSION.test(version) ? undefined : `${quote(version)} is not a version in normal form, like 1.2.0`;
}
/** Terraform refuses every constraints text that it would write differently itself. */
function constraintsTrouble(constraints) {
    if (constraints === "")
        return undefined;
    try {
        const normal = normaliseConstraints([constraints]);
        return normal === constraints
            ? undefined
            : `the constraints ${quote(constraints)} are not in normal form, which is ${quote(normal)}`;
    }
    catch (error) {
        if (!(error instanceof constraint_error/* ConstraintError */.Y))
            throw error;
        return `the constraints ${quote(constraints)} cannot be read: ${error.message}`;
    }
}
const SHAPES = { "quote-open": '"', "quote-close": '"', literal: "t" };
/** A list of one or more texts; a comma may stand behind the last one. */
const LIST = /^\["t"(?:,"t")*,?\]$/;
function readHashes(text, { value }, troubles) {
    const source = text.slice(value.start, value.end);
    const hashes = [];
    let shape = "";
    for (const { kind, start, end } of (0,hcl_scan/* scanHcl */.J)(source)) {
        if (kind === "space" || kind === "newline" || kind === "comment")
            continue;
        const raw = source.slice(start, end);
        shape += kind === "operator" ? raw : (SHAPES[kind] ?? "?");
        const hash = kind === "literal" ? ((0,hcl_blocks/* unescapeQuoted */.Ln)(raw) ?? "") : undefined;
        if (hash !== undefined)
            hashes.push(hash);
        // Terraform accepts any scheme: a newer one may have others than h1 and zh.
        if (hash !== undefined && !/^[^:]+:/.test(hash)) {
            troubles.push({ at: value.start + start, what: `${quote(hash)} is not a checksum, like h1:…` });
        }
    }
    if (!LIST.test(shape))
        troubles.push({ at: value.start, what: "hashes is not a list of plain texts in quotes" });
    return hashes;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/lock-file.js
/**
 * Terraform's dependency lock file (.terraform.lock.hcl), read: the selected version, constraints and checksums of each
 * provider, where they stand, and everything that makes terraform refuse the file. It writes nothing
 * (lock-file-text.ts), changes nothing (lock-file-update.ts) and never throws.
 *
 * What terraform accepts: https://github.com/hashicorp/terraform/blob/v1.11.4/internal/depsfile/locks_file.go
 */




const TRIVIA = new Set(["bom", "space", "newline", "comment"]);
/**
 * Reads a lock file. A problem does not stop it: whatever can be read is there. Comments, the order of blocks, white
 * space, a byte order mark and CRLF are no problem, for terraform neither; nor is a `module` block, which it ignores.
 */
function parseLockFile(text) {
    const tokens = (0,hcl_scan/* scanHcl */.J)(text);
    const { attributes, blocks } = (0,hcl_blocks/* readHcl */.KQ)(text, tokens);
    const troubles = attributes.map(({ start, name }) => ({
        at: start,
        what: `a lock file has no argument ${JSON.stringify(name)}`,
    }));
    const lineOf = lineCounter(text);
    const entries = [];
    const lines = new Map();
    for (const block of blocks) {
        troubles.push(...layoutTroubles(text, block));
        if (block.type !== "provider") {
            if (block.type !== "module")
                troubles.push(unknownBlock(block));
            continue;
        }
        const { entry, troubles: found } = readLockEntry(text, block);
        troubles.push(...found);
        const line = lineOf(block.start);
        const earlier = lines.get(entry.address);
        if (earlier !== undefined)
            troubles.push(secondEntry(block, entry.address, earlier));
        else
            lines.set(entry.address, line);
        entries.push({ ...entry, line });
    }
    troubles.push(...strayTroubles(tokens, [...attributes, ...blocks.flatMap(lock_file_partsOf)]));
    const problems = troubles.sort((a, b) => a.at - b.at).map(({ at, what }) => ({ line: lineOf(at), what }));
    return { keeper: keeperOf(text), entries, problems };
}
function unknownBlock({ start, type }) {
    return { at: start, what: `a lock file has no block ${JSON.stringify(type)}` };
}
function secondEntry({ start }, address, line) {
    return { at: start, what: `this is a second entry for ${address}, the first is in line ${line}` };
}
/** Terraform and OpenTofu write different first lines, and both leave them alone until they have something to write. */
function keeperOf(text) {
    const end = text.search(/^\s*provider\b/m);
    return text.slice(0, end === -1 ? undefined : end).includes('"tofu init"') ? "tofu" : "terraform";
}
/** What was read of a block: without the white space and whatever is unreadable in it. */
function lock_file_partsOf(block) {
    if (block.type !== "provider")
        return [block];
    const head = { start: block.start, end: block.body.start };
    return [head, ...block.attributes, ...block.blocks, { start: block.body.end, end: block.end }];
}
/** The first token of each stretch that belongs to nothing: the reader of blocks passes over it silently. */
function strayTroubles(tokens, read) {
    const parts = read.toSorted((a, b) => a.start - b.start);
    const found = [];
    let part = 0;
    let wasStray = false;
    for (const { kind, start } of tokens) {
        if (TRIVIA.has(kind))
            continue;
        while (part < parts.length && (parts[part]?.end ?? 0) <= start)
            part += 1;
        const isStray = kind === "invalid" || start < (parts[part]?.start ?? Infinity);
        if (isStray && !wasStray)
            found.push({ at: start, what: "this cannot be read" });
        wasStray = isStray;
    }
    return found;
}
/** A block has its braces, and nothing stands behind one on its line, unless the whole block is one line. */
function layoutTroubles(text, block) {
    if (!block.isClosed)
        return [{ at: block.start, what: "this block has no closing brace" }];
    const troubles = [];
    if (isFollowed(text, block.end, text.length)) {
        troubles.push({ at: block.end, what: "nothing may follow a closing brace on its line" });
    }
    const { start, end } = block.body;
    const isOneLine = !text.slice(start, end).includes("\n");
    if (isOneLine ? block.attributes.length > 1 : isFollowed(text, start, end)) {
        troubles.push({ at: start, what: "nothing may follow an opening brace on its line" });
    }
    const last = block.attributes.at(-1);
    if (!isOneLine && last !== undefined && isFollowed(text, last.end, block.end)) {
        troubles.push({ at: end, what: "a closing brace must stand on its own line" });
    }
    return troubles;
}
/** Is there more than a comment on the rest of the line? */
function isFollowed(text, from, end) {
    const stop = text.indexOf("\n", from);
    const rest = text.slice(from, stop === -1 ? end : Math.min(stop + 1, end));
    return (0,hcl_scan/* scanHcl */.J)(rest).some(({ kind }) => !TRIVIA.has(kind));
}

;// CONCATENATED MODULE: ./packages/terraform/lib/lock-file-update.js
/**
 * New versions in a lock file, as small as terraform leaves them: the entries of a file that terraform wrote become what
 * it would write, byte for byte; in one that somebody edited, comments, order, line ends and layout stay.
 *
 * Terraform's init leaves all of that alone too, but writes the whole file anew when checksums are unsorted or repeated
 * (observed with 1.11.4): those are put in order everywhere, so that nobody gets a diff from the next init.
 */



/**
 * The text with these entries changed; one that is not there is added at its place. `constraints` come in normal form,
 * "" for none; `hashes` replace all former ones. Throws a Failure "lock-failed" with the line when a provider has two
 * entries. Whether terraform accepts the rest of the file is what parseLockFile says of the result. `parsed` is the text
 * as parseLockFile reads it, for who has that already.
 */
function updateLockFile(text, changes, { entries } = parseLockFile(text)) {
    const splices = [];
    for (const change of changes) {
        const [entry, second] = entries.filter(({ address }) => address === change.address);
        if (second !== undefined)
            throw twice(second);
        splices.push(...(entry === undefined ? [] : changeEntry(text, entry, change)));
    }
    const changed = new Set(changes.map(({ address }) => address));
    for (const { address, hashes, values } of entries) {
        if (!changed.has(address) && values.hashes !== undefined && !isTidy(hashes)) {
            splices.push({ ...values.hashes, with: renderHashes(hashes) });
        }
    }
    const isKnown = new Set(entries.map(({ address }) => address));
    const missing = changes.filter(({ address }) => !isKnown.has(address));
    const updated = splice(text, splices);
    return missing.reduce(addEntry, updated);
}
function twice({ address, line }) {
    return new lib_failure/* Failure */.HR({
        reason: "lock-failed",
        what: `the lock file has two entries for ${address}, the second in line ${line}`,
        remedy: "Delete one of them: terraform init refuses the file as it is.",
        location: { file: ".terraform.lock.hcl", line },
    });
}
function isTidy(hashes) {
    const tidy = tidyHashes(hashes);
    return tidy.length === hashes.length && tidy.every((hash, index) => hash === hashes[index]);
}
/**
 * An entry that terraform wrote is written as terraform does. In any other the values are replaced where they stand,
 * unless an argument comes or goes.
 */
function changeEntry(text, entry, change) {
    const { version, constraints, hashes } = entry.values;
    const isSame = (written, isWanted) => (written !== undefined) === isWanted;
    const hasSameArguments = isSame(constraints, change.constraints !== "") && isSame(hashes, change.hashes.length > 0);
    const isWritten = text.slice(entry.span.start, entry.span.end).replaceAll("\r\n", "\n") === renderLockEntry(entry);
    if (isWritten || version === undefined || !hasSameArguments) {
        return [{ ...entry.span, with: renderLockEntry(change) }];
    }
    return [
        { ...version, with: quoteText(change.version) },
        ...(constraints === undefined ? [] : [{ ...constraints, with: quoteText(change.constraints) }]),
        ...(hashes === undefined ? [] : [{ ...hashes, with: renderHashes(change.hashes) }]),
    ];
}
/** Behind the last entry that comes before it; terraform keeps a blank line before each. */
function addEntry(text, change) {
    const { entries } = parseLockFile(text);
    const former = entries.findLast(({ address }) => compareAddresses(address, change.address) < 0);
    const first = entries[0];
    const block = renderLockEntry(change);
    if (former === undefined && first !== undefined) {
        return splice(text, [{ start: first.span.start, end: first.span.start, with: `${block}\n\n` }]);
    }
    const lineEnd = former === undefined ? -1 : text.indexOf("\n", former.span.end);
    const at = lineEnd === -1 ? text.length : lineEnd + 1;
    const gap = text.endsWith("\n") || at < text.length || text === "" ? "\n" : "\n\n";
    return splice(text, [{ start: at, end: at, with: `${gap}${block}\n` }]);
}
/** With the line ends that the text has. */
function splice(text, splices) {
    const isCrlf = /^[^\n]*\r\n/.test(text);
    const parts = [];
    let at = 0;
    for (const { start, end, with: added } of splices.toSorted((a, b) => a.start - b.start)) {
        parts.push(text.slice(at, start), isCrlf ? added.replaceAll("\n", "\r\n") : added);
        at = end;
    }
    return parts.join("") + text.slice(at);
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/lock/constraints.js
/**
 * The constraints that a lock file has to name for a provider: those of the local modules as they are after the update,
 * and those that can only come from modules elsewhere. Nothing is invented, and nothing dropped without a reason.
 *
 * Terraform never checks them against the configuration and never repairs them
 * (https://github.com/hashicorp/terraform/issues/34154), so nobody else would notice a mistake here.
 */

/** The constraints in normal form, "" for none; or why the version cannot be locked, as sentences. */
function lockConstraints(wish) {
    const known = new Set();
    const terms = [];
    for (const { directory, before, after } of wish.asked) {
        const read = readTerms(after);
        if ("problem" in read)
            return { problem: `${placeOf(directory)}: terraform refuses its constraint: ${read.problem}.` };
        const failing = read.terms.find((term) => !admits([term, `= ${wish.version}`], wish.version));
        if (failing !== undefined)
            return { problem: notAdmitted(wish, `${placeOf(directory)} asks for ${constraints_quote(failing)}`) };
        terms.push(...read.terms);
        const former = readTerms(before);
        for (const term of "terms" in former ? former.terms : [])
            known.add(term);
    }
    const kept = wish.isWhole ? { terms: [] } : foreignTerms(wish, known);
    if ("problem" in kept)
        return kept;
    const all = [...terms, ...kept.terms];
    if (admits(all, wish.version))
        return { constraints: normaliseConstraints(all) };
    return { problem: notAdmitted(wish, "it is a pre-release, and no constraint names exactly that one") };
}
/**
 * The locked terms that no local module had. One that a local module loses may stand in a module elsewhere, too; nothing
 * tells, and it goes: kept, it would refuse a later version in nobody's name.
 */
function foreignTerms(wish, known) {
    const read = readTerms(wish.locked);
    if ("problem" in read)
        return { problem: `The lock file's constraints of ${wish.provider} cannot be read: ${read.problem}.` };
    const foreign = read.terms.filter((term) => !known.has(term));
    const failing = foreign.find((term) => !admits([term, `= ${wish.version}`], wish.version));
    if (failing === undefined)
        return { terms: foreign };
    const because = `its lock file names ${constraints_quote(failing)}, which no module of this repository asks for`;
    const remedy = "Bring the module from elsewhere that does up to date first. When there is none, the lock file is out of date: run terraform init -upgrade.";
    return { problem: `${notAdmitted(wish, because)} ${remedy}` };
}
function notAdmitted({ provider, version }, because) {
    return `${provider} ${version} cannot be locked: ${because}.`;
}
function placeOf(directory) {
    return directory === "." ? "The repository's root" : directory;
}
function constraints_quote(text) {
    return JSON.stringify(text);
}
/** Each term in normal form. */
function readTerms(constraint) {
    try {
        return { terms: normalTerms([constraint]) };
    }
    catch (error) {
        if (!(error instanceof constraint_error/* ConstraintError */.Y))
            throw error;
        return { problem: error.message };
    }
}
/** Together: a pre-release is only chosen where a term names it exactly. */
function admits(terms, version) {
    if (terms.length === 0)
        return (0,lib_version/* parseVersion */.ot)(version).prerelease === "";
    return (0,lib_constraint/* matches */.c)((0,lib_constraint/* parseConstraint */.F)(terms.join(", "), "provider"), (0,lib_version/* parseVersion */.ot)(version));
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/lock/module-tree.js
/**
 * A root module with all local modules that it calls, and what they ask of a provider before and after an update.
 * Modules from elsewhere are not seen here.
 */

/** The root module first, then the modules that it calls, directly or through others, each once. */
function moduleTree(modules, root) {
    return growTree(new Map(modules.map((module) => [module.directory, module])), root);
}
/** The same, of modules by their directory: for whoever asks for many trees. */
function growTree(byDirectory, root) {
    const tree = [];
    const seen = new Set([root]);
    // A Set can grow while it is walked: every directory comes once, also when modules call each other in a circle.
    for (const directory of seen) {
        const module = byDirectory.get(directory);
        if (module === undefined)
            continue;
        tree.push(module);
        for (const call of module.calls)
            seen.add(call);
    }
    return tree;
}
/** Is everything that the root module calls in the tree? A call of a directory without configuration is not. */
function isWholeTree(tree) {
    const directories = new Set(tree.map(({ directory }) => directory));
    const isWhole = ({ calls, callsElsewhere }) => callsElsewhere === false && calls.every((call) => directories.has(call));
    return tree.length > 0 && tree.every(isWhole);
}
/** The edits that change what the tree asks of the provider with this address in the lock file. */
function editsOf(tree, locked, edits) {
    const directories = new Set(tree.map(({ directory }) => directory));
    return edits.filter(({ mention: { dependency, file } }) => {
        if (dependency.source.from !== "providers" || !directories.has(directoryOf(file)))
            return false;
        const { host, namespace, type } = dependency.source;
        return isSameProvider(locked, `${host}/${namespace}/${type}`);
    });
}
/**
 * What the tree's files ask of the provider with this address in the lock file, in the order of the tree. Each edit
 * changes one text of its directory; those for which there is none are `lost`.
 */
function askedOf(tree, locked, edits) {
    const lost = editsOf(tree, locked, edits);
    const asked = tree.flatMap(({ directory, providers }) => providers
        .filter(({ address, constraint }) => constraint !== "" && isSameProvider(locked, address))
        .map(({ constraint }) => {
        const index = lost.findIndex(({ mention }) => directoryOf(mention.file) === directory && mention.text === constraint);
        const [edit] = index === -1 ? [] : lost.splice(index, 1);
        return { directory, before: constraint, after: edit?.after ?? constraint };
    }));
    return { asked, lost };
}
/**
 * Where the configuration names no host, each product locks its own registry's provider; which product it is for, files
 * do not always tell.
 */
function isSameProvider(locked, asked) {
    return withoutProduct(locked) === withoutProduct(asked);
}
function withoutProduct(address) {
    return address.replace(/^registry\.(?:terraform\.io|opentofu\.org)\//, "");
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/lock/platforms.js
/**
 * For which platforms a lock file holds checksums. It does not say so: each `h1:` checksum is one platform's, so the
 * packages of the locked version tell which. Nothing is chosen for the new version here.
 */

/** Where terraform runs most: on runners and on people's machines. Asked in this order, as each costs a download. */
const LIKELY = [
    "linux_amd64",
    "darwin_arm64",
    "darwin_amd64",
    "linux_arm64",
    "windows_amd64",
    "windows_arm64",
    "linux_386",
    "windows_386",
    "linux_arm",
    "freebsd_amd64",
    "freebsd_386",
    "freebsd_arm",
    "freebsd_arm64",
    "openbsd_amd64",
    "openbsd_386",
    "solaris_amd64",
];
/** What is locked when nothing tells: the runner's platform, and that of most people. */
const USUAL = ["linux_amd64", "darwin_arm64"];
/**
 * The platforms to lock a new version for: those that are wanted, else those that the entry has checksums of, else the
 * usual ones, as far as there are packages for them.
 */
async function choosePlatforms(wanted, provider, entry, version, deps) {
    if (wanted !== "auto")
        return { platforms: wanted, isGuess: false };
    const platforms = await lockedPlatforms(provider, entry, deps);
    if (platforms.length > 0)
        return { platforms, isGuess: false };
    const released = deps.releasedFor(provider, version) ?? USUAL;
    const usual = USUAL.filter((platform) => released.includes(platform));
    return { platforms: usual.length > 0 ? usual : released, isGuess: true };
}
/**
 * The platforms whose packages an entry has `h1:` checksums of. Empty when it has none, or none that belongs to a
 * package: some tools write other ones. Throws a Failure when packages cannot be had, unless it is only that the registry
 * has none for a platform and does not say which it has: no platform may get lost because it had a bad minute.
 */
async function lockedPlatforms(provider, { version, hashes }, { packages, releasedFor }) {
    const open = new Set(hashes.filter((hash) => hash.startsWith("h1:")));
    const released = releasedFor(provider, version);
    const platforms = [];
    for (const platform of released === undefined ? LIKELY : byLikelihood(released)) {
        if (open.size === 0)
            break;
        const found = await packages(provider, version, [platform]).catch((error) => {
            if (released === undefined && isNotFound(error))
                return { hashes: [] };
            throw withWayOut(error);
        });
        if (found.hashes.filter((hash) => open.delete(hash)).length > 0)
            platforms.push(platform);
    }
    return platforms;
}
/** The answer's status comes with what was thrown first. */
function isNotFound(error) {
    const cause = error instanceof lib_failure/* Failure */.HR ? error.cause : undefined;
    if (typeof cause !== "object" || cause === null || !("status" in cause))
        return false;
    return cause.status === 404 || cause.status === 410;
}
function withWayOut(error) {
    if (!(error instanceof lib_failure/* Failure */.HR))
        return error;
    const { reason, what, remedy, cause } = error;
    const way = "The packages of the locked version tell its platforms; name them in the input lock-platforms to do without.";
    return new lib_failure/* Failure */.HR({ reason, what, remedy: `${remedy} ${way}`, cause });
}
function byLikelihood(platforms) {
    const rank = (platform) => (LIKELY.includes(platform) ? LIKELY.indexOf(platform) : LIKELY.length);
    return platforms.toSorted((a, b) => rank(a) - rank(b));
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/lock/renewal.js
/**
 * A lock file after an update: new versions with their checksums, and the constraints of the whole module tree. What is
 * asked of the registry is handed in; files are not touched.
 */






/** The lock files that an update changes: those with a new version, and those of roots whose constraints it edits. */
function touchedLocks(locks, modules, update) {
    const byDirectory = new Map(modules.map((module) => [module.directory, module]));
    const changesOf = Map.groupBy(update.locks, ({ file }) => file);
    const editsIn = Map.groupBy(update.edits, ({ mention }) => directoryOf(mention.file));
    return locks.flatMap((lock) => {
        const tree = growTree(byDirectory, lock.directory);
        const edits = tree.flatMap(({ directory }) => editsIn.get(directory) ?? []);
        const changes = changesOf.get(lock.file) ?? [];
        const isTouched = changes.length > 0 || lock.lock.entries.some(({ address }) => editsOf(tree, address, edits).length > 0);
        return isTouched ? [{ lock, modules: tree, changes, edits }] : [];
    });
}
/**
 * Renews a lock file. A Failure of the registry is a problem; anything else that is thrown is thrown on, and so is that the
 * step is cancelled. The text is one that terraform accepts, and that init does not write anew.
 */
async function renewLock(renewal, deps) {
    const { lock, modules, edits } = renewal;
    const tree = moduleTree(modules, lock.directory);
    const versions = new Map(renewal.changes.filter(({ file }) => file === lock.file).map(({ provider, to }) => [provider, to]));
    const changes = [];
    const entries = [];
    for (const entry of lock.lock.entries) {
        const version = versions.get(entry.address);
        if (version === undefined && editsOf(tree, entry.address, edits).length === 0)
            continue;
        const step = await renewEntry(renewal, tree, entry, version ?? entry.version, deps);
        if ("problem" in step)
            return step;
        changes.push(step.change);
        entries.push(step.entry);
    }
    return finish(lock, changes, entries);
}
function finish(lock, changes, entries) {
    try {
        const text = updateLockFile(lock.text, changes, lock.lock);
        const [problem] = parseLockFile(text).problems;
        if (problem === undefined)
            return { text, entries };
        const { line } = lock.lock.problems.find(({ what }) => what === problem.what) ?? problem;
        const remedy = "Correct it, or delete the file and run terraform init.";
        return { problem: `Terraform refuses ${lock.file}, line ${line}: ${problem.what}. ${remedy}` };
    }
    catch (error) {
        return problemOf(error);
    }
}
async function renewEntry({ edits, platforms: wanted }, tree, entry, version, deps) {
    const { address } = entry;
    const provider = providerName(address);
    const { asked, lost } = askedOf(tree, address, edits);
    const [edit] = lost;
    if (edit !== undefined)
        return { problem: lostProblem(displayName(address), edit) };
    const wish = { provider: displayName(address), version, locked: entry.constraints, asked };
    const found = lockConstraints({ ...wish, isWhole: isWholeTree(tree) });
    if ("problem" in found)
        return found;
    const { constraints } = found;
    if (version === entry.version) {
        const { hashes } = entry;
        const change = { address, version, constraints, hashes };
        return { change, entry: { provider: address, version, platforms: [], isGuess: false } };
    }
    try {
        const { platforms, isGuess } = await choosePlatforms(wanted, provider, entry, version, deps);
        const released = deps.releasedFor(provider, version);
        const missing = platforms.find((platform) => released?.includes(platform) === false);
        if (missing !== undefined)
            return { problem: missingProblem(wish.provider, version, missing) };
        const { hashes } = await deps.packages(provider, version, platforms);
        const change = { address, version, constraints, hashes };
        return { change, entry: { provider: address, version, platforms, isGuess } };
    }
    catch (error) {
        return problemOf(error);
    }
}
function lostProblem(provider, { mention }) {
    return `The lock file cannot be told to follow ${mention.file}, line ${mention.line}: nothing that asks for ${provider} was read there.`;
}
function missingProblem(provider, version, platform) {
    const remedy = "Name the platforms that you need in the input lock-platforms.";
    return `${provider} ${version} cannot be locked: it is not released for ${platform}. ${remedy}`;
}
/** A cancelled step is no problem of one lock file. */
function problemOf(error) {
    if (!(error instanceof lib_failure/* Failure */.HR) || error.reason === "cancelled")
        throw error;
    return { problem: `${error.what}. ${error.remedy}` };
}
function providerName(address) {
    const [host = "", namespace = "", type = ""] = address.split("/");
    return { host, namespace, type };
}
/** As people write it: without the public registry's host. */
function displayName(address) {
    return address.replace(/^registry\.terraform\.io\//, "");
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/changed-files.js



/** Makes the files of all proposals. `platforms` is the input lock-platforms. */
async function makeChanges(proposals, scan, platforms, deps) {
    const made = { changes: [], held: [], dropped: [] };
    for (const proposal of proposals) {
        const texts = editedTexts(proposal, scan);
        const locked = await renewLocks(proposal, scan, platforms, deps);
        made.held.push(...locked.held);
        for (const [path, text] of locked.texts)
            texts.set(path, text);
        const files = toFiles(texts, scan);
        if (locked.isBroken || files.length === 0)
            made.dropped.push(proposal.key);
        else
            made.changes.push({ proposal: withoutLocks(proposal, locked.left), files });
    }
    return made;
}
function changed_files_editsOf({ updates }) {
    return updates.flatMap(({ edits }) => edits);
}
function editedTexts(proposal, { files }) {
    const texts = new Map();
    for (const [path, edits] of Map.groupBy(changed_files_editsOf(proposal), ({ mention }) => mention.file)) {
        const file = files.get(path);
        if (file === undefined)
            throw new TypeError(`${path} was not read`);
        texts.set(path, applyEdits(file, edits));
    }
    return texts;
}
/**
 * The lock files. One that cannot be made is left as it is where nothing but it would have changed; where a constraint of
 * its tree moves, the root module would not initialise any more, and the proposal falls away.
 */
async function renewLocks(proposal, { locks, findings }, platforms, deps) {
    const changes = proposal.updates.flatMap((update) => update.locks);
    const renewals = { texts: new Map(), held: [], left: new Set(), isBroken: false };
    for (const touched of touchedLocks(locks, findings.modules, { edits: changed_files_editsOf(proposal), locks: changes })) {
        const { lock, modules, edits } = touched;
        const renewed = await renewLock({ ...touched, platforms }, deps);
        if ("text" in renewed) {
            renewals.texts.set(lock.file, renewed.text);
            continue;
        }
        const tree = new Set(modules.map(({ directory }) => directory));
        renewals.isBroken ||= edits.some(({ mention }) => mention.dependency.kind === "provider");
        renewals.left.add(lock.file);
        for (const update of concerned(proposal, lock.file, tree)) {
            renewals.held.push(heldLock(update, lock.file, renewed.problem));
        }
    }
    return renewals;
}
/** The updates that a lock file would have followed. */
function concerned({ updates }, file, tree) {
    return updates.filter(({ dependency, locks, edits }) => locks.some((lock) => lock.file === file) ||
        (dependency.kind === "provider" && edits.some(({ mention }) => tree.has(directoryOf(mention.file)))));
}
function heldLock({ dependency: { name, kind }, from, to }, file, why) {
    return { dependency: name, kind, from, to, reason: "lock-failed", why, file, isFailure: true };
}
function withoutLocks(proposal, left) {
    if (left.size === 0)
        return proposal;
    const updates = proposal.updates
        .map((update) => ({ ...update, locks: update.locks.filter(({ file }) => !left.has(file)) }))
        .filter(({ edits, locks }) => edits.length > 0 || locks.length > 0);
    return { ...proposal, updates };
}
/** Sorted, and only what is another text than before. */
function toFiles(texts, { checkout, files }) {
    const modes = new Map(checkout.files.map(({ path, mode }) => [path, mode]));
    return [...texts]
        .filter(([path, text]) => files.get(path)?.text !== text)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([path, text]) => ({ path, mode: modes.get(path) ?? "100644", text }));
}

// EXTERNAL MODULE: ./packages/runner/lib/text-order.js
var text_order = __webpack_require__(8600);
;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/line.js
/**
 * The line of a version: what moves together, and what at most one pull request is open of.
 */

/** `6.x`, before 1.0 `0.13.x`; behind the name of a stream of tags (`vpc/`), where a git repository has several. */
function lineOf({ segments: [major = 0, minor = 0] }, stream = "") {
    return `${stream}${major === 0 ? `0.${minor}` : major}.x`;
}
/** The first number. */
function majorOf({ segments: [major = 0] }) {
    return major;
}
function isNewer(version, than) {
    return (0,lib_version/* compareVersions */.Zy)(version, than) > 0;
}
function isSame(version, other) {
    return (0,lib_version/* compareVersions */.Zy)(version, other) === 0;
}
/** The older of two; either may be missing. */
function oldest(versions) {
    return versions.toSorted(lib_version/* compareVersions */.Zy)[0];
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/ladder.js
/**
 * The upgrade ladder: which versions have to be in use, one after the other, before the newest. As data; which one can be
 * taken, and when, is decided elsewhere.
 *
 * Terraform: one minor at a time until 0.14, always through its last patch, which carries the renewed signing key; from
 * 0.14 on any 1.x can be reached directly. https://developer.hashicorp.com/terraform/language/v1.1.x/upgrade-guides/1-0,
 * https://github.com/hashicorp/terraform/blob/v0.14.11/CHANGELOG.md. Providers: the last release of a major before the
 * next one, https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-5-upgrade.
 */


const ladder_TERRAFORM = ["0.11.15", "0.12.31", "0.13.7", "0.14.11"].map(lib_version/* parseVersion */.ot);
/** These can write an empty state: https://github.com/hashicorp/terraform/blob/v1.1.2/CHANGELOG.md */
const FORBIDDEN = ["1.1.0", "1.1.1"].map(lib_version/* parseVersion */.ot);
/** Modules and tflint plugins have no ladder. */
function hasLadder({ kind }) {
    return kind === "terraform" || kind === "provider";
}
/** The rungs from the version in use to the newest of these newer ones, in their order. */
function rungsOf(dependency, current, newer) {
    const fixed = isTerraform(dependency) ? ladder_TERRAFORM.filter((rung) => isNewer(rung, current)) : [];
    const start = fixed.at(-1) ?? current;
    const open = newer.filter((version) => isNewer(version, start));
    // Terraform 0.15 is no rung: 0.14 and 0.15 go to 1.x directly.
    const skipsZero = isTerraform(dependency) && open.some((version) => majorOf(version) > 0);
    const majors = [...new Set(open.map(majorOf))].filter((major) => !skipsZero || major > 0).toSorted((a, b) => a - b);
    return [
        ...fixed.map((rung) => ({ label: (0,lib_version/* renderVersion */.pv)(rung), has: (version) => isSame(version, rung) })),
        ...majors.map((major) => ({
            label: `${major}.x`,
            has: (version) => majorOf(version) === major && isNewer(version, start),
        })),
    ];
}
/** Does a step leave what has to be applied before it? */
function isCrossing(dependency, from, to) {
    if (!hasLadder(dependency))
        return false;
    return isTerraform(dependency) ? lineOf(from) !== lineOf(to) : majorOf(from) !== majorOf(to);
}
/** Is it a version that nobody should ever run? */
function isForbidden(dependency, version) {
    return isTerraform(dependency) && FORBIDDEN.some((forbidden) => isSame(forbidden, version));
}
function isTerraform({ source }) {
    return source.from === "releases" && source.product === "terraform";
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/current.js
/**
 * The version that is in use: what a lock file or an exact text says, else the newest one that all constraints admit.
 */


/** The version in use; the oldest one where several are. */
function readCurrent({ readings, locked, anchors }, choices) {
    const constraints = readings.filter(({ isConstraint }) => isConstraint);
    const isAdmitted = (version) => constraints.every((reading) => reading.admits(version));
    if (locked !== undefined && isAdmitted(locked))
        return current_known(locked);
    const newest = newestOf(choices, isAdmitted);
    if (locked !== undefined) {
        if (newest === undefined)
            return current_known(locked);
        return isNewer(newest, locked) ? { ...current_known(locked), isBehind: true } : current_known(newest);
    }
    const named = oldest(readings.filter(({ isConstraint }) => !isConstraint).flatMap(({ exact }) => exact ?? []));
    const exact = oldest(constraints.flatMap((reading) => reading.exact ?? []));
    // A version file further up may be for others: terraform refuses what the constraints do not admit.
    if (named !== undefined)
        return current_known(isAdmitted(named) ? named : oldest([named, exact ?? newest ?? named]));
    if (exact !== undefined)
        return current_known(exact);
    const anchor = anchors.find(isAdmitted);
    if (anchor !== undefined)
        return current_known(anchor);
    if (newest !== undefined)
        return { ...current_known(newest), isGuess: true };
    return current_known(constraints
        .flatMap(({ floor }) => floor ?? [])
        .toSorted(lib_version/* compareVersions */.Zy)
        .at(-1));
}
function current_known(current) {
    return { current, isGuess: false, isBehind: false };
}
/** Terraform takes a stable release where there is one. */
function newestOf(choices, isAdmitted) {
    const usable = choices.filter(({ stop }) => stop?.reason !== "withdrawn" && stop?.reason !== "forbidden-version");
    const stable = usable.find(({ version }) => version.prerelease === "" && isAdmitted(version));
    return (stable ?? usable.find(({ version }) => isAdmitted(version)))?.version;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/unit.js
/**
 * What moves as one: a root module with everything in its tree that speaks of a dependency, or a single place. Many
 * units are alike; what decides about a unit is its profile, and equal profiles are one. Nothing is decided here.
 */


/** Completes drafts; the sites' `units` are filled. */
function toUnits(subject, drafts) {
    const profiles = new Map();
    return drafts.map((draft) => {
        const key = keyOf(draft);
        let profile = profiles.get(key);
        if (profile === undefined) {
            profile = profileOf(subject, draft);
            profiles.set(key, profile);
        }
        const unit = { root: draft.root, sites: draft.sites, profile };
        if (draft.lock !== undefined)
            unit.lock = draft.lock;
        for (const site of draft.sites)
            site.units.push(unit);
        return unit;
    });
}
function keyOf({ sites, lock, anchors = [], age = "" }) {
    const ids = sites.map(({ reading }) => reading.id).toSorted((a, b) => a - b);
    const outside = (lock?.outside ?? []).map(({ text }) => text);
    const versions = [lock?.version, ...anchors].map((version) => (version === undefined ? "" : (0,lib_version/* renderVersion */.pv)(version)));
    return JSON.stringify([[...new Set(ids)], versions, outside, age]);
}
function profileOf({ choices }, { sites, lock, anchors = [], outdated }) {
    const readings = [...new Set(sites.map(({ reading }) => reading))];
    const locked = lock?.version;
    const current = readCurrent({ readings, locked, anchors }, choices);
    return { ...current, readings, locked, outside: lock?.outside ?? [], outdated: outdated ?? (() => undefined) };
}
/** Whether the unit uses what the place names. A version file further up does not count where a constraint refuses it. */
function unit_isFollowed({ reading }, { profile: { current } }) {
    return reading.isConstraint || current === undefined || reading.admits(current);
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/assembly.js
/**
 * What was chosen, as updates: edits, lock changes and the root modules they touch. Everything is decided already.
 */






/** One update for each line that somebody moves to. */
function assembleUpdates(subject, { picks, lanes }, trees) {
    return picks.map((pick) => {
        const { choice, movers, edits } = pick;
        const units = [...movers];
        const froms = units.flatMap((unit) => lanes(unit.profile).raisedFrom?.version ?? unit.profile.current ?? []);
        const from = oldest(froms) ?? choice.version;
        const [before, after] = constraintTexts(pick);
        const [tag] = taggedBy(pick);
        return {
            dependency: subject.dependency,
            from: (0,lib_version/* renderVersion */.pv)(from),
            to: choice.text,
            ...(tag === undefined ? {} : { tag }),
            ...(choice.releasedAt === undefined ? {} : { releasedAt: choice.releasedAt }),
            isMajor: units.some(({ profile }) => isMajor(subject, profile.current, choice.version)),
            line: choice.line,
            constraintBefore: before,
            constraintAfter: after,
            edits: sortEdits([...edits].map(([{ mention }, text]) => ({ mention, after: text }))),
            locks: units.flatMap((unit) => lockChange(unit, pick)).toSorted((a, b) => (0,text_order/* compareCodeUnits */.U)(a.file, b.file)),
            roots: rootsOf(pick, trees),
            isRung: units.some((unit) => isRung(subject, unit, choice.version)),
        };
    });
}
function isMajor({ stream }, current, target) {
    return current !== undefined && lineOf(current, stream) !== lineOf(target, stream);
}
function isRung({ dependency, policy }, { profile }, target) {
    const { current, isBehind } = profile;
    return policy.isStepwise && !isBehind && current !== undefined && isCrossing(dependency, current, target);
}
/** The tag as the edited places write it, else any. */
function taggedBy({ choice, edits }) {
    const written = [...edits].map(([, after]) => after).filter((after) => choice.tags.includes(after));
    return written.length > 0 ? written : choice.tags;
}
/** The distinct texts before and after; of lock changes alone the texts that stay. */
function constraintTexts({ edits, movers }) {
    if (edits.size > 0) {
        const sites = [...edits].toSorted(([a], [b]) => compareSites(a, b));
        return [distinct(sites.map(([{ reading }]) => reading.text)), distinct(sites.map(([, after]) => after))];
    }
    const sites = [...new Set([...movers].flatMap((unit) => unit.sites))].toSorted(compareSites);
    const texts = distinct(sites.map(({ reading }) => reading.text));
    return [texts, texts];
}
function distinct(texts) {
    return [...new Set(texts)].join("; ");
}
function lockChange({ lock }, { choice }) {
    if (lock === undefined || !isNewer(choice.version, lock.version))
        return [];
    return [{ file: lock.file, provider: lock.address, from: (0,lib_version/* renderVersion */.pv)(lock.version), to: choice.text }];
}
/** Roots whose tree has an edited place, whose version file is edited, or whose lock file changes. */
function rootsOf({ edits, movers, choice }, trees) {
    const roots = new Set();
    for (const [site] of edits) {
        const { mention, units } = site;
        const isVersionFile = mention.place === "version file";
        const followers = units.filter((unit) => unit_isFollowed(site, unit));
        const found = isVersionFile ? followers.map(({ root }) => root) : trees.rootsOf(directoryOf(mention.file));
        for (const root of found)
            if (!isVersionFile || trees.isRoot(root))
                roots.add(root);
    }
    for (const { lock, root } of movers)
        if (lock !== undefined && isNewer(choice.version, lock.version))
            roots.add(root);
    return [...roots].toSorted(text_order/* compareCodeUnits */.U);
}
function sortEdits(edits) {
    return edits.toSorted(({ mention: a }, { mention: b }) => (0,text_order/* compareCodeUnits */.U)(a.file, b.file) || a.span.start - b.span.start);
}
function compareSites({ mention: a }, { mention: b }) {
    return (0,text_order/* compareCodeUnits */.U)(a.file, b.file) || a.span.start - b.span.start;
}

// EXTERNAL MODULE: ./actions/terraform-bump/lib/decide/patterns.js
var decide_patterns = __webpack_require__(649);
// EXTERNAL MODULE: ./actions/terraform-bump/lib/decide/release-age.js
var release_age = __webpack_require__(8279);
;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/choices.js
/**
 * The releases of a dependency that an update can choose from, newest first, each with what speaks against it whatever
 * is in use now. What is in use, and which one is chosen, is not known here.
 */





/**
 * The choices, newest first, each version once. Of a git repository with several streams of tags (`vpc/v1.0.0`,
 * `dns/v2.0.0`) only one: `stream` is what stands before the version and its `v`.
 */
function readChoices(dependency, catalogue, policy, stream) {
    const releases = catalogue.releases
        .flatMap((release) => inStream(dependency, release, stream))
        .toSorted((a, b) => (0,lib_version/* compareVersions */.Zy)(b.version, a.version));
    const versions = [];
    for (const release of releases) {
        const last = versions.at(-1);
        if (last !== undefined && isSame(last[0].version, release.version))
            last.push(release);
        else
            versions.push([release]);
    }
    return versions.map((same) => toChoice(dependency, same, policy, stream));
}
/** The release as a version of this stream: none or one. Only git has streams. */
function inStream({ source }, release, stream) {
    const { tag } = release;
    if (source.from !== "git" || tag === undefined) {
        return stream === "" && release.version.segments.length === 3 ? [release] : [];
    }
    const version = tag.startsWith(stream) ? (0,lib_version/* tryVersion */.Kd)(tag.slice(stream.length)) : undefined;
    return version === undefined ? [] : [{ ...release, version }];
}
/** One choice of all releases with the same version. */
function toChoice(dependency, same, policy, stream) {
    const best = same.reduce((found, release) => (choices_rank(release) < choices_rank(found) ? release : found), same[0]);
    const stop = findStop(dependency, best, policy);
    return {
        version: best.version,
        text: (0,lib_version/* renderVersion */.pv)(best.version),
        line: lineOf(best.version, stream),
        tags: same.flatMap(({ tag }) => tag ?? []).toSorted(),
        ...(best.releasedAt === undefined ? {} : { releasedAt: best.releasedAt }),
        ...(stop === undefined ? {} : { stop }),
    };
}
/** What can be had comes first, then what is written in full and has no metadata. */
function choices_rank({ isWithdrawn, version }) {
    return (isWithdrawn === true ? 8 : 0) + (version.metadata === "" ? 0 : 4) + Math.max(0, 3 - version.written);
}
function findStop(dependency, release, policy) {
    const { version } = release;
    const ignored = ignoredBy(dependency, version, policy);
    if (ignored !== undefined)
        return { reason: "ignored", why: ignored };
    if (release.isWithdrawn === true)
        return { reason: "withdrawn", why: "its maker took it back" };
    if (isForbidden(dependency, version))
        return {
            reason: "forbidden-version",
            why: "it can write an empty state (https://github.com/hashicorp/terraform/blob/v1.1.2/CHANGELOG.md)",
        };
    return ageStop(release, policy);
}
/** A version without a readable date is never taken for an old one. */
function ageStop({ releasedAt }, { minimumAgeMs, now }) {
    if (minimumAgeMs <= 0)
        return undefined;
    const since = releasedAt === undefined ? Number.NaN : Date.parse(releasedAt);
    const wanted = `minimum-release-age is ${(0,release_age/* renderAge */.Qt)(minimumAgeMs)}`;
    if (Number.isNaN(since))
        return { reason: "unknown-age", why: `nobody says when it was released, and ${wanted}` };
    if (now - since >= minimumAgeMs)
        return undefined;
    return {
        reason: "too-young",
        why: `it was released on ${new Date(since).toISOString().slice(0, 10)}, and ${wanted}`,
    };
}
function ignoredBy(dependency, version, { ignore, allow }) {
    const isMeant = (pattern) => (0,decide_patterns/* namesDependency */.Ey)(pattern, dependency) && (0,decide_patterns/* meansVersion */.ZB)(pattern, dependency, version);
    const found = ignore.find(isMeant);
    if (found !== undefined)
        return `the input ignore has ${JSON.stringify(found.text)}`;
    return allow.length === 0 || allow.some(isMeant) ? undefined : NOT_ALLOWED;
}
const NOT_ALLOWED = "the input allow does not name it";
/** Why no version of the dependency is wanted at all; undefined when some may be. */
function ignoredAltogether(dependency, { ignore, allow }) {
    const found = ignore.find((pattern) => pattern.constraints.length === 0 && (0,decide_patterns/* namesDependency */.Ey)(pattern, dependency));
    if (found !== undefined)
        return `the input ignore has ${JSON.stringify(found.text)}`;
    const isNamed = allow.length === 0 || allow.some((pattern) => (0,decide_patterns/* namesDependency */.Ey)(pattern, dependency));
    return isNamed ? undefined : NOT_ALLOWED;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/held-list.js
/**
 * Collects what is not brought up to date: one line a dependency, reason and line of versions, however many places it
 * is about. It decides nothing.
 */




function createHeldList() {
    const entries = new Map();
    const files = [];
    const add = (note) => {
        const key = [(0,decide_dependency/* dependencyKey */.jy)(note.dependency), note.reason, note.line ?? ""].join("\n");
        const entry = entries.get(key) ?? newEntry(note);
        entries.set(key, entry);
        if (note.from !== undefined && (entry.from === undefined || isNewer(entry.from, note.from)))
            entry.from = note.from;
        if (note.to !== undefined && (entry.to === undefined || isNewer(note.to, entry.to))) {
            entry.to = note.to;
            entry.whys.clear();
        }
        if (note.to === entry.to || (note.to !== undefined && entry.to !== undefined && isSame(note.to, entry.to)))
            entry.whys.add(note.why);
        for (const place of note.places)
            entry.places.set(`${place.file}:${place.line ?? 0}`, place);
    };
    return {
        add,
        addUnclear: (unclear) => {
            for (const { dependency, file, line, text, why } of unclear) {
                const told = `${JSON.stringify(text)}: ${why}`;
                if (dependency !== undefined)
                    add({ dependency, reason: "constraint-unclear", why: told, places: [{ file, line }] });
                else
                    files.push(fileHeld("constraint-unclear", { file, line }, told));
            }
        },
        addUnreadable: (unreadable) => {
            for (const { file, line, why } of unreadable) {
                const place = line === undefined ? { file } : { file, line };
                files.push({ ...fileHeld("unreadable-file", place, why), isFailure: true });
            }
        },
        list: () => [...[...entries.values()].map(toHeld), ...files].toSorted(compareHeld),
    };
}
function newEntry({ dependency, reason, from, to, why, isFailure }) {
    const held = { dependency: dependency.name, kind: dependency.kind, from: "", to: "", reason };
    const whys = new Set([why]);
    return { held: isFailure === true ? { ...held, isFailure } : held, whys, from, to, places: new Map() };
}
/** How many different reasons of one kind are told. */
const MOST_WHYS = 3;
function toHeld({ held, whys, from, to, places }) {
    const told = [...whys].slice(0, MOST_WHYS).join("; ");
    const more = whys.size > MOST_WHYS ? `; and ${whys.size - MOST_WHYS} more` : "";
    const count = places.size > 1 ? ` (${places.size} places)` : "";
    const [first] = [...places.values()].toSorted(compareWhere);
    return {
        ...held,
        from: from === undefined ? "" : (0,lib_version/* renderVersion */.pv)(from),
        to: to === undefined ? "" : (0,lib_version/* renderVersion */.pv)(to),
        why: held_list_sentence(`${told}${more}${count}`),
        ...first,
    };
}
function fileHeld(reason, place, why) {
    return { dependency: place.file, kind: "file", from: "", to: "", reason, why: held_list_sentence(why), ...place };
}
/** With one full stop, and a capital letter where it begins with a plain word: names stay as they are. */
function held_list_sentence(text) {
    const start = /^[a-z]+ /.test(text) ? text.charAt(0).toUpperCase() : text.charAt(0);
    return `${start}${text.slice(1).replace(/\.$/, "")}.`;
}
function compareWhere(a, b) {
    return (0,text_order/* compareCodeUnits */.U)(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0);
}
/** The order of the list. */
function compareHeld(a, b) {
    return ((0,text_order/* compareCodeUnits */.U)(a.dependency, b.dependency) ||
        (0,text_order/* compareCodeUnits */.U)(a.kind, b.kind) ||
        compareVersionTexts(a.to, b.to) ||
        (0,text_order/* compareCodeUnits */.U)(a.reason, b.reason) ||
        (a.line ?? 0) - (b.line ?? 0));
}
function compareVersionTexts(a, b) {
    const [left, right] = [(0,lib_version/* tryVersion */.Kd)(a), (0,lib_version/* tryVersion */.Kd)(b)];
    return left === undefined || right === undefined ? (0,text_order/* compareCodeUnits */.U)(a, b) : (0,lib_version/* compareVersions */.Zy)(left, right);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/tree.js
/**
 * Which root modules a directory belongs to: the graph of local calls, walked once. It knows no versions.
 */

/** Walks the calls of every root module. Directories that only call each other in a circle are their own roots here. */
function readTrees(modules) {
    const byDirectory = new Map(modules.map((module) => [module.directory, module]));
    const rootsOf = new Map();
    const whole = new Set();
    const walk = (root) => {
        // A Set can grow while it is walked: each directory comes once, also in a circle.
        const tree = new Set([root]);
        let isWhole = true;
        for (const directory of tree) {
            const module = byDirectory.get(directory);
            if (module === undefined) {
                isWhole = false;
                continue;
            }
            if (module.callsElsewhere !== false)
                isWhole = false;
            const roots = rootsOf.get(directory);
            if (roots === undefined)
                rootsOf.set(directory, [root]);
            else
                roots.push(root);
            for (const call of module.calls)
                tree.add(call);
        }
        if (isWhole)
            whole.add(root);
    };
    const directories = [...byDirectory.keys()].toSorted();
    const roots = directories.filter((directory) => byDirectory.get(directory)?.isRoot === true);
    for (const root of roots)
        walk(root);
    const stray = directories.filter((directory) => !rootsOf.has(directory));
    for (const root of stray)
        walk(root);
    const all = new Set([...roots, ...stray]);
    return {
        isRoot: (directory) => all.has(directory),
        rootsOf: (directory) => rootsOf.get(directory) ?? [],
        roots: [...all].toSorted(),
        isWhole: (root) => whole.has(root),
    };
}
/** The directory and those above it, the nearest first, "." last. */
function upwards(directory) {
    const found = [directory];
    let at = directory;
    while (at !== "." && at !== "/") {
        at = external_node_path_.posix.dirname(at);
        found.push(at);
    }
    return found;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/inventory.js
/**
 * What was found, by dependency: its mentions and its entries in lock files, and which dependencies have to be looked up.
 */




/** The items by key, sorted. */
function readInventory(mentions, locks, trees) {
    const items = new Map();
    const itemOf = (dependency) => {
        const key = (0,decide_dependency/* dependencyKey */.jy)(dependency);
        const item = items.get(key) ?? { dependency, mentions: [], entries: [] };
        items.set(key, item);
        return item;
    };
    const asked = new Map();
    for (const mention of mentions.toSorted(compareMentions)) {
        const item = itemOf(mention.dependency);
        item.mentions.push(mention);
        const address = (0,decide_dependency/* providerAddress */.ao)(mention.dependency.source);
        if (address === undefined)
            continue;
        for (const root of trees.rootsOf(directoryOf(mention.file)))
            asked.set(`${root}\n${address}`, item);
    }
    for (const { file, directory, lock } of locks.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
        for (const { address, version, constraints } of lock.entries) {
            const dependency = (0,decide_dependency/* providerAt */.zJ)(address);
            if (dependency === undefined)
                continue;
            // Which product a directory is for is not always told by its files, but its lock file says.
            const item = asked.get(`${directory}\n${address}`) ??
                asked.get(`${directory}\n${(0,decide_dependency/* twinAddress */.zF)(address) ?? ""}`) ??
                itemOf(dependency);
            item.entries.push({ file, directory, address, version, constraints });
        }
    }
    return [...items].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}
function compareMentions(a, b) {
    return a.file === b.file ? a.span.start - b.span.start : a.file < b.file ? -1 : 1;
}
/** Why a whole dependency is left alone by the inputs; undefined when it is not. */
function unwanted({ dependency, mentions }, policy) {
    const ignored = ignoredAltogether(dependency, policy);
    if (ignored !== undefined)
        return { reason: "ignored", why: ignored };
    const selection = (0,decide_dependency/* selectionOf */.Wm)(dependency.kind);
    const isLocked = dependency.kind === "provider" && policy.kinds.has("lock-file");
    if (isLocked || (policy.kinds.has(selection) && mentions.length > 0))
        return undefined;
    const missing = mentions.length === 0 ? "lock-file" : selection;
    return { reason: "not-selected", why: `${missing} is not in the input dependencies` };
}
/** The dependencies whose releases `decide` has to know, sorted by kind and name, each once. */
function dependenciesToLookUp(findings, locks, policy) {
    const items = readInventory(findings.mentions, locks, readTrees(findings.modules)).filter((item) => unwanted(item, policy) === undefined);
    return items.map(({ dependency }) => dependency);
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/fit.js
/**
 * Whether a unit can have a version: every text in it admits the version or can be made to, and nothing outside of the
 * repository is against it.
 */



/** What keeps the profile from a version; undefined when nothing does. */
function findObstacle(subject, profile, choice) {
    for (const reading of profile.readings) {
        const obstacle = needsEdit(reading, choice) ? editObstacle(subject, reading, choice) : undefined;
        if (obstacle !== undefined)
            return { ...obstacle, reading };
    }
    const outside = profile.outside.find((constraint) => !(0,lib_constraint/* matches */.c)(constraint, choice.version));
    if (outside !== undefined) {
        const why = `the lock file has ${JSON.stringify(outside.text)}, which only a module from elsewhere can ask for: update that module first, or run terraform init -upgrade when none asks for it`;
        return { reason: "constraint-unclear", why };
    }
    const why = profile.outdated(choice);
    return why === undefined ? undefined : { reason: "needs-newer-terraform", why };
}
/** The text that excludes a version by name; undefined when none does. */
function findExclusion({ readings }, { version }) {
    const reading = readings.find(({ exclusions }) => exclusions.some((excluded) => isSame(excluded, version)));
    if (reading === undefined)
        return undefined;
    return { reason: "excluded-by-constraint", why: `${JSON.stringify(reading.text)} excludes it`, reading };
}
/** A constraint that does not admit it, a name of another version. A newer name stays: nothing goes back. */
function needsEdit(reading, { version }) {
    if (reading.admits(version))
        return false;
    const { exact, isConstraint } = reading;
    return isConstraint || exact === undefined || !(isNewer(exact, version) || isSame(exact, version));
}
function editObstacle({ dependency, policy }, reading, choice) {
    const selection = (0,decide_dependency/* selectionOf */.Wm)(dependency.kind);
    if (!policy.kinds.has(selection)) {
        const why = `${JSON.stringify(reading.text)} does not admit it, and ${selection} is not in the input dependencies`;
        return { reason: "not-selected", why };
    }
    const change = reading.change(choice);
    return "after" in change ? undefined : change;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/lanes.js




/** The lanes of a profile. */
function findLanes(subject, profile) {
    const { current } = profile;
    if (current === undefined)
        return { lanes: [], notes: [] };
    if (profile.isBehind)
        return catchUp(subject, profile, current);
    const { policy, choices } = subject;
    const own = lineOf(current, subject.stream);
    const pool = newerOf(choices, current);
    const stops = new Map(pool.flatMap((choice) => stopOf(choice, own, subject, profile)));
    const eligible = pool.filter((choice) => !stops.has(choice));
    const rungs = findRungs(subject, current, eligible);
    const [first, ...later] = rungs;
    const open = first === undefined ? eligible : eligible.filter(({ version }) => first.has(version));
    const lanes = splitLanes(open, own, policy.major === "separate");
    const targets = [...lanes.flatMap((lane) => lane[0] ?? []), ...later.flatMap((rung) => newestIn(rung, eligible))];
    const notes = [
        ...stopNotes(stops, targets, policy.major === "separate" ? own : ""),
        ...fixedNotes(first, stops),
        ...laterNotes(rungs, eligible),
    ];
    const raised = lanes.length === 0 && rungs.length === 0 ? findRaise(subject, profile) : undefined;
    return raised === undefined ? { lanes, notes } : { ...raised, notes };
}
/** The lock file goes where the constraints are already, however far that is; everything else comes after it. */
function catchUp({ choices }, { readings }, current) {
    const newer = newerOf(choices, current);
    const stops = new Map(newer.flatMap((choice) => (choice.stop === undefined ? [] : [[choice, choice.stop]])));
    const eligible = newer.filter((choice) => !stops.has(choice));
    const lane = eligible.filter(({ version }) => readings.every((reading) => reading.admits(version)));
    const [target] = lane;
    const later = eligible
        .filter((choice) => target === undefined || isNewer(choice.version, target.version))
        .slice(0, 1);
    const why = `${target?.text ?? "what they admit"} comes first: the lock file is behind the constraints`;
    const notes = later.map((choice) => ({ choice, reason: "later-rung", why }));
    const targets = [target ?? [], later].flat();
    return { lanes: target === undefined ? [] : [lane], notes: [...stopNotes(stops, targets, ""), ...notes] };
}
/** Pre-releases only where one is in use, and only until there is a release. */
function newerOf(choices, current) {
    const newer = choices.filter(({ version }) => isNewer(version, current));
    const stable = newer.filter(({ version }) => version.prerelease === "");
    return stable.length > 0 || current.prerelease === "" ? stable : newer;
}
function stopOf(choice, own, { policy }, profile) {
    if (choice.stop !== undefined)
        return [[choice, choice.stop]];
    if (policy.major === "ignore" && choice.line !== own)
        return [[choice, { reason: "major-ignored", why: "the input major is ignore" }]];
    const exclusion = findExclusion(profile, choice);
    return exclusion === undefined ? [] : [[choice, exclusion]];
}
/** Where majors are ignored no rung is ever left. */
function findRungs({ dependency, policy }, current, eligible) {
    const isClimbing = policy.isStepwise && policy.major !== "ignore" && hasLadder(dependency);
    if (!isClimbing || eligible.length === 0)
        return [];
    return rungsOf(dependency, current, eligible.map(({ version }) => version));
}
function splitLanes(open, own, isSeparate) {
    const lanes = isSeparate
        ? [open.filter(({ line }) => line === own), open.filter(({ line }) => line !== own)]
        : [[...open]];
    return lanes.filter((lane) => lane.length > 0);
}
function newestIn(rung, eligible) {
    const found = eligible.find(({ version }) => rung.has(version));
    return found === undefined ? [] : [found];
}
function laterNotes([first, ...later], eligible) {
    if (first === undefined)
        return [];
    const [next] = newestIn(first, eligible);
    const why = next === undefined ? `${first.label} comes first, and cannot be had` : `${next.text} comes first`;
    return later.flatMap((rung) => newestIn(rung, eligible)).map((choice) => ({ choice, reason: "later-rung", why }));
}
/**
 * Of what is stopped, the newest of each reason: where a line could go further, and above everything that can be had.
 * What a newer version that can be had leaves behind is no loss, but in the line whose updates come by themselves.
 */
function stopNotes(stops, targets, own) {
    const notes = [];
    const told = new Set();
    for (const [choice, stop] of stops) {
        const target = targets.find(({ line }) => line === choice.line);
        const isAbove = targets.every(({ version }) => isNewer(choice.version, version));
        const isMissed = target === undefined ? isAbove || choice.line === own : isNewer(choice.version, target.version);
        const isOwnLine = target !== undefined || choice.line === own;
        const key = isOwnLine ? `${stop.reason} ${choice.line}` : stop.reason;
        if (!isMissed || told.has(key))
            continue;
        told.add(key);
        notes.push({ choice, ...stop });
    }
    return notes;
}
/** A rung that is one version and is stopped holds everything up. */
function fixedNotes(first, stops) {
    if (first === undefined)
        return [];
    return [...stops].filter(([{ text }]) => text === first.label).map(([choice, stop]) => ({ choice, ...stop }));
}
/** With `bump` and `pin` a text says what is in use, also where that is the newest already. */
function findRaise({ dependency, choices, policy }, { current, isGuess, readings }) {
    const isRaising = policy.strategy === "bump" || policy.strategy === "pin";
    if (current === undefined || !isGuess || !isRaising || !policy.kinds.has((0,decide_dependency/* selectionOf */.Wm)(dependency.kind)))
        return undefined;
    const target = choices.find(({ version }) => isSame(version, current));
    if (target === undefined || target.stop !== undefined)
        return undefined;
    const isAdmitted = ({ version }) => version.prerelease === "" && readings.every((reading) => reading.admits(version));
    const raisedFrom = choices.findLast(isAdmitted);
    const isRaised = readings.some((reading) => {
        const change = reading.change(target);
        return "after" in change && change.after !== reading.text;
    });
    if (raisedFrom === undefined || raisedFrom === target || !isRaised)
        return undefined;
    return { lanes: [[target]], raisedFrom };
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/settle.js




/** Settles one version. Each of the units must be free of obstacles by itself. */
function settle(subject, choice, units) {
    const movers = new Set(units);
    const dropped = new Map();
    for (;;) {
        const sites = new Set([...movers].flatMap((unit) => unit.sites));
        const edits = new Map([...sites].flatMap((site) => editOf(subject, choice, site, movers)));
        const leaving = [...findConflicts(subject, choice, edits, movers), ...findIdle(subject, choice, edits, movers)];
        for (const [unit, obstacle] of leaving) {
            movers.delete(unit);
            if (obstacle !== undefined && !dropped.has(unit))
                dropped.set(unit, obstacle);
        }
        if (leaving.length === 0)
            return { movers, edits, dropped };
    }
}
/** A text that does not admit the version has to change; with `bump` and `pin` others do too, when all units agree. */
function editOf({ dependency, policy }, choice, site, movers) {
    const { reading } = site;
    const isForced = needsEdit(reading, choice);
    const isRaising = policy.strategy === "bump" || policy.strategy === "pin";
    const isWanted = isRaising && reading.isConstraint && policy.kinds.has((0,decide_dependency/* selectionOf */.Wm)(dependency.kind));
    if (!isForced && !(isWanted && site.units.every((unit) => movers.has(unit) || isAt(unit, choice))))
        return [];
    const change = reading.change(choice);
    return "after" in change && change.after !== reading.text ? [[site, change.after]] : [];
}
function isAt({ profile: { current } }, { version }) {
    return current !== undefined && isSame(current, version);
}
/** Units that share a text with one that stays behind and could not live with what the text becomes. */
function findConflicts(subject, choice, edits, movers) {
    const found = [];
    for (const [site, after] of edits) {
        if (site.units.length === 1)
            continue;
        const left = site.units.find((unit) => !movers.has(unit) && unit_isFollowed(site, unit) && !canLiveWith(subject, unit, site, after));
        if (left === undefined)
            continue;
        const obstacle = conflictOf(subject, choice, site, left);
        for (const unit of site.units)
            if (movers.has(unit))
                found.push([unit, obstacle]);
    }
    return found;
}
function canLiveWith({ reader }, { profile: { current } }, { mention }, after) {
    const reading = reader.read(mention.syntax, after);
    return current === undefined || "problem" in reading || reading.admits(current);
}
function conflictOf(subject, choice, { mention, reading }, left) {
    const own = findObstacle(subject, left.profile, choice);
    const shared = `it shares ${JSON.stringify(mention.text)} with ${left.root === "." ? "the repository's own root" : left.root}`;
    if (own !== undefined)
        return { reason: own.reason, why: `${shared}, which cannot have it: ${own.why}`, reading };
    const { current } = left.profile;
    const isBehind = current !== undefined && isNewer(choice.version, current);
    const why = `${shared}, which ${isBehind ? "has another step to make first" : "does not move with it"}`;
    return { reason: isBehind ? "later-rung" : "constraint-unclear", why, reading };
}
/** Units to which nothing happens, and lock files that nobody asked to change without a constraint. */
function findIdle({ policy }, choice, edits, movers) {
    const found = [];
    for (const unit of movers) {
        if (unit.sites.some((site) => edits.has(site)))
            continue;
        const isLocked = unit.lock !== undefined && isNewer(choice.version, unit.lock.version);
        if (isLocked && policy.kinds.has("lock-file"))
            continue;
        found.push([unit, isLocked ? NOT_SELECTED : undefined]);
    }
    return found;
}
const NOT_SELECTED = {
    reason: "not-selected",
    why: "only lock files would change, and lock-file is not in the input dependencies",
};

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/pick.js
/**
 * One version for each line of a dependency: all units that go to the line go to the same version. What each of them
 * could have by itself is known; here they agree.
 */





/** Chooses for all units of a dependency. */
function pickVersions(subject, units) {
    const lanes = remember((profile) => findLanes(subject, profile));
    const obstacles = remember((profile) => remember((choice) => findObstacle(subject, profile, choice)));
    const market = { subject, obstacle: (unit, choice) => obstacles(unit.profile)(choice) };
    const refusals = [];
    const lines = new Map();
    const wishes = remember((profile) => lanes(profile).lanes.flatMap((lane) => toWish(lane, obstacles(profile))));
    for (const unit of units) {
        for (const { best, choices, obstacle } of wishes(unit.profile)) {
            const line = choices[0]?.line;
            if (obstacle !== undefined && line !== best.line)
                refusals.push({ unit, choice: best, obstacle });
            if (line === undefined)
                continue;
            const bids = lines.get(line);
            const bid = { unit, best: line === best.line ? best : (choices[0] ?? best), choices };
            if (bids === undefined)
                lines.set(line, [bid]);
            else
                bids.push(bid);
        }
    }
    const picks = [...lines.values()].flatMap((bids) => pickOne(market, bids, refusals));
    return { picks, refusals, lanes };
}
/** The line of the best choice that the profile can have, and what it can choose from there. */
function toWish(lane, obstacleTo) {
    const [best] = lane;
    if (best === undefined)
        return [];
    const line = lane.find((choice) => obstacleTo(choice) === undefined)?.line;
    return [{ best, choices: lane.filter((choice) => choice.line === line), obstacle: obstacleTo(best) }];
}
/**
 * The newest version that somebody can move to and that no constraint excludes by name; when there is none, the newest
 * that somebody can move to, without those who exclude it.
 */
function pickOne(market, bids, refusals) {
    // Units with the same profile share their list.
    const lists = new Set(bids.map(({ choices }) => choices));
    const offered = new Set([...lists].flat());
    const sorted = [...offered].toSorted((a, b) => (0,lib_version/* compareVersions */.Zy)(b.version, a.version));
    const attempt = remember((choice) => tryChoice(market, bids, choice));
    const exclusion = remember((choice) => exclusionOf(bids, choice));
    const isTaken = (choice) => attempt(choice).movers.size > 0;
    const taken = sorted.find((choice) => exclusion(choice) === undefined && isTaken(choice)) ??
        sorted.find((choice) => isTaken(choice));
    for (const { unit, best } of bids) {
        const isMover = taken !== undefined && attempt(taken).movers.has(unit);
        if (isMover && taken === best)
            continue;
        const obstacle = market.obstacle(unit, best) ?? exclusion(best) ?? attempt(best).dropped.get(unit);
        if (obstacle !== undefined)
            refusals.push({ unit, choice: best, obstacle });
    }
    return taken === undefined ? [] : [{ ...attempt(taken), choice: taken }];
}
/** Everybody who could have the version by himself, and of them those who can have it together. */
function tryChoice({ subject, obstacle }, bids, choice) {
    const units = bids.filter(({ unit, choices }) => choices.includes(choice) && obstacle(unit, choice) === undefined);
    return settle(subject, choice, units.map(({ unit }) => unit));
}
/** The first constraint that excludes the version by name. */
function exclusionOf(bids, choice) {
    for (const { unit } of bids) {
        const { current } = unit.profile;
        const found = findExclusion(unit.profile, choice);
        if (found !== undefined && current !== undefined && isNewer(choice.version, current))
            return found;
    }
    return undefined;
}
function remember(work) {
    const known = new Map();
    return (from) => {
        const found = known.get(from);
        if (found !== undefined || known.has(from))
            return found;
        const made = work(from);
        known.set(from, made);
        return made;
    };
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/provider-units.js
/**
 * The units of a provider: each root module with the constraints of its tree and its entry in the lock file.
 */


/** The drafts, by root. An entry whose version cannot be read is no entry. */
function draftProviders(sites, entries, trees) {
    const drafts = new Map();
    const draftOf = (root) => {
        let draft = drafts.get(root);
        if (draft === undefined) {
            draft = { root, sites: [] };
            drafts.set(root, draft);
        }
        return draft;
    };
    for (const site of sites) {
        const directory = directoryOf(site.mention.file);
        const roots = trees.rootsOf(directory);
        for (const root of roots.length === 0 ? [directory] : roots)
            draftOf(root).sites.push(site);
    }
    for (const { file, directory, address, version: text, constraints } of entries) {
        const version = (0,lib_version/* tryVersion */.Kd)(text);
        if (version === undefined)
            continue;
        const draft = draftOf(directory);
        const outside = trees.isWhole(directory) ? [] : outsideTerms(constraints, draft.sites);
        draft.lock = { file, address, version, outside };
    }
    return [...drafts.values()];
}
/** The terms of a lock file that no module of the repository has written. */
function outsideTerms(constraints, sites) {
    const terms = termsOf(constraints);
    if (terms.length === 0)
        return [];
    const local = new Set(sites.flatMap(({ reading }) => termsOf(reading.text)));
    return terms.filter((term) => !local.has(term)).map((term) => (0,lib_constraint/* parseConstraint */.F)(term, "provider"));
}
/** In normal form, as lock files have them; none for what terraform refuses. */
function termsOf(constraints) {
    try {
        return normalTerms([constraints]);
    }
    catch (error) {
        if (error instanceof constraint_error/* ConstraintError */.Y)
            return [];
        throw error;
    }
}

// EXTERNAL MODULE: ./packages/terraform/lib/constraint-dialect.js
var constraint_dialect = __webpack_require__(7852);
;// CONCATENATED MODULE: ./packages/terraform/lib/constraint-edit.js
/**
 * One term of a constraint, written anew for a version, in the way its author wrote it: the same operator, white space,
 * `v` and number of parts wherever they can say it. It judges no strategy and no whole constraint.
 */



const FLOORS = new Set([">", ">=", "~>"]);
/**
 * The text of a term of `whole` that is to hold for `target`; its own text where it holds and has no floor to be raised,
 * and where none can hold (a range for a pre-release).
 */
function editTerm(term, target, strategy, whole) {
    const { holds, compare } = constraint_dialect/* DIALECTS */.O[whole.dialect];
    const isRaised = strategy === "bump" && FLOORS.has(term.operator) && compare(target, term.version) !== 0;
    if (holds(term, target) && !isRaised)
        return term.text;
    const texts = candidates(term, target, strategy, whole);
    return texts.find((text) => isFit(text, term, target, whole.dialect)) ?? term.text;
}
/** The text of the constraint once it names `target` and nothing else. */
function pinConstraint({ text, terms, dialect }, target) {
    const [first] = terms;
    const last = terms.at(-1);
    if (first === undefined || last === undefined)
        return text;
    const isExact = terms.length === 1 && first.operator === "=";
    const { operator, gap, v } = spelling(first, target, dialect);
    const texts = wholeTexts(target).map((version) => {
        const pinned = isExact ? `${operator}${gap}${v}${version}` : `${v}${version}`;
        return text.slice(0, first.start) + pinned + text.slice(last.end);
    });
    return (isExact ? [text, ...texts] : texts).find((pinned) => isMatch(pinned, target, dialect)) ?? text;
}
function isMatch(text, target, dialect) {
    return (0,lib_constraint/* matches */.c)((0,lib_constraint/* parseConstraint */.F)(text, dialect), target);
}
/** Ways to write the term, the best one first. Not each of them holds. */
function candidates(term, target, strategy, whole) {
    const bound = term.version;
    const { operator, gap, v } = spelling(term, target, whole.dialect);
    const write = (version, as = operator) => `${as}${gap}${v}${version}`;
    if (term.operator === "!=")
        return [];
    if (term.operator === "<")
        return [write(above(target, lastNonZero(bound), bound.written))];
    if (term.operator !== "~>") {
        const floor = FLOORS.has(term.operator) ? ">=" : operator;
        return exactTexts(target, bound.written).map((version) => write(version, floor));
    }
    if (strategy !== "widen")
        return rangeTexts(bound, target, strategy).map((version) => write(version));
    const upper = above(target, Math.max(bound.written - 2, 0), bound.written);
    return [`${write(bound.text.replace(/^v/, ""), ">=")}${separator(whole)}${write(upper, "<")}`];
}
/** A `~>` whose last part is 0 means a whole line of versions: it stays 0. Any other last part is a floor. */
function rangeTexts(bound, target, strategy) {
    const written = Math.min(bound.written, target.segments.length);
    const cut = target.segments.slice(0, written).join(".");
    const line = [...target.segments.slice(0, written - 1), 0].join(".");
    const isLine = bound.segments[bound.written - 1] === 0;
    const old = bound.segments.slice(0, bound.written).join(".");
    const rest = [cut, line, ...wholeTexts(target)];
    if (strategy === "bump")
        return [cut, bound.text.replace(/^v/, ""), ...rest];
    // Without its pre-release part the old bound may do: `~> 1.2.0-rc1` admits no release of a module.
    return [old, isLine ? line : cut, ...rest];
}
/** The version in as few parts as were written, if they say all of it; else whole. */
function exactTexts(target, written) {
    const isShort = target.prerelease === "" && target.segments.slice(written).every((segment) => segment === 0);
    return [...(isShort ? [target.segments.slice(0, written).join(".")] : []), ...wholeTexts(target)];
}
/** Metadata is written only where a version is not meant without. */
function wholeTexts(target) {
    return [(0,lib_version/* renderVersion */.pv)({ ...target, metadata: "" }), (0,lib_version/* renderVersion */.pv)(target)];
}
/** The first version above `target` that has only zeros behind the part `level`, in as many parts as were written. */
function above(target, level, written) {
    const parts = Array.from({ length: written }, (_, index) => (index <= level ? (target.segments[index] ?? 0) : 0));
    return parts.map((part, index) => part + Number(index === level)).join(".");
}
/** What a bound is a bound of: `2.0.0` of the major, `1.5` and `1.5.0` of the minor. */
function lastNonZero({ segments }) {
    return Math.max(segments.findLastIndex((segment) => segment !== 0), 0);
}
function isFit(text, old, target, dialect) {
    const { holds, compare } = constraint_dialect/* DIALECTS */.O[dialect];
    const { terms } = (0,lib_constraint/* parseConstraint */.F)(text, dialect);
    if (!terms.every((term) => holds(term, target)))
        return false;
    return old.operator.startsWith("<") || compare(terms[0]?.version ?? target, old.version) >= 0;
}
/** How the term is written: its operator ("" for a lone version), the white space behind it, its `v`. */
function spelling(term, target, dialect) {
    const [, operator = "", gap = "", v = ""] = /^([!<>=~]*)(\s*)(v?)/.exec(term.text) ?? [];
    // A module's pre-release is only found when nothing stands between it and the `=`.
    const isBare = dialect === "module" && target.prerelease !== "";
    return isBare ? { operator, gap: "", v: "" } : { operator, gap, v };
}
/** What stands between terms. */
function separator({ text, terms }) {
    const [first, second] = terms;
    return first === undefined || second === undefined ? ", " : text.slice(first.end, second.start);
}

;// CONCATENATED MODULE: ./packages/terraform/lib/constraint-update.js
/**
 * Brings a constraint up to date for one version, and changes no more of its text than it must. Text in, text out, or
 * the reason why there is none. It chooses no version and knows no files; how one term is written anew is said in
 * constraint-edit.ts.
 */





/** What the constraint `text` has to become for `target`. */
function updateConstraint(text, target, strategy, dialect) {
    let constraint;
    try {
        constraint = (0,lib_constraint/* parseConstraint */.F)(text, dialect);
    }
    catch (error) {
        if (!(error instanceof constraint_error/* ConstraintError */.Y))
            throw error;
        return { problem: "invalid", why: `${error.message}. ${error.remedy.replace(/\.$/, "")}` };
    }
    if (dialect === "core" && target.prerelease !== "")
        return prerelease(target, dialect);
    const isAdmitted = (0,lib_constraint/* matches */.c)(constraint, target);
    if (isAdmitted && strategy !== "bump" && strategy !== "pin")
        return { after: text };
    const obstacle = constraint_update_findObstacle(constraint, target);
    if (obstacle !== undefined)
        return obstacle;
    if (strategy === "lock-only")
        return { problem: "lock-only", why: `${JSON.stringify(text)} does not admit ${(0,lib_version/* renderVersion */.pv)(target)}` };
    const after = strategy === "pin"
        ? pinConstraint(constraint, target)
        : constraint_update_splice(constraint, (term) => editTerm(term, target, strategy, constraint));
    // Each term holds now: all that can be missing is that a pre-release is asked for by name.
    return (0,lib_constraint/* matches */.c)((0,lib_constraint/* parseConstraint */.F)(after, dialect), target) ? { after } : prerelease(target, dialect);
}
/** What no strategy may change: exclusions, floors, and which versions there can be. */
function constraint_update_findObstacle({ dialect, terms }, target) {
    const rules = constraint_dialect/* DIALECTS */.O[dialect];
    const version = (0,lib_version/* renderVersion */.pv)(target);
    if (!rules.exists(target))
        return { problem: "invalid", why: `terraform cannot choose ${version} for a ${dialect}` };
    const failing = terms.filter((term) => !rules.holds(term, target));
    const exclusion = failing.find(({ operator }) => operator === "!=");
    if (exclusion !== undefined)
        return { problem: "excluded", why: `${JSON.stringify(exclusion.text)} excludes ${version}` };
    const floor = failing.find((term) => isBelow(term, rules.compare(target, term.version)));
    if (floor === undefined)
        return undefined;
    return { problem: "below", why: `${JSON.stringify(floor.text)} asks for more than ${version}` };
}
function isBelow({ operator }, order) {
    if (operator === ">")
        return order <= 0;
    return order < 0 && (operator === "=" || operator === ">=" || operator === "~>");
}
function prerelease(target, dialect) {
    const version = (0,lib_version/* renderVersion */.pv)(target);
    const why = dialect === "core"
        ? `${version} is a pre-release, which required_version cannot name`
        : `${version} is a pre-release, which terraform chooses only where a constraint names it exactly`;
    return { problem: "prerelease", why };
}
/** The text with every term put through `edit`, and all between the terms as it was. */
function constraint_update_splice({ text, terms }, edit) {
    let after = "";
    let at = 0;
    for (const term of terms) {
        after += text.slice(at, term.start) + edit(term);
        at = term.end;
    }
    return after + text.slice(at);
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/written-version.js
/**
 * A lone version or a git tag as a text: what it means when it is not written in full, and how another version is
 * written in its place.
 */


/** The newest version that begins with the written numbers; the version itself when it is written in full or unknown. */
function meantVersion(version, choices) {
    if (version.written >= 3 || version.prerelease !== "")
        return version;
    const begins = (choice) => choice.version.prerelease === "" &&
        version.segments.slice(0, version.written).every((segment, index) => segment === choice.version.segments[index]);
    return choices.find(begins)?.version ?? version;
}
/** In the form in which the former one was written: as many numbers as long as they mean the same, the same prefix. */
function writeVersion(choices, shape, former, choice) {
    const short = choice.version.segments.slice(0, former.written).join(".");
    const shortVersion = former.written < 3 && choice.version.prerelease === "" ? (0,lib_version/* tryVersion */.Kd)(short) : undefined;
    const meansSame = shortVersion !== undefined && isSame(meantVersion(shortVersion, choices), choice.version);
    if (!shape.isTag)
        return { after: `${shape.prefix}${meansSame ? short : choice.text}` };
    if (meansSame && choices.some(({ tags }) => tags.includes(shape.prefix + short)))
        return { after: shape.prefix + short };
    const tag = choice.tags.find((candidate) => isWrittenLike(candidate, shape.prefix, former));
    if (tag !== undefined)
        return { after: tag };
    const others = choice.tags.map((candidate) => JSON.stringify(candidate)).join(", ");
    return {
        reason: "constraint-unclear",
        why: `its tag is ${others}, here tags are written like ${JSON.stringify(`${shape.prefix}1.2.3`)}`,
    };
}
/** The same prefix and at least as many numbers: a tag with fewer of them may move. */
function isWrittenLike(tag, prefix, former) {
    const rest = tag.slice(prefix.length);
    if (!tag.startsWith(prefix) || !/^[0-9]/.test(rest))
        return false;
    return ((0,lib_version/* tryVersion */.Kd)(rest)?.written ?? 0) >= former.written;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/reading.js
/**
 * What the text of a mention means: which versions it admits, which one it names, and what it becomes for another one.
 * The same text of the same dependency is read once, however many files have it.
 */



/** A reader for a dependency with these choices, newest first. */
function createReader(choices, strategy) {
    const known = new Map();
    return {
        read: (syntax, text) => {
            const key = `${syntax.as} ${syntax.as === "constraint" ? syntax.dialect : syntax.as === "tag" ? syntax.prefix : ""} ${text}`;
            let reading = known.get(key);
            if (reading === undefined) {
                reading = reading_readText({ syntax, text, id: known.size, choices, strategy });
                known.set(key, reading);
            }
            return reading;
        },
    };
}
function reading_readText(context) {
    const { syntax } = context;
    if (syntax.as === "constraint")
        return readRange(context, syntax.dialect);
    return readName(context, syntax.as === "tag" ? syntax.prefix : undefined);
}
function readRange({ text, id, strategy }, dialect) {
    let constraint;
    try {
        constraint = (0,lib_constraint/* parseConstraint */.F)(text, dialect);
    }
    catch (error) {
        if (!(error instanceof constraint_error/* ConstraintError */.Y))
            throw error;
        return { problem: `${error.message}. ${error.remedy}` };
    }
    const exact = constraint.terms.find(({ operator }) => operator === "=")?.version;
    const lower = constraint.terms.filter(({ operator }) => LOWER.has(operator)).map(({ version }) => version);
    const admitted = new Map();
    const admits = (version) => {
        const key = (0,lib_version/* renderVersion */.pv)(version);
        const found = admitted.get(key) ?? (0,lib_constraint/* matches */.c)(constraint, version);
        admitted.set(key, found);
        return found;
    };
    const change = reading_remember((choice) => changeRange(text, choice, strategy, dialect, admits(choice.version)));
    const exclusions = constraint.terms.filter(({ operator }) => operator === "!=").map(({ version }) => version);
    return { id, text, exact, isConstraint: true, exclusions, floor: exact ?? lower[0], admits, change };
}
const LOWER = new Set([">=", ">", "~>"]);
function changeRange(text, choice, strategy, dialect, isAdmitted) {
    if (isAdmitted && (strategy === "auto" || strategy === "widen" || strategy === "lock-only"))
        return { after: text };
    if (strategy === "lock-only")
        return lockOnly(text);
    const found = updateConstraint(text, choice.version, strategy, dialect);
    if ("after" in found)
        return found;
    if (found.problem === "excluded")
        return { reason: "excluded-by-constraint", why: found.why };
    return { reason: found.problem === "lock-only" ? "lock-only" : "constraint-unclear", why: found.why };
}
function lockOnly(text) {
    return { reason: "lock-only", why: `${JSON.stringify(text)} does not admit it, and the strategy is lock-only` };
}
/** A version or a tag. Written with fewer than three numbers it means the newest version that begins with them. */
function readName(context, prefix) {
    const { text, id, strategy } = context;
    const shape = { prefix: prefix ?? (text.startsWith("v") ? "v" : ""), isTag: prefix !== undefined };
    const version = text.startsWith(shape.prefix) ? (0,lib_version/* tryVersion */.Kd)(text.slice(shape.prefix.length)) : undefined;
    if (version === undefined)
        return { problem: `${JSON.stringify(text)} is no version` };
    const exact = meantVersion(version, context.choices);
    const change = reading_remember((choice) => {
        if (isSame(choice.version, exact))
            return { after: text };
        return strategy === "lock-only" ? lockOnly(text) : writeVersion(context.choices, shape, version, choice);
    });
    const admits = (other) => isSame(other, exact);
    return { id, text, exact, isConstraint: false, exclusions: [], floor: exact, admits, change };
}
function reading_remember(change) {
    const known = new Map();
    return (choice) => {
        let found = known.get(choice);
        if (found === undefined) {
            found = change(choice);
            known.set(choice, found);
        }
        return found;
    };
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/refused.js
/** Tells what is newer and not taken, by profile: many units are alike. */
function tellRefused({ dependency }, units, { refusals, lanes }, held) {
    for (const [profile, alike] of Map.groupBy(units, (unit) => unit.profile)) {
        for (const { choice, reason, why, reading } of lanes(profile).notes) {
            const places = alike.flatMap((unit) => placesWith(unit, reading));
            held.add({ dependency, from: profile.current, ...toward(choice), reason, why, places });
        }
        const places = alike.flatMap((unit) => placesWith(unit, undefined));
        if (profile.current === undefined)
            held.add({ dependency, reason: "constraint-unclear", why: noFit(profile), places });
    }
    for (const { unit, choice, obstacle } of refusals) {
        const { reason, why, reading } = obstacle;
        const common = { dependency, from: unit.profile.current, places: placesWith(unit, reading) };
        held.add({ ...common, ...toward(choice), reason, why });
    }
}
function toward({ version, line }) {
    return { to: version, line };
}
function noFit({ readings }) {
    return `no known release fits ${readings.map(({ text }) => JSON.stringify(text)).join(", ")}`;
}
/** The places of a unit that a text is in; all of them when it is about no text. */
function placesWith({ sites, lock }, reading) {
    if (sites.length === 0)
        return lock === undefined ? [] : [{ file: lock.file }];
    const meant = reading === undefined ? sites : sites.filter((site) => site.reading === reading);
    return meant.map(({ mention }) => refused_whereOf(mention));
}
/** A mention as a place. */
function refused_whereOf({ file, line }) {
    return { file, line };
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/terraform-units.js
/**
 * The units of terraform or OpenTofu: each root module with the required_version of its tree and its version files, and
 * every other place by itself.
 */



/** The drafts. Workflows and Dockerfiles tell what is in use where nothing nearer does. */
function draftTerraform(sites, trees) {
    const files = groupVersionFiles(sites);
    const anchors = namedBy(commonSites(sites));
    const drafts = new Map();
    const draftOf = (root) => {
        let draft = drafts.get(root);
        if (draft === undefined) {
            draft = { root, sites: [...nearest(files, root)], anchors };
            drafts.set(root, draft);
        }
        return draft;
    };
    for (const root of trees.roots)
        if (nearest(files, root).length > 0)
            draftOf(root);
    const used = new Set([...drafts.values()].flatMap((draft) => draft.sites));
    const alone = [];
    for (const site of sites) {
        const directory = directoryOf(site.mention.file);
        if (isVersionFile(site)) {
            if (!used.has(site))
                alone.push({ root: directory, sites: [site] });
            continue;
        }
        const roots = site.mention.place === "required_version" ? trees.rootsOf(directory) : [];
        for (const root of roots)
            draftOf(root).sites.push(site);
        // A constraint outside of every root module stands for what its version files say, too.
        const near = namedBy(nearest(files, directory));
        if (roots.length === 0)
            alone.push({ root: directory, sites: [site], anchors: [...near, ...anchors] });
    }
    return [...drafts.values(), ...alone];
}
/** The versions that are named, the oldest first. */
function namedBy(sites) {
    return sites.flatMap(({ reading }) => reading.exact ?? []).toSorted(lib_version/* compareVersions */.Zy);
}
/** The version files by directory. */
function groupVersionFiles(sites) {
    return Map.groupBy(sites.filter(isVersionFile), (site) => directoryOf(site.mention.file));
}
/** The version files that count for a directory: those of the nearest directory that has some. */
function nearest(files, directory) {
    for (const above of upwards(directory)) {
        const found = files.get(above);
        if (found !== undefined)
            return found;
    }
    return [];
}
function isVersionFile({ mention }) {
    return mention.place === "version file";
}
/** Versions that may be meant for every root module. */
function commonSites(sites) {
    const isCommon = ({ place }) => place === "workflow" || place === "Dockerfile";
    return sites.filter(({ mention, reading }) => !reading.isConstraint && isCommon(mention));
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/requirement.js
/**
 * Providers that do not run on every terraform, as data, and whether the terraform of a root module is known to be too
 * old for one. Where nothing says which terraform is in use, nothing is against it.
 */





/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-5-upgrade: 4.x is the last for 0.12 to 0.15. */
const REQUIREMENTS = [
    { provider: "hashicorp/aws", major: 5, terraform: (0,lib_version/* parseVersion */.ot)("1.0.0") },
];
/** Reads the age from the places that name a terraform. */
function readTerraformAge(sites, trees) {
    const files = groupVersionFiles(sites);
    const common = namedBy(commonSites(sites));
    const ranges = new Map();
    const known = new Map();
    const isReached = (text, minimum) => {
        const key = `${(0,lib_version/* renderVersion */.pv)(minimum)} ${text}`;
        const found = known.get(key) ?? reaches(text, minimum);
        known.set(key, found);
        return found;
    };
    for (const { mention, reading } of sites) {
        if (mention.place !== "required_version")
            continue;
        for (const root of trees.rootsOf(directoryOf(mention.file))) {
            const found = ranges.get(root);
            if (found === undefined)
                ranges.set(root, [reading.text]);
            else
                found.push(reading.text);
        }
    }
    return (root, minimum) => {
        const near = namedBy(nearest(files, root));
        const [oldest] = near;
        if (oldest !== undefined && (0,lib_version/* compareVersions */.Zy)(oldest, minimum) < 0)
            return `the version file names ${(0,lib_version/* renderVersion */.pv)(oldest)}`;
        const range = (ranges.get(root) ?? []).find((text) => !isReached(text, minimum));
        if (range !== undefined)
            return `required_version is ${JSON.stringify(range)}`;
        const newest = near.length === 0 ? common.at(-1) : undefined;
        const isOld = newest !== undefined && (0,lib_version/* compareVersions */.Zy)(newest, minimum) < 0;
        return isOld ? `workflows and Dockerfiles name ${(0,lib_version/* renderVersion */.pv)(newest)}` : undefined;
    };
}
/** Adds to the drafts of a provider what its terraform is too old for. */
function withTerraformAge(dependency, drafts, age) {
    const found = REQUIREMENTS.filter(({ provider }) => (0,decide_dependency/* isPublicProvider */.XH)(dependency, provider));
    if (found.length === 0)
        return [...drafts];
    return drafts.map((draft) => {
        const old = found.map(({ terraform }) => age(draft.root, terraform));
        const outdated = ({ version }) => {
            const index = found.findIndex(({ major }, at) => old[at] !== undefined && majorOf(version) >= major);
            const requirement = found[index];
            return requirement && `it needs terraform ${(0,lib_version/* renderVersion */.pv)(requirement.terraform)}, and ${old[index]}`;
        };
        return { ...draft, outdated, age: JSON.stringify(old) };
    });
}
const HUGE = ["1.99999.0", "99999.0.0"].map(lib_version/* parseVersion */.ot);
/** Can the constraint admit the version or a newer one? It, the ends of the terms and huge ones are tried. */
function reaches(text, minimum) {
    const constraint = (0,lib_constraint/* parseConstraint */.F)(text);
    const ends = constraint.terms.flatMap(({ version }) => [(0,lib_version/* coreOf */.z2)(version), nextPatch(version)]);
    return [minimum, ...ends, ...HUGE].some((version) => (0,lib_version/* compareVersions */.Zy)(version, minimum) >= 0 && (0,lib_constraint/* matches */.c)(constraint, version));
}
function nextPatch({ segments: [major = 0, minor = 0, patch = 0] }) {
    return (0,lib_version/* parseVersion */.ot)(`${major}.${minor}.${patch + 1}`);
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/decide.js
/**
 * Decides what is brought up to date, and says of everything newer that is not why. Values in, values out: what was
 * found, what exists, what is locked, what the inputs want.
 */
















/** Decides. The same input gives the same output; applying it and deciding again gives no update to the same version. */
function decide(findings, catalogues, locks, policy) {
    const held = createHeldList();
    held.addUnreadable(findings.unreadable);
    held.addUnclear(findings.unclear);
    const trees = readTrees(findings.modules);
    const items = readInventory(findings.mentions, locks, trees);
    const world = { trees, age: ageOf(items, trees, policy), policy, held };
    const updates = items.flatMap((item) => decideItem(world, item, catalogues.get((0,decide_dependency/* dependencyKey */.jy)(item.dependency))));
    return { updates, held: held.list() };
}
/** How old the terraform of each root module is known to be. OpenTofu is never too old. */
function ageOf(items, trees, policy) {
    const terraform = items.find(({ dependency }) => (0,decide_dependency/* dependencyKey */.jy)(dependency) === "terraform terraform");
    const reader = createReader([], policy.strategy);
    return readTerraformAge((terraform?.mentions ?? []).flatMap((mention) => readSite(reader, mention).site ?? []), trees);
}
function decideItem(world, item, catalogue) {
    const { held, policy } = world;
    const { dependency } = item;
    const left = unwanted(item, policy);
    if (left !== undefined) {
        const to = catalogue === undefined || "problem" in catalogue ? undefined : decide_newestOf(dependency, catalogue, policy);
        const note = wholeNote(item, policy);
        if (to === undefined || note.from === undefined || isNewer(to, note.from))
            held.add({ ...note, ...left, to });
        return [];
    }
    if (catalogue === undefined || "problem" in catalogue) {
        const why = catalogue?.problem ?? "nobody looked it up";
        held.add({ ...wholeNote(item, policy), reason: "lookup-failed", why, isFailure: true });
        return [];
    }
    const streams = Map.groupBy(item.mentions, streamOf);
    if (item.entries.length > 0 && !streams.has(""))
        streams.set("", []);
    const updates = [...streams].flatMap(([stream, mentions]) => decideStream(world, item, { catalogue, stream, mentions }));
    return updates.toSorted((a, b) => (0,lib_version/* compareVersions */.Zy)((0,lib_version/* parseVersion */.ot)(a.to), (0,lib_version/* parseVersion */.ot)(b.to)) || (a.line < b.line ? -1 : 1));
}
function decide_newestOf(dependency, catalogue, policy) {
    const choices = readChoices(dependency, catalogue, policy, "");
    return choices.find(({ version }) => version.prerelease === "")?.version;
}
/** About a dependency as a whole, with what its texts and lock files tell without a list of releases. */
function wholeNote({ dependency, mentions, entries }, policy) {
    const reader = createReader([], policy.strategy);
    const sites = mentions.flatMap((mention) => readSite(reader, mention).site ?? []);
    const locked = entries.flatMap(({ version }) => (0,lib_version/* tryVersion */.Kd)(version) ?? []);
    const from = oldest(locked.length > 0 ? locked : sites.flatMap(({ reading }) => reading.exact ?? []));
    const places = mentions.length > 0 ? mentions.map(refused_whereOf) : entries.map(({ file }) => ({ file }));
    return { dependency, from, places };
}
/** Tags of one repository can be versions of several things: `vpc/v1.0.0` and `dns/v2.0.0`. */
function streamOf({ syntax }) {
    return syntax.as === "tag" ? syntax.prefix.replace(/v$/, "") : "";
}
function decideStream(world, item, { catalogue, stream, mentions }) {
    const { trees, policy, held } = world;
    const { dependency } = item;
    const choices = readChoices(dependency, catalogue, policy, stream);
    const reader = createReader(choices, policy.strategy);
    const subject = { dependency, stream, choices, reader, policy };
    const sites = [];
    for (const mention of mentions) {
        const { site, problem } = readSite(reader, mention);
        if (site !== undefined)
            sites.push(site);
        else
            held.add({ dependency, reason: "constraint-unclear", why: problem, places: [refused_whereOf(mention)] });
    }
    const units = toUnits(subject, draftUnits(world, item, sites));
    const picks = pickVersions(subject, units);
    tellRefused(subject, units, picks, held);
    return assembleUpdates(subject, picks, trees);
}
function readSite(reader, mention) {
    const reading = reader.read(mention.syntax, mention.text);
    return "problem" in reading ? reading : { site: { mention, reading, units: [] } };
}
/** Constraints on terraform and providers hold for whole trees; each call of a module is for itself. */
function draftUnits({ trees, age }, { dependency, entries }, sites) {
    if (dependency.kind === "provider")
        return withTerraformAge(dependency, draftProviders(sites, entries, trees), age);
    if (dependency.kind === "terraform")
        return draftTerraform(sites, trees);
    return sites.map((site) => ({ root: directoryOf(site.mention.file), sites: [site] }));
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/gate.js
/**
 * The gate between two rungs of the ladder: the next one opens when the former pull request is merged and, where
 * terraform-apply keeps Deployments, its apply succeeded afterwards. Pure: what happened is handed in.
 */




/** The decision without the updates that have to wait, which are held `waits-for-merge` or `waits-for-apply`. */
function gateRungs({ updates, held }, history) {
    const open = [];
    const waiting = [];
    for (const update of updates) {
        const wait = update.isRung ? (mergeWait(update, updates) ?? applyWait(update, history)) : undefined;
        if (wait === undefined)
            open.push(update);
        else
            waiting.push(heldOf(update, wait));
    }
    return { updates: open, held: [...nameOpen(held, open, history), ...waiting].toSorted(compareHeld) };
}
/** Another update of the dependency comes first in one of its root modules. */
function mergeWait(update, updates) {
    const former = updates.find((other) => isSameDependency(other, update) && isOlder(other.to, update.to) && isSharing(other.roots, update.roots));
    return former && { reason: "waits-for-merge", why: `${former.to} comes first and is not merged` };
}
/** The former pull request is merged, and not everywhere applied since. */
function applyWait(update, { pullRequests, deployments }) {
    const former = newestMerged(update, pullRequests);
    if (former === undefined)
        return undefined;
    const waiting = update.roots.filter((root) => {
        const deployment = deployments.get(root);
        return deployment !== undefined && !isAppliedSince(deployment, former.mergedAt);
    });
    const [first] = waiting;
    if (first === undefined)
        return undefined;
    const others = waiting.length === 1 ? "" : ` and ${waiting.length - 1} more`;
    const where = `${first === "." ? "the repository's own root" : first}${others}`;
    const why = `pull request #${former.number} is merged, and the newest apply of ${where} has not succeeded since`;
    return { reason: "waits-for-apply", why };
}
/** The last merged one that brought the version in use, or an older one: without it no apply is waited for. */
function newestMerged(update, pullRequests) {
    const from = (0,lib_version/* tryVersion */.Kd)(update.from);
    return pullRequests
        .filter(({ state, target }) => {
        const versions = state === "merged" ? targetsOf(target, update) : [];
        return versions.some((version) => from !== undefined && !isNewer(version, from));
    })
        .toSorted((a, b) => (b.mergedAt ?? 0) - (a.mergedAt ?? 0))[0];
}
/**
 * The versions of the dependency that a pull request brings: `hashicorp/aws 6.2.0`, and perhaps others before and behind.
 * A large group's marker tells its targets as a digest: it may well have brought what is in use.
 */
function targetsOf(target, { dependency, from }) {
    if (/^sha256:[0-9a-f]{64}$/.test(target))
        return (0,lib_version/* tryVersion */.Kd)(from) === undefined ? [] : [(0,lib_version/* parseVersion */.ot)(from)];
    const words = target.split(/\s+/);
    return words.flatMap((word, index) => (word === dependency.name ? ((0,lib_version/* tryVersion */.Kd)(words[index + 1] ?? "") ?? []) : []));
}
/** An apply that began before the merge has not applied it. Without a date nothing is proven. */
function isAppliedSince({ state, createdAt }, mergedAt) {
    return state === "success" && (mergedAt === undefined || (createdAt !== undefined && createdAt >= mergedAt));
}
/** Of what waits for an open pull request, the very next rung says so. */
function nameOpen(held, updates, { pullRequests }) {
    const named = new Map();
    for (const update of updates) {
        const to = (0,lib_version/* tryVersion */.Kd)(update.to);
        const isOurs = ({ state, target }) => state === "open" &&
            targetsOf(target, update).some((version) => to !== undefined && (0,lib_version/* compareVersions */.Zy)(version, to) === 0);
        const former = pullRequests.find(isOurs);
        const [next] = held
            .filter((each) => each.reason === "later-rung" && isHeldOf(each, update) && isOlder(update.to, each.to))
            .toSorted((a, b) => (isOlder(a.to, b.to) ? -1 : 1));
        if (former === undefined || next === undefined)
            continue;
        const why = `${update.to} comes first, and its pull request #${former.number} is open.`;
        named.set(next, { ...next, reason: "waits-for-merge", why });
    }
    return held.map((each) => named.get(each) ?? each);
}
function heldOf({ dependency, from, to }, { reason, why }) {
    const sentence = `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
    return { dependency: dependency.name, kind: dependency.kind, from, to, reason, why: sentence };
}
function isHeldOf({ dependency, kind }, update) {
    return dependency === update.dependency.name && kind === update.dependency.kind;
}
function isSameDependency(a, b) {
    return (0,decide_dependency/* dependencyKey */.jy)(a.dependency) === (0,decide_dependency/* dependencyKey */.jy)(b.dependency);
}
function isSharing(roots, others) {
    return roots.some((root) => others.includes(root));
}
function isOlder(text, than) {
    const [version, other] = [(0,lib_version/* tryVersion */.Kd)(text), (0,lib_version/* tryVersion */.Kd)(than)];
    return version !== undefined && other !== undefined && isNewer(other, version);
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/slug.js
/**
 * Names of branches for proposals: short, the same for the same proposal, never the same for two of them.
 */

const MOST_NAME = 60;
const MOST_VERSION = 30;
const MARK = 10;
/** The slugs in the order of the names: `[a-z0-9._-]`, at most 102 characters, and valid as the last part of a branch. */
function slugsOf(names) {
    const parts = names.map(slug_partsOf);
    const isMarked = parts.map(({ isWhole }) => !isWhole);
    for (;;) {
        const slugs = parts.map(({ name, version, mark }, index) => [name, isMarked[index] === true ? mark : "", version].filter((part) => part !== "").join("-"));
        // A name can look like another one with its mark: then it needs one itself.
        const meeting = slugs.flatMap((slug, index) => isMarked[index] !== true && slugs.indexOf(slug) !== slugs.lastIndexOf(slug) ? [index] : []);
        if (meeting.length === 0)
            return slugs;
        for (const index of meeting)
            isMarked[index] = true;
    }
}
/** The first characters of a text's digest. */
function digest(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex").slice(0, MARK);
}
function slug_partsOf(named) {
    const [name, version] = [clean(named.name), clean(named.version)];
    const [shortName, shortVersion] = [cut(name, MOST_NAME), cut(version, MOST_VERSION)];
    const isWhole = shortName === name && shortVersion === version && version !== "" && name !== "";
    return { name: shortName, version: shortVersion, mark: digest(named.identity), isWhole };
}
/** No dot or hyphen at either end, no two dots in a row, no `.lock` at the end: git takes none of them. */
function clean(text) {
    const plain = text.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, "-");
    return plain
        .replaceAll(/\.{2,}/g, "-")
        .replaceAll(/-{2,}/g, "-")
        .replace(/\.lock$/, "-lock")
        .replaceAll(/^[._-]+|[._-]+$/g, "");
}
function cut(text, most) {
    return text.length <= most ? text : text.slice(0, most).replace(/[._-]+$/, "");
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/decide/group.js
/**
 * Which updates come as one pull request, and how that is called. The updates are decided; the input `group` is read in
 * grouping.ts.
 */




/**
 * The proposals, sorted by key. With `major: separate` the major updates of a group are a proposal of their own. No place
 * is ever changed to two versions in one: the newer update then comes by itself.
 */
function group(updates, grouping, major) {
    const bundles = new Map();
    for (const update of updates.toSorted(compareUpdates)) {
        const name = groupOf(update.dependency, grouping);
        const wanted = name === undefined ? lonely(update) : grouped(name, grouping, major === "separate" && update.isMajor);
        const isTaken = bundles.get(wanted.key)?.updates.some((other) => isOverlapping(other, update)) === true;
        const bundle = isTaken ? lonely(update) : wanted;
        const found = bundles.get(bundle.key) ?? bundle;
        found.updates.push(update);
        bundles.set(bundle.key, found);
    }
    const sorted = [...bundles.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const slugs = slugsOf(sorted.map(withTargets));
    return sorted.map(({ key, group: name, updates: found }, index) => ({
        key,
        branch: slugs[index] ?? "",
        ...(name === undefined ? {} : { group: name }),
        updates: found,
    }));
}
function groupOf(dependency, grouping) {
    if (grouping.by === "all")
        return "all";
    if (grouping.by === "dependency")
        return undefined;
    return grouping.groups.find(({ patterns }) => patterns.some((pattern) => (0,decide_patterns/* namesDependency */.Ey)(pattern, dependency)))?.name;
}
function lonely({ dependency, line, to }) {
    const key = `${(0,decide_dependency/* dependencyKey */.jy)(dependency)} ${line}`;
    // A stream of tags is part of the line, not of the name.
    const stream = line.includes("/") ? `-${line.slice(0, line.lastIndexOf("/"))}` : "";
    return { key, name: `${dependency.name}${stream}`, version: to, identity: key, updates: [] };
}
function grouped(name, { by }, isApart) {
    const group = isApart ? `${name} major` : name;
    const key = by === "all" ? group : `group ${group}`;
    return { key, group, name: `group-${group}`, version: "", identity: key, updates: [] };
}
/** A group's targets are told by a digest: another set of them is another branch. */
function withTargets(bundle) {
    if (bundle.group === undefined)
        return bundle;
    const targets = bundle.updates.map(({ dependency, to, line }) => `${(0,decide_dependency/* dependencyKey */.jy)(dependency)} ${line} ${to}`);
    return { ...bundle, version: digest(targets.toSorted().join("\n")) };
}
/** Do they change the same place? */
function isOverlapping(a, b) {
    if ((0,decide_dependency/* dependencyKey */.jy)(a.dependency) !== (0,decide_dependency/* dependencyKey */.jy)(b.dependency))
        return false;
    const mentions = new Set(a.edits.map(({ mention }) => mention));
    const locks = new Set(a.locks.map(({ file }) => file));
    return b.edits.some(({ mention }) => mentions.has(mention)) || b.locks.some(({ file }) => locks.has(file));
}
/** By dependency, the older version first. */
function compareUpdates(a, b) {
    const [left, right] = [(0,decide_dependency/* dependencyKey */.jy)(a.dependency), (0,decide_dependency/* dependencyKey */.jy)(b.dependency)];
    if (left !== right)
        return left < right ? -1 : 1;
    return (0,lib_version/* compareVersions */.Zy)((0,lib_version/* parseVersion */.ot)(a.to), (0,lib_version/* parseVersion */.ot)(b.to)) || (a.line < b.line ? -1 : 1);
}

// EXTERNAL MODULE: ./actions/terraform-bump/lib/decide/grouping-yaml.js
var grouping_yaml = __webpack_require__(291);
;// CONCATENATED MODULE: ./packages/github/lib/permission-hint.js
/** How it is told that GitHub did not let us do something, and what the job lacks for it. Pure. */


/**
 * The sentence that names the permission whose lack a thrown value tells of, with a space before it:
 * " The job needs `permissions: deployments: write`."; "" for anything else.
 */
function permissionHint(thrown) {
    const permission = thrown instanceof failure/* GitHubFailure */.i ? thrown.permission : undefined;
    return permission === undefined ? "" : ` The job needs \`permissions: ${permission}\`.`;
}
/**
 * What people are told of something that could not be kept on GitHub, while the step goes on: what it is, why, which
 * permission is missing, what to do.
 * @param what begins the sentence, without a full stop
 */
function describeUnkept(thrown, what = "The GitHub Deployment could not be kept") {
    const failure = toFailure(thrown);
    return `${what}: ${failure.what}.${permissionHint(thrown)} ${failure.remedy}`;
}

// EXTERNAL MODULE: ./packages/github/lib/marker.js
var lib_marker = __webpack_require__(2303);
;// CONCATENATED MODULE: ./actions/terraform-bump/lib/pulls/content.js
/**
 * What a pull request brings, as digests: two that are the same need no write. Pure.
 */

/** Longer names are told by their digest: a body has room for 2,000 characters of marker. */
const content_LONGEST = 300;
const WORKFLOWS = ".github/workflows/";
/** A key or target on one line as markers and commits carry it; the same text always the same way. */
function nameOf(text) {
    const line = text.replaceAll(/[\p{C}\p{Z}]+/gu, " ").trim();
    return line.length <= content_LONGEST && !/[^\x20-\x7e]/.test(line) ? line : `sha256:${content_digest(text)}`;
}
/** What `desired` brings with these of its files. */
function content_contentOf(desired, files = desired.files) {
    const sorted = files.map(({ path, mode, text }) => [path, mode, text]).sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
    return { target: nameOf(desired.target), ground: nameOf(desired.ground), files: content_digest(JSON.stringify(sorted)) };
}
/** Whether two are the same. */
function isSameContent(a, b) {
    return a?.target === b.target && a.ground === b.ground && a.files === b.files;
}
/** All of it in one word, for the commit. */
function wordOf({ target, ground, files }) {
    return content_digest(JSON.stringify([target, ground, files]));
}
/** Files that only a token with the permission `workflows` may write. */
function isWorkflow({ path }) {
    return path.startsWith(WORKFLOWS);
}
function content_digest(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/pulls/mark.js
/**
 * The marks by which a pull request and a commit of ours are known again: a marker at the start of the body, trailers at
 * the end of the message. They identify and prove nothing: who wrote them is asked elsewhere. Pure.
 */


const ACTION = "terraform-bump";
const mark_KEY = "Handrail-Bump";
const CONTENT = "Handrail-Content";
/** The body of a pull request: the marker, then the text. */
function markBody(mark, text) {
    const { key, content, head, isPartial, isClosed, isUnproven = false } = mark;
    const flags = { partial: isPartial, closed: isClosed, unproven: isUnproven };
    const data = { ...content, head, ...Object.fromEntries(Object.entries(flags).filter(([, isSet]) => isSet)) };
    return `${(0,lib_marker/* renderMarker */.B)({ action: ACTION, key, data })}\n${text}`;
}
/** The marker at the start of a body; undefined when there is none that says everything. */
function readMark(body) {
    const marker = ours(body);
    if (marker === undefined)
        return undefined;
    const text = (name) => {
        const value = Object.hasOwn(marker.data, name) ? marker.data[name] : undefined;
        return typeof value === "string" ? value : "";
    };
    const mark = {
        key: marker.key,
        content: { target: text("target"), ground: text("ground"), files: text("files") },
        head: text("head"),
        isPartial: marker.data["partial"] === true,
        isClosed: marker.data["closed"] === true,
        ...(marker.data["unproven"] === true ? { isUnproven: true } : {}),
    };
    const isWhole = mark.key !== "" && mark.head !== "" && Object.values(mark.content).every((each) => each !== "");
    return isWhole ? mark : undefined;
}
/** The body without the marker. */
function mark_textOf(body) {
    return ours(body) === undefined ? body : body.slice(body.indexOf("-->") + 3).replace(/^\r?\n/, "");
}
function ours(body) {
    const marker = (0,lib_marker/* parseMarker */.g)(body);
    return marker?.action === ACTION ? marker : undefined;
}
/** A commit's message with our trailers. */
function signMessage(message, { key, content }) {
    return `${message.trimEnd()}\n\n${mark_KEY}: ${nameOf(key)}\n${CONTENT}: ${content}\n`;
}
/** The trailers in the last paragraph of a message; undefined when they are not ours. */
function readTrailers(message) {
    const last = message.replaceAll("\r\n", "\n").trimEnd().split("\n\n").at(-1) ?? "";
    const lines = new Map();
    for (const line of last.split("\n")) {
        const at = line.indexOf(": ");
        if (at > 0)
            lines.set(line.slice(0, at), line.slice(at + 2).trim());
    }
    const [key = "", content = ""] = [lines.get(mark_KEY), lines.get(CONTENT)];
    return key === "" ? undefined : { key, content };
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/pulls/owner.js

/** GitHub's own account, the committer of what it signs for bots. */
const WEB_FLOW = "web-flow";
/**
 * Judges the commits that a branch has and the base has not.
 * @param viewer our login
 */
function judgeOwner(ahead, viewer) {
    const { commits, mergeBase, total } = ahead;
    const ours = commits.filter((commit) => isOurs(commit, viewer));
    const newest = ours.at(-1);
    const trailers = newest === undefined ? undefined : readTrailers(newest.message);
    const key = trailers === undefined ? {} : { key: trailers.key };
    const foreign = commits.find((commit) => !isOurs(commit, viewer));
    if (foreign !== undefined)
        return { isOurs: false, who: foreign.author || foreign.authorName || "somebody", ...key };
    // More commits than were read: none of ours ever has so many.
    if (total > commits.length)
        return { isOurs: false, who: "somebody", ...key };
    return { isOurs: true, mergeBase, ...key, ...(trailers === undefined ? {} : { content: trailers.content }) };
}
/** Made by us: our account is the author, GitHub or we committed it, and it says so. */
function isOurs({ author, committer, parents, message }, viewer) {
    return (isSameLogin(author, viewer) &&
        (isSameLogin(committer, viewer) || committer === WEB_FLOW) &&
        parents.length === 1 &&
        readTrailers(message) !== undefined);
}
/** Whether two logins are one account's. */
function isSameLogin(a, b) {
    return a !== "" && a.toLowerCase() === b.toLowerCase();
}

;// CONCATENATED MODULE: ./packages/planning/lib/apply-deployment.js
/** The task of the Deployments of applies. */
const applyTask = "terraform-apply";
/** How the status of an apply that could not save its state begins; what follows names the state. */
const UNSAVED = "state-not-saved ";
/** The Deployment to create for an apply. */
function applyDeployment(place, { pullRequest, ...facts }) {
    const { owner, repo, sha: ref, environment } = place;
    const payload = { ...facts, ...(pullRequest === undefined ? {} : { pullRequest }) };
    return { owner, repo, ref, task: applyTask, environment, description: `terraform apply of ${facts.label}`, payload };
}
/**
 * How an apply ended, as the status of its Deployment.
 * @param unsaved the state that could not be saved: "<lineage> <serial>"; "" when it could
 */
function statusOfApply({ result, summary }, unsaved = "") {
    const isGood = result === "applied" || result === "no-changes";
    return { state: isGood ? "success" : "failure", description: unsaved === "" ? summary : `${UNSAVED}${unsaved}` };
}
/** The state that could not be saved, from the description of a status; undefined when it could. */
function unsavedStateOf(description) {
    return description.startsWith(UNSAVED) ? description.slice(UNSAVED.length) : undefined;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/pulls/past.js



/** The thousand pull requests that changed last. */
const MAX_PAGES = 10;
/**
 * Our merged pull requests for a base branch, newest merge first, among the thousand that changed last.
 * @throws GitHubFailure
 */
async function pastPullRequests(where, deps) {
    const { base, prefix } = where;
    const viewer = await deps.github.viewerLogin();
    const query = { prefix: `${prefix}/`, state: "closed", base, maxPages: MAX_PAGES };
    const pulls = await deps.repository.listPullRequests(query);
    const past = [];
    for (const { number, url, headRef, author, body, mergedAt } of pulls) {
        if (mergedAt === undefined || !isSameLogin(author, viewer))
            continue;
        const mark = readMark(body);
        const named = mark === undefined ? {} : { key: mark.key, target: mark.content.target };
        past.push({ number, url, branch: headRef, mergedAt, ...named });
    }
    return past.sort((a, b) => b.mergedAt - a.mergedAt);
}
/**
 * The newest apply of each of these root modules (relative to the repository) that has one. Needs `deployments: read`.
 * @throws GitHubFailure
 */
async function newestApplies(roots, repository) {
    if (roots.length === 0)
        return new Map();
    const subjects = new Set(roots);
    const found = await repository.newestDeployments({ task: applyTask, subject: past_directoryOf, subjects });
    return new Map([...found].map(([root, { status, createdAt }]) => {
        return [root, { state: status?.state ?? "", ...(createdAt === undefined ? {} : { createdAt }) }];
    }));
}
function past_directoryOf({ payload }) {
    const { directory } = payload;
    return typeof directory === "string" ? directory : undefined;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/history.js
/**
 * What happened to the former steps: which are merged, and whether they were applied. Without the right to see the applies
 * a named warning says so, and nothing waits for them.
 */





/** Reads it, as far as a rung of the ladder asks for it. */
async function readHistory(updates, where, deps, log) {
    const open = await openPullRequests(where, deps);
    const rungs = updates.filter(({ isRung }) => isRung);
    if (rungs.length === 0)
        return { pullRequests: open, deployments: new Map() };
    const merged = (await pastPullRequests(where, deps)).map(({ number, target, mergedAt }) => ({
        number,
        state: "merged",
        target: target ?? "",
        mergedAt,
    }));
    // Each root module costs a call.
    const following = rungs.filter((update) => newestMerged(update, merged) !== undefined);
    const roots = [...new Set(following.flatMap((update) => update.roots))].sort();
    try {
        return { pullRequests: [...open, ...merged], deployments: await newestApplies(roots, deps.repository) };
    }
    catch (error) {
        if (!(error instanceof failure/* GitHubFailure */.i) || error.permission === undefined)
            throw error;
        log.warning(`Whether former steps were applied is not known, so the next ones do not wait for it.${permissionHint(error)}`);
        return { pullRequests: [...open, ...merged], deployments: new Map() };
    }
}
/** Our open pull requests, with what their markers say they bring. */
async function openPullRequests({ base, prefix }, { repository, github }) {
    const viewer = await github.viewerLogin();
    const pulls = await repository.listPullRequests({ prefix: `${prefix}/`, state: "open", base });
    return pulls
        .filter(({ author }) => isSameLogin(author, viewer))
        .map(({ number, body }) => ({ number, state: "open", target: readMark(body)?.content.target ?? "" }));
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/left-alone.js

/** Keys of groups, and those that are told by a digest. */
const GROUP = /^(?:all(?: major)?$|group |sha256:)/;
/** Whether a proposal with this key, as nameOf has it, may lack what could not be looked up: a group. */
function isPartlyKnown(catalogues) {
    const isMissing = [...catalogues.values()].some((found) => "problem" in found);
    return (key) => isMissing && GROUP.test(key);
}
/** Tells it of a proposal's key, as nameOf has it. */
function leftAlone({ catalogues, dropped, waiting, unreadable }) {
    const missing = [...catalogues].filter(([, found]) => "problem" in found).map(([dependency]) => dependency);
    const named = new Set([...dropped, ...waiting].map(nameOf));
    return (key) => {
        if (unreadable > 0 || named.has(key))
            return true;
        // A group, or a key that is told by its digest, may hold what could not be looked up.
        if (missing.length > 0 && GROUP.test(key))
            return true;
        return missing.some((dependency) => key.startsWith(`${dependency} `));
    };
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/look-up.js
/**
 * Asks for the releases of each dependency, all at once: the registry keeps its own limits. One that fails stops no other.
 */


/** The releases by dependencyKey, or a sentence without a full stop on why they are not known. */
async function lookUp(dependencies, registry) {
    const found = await Promise.all(dependencies.map(async (dependency) => [(0,decide_dependency/* dependencyKey */.jy)(dependency), await askFor(dependency, registry)]));
    return new Map(found);
}
/** What is in use exists. That nothing does is the answer of a registry that is out of order, and no reason to close anything. */
const NO_RELEASES = "The answer names no version at all, not even one that is in use. Check how its source is written, and whether the registry is in order; then run the job again";
async function askFor({ source }, registry) {
    try {
        const catalogue = await ask(source, registry);
        return catalogue.releases.length === 0 && source.from !== "git" ? { problem: NO_RELEASES } : catalogue;
    }
    catch (error) {
        if (!(error instanceof lib_failure/* Failure */.HR) || error.reason === "cancelled")
            throw error;
        return { problem: `${error.what}. ${error.remedy.replace(/\.$/, "")}` };
    }
}
function ask(source, registry) {
    if (source.from === "providers")
        return registry.provider(source);
    if (source.from === "modules")
        return registry.module(source);
    return source.from === "releases" ? registry.product(source.product) : registry.git(source.url);
}
/** The platforms that a version of a provider is released for; undefined when nobody says. */
function platformsIn(catalogues, dependencyAt) {
    return ({ host, namespace, type }, version) => {
        const dependency = dependencyAt(`${host}/${namespace}/${type}`);
        const catalogue = dependency === undefined ? undefined : catalogues.get((0,decide_dependency/* dependencyKey */.jy)(dependency));
        if (catalogue === undefined || "problem" in catalogue)
            return undefined;
        return catalogue.releases.find((release) => release.version.text === version)?.platforms;
    };
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/story.js
/**
 * What one run did, as the summary, the log and the output `summary` tell it.
 */


/** What it does, with its sign; of a pull request that stays as it is, nothing is proven anew. */
function effectOf({ proof, pull }) {
    const isKept = proof === undefined && pull?.state === "unchanged";
    return isKept ? { sign: "", text: "as before" } : describeProof(proof);
}
/** What came of a proposal, in a word or two. */
function stateOf({ pull }, isDryRun) {
    if (pull !== undefined)
        return isDryRun && pull.state !== "unchanged" ? `would be ${pull.state}` : pull.state;
    return isDryRun ? "would be opened or updated" : "not published";
}
/** The run in one line of plain text without names: the output `summary`, and the heading of the step's summary. */
function summariseStory({ result, told, closed, held, isDryRun }) {
    const failures = held.filter(({ isFailure }) => isFailure === true).length;
    const states = new Map();
    for (const { pull } of told)
        if (pull !== undefined)
            states.set(pull.state, (states.get(pull.state) ?? 0) + 1);
    if (closed.length > 0)
        states.set("closed", (states.get("closed") ?? 0) + closed.length);
    const counts = ["created", "updated", "unchanged", "closed"].flatMap((state) => {
        const count = states.get(state);
        return count === undefined ? [] : [`${count} ${state}`];
    });
    const pulls = counts.length === 0 || isDryRun ? [] : [`pull requests: ${counts.join(", ")}`];
    const dry = isDryRun && told.length > 0 ? [`dry run: ${plural(told.length, "pull request")} would be open`] : [];
    const rest = [
        ...(held.length > failures ? [`${held.length - failures} held`] : []),
        ...(failures > 0 ? [plural(failures, "failure")] : []),
    ];
    const did = [...dry, ...pulls];
    if (did.length === 0)
        did.push(nothing(result, held.length));
    return [...did, ...rest].join("; ");
}
function nothing(result, held) {
    if (result === "failed")
        return "failed";
    return held === 0 ? "everything is up to date" : "nothing to bump now";
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/log.js




const log_MOST = 1_000;
/** Renders the lines, without line ends. */
function renderLog(story) {
    const { told, closed, held, isDryRun } = story;
    const isFailure = (item) => item.isFailure === true;
    const lines = [
        ...told.flatMap((one) => {
            const proof = effectOf(one).text;
            const where = one.pull === undefined ? "" : ` ${one.pull.url}`;
            return one.proposal.updates.map((update) => {
                const move = `${describeDependency(update)} ${update.from} -> ${update.to}`;
                return `${move}: ${stateOf(one, isDryRun)}${where}: ${proof}`;
            });
        }),
        ...closed.map(({ url, branch }) => `closed ${url} (${branch})`),
        ...held.filter((item) => !isFailure(item)).map((item) => `held ${describeHeld(item)}`),
        ...held.filter(isFailure).map((item) => `failed ${describeHeld(item)}`),
        summariseStory(story),
    ];
    return lines.map((line) => shorten(oneLine(line), log_MOST));
}
function describeHeld({ dependency, from, to, reason, why, file, line }) {
    const move = [from, to].filter((version) => version !== "").join(" -> ");
    const where = file === undefined ? "" : ` (${file}${line === undefined ? "" : `:${line}`})`;
    return `${dependency}${move === "" ? "" : ` ${move}`}: ${introduce(reason)}${why}${where}`;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/outputs.js

/** The output `updates`: what moves, in the order of the proposals. */
function updatesOutput(proposals) {
    return proposals
        .flatMap(({ updates }) => updates)
        .map((update) => ({
        dependency: update.dependency.name,
        kind: update.dependency.kind,
        from: update.from,
        to: update.to,
        "constraint-before": update.constraintBefore,
        "constraint-after": update.constraintAfter,
        files: filesOf(update),
    }));
}
/** The output `held`: every update that was not made. */
function heldOutput(held) {
    return held.map(({ dependency, kind, from, to, reason, why, file, line, isFailure }) => ({
        dependency,
        kind,
        from,
        to,
        reason,
        why,
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
        ...(isFailure === true ? { failure: true } : {}),
    }));
}
/** The output `pull-requests`. */
function pullRequestsOutput(pulls) {
    return pulls.map(({ number, url, branch, state }) => ({ number, url, branch, state }));
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/tell/summary.js
/**
 * The step's summary: what went wrong, the pull requests with their proof, and why everything else was not updated. What
 * does not fit GitHub's limit is left out by importance and counted.
 */







/** What the rest of the step may add. */
const ROOM_FOR_OTHERS = 65_536;
/** How many updates of a group one row names. */
const summary_MOST_NAMED = 5;
const summary_signs = { updated: "⬆️", "up-to-date": "✅", failed: "❌" };
/** Renders the summary within GitHub's limit. */
function renderSummary(story) {
    const { context, result, held } = story;
    const pieces = [
        {
            importance: 1000,
            full: `### ${summary_signs[result]} terraform-bump: ${summariseStory(story)}\n\n`,
            omitted: "headline",
        },
        ...summary_failurePieces(story),
        ...summary_brokenPieces(story),
        ...pullPieces(story),
        ...whyNotPieces(held.filter(({ isFailure }) => isFailure !== true), context),
        { importance: 1000, full: summary_footer(context), omitted: "footer" },
    ];
    return `${fit(pieces, SUMMARY_LIMIT_BYTES - ROOM_FOR_OTHERS, measureBytes).text.trimEnd()}\n`;
}
/** What went wrong here. */
function summary_failurePieces({ held, context }) {
    const failures = held.filter(({ isFailure }) => isFailure === true);
    const lines = failures.map((item) => `- ❌ ${heldLine(item, context)}\n`);
    return summary_listPieces("What went wrong", lines, 950, "failure");
}
/** The roots that a bump breaks: nothing went wrong here. */
function summary_brokenPieces({ told, context }) {
    const lines = told.flatMap((one) => (one.proof?.roots ?? [])
        .filter(({ outcome }) => outcome === "fails")
        .map((root) => {
        return `- ❌ ${markdown_code(root.label)} fails with ${namesOf(one)}${whereOf(root, context)}: ${messageOf(root)}\n`;
    }));
    return summary_listPieces("What newer versions break", lines, 900, "root that fails");
}
function summary_listPieces(title, lines, importance, omitted) {
    if (lines.length === 0)
        return [];
    return [
        { importance: 1000, full: `#### ${title}\n\n`, omitted: "heading" },
        ...lines.map((full) => ({ importance, full, omitted })),
        { importance: 1000, full: "\n", omitted: "line" },
    ];
}
function pullPieces({ told, closed, isDryRun }) {
    const rows = [
        ...told.map((one) => {
            const { sign, text } = effectOf(one);
            return [pullLink(one.pull), namesOf(one), stateOf(one, isDryRun), `${sign} ${text}`.trim()];
        }),
        ...closed.map((pull) => [pullLink(pull), markdown_code(pull.branch), pull.state, ""]),
    ];
    if (rows.length === 0)
        return [];
    const [head = "", line = "", ...lines] = table(["pull request", "brings", "state", "what it does"], rows).split("\n");
    return [
        { importance: 1000, full: `#### Pull requests\n\n${head}\n${line}\n`, omitted: "heading" },
        ...lines.map((row) => ({ importance: 800, full: `${row}\n`, omitted: "pull request" })),
        { importance: 1000, full: "\n", omitted: "line" },
    ];
}
function pullLink(pull) {
    const url = pull === undefined ? null : URL.parse(pull.url);
    if (pull === undefined || url === null || !/^https?:$/.test(url.protocol))
        return pull === undefined ? "" : `${pull.number}`;
    // `#12` is what GitHub makes of it anyway; escaped, so that it is a link to this one only.
    return `[&#35;${pull.number}](${url.href.replaceAll(/[()<>\s]/g, encodeURIComponent)})`;
}
function namesOf({ proposal }) {
    const names = proposal.updates
        .slice(0, summary_MOST_NAMED)
        .map((update) => `${markdown_code(describeDependency(update))} ${markdown_code(update.to)}`);
    const more = proposal.updates.length - names.length;
    return `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
/** Every non-update, by its reason. */
function whyNotPieces(held, context) {
    if (held.length === 0)
        return [];
    return [
        { importance: 1000, full: "#### Why not\n\n", omitted: "heading" },
        ...heldReasons.flatMap((reason) => groupPieces(heldWords[reason], held.filter((item) => item.reason === reason), context)),
    ];
}
function groupPieces(words, items, context) {
    if (items.length === 0)
        return [];
    const rows = items.map((item) => [
        `${markdown_code(item.dependency)}${moveOf(item)}`,
        item.file === undefined ? "" : fileLink(context, item.file, item.line),
        whyOf(item),
    ]);
    const [head = "", line = "", ...lines] = table(["dependency", "where", "why"], rows).split("\n");
    const [start = "", end = ""] = details(`${words} (${items.length})`, "\n", items.length <= 5).split("\n\n\n\n");
    return [
        { importance: 1000, full: `${start}\n\n${head}\n${line}\n`, omitted: "heading" },
        ...lines.map((row) => ({ importance: 500, full: `${row}\n`, omitted: "held update" })),
        { importance: 1000, full: `${end}\n\n`, omitted: "line" },
    ];
}
function summary_footer({ runUrl, baseBranch, sha }) {
    const run = runUrl === "" ? "" : `[run](${runUrl}) · `;
    return `<sub>${run}base ${markdown_code(baseBranch)} at ${markdown_code(sha.slice(0, 7))}</sub>\n`;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/conclude.js
/**
 * How the step ends: its outputs, its summary, its log, and the failure when something could not be done.
 */





/** Tells it. */
function conclude({ inputs, deps }, done) {
    const { log, annotate } = { log: deps.host.log, annotate: deps.host.annotate.bind(deps.host) };
    const story = storyOf(done, inputs["dry-run"] || deps.github === undefined);
    for (const line of renderLog(story))
        log.info(line);
    for (const note of done.published.notes)
        annotate({ level: "warning", message: note });
    const failures = done.held.filter(({ isFailure }) => isFailure === true);
    const proposals = story.told.map(({ proposal }) => proposal);
    const updates = updatesOutput(proposals);
    return {
        outputs: {
            result: story.result,
            updates,
            held: heldOutput(done.held),
            "pull-requests": pullRequestsOutput(done.published.results.filter(({ number }) => number > 0)),
            count: updates.length,
            ...(done.proofFolder === undefined ? {} : { proofs: done.proofFolder }),
            summary: summariseStory(story),
        },
        summary: renderSummary(story),
        ...(failures.length === 0 ? {} : { failure: incomplete(failures) }),
    };
}
/** What was held for itself is told as held, and not as an update. */
function storyOf({ changes, proofs, published, held, context }, isDryRun) {
    const pulls = new Map(published.results.filter(({ state }) => state !== "closed").map((pull) => [pull.key, pull]));
    const heldKeys = new Set(published.held.filter(({ file }) => file === undefined).map(({ key }) => key));
    const told = changes
        .filter(({ proposal }) => !heldKeys.has(proposal.key))
        .map(({ proposal }) => {
        const pull = pulls.get(proposal.key);
        return { proposal, proof: proofs.get(proposal.key), pull: pull?.number === 0 ? undefined : pull };
    });
    const isBlind = published.results.length === 0 && isDryRun;
    const isChanged = published.results.some(({ state }) => state !== "unchanged") || (isBlind && told.length > 0);
    const isFailed = held.some(({ isFailure }) => isFailure === true);
    return {
        result: isFailed ? "failed" : isChanged ? "updated" : "up-to-date",
        told,
        closed: published.results.filter(({ state }) => state === "closed"),
        held,
        isDryRun,
        context,
    };
}
/** The first failure in the first line; the others are in the summary. */
function incomplete(failures) {
    const [first] = failures;
    const place = first?.file === undefined ? "" : ` (${first.file}${first.line === undefined ? "" : `:${first.line}`})`;
    const more = failures.length === 1 ? "" : `; ${failures.length - 1} more in the step summary`;
    const why = (first?.why ?? "").replace(/\.$/, "");
    return new lib_failure/* Failure */.HR({
        reason: "incomplete",
        what: `Not everything could be brought up to date: ${first?.dependency ?? ""}${place}: ${why}${more}`,
        remedy: "The rest was done. Settle what failed, or run the job again when it was a passing failure.",
    });
}

// EXTERNAL MODULE: ./packages/runner/lib/glob.js
var lib_glob = __webpack_require__(2800);
;// CONCATENATED MODULE: ./packages/planning/lib/target.js
/**
 * What is planned, and where things are. Pure.
 */

/**
 * The label when none is given: the directory, and the workspace when it is not `default`.
 * @param directory relative to the workspace, `.` for its root
 */
function defaultLabel(directory, workspace) {
    return workspace === "default" || workspace === "" ? directory : `${directory} (${workspace})`;
}
/** The label that the input gives, else the default one. */
function labelOf(given, directory, workspace) {
    return given === "" ? defaultLabel(directory, workspace) : given;
}
/** The directory in the one way in which labels, links and GitHub's lists of files write it. */
function normaliseDirectory(given) {
    const path = posix.normalize(given).replace(/(?<=.)\/$/, "");
    return path === "" ? "." : path;
}
/**
 * The absolute path that the input names; undefined when it names none.
 * @param given the input: empty, absolute, or relative to the workspace
 */
function namedOutputDirectory(given, workspacePath) {
    return given === "" ? undefined : posix.resolve(workspacePath, given);
}

;// CONCATENATED MODULE: ./packages/planning/lib/root-settings.js
/**
 * With which settings a root module is planned, by the `roots` of `.github/handrail.yml`. Pure; the YAML parser is loaded
 * only when there is a text to parse.
 */



/** The roots of the file's text. Throws like `parseHandrailFile`. */
async function readRootSettings(text, path) {
    const { parseHandrailFile } = await __webpack_require__.e(/* import() */ 389).then(__webpack_require__.bind(__webpack_require__, 6389));
    return parseHandrailFile(text, path).roots;
}
/**
 * The targets of a root module: one for each entry that matches it, in the order of the file, and one without settings when
 * none does. Entries that say the same are one.
 * @param workspace the one that is meant where no entry names one, as TF_WORKSPACE says; "" when nothing does
 */
function root_settings_targetsOf(roots, directory, workspace = "") {
    const matching = roots.filter(({ path }) => matchesPath(path, directory)).map((each) => ({ workspace, ...each }));
    const distinct = new Map(matching.map((settings) => [identity(settings), settings]));
    const found = distinct.size === 0 ? [{ path: directory, workspace, ...NOTHING }] : [...distinct.values()];
    const targets = found.map((settings) => ({ ...targetOf(settings, directory), settings }));
    return targets.map(({ settings, ...target }) => {
        const isAlone = targets.filter(({ label }) => label === target.label).length === 1;
        return isAlone ? target : { ...target, label: `${target.label} [${distinction(settings, directory)}]` };
    });
}
const NOTHING = { varFiles: [], backendConfigFiles: [], wave: 1 };
function identity({ workspace = "", varFiles, backendConfigFiles }) {
    return JSON.stringify([workspace, varFiles, backendConfigFiles]);
}
function targetOf({ workspace = "", varFiles, backendConfigFiles }, directory) {
    return { directory, label: defaultLabel(directory, workspace), workspace, varFiles, backendConfigFiles };
}
/** What tells it from another one with the same label. */
function distinction({ environment, varFiles, backendConfigFiles }, directory) {
    const files = [...backendConfigFiles, ...varFiles].join(", ");
    if (files !== "")
        return files;
    return environment?.replaceAll("{basename}", external_node_path_.posix.basename(directory)) ?? "no files";
}
/**
 * Whether a directory matches a glob: `*` and `?` stay within one folder's name, `**` stands for any number of folders.
 * Both are relative to the repository, `.` for its root.
 */
function matchesPath(glob, directory) {
    const patterns = root_settings_partsOf(glob);
    let reached = new Set([0]);
    for (const part of root_settings_partsOf(directory)) {
        const next = new Set();
        for (const at of withSkipped(patterns, reached)) {
            const pattern = patterns[at];
            if (pattern === "**")
                next.add(at);
            else if (pattern !== undefined && (0,lib_glob/* matchesGlob */.k)(pattern, part))
                next.add(at + 1);
        }
        reached = next;
    }
    return withSkipped(patterns, reached).has(patterns.length);
}
/** The places in the pattern, and those behind a `**` that stands for no folder. */
function withSkipped(patterns, places) {
    const all = new Set(places);
    // A set that grows while it is walked is walked to its new end.
    for (const at of all)
        if (patterns[at] === "**")
            all.add(at + 1);
    return all;
}
function root_settings_partsOf(path) {
    return path.split("/").filter((part) => part !== "" && part !== ".");
}

;// CONCATENATED MODULE: ./packages/report/lib/category.js
/** Worst first: the order in the comment, and the order in which things survive when space runs out. */
const category_categories = [
    "delete",
    "replace",
    "forget",
    "other",
    "update",
    "create",
    "import",
    "move",
    "deferred",
    "read",
    "open",
];
const category_categoryWords = {
    delete: { sign: "🟥", heading: "to destroy", done: "destroyed", will: "will be destroyed", count: "destroy" },
    replace: { sign: "🟧", heading: "to replace", done: "replaced", will: "will be replaced", count: "replace" },
    forget: {
        sign: "⬛",
        heading: "to forget",
        done: "no longer managed",
        will: "will no longer be managed, and not destroyed",
        count: "forget",
    },
    other: {
        sign: "🟪",
        heading: "to change in an unknown way",
        done: "changed in an unknown way",
        will: "will change in an unknown way",
        count: "other",
    },
    update: { sign: "🟨", heading: "to change", done: "changed", will: "will be updated in place", count: "change" },
    create: { sign: "🟩", heading: "to add", done: "added", will: "will be created", count: "add" },
    import: { sign: "🟦", heading: "to import", done: "imported", will: "will be imported", count: "import" },
    move: { sign: "🟦", heading: "to move", done: "moved", will: "gets another address", count: "move" },
    deferred: {
        sign: "⬜",
        heading: "deferred",
        done: "deferred",
        will: "is deferred to a later plan",
        count: "deferred",
    },
    read: { sign: "⬜", heading: "to read", done: "read", will: "will be read during apply", count: "read" },
    open: { sign: "⬜", heading: "to open", done: "opened", will: "will be opened during apply", count: undefined },
};
/** The category of a change. A change of nothing but its address or its import is a move or an import. */
function categoryOf(change) {
    if (change.deferredReason !== undefined)
        return "deferred";
    if (change.kind !== "no-op")
        return change.kind;
    return change.importing === undefined ? "move" : "import";
}
/** Whether something that exists is lost. */
function category_isDestructive(category) {
    return category === "delete" || category === "replace";
}
const reasons = {
    replace_because_cannot_update: "an attribute cannot be changed in place",
    replace_because_tainted: "it is tainted",
    replace_by_request: "it was asked for",
    replace_by_triggers: "replace_triggered_by names something that changes",
    delete_because_no_resource_config: "it is not in the configuration",
    delete_because_wrong_repetition: "count or for_each was added or removed",
    delete_because_count_index: "its index is out of range for count",
    delete_because_each_key: "its key is not in for_each",
    delete_because_no_module: "its module is not in the configuration",
    delete_because_no_move_target: "it was moved to an address that is not in the configuration",
    read_because_config_unknown: "its configuration is not known yet",
    read_because_dependency_pending: "it depends on something that changes",
    read_because_check_nested: "a check reads it",
};
/** Terraform's action reason in words; a reason that we do not know is returned as it is, in `isKnown: false`. */
function describeReason(reason) {
    const text = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
    return text === undefined ? { text: reason, isKnown: false } : { text, isKnown: true };
}

;// CONCATENATED MODULE: ./packages/report/lib/headline.js
/**
 * The one line that decides: what a plan does, counted, worst first. Renders text; knows nothing of comments.
 */


/**
 * The counts as words, worst first, for example `2 to destroy, 1 to replace, 3 to add, 1 output changes`.
 * Empty when there is nothing to count.
 */
function describeCounts(counts) {
    return describe(counts, "heading", (outputs) => (outputs === 1 ? "1 output changes" : `${outputs} outputs change`));
}
/** The counts when all is done: `2 destroyed, 1 replaced, 3 added, 1 output changed`. */
function describeDone(counts) {
    return describe(counts, "done", (outputs) => (outputs === 1 ? "1 output changed" : `${outputs} outputs changed`));
}
function describe(counts, words, outputs) {
    const parts = [];
    for (const category of category_categories) {
        const { count, [words]: text } = category_categoryWords[category];
        if (count !== undefined && counts[count] > 0)
            parts.push(`${counts[count]} ${text}`);
    }
    if (counts.outputs > 0)
        parts.push(outputs(counts.outputs));
    return parts.join(", ");
}
/** The step in one line of plain text, for the `summary` output and the log. A failure never reads like good news. */
function summarise(result, counts, hasChanges) {
    const planned = describePlan(counts, hasChanges);
    if (result === "failed")
        return isNothing(counts) ? "plan failed" : `plan failed, as far as it came: ${planned}`;
    return result === "denied" ? `denied: ${planned}` : planned;
}
function describePlan(counts, hasChanges) {
    const text = counts === undefined ? "" : describeCounts(counts);
    if (text !== "")
        return text;
    return hasChanges ? "changes that are not resources or outputs" : "no changes";
}
function isNothing(counts) {
    return counts === undefined || describeCounts(counts) === "";
}
/** The heading of comment and summary. */
function renderHeadline(report) {
    return `### ${sign(report)} ${code(report.label)}: ${verdict(report)}`;
}
/** The plan in one line of html, for where it is not the heading. */
function renderPlanTitle(report) {
    const { runId, runAttempt } = report.origin;
    const run = runId === "" ? "" : ` of run ${runId}${runAttempt > 1 ? `, attempt ${runAttempt}` : ""}`;
    return `📋 The plan${run}: ${verdict(report).replaceAll("**", "")}`;
}
function verdict({ counts, result }) {
    if (result === "no-changes")
        return "no changes";
    const planned = emphasise(counts, describePlan(counts, true));
    if (result === "changes")
        return planned;
    const what = result === "denied" ? "denied" : "plan failed";
    return isNothing(counts) ? `**${what}**` : `**${what}**, ${planned}`;
}
/** Sets destroys and replacements, which come first in the line, in bold. */
function emphasise(counts, summary) {
    if (counts === undefined)
        return summary;
    const parts = summary.split(", ");
    const bold = Number(counts.destroy > 0) + Number(counts.replace > 0);
    return bold === 0 ? summary : [`**${parts.slice(0, bold).join(", ")}**`, ...parts.slice(bold)].join(", ");
}
function sign(report) {
    if (report.result === "failed")
        return "❌";
    if (report.result === "denied")
        return "⛔";
    if (report.result === "no-changes")
        return "✅";
    const { counts } = report;
    const worst = categories.find((category) => {
        const { count } = categoryWords[category];
        return counts !== undefined && count !== undefined && counts[count] > 0;
    });
    return worst === undefined ? "🟨" : categoryWords[worst].sign;
}
/** How many addresses the warning names. */
const headline_named = 10;
/** The warning below the headline where something is destroyed or replaced, with what it is; empty where nothing is. */
function renderDestructionWarning({ counts, changes }) {
    if (counts === undefined || counts.destroy + counts.replace === 0)
        return "";
    const lost = counts.destroy + counts.replace;
    const objects = lost === 1 ? "1 object" : `${lost} objects`;
    const how = [counts.destroy > 0 ? "destroyed" : "", counts.replace > 0 ? "replaced" : ""]
        .filter(Boolean)
        .join(" or ");
    const all = changes.filter(({ category }) => isDestructive(category));
    const list = all.slice(0, headline_named).map(({ change, category }) => {
        return `${code(change.address)} ${category === "replace" ? "replaced" : "destroyed"}`;
    });
    const more = all.length > headline_named ? `, and ${all.length - headline_named} more` : "";
    return `> [!CAUTION]\n> **${objects} will be ${how}:** ${list.join(", ")}${more}.\n`;
}

// EXTERNAL MODULE: ./packages/terraform/lib/json-scan.js + 4 modules
var json_scan = __webpack_require__(6142);
// EXTERNAL MODULE: ./packages/terraform/lib/json-value.js
var json_value = __webpack_require__(2598);
// EXTERNAL MODULE: ./packages/terraform/lib/plan-change.js
var plan_change = __webpack_require__(4748);
// EXTERNAL MODULE: ./packages/terraform/lib/secrets.js
var lib_secrets = __webpack_require__(5199);
;// CONCATENATED MODULE: ./packages/terraform/lib/plan-configuration.js


/**
 * Reads `configuration` at the cursor: adds what is secret in it to `secrets`.
 * Returns the names of the root module's sensitive variables.
 */
function readConfiguration(scanner, secrets) {
    let sensitive = new Set();
    if (!scanner.isObject())
        return sensitive;
    scanner.object((key) => {
        if (key === "root_module")
            sensitive = readModule(scanner, secrets, 0);
    });
    return sensitive;
}
function readModule(scanner, secrets, depth) {
    if (depth > json_value/* MAX_DEPTH */.lr)
        throw new json_value/* JsonError */.N3(`modules nest deeper than ${json_value/* MAX_DEPTH */.lr} levels`, scanner.offset);
    const sensitive = new Set();
    if (!scanner.isObject())
        return sensitive;
    scanner.object((key) => {
        if (!scanner.isObject())
            return;
        if (key === "variables") {
            scanner.object((name) => {
                const variable = scanner.take();
                if ((0,json_value/* member */.Dc)(variable, "sensitive") !== true)
                    return;
                sensitive.add(name);
                (0,lib_secrets/* collectSecrets */.qb)((0,json_value/* member */.Dc)(variable, "default"), true, secrets);
            });
        }
        else if (key === "outputs") {
            scanner.object(() => {
                const output = scanner.take();
                if ((0,json_value/* member */.Dc)(output, "sensitive") === true)
                    collectConstants((0,json_value/* member */.Dc)(output, "expression"), secrets);
            });
        }
        else if (key === "module_calls")
            scanner.object(() => plan_configuration_readCall(scanner, secrets, depth));
    });
    return sensitive;
}
function plan_configuration_readCall(scanner, secrets, depth) {
    if (!scanner.isObject())
        return;
    let expressions = null;
    let sensitive = new Set();
    scanner.object((key) => {
        if (key === "expressions")
            expressions = scanner.take();
        else if (key === "module")
            sensitive = readModule(scanner, secrets, depth + 1);
    });
    for (const name of sensitive)
        collectConstants((0,json_value/* member */.Dc)(expressions, name), secrets);
}
/** An expression is `{"constant_value": …}` or references; those of nested blocks nest. */
function collectConstants(expression, secrets) {
    if (Array.isArray(expression))
        for (const part of expression)
            collectConstants(part, secrets);
    if (!(0,json_value/* isJsonObject */.OW)(expression))
        return;
    for (const [key, value] of Object.entries(expression)) {
        if (key === "constant_value")
            (0,lib_secrets/* collectSecrets */.qb)(value, true, secrets);
        else
            collectConstants(value, secrets);
    }
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-state.js
/**
 * Finds the sensitive values in the two copies of state a plan document has: `prior_state.values` and
 * `planned_values`. They also hold what no change names: data sources that were read while planning.
 */


/** Reads `{"outputs": …, "root_module": …}` at the cursor. */
function readStateSecrets(scanner, secrets) {
    if (!scanner.isObject())
        return;
    scanner.object((key) => {
        if (key === "root_module")
            plan_state_readModule(scanner, secrets, 0);
        else if (key === "outputs" && scanner.isObject())
            scanner.object(() => readOutput(scanner.take(), secrets));
    });
}
function readOutput(output, secrets) {
    if ((0,json_value/* member */.Dc)(output, "sensitive") === true)
        (0,lib_secrets/* collectSecrets */.qb)((0,json_value/* member */.Dc)(output, "value"), true, secrets);
}
function plan_state_readModule(scanner, secrets, depth) {
    if (depth > json_value/* MAX_DEPTH */.lr)
        throw new json_value/* JsonError */.N3(`modules nest deeper than ${json_value/* MAX_DEPTH */.lr} levels`, scanner.offset);
    if (!scanner.isObject())
        return;
    scanner.object((key) => {
        if (key === "resources" && scanner.isList())
            scanner.list(() => readResource(scanner, secrets));
        else if (key === "child_modules" && scanner.isList()) {
            scanner.list(() => plan_state_readModule(scanner, secrets, depth + 1));
        }
    });
}
function readResource(scanner, secrets) {
    if (!scanner.isObject())
        return;
    let values;
    let flags = false;
    scanner.object((key) => {
        if (key === "values")
            values = scanner.skip();
        else if (key === "sensitive_values")
            flags = scanner.take();
    });
    if (values !== undefined && (0,lib_secrets/* hasFlag */.Lt)(flags)) {
        (0,lib_secrets/* collectSecrets */.qb)(scanner.read(values), flags, secrets);
    }
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-sections.js
/**
 * The sections of a plan document, one reader each. A section of a newer terraform is skipped, unless its name says
 * that it has changes: those are kept as `other`, so that they are shown and never taken for "no changes".
 */






/** The major format version this reader knows; terraform promises to raise it for what old readers cannot take. */
const FORMAT = 1;
const OTHER_SECTION = /(?:changes|invocations|actions)$/;
/** A plan of which nothing has been read. */
function emptyPlan() {
    return {
        formatVersion: "",
        terraformVersion: "",
        errored: false,
        changes: [],
        unchanged: 0,
        drift: [],
        deferred: [],
        outputs: [],
        checks: [],
        other: [],
        variables: new Map(),
        sensitiveVariables: new Set(),
    };
}
/** Reads the section at the cursor into the plan; leaves it untouched when it is of no interest. */
function readSection(reading, key) {
    const read = SECTIONS.get(key);
    if (read !== undefined)
        read(reading);
    else if (OTHER_SECTION.test(key))
        readOthers(reading, key);
}
const SECTIONS = new Map([
    ["format_version", readFormat],
    ["terraform_version", readTerraformVersion],
    ["applyable", (reading) => readFlag(reading, "applyable")],
    ["complete", (reading) => readFlag(reading, "complete")],
    ["errored", (reading) => readFlag(reading, "errored")],
    ["variables", readVariables],
    ["resource_changes", readChanges],
    ["resource_drift", (reading) => readElements(reading, (change) => reading.plan.drift.push(change))],
    ["deferred_changes", readDeferred],
    ["output_changes", readOutputs],
    ["checks", readChecks],
    ["prior_state", readPriorState],
    ["planned_values", ({ scanner, secrets }) => readStateSecrets(scanner, secrets)],
    ["configuration", readSensitiveVariables],
]);
function readFormat({ plan, scanner }) {
    plan.formatVersion = (0,plan_change/* textOf */.b6)(scanner.take()) ?? "";
    if (!(Number.parseInt(plan.formatVersion, 10) > FORMAT))
        return;
    throw new lib_failure/* Failure */.HR({
        reason: "plan-failed",
        what: `The plan's JSON has format version ${plan.formatVersion}; the newest known one is ${FORMAT}.x.`,
        remedy: "Use a version of this action that knows the format, or a terraform that writes the older one.",
    });
}
function readTerraformVersion({ plan, scanner }) {
    plan.terraformVersion = (0,plan_change/* textOf */.b6)(scanner.take()) ?? "";
}
function readFlag({ plan, scanner }, key) {
    const flag = scanner.take();
    if (typeof flag === "boolean")
        plan[key] = flag;
}
function readVariables({ plan, scanner }) {
    if (!scanner.isObject())
        return;
    scanner.object((name) => plan.variables.set(name, (0,json_value/* member */.Dc)(scanner.take(), "value") ?? null));
}
function readSensitiveVariables({ plan, scanner, secrets }) {
    plan.sensitiveVariables = readConfiguration(scanner, secrets);
}
function readPriorState({ scanner, secrets }) {
    if (!scanner.isObject())
        return;
    scanner.object((key) => {
        if (key === "values")
            readStateSecrets(scanner, secrets);
    });
}
function readElements({ scanner, secrets }, add) {
    if (!scanner.isList())
        return;
    scanner.list(() => {
        if (scanner.isObject())
            add((0,plan_change/* readResourceChange */.D$)(scanner, secrets));
    });
}
function readChanges(reading) {
    const { plan } = reading;
    readElements(reading, (change) => {
        const isPlain = change.kind === "no-op" && !change.isMove && change.importing === undefined;
        if (isPlain)
            plan.unchanged += 1;
        else
            plan.changes.push(change);
    });
}
function readDeferred({ plan, scanner, secrets }) {
    if (!scanner.isList())
        return;
    scanner.list(() => {
        let reason;
        let change;
        if (!scanner.isObject())
            return;
        scanner.object((key) => {
            if (key === "reason")
                reason = (0,plan_change/* textOf */.b6)(scanner.take());
            else if (key === "resource_change" && scanner.isObject())
                change = (0,plan_change/* readResourceChange */.D$)(scanner, secrets);
        });
        if (change !== undefined)
            plan.deferred.push({ ...change, deferredReason: reason ?? "unknown" });
    });
}
function readOutputs({ plan, scanner, secrets }) {
    if (!scanner.isObject())
        return;
    scanner.object((name) => {
        const change = scanner.take();
        const body = (0,plan_change/* changeBody */.VK)(change);
        (0,lib_secrets/* collectSecrets */.qb)(body.before, body.beforeSensitive, secrets);
        (0,lib_secrets/* collectSecrets */.qb)(body.after, body.afterSensitive, secrets);
        const actions = (0,plan_change/* actionsOf */.Ro)((0,json_value/* member */.Dc)(change, "actions"));
        const kind = (0,plan_change/* changeKind */.P0)(actions);
        if (kind !== "no-op")
            plan.outputs.push({ name, kind, actions, body });
    });
}
/** A checkable object has one result for each of its instances, and one for all when none was expanded. */
function readChecks({ plan, scanner }) {
    const checks = scanner.take();
    for (const check of Array.isArray(checks) ? checks : []) {
        const instances = (0,json_value/* member */.Dc)(check, "instances");
        const results = Array.isArray(instances) && instances.length > 0 ? instances : [check];
        for (const result of results)
            plan.checks.push(checkOf(check, result));
    }
}
function checkOf(check, result) {
    const address = (0,json_value/* member */.Dc)(check, "address");
    const problems = (0,json_value/* member */.Dc)(result, "problems");
    return {
        address: (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)((0,json_value/* member */.Dc)(result, "address"), "to_display") ?? (0,json_value/* member */.Dc)(address, "to_display")) ?? "",
        kind: (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(address, "kind")) ?? "",
        status: (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(result, "status")) ?? "unknown",
        problems: (Array.isArray(problems) ? problems : []).map((problem) => (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(problem, "message")) ?? ""),
    };
}
/** Action invocations (`{"address": …, "lifecycle_action_trigger": …}`, or inside `action_invocation` with a reason). */
function readOthers({ plan, scanner, secrets }, key) {
    const add = (name) => {
        const offset = scanner.offset;
        const value = scanner.take();
        plan.other.push(otherOf(key, name, value, { offset, length: scanner.offset - offset }));
        const action = (0,json_value/* member */.Dc)(value, "action_invocation") ?? value;
        (0,lib_secrets/* collectSecrets */.qb)((0,json_value/* member */.Dc)(action, "config_values"), (0,json_value/* member */.Dc)(action, "config_sensitive"), secrets);
    };
    if (scanner.isList())
        scanner.list(() => add(undefined));
    else if (scanner.isObject())
        scanner.object(add);
}
function otherOf(key, name, value, span) {
    const action = (0,json_value/* member */.Dc)(value, "action_invocation") ?? (0,json_value/* member */.Dc)(value, "resource_change") ?? value;
    const trigger = (0,json_value/* member */.Dc)(action, "lifecycle_action_trigger");
    const cause = ["action_trigger_event", "triggering_resource_address"].map((part) => (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(trigger, part)));
    const address = (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(action, "address")) ?? name;
    const reason = (0,plan_change/* textOf */.b6)((0,json_value/* member */.Dc)(value, "reason")) ?? ((0,json_value/* isJsonObject */.OW)(trigger) ? cause.filter(Boolean).join(" ") : undefined);
    return {
        key,
        ...(address === undefined ? {} : { address }),
        ...(reason === undefined ? {} : { reason }),
        span,
    };
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-reader.js
/**
 * Reads a whole plan document (`terraform show -json <plan>`) in one pass, without holding it in memory: what changes,
 * and every value that is flagged sensitive anywhere. It decides nothing and renders nothing.
 */






const REMEDY = "Look at the error of `terraform show -json` in the log; when it has none, report this with the plan's format version.";
/**
 * Reads a plan. `secrets` has every string and number flagged sensitive that can be masked by value (see secrets.ts).
 * Throws a {@link Failure} with reason `plan-failed` for what is no plan, no JSON (with the byte offset), or of a
 * format that is too new.
 */
function readPlan(source, options = {}) {
    const scanner = new json_scan/* JsonScanner */.V(source, options);
    const reading = { scanner, plan: emptyPlan(), secrets: new Set() };
    const keys = new Set();
    readable(source, () => {
        scanner.object((key) => {
            keys.add(key);
            readSection(reading, key);
        });
        scanner.end();
    });
    const { plan, secrets } = reading;
    checkIsPlan(plan, keys);
    for (const name of plan.sensitiveVariables)
        (0,lib_secrets/* collectSecrets */.qb)(plan.variables.get(name), true, secrets);
    return { plan, secrets };
}
/** Reads the values of one change of this document. Throws like {@link readPlan}. */
function plan_reader_readBody(source, change) {
    return readable(source, () => readChangeBody(source, change.span));
}
/** Runs a reading; JSON that cannot be read becomes a {@link Failure} that says where. */
function readable(source, read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof json_value/* JsonError */.N3))
            throw error;
        throw new lib_failure/* Failure */.HR({
            reason: "plan-failed",
            what: `The plan's JSON cannot be read: ${error.message} at byte ${error.offset} of ${source.size}.`,
            remedy: REMEDY,
            cause: error,
        });
    }
}
/** A state has a format version too; its values are under `values`, where a plan has sections of its own. */
function checkIsPlan(plan, keys) {
    const isState = keys.has("values") && !keys.has("planned_values");
    if (plan.formatVersion !== "" && !isState)
        return;
    throw new lib_failure/* Failure */.HR({
        reason: "plan-failed",
        what: `The JSON is no terraform plan: ${isState ? "it is a state" : "it has no format_version"}.`,
        remedy: "Give the output of `terraform show -json` for a saved plan file.",
    });
}

;// CONCATENATED MODULE: ./packages/terraform/lib/counts.js
/** Counts the changes of a plan. */
function countChanges(plan) {
    const counts = {
        add: 0,
        change: 0,
        destroy: 0,
        replace: 0,
        import: 0,
        move: 0,
        forget: 0,
        read: 0,
        deferred: plan.deferred.length,
        other: plan.other.length,
        outputs: plan.outputs.length,
    };
    const counterOf = {
        create: "add",
        update: "change",
        replace: "replace",
        delete: "destroy",
        read: "read",
        forget: "forget",
        open: "other",
        other: "other",
        "no-op": undefined,
    };
    for (const change of plan.changes) {
        const counter = counterOf[change.kind];
        if (counter !== undefined)
            counts[counter] += 1;
        if (change.isMove)
            counts.move += 1;
        if (change.importing !== undefined)
            counts.import += 1;
    }
    return counts;
}
/**
 * Whether `terraform plan -detailed-exitcode` would answer 2.
 * Terraform since 1.8 says so itself (`applyable`). Before, and in OpenTofu, any change counts, and in a refresh-only
 * plan (one that has drift but lists no resource at all) the drift, unless it is a move. Of a plan that failed half-way it tells whether
 * the part that exists has changes: terraform's exit code is 1 then.
 */
function hasChanges(plan) {
    if (plan.applyable !== undefined && !plan.errored)
        return plan.applyable;
    if (plan.changes.length > 0 || plan.outputs.length > 0)
        return true;
    if (plan.other.some((other) => !other.key.startsWith("deferred_")))
        return true;
    return plan.unchanged === 0 && plan.drift.some((change) => change.kind !== "no-op");
}

;// CONCATENATED MODULE: ./packages/terraform/lib/outline.js
/** The form of an outline; another one is not read. */
const OUTLINE_SCHEMA = 1;

;// CONCATENATED MODULE: ./packages/terraform/lib/address-keys.js
/**
 * The instance keys inside a resource address: `["x"]` and `[0]`. They are data, where the rest of an address is names
 * from the configuration. (https://developer.hashicorp.com/terraform/cli/state/resource-addressing)
 */

/** The address without its instance keys: `module.a["x"].t.n[0]` is `module.a.t.n`. */
function withoutKeys(address) {
    return parts(address)
        .filter((part) => !part.startsWith("["))
        .join("");
}
/** The address with `redact` applied to what is in its string keys, and to nothing else. */
function redactKeys(address, redact) {
    return parts(address)
        .map((part) => (part.startsWith('["') ? redactKey(part, redact) : part))
        .join("");
}
function redactKey(part, redact) {
    const end = part.length > 3 && part.endsWith('"]') ? '"]' : "";
    const written = part.slice(2, part.length - end.length);
    // Terraform writes a key as HCL does (`$${`, `\\"`): a secret has to be found in what it means.
    const meant = (0,hcl_blocks/* unescapeQuoted */.Ln)(written) ?? written;
    const hidden = redact(meant);
    return hidden === meant ? part : `["${hidden}${end}`;
}
/** The address in pieces: a key in brackets, or what is between two keys. */
function parts(address) {
    const found = [];
    let start = 0;
    for (let at = address.indexOf("["); at !== -1; at = address.indexOf("[", start)) {
        found.push(address.slice(start, at));
        start = keyEnd(address, at);
        found.push(address.slice(at, start));
    }
    found.push(address.slice(start));
    return found;
}
/** Where the key that opens at `at` ends; the address's end when it is never closed. */
function keyEnd(address, at) {
    let isQuoted = false;
    for (let index = at + 1; index < address.length; index += 1) {
        const character = address[index];
        if (character === "\\")
            index += 1;
        else if (character === '"')
            isQuoted = !isQuoted;
        else if (character === "]" && !isQuoted)
            return index + 1;
    }
    return address.length;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/diff-scalar.js
/**
 * How keys, strings and numbers look in a diff: quoted like HCL, on one line, cut when they are long, with everything
 * invisible made visible. Input is already redacted; nothing here compares structures.
 */
/** What stands for a value that must not be shown. */
const SENSITIVE = "(sensitive value)";
/** What stands for a value that only the apply will tell. */
const UNKNOWN = "(known after apply)";
/** A string longer than this is cut. */
const diff_scalar_LONGEST = 400;
/** Two values that fit in this many characters are shown as `old -> new` on one line. */
const ONE_LINE = 120;
/** How much of the equal text around a difference is shown when a string is cut. */
const CONTEXT = 60;
const LONGEST_KEY = 100;
/** A key longer than this does not push the equal signs of its neighbours to the right. */
const WIDEST_KEY = 40;
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;
/**
 * Control characters, line and paragraph separators, and what is invisible or turns the direction of writing: zero
 * widths, bidi marks and embeddings (https://trojansource.codes), variation selectors aside, and lone surrogates.
 */
const diff_scalar_INVISIBLE = /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\p{Surrogate}/gu;
const SHORT_ESCAPES = new Map([
    ["\n", String.raw `\n`],
    ["\r", String.raw `\r`],
    ["\t", String.raw `\t`],
]);
/** The text with invisible characters as escapes; it has no line break afterwards. A tab may stay as it is. */
function visible(text, keepTabs = false) {
    return text.replaceAll(diff_scalar_INVISIBLE, (character) => {
        if (keepTabs && character === "\t")
            return character;
        const code = character.codePointAt(0) ?? 0;
        const short = SHORT_ESCAPES.get(character);
        if (short !== undefined)
            return short;
        return code > 0xffff
            ? String.raw `\U` + code.toString(16).toUpperCase().padStart(8, "0")
            : String.raw `\u` + code.toString(16).toUpperCase().padStart(4, "0");
    });
}
/** A string in quotes, cut when it is long; a cut one says how long it is. */
function diff_scalar_quote(text) {
    const end = boundary(text, diff_scalar_LONGEST);
    return end === text.length ? quoted(text) : `${quoted(text.slice(0, end), "", "…")} ${lengthOf(text)}`;
}
/** A line of a text of several lines; a long one is cut and says how long it is. */
function textLine(line) {
    return cutLine(line, { start: 0, end: boundary(line, diff_scalar_LONGEST) });
}
/** Two strings that differ, in quotes, each cut around the difference when they are long. */
function quotePair(before, after) {
    const windows = windowsOf(before, after);
    return {
        before: quoteWindow(before, windows.before),
        after: quoteWindow(after, windows.after),
        isOneLine: before.length + after.length <= ONE_LINE,
    };
}
function quoteWindow(text, { start, end }) {
    const shown = quoted(text.slice(start, end), start > 0 ? "…" : "", end < text.length ? "…" : "");
    return start > 0 || end < text.length ? `${shown} ${lengthOf(text)}` : shown;
}
/** Two lines of text that differ, each cut around the difference when they are long. */
function textLinePair(before, after) {
    const windows = windowsOf(before, after);
    return { before: cutLine(before, windows.before), after: cutLine(after, windows.after) };
}
/** What is shown of two texts that differ: all, or when one is long the difference with some context. */
function windowsOf(before, after) {
    if (before.length <= diff_scalar_LONGEST && after.length <= diff_scalar_LONGEST) {
        return { before: { start: 0, end: before.length }, after: { start: 0, end: after.length } };
    }
    const { prefix, suffix } = commonEnds(before, after);
    const windowOf = (text) => {
        const start = prefix <= CONTEXT ? 0 : boundary(text, prefix - CONTEXT);
        return { start, end: boundary(text, Math.min(text.length - suffix + CONTEXT, start + diff_scalar_LONGEST)) };
    };
    return { before: windowOf(before), after: windowOf(after) };
}
function cutLine(line, { start, end }) {
    const shown = visible(line.slice(start, end), true);
    if (start === 0 && end === line.length)
        return shown;
    return `${start > 0 ? "…" : ""}${shown}${end < line.length ? "…" : ""} ${lengthOf(line)}`;
}
/** How many characters are equal at the start and, not overlapping, at the end. */
function commonEnds(before, after) {
    const shorter = Math.min(before.length, after.length);
    let prefix = 0;
    while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix))
        prefix += 1;
    let suffix = 0;
    while (suffix < shorter - prefix &&
        before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)) {
        suffix += 1;
    }
    return { prefix, suffix };
}
function quoted(text, head = "", tail = "") {
    return `"${head}${visible(text.replaceAll(/["\\]/g, String.raw `\$&`))}${tail}"`;
}
/** A key as HCL writes it: bare when it is an identifier, else in quotes. */
function keyText(key) {
    if (IDENTIFIER.test(key) && key.length <= LONGEST_KEY)
        return key;
    const end = boundary(key, LONGEST_KEY);
    return end === key.length ? quoted(key) : quoted(key.slice(0, end), "", "…");
}
/** `1 line`, `2,000 lines`. */
function diff_scalar_count(number, noun) {
    return `${String(number).replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, ",")} ${noun}${number === 1 ? "" : "s"}`;
}
function lengthOf(text) {
    return `(${diff_scalar_count(text.length, "character")})`;
}
/** The nearest place at or before `at` that does not cut a surrogate pair. */
function boundary(text, at) {
    if (at >= text.length)
        return text.length;
    const code = text.charCodeAt(at);
    return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : Math.max(at, 0);
}

;// CONCATENATED MODULE: ./packages/terraform/lib/seal-key.js
/**
 * The keys that come out of the input `seal-key`: one for each purpose, so that what is made with one can never pass
 * for what is made with another. The key itself is used for nothing.
 */


/** Shorter ones can be tried out. */
const SHORTEST_SEAL_KEY = 16;
/**
 * The 32-byte key for a purpose (HKDF-SHA256, RFC 5869). A Failure `invalid-input` when the seal key is shorter than
 * 16 characters.
 */
function deriveKey(sealKey, purpose) {
    if (sealKey.length < SHORTEST_SEAL_KEY) {
        throw new lib_failure/* Failure */.HR({
            reason: "invalid-input",
            what: `seal-key has ${sealKey.length} characters; it needs at least ${SHORTEST_SEAL_KEY}`,
            remedy: "Make one with `openssl rand -base64 32` and store it as a secret that plan and apply both read.",
        });
    }
    return new Uint8Array((0,external_node_crypto_.hkdfSync)("sha256", sealKey, "handrail", `handrail ${purpose} 1`, 32));
}

;// CONCATENATED MODULE: ./packages/terraform/lib/fingerprint-digest.js
/**
 * The digests a fingerprint and an outline are made of: SHA-256, or HMAC-SHA-256 with a key. It knows nothing of plans.
 */


/** The digest with the seal key given, or without one for "". Throws for a key that is too short. */
function digester(key) {
    if (key === "")
        return hash;
    // Node looks at a key that is given as bytes anew each time, which takes seven times as long.
    const derived = (0,external_node_crypto_.createSecretKey)(deriveKey(key, "fingerprint"));
    return (text) => (0,external_node_crypto_.createHmac)("sha256", derived).update(text).digest("hex");
}
/** Lower-case hex SHA-256. */
function hash(text) {
    return (0,external_node_crypto_.hash)("sha256", text, "hex");
}
/** Texts up to this length are worth remembering: `null`, `true`, names, versions, most values. */
const REMEMBERED_LENGTH = 200;
/** Then it begins anew: what is frequent comes back at once. */
const REMEMBERED = 4000;
/** The same function, which remembers what it made of short texts. It must always make the same of a text. */
function remembering(change) {
    const known = new Map();
    return (text) => {
        if (text.length > REMEMBERED_LENGTH)
            return change(text);
        const found = known.get(text);
        if (found !== undefined)
            return found;
        if (known.size >= REMEMBERED)
            known.clear();
        const changed = change(text);
        known.set(text, changed);
        return changed;
    };
}
/** The first 64 bits as base64url: 11 characters. */
function shortDigester(digest) {
    return remembering((text) => fingerprint_digest_shorten(digest(text)));
}
/** A hex digest cut to 64 bits, as base64url. */
function fingerprint_digest_shorten(hex) {
    return Buffer.from(hex.slice(0, 16), "hex").toString("base64url");
}

// EXTERNAL MODULE: ./packages/terraform/lib/canonical-json.js
var canonical_json = __webpack_require__(9835);
;// CONCATENATED MODULE: ./packages/terraform/lib/redaction-flags.js
/**
 * Which parts of a piece of a plan document are flagged as sensitive, as a tree beside it. terraform writes flags in
 * three ways: a sibling (`before` and `before_sensitive`, `values` and `sensitive_values`, `config_values` and
 * `config_sensitive`), `"sensitive": true` beside a value, and in the configuration only for names used elsewhere.
 */


/** What `"sensitive": true` in the same object speaks about. */
const VALUE_KEYS = new Set(["value", "default"]);
/** The flags of a piece that the piece itself names. */
function flagsWithin(piece) {
    if (Array.isArray(piece)) {
        const flags = piece.map(flagsWithin);
        return flags.some(lib_secrets/* hasFlag */.Lt) ? flags : false;
    }
    if (!(0,json_value/* isJsonObject */.OW)(piece))
        return false;
    const flags = {};
    const isSensitive = (0,json_value/* member */.Dc)(piece, "sensitive") === true;
    for (const [key, value] of Object.entries(piece)) {
        const below = flagsBeside(piece, key) ?? flagsWithin(value);
        if (isSensitive && VALUE_KEYS.has(key))
            (0,json_value/* setMember */.Nk)(flags, key, true);
        // The type of a sensitive object names its keys.
        else if (isSensitive && key === "type" && typeof value !== "string")
            (0,json_value/* setMember */.Nk)(flags, key, true);
        else if (isSensitive && key === "expression")
            (0,json_value/* setMember */.Nk)(flags, key, constantFlags(value));
        else if ((0,lib_secrets/* hasFlag */.Lt)(below))
            (0,json_value/* setMember */.Nk)(flags, key, below);
    }
    const sides = ["before", "after"].map((key) => (0,json_value/* member */.Dc)(flags, key) ?? false);
    const either = (0,lib_secrets/* eitherFlags */.Vz)(sides[0] ?? false, sides[1] ?? false);
    return (0,lib_secrets/* hasFlag */.Lt)(either) ? { ...flags, before: either, after: either } : flags;
}
function flagsBeside(piece, key) {
    const names = [
        `${key}_sensitive`,
        `sensitive_${key}`,
        ...(key.endsWith("_values") ? [`${key.slice(0, -7)}_sensitive`] : []),
    ];
    const flags = names.map((name) => (0,json_value/* member */.Dc)(piece, name)).find((found) => found !== undefined);
    if (flags === undefined)
        return undefined;
    // Where there is nothing, nothing is secret; a flag there must not count for the other side.
    return piece[key] === null ? false : (0,lib_secrets/* flagsOf */.Zo)(piece[key], flags);
}
/** Flags for everything that is written literally in an expression of the configuration. */
function constantFlags(expression) {
    if (Array.isArray(expression))
        return expression.map(constantFlags);
    if (!(0,json_value/* isJsonObject */.OW)(expression))
        return false;
    const flags = {};
    for (const [key, value] of Object.entries(expression)) {
        (0,json_value/* setMember */.Nk)(flags, key, key === "constant_value" ? true : constantFlags(value));
    }
    return flags;
}
/** Flags for the literals in some of the expressions of a resource or a module call. */
function expressionFlags(expressions, names) {
    const flags = {};
    for (const name of names)
        setMember(flags, name, constantFlags(member(expressions, name)));
    return flags;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/fingerprint-element.js
/**
 * One element of a plan document, a change or something a newer terraform plans, as the canonical text that enters a
 * fingerprint. It digests nothing.
 */




/**
 * The whole element enters, also what this version does not know: a newer terraform's field may change what is done.
 * A deferred change has the change one level down, as other sections may.
 */
function elementText(element, masking) {
    if (!(0,json_value/* isJsonObject */.OW)(element))
        return (0,canonical_json/* canonicalJson */.d)(element);
    const flags = masking === undefined ? false : flagsWithin(element);
    const texts = Object.keys(element)
        .sort(text_order/* compareCodeUnits */.U)
        .map((key) => {
        const value = (0,json_value/* member */.Dc)(element, key) ?? null;
        const below = (0,json_value/* member */.Dc)(flags, key);
        const text = isChange(value) ? changeText(value, below, masking) : (0,canonical_json/* maskedJson */.a)(value, below, masking, undefined);
        return `${JSON.stringify(key)}:${text}`;
    });
    return texts.join("\n");
}
function isChange(value) {
    return (0,json_value/* member */.Dc)(value, "actions") !== undefined;
}
/** A change object: each secret after the change is compared with the one before. The paths that force it have no order. */
function changeText(change, flags, masking) {
    const texts = Object.keys((0,json_value/* isJsonObject */.OW)(change) ? change : {})
        .sort(text_order/* compareCodeUnits */.U)
        .map((key) => {
        const value = (0,json_value/* member */.Dc)(change, key);
        const other = key.startsWith("after") ? [(0,json_value/* member */.Dc)(change, key.replace("after", "before"))] : undefined;
        const isUnordered = key === "replace_paths" && Array.isArray(value);
        if (isUnordered)
            return `${key}:${value.map(canonical_json/* canonicalJson */.d).sort(text_order/* compareCodeUnits */.U).join(",")}`;
        return `${JSON.stringify(key)}:${(0,canonical_json/* maskedJson */.a)(value, (0,json_value/* member */.Dc)(flags, key), masking, other)}`;
    });
    return texts.join("\n");
}

;// CONCATENATED MODULE: ./packages/terraform/lib/fingerprint-lines.js
/**
 * What enters a fingerprint beside the changes, one canonical text each, and by what name people know it. It digests
 * nothing.
 */




/** The lines of a fingerprint in their order; without `masking` secrets enter in full. */
function fingerprintLines(facts, masking) {
    const { plan } = facts;
    const one = (kind, ...values) => {
        return { kind, name: "", text: (0,canonical_json/* canonicalJson */.d)([kind, ...values]) };
    };
    return [
        {
            kind: "form",
            name: "",
            text: (0,canonical_json/* canonicalJson */.d)(["handrail fingerprint 1", masking === undefined ? "keyed" : "open"]),
        },
        one("configuration", facts.configuration),
        one("lock file", facts.lockFile === undefined ? null : hash(facts.lockFile)),
        { ...one("terraform", facts.terraformVersion), shown: facts.terraformVersion },
        one("providers", { ...facts.providerVersions }),
        {
            kind: "arguments",
            name: "",
            text: (0,canonical_json/* maskedJson */.a)(["arguments", { ...facts.arguments }], false, masking, undefined),
        },
        one("whole", !plan.errored, plan.complete ?? null, facts.refreshOnly),
        ...variableLines(plan, masking),
        ...ordered(plan.outputs.map((output) => outputLine(output, masking))),
        ...ordered(plan.checks.map((check) => checkLine(check, masking))),
    ];
}
function ordered(lines) {
    return lines.sort((one, other) => (0,text_order/* compareCodeUnits */.U)(one.text, other.text));
}
function variableLines(plan, masking) {
    const names = [...plan.variables.keys()].sort(text_order/* compareCodeUnits */.U);
    return names.map((name) => {
        const value = plan.variables.get(name) ?? null;
        const flags = [false, false, plan.sensitiveVariables.has(name)];
        return { kind: "variable", name, text: (0,canonical_json/* maskedJson */.a)(["variable", name, value], flags, masking, undefined) };
    });
}
function outputLine(output, masking) {
    const { before, after, afterUnknown, beforeSensitive, afterSensitive } = output.body;
    const flags = (0,lib_secrets/* eitherFlags */.Vz)(beforeSensitive, afterSensitive);
    const text = [
        (0,canonical_json/* canonicalJson */.d)(["output", output.name, output.actions, afterUnknown, beforeSensitive, afterSensitive]),
        (0,canonical_json/* maskedJson */.a)(before, flags, masking, undefined),
        (0,canonical_json/* maskedJson */.a)(after, flags, masking, [before]),
    ].join(" ");
    return { kind: "output", name: output.name, text };
}
function checkLine({ address, kind, status, problems }, masking) {
    const value = ["check", address, kind, status, [...problems].sort(text_order/* compareCodeUnits */.U)];
    return { kind: "check", name: address, text: (0,canonical_json/* maskedJson */.a)(value, false, masking, undefined), shown: status };
}

;// CONCATENATED MODULE: ./packages/terraform/lib/fingerprint.js
/**
 * What a plan means, as one short text: equal for equal plans, different when anything would be done differently.
 * Values are read one change at a time. It compares nothing; whoever holds two fingerprints does.
 */







const PREFIX = "hr1:";
/**
 * `hr1:` and 64 hex digits. With a key it is an HMAC over all values; without, two plans that differ in nothing but a
 * sensitive value look alike. Time and order do not enter. Throws like `readPlan` for a document that cannot be read.
 */
function fingerprintPlan(facts) {
    return fingerprintParts(facts).fingerprint;
}
/** The fingerprint with the digests of the changes it is made of, in the order of address and deposed key. */
function fingerprintParts(facts) {
    const pieces = fingerprintPieces(facts);
    const changes = mapChanges(facts, pieces, ({ address, deposed, section, digest }) => {
        return { address, ...(deposed === undefined ? {} : { deposed }), section, digest };
    });
    return { fingerprint: sumFingerprint(pieces, changes), changes: changes.sort(compareDigests) };
}
/** The fingerprint of the changes' digests, in any order, and of the rest. */
function sumFingerprint({ lines, digest }, changes) {
    const texts = [
        ...lines.map(({ text }) => text),
        ...[...changes].sort(compareDigests).map(({ section, digest: change }) => (0,canonical_json/* canonicalJson */.d)([section, change])),
    ];
    return `${PREFIX}${digest(`${texts.join("\n")}\n`)}`;
}
/** Everything of a fingerprint but the changes. Throws for a key that is too short. */
function fingerprintPieces(facts) {
    const key = facts.key ?? "";
    const masking = key === "" ? { redact: remembering(facts.redact) } : undefined;
    return { lines: fingerprintLines(facts, masking), masking, digest: digester(key) };
}
/** Reads every change that enters the fingerprint, one at a time, and gives what `use` makes of each. */
function mapChanges(facts, { masking, digest }, use) {
    const { plan, source } = facts;
    const one = (section, item, more, known) => {
        const element = readable(source, () => new json_scan/* JsonScanner */.V(source, { span: item.span, window: item.span.length }).take());
        const text = `${(0,canonical_json/* canonicalJson */.d)([section, more])}\n${elementText(element, masking)}`;
        const { address = "", deposed } = item;
        const place = { address, ...(deposed === undefined ? {} : { deposed }), section };
        return use({ ...place, digest: digest(text), element, ...known });
    };
    const all = (section, changes) => changes.map((change) => one(section, change, change.deferredReason ?? null, { change }));
    return [
        ...all("change", plan.changes),
        ...(facts.refreshOnly ? all("drift", plan.drift) : []),
        ...all("deferred", plan.deferred),
        ...plan.other.map((item) => one("other", item, [item.key, item.reason ?? null], { key: item.key })),
    ];
}
function compareDigests(a, b) {
    const [one, other] = [a, b].map((item) => [item.address, item.deposed ?? "", item.section, item.digest]);
    for (const [index, part] of (one ?? []).entries()) {
        const order = (0,text_order/* compareCodeUnits */.U)(part, other?.[index] ?? "");
        if (order !== 0)
            return order;
    }
    return 0;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-outline-files.js

/** How many files an outline has at most. */
const MOST_FILES = 500;
/** What terraform reads when it lies in a module's directory. */
const CONFIGURATION = /\.(?:tf|tofu)(?:\.json)?$/;
/** The name of the part that stands for all files that are not configuration. No file is called that. */
const OTHER_FILES = "";
/** One part for each file, with names redacted. Their digests say nothing of the names. */
function fileParts(files, tools) {
    const parts = files.map(([path, digest]) => {
        return { kind: "file", name: tools.redact(path), digest: tools.short(JSON.stringify(["file", digest])) };
    });
    return [withoutNone, withoutOtherFiles, withoutFiles].map((cut) => cut(parts)).find(isFew) ?? [];
}
function isFew(parts) {
    return parts.length <= MOST_FILES;
}
function withoutNone(parts) {
    return [...parts];
}
/** The parts with one for all the files that terraform does not read as configuration. */
function withoutOtherFiles(parts) {
    const others = parts.filter(isOtherFile);
    if (others.length === 0 || hasOtherFiles(parts))
        return [...parts];
    const texts = others.map(({ name, digest }) => JSON.stringify([name, digest])).sort();
    const together = { kind: "file", name: OTHER_FILES, digest: fingerprint_digest_shorten(hash(texts.join("\n"))) };
    return [...parts.filter((part) => !isOtherFile(part)), together];
}
/** Whether the files that are no configuration are one part already. */
function hasOtherFiles(parts) {
    return parts.some(({ kind, name }) => kind === "file" && name === OTHER_FILES);
}
/** The parts without any file. */
function withoutFiles(parts) {
    return parts.filter(({ kind }) => kind !== "file");
}
function isOtherFile({ kind, name }) {
    return kind === "file" && !CONFIGURATION.test(name);
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-outline-leaves.js
/**
 * One side of a change as leaves: the path of each attribute as people write it, and a token for what is there. Lists
 * and sets are both lists in a plan document, in terraform's own stable order. It compares nothing.
 */



/**
 * What the characters of a token mean: it is `?` when only the apply will tell, then `*` when it is flagged sensitive,
 * then one mark when the value is hidden (`~`, or compared with the other side `=` and `!`), then `-` for null or a
 * digest of what may be seen.
 */
const plan_outline_leaves_TOKEN = /^\??\*?[~=!]?(?:-|[A-Za-z0-9_-]{11})?$/;
/** The token of null. */
const plan_outline_leaves_NULL_TOKEN = "-";
/** Deeper values are one leaf. */
const DEEPEST = 8;
/** A side with more leaves is cut at its top-level attributes; with more even then it has none. */
const plan_outline_leaves_MOST = 1000;
/** The leaves of a change whose two sides are `before` and `after`; undefined when there are too many. */
function leavesOf(before, after, tools) {
    return [DEEPEST, 1].map((deepest) => merged(before, after, tools, deepest)).find((leaves) => leaves !== undefined);
}
function merged(before, after, tools, deepest) {
    const [one, other] = [before, after].map((side) => new Walk(tools, deepest).walk(side));
    if (one === undefined || other === undefined)
        return undefined;
    const leaves = [...one].map(([path, token]) => [path, token, other.get(path) ?? ""]);
    for (const [path, token] of other)
        if (!one.has(path))
            leaves.push([path, "", token]);
    return leaves;
}
class Walk {
    #tools;
    #deepest;
    #tokens = new Map();
    #repeated = new Map();
    constructor(tools, deepest) {
        this.#tools = tools;
        this.#deepest = deepest;
    }
    walk(side) {
        this.#step("", side, 0);
        return this.#tokens.size > plan_outline_leaves_MOST ? undefined : this.#tokens;
    }
    #step(path, side, depth) {
        if (this.#tokens.size > plan_outline_leaves_MOST)
            return;
        const { value, unknown } = side;
        const isSecret = (0,lib_secrets/* flagsOf */.Zo)(value, side.flags) === true || (0,lib_secrets/* flagsOf */.Zo)(value, side.hidden) === true;
        const isHole = value === undefined || value === null;
        const steps = isSecret || unknown === true || depth >= this.#deepest ? [] : stepsOf(isHole ? unknown : value, unknown);
        if (steps.length === 0) {
            if (value !== undefined || (0,lib_secrets/* hasFlag */.Lt)(unknown))
                this.#set(path, this.#token(side));
            return;
        }
        for (const step of steps)
            this.#step(this.#path(path, step), below(side, step), depth + 1);
    }
    #path(path, step) {
        if (typeof step === "number")
            return `${path}[${step}]`;
        const key = this.#tools.keyText(step);
        if (key.startsWith('"'))
            return `${path}[${key}]`;
        return path === "" ? key : `${path}.${key}`;
    }
    /** Keys that only a redaction made equal are numbered. */
    #set(path, token) {
        if (!this.#tokens.has(path)) {
            this.#tokens.set(path, token);
            return;
        }
        const count = (this.#repeated.get(path) ?? 1) + 1;
        this.#repeated.set(path, count);
        this.#tokens.set(`${path} (${count})`, token);
    }
    #token(side) {
        const { value, unknown } = side;
        const isUnknown = (0,lib_secrets/* hasFlag */.Lt)(unknown);
        const start = `${isUnknown ? "?" : ""}${(0,lib_secrets/* hasFlag */.Lt)((0,lib_secrets/* flagsOf */.Zo)(value, side.flags)) || side.flags === true ? "*" : ""}`;
        if (value === undefined || (value === null && isUnknown))
            return start;
        if (value === null)
            return `${start}${plan_outline_leaves_NULL_TOKEN}`;
        return `${start}${this.#content(side)}`;
    }
    #content({ value, hidden, other }) {
        const { masking, short, redact } = this.#tools;
        const isPlainText = typeof value === "string" && (masking === undefined || (hidden === false && redact(value) === value));
        if (isPlainText)
            return short(JSON.stringify(value));
        if (masking === undefined)
            return short((0,canonical_json/* canonicalJson */.d)(value));
        const isHidden = (0,lib_secrets/* flagsOf */.Zo)(value, hidden) === true;
        const shown = typeof value === "string" ? redact(value) : undefined;
        if (!isHidden && (shown === undefined || shown === value))
            return short((0,canonical_json/* maskedJson */.a)(value, hidden, masking, other));
        const isSame = other !== undefined && (0,canonical_json/* canonicalJson */.d)(value) === (0,canonical_json/* canonicalJson */.d)(other[0]);
        const mark = other === undefined ? "~" : isSame ? "=" : "!";
        return isHidden ? mark : `${mark}${short(JSON.stringify(shown))}`;
    }
}
/** The keys or indices below a value, and those that only the apply will tell. */
function stepsOf(value, unknown) {
    if (Array.isArray(value))
        return value.map((_, index) => index);
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return [];
    const keys = Object.keys(value);
    for (const key of (0,json_value/* isJsonObject */.OW)(unknown) ? Object.keys(unknown) : []) {
        if (!Object.hasOwn(value, key) && (0,lib_secrets/* hasFlag */.Lt)((0,json_value/* member */.Dc)(unknown, key)))
            keys.push(key);
    }
    return keys.sort();
}
function below({ value, unknown, flags, hidden, other }, step) {
    const at = (json) => typeof step === "number" ? (Array.isArray(json) ? json[step] : undefined) : (0,json_value/* member */.Dc)(json, step);
    return {
        value: at(value),
        unknown: (0,lib_secrets/* flagsBelow */.T1)(unknown, step),
        flags: (0,lib_secrets/* flagsBelow */.T1)(flags, step),
        hidden: (0,lib_secrets/* flagsBelow */.T1)(hidden, step),
        other: other === undefined ? undefined : [at(other[0])],
    };
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-outline-change.js
/**
 * What an outline says about one change: each attribute before and after, and the rest of the change. Every member of
 * the plan document's element enters somewhere, also what only a newer terraform knows.
 */






/** The path of a resource's identity; no attribute can be called that. */
const IDENTITY = "(identity)";
/** Members that an outline has elsewhere, and those that differ when a change is made in several attempts. */
const ELSEWHERE = new Set(["change", "deposed", "previous_address", "action_reason"]);
const CHANGE_ELSEWHERE = new Set([
    "actions",
    "before",
    "after",
    "after_unknown",
    "before_sensitive",
    "after_sensitive",
    "before_identity",
    "after_identity",
    "replace_paths",
    "importing",
    "generated_config",
]);
/** The detail of one element of `resource_changes` or its like; undefined when there is too much of it. */
function changeDetail(element, tools) {
    const { masking, short } = tools;
    const change = (0,json_value/* member */.Dc)(element, "change");
    const flags = flagsWithin(element);
    const hidden = (0,json_value/* member */.Dc)(flags, "change");
    const leaves = changeLeaves(change, hidden, tools);
    if (leaves === undefined)
        return undefined;
    const [rest, restOfChange] = [plan_outline_change_without(element, ELSEWHERE), plan_outline_change_without(change, CHANGE_ELSEWHERE)];
    const text = `${(0,canonical_json/* maskedJson */.a)(rest, flags, masking, undefined)}\n${(0,canonical_json/* maskedJson */.a)(restOfChange, hidden, masking, undefined)}`;
    const detail = { object: short(text), leaves };
    const reason = (0,json_value/* member */.Dc)(element, "action_reason");
    if (typeof reason === "string")
        detail.reason = reason;
    for (const [name, key] of [
        ["importing", "importing"],
        ["generated", "generated_config"],
    ]) {
        const value = (0,json_value/* member */.Dc)(change, key) ?? null;
        if (value !== null)
            detail[name] = short((0,canonical_json/* maskedJson */.a)(value, (0,json_value/* member */.Dc)(hidden, key), masking, undefined));
    }
    const paths = (0,json_value/* member */.Dc)(change, "replace_paths");
    if (Array.isArray(paths))
        detail.forced = short(paths.map(canonical_json/* canonicalJson */.d).sort(text_order/* compareCodeUnits */.U).join(","));
    return detail;
}
function plan_outline_change_without(value, names) {
    const entries = (0,json_value/* isJsonObject */.OW)(value) ? Object.entries(value) : [];
    return Object.fromEntries(entries.filter(([key]) => !names.has(key)));
}
/** The attributes, and the resource's identity below a path of its own. */
function changeLeaves(change, hidden, tools) {
    const side = (name, what) => {
        const isAttributes = what === "";
        return {
            value: (0,json_value/* member */.Dc)(change, `${name}${what}`) ?? undefined,
            unknown: (isAttributes && name === "after" ? (0,json_value/* member */.Dc)(change, "after_unknown") : undefined) ?? false,
            flags: (isAttributes ? (0,json_value/* member */.Dc)(change, `${name}_sensitive`) : undefined) ?? false,
            hidden: (0,json_value/* member */.Dc)(hidden, `${name}${what}`) ?? false,
            other: name === "after" ? [(0,json_value/* member */.Dc)(change, `before${what}`)] : undefined,
        };
    };
    const leaves = leavesOf(side("before", ""), side("after", ""), tools);
    const identity = leavesOf(side("before", "_identity"), side("after", "_identity"), tools);
    if (leaves === undefined || identity === undefined)
        return undefined;
    return [
        ...leaves,
        ...identity.map(([path, ...tokens]) => [`(identity)${path === "" ? "" : "."}${path}`, ...tokens]),
    ];
}
/** The detail of an output; undefined when there is too much of it. */
function outputDetail({ name, body }, tools) {
    const { before, after, afterUnknown, beforeSensitive, afterSensitive } = body;
    const hidden = (0,lib_secrets/* eitherFlags */.Vz)(beforeSensitive, afterSensitive);
    const leaves = leavesOf({ value: before ?? undefined, unknown: false, flags: beforeSensitive, hidden, other: undefined }, { value: after ?? undefined, unknown: afterUnknown, flags: afterSensitive, hidden, other: [before] }, tools);
    return leaves === undefined ? undefined : { object: tools.short(name), leaves };
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-outline-room.js
/**
 * How much room an outline needs at the least, so that what cannot fit is neither made nor packed. It decides by
 * digests only: 64 bits that look like chance do not get smaller by packing.
 */

/** A digest has 64 bits and a character of base64url 6: one digest needs more than ten of them. */
const LEAST = 10;
const DIGEST_LENGTH = 11;
/** How many attributes an outline has at most; later changes have none then. */
const MOST_LEAVES = 200_000;
/** Counts different digests until there are too many for a length. */
class DigestCount {
    #most;
    #seen = new Set();
    constructor(maxLength) {
        this.#most = maxLength / LEAST;
    }
    get isOver() {
        return this.#seen.size > this.#most;
    }
    add(digest) {
        if (digest !== undefined && !this.isOver)
            this.#seen.add(digest);
    }
    addLeaves(leaves, isWanted) {
        for (const leaf of leaves) {
            if (this.isOver)
                return;
            if (!isWanted(leaf))
                continue;
            // A shorter token has no digest in it.
            for (const token of [leaf[1], leaf[2]])
                if (token.length >= DIGEST_LENGTH)
                    this.add(token.slice(-DIGEST_LENGTH));
        }
    }
    addChange({ digest, detail }, isWanted) {
        this.add(digest);
        if (detail === undefined)
            return;
        for (const value of [detail.object, detail.importing, detail.forced, detail.generated])
            this.add(value);
        this.addLeaves(detail.leaves, isWanted);
    }
}
/** Whether the outline is surely longer than `maxLength` when it is rendered; false when nobody knows. */
function isLonger({ parts, changes, state }, depth, maxLength) {
    const count = new DigestCount(maxLength);
    for (const { digest } of parts)
        count.add(digest);
    for (const [, digest] of state?.resources ?? [])
        count.add(digest);
    const isWanted = depth === "whole" ? isEvery : isChanged;
    for (const change of changes) {
        if (count.isOver)
            return true;
        if (depth === "bare")
            count.add(change.digest);
        else
            count.addChange(change, isWanted);
    }
    return count.isOver;
}
function isEvery() {
    return true;
}
function isChanged([, before, after]) {
    return before !== after;
}
/** The room that is left while the changes of an outline come one by one. */
class OutlineRoom {
    #changed;
    #isLimited;
    #leavesLeft = MOST_LEAVES;
    constructor(maxLength) {
        this.#changed = new DigestCount(maxLength);
        this.#isLimited = Number.isFinite(maxLength);
    }
    /** False when no outline with attributes could be rendered any more. */
    get hasDetails() {
        return !this.#isLimited || !this.#changed.isOver;
    }
    /** The change, without its attributes when there are too many of them in all. */
    admit(change) {
        this.#leavesLeft -= change.detail?.leaves.length ?? 0;
        if (this.#leavesLeft < 0)
            delete change.detail;
        if (this.#isLimited)
            this.#changed.addChange(change, isChanged);
        return change;
    }
}
/** What is left when no attributes fit: what `renderOutline` would come to. */
function withoutDetails({ schema, parts, changes }) {
    return { schema, parts: withoutFiles(parts), changes: changes.map(withoutDetail) };
}
function withoutDetail(change) {
    const bare = { ...change };
    delete bare.detail;
    return bare;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-outline.js
/**
 * A plan in digests, small enough to keep beside its review: what it is made of and what each change does to each
 * attribute, so that a later plan can be compared by address and attribute. It holds no value and compares nothing; the
 * fingerprint stays the authority on whether two plans are equal.
 */









/** The outline of a plan, and of the state it was made for. Throws like `fingerprintPlan`. */
function outlinePlan(facts, state) {
    return fingerprintAndOutline(facts, () => state).outline;
}
/** Both in one pass over the plan document. `state` is asked for when there is room for it. */
function fingerprintAndOutline(facts, state, { maxLength = Number.POSITIVE_INFINITY } = {}) {
    const pieces = fingerprintPieces(facts);
    const redact = pieces.masking?.redact ?? remembering(facts.redact);
    const short = shortDigester(pieces.digest);
    const shownKey = remembering((key) => keyText(redact(key)));
    const tools = { masking: pieces.masking, redact, short, keyText: shownKey };
    const room = new OutlineRoom(maxLength);
    const digests = [];
    const changes = mapChanges(facts, pieces, (change) => {
        const { address, deposed, section, digest } = change;
        digests.push({ address, ...(deposed === undefined ? {} : { deposed }), section, digest });
        return room.admit(changeOutline(change, tools, room.hasDetails));
    });
    const lines = new Map(pieces.lines.filter(({ kind }) => kind === "output").map(({ name, text }) => [name, text]));
    const outputs = facts.plan.outputs.map((output) => {
        const { name, actions } = output;
        const detail = room.hasDetails ? outputDetail(output, tools) : undefined;
        const digest = short(lines.get(name) ?? "");
        const more = detail === undefined ? {} : { detail };
        return room.admit({ section: "output", address: `output.${name}`, actions, digest, ...more });
    });
    const parts = outlineParts(facts, pieces.lines, tools);
    const outline = {
        schema: OUTLINE_SCHEMA,
        parts,
        changes: [...changes, ...outputs].sort(compareOutlines),
    };
    const found = room.hasDetails ? state() : undefined;
    return {
        fingerprint: sumFingerprint(pieces, digests),
        outline: room.hasDetails
            ? { ...outline, ...(found === undefined ? {} : { state: found }) }
            : withoutDetails(outline),
    };
}
function changeOutline(change, tools, hasDetail) {
    const { section, element, deposed } = change;
    const detail = section === "other" || !hasDetail ? undefined : changeDetail(element, tools);
    const previous = change.change?.previousAddress;
    const isMoved = previous !== undefined && previous !== change.address;
    return {
        section,
        address: change.address === "" ? (change.key ?? "") : redactKeys(change.address, tools.redact),
        ...(deposed === undefined ? {} : { deposed }),
        actions: change.change?.actions ?? [],
        ...(isMoved ? { previousAddress: redactKeys(previous, tools.redact) } : {}),
        digest: fingerprint_digest_shorten(change.digest),
        ...(detail === undefined ? {} : { detail }),
    };
}
function outlineParts(facts, lines, tools) {
    const parts = [];
    for (const { kind, name, text, shown } of lines) {
        if (kind === "output" || kind === "providers")
            continue;
        parts.push({
            kind,
            name: kind === "check" ? redactKeys(name, tools.redact) : name,
            digest: tools.short(text),
            ...(shown === undefined ? {} : { shown }),
        });
    }
    for (const [name, version] of Object.entries(facts.providerVersions)) {
        parts.push({ kind: "provider", name, digest: tools.short(JSON.stringify([name, version])), shown: version });
    }
    parts.push(...fileParts(facts.files ?? [], tools));
    return parts.sort((one, other) => compareTexts([one.kind, one.name, one.digest], [other.kind, other.name, other.digest]));
}
function compareOutlines(one, other) {
    const [a, b] = [one, other].map(({ address, deposed = "", section, digest }) => [address, deposed, section, digest]);
    return compareTexts(a ?? [], b ?? []);
}
function compareTexts(one, other) {
    for (const [index, part] of one.entries()) {
        const order = (0,text_order/* compareCodeUnits */.U)(part, other[index] ?? "");
        if (order !== 0)
            return order;
    }
    return 0;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-difference-causes.js
/**
 * What an update changes by itself, told from its outline: not what only follows from it. It compares no plans.
 */

/** The paths that a change is about, where it is not about all of its object; sorted. */
function causesOf(change) {
    const isUpdate = change?.actions.includes("update") === true;
    const leaves = isUpdate ? (change.detail?.leaves ?? []) : [];
    const changed = leaves.filter(([, before, after]) => before !== after);
    const unknown = new Set(changed.flatMap(([path, , after]) => (after.startsWith("?") ? [path] : [])));
    // What only follows from it is known after the apply.
    const causes = changed.filter(([path]) => !isIn(path, unknown));
    return (causes.length === 0 ? changed : causes).map(([path]) => path).sort(text_order/* compareCodeUnits */.U);
}
/** Whether one of the paths is this one, or above it. */
function isIn(path, paths) {
    if (paths.has(path))
        return true;
    for (const { index } of path.matchAll(/[.[]/g)) {
        if (paths.has(path.slice(0, index)))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-difference-files.js
/**
 * Which files of the configuration differ between two outlines, in words for people. It decides nothing: whether the
 * configuration is another one its own part says.
 */


/** How many files are named; the rest is counted. */
const NAMED = 10;
/** Of a longer path the end is shown. */
const LONGEST_PATH = 200;
/**
 * `main.tf, modules/a/x.tf (new)`; "" when an outline has no files, or none is known to differ. Digests of another
 * seal key cannot be compared: nothing is named then.
 */
function describeFiles(reviewed, now) {
    const isCut = hasOtherFiles(reviewed) || hasOtherFiles(now);
    const [before, after] = [reviewed, now].map((parts) => plan_difference_files_filesOf(isCut ? withoutOtherFiles(parts) : parts));
    if (before === undefined || after === undefined || before.size === 0 || after.size === 0)
        return "";
    if (formOf(reviewed) !== formOf(now))
        return "";
    const names = [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
    const isNamed = names.filter((name) => name !== OTHER_FILES).sort(text_order/* compareCodeUnits */.U);
    const words = isNamed.map((name) => {
        const how = before.has(name) ? (after.has(name) ? "" : " (removed)") : " (new)";
        return `${shownPath(name)}${how}`;
    });
    if (names.includes(OTHER_FILES))
        words.push("files that are not Terraform's own");
    const more = words.length > NAMED ? ` and ${words.length - NAMED} more` : "";
    return `${words.slice(0, NAMED).join(", ")}${more}`;
}
/** The digests of each path; a redaction can make two paths alike, whose order is that of their digests. */
function plan_difference_files_filesOf(parts) {
    const files = new Map();
    for (const { kind, name, digest } of parts) {
        if (kind === "file")
            files.set(name, `${files.get(name) ?? ""}${digest}`);
    }
    return files;
}
function formOf(parts) {
    return parts.find(({ kind }) => kind === "form")?.digest;
}
function shownPath(path) {
    return path.length > LONGEST_PATH ? `\u2026${path.slice(-LONGEST_PATH).toWellFormed()}` : path;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-subset-values.js
/**
 * Whether the attributes on one side of a change are those that were reviewed, where what only the apply could tell may
 * be anything now. Paths and tokens are those of plan-outline-leaves.ts; no value is known here.
 */

/**
 * The first path where `now` does not fit `reviewed`; undefined when all do. What was unknown may be anything, and a
 * list with something unknown in it can have been a set, whose order the values decide: its elements fit in any order.
 */
function misfit(reviewed, now, fits) {
    const lists = openLists(reviewed);
    for (const path of new Set([...reviewed.keys(), ...now.keys()])) {
        if (listOf(path, lists) !== undefined)
            continue;
        const token = reviewed.get(path) ?? "";
        if (!isUnknown(token) && !fits(token, now.get(path) ?? "") && !isBelowUnknown(path, reviewed))
            return path;
    }
    const [before, after] = [plan_subset_values_elements(reviewed, lists), plan_subset_values_elements(now, lists)];
    for (const list of lists)
        if (!fitElements(before.get(list) ?? [], after.get(list) ?? [], fits))
            return list;
    return undefined;
}
/** Whether the path, or something above it, is only known after the apply, or in a list with such elements. */
function isOpen(path, reviewed) {
    return isUnknown(reviewed.get(path) ?? "") || isBelowUnknown(path, reviewed);
}
/** The lists of a side that have something unknown in them, the outermost of each. */
function openLists(side) {
    const lists = new Set();
    for (const [path, token] of side) {
        if (isUnknown(token)) {
            const index = firstIndex(path);
            if (index !== undefined)
                lists.add(path.slice(0, index.start));
        }
    }
    return lists;
}
/** The list of `lists` that a path is in. */
function listOf(path, lists) {
    const index = lists.size === 0 ? undefined : firstIndex(path);
    const list = index === undefined ? undefined : path.slice(0, index.start);
    return list !== undefined && lists.has(list) ? list : undefined;
}
/** Whether only the apply will tell all of it. A value that was cut and is unknown in part must stay as it was. */
function isUnknown(token) {
    return token === "?" || token === "?*";
}
/** Whether there is nothing, or null, which is the same for an attribute. */
function plan_subset_values_isNothing(token) {
    return token === "" || token === NULL_TOKEN || token === `*${NULL_TOKEN}` || token === "*";
}
/** Whether two tokens say the same value, whatever is flagged and whatever they were compared with. */
function isSameValue(one, other) {
    return one === other || (plan_subset_values_isNothing(one) && plan_subset_values_isNothing(other)) || bare(one) === bare(other);
}
/** A token without its flag; all marks of hidden values become one. */
function bare(token) {
    return token.replace(/^\*/, "").replace(/^[~=!]/, "~");
}
/**
 * Whether a token after the change is the reviewed one. A hidden value that was to change may have changed by now; one
 * that was to stay must stay.
 */
function fitsAfter(reviewed, now) {
    if (reviewed === now || (plan_subset_values_isNothing(reviewed) && plan_subset_values_isNothing(now)))
        return true;
    return /^\*?!/.test(reviewed) && now === reviewed.replace("!", "=");
}
/** Places right after an attribute or key, where a deeper path goes on. */
function isBelowUnknown(path, side) {
    for (let at = 1; at < path.length; at += 1) {
        const character = path[at];
        const isBorder = character === "." || character === "[";
        if (isBorder && isUnknown(side.get(path.slice(0, at)) ?? ""))
            return true;
    }
    return isUnknown(side.get("") ?? "");
}
/** Where the first list index of a path is; brackets in quoted keys are none. */
function firstIndex(path) {
    let at = path.indexOf("[");
    while (at !== -1) {
        if (path[at + 1] !== '"')
            return { start: at, end: path.indexOf("]", at) + 1 };
        let end = at + 2;
        while (end < path.length && path[end] !== '"')
            end += path[end] === "\\" ? 2 : 1;
        at = path.indexOf("[", end);
    }
    return undefined;
}
/** The elements of each list, as sides of their own. */
function plan_subset_values_elements(side, lists) {
    const found = new Map();
    for (const [path, token] of side) {
        const index = lists.size === 0 ? undefined : firstIndex(path);
        if (index === undefined)
            continue;
        const list = path.slice(0, index.start);
        if (!lists.has(list))
            continue;
        const inList = found.get(list) ?? new Map();
        found.set(list, inList);
        const name = path.slice(index.start, index.end);
        const element = inList.get(name) ?? new Map();
        inList.set(name, element.set(path.slice(index.end).replace(/^\./, ""), token));
    }
    return new Map([...found].map(([list, inList]) => [list, [...inList.values()]]));
}
/** Larger lists are compared in their order only: each element is tried with each. */
const MOST_TRIED = 200;
/** Each element now needs a reviewed one of its own; unknown elements of a set can have become equal to others. */
function fitElements(reviewed, now, fits) {
    if (now.length > reviewed.length)
        return false;
    if (reviewed.length > MOST_TRIED) {
        return now.length === reviewed.length && now.every((element, at) => plan_subset_values_isFit(reviewed[at], element, fits));
    }
    const openness = (element) => [...element.values()].filter(isUnknown).length;
    const left = [...reviewed].sort((one, other) => openness(one) - openness(other));
    for (const element of now) {
        const at = left.findIndex((candidate) => plan_subset_values_isFit(candidate, element, fits));
        if (at === -1)
            return false;
        left.splice(at, 1);
    }
    return left.every((element) => isUnknown(element.get("") ?? ""));
}
function plan_subset_values_isFit(reviewed, now, fits) {
    return reviewed !== undefined && misfit(reviewed, now, fits) === undefined;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-outline-unchanged.js
/**
 * Attributes that a change leaves as they are, as one digest: most of an update are such, and a comment is small. A
 * later outline of the same change has them in full, and gives them back.
 */



/** The change with one digest for the attributes that stay. */
function withoutUnchanged(change) {
    const { detail } = change;
    const unchanged = detail?.leaves.filter(isUnchanged) ?? [];
    if (detail === undefined || unchanged.length === 0 || detail.unchanged !== undefined)
        return change;
    const leaves = detail.leaves.filter((leaf) => !isUnchanged(leaf));
    return { ...change, detail: { ...detail, leaves, unchanged: digestOf(unchanged) } };
}
function isUnchanged([, before, after]) {
    return before === after;
}
function digestOf(leaves) {
    const texts = leaves.map(([path, token]) => JSON.stringify([path, token])).sort(text_order/* compareCodeUnits */.U);
    return fingerprint_digest_shorten(hash(texts.join("\n")));
}
/**
 * The reviewed change with all its attributes, from those that the change has now: undefined when they are not the ones
 * that were reviewed. A change that was never cut is given back as it is.
 */
function restoreUnchanged(reviewed, now) {
    const { unchanged, ...rest } = reviewed;
    if (unchanged === undefined)
        return reviewed;
    const after = new Map(reviewed.leaves.map(([path, , token]) => [path, token]));
    const found = now.leaves
        .filter(([path]) => !after.has(path) && !isOpen(path, after))
        .map(([path, one, other]) => [path, other || one, other || one]);
    return digestOf(found) === unchanged ? { ...rest, leaves: [...reviewed.leaves, ...found] } : undefined;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/plan-difference.js
/**
 * How two plans differ, told by address and attribute from their outlines. It judges nothing: whether a difference is
 * allowed is plan-subset.ts's question, and whether there is one the fingerprint's.
 */





/** Compares the reviewed plan with the one made now. */
function comparePlans(reviewed, now) {
    const pairs = pairChanges(reviewed.changes, now.changes).filter((pair) => pair.reviewed?.digest !== pair.now?.digest);
    const differences = pairs.map(changeDifference);
    const isCut = (outline) => outline.state === undefined;
    const isVague = pairs.some(({ reviewed: one, now: other }) => {
        return one !== undefined && other !== undefined && isVaguePair(one, other);
    });
    return {
        isComplete: !isCut(reviewed) && !isCut(now) && !isVague,
        parts: compareParts(reviewed.parts, now.parts),
        changes: differences.filter(({ section }) => section !== "output"),
        outputs: differences
            .filter(({ section }) => section === "output")
            .map((output) => ({ ...output, address: output.address.replace(/^output\./, "") })),
        checks: compareChecks(reviewed.parts, now.parts),
        movedInState: compareStates(reviewed, now),
        isOtherState: isOtherState(reviewed, now),
    };
}
/** Whether the attributes of a change are not all known. What this version does not know never has any. */
function isVaguePair(reviewed, now) {
    if (now.section === "other")
        return false;
    if (reviewed.detail === undefined || now.detail === undefined)
        return true;
    return restoreUnchanged(reviewed.detail, now.detail) === undefined;
}
/** Whether both states are there and are not the same one; no state yet is no other state. */
function isOtherState(reviewed, now) {
    const before = reviewed.state?.lineage ?? "";
    return before !== "" && now.state !== undefined && now.state.lineage !== before;
}
/**
 * Brings together the changes of two plans: the same section, address and deposed key. Several with one name, which
 * redaction can make, are paired with their equals first and then in order.
 */
function pairChanges(reviewed, now) {
    const [before, after] = [groupBy(reviewed, plan_difference_nameOf), groupBy(now, plan_difference_nameOf)];
    const names = [...new Set([...before.keys(), ...after.keys()])].sort(text_order/* compareCodeUnits */.U);
    return names.flatMap((name) => pairGroup(before.get(name) ?? [], after.get(name) ?? []));
}
/** What a change is called within its plan. */
function plan_difference_nameOf({ address, deposed, section }) {
    return JSON.stringify([address, deposed ?? "", section]);
}
function groupBy(items, nameOf) {
    const groups = new Map();
    for (const item of items) {
        const name = nameOf(item);
        const group = groups.get(name);
        if (group === undefined)
            groups.set(name, [item]);
        else
            group.push(item);
    }
    return groups;
}
function pairGroup(reviewed, now) {
    const left = groupBy(now, ({ digest }) => digest);
    const pairs = [];
    const unpaired = [];
    for (const change of reviewed) {
        const equal = left.get(change.digest)?.pop();
        if (equal === undefined)
            unpaired.push(change);
        else
            pairs.push({ reviewed: change, now: equal });
    }
    const rest = [...left.values()].flat();
    for (let at = 0; at < Math.max(unpaired.length, rest.length); at += 1) {
        const [one, other] = [unpaired[at], rest[at]];
        pairs.push({ ...(one === undefined ? {} : { reviewed: one }), ...(other === undefined ? {} : { now: other }) });
    }
    return pairs;
}
function changeDifference({ reviewed, now }) {
    const either = now ?? reviewed;
    const isBoth = reviewed !== undefined && now !== undefined;
    return {
        address: either?.address ?? "",
        ...(either?.deposed === undefined ? {} : { deposed: either.deposed }),
        section: either?.section ?? "change",
        kind: isBoth ? "different" : now === undefined ? "gone" : "added",
        reviewedActions: reviewed?.actions ?? [],
        actions: now?.actions ?? [],
        attributes: isBoth ? attributesOf(reviewed, now) : causesOf(either),
        aspects: isBoth ? aspectsOf(reviewed, now) : [],
    };
}
function attributesOf({ detail: one }, { detail: other }) {
    if (one === undefined || other === undefined)
        return [];
    const restored = restoreUnchanged(one, other);
    // What cannot be given back is compared as far as it is known.
    const leaves = restored === undefined ? other.leaves.filter(([, before, after]) => before !== after) : other.leaves;
    const before = new Map((restored ?? one).leaves.map(([path, ...tokens]) => [path, tokens.join(" ")]));
    const after = new Map(leaves.map(([path, ...tokens]) => [path, tokens.join(" ")]));
    const paths = [...new Set([...before.keys(), ...after.keys()])];
    return paths.filter((path) => before.get(path) !== after.get(path)).sort(text_order/* compareCodeUnits */.U);
}
function aspectsOf(reviewed, now) {
    const [one, other] = [reviewed.detail, now.detail];
    const aspects = [
        ["the actions", reviewed.actions.join(","), now.actions.join(",")],
        ["the former address", reviewed.previousAddress, now.previousAddress],
    ];
    if (one !== undefined && other !== undefined) {
        aspects.push(["the import", one.importing, other.importing], ["the reason", one.reason, other.reason], ["what forces the replacement", one.forced, other.forced], ["the generated configuration", one.generated, other.generated], ["its type, provider or another property", one.object, other.object]);
    }
    return aspects.filter(([, before, after]) => before !== after).map(([words]) => words);
}
/**
 * The parts of two plans side by side; those that are equal are left out, and so are files, of which an outline can
 * have less: the part of the whole configuration tells that one is another.
 */
function differentParts(reviewed, now) {
    const name = (part) => JSON.stringify([part.kind, part.name]);
    const [before, after] = [groupBy(withoutFiles(reviewed), name), groupBy(withoutFiles(now), name)];
    const pairs = [];
    for (const key of new Set([...before.keys(), ...after.keys()])) {
        const [ones, others] = [before.get(key) ?? [], after.get(key) ?? []];
        for (let at = 0; at < Math.max(ones.length, others.length); at += 1) {
            const [one, other] = [ones[at], others[at]];
            pairs.push({ ...(one === undefined ? {} : { reviewed: one }), ...(other === undefined ? {} : { now: other }) });
        }
    }
    return pairs.filter((pair) => pair.reviewed?.digest !== pair.now?.digest);
}
function compareParts(reviewed, now) {
    return differentParts(reviewed, now)
        .filter((pair) => (pair.now ?? pair.reviewed)?.kind !== "check")
        .map((pair) => {
        const isConfiguration = (pair.now ?? pair.reviewed)?.kind === "configuration";
        const files = isConfiguration ? describeFiles(reviewed, now) : "";
        return `${describePart(pair)}${files === "" ? "" : `: ${files}`}`;
    });
}
/** One part that differs, in plain words. */
function describePart(pair) {
    const { kind, name } = pair.now ?? pair.reviewed ?? { kind: "whole", name: "" };
    const [before, after] = [pair.reviewed?.shown, pair.now?.shown];
    const change = before === undefined && after === undefined ? "" : ` ${before ?? "(none)"} -> ${after ?? "(none)"}`;
    if (kind === "variable" || kind === "provider" || kind === "check")
        return `${kind} ${name}${change}`;
    if (kind === "terraform")
        return `terraform${change}`;
    if (kind === "form")
        return "the seal-key (one plan has another, or none)";
    if (kind === "arguments")
        return "the arguments in TF_CLI_ARGS";
    return kind === "whole" ? "the mode or completeness of the plan" : `the ${kind}`;
}
function compareChecks(reviewed, now) {
    return differentParts(reviewed, now)
        .filter((pair) => (pair.now ?? pair.reviewed)?.kind === "check")
        .map((pair) => {
        const address = (pair.now ?? pair.reviewed)?.name ?? "";
        return { address, reviewed: pair.reviewed?.shown, now: pair.now?.shown };
    });
}
function compareStates(reviewed, now) {
    if (reviewed.state === undefined || now.state === undefined)
        return [];
    const [before, after] = [reviewed.state, now.state].map(({ resources }) => new Map(resources));
    const moves = [];
    for (const [address, digest] of after ?? []) {
        const old = before?.get(address);
        if (old !== digest)
            moves.push({ address, how: old === undefined ? "appeared" : "changed" });
    }
    for (const address of before?.keys() ?? [])
        if (after?.has(address) !== true)
            moves.push({ address, how: "vanished" });
    return moves.sort((one, other) => (0,text_order/* compareCodeUnits */.U)(one.address, other.address));
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/difference-words.js
/** How many attributes of one change are named. */
const difference_words_NAMED = 6;
/** What happens, by terraform's actions; `would be …`. */
const VERBS = new Map([
    ["create", "created"],
    ["read", "read during the apply"],
    ["update", "updated in place"],
    ["delete", "destroyed"],
    ["forget", "forgotten (kept, but no longer managed)"],
    ["delete,create", "replaced"],
    ["create,delete", "replaced"],
    ["create,forget", "replaced (the old one is kept, but no longer managed)"],
]);
/** The same for outputs. */
const OUTPUT_VERBS = new Map([
    ["create", "added"],
    ["update", "changed"],
    ["delete", "removed"],
]);
/** What is destroyed comes first, then what is let go, then what else is planned, then what is no longer planned. */
function rankOf({ kind, actions }) {
    if (kind === "gone")
        return 3;
    if (actions.includes("delete"))
        return 0;
    return actions.includes("forget") ? 1 : 2;
}
/**
 * What is different: `would be updated in place: ami`, `would be replaced instead of updated in place`, `would not be
 * created any more`.
 * @param pair the change in the plan before and after the bump, where it is there
 */
function describeDifferent(difference, pair) {
    const { kind, section, actions, reviewedActions, aspects } = difference;
    const waits = section === "deferred" ? ", in a later plan" : "";
    const [before, after] = [verbOf(reviewedActions, section, pair[0]), verbOf(actions, section, pair[1])];
    if (kind === "gone")
        return `would not be ${before} any more`;
    const names = difference_words_namesOf(difference, pair[1]);
    if (section === "output" && kind === "different" && names.length === 0)
        return `would be ${after}, with another value`;
    if (kind === "added")
        return `would be ${after}${waits}${difference_words_list(names)}`;
    if (reviewedActions.join(",") !== actions.join(","))
        return `would be ${after} instead of ${before}${waits}${difference_words_list(names)}`;
    return `would be ${after}, but otherwise${waits}${difference_words_list(names.length > 0 ? names : aspects)}`;
}
/** A check with another result. */
function describeCheck({ reviewed, now }) {
    return `check: ${reviewed ?? "absent"} before, ${now ?? "absent"} after`;
}
function verbOf(actions, section, outline) {
    const moved = outline?.previousAddress === undefined ? "" : `moved from ${outline.previousAddress}`;
    const imported = outline?.detail?.importing === undefined ? "" : "imported";
    const known = (section === "output" ? OUTPUT_VERBS : VERBS).get(actions.join(","));
    const done = known ?? (actions.length === 0 || actions.join(",") === "no-op" ? "" : `done otherwise (${actions.join(", ")})`);
    const words = [moved, imported, done].filter((word) => word !== "");
    if (words.length > 0)
        return words.join(" and ");
    return section === "other" ? "invoked" : "moved or imported";
}
/** The attributes: of what is replaced only now, those that change by themselves. */
function difference_words_namesOf({ kind, actions, attributes }, outline) {
    const isReplaced = actions.includes("create") && actions.length > 1;
    const paths = kind === "added" && isReplaced ? (outline?.detail?.leaves ?? []).map(([path]) => path) : attributes;
    // What changes as a whole says it all: its parts are not named besides.
    return paths.filter((path) => path !== "" && !paths.some((other) => difference_words_isPartOf(path, other)));
}
function difference_words_isPartOf(path, whole) {
    return whole !== "" && (path.startsWith(`${whole}.`) || path.startsWith(`${whole}[`));
}
function difference_words_list(names) {
    if (names.length === 0)
        return "";
    const more = names.length - difference_words_NAMED;
    return `: ${names.slice(0, difference_words_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/difference.js
/**
 * What two plans of one root module would do differently, by the meaning of the plans: what is changed, the outputs, the
 * checks. Neither the configuration, nor versions, nor attributes that stay as they are make a difference. Pure.
 */


/**
 * The digests of an outline are keyed, so that two values which are both secret are told apart. They are compared here and
 * never leave this process: the key need not be a secret.
 */
const difference_KEY = "handrail terraform-bump prove";
/** Checks that are no news: passed, waiting for values, or not there. */
const CALM = new Set(["pass", "unknown", undefined]);
/**
 * A plan in digests, with the parts that count. The texts in it are not redacted: what is made of it has to be.
 * Throws like `readPlan`.
 */
function outlineMeaning(plan, source) {
    const outline = outlinePlan({
        plan,
        source,
        key: difference_KEY,
        redact: (text) => text,
        configuration: "",
        lockFile: undefined,
        terraformVersion: "",
        providerVersions: {},
        arguments: {},
        refreshOnly: false,
    });
    return {
        ...outline,
        parts: outline.parts.filter(({ kind }) => kind === "check"),
        changes: outline.changes.map(difference_withoutUnchanged),
    };
}
/** The difference, what destroys first. Addresses and attributes as terraform names them: redact them. */
function differencesOf(before, after) {
    const { changes, outputs, checks } = comparePlans(before, after);
    const [then, now] = [before, after].map((plan) => new Map(plan.changes.map((change) => [difference_nameOf(change), change])));
    const different = [...changes, ...outputs.map((output) => ({ ...output, address: `output.${output.address}` }))];
    return [
        ...different
            .toSorted((one, other) => rankOf(one) - rankOf(other))
            .map((one) => toChange(one, [then?.get(difference_nameOf(one)), now?.get(difference_nameOf(one))])),
        ...checks
            .filter(({ reviewed, now: status }) => reviewed !== status && !(CALM.has(reviewed) && CALM.has(status)))
            .map((check) => ({ address: check.address, what: describeCheck(check), isDestructive: false })),
    ];
}
function toChange(difference, pair) {
    const { address, deposed, actions, kind } = difference;
    return {
        address: deposed === undefined ? address : `${address} (deposed ${deposed})`,
        what: describeDifferent(difference, pair),
        isDestructive: kind !== "gone" && actions.includes("delete"),
    };
}
function difference_nameOf({ section, address, deposed = "" }) {
    return JSON.stringify([section, address, deposed]);
}
/**
 * The change with what it does, and nothing of the object that it leaves alone: another provider version has other
 * attributes there. A change of which too much is known to be kept stays as it is.
 */
function difference_withoutUnchanged(change) {
    const { detail, section, actions, previousAddress } = change;
    if (detail === undefined)
        return change;
    const { forced, importing } = detail;
    const isRemoval = actions.every((action) => action === "delete" || action === "forget");
    const isRenewed = actions.includes("create");
    const leaves = detail.leaves.filter(([path, before, after]) => !isRemoval && before !== after && !path.startsWith("(identity)") && !(isRenewed && difference_isOpen(after)));
    const kept = { object: "", leaves, ...(forced === undefined ? {} : { forced }) };
    const all = { ...kept, ...(importing === undefined ? {} : { importing }) };
    const meaning = [
        section,
        actions,
        previousAddress ?? "",
        all.forced ?? "",
        all.importing ?? "",
        leaves.toSorted(difference_compare),
    ];
    return { ...change, detail: all, digest: JSON.stringify(meaning) };
}
/** Of a new object: nothing, or what only the apply will tell. See the tokens of an outline. */
function difference_isOpen(token) {
    return token === "" || token.startsWith("?") || token === "-" || token === "*-";
}
function difference_compare([one], [other]) {
    return one < other ? -1 : Number(one > other);
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/problem.js
/** A Failure's first line, and where it points. */
function problem_problemOf({ what, location }) {
    return {
        message: what,
        ...(location === undefined ? {} : { file: location.file }),
        ...(location?.line === undefined ? {} : { line: location.line }),
    };
}
/**
 * A failed command in words.
 * @param directory the root module, relative to the repository
 */
function commandProblem({ failureOf }, directory, result, phase) {
    const { hadLockFile } = result;
    return problem_problemOf(failureOf(result, phase, { directory, ...(hadLockFile === undefined ? {} : { hadLockFile }) }));
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/attempt.js
/**
 * Plans or validates a target that was prepared. The order of effects: nothing is locked, what is written in clear is
 * removed when it is read. What goes wrong is data, but for a cancelled step.
 */







/** How long one target may take on one side, in minutes. */
const LONGEST_MINUTES = 30;
/** Plans it when it can be planned, else validates it. Rejects with what the signal says when that is aborted. */
async function finishTarget(ready, run, deps, signal) {
    if (!ready.isPlannable)
        return validate(ready, run, deps, signal);
    const planned = await plan(ready, run, deps, signal);
    if (planned.kind !== "failed" || run.manner !== "auto")
        return planned;
    // It may be credentials that are missing: what can be said without them is said.
    const valid = await validate({ ...ready, why: planned.problem }, run, deps, signal);
    return valid.kind === "valid" ? valid : planned;
}
/** What was thrown, as the end of an attempt. Throws again when the step was cancelled. */
function attemptOf(thrown, { cancelled }) {
    cancelled.throwIfAborted();
    const failure = (0,lib_failure/* toFailure */.w2)(thrown);
    if (failure.reason === "cancelled") {
        return { kind: "untried", why: `terraform was not done within ${LONGEST_MINUTES} minutes` };
    }
    const isOurs = failure.reason === "internal-error" || failure.reason === "terraform-not-found";
    return isOurs ? { kind: "untried", why: failure.what } : { kind: "failed", problem: problem_problemOf(failure) };
}
async function plan(ready, run, deps, signal) {
    const { directory, label, varFiles } = run.target;
    const base = external_node_path_.posix.join(run.scratch.privateFolder, (0,external_node_crypto_.createHash)("sha256").update(label).digest("hex"));
    const [planFile, documentFile] = [`${base}.tfplan`, `${base}.json`];
    const show = async () => {
        await ready.terraform.showPlan(planFile, documentFile);
        return readDocument(documentFile, deps);
    };
    try {
        const planned = await ready.terraform.plan({ planFile, varFiles, isLocked: false });
        signal.throwIfAborted();
        if (planned.outcome !== "failed" && planned.hasPlanFile) {
            return { kind: "planned", ...(await show()), isLockComplete: ready.isLockComplete };
        }
        // What is left of a plan that failed names the values that its errors may print.
        if (planned.hasPlanFile)
            await show().catch(() => undefined);
        signal.throwIfAborted();
        return { kind: "failed", problem: commandProblem(deps, directory, planned, "plan") };
    }
    finally {
        for (const file of [planFile, documentFile])
            deps.files.remove(file);
    }
}
function readDocument(file, { files, redactor }) {
    const source = files.openPlan(file);
    try {
        const { plan, secrets } = readPlan(source);
        for (const secret of secrets)
            redactor.add(secret);
        return { meaning: outlineMeaning(plan, source), line: attempt_lineOf(plan) };
    }
    finally {
        source.close();
    }
}
function attempt_lineOf(plan) {
    const counts = describeCounts(countChanges(plan));
    if (counts !== "")
        return `${counts}.`;
    return hasChanges(plan) ? "Other changes." : "No changes.";
}
async function validate(ready, run, deps, signal) {
    const { terraform, isLockComplete, why } = ready;
    const { isValid, diagnostics } = await terraform.validate();
    signal.throwIfAborted();
    if (isValid)
        return { kind: "valid", isLockComplete, ...(why === undefined ? {} : { why }) };
    const problem = commandProblem(deps, run.target.directory, { ...ENDED, diagnostics }, "validate");
    return { kind: "failed", problem };
}
/** A command that found errors and ended by itself. */
const ENDED = { exitCode: 1, signal: undefined, stderr: "", cancelled: false };

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/batches.js
/**
 * Which targets run at the same time. Pure.
 */
/**
 * Batches of at most so many, in order: no two of one batch are in the same directory, where they would share what init
 * makes.
 */
function batchesOf(targets, width) {
    const batches = [];
    let waiting = [...targets];
    while (waiting.length > 0) {
        const directories = new Set();
        const batch = [];
        const left = [];
        for (const target of waiting) {
            const isFitting = batch.length < Math.max(1, width) && !directories.has(target.directory);
            directories.add(target.directory);
            (isFitting ? batch : left).push(target);
        }
        batches.push(batch);
        waiting = left;
    }
    return batches;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/overlay.js
/**
 * Changed files laid over a copy of the checkout, and taken back. The order of effects, through the copy's own verbs.
 */


/**
 * Does the work while the files lie over the copy; they are taken back whatever happens. Rejects as the work does, or when
 * a file cannot be laid. When one cannot be taken back the scratch is spoilt.
 */
async function withFiles(scratch, files, work) {
    const { copy } = scratch;
    const covered = [];
    try {
        for (const { path, mode, text } of files) {
            covered.push([path, copy.read(path)]);
            copy.write(path, { bytes: Buffer.from(text), isExecutable: mode === "100755" });
        }
        return await work();
    }
    finally {
        takeBack(scratch, covered.toReversed().map(([path, content]) => [path, () => putBack(copy, path, content)]));
    }
}
/**
 * Readies a root module for terraform: what an earlier run left is removed, and the lock file is remembered.
 * @returns puts it back as it was, and never throws: when it cannot be done the scratch is spoilt
 */
function readyFolder(scratch, directory) {
    const { copy } = scratch;
    const data = external_node_path_.posix.join(directory, ".terraform");
    const lockFile = external_node_path_.posix.join(directory, ".terraform.lock.hcl");
    copy.removeFolder(data);
    const content = copy.read(lockFile);
    return () => takeBack(scratch, [
        [data, () => copy.removeFolder(data)],
        [lockFile, () => putBack(copy, lockFile, content)],
    ]);
}
/** Does every step, also when one before it throws; the first that does spoils the scratch. */
function takeBack(scratch, steps) {
    for (const [path, step] of steps) {
        try {
            step();
        }
        catch (thrown) {
            const { what } = (0,lib_failure/* toFailure */.w2)(thrown);
            scratch.spoilt ??= `${JSON.stringify(path)} could not be put back in the copy of the checkout: ${what}`;
        }
    }
}
/** A file that is as it was is not written: it may be one that could not be laid. */
function putBack(copy, path, content) {
    if (!overlay_isSame(copy.read(path), content))
        copy.write(path, content);
}
function overlay_isSame(one, other) {
    if (one === undefined || other === undefined)
        return one === other;
    if ("link" in one || "link" in other)
        return "link" in one && "link" in other && one.link === other.link;
    return one.isExecutable === other.isExecutable && Buffer.compare(one.bytes, other.bytes) === 0;
}

;// CONCATENATED MODULE: ./packages/planning/lib/known-secrets.js
/**
 * Which texts are secret by what the configuration says of its variables, for the time when there is no plan to ask:
 * terraform's own errors can print a value. Pure. Literal values only; what an expression gives is not known here.
 */

/** The values of the variables that are declared sensitive. */
function findSecrets({ configuration, values, environment }) {
    const secrets = new Set();
    const names = new Set();
    for (const text of configuration) {
        const variables = (0,json_value/* member */.Dc)(parseObject(text), "variable");
        for (const name of (0,json_value/* isJsonObject */.OW)(variables) ? Object.keys(variables) : []) {
            const variable = (0,json_value/* member */.Dc)(variables, name);
            if (((0,json_value/* member */.Dc)(variable, "sensitive") ?? false) === false)
                continue;
            names.add(name);
            addJson(secrets, (0,json_value/* member */.Dc)(variable, "default"));
        }
        for (const block of (0,hcl_blocks/* readBlocks */.v_)(text)) {
            const [name] = block.labels;
            if (block.type !== "variable" || name === undefined || !isSensitive(block.attributes, text))
                continue;
            names.add(name);
            for (const attribute of block.attributes) {
                if (attribute.name === "default")
                    addLiterals(secrets, text, attribute);
            }
        }
    }
    for (const text of values) {
        const object = parseObject(text);
        for (const name of names)
            addJson(secrets, (0,json_value/* member */.Dc)(object, name));
        for (const attribute of (0,hcl_blocks/* readHcl */.KQ)(text).attributes)
            if (names.has(attribute.name))
                addLiterals(secrets, text, attribute);
    }
    for (const name of names) {
        const value = environment[`TF_VAR_${name}`] ?? "";
        if (value !== "")
            secrets.add(value);
        addStrings(secrets, value);
    }
    return secrets;
}
/** The JSON object that a text is; undefined for HCL. */
function parseObject(text) {
    if (!text.trimStart().startsWith("{"))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function addJson(secrets, value) {
    if (typeof value === "string" || typeof value === "number")
        secrets.add(String(value));
    else if (Array.isArray(value))
        for (const item of value)
            addJson(secrets, item);
    else if ((0,json_value/* isJsonObject */.OW)(value))
        for (const item of Object.values(value))
            addJson(secrets, item);
}
function isSensitive(attributes, text) {
    const found = attributes.find(({ name }) => name === "sensitive");
    // terraform also takes "true" and (true): only a plain false is one.
    return found !== undefined && text.slice(found.value.start, found.value.end) !== "false";
}
function addLiterals(secrets, text, { value }) {
    if (value.kind === "string")
        secrets.add(value.value);
    else if (value.kind === "object")
        for (const attribute of value.attributes)
            addLiterals(secrets, text, attribute);
    else
        addStrings(secrets, text.slice(value.start, value.end));
}
/** The strings of an expression: quoted ones, the text of heredocs, a bare number. Parts between templates count each. */
function addStrings(secrets, expression) {
    if (/^[0-9.]+$/.test(expression))
        secrets.add(expression);
    // A heredoc ends at a line break, which is not part of the value's span.
    const text = `${expression}\n`;
    for (const token of (0,hcl_scan/* scanHcl */.J)(text)) {
        const content = text.slice(token.start, token.end);
        if (token.kind === "literal")
            secrets.add((0,hcl_blocks/* unescapeQuoted */.Ln)(content) ?? content.trim());
    }
}

;// CONCATENATED MODULE: ./packages/planning/lib/hide-secrets.js
/**
 * Makes known what the configuration and the inputs say is secret, before terraform prints a word: the log shows addresses
 * while it runs, errors can print any value, and only a plan names all that is sensitive.
 */



/** Backend settings that say who we are. */
const credential = /(?:secret|token|password|passwd|credential|access_key|private_key|sas|passphrase)/i;
/** Adds what is known to the redactor. Files that cannot be read hide nothing, and terraform will say why. */
function hideKnownSecrets({ deps, target, inputs }) {
    const { redactor } = deps.host;
    const decoder = new TextDecoder();
    const read = (file) => {
        try {
            return decoder.decode(deps.files.readBytes(external_node_path_.posix.resolve(target.path, file)));
        }
        catch {
            return "";
        }
    };
    const names = deps.files.list(target.path);
    const secrets = findSecrets({
        configuration: names.filter((name) => /\.(?:tf|tofu)(?:\.json)?$/.test(name)).map(read),
        values: [
            ...names.filter((name) => /\.tfvars(?:\.json)?$/.test(name)).map(read),
            ...inputs["var-files"].map(read),
            inputs.variables,
        ],
        environment: target.environment,
    });
    for (const secret of secrets)
        redactor.add(secret);
    const settings = [
        ...inputs["backend-config"].map((setting) => splitSetting(setting)),
        ...inputs["backend-config-files"].flatMap((file) => readSettings(read(file))),
        ...Object.entries(target.environment).filter(([name]) => isTelling(name)),
    ];
    for (const [name, value] of settings) {
        if (credential.test(name))
            redactor.add(value);
        const url = URL.parse(value);
        for (const part of [url?.password ?? "", ...(url?.searchParams.values() ?? [])])
            redactor.add(part);
    }
}
/** `key=value`, as the input has it. */
function splitSetting(setting) {
    const equals = setting.indexOf("=");
    return [setting.slice(0, equals), setting.slice(equals + 1)];
}
/** The settings of a file of backend configuration that are plain texts. */
function readSettings(text) {
    return (0,hcl_blocks/* readHcl */.KQ)(text).attributes.flatMap(({ name, value }) => {
        return value.kind === "string" ? [[name, value.value]] : [];
    });
}
/** Variables that hold a credential, or an address with one in it; the place of a file with one is no secret. */
function isTelling(name) {
    if (/^TF_(?:HTTP|TOKEN)_/.test(name))
        return true;
    return credential.test(name) && !/_(?:FILE|PATH|URL|URI|ENDPOINT)$/i.test(name);
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/manner.js
/**
 * What can be done in a root module with a program and a backend: planned, validated, or nothing. Pure.
 */

/**
 * Decides it.
 * @param isRemote plans run in HCP Terraform (a `cloud` block, the `remote` backend)
 */
function decideManner(asked, program, isRemote) {
    const { product, version } = program;
    // `validate -json` came with 0.12, `plan -json` with 0.15.3 (terraform's changelogs).
    if (manner_isOlder(program, "0.12.0"))
        return { manner: undefined, why: `${product} ${version} is too old to be asked` };
    if (asked === "validate")
        return { manner: asked, why: undefined };
    const why = manner_isOlder(program, "0.15.3")
        ? `${product} ${version} is too old to be planned with`
        : isRemote
            ? "its plans run in HCP Terraform, where each of them locks the workspace"
            : undefined;
    if (why === undefined)
        return { manner: asked, why };
    return asked === "auto" ? { manner: "validate", why } : { manner: undefined, why };
}
/** Whether `init` can be told to leave the lock file alone. */
function canKeepLockFile(program) {
    return !manner_isOlder(program, "1.0.0");
}
/** All versions of OpenTofu can do everything. */
function manner_isOlder({ product, version }, than) {
    return product === "terraform" && (0,lib_version/* compareVersions */.Zy)((0,lib_version/* parseVersion */.ot)(version), (0,lib_version/* parseVersion */.ot)(than)) < 0;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/prepare.js
/**
 * Gets a target ready to be planned or validated: its program, its secrets, init. The order of effects; it only reads, and
 * writes into the copy.
 */






/** Prepares it, or ends the attempt. Rejects with what the signal says when that is aborted. */
async function prepareTarget(run, deps, signal) {
    const { scratch, target, wanted, manner: asked } = run;
    const path = external_node_path_.posix.join(scratch.copy.path, target.directory);
    hideSecrets(run, deps, path);
    const question = { scratch, directory: target.directory, ...(wanted === undefined ? {} : { wanted }) };
    const program = await deps.findProgram(question).catch(lib_failure/* toFailure */.w2);
    signal.throwIfAborted();
    if (program instanceof lib_failure/* Failure */.HR)
        return { kind: "untried", why: program.what };
    const { manner, why } = decideManner(asked, program, deps.isManagedRemotely(path));
    if (manner === undefined)
        return { kind: "untried", why };
    const terraform = deps.openTerraform({ scratch, program, target, signal });
    const ready = await initialise(run, deps, { manner, program, terraform });
    signal.throwIfAborted();
    return why === undefined || "kind" in ready ? ready : { ...ready, why: { message: why } };
}
/** Before terraform prints a word: its errors can show values. */
function hideSecrets({ target }, { files, redactor, environment }, path) {
    hideKnownSecrets({
        inputs: {
            "var-files": [...target.varFiles],
            variables: "",
            "backend-config": [],
            "backend-config-files": [...target.backendConfigFiles],
        },
        target: { path, environment },
        deps: { files, host: { redactor } },
    });
}
async function initialise({ scratch, target, isLockStrict }, deps, { manner, program, terraform }) {
    const locked = lockedProviders(terraform.lockFile());
    const isLockFileOpen = !isLockStrict || !canKeepLockFile(program);
    const ready = (isPlannable, why) => {
        const isLockComplete = locked !== undefined && locked === lockedProviders(terraform.lockFile());
        return { terraform, isPlannable, why, isLockComplete };
    };
    const problemOf = (result) => commandProblem(deps, target.directory, result, "init");
    let why;
    if (manner !== "validate") {
        const { backendConfigFiles } = target;
        const result = await terraform.init({ isLockFileOpen, backendConfigFiles });
        if (result.exitCode === 0) {
            const workspace = await terraform.requireWorkspace();
            if (typeof workspace === "string")
                return ready(true, undefined);
            return { kind: "failed", problem: { message: workspace.summary } };
        }
        why = problemOf(result);
        if (manner === "plan" || result.cancelled)
            return { kind: "failed", problem: why };
        // init remembers the backend that it could not read, and would read it again.
        scratch.copy.write(external_node_path_.posix.join(target.directory, ".terraform/terraform.tfstate"), undefined);
    }
    const result = await terraform.init({ isLockFileOpen, hasBackend: false });
    return result.exitCode === 0 ? ready(false, why) : { kind: "failed", problem: problemOf(result) };
}
/** The providers of a lock file, as one text; undefined without one. */
function lockedProviders(text) {
    if (text === undefined)
        return undefined;
    const providers = (0,hcl_blocks/* readBlocks */.v_)(text).filter(({ type }) => type === "provider");
    return JSON.stringify(providers.map(({ labels }) => labels[0] ?? "").sort());
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/time-limit.js
/**
 * A limit of time for something that listens to a signal. Pure but for the clock it is handed.
 */

/** Starts a limit of so many milliseconds. */
function startLimit(clock, cancelled, ms) {
    const [over, done] = [new AbortController(), new AbortController()];
    void clock.sleep(ms, done.signal).then(() => over.abort(tooLong()), () => undefined);
    return { signal: AbortSignal.any([cancelled, over.signal]), end: () => done.abort() };
}
function tooLong() {
    return new lib_failure/* Failure */.HR({
        reason: "cancelled",
        what: "It was not done in time",
        remedy: "Run the job again, or look for what it waits for.",
    });
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/attempt-all.js





/**
 * An attempt for each target; those that come after the scratch is spoilt are not tried. Rejects only when the step is
 * cancelled; nothing runs any more then.
 * @param side how the log calls it: `before` or `after`
 */
async function attemptAll(runs, side, deps) {
    const attempts = new Map();
    const places = runs.map((run) => ({ run, directory: run.target.directory }));
    for (const batch of batchesOf(places, deps.width)) {
        const started = [];
        try {
            for (const { run } of batch) {
                const one = start(run, deps);
                started.push(one);
                one.ready = await prepare(one, deps).catch((thrown) => attemptOf(thrown, deps));
            }
            // All of them come to their end, also when one is cancelled.
            const ended = await Promise.allSettled(started.map((one) => attempt_all_finish(one, deps)));
            deps.cancelled.throwIfAborted();
            for (const [index, { run }] of started.entries()) {
                const result = ended[index];
                if (result?.status !== "fulfilled")
                    throw result?.reason;
                attempts.set(run.target, result.value);
                deps.log.info(`${run.target.label}, ${side}: ${describeAttempt(result.value)}`);
            }
        }
        finally {
            // Neither of them throws: every one comes to its end.
            for (const { limit, restore } of started) {
                limit.end();
                restore();
            }
        }
    }
    return attempts;
}
function start(run, { clock, cancelled }) {
    cancelled.throwIfAborted();
    const limit = startLimit(clock, cancelled, LONGEST_MINUTES * 60_000);
    return { run, limit, ready: { kind: "untried", why: "it was not prepared" }, restore: () => undefined };
}
async function prepare(one, deps) {
    const { scratch, target } = one.run;
    if (scratch.spoilt !== undefined)
        return { kind: "untried", why: scratch.spoilt };
    one.restore = readyFolder(scratch, target.directory);
    return prepareTarget(one.run, deps, one.limit.signal);
}
async function attempt_all_finish({ run, ready, limit }, deps) {
    if ("kind" in ready)
        return ready;
    return finishTarget(ready, run, deps, limit.signal).catch((thrown) => attemptOf(thrown, deps));
}
/** For the log, which redacts. */
function describeAttempt(attempt) {
    if (attempt.kind === "planned")
        return attempt.line;
    if (attempt.kind === "failed")
        return `failed. ${attempt.problem.message}`;
    if (attempt.kind === "untried")
        return `not tried: ${attempt.why}`;
    return attempt.why === undefined ? "valid." : `valid, not planned: ${attempt.why.message}`;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/digest.js
/**
 * Names what was proven: a proof counts for exactly these changes of exactly this commit. Pure.
 */


/**
 * 64 hex digits over what a proposal brings, the commit it stands on and the files as they will be.
 * @param base the commit that was scanned, 40 or 64 hex digits
 */
function digest_digestOf(proposal, base, files) {
    const brings = proposal.updates
        .map(({ dependency, to, roots }) => (0,canonical_json/* canonicalJson */.d)([dependency.kind, dependency.name, to, [...roots].sort()]))
        .sort();
    const changed = files.map(({ path, mode, text }) => (0,canonical_json/* canonicalJson */.d)([path, mode, sha256(text)])).sort();
    return sha256((0,canonical_json/* canonicalJson */.d)(["handrail bump proof 1", proposal.key, base, brings, changed]));
}
/** The root modules that a proposal can change, each once, in order. */
function affectedRoots({ updates }) {
    return [...new Set(updates.flatMap(({ roots }) => roots))].sort();
}
function sha256(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/totals.js
/**
 * `0 changes in 37 roots, 2 roots change, 1 fails`. What was only validated, failed before, works again or was not tried is
 * counted behind it. Plain text without anything from outside.
 */
function describeTotals({ roots }) {
    if (roots.length === 0)
        return "no root module is affected";
    const count = (outcome, how) => roots.filter((root) => root.outcome === outcome && (how === undefined || root.how === how)).length;
    const same = count("same", "plan");
    const valid = count("same") - same;
    const phrases = [
        [same, `0 changes in ${rootCount(same)}`],
        [count("changes"), `${rootCount(count("changes"))} ${count("changes") === 1 ? "changes" : "change"}`],
        [count("fails"), `${count("fails")} ${count("fails") === 1 ? "fails" : "fail"}`],
        [count("fixed"), `${count("fixed")} ${count("fixed") === 1 ? "works" : "work"} again`],
        [valid, `${valid} only validated`],
        [count("failed-before"), `${count("failed-before")} failed before`],
        [count("unverified"), `${count("unverified")} not verified`],
    ];
    return phrases.flatMap(([number, phrase]) => (number === 0 ? [] : [phrase])).join(", ");
}
function rootCount(count) {
    return `${count} ${count === 1 ? "root" : "roots"}`;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/verdict.js


/** How many changes of one root module are told; the rest is counted. */
const verdict_MOST_CHANGES = 100;
/** Longer texts are cut: they are read in the body of a pull request. In UTF-16 units. */
const LONGEST_TEXT = 2000;
/** How a target is looked at after the bump: as it could be looked at before it. */
function mannerAfter(before, asked) {
    if (before.kind === "planned")
        return "plan";
    return before.kind === "valid" ? "validate" : asked;
}
/** The proof of one target; texts are redacted by `redact`. `after` is absent when nothing was tried before. */
function proveTarget(target, before, after, redact) {
    const named = { root: target.directory, label: redact(target.label) };
    const nothing = { how: "none", before: "", after: "", changes: [], more: 0 };
    const untried = [before, after].find((attempt) => attempt?.kind === "untried");
    if (untried?.kind === "untried" || after === undefined) {
        const why = untried?.kind === "untried" ? untried.why : "it was not tried";
        return { ...named, ...nothing, outcome: "unverified", message: shown(why, redact) };
    }
    const told = {
        ...named,
        ...nothing,
        how: before.kind === "planned" || after.kind === "planned" ? "plan" : "validate",
        before: verdict_lineOf(before),
        after: verdict_lineOf(after),
    };
    if (before.kind === "failed") {
        const outcome = after.kind === "failed" ? "failed-before" : "fixed";
        return { ...told, outcome, ...showProblem(before.problem, redact) };
    }
    if (after.kind === "failed")
        return { ...told, outcome: "fails", ...showProblem(after.problem, redact) };
    if (before.kind !== "planned" || after.kind !== "planned") {
        const why = before.kind === "valid" ? before.why : undefined;
        return { ...told, outcome: "same", ...(why === undefined ? { message: "" } : showProblem(why, redact)) };
    }
    const all = differencesOf(before.meaning, after.meaning);
    const changes = all.slice(0, verdict_MOST_CHANGES).map((change) => redactChange(change, redact));
    const outcome = all.length === 0 ? "same" : "changes";
    return { ...told, outcome, changes, more: all.length - changes.length, message: "" };
}
/** A target that nobody tried, and why. */
function unverified(root, label, why) {
    return { root, label, how: "none", outcome: "unverified", before: "", after: "", changes: [], more: 0, message: why };
}
function verdict_lineOf(attempt) {
    return attempt.kind === "planned" ? attempt.line : "";
}
function showProblem({ message, file, line }, redact) {
    return {
        message: shown(message, redact),
        ...(file === undefined ? {} : { file: shown(file, redact) }),
        ...(line === undefined ? {} : { line }),
    };
}
/** A key of an instance or of a map can be a secret, written as HCL does. */
function redactChange({ address, what, isDestructive }, redact) {
    return {
        address: verdict_cut(redactKeys(address, redact)),
        what: shown(redactKeys(what, redact), redact),
        isDestructive,
    };
}
function shown(text, redact) {
    return verdict_cut(redact(text));
}
function verdict_cut(text) {
    return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1).toWellFormed()}…` : text;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/prove.js
/**
 * Proves what bumps do: every affected root module is planned in a copy of the checkout, once as it is, and once with the
 * files of each proposal. The order of effects; the checkout itself is only read.
 */







/** Where settings of root modules are. */
const SETTINGS = ".github/handrail.yml";
/**
 * The proof of each proposal, by its key. Rejects only when the step is cancelled: what cannot be proven is `unverified`
 * and says why. What comes after something that could not be taken back is not proven either. Nothing of it runs any more
 * then, and the copy is gone.
 */
async function proveProposals(input, deps) {
    if (input.verify === "none")
        return unproven(input, "`verify` is `none`");
    if (input.changes.length === 0)
        return new Map();
    let scratch;
    try {
        scratch = await deps.openScratch();
        return await proveIn(scratch, input, input.verify, deps);
    }
    catch (thrown) {
        deps.cancelled.throwIfAborted();
        return unproven(input, deps.redactor.redact((0,lib_failure/* toFailure */.w2)(thrown).what));
    }
    finally {
        scratch?.dispose();
    }
}
async function proveIn(scratch, input, manner, deps) {
    const targets = await findTargets(scratch, input, deps);
    const all = [...targets.values()].flat();
    const runs = all.map((target) => ({ scratch, target, manner, isLockStrict: false }));
    const before = await attemptAll(runs, "before", deps);
    const pairs = [];
    for (const change of input.changes) {
        const affected = affectedRoots(change.proposal).flatMap((root) => targets.get(root) ?? []);
        pairs.push(await proveChange(scratch, change, { affected, before, manner }, deps));
    }
    if (scratch.spoilt !== undefined)
        deps.log.warning(`Nothing more was proven: ${scratch.spoilt}`);
    // Only now every secret of every plan is known.
    const redact = (text) => deps.redactor.redact(text);
    return new Map(input.changes.map(({ proposal, files }, index) => {
        const roots = (pairs[index] ?? []).map((pair) => proveTarget(pair.target, pair.before, pair.after, redact));
        const proof = { digest: digest_digestOf(proposal, input.base, files), roots };
        deps.log.info(`${proposal.key}: ${describeTotals(proof)}`);
        return [proposal.key, proof];
    }));
}
/** The targets of every affected root module. */
async function findTargets({ copy }, { changes }, { environment }) {
    const content = copy.read(SETTINGS);
    const text = content === undefined || "link" in content ? "" : new TextDecoder().decode(content.bytes);
    const settings = text === "" ? [] : await readRootSettings(text, SETTINGS);
    const roots = new Set(changes.flatMap(({ proposal }) => affectedRoots(proposal)));
    return new Map([...roots].sort().map((root) => [root, root_settings_targetsOf(settings, root, environment["TF_WORKSPACE"] ?? "")]));
}
/** Attempts the targets of one proposal with its files. */
async function proveChange(scratch, { proposal, files }, { affected, before, manner }, deps) {
    const changed = new Set(files.map(({ path }) => path));
    const pairs = affected.map((target) => ({ target, before: before.get(target) ?? UNTRIED, after: undefined }));
    const untried = (why) => pairs.map((pair) => ({ ...pair, after: { kind: "untried", why } }));
    if (scratch.spoilt !== undefined)
        return untried(scratch.spoilt);
    const runs = pairs
        .filter((pair) => pair.before.kind !== "untried")
        .map(({ target, before: attempt }) => {
        const wanted = wantedFor(proposal, target.directory);
        const isOurs = changed.has(`${target.directory}/.terraform.lock.hcl`.replace(/^\.\//, ""));
        const wasComplete = (attempt.kind === "planned" || attempt.kind === "valid") && attempt.isLockComplete;
        return {
            scratch,
            target,
            manner: mannerAfter(attempt, manner),
            isLockStrict: isOurs || wasComplete,
            ...(wanted === undefined ? {} : { wanted }),
        };
    });
    try {
        const after = await withFiles(scratch, files, () => attemptAll(runs, `with ${proposal.key}`, deps));
        return pairs.map((pair) => ({ ...pair, after: after.get(pair.target) }));
    }
    catch (thrown) {
        deps.cancelled.throwIfAborted();
        return untried((0,lib_failure/* toFailure */.w2)(thrown).what);
    }
}
const UNTRIED = { kind: "untried", why: "it was not tried before the bump" };
/** The program that a proposal brings to a root module. */
function wantedFor({ updates }, root) {
    const update = updates.find(({ dependency, roots }) => dependency.kind === "terraform" && roots.includes(root));
    if (update?.dependency.source.from !== "releases")
        return undefined;
    return { product: update.dependency.source.product, version: update.to };
}
/** Proofs that prove nothing, and why. */
function unproven({ changes, base }, why) {
    return new Map(changes.map(({ proposal, files }) => {
        const roots = affectedRoots(proposal).map((root) => unverified(root, root, why));
        return [proposal.key, { digest: digest_digestOf(proposal, base, files), roots }];
    }));
}

;// CONCATENATED MODULE: ./packages/report/lib/shape.js
/**
 * Readers of data from outside: each takes any JSON value and answers it as a type of ours, or says where it is not of
 * that shape. Only named members are read, own ones, so that no key reaches a prototype.
 */
/** What is wrong, and where; the path grows on the way out. */
class ShapeError extends Error {
    path = [];
    /** `changes.3.address is not a text`. */
    describe() {
        return `${this.path.length === 0 ? "it" : this.path.toReversed().join(".")} ${this.message}`;
    }
}
/** A text of at most so many UTF-16 units. */
function shape_text(longest) {
    return (value) => {
        if (typeof value !== "string")
            throw new ShapeError("is not a text");
        if (value.length > longest)
            throw new ShapeError(`is longer than ${longest} characters`);
        return value;
    };
}
/** A text that a pattern matches as a whole; `what` is what it is then. Patterns are anchored and linear. */
function pattern(expression, what) {
    return (value) => {
        if (typeof value !== "string" || !expression.test(value))
            throw new ShapeError(`is not ${what}`);
        return value;
    };
}
/** One of our words; anything else that is a text becomes `fallback`. */
function word(known, fallback) {
    return (value) => {
        if (typeof value !== "string")
            throw new ShapeError("is not a text");
        return known.find((each) => each === value) ?? fallback;
    };
}
/** A whole number that JavaScript counts exactly. */
function integer(lowest = 0) {
    return (value) => {
        if (typeof value !== "number" || !Number.isSafeInteger(value) || value < lowest) {
            throw new ShapeError(`is not a whole number of at least ${lowest}`);
        }
        return value;
    };
}
/** True or false. */
const flag = (value) => {
    if (typeof value !== "boolean")
        throw new ShapeError("is neither true nor false");
    return value;
};
/** The first reader that can read the value. */
function either(first, second) {
    return (value) => {
        try {
            return first(value);
        }
        catch (error) {
            if (!(error instanceof ShapeError))
                throw error;
            return second(value);
        }
    };
}
/** A list of at most so many items. */
function shape_list(item, longest) {
    return (value) => {
        if (!Array.isArray(value))
            throw new ShapeError("is not a list");
        if (value.length > longest)
            throw new ShapeError(`has more than ${longest} items`);
        return value.map((each, index) => shape_below(String(index), () => item(each)));
    };
}
function object(required, optional = {}) {
    const wanted = Object.entries(required);
    const welcome = Object.entries(optional);
    return (value) => {
        if (typeof value !== "object" || value === null || Array.isArray(value))
            throw new ShapeError("is not an object");
        const made = {};
        for (const [name, reader] of wanted)
            made[name] = shape_below(name, () => reader(own(value, name)));
        for (const [name, reader] of welcome) {
            const found = own(value, name);
            const read = found === undefined ? undefined : shape_below(name, () => reader(found));
            if (read !== undefined)
                made[name] = read;
        }
        return made;
    };
}
/** An own member; undefined when there is none. */
function own(value, name) {
    return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
/** Adds a step to the path of what is thrown below it. */
function shape_below(step, read) {
    try {
        return read();
    }
    catch (error) {
        if (error instanceof ShapeError)
            error.path.push(step);
        throw error;
    }
}

// EXTERNAL MODULE: ./packages/runner/lib/paths.js
var paths = __webpack_require__(8300);
;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/proof-file.js
/**
 * A proof as a file, from the job that may only read to the one that may write. What is read was made by another job: it is
 * read as hostile, within limits and every field by its type. Pure.
 */



/** Names the format; another version is not read. */
const SCHEMA = "handrail/terraform-bump-proof/1";
/** How the names of proof files end. */
const PROOF_SUFFIX = ".bump-proof.json";
/** Most bytes of a file. */
const LONGEST_PROOF = 16 * 1024 * 1024;
const MOST_ROOTS = 20_000;
/** How many changes of each root module are written, when more of them would not fit. */
const FEWER = [verdict_MOST_CHANGES, 10, 1, 0];
const HOWS = ["plan", "validate", "none"];
const OUTCOMES = [
    "same",
    "changes",
    "fails",
    "fixed",
    "failed-before",
    "unverified",
];
/** The file's text. Changes that have no room are counted only. */
function renderProofFile({ key, proof }) {
    let text = "";
    for (const most of FEWER) {
        const roots = proof.roots.map((root) => ({
            ...root,
            changes: root.changes.slice(0, most),
            more: root.more + Math.max(0, root.changes.length - most),
        }));
        text = `${JSON.stringify({ schema: SCHEMA, digest: proof.digest, key, roots }, undefined, 1)}\n`;
        if (Buffer.byteLength(text) <= LONGEST_PROOF)
            break;
    }
    return text;
}
/**
 * Reads a file.
 * @throws Failure `invalid-input` that names the file and the field
 */
function parseProofFile(content, name) {
    try {
        if (content.length > LONGEST_PROOF)
            throw new ShapeError(`is longer than ${LONGEST_PROOF} characters`);
        const { digest, key, roots } = file(parseText(content));
        return { key, proof: { digest, roots } };
    }
    catch (error) {
        if (!(error instanceof ShapeError))
            throw error;
        throw new lib_failure/* Failure */.HR({
            reason: "invalid-input",
            what: `${name} is not a proof that this version reads: ${error.describe()}`,
            remedy: "Hand over what the output `proofs` names, as it is, and use the same version of terraform-bump in both jobs.",
            cause: error,
        });
    }
}
function parseText(content) {
    try {
        return JSON.parse(content);
    }
    catch (error) {
        // The parser's own words would quote the file.
        throw new ShapeError(error instanceof SyntaxError ? "is not JSON" : "cannot be parsed");
    }
}
/** One of our words, and nothing else. */
function oneOf(words) {
    return (value) => {
        const found = words.find((word) => word === value);
        if (found === undefined)
            throw new ShapeError(`is none of ${words.join(", ")}`);
        return found;
    };
}
/** A file of the repository, to link to; anything else is left out. */
const sourceFile = (value) => {
    const path = shape_text(LONGEST_TEXT)(value);
    return (0,paths/* pathProblem */.z)(path) === undefined ? path : undefined;
};
const change = object({
    address: shape_text(LONGEST_TEXT),
    what: shape_text(LONGEST_TEXT),
    isDestructive: flag,
});
const root = object({
    root: shape_text(LONGEST_TEXT),
    label: shape_text(LONGEST_TEXT),
    how: oneOf(HOWS),
    outcome: oneOf(OUTCOMES),
    before: shape_text(LONGEST_TEXT),
    after: shape_text(LONGEST_TEXT),
    changes: shape_list(change, verdict_MOST_CHANGES),
    more: integer(),
    message: shape_text(LONGEST_TEXT),
}, { file: sourceFile, line: integer(1) });
const file = object({
    schema: oneOf([SCHEMA]),
    digest: pattern(/^[0-9a-f]{64}$/, "the digest of a proof"),
    key: shape_text(LONGEST_TEXT),
    roots: shape_list(root, MOST_ROOTS),
});

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/prove/proof-folder.js
/**
 * The folder with the proofs of all proposals: one job writes it, another reads it. Whoever filled it may be hostile: a
 * proof counts only for what its digest names. The order of effects, through the verbs it is handed.
 */




/** Most of what is looked at: folders in each other, files and folders together, proofs. */
const proof_folder_DEEPEST = 8;
const MOST_ENTRIES = 20_000;
const MOST_PROOFS = 1000;
/** Most bytes of all proofs together. */
const MOST_BYTES = 128 * 1024 * 1024;
/**
 * Writes one file for each proposal.
 * @param folder absolute
 * @param write makes the folder, too
 */
function writeProofs(folder, { changes }, proofs, write) {
    for (const { proposal } of changes) {
        const proof = proofs.get(proposal.key);
        const name = `${proposal.branch.replaceAll(/[^A-Za-z0-9._-]/g, "-")}${PROOF_SUFFIX}`;
        if (proof !== undefined)
            write(`${folder}/${name}`, [renderProofFile({ key: proposal.key, proof })]);
    }
}
/**
 * Reads every proof below a folder. Two that say different things of the same are no use, neither of them.
 * @throws Failure `invalid-input` when there is no such folder
 */
function readProofs(given, files) {
    const problems = [];
    const found = new Map();
    const doubtful = new Set();
    let left = MOST_BYTES;
    for (const { path, name } of findProofs(given, files, problems)) {
        try {
            const content = files.readText(path, Math.min(left, LONGEST_PROOF));
            left -= Buffer.byteLength(content);
            const { key, proof } = parseProofFile(content, name);
            const text = renderProofFile({ key, proof });
            const other = found.get(proof.digest);
            if (other !== undefined && other.text !== text) {
                doubtful.add(proof.digest);
                problems.push(`${other.name} and ${name} prove the same and say different things: neither is used`);
            }
            found.set(proof.digest, { text, proof, name });
        }
        catch (thrown) {
            problems.push((0,lib_failure/* toFailure */.w2)(thrown).what);
        }
    }
    for (const digest of doubtful)
        found.delete(digest);
    return { proofs: new Map([...found].map(([digest, { proof }]) => [digest, proof])), problems };
}
/** The proofs of proposals, out of those that were read. What they do not prove is `unverified`. */
function takeProofs({ changes, base }, proofs) {
    return new Map(changes.map(({ proposal, files }) => {
        const digest = digest_digestOf(proposal, base, files);
        const taken = proofs.get(digest)?.roots;
        const why = taken === undefined ? "the read-only job proved something else" : "the read-only job did not prove it";
        const roots = affectedRoots(proposal).flatMap((root) => {
            const told = (taken ?? []).filter((one) => one.root === root);
            return told.length > 0 ? told : [unverified(root, root, why)];
        });
        return [proposal.key, { digest, roots }];
    }));
}
/** The files by name; what is beyond the limits is left out, and said. */
function findProofs(given, files, problems) {
    const top = files.locate(given);
    if (top.kind === "file")
        return [{ path: top.path, name: given }];
    const found = [];
    const open = [{ path: top.path, name: "", depth: 0 }];
    let entries = 0;
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
        for (const { name: last, kind } of files.list(folder.path)) {
            entries += 1;
            const entry = { path: `${folder.path}/${last}`, name: `${folder.name}${last}` };
            if (kind === "file" && last.endsWith(PROOF_SUFFIX))
                found.push(entry);
            if (kind === "folder" && folder.depth < proof_folder_DEEPEST) {
                open.push({ path: entry.path, name: `${entry.name}/`, depth: folder.depth + 1 });
            }
        }
        if (entries > MOST_ENTRIES || found.length > MOST_PROOFS) {
            problems.push(`${given} holds more than a run of terraform-bump writes: the rest of it was not read`);
            break;
        }
    }
    return found.slice(0, MOST_PROOFS).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/publication.js




/** The pull request of a proposal. */
function desire({ proposal, files }, prefix, scan, telling) {
    const { proofs, whyNot, background, held, context, canRunWorkflows } = telling;
    return {
        key: proposal.key,
        branch: `${prefix}/${proposal.branch}`,
        target: publication_targetOf(proposal),
        title: renderTitle(proposal),
        body: (left) => renderBody({
            proposal,
            proof: proofs.get(proposal.key),
            ...(whyNot === undefined ? {} : { whyNot }),
            held: held.filter((item) => concerns(item, proposal)),
            left,
            background,
            context,
            canRunWorkflows,
        }),
        commitMessage: renderCommitMessage(proposal),
        isUnproven: telling.mayProve === undefined ? !isWhole(proofs.get(proposal.key)) : !telling.mayProve,
        files,
        ground: digestGround(scan.checkout.files, reachedDirectories(affectedRoots(proposal), scan.findings.modules), new Set(files.map(({ path }) => path))),
    };
}
/** Whether everything that was to be proven is: what could only be validated, or was broken before, is not. */
function isWhole(proof) {
    return (proof?.roots ?? [undefined]).every((root) => {
        if (root === undefined || root.how === "none" || root.outcome === "failed-before")
            return false;
        return root.how === "plan" || root.outcome !== "same" || root.message === "";
    });
}
function publication_targetOf({ updates }) {
    return updates
        .map(({ dependency, to }) => `${dependency.name} ${to}`)
        .sort()
        .join("\n");
}
function concerns({ dependency, kind }, { updates }) {
    return updates.some((update) => update.dependency.name === dependency && update.dependency.kind === kind);
}
/** A pull request that was not made, as held updates: one for each update in it, or for each file that it lacks. */
function heldUpdates(held, changes) {
    const proposals = new Map(changes.map(({ proposal }) => [proposal.key, proposal]));
    return held.flatMap(({ key, reason, why, file, isFailure }) => {
        const more = { ...(file === undefined ? {} : { file }), ...(isFailure === true ? { isFailure } : {}) };
        const sentence = why.endsWith(".") ? why : `${why}.`;
        const updates = proposals.get(key)?.updates ?? [];
        const told = file === undefined ? updates : updates.filter(({ edits }) => edits.some((edit) => edit.mention.file === file));
        if (told.length === 0)
            return [
                {
                    dependency: key === "" ? "pull requests" : key,
                    kind: "file",
                    from: "",
                    to: "",
                    reason,
                    why: sentence,
                    ...more,
                },
            ];
        return told.map(({ dependency, from, to }) => {
            return { dependency: dependency.name, kind: dependency.kind, from, to, reason, why: sentence, ...more };
        });
    });
}

// EXTERNAL MODULE: ./actions/terraform-bump/lib/pulls/branch-name.js
var branch_name = __webpack_require__(6700);
;// CONCATENATED MODULE: ./actions/terraform-bump/lib/pulls/survey.js




/** Tells ours from others'. A marker is believed on a pull request that we opened. */
function sortPulls(pulls, viewer, base) {
    const own = [];
    const others = [];
    for (const pull of pulls) {
        if (!isSameLogin(pull.author, viewer) || pull.baseRef !== base)
            others.push(pull);
        else {
            const mark = readMark(pull.body);
            own.push({ pull, ...(mark === undefined ? {} : { mark, key: mark.key }) });
        }
    }
    return { own, others };
}
/** Pairs what is wanted with what is there; `unwanted` are the open ones of ours that stand for nothing any more. */
function survey(desired, situation) {
    const pairings = desired.map((each) => pair(each, situation));
    const known = new Set(pairings.flatMap(({ existing, rivals }) => [existing, ...rivals]));
    return { pairings, unwanted: situation.own.filter((each) => !known.has(each)) };
}
function pair(desired, { own, others, branches }) {
    const key = nameOf(desired.key);
    const existing = own.find(({ pull }) => pull.headRef === desired.branch);
    const rivals = own.filter((each) => each !== existing && isRival(each, desired));
    // A stranger's marker is only ever a reason to do nothing.
    const occupant = others.find((pull) => pull.headRef === desired.branch || readMark(pull.body)?.key === key);
    const branch = branches.get(desired.branch);
    return {
        desired,
        rivals,
        ...(existing === undefined ? {} : { existing }),
        ...(occupant === undefined ? {} : { occupant }),
        ...(branch === undefined ? {} : { branch }),
    };
}
/**
 * Whether it stands for the same key or brings the same, on another branch. One that neither marker nor commit tells, since
 * somebody rewrote both, is told by the branch's name.
 */
function isRival({ pull, key, mark }, desired) {
    if (pull.headRef === desired.branch)
        return false;
    if (key === undefined)
        return (0,branch_name/* stemOf */.V)(pull.headRef) === (0,branch_name/* stemOf */.V)(desired.branch);
    return key === nameOf(desired.key) || mark?.content.target === nameOf(desired.target);
}
/** Why one of them cannot be told apart from another that is wanted; undefined for the first of them. */
function clash(desired, earlier) {
    const same = earlier.find(({ key, branch, target }) => {
        return (nameOf(key) === nameOf(desired.key) || branch === desired.branch || nameOf(target) === nameOf(desired.target));
    });
    return same === undefined ? undefined : `It cannot be told apart from ${same.key}`;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/pulls/gather.js
/**
 * Reads what there is: pull requests, branches, and whose they are. Reading only.
 */




/** The account behind a job's own token, which may never write workflow files. */
const ACTIONS_LOGIN = "github-actions[bot]";
/**
 * Reads what every run needs: four calls, when all our pull requests have their markers.
 * @throws GitHubFailure, and a Failure "base-moved" when the base branch is gone
 */
async function openSession(input, deps) {
    const { base, prefix } = input;
    const viewer = await deps.github.viewerLogin();
    const baseHead = await deps.repository.readBranch(base.branch);
    if (baseHead === undefined) {
        throw new lib_failure/* Failure */.HR({
            reason: "base-moved",
            what: `There is no branch ${JSON.stringify(base.branch)} in the repository`,
            remedy: "Name an existing branch in the input base-branch.",
        });
    }
    const pulls = await deps.repository.listPullRequests({ prefix: `${prefix}/`, state: "open" });
    const branches = await deps.repository.listBranches(`${prefix}/`);
    const { own, others } = sortPulls(pulls, viewer, base.branch);
    const session = {
        input,
        deps,
        situation: { viewer, own, others, branches: new Map(branches.map(({ name, sha }) => [name, sha])) },
        baseHead,
        mayWriteWorkflows: input.mayWriteWorkflows ?? (viewer === ACTIONS_LOGIN ? false : undefined),
        done: { results: [], held: [], leftOut: new Map(), notes: [] },
        open: own.length,
        closed: new Set(),
        opened: [],
        hasNoWorkflows: false,
    };
    await nameUnmarked(session, own);
    return session;
}
/**
 * Pull requests whose marker somebody edited away are told by the trailers of their commits. While one cannot be told,
 * nothing is opened: it could be for the same.
 */
async function nameUnmarked(session, own) {
    for (const each of own) {
        if (each.mark !== undefined)
            continue;
        try {
            const { key } = await readOwner(session, each.pull.headSha);
            if (key !== undefined)
                each.key = key;
        }
        catch (error) {
            if (!(error instanceof failure/* GitHubFailure */.i))
                throw error;
            session.noOpening = error;
        }
    }
}
/** Whose a branch is that is at this commit. */
async function readOwner(session, head) {
    const { deps, situation, baseHead } = session;
    try {
        return judgeOwner(await deps.repository.commitsAhead({ base: baseHead, head }), situation.viewer);
    }
    catch (error) {
        // They share no commit: nothing that we ever make.
        if (error instanceof failure/* GitHubFailure */.i && error.reason === "github-not-found")
            return { isOurs: false, who: "somebody" };
        throw error;
    }
}
/** Whether a branch was made by a run that had a newer commit of the base branch than this one. */
async function wasMadeLater({ input, deps, baseHead }, owner) {
    const { sha } = input.base;
    if (!owner.isOurs || baseHead === sha || owner.mergeBase === sha)
        return false;
    const { owner: account, repo } = deps.repository;
    return (await deps.github.compareCommits(account, repo, sha, owner.mergeBase)) === "ahead";
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/pulls/words.js
/**
 * What people read about pull requests that are held or closed. Names from outside stand in it as they are: whoever shows
 * it renders them harmless; closing comments are markdown already. Pure.
 */

/** The branch is somebody's work. */
function foreignWords(branch, who, number) {
    const where = number === undefined ? `The branch ${branch}` : `The branch ${branch} of pull request #${number}`;
    const remedy = number === undefined
        ? "Delete the branch to have it made anew"
        : "Merge it, close it, or take those commits away to have it kept up to date again";
    return `${where} has commits that this action did not make, the first of them by ${who}, so it is left as it is. ${remedy}`;
}
/** Somebody else's pull request is in the place. */
function occupiedWords({ number, author, headRef, baseRef }, branch) {
    const opened = `Pull request #${number} for ${baseRef}, opened by ${author === "" ? "somebody" : author},`;
    return headRef === branch
        ? `${opened} has the branch ${branch}. Close it to have one made here; give each base branch and each token a branch-prefix of its own`
        : `${opened} is for the same update. Close it to have one made here`;
}
/** It was turned down. */
function closedWords(number) {
    return `Pull request #${number} for it was closed without merging. It stays closed until a newer version comes; reopen it to have it back`;
}
/** There are enough. */
function limitWords(maxOpen) {
    return `${maxOpen === 1 ? "One pull request is" : `${maxOpen} pull requests are`} open, as many as max-open-pull-requests allows`;
}
/** A workflow file that was left out. */
function workflowWords(path) {
    return `${path} is a workflow: the token may not change it. Change it by hand, or use the token of a GitHub App with the permission Workflows: write`;
}
/** The comment of one that another takes the place of. Markdown. */
function supersededComment(by) {
    return `Superseded by #${by}.`;
}
/** The comment of one that gives way. Markdown. */
function yieldComment(to) {
    return `#${to} is for the same, and somebody has committed to it: that one stays.`;
}
/** The comment of one that is not wanted any more; `why` is markdown. */
function goneComment(base, why) {
    const reason = why ?? `${markdown_code(base)} has this version already, or it is not wanted any more.`;
    return `Closed: ${reason}\n\nWhen the update is wanted again, a new pull request comes.`;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/pulls/branch-write.js
/**
 * Brings a branch to what is wanted: one commit on the base, made through git data. It never moves a branch from a commit
 * that it did not expect, and leaves out workflow files when the token may not write them.
 */





/** Writes the branch. */
async function writeBranch(session, desired, step) {
    if (step.do === "keep")
        return { is: "there", head: step.head, isPartial: step.isPartial };
    const others = desired.files.filter((file) => !isWorkflow(file));
    const isMixed = others.length < desired.files.length;
    const mayTry = session.mayWriteWorkflows ?? !session.hasNoWorkflows;
    if (!isMixed || mayTry) {
        try {
            return await write(session, desired, desired.files, step);
        }
        catch (error) {
            if (!isMixed || session.mayWriteWorkflows === true || !maySpeakOfWorkflows(error))
                throw error;
            if (others.length === 0) {
                session.hasNoWorkflows = true;
                return { is: "only-workflows" };
            }
        }
    }
    if (others.length === 0)
        return { is: "only-workflows" };
    const written = await write(session, desired, others, step);
    session.hasNoWorkflows = true;
    return written.is === "there" ? { ...written, isPartial: true } : written;
}
/** GitHub refuses a tree with workflow files in the words for any missing permission, or does not find it. */
function maySpeakOfWorkflows(error) {
    if (!(error instanceof failure/* GitHubFailure */.i))
        return false;
    return error.reason === "github-not-found" || error.reason === "github-forbidden";
}
async function write(session, desired, files, step) {
    const { repository } = session.deps;
    const parent = session.input.base.sha;
    session.tree ??= await repository.treeOf(parent);
    const entries = files.map(({ path, mode, text }) => ({ path, mode, content: text }));
    const tree = await repository.createTree(session.tree, entries);
    const content = wordOf(content_contentOf(desired, files));
    const message = signMessage(desired.commitMessage, { key: desired.key, content });
    const commit = await repository.createCommit({ message, tree, parent });
    const there = { is: "there", head: commit, isPartial: false };
    const { branch } = desired;
    const first = step.do === "create"
        ? await repository.createBranch(branch, commit)
        : await repository.moveBranch(branch, { from: step.from, to: commit });
    if (first.isDone)
        return there;
    if (first.sha === undefined)
        return (await repository.createBranch(branch, commit)).isDone ? there : { is: "taken" };
    const owner = await readOwner(session, first.sha);
    if (!owner.isOurs)
        return { is: "foreign", why: foreignWords(branch, owner.who) };
    if (owner.content === content)
        return { ...there, head: first.sha };
    // A branch that was there unseen is brought up to date; one that another run has moved meanwhile is that run's.
    if (step.do === "move")
        return { is: "taken" };
    const second = await repository.moveBranch(branch, { from: first.sha, to: commit });
    return second.isDone ? there : { is: "taken" };
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/pulls/dress.js
/**
 * Labels, assignees and reviewers of a new pull request: set once, and a maintainer's from then on. What cannot be set
 * costs a note, never the pull request.
 */

/** Failures that pass: what was not done is done by the next run. */
const PASSING = new Set(["github-unavailable", "github-bad-answer", "github-rate-limited"]);
/** Dresses a new pull request. Labels come last: they are the sign that the rest was done. */
async function dressNew(session, { number }) {
    const { repository } = session.deps;
    const { labels, assignees, reviewers, teamReviewers } = session.input;
    let isComplete = true;
    const set = async (what, call) => {
        try {
            const note = await call();
            if (note !== undefined)
                session.done.notes.push(note);
        }
        catch (error) {
            if (!(error instanceof failure/* GitHubFailure */.i))
                throw error;
            if (PASSING.has(error.reason))
                isComplete = false;
            session.done.notes.push(`The ${what} of pull request #${number} could not be set: ${error.what}. ${error.remedy}`);
        }
    };
    if (assignees.length > 0) {
        await set("assignees", async () => {
            const missing = await repository.addAssignees(number, assignees);
            return missing.length === 0
                ? undefined
                : `Pull request #${number} could not be assigned to ${missing.join(", ")}: only who has access to the repository can be`;
        });
    }
    if (reviewers.length > 0)
        await set("reviewers", () => dress_ask(session, number, { reviewers, teams: [] }));
    if (teamReviewers.length > 0)
        await set("team reviewers", () => dress_ask(session, number, { reviewers: [], teams: teamReviewers }));
    if (labels.length > 0 && isComplete) {
        await set("labels", async () => {
            await repository.addLabels(number, labels);
            return undefined;
        });
    }
}
/** Dresses one of an earlier run that ended before it could; told by a label that it never had. */
async function dressForgotten(session, pull) {
    const [sign] = session.input.labels;
    if (sign === undefined || session.input.isDryRun)
        return;
    if (pull.labels.some((label) => label.toLowerCase() === sign.toLowerCase()))
        return;
    try {
        if (await session.deps.repository.hadLabel(pull.number, sign))
            return;
    }
    catch (error) {
        if (error instanceof failure/* GitHubFailure */.i)
            return;
        throw error;
    }
    await dressNew(session, pull);
}
async function dress_ask({ deps }, number, who) {
    await deps.repository.requestReviews(number, who);
    return undefined;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/pulls/session.js
/**
 * What one publishing of pull requests is handed, what it knows and what it has done so far.
 */

const TOKEN_PERMISSIONS = new Set(["contents: write", "pull-requests: write"]);
/** Notes a failure of one pull request, and whether the others would fail as well. Throws what is none of GitHub's. */
function session_fail(session, key, thrown) {
    if (!(thrown instanceof failure/* GitHubFailure */.i))
        throw thrown;
    const { reason, permission } = thrown;
    if (reason === "github-pulls-not-allowed")
        session.noOpening = thrown;
    const isForAll = ["github-unauthorized", "github-rate-limited", "github-archived"].includes(reason) ||
        (reason === "github-forbidden" && TOKEN_PERMISSIONS.has(permission ?? ""));
    if (isForAll)
        session.stopped = thrown;
    holdFailed(session, key, thrown);
}
/** Whether GitHub would not answer any further call. */
function isDeaf({ stopped }) {
    return stopped?.reason === "github-unauthorized" || stopped?.reason === "github-rate-limited";
}
/** Holds one because of a failure. */
function holdFailed(session, key, { what, remedy }) {
    const why = `${what}. ${remedy.replace(/\.$/, "")}`;
    session.done.held.push({ key, reason: "pull-request-failed", why, isFailure: true });
}
/** Notes what became of a pull request. */
function report(session, key, pull, state) {
    const { number, url, headRef } = pull;
    session.done.results.push({ key, number, url, branch: headRef, state });
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/pulls/retire.js
/**
 * Closes pull requests of ours: a comment that says why, then closed, then the branch deleted when all on it is ours.
 * Each step can be repeated; a run that ended between two of them is finished by the next one.
 */




const retire_ACTION = "terraform-bump";
/** Branches without a pull request that one run looks at: each costs a call. */
const MAX_LEFT_BRANCHES = 20;
/** Closes one. */
async function retire(session, { pull, key = "" }, comment, owner) {
    const { deps, input } = session;
    if (session.closed.has(pull.number))
        return;
    if (!input.isDryRun) {
        await say(session, pull, comment);
        await deps.repository.updatePullRequest(pull.number, { state: "closed", ...closedBody(pull, key) });
        if (owner.isOurs)
            await removeBranch(session, pull.headRef, pull.headSha);
    }
    session.closed.add(pull.number);
    session.open -= 1;
    report(session, key, pull, "closed");
}
/** One comment, also when two runs close at once. A conversation that is locked does without. */
async function say({ deps }, pull, comment) {
    const { owner, repo } = deps.repository;
    const marker = (0,lib_marker/* renderMarker */.B)({ action: retire_ACTION, key: "closed", data: { pullRequest: pull.number } });
    try {
        const body = `${marker}\n${comment}`;
        await deps.github.upsertComment({ owner, repo, pullRequest: pull.number, action: retire_ACTION, key: "closed", body });
    }
    catch (error) {
        if (!(error instanceof failure/* GitHubFailure */.i) || error.reason !== "github-locked")
            throw error;
    }
}
/** The body with the note that it was us who closed it: what we closed may come again. */
function closedBody({ body, headSha }, key) {
    const unknown = { target: "unknown", ground: "unknown", files: "unknown" };
    const mark = readMark(body) ?? { key, content: unknown, head: headSha, isPartial: false };
    const noted = markBody({ ...mark, isClosed: true }, mark_textOf(body));
    return key === "" || measure(noted) > COMMENT_LIMIT ? {} : { body: noted };
}
/** Deletes a branch that is where we left it. That it stays is no reason to fail: the pull request is closed. */
async function removeBranch({ deps }, branch, head) {
    try {
        const { isDone } = await deps.repository.deleteBranch(branch, head);
        if (!isDone)
            deps.say(`The branch ${branch} was moved in the meantime, so it stays.`);
    }
    catch (error) {
        if (!(error instanceof failure/* GitHubFailure */.i))
            throw error;
        deps.say(`The branch ${branch} could not be deleted: ${error.what}`);
    }
}
/**
 * Deletes branches that a run left behind when it ended too early: ours, nothing but ours on them, and no pull request
 * that anybody but us closed or merged.
 */
async function removeLeftBranches(session, desired) {
    const { situation, input, deps } = session;
    if (input.isDryRun || session.stopped !== undefined)
        return;
    const kept = new Set([
        ...desired.map(({ branch }) => branch),
        ...[...situation.own.map(({ pull }) => pull), ...situation.others].map(({ headRef }) => headRef),
    ]);
    const left = [...situation.branches].filter(([branch]) => !kept.has(branch)).slice(0, MAX_LEFT_BRANCHES);
    for (const [branch, head] of left) {
        try {
            const [newest] = await deps.repository.pullRequestsOfBranch(branch);
            const isDone = newest === undefined || (newest.isClosed && !newest.isMerged && readMark(newest.body)?.isClosed === true);
            if (!isDone)
                continue;
            const owner = await readOwner(session, head);
            if (owner.isOurs && owner.key !== undefined && input.isUnknown?.(owner.key) !== true)
                await removeBranch(session, branch, head);
        }
        catch (error) {
            if (!(error instanceof failure/* GitHubFailure */.i))
                throw error;
            deps.say(`The branch ${branch} could not be looked at: ${error.what}`);
        }
    }
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/pulls/step.js



/** Decides the next step. */
function nextStep(known) {
    const { pairing } = known;
    if (pairing.occupant !== undefined) {
        return { do: "hold", reason: "human-commits", why: occupiedWords(pairing.occupant, pairing.desired.branch) };
    }
    if (pairing.rivals.length > 0 && known.rivals === undefined)
        return { do: "ask", about: "rivals" };
    return (besideForeign(known) ?? (pairing.existing === undefined ? stepToOpen(known) : stepToKeep(known, pairing.existing)));
}
/** A rival that somebody committed to stays, and is the only one that is open for this. */
function besideForeign({ pairing, rivals, owner }) {
    for (const rival of pairing.rivals) {
        const theirs = rivals?.get(rival.pull.number);
        if (theirs?.isOurs !== false)
            continue;
        const why = foreignWords(rival.pull.headRef, theirs.who, rival.pull.number);
        if (pairing.existing === undefined)
            return { do: "hold", reason: "human-commits", why };
        if (owner === undefined)
            return { do: "ask", about: "owner" };
        return owner.isOurs ? { do: "yield", to: rival, why } : { do: "hold", reason: "human-commits", why };
    }
    return undefined;
}
function stepToKeep(known, { pull, mark }) {
    const { desired } = known.pairing;
    const files = writableFiles(known);
    const isSame = isSameContent(mark?.content, content_contentOf(desired, files)) && !isMore(known, mark?.isPartial);
    const isUpToDate = isSame && (mark?.isUnproven !== true || desired.isUnproven === true);
    if (isUpToDate && mark?.head === pull.headSha)
        return { do: "leave" };
    if (known.owner === undefined)
        return { do: "ask", about: "owner" };
    const { owner } = known;
    if (!owner.isOurs) {
        return { do: "hold", reason: "human-commits", why: foreignWords(pull.headRef, owner.who, pull.number) };
    }
    if (known.isNewer === true)
        return { do: "leave" };
    if (files.length === 0)
        return onlyWorkflows();
    const held = holds(known, owner.content);
    if (held === undefined)
        return { do: "publish", branch: { do: "move", from: pull.headSha }, pull };
    // Somebody edited our marker away, and nothing has changed: the text is theirs.
    if (mark === undefined)
        return { do: "leave" };
    return { do: "publish", branch: { do: "keep", head: pull.headSha, ...held }, pull };
}
function stepToOpen(known) {
    const { pairing, hasRoom, past, owner, maxOpen } = known;
    if (writableFiles(known).length === 0)
        return onlyWorkflows();
    if (!hasRoom && pairing.rivals.length === 0)
        return { do: "hold", reason: "limit", why: limitWords(maxOpen) };
    if (past === undefined)
        return { do: "ask", about: "past" };
    if (past !== null && !past.isMerged && !isClosedByUs(past)) {
        return { do: "hold", reason: "closed-by-maintainer", why: closedWords(past.number) };
    }
    const { branch } = pairing;
    if (branch === undefined)
        return { do: "publish", branch: { do: "create" } };
    if (owner === undefined)
        return { do: "ask", about: "owner" };
    if (!owner.isOurs) {
        return { do: "hold", reason: "human-commits", why: foreignWords(pairing.desired.branch, owner.who) };
    }
    // What was merged once and is wanted again starts from the base branch as it is now.
    const held = past?.isMerged === true ? undefined : holds(known, owner.content);
    if (held === undefined)
        return { do: "publish", branch: { do: "move", from: branch } };
    return { do: "publish", branch: { do: "keep", head: branch, ...held } };
}
function onlyWorkflows() {
    return { do: "hold", reason: "needs-workflows-permission", why: "It changes nothing but workflow files" };
}
/** The files that are worth trying. */
function writableFiles({ pairing, mayWriteWorkflows }) {
    const { files } = pairing.desired;
    return mayWriteWorkflows === false ? files.filter((file) => !isWorkflow(file)) : files;
}
/** Files that were left out can be written now. */
function isMore({ mayWriteWorkflows }, isPartial) {
    return isPartial === true && mayWriteWorkflows === true;
}
/** Whether a commit holds what is wanted: all of it, or all but workflow files where they may not be written. */
function holds(known, content) {
    const { desired } = known.pairing;
    if (content === undefined)
        return undefined;
    const others = desired.files.filter((file) => !isWorkflow(file));
    const isMixed = others.length < desired.files.length;
    if (content === wordOf(content_contentOf(desired)))
        return { isPartial: false };
    const isPartial = isMixed && known.mayWriteWorkflows !== true && content === wordOf(content_contentOf(desired, others));
    return isPartial ? { isPartial: true } : undefined;
}
function isClosedByUs({ body }) {
    return readMark(body)?.isClosed === true;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/pulls/publish.js
/**
 * Brings one pull request that is wanted to what it should be: asks what has to be known, and does what step.ts decides.
 */











/** Publishes one. Rejects with what is wrong with it; the others are not concerned. */
async function publish(session, pairing) {
    const { input, open } = session;
    const known = {
        pairing,
        hasRoom: open < input.maxOpen,
        maxOpen: input.maxOpen,
        mayWriteWorkflows: session.mayWriteWorkflows,
    };
    let step = nextStep(known);
    while (step.do === "ask") {
        await learn(session, known, step.about);
        step = nextStep(known);
    }
    const { desired, existing } = pairing;
    if (step.do === "hold") {
        const { do: _, ...held } = step;
        session.done.held.push({ key: desired.key, ...held });
        if (held.reason === "needs-workflows-permission")
            noteLeftOut(session, known);
    }
    else if (step.do === "yield") {
        session.done.held.push({ key: desired.key, reason: "human-commits", why: step.why });
        if (existing !== undefined && known.owner !== undefined) {
            await retire(session, existing, yieldComment(step.to.pull.number), known.owner);
        }
    }
    else if (step.do === "leave")
        await leave(session, known);
    else
        await publish_write(session, known, step);
}
/** Asks GitHub what the next step depends on. */
async function learn(session, known, about) {
    const { existing, rivals, branch, desired } = known.pairing;
    if (about === "owner") {
        known.owner = await readOwner(session, existing?.pull.headSha ?? branch ?? "");
        known.isNewer = await wasMadeLater(session, known.owner);
    }
    else if (about === "rivals") {
        const owners = new Map();
        for (const { pull } of rivals)
            owners.set(pull.number, await readOwner(session, pull.headSha));
        known.rivals = owners;
    }
    else {
        const all = await session.deps.repository.pullRequestsOfBranch(desired.branch);
        const { viewer } = session.situation;
        known.past =
            all.find((each) => isSameLogin(each.author, viewer) && each.baseRef === session.input.base.branch) ?? null;
    }
}
async function leave(session, known) {
    const { existing, desired } = known.pairing;
    if (existing === undefined)
        return;
    if (session.mayWriteWorkflows === false || existing.mark?.isPartial === true)
        noteLeftOut(session, known);
    report(session, desired.key, existing.pull, "unchanged");
    await dressForgotten(session, existing.pull);
    await closeRivals(session, known, existing.pull.number);
}
async function publish_write(session, known, step) {
    const { desired } = known.pairing;
    const refusal = session.stopped ?? (step.pull === undefined ? session.noOpening : undefined);
    if (refusal !== undefined)
        return holdFailed(session, desired.key, refusal);
    if (session.input.isDryRun)
        return pretend(session, known, step);
    const written = await writeBranch(session, desired, step.branch);
    if (written.is !== "there")
        return notWritten(session, known, written, step.pull);
    const left = written.isPartial || session.mayWriteWorkflows === false ? noteLeftOut(session, known) : [];
    const mark = {
        key: nameOf(desired.key),
        content: content_contentOf(desired, writableFiles(known)),
        head: written.head,
        isPartial: left.length > 0,
        isClosed: false,
        isUnproven: desired.isUnproven === true,
    };
    const wanted = { title: desired.title, body: markBody(mark, desired.body(left)) };
    if (step.pull !== undefined) {
        await session.deps.repository.updatePullRequest(step.pull.number, wanted);
        report(session, desired.key, step.pull, "updated");
        await dressForgotten(session, step.pull);
        return closeRivals(session, known, step.pull.number);
    }
    const { pull, isNew } = await publish_open(session, { ...wanted, head: desired.branch });
    if (!isNew && !isSameLogin(pull.author, session.situation.viewer)) {
        const why = occupiedWords(pull, desired.branch);
        session.done.held.push({ key: desired.key, reason: "human-commits", why });
        return undefined;
    }
    session.open += 1;
    session.opened.push({ desired, pull });
    report(session, desired.key, pull, isNew ? "created" : "unchanged");
    if (isNew)
        await dressNew(session, pull);
    return closeRivals(session, known, pull.number);
}
/** Opens it; as one that is ready where the repository's plan knows no drafts. */
async function publish_open(session, wanted) {
    const { deps, input } = session;
    const request = { ...wanted, base: input.base.branch };
    try {
        return await deps.repository.openPullRequest({ ...request, isDraft: input.isDraft });
    }
    catch (error) {
        const isAboutDrafts = error instanceof failure/* GitHubFailure */.i && /draft pull requests are not supported/i.test(error.says ?? "");
        if (!isAboutDrafts || !input.isDraft)
            throw error;
        const note = "This repository knows no draft pull requests, so they are opened as ready for review";
        if (!session.done.notes.includes(note))
            session.done.notes.push(note);
        return deps.repository.openPullRequest({ ...request, isDraft: false });
    }
}
/** What would be done. */
async function pretend(session, known, step) {
    const { desired } = known.pairing;
    if (session.mayWriteWorkflows === false)
        noteLeftOut(session, known);
    const pull = step.pull ?? { number: 0, url: "", headRef: desired.branch };
    if (step.pull === undefined)
        session.open += 1;
    report(session, desired.key, pull, step.pull === undefined ? "created" : "updated");
    await closeRivals(session, known, pull.number);
}
function notWritten(session, known, written, pull) {
    const { key, branch } = known.pairing.desired;
    if (written.is === "foreign")
        session.done.held.push({ key, reason: "human-commits", why: written.why });
    else if (written.is === "only-workflows")
        noteLeftOut(session, known);
    else if (pull === undefined) {
        const why = `The branch ${branch} is written by another run at the same time`;
        session.done.held.push({ key, reason: "pull-request-failed", why, isFailure: true });
    }
}
/** Closes those whose place it takes. */
async function closeRivals(session, known, number) {
    for (const rival of known.pairing.rivals) {
        const owner = known.rivals?.get(rival.pull.number);
        if (owner !== undefined)
            await retire(session, rival, supersededComment(number), owner);
    }
}
/** Holds each workflow file that had to be left out; returns their paths. */
function noteLeftOut(session, { pairing }) {
    const { key, files } = pairing.desired;
    const left = files.filter(isWorkflow).map(({ path }) => path);
    if (left.length > 0)
        session.done.leftOut.set(key, left);
    for (const path of left) {
        const isThere = session.done.held.some((each) => each.key === key && each.file === path);
        const held = { key, reason: "needs-workflows-permission", why: workflowWords(path), file: path };
        if (!isThere)
            session.done.held.push(held);
    }
    return left;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/pulls/sync.js







/**
 * Brings the pull requests to what is wanted: closes what is not wanted any more, brings up to date what is open, opens
 * what is new while there is room. A second run makes no write.
 * @throws GitHubFailure when what there is cannot be read; a Failure "base-moved" when the base branch is gone
 * @throws TypeError for a branch without the prefix: a defect of the caller
 */
async function syncPullRequests(input, deps) {
    for (const { branch } of input.desired) {
        if (!branch.startsWith(`${input.prefix}/`))
            throw new TypeError(`${branch} is not below ${input.prefix}`);
    }
    const session = await openSession(input, deps);
    const desired = withoutClashes(session).filter((each) => !isLeft(session, each));
    const { pairings, unwanted } = survey(desired, session.situation);
    for (const each of unwanted)
        await attempt(session, each.key ?? "", () => retireUnwanted(session, each));
    const existing = pairings.filter((each) => each.existing !== undefined);
    const others = pairings.filter((each) => each.existing === undefined);
    for (const pairing of [...existing, ...others])
        await attemptPublishing(session, pairing);
    await closeTwins(session);
    await removeLeftBranches(session, input.desired);
    reportTheRest(session);
    return session.done;
}
/** A group of which one member could not be looked up would come as another one, and go back in the next run. */
function isLeft({ input, situation }, { key }) {
    const name = nameOf(key);
    return input.isPartlyKnown?.(name) === true && situation.own.some((each) => each.key === name);
}
/** Two that cannot be told apart would fight for one pull request. */
function withoutClashes(session) {
    const kept = [];
    for (const each of session.input.desired) {
        const why = clash(each, kept);
        if (why === undefined)
            kept.push(each);
        else
            session.done.held.push({ key: each.key, reason: "pull-request-failed", why, isFailure: true });
    }
    return kept;
}
async function attempt(session, key, task) {
    try {
        await task();
    }
    catch (error) {
        session_fail(session, key, error);
    }
}
/** One that would only meet the same failure again is held without a call. */
async function attemptPublishing(session, pairing) {
    const { stopped } = session;
    const { key } = pairing.desired;
    if (stopped !== undefined && isDeaf(session))
        holdFailed(session, key, stopped);
    else
        await attempt(session, key, () => publish(session, pairing));
}
/** Closes one that nothing stands behind any more, unless somebody committed to it or nothing is known of it. */
async function retireUnwanted(session, unwanted) {
    const { input } = session;
    const { key, pull } = unwanted;
    if (session.stopped !== undefined || (key !== undefined && input.isUnknown?.(key) === true))
        return;
    const owner = await readOwner(session, pull.headSha);
    if (!owner.isOurs) {
        const why = foreignWords(pull.headRef, owner.who, pull.number);
        session.done.held.push({ key: key ?? "", reason: "human-commits", why });
        return;
    }
    if (key === undefined || (await wasMadeLater(session, owner)))
        return;
    const reasons = new Map([...(input.gone ?? [])].map(([name, why]) => [nameOf(name), why]));
    await retire(session, unwanted, goneComment(input.base.branch, reasons.get(key)), owner);
}
/**
 * Two runs at once can open two pull requests for one key. Whoever opened the later one sees the earlier one here, and
 * closes it.
 */
async function closeTwins(session) {
    const { opened, deps, input, situation } = session;
    if (opened.length === 0 || isDeaf(session))
        return;
    await attempt(session, "", async () => {
        const pulls = await deps.repository.listPullRequests({ prefix: `${input.prefix}/`, state: "open" });
        const { own } = sortPulls(pulls, situation.viewer, input.base.branch);
        const seen = new Set(situation.own.map(({ pull }) => pull.number));
        const fresh = own.filter(({ pull }) => !seen.has(pull.number));
        await nameUnmarked(session, fresh);
        for (const { desired, pull } of opened) {
            for (const twin of fresh) {
                if (!isRival(twin, desired) || twin.pull.number > pull.number)
                    continue;
                const owner = await readOwner(session, twin.pull.headSha);
                if (owner.isOurs)
                    await retire(session, twin, supersededComment(pull.number), owner);
            }
        }
    });
}
/** Every open one of ours is told, also what was held or left alone. */
function reportTheRest(session) {
    const told = new Set(session.done.results.map(({ number }) => number));
    const keys = new Map(session.input.desired.map(({ key }) => [nameOf(key), key]));
    for (const { pull, key = "" } of session.situation.own) {
        if (!told.has(pull.number))
            report(session, keys.get(key) ?? key, pull, "unchanged");
    }
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/checkout.js
/**
 * The repository as its commit says: files are read from git's objects, not from the working tree, which earlier steps,
 * line end conversion and links may have changed. It chooses by path and parses nothing.
 */

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const LINK = "120000";
const ENTRY = /^(100644|100755|120000) blob ([0-9a-f]{40,64})\t([\s\S]+)$/;
/** A configuration file is small; what is larger is something else. */
const LONGEST_FILE = 4 * 1024 * 1024;
/**
 * Lists the commit's files.
 * @throws Failure `not-a-checkout` when the workspace is no git repository with a commit
 */
async function listCheckout(git) {
    const head = await git(["rev-parse", "--verify", "HEAD^{commit}"]);
    const commit = decode(head.stdout).trim();
    if (head.exitCode !== 0 || !COMMIT.test(commit))
        throw noCheckout(head.stderr);
    const tree = await git(["ls-tree", "-r", "-z", "--full-tree", commit]);
    if (tree.exitCode !== 0)
        throw noCheckout(tree.stderr);
    const files = [];
    const links = [];
    const misnamed = [];
    const list = tree.stdout;
    const isSound = tryDecode(strict(), list) !== undefined;
    let at = 0;
    for (const entry of decode(list).split("\0")) {
        const end = list.indexOf(0, at);
        const bytes = list.subarray(at, end === -1 ? undefined : end);
        at += bytes.length + 1;
        const [, mode, blob, path] = ENTRY.exec(entry) ?? [];
        if (mode === undefined || blob === undefined || path === undefined)
            continue;
        if (!isSound && tryDecode(strict(), bytes) === undefined)
            misnamed.push(path);
        else if (mode === LINK)
            links.push({ path, blob });
        else
            files.push({ path, mode: mode === "100755" ? mode : "100644", blob });
    }
    return { commit, files, links, misnamed };
}
function noCheckout(said) {
    return new lib_failure/* Failure */.HR({
        reason: "not-a-checkout",
        what: `The workspace is no checkout of the repository${said.trim() === "" ? "" : `: ${said.trim().split("\n", 1)[0] ?? ""}`}`,
        remedy: "Run actions/checkout in a step before this one.",
    });
}
/**
 * The contents of files, as texts; what is too large, missing or not UTF-8 is `unreadable`. One git process for all.
 * @throws Failure `not-a-checkout` when git cannot read the commit's objects
 */
async function readFiles(git, files) {
    const read = { files: [], unreadable: [] };
    if (files.length === 0)
        return read;
    const { exitCode, stdout, stderr } = await git(["cat-file", "--batch", "--buffer"], files.map(({ blob }) => `${blob}\n`).join(""));
    if (exitCode !== 0)
        throw noCheckout(stderr);
    const decoder = strict();
    let at = 0;
    for (const { path } of files) {
        const lineEnd = stdout.indexOf(10, at);
        const size = Number(/ blob ([0-9]+)$/.exec(decode(stdout.subarray(at, Math.max(at, lineEnd))))?.[1] ?? Number.NaN);
        if (lineEnd === -1)
            throw noCheckout(`git told nothing about ${path}`);
        at = lineEnd + 1;
        if (Number.isNaN(size)) {
            read.unreadable.push({ file: path, why: "git does not have its content: fetch it with the checkout" });
            continue;
        }
        const text = size > LONGEST_FILE ? undefined : tryDecode(decoder, stdout.subarray(at, at + size));
        at += size + 1;
        if (text !== undefined)
            read.files.push({ path, text });
        else
            read.unreadable.push({ file: path, why: size > LONGEST_FILE ? "it is larger than 4 MiB" : "it is not UTF-8" });
    }
    return read;
}
function decode(bytes) {
    return new TextDecoder().decode(bytes);
}
function strict() {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
}
function tryDecode(decoder, bytes) {
    try {
        return decoder.decode(bytes);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/dependency.js
/** Where a product looks when no host is written. */
const DEFAULT_HOSTS = {
    terraform: "registry.terraform.io",
    opentofu: "registry.opentofu.org",
};
/**
 * The dependency of a subject. `locals`: what the directory's required_providers call their providers. "builtin" for the
 * provider that is part of terraform, undefined where a local name stands for something unclear.
 */
function dependencyOf(subject, product, locals) {
    if (subject.is === "terraform") {
        const named = subject.product ?? product;
        return { kind: "terraform", name: named, source: { from: "releases", product: named } };
    }
    if (subject.is === "provider")
        return providerOf(subject, product);
    if (subject.is === "local-provider") {
        const address = dependency_addressOf(subject.local, locals);
        if (address === "builtin")
            return address;
        return address === "unclear" ? undefined : providerOf(address, product);
    }
    if (subject.is === "registry-module") {
        const { namespace, name, system } = subject;
        const host = subject.host ?? DEFAULT_HOSTS[product];
        const source = { from: "modules", host, namespace, name, system };
        return { kind: "module", name: dependency_named(host, `${namespace}/${name}/${system}`), source };
    }
    const kind = subject.is === "git-module" ? "module" : "tflint-plugin";
    return { kind, name: subject.name, source: { from: "git", url: subject.url } };
}
/** A provider without an entry in required_providers is one of hashicorp's. */
function dependency_addressOf(local, locals) {
    const known = locals.get(local);
    if (known !== undefined)
        return known;
    return local === "terraform" ? "builtin" : { namespace: "hashicorp", type: local.toLowerCase() };
}
function providerOf({ namespace, type, host = "" }, product) {
    const source = { from: "providers", host: host === "" ? DEFAULT_HOSTS[product] : host, namespace, type };
    return { kind: "provider", name: dependency_named(source.host, `${namespace}/${type}`), source };
}
/** Names are unique: those of terraform's registry are short, those of every other host begin with it. */
function dependency_named(host, address) {
    return host === DEFAULT_HOSTS.terraform ? address : `${host}/${address}`;
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/links.js
/**
 * Symbolic links of the repository: whose directories a linked file belongs to, and where a call through a linked directory
 * leads. Pure; a link that leaves the repository leads nowhere.
 */

/** Follows links anywhere in a path; undefined when it leaves the repository or goes in a circle. */
function followLinks(links) {
    const targets = new Map(links.map(({ path, target }) => [path, target]));
    if (targets.size === 0)
        return (path) => path;
    return (path) => {
        let at = path;
        for (let steps = 0; at !== undefined && steps < MOST_STEPS; steps += 1) {
            const next = step(at, targets);
            if (next === at)
                return at;
            at = next;
        }
        return undefined;
    };
}
/** As many as Linux follows. */
const MOST_STEPS = 40;
/** The path with its first link replaced. */
function step(path, targets) {
    for (let end = path.indexOf("/");; end = path.indexOf("/", end + 1)) {
        const start = end === -1 ? path : path.slice(0, end);
        const target = targets.get(start);
        if (target !== undefined) {
            if (external_node_path_.posix.isAbsolute(target))
                return undefined;
            const to = external_node_path_.posix.join(external_node_path_.posix.dirname(start), target, path.slice(start.length)).replace(/(?<=.)\/$/, "");
            return to === ".." || to.startsWith("../") ? undefined : to;
        }
        if (end === -1)
            return path;
    }
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/module-directories.js
/**
 * The directories with configuration, how they call each other, and which of them are roots.
 */



/** Facts by directory; a directory that nothing is known of yet gets empty ones. */
class Directories {
    configured = new Set();
    #facts = new Map();
    of(directory) {
        const known = this.#facts.get(directory);
        if (known !== undefined)
            return known;
        const facts = {
            calls: new Set(),
            isPartial: false,
            hasBackend: false,
            hasLock: false,
            hasVersionFile: false,
            locals: new Map(),
            asked: [],
        };
        this.#facts.set(directory, facts);
        return facts;
    }
    /** Adds what a file of configuration in the directory tells. */
    add(directory, facts, product) {
        const known = this.of(directory);
        known.hasBackend ||= facts.hasBackend;
        known.isPartial ||= facts.isPartial;
        for (const [name, address] of facts.locals)
            known.locals.set(name, address);
        for (const asked of facts.asked)
            known.asked.push({ ...asked, product });
        for (const source of facts.calls) {
            const called = external_node_path_.posix.normalize(external_node_path_.posix.join(directory, source.replaceAll("\\", "/"))).replace(/(?<=.)\/$/, "");
            // What lies outside of the repository is not in it.
            if (!source.startsWith("/") && called !== ".." && !called.startsWith("../"))
                known.calls.add(called);
            else
                known.isPartial = true;
        }
    }
}
/**
 * Adds what links tell: a directory with a link to a file of another one stands on that directory, as if it called it, and
 * a call through a linked directory is one of what is linked.
 */
function followCalls(directories, links, isConfiguration) {
    if (links.length === 0)
        return;
    const follow = followLinks(links);
    for (const directory of directories.configured) {
        const facts = directories.of(directory);
        facts.calls = new Set([...facts.calls].map((call) => follow(call) ?? call));
    }
    const configured = new Set(directories.configured);
    for (const { path } of links.filter((link) => isConfiguration(link.path))) {
        const directory = external_node_path_.posix.dirname(path);
        const target = follow(path);
        directories.configured.add(directory);
        const facts = directories.of(directory);
        const other = target === undefined ? undefined : external_node_path_.posix.dirname(target);
        if (other === undefined || !configured.has(other))
            facts.isPartial = true;
        else if (other !== directory) {
            facts.calls.add(other);
            facts.hasBackend ||= directories.of(other).hasBackend;
        }
    }
}
/** The directories with configuration, by path. */
function listModules(directories) {
    const paths = [...directories.configured].sort();
    const called = new Set(paths.flatMap((path) => [...directories.of(path).calls].filter((other) => other !== path)));
    return paths.map((directory) => {
        const facts = directories.of(directory);
        const isDeployed = facts.hasBackend || facts.hasLock;
        return {
            directory,
            calls: [...facts.calls].sort(),
            callsElsewhere: facts.isPartial,
            isRoot: isDeployed || facts.hasVersionFile || !called.has(directory),
            isDeployed,
            providers: facts.asked.flatMap(({ subject, constraint, product }) => {
                const dependency = dependencyOf(subject, product, facts.locals);
                if (typeof dependency !== "object" || dependency.source.from !== "providers")
                    return [];
                const { host, namespace, type } = dependency.source;
                return [{ address: `${host}/${namespace}/${type}`, constraint }];
            }),
        };
    });
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/products.js

/**
 * The nearest version file, upwards, decides; where it names both, terraform. Without one, a directory with .tofu files is
 * OpenTofu's, and so is every directory of a repository that names OpenTofu and nowhere terraform. Else it is `fallback`.
 * A .tofu file is always OpenTofu's, and a .tf file with a .tofu twin terraform's, because OpenTofu passes over it.
 */
function decideProducts(paths, words, fallback) {
    const named = new Map();
    for (const { file, place, product } of words) {
        if (place === "version file")
            named.set(directoryOf(file), (named.get(directoryOf(file)) ?? new Set()).add(product));
    }
    const tofuFiles = new Set(paths.filter((path) => /\.tofu(?:\.json)?$/.test(path)));
    const tofuDirectories = new Set([...tofuFiles].map(directoryOf));
    const all = new Set(words.map(({ product }) => product));
    if (fallback === "terraform" && tofuFiles.size === 0 && !all.has("opentofu"))
        return () => "terraform";
    const everywhere = all.size === 1 && all.has("opentofu") ? "opentofu" : fallback;
    return (path) => {
        if (tofuFiles.has(path))
            return "opentofu";
        if (tofuFiles.has(path.replace(/\.tf(\.json)?$/, ".tofu$1")))
            return "terraform";
        const directory = directoryOf(path);
        for (let at = directory; at !== undefined; at = parentOf(at)) {
            const products = named.get(at);
            if (products !== undefined)
                return products.has("terraform") ? "terraform" : "opentofu";
        }
        return tofuDirectories.has(directory) ? "opentofu" : everywhere;
    };
}
function parentOf(directory) {
    return directory === "." ? undefined : directoryOf(directory);
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/find/find.js





/**
 * Finds the versions in the files that {@link isInteresting} chooses; others are passed over. Of lock files only the
 * path counts. Mentions and doubts come in the order of the files, and in a file in the order of the text. Never throws.
 */
function findMentions(files, options = {}) {
    const findings = { mentions: [], unclear: [], unreadable: [], modules: [] };
    const scanned = [];
    const directories = new Directories();
    for (const file of files) {
        const kind = kindOf(file.path);
        if (kind === undefined)
            continue;
        const directory = directoryOf(file.path);
        if (kind === "lock")
            directories.of(directory).hasLock = true;
        if (kind === "hcl" || kind === "json")
            directories.configured.add(directory);
        if (!mayMatter(file, kind))
            continue;
        const scan = scanFile(file, kind);
        if ("notes" in scan)
            scanned.push({ file, directory, kind, notes: scan.notes });
        else
            findings.unreadable.push({ file: file.path, line: scan.line, why: scan.why });
    }
    const words = scanned.flatMap(productWords);
    for (const { file, place } of words) {
        if (place === "version file")
            directories.of(directoryOf(file)).hasVersionFile = true;
    }
    const productOf = decideProducts(files.map(({ path }) => path), words, options.product ?? "terraform");
    for (const { file, directory, kind, notes } of scanned) {
        if (kind === "hcl" || kind === "json")
            directories.add(directory, notes.facts, productOf(file.path));
    }
    for (const one of scanned) {
        if (one.notes.isEmpty)
            continue;
        tell(one, directories.of(one.directory).locals, productOf(one.file.path), findings);
    }
    followCalls(directories, options.links ?? [], isConfiguration);
    findings.modules = listModules(directories);
    return findings;
}
function isConfiguration(path) {
    const kind = kindOf(path);
    return kind === "hcl" || kind === "json";
}
const SETUP_ACTIONS = [
    [/\bhashicorp\/setup-terraform@/, "terraform"],
    [/\bopentofu\/setup-opentofu@/, "opentofu"],
];
/** What a file says about the product that the repository uses. */
function productWords({ file, kind, notes }) {
    const words = [];
    for (const { subject, place } of [...notes.sightings, ...notes.doubts]) {
        if (subject?.is !== "terraform" || subject.product === undefined || place === "tfe_workspace")
            continue;
        words.push({ file: file.path, place, product: subject.product });
    }
    if (kind !== "workflow")
        return words;
    for (const [pattern, product] of SETUP_ACTIONS) {
        if (pattern.test(file.text))
            words.push({ file: file.path, place: "workflow", product });
    }
    return words;
}
/** Adds what was noted in a file to the findings. */
function tell({ file, notes }, locals, product, findings) {
    const mentions = [];
    const unclear = notes.doubts.flatMap(({ subject, ...doubt }) => {
        const dependency = subject === undefined ? undefined : dependencyOf(subject, product, locals);
        return dependency === "builtin" ? [] : [{ ...doubt, file: file.path, dependency }];
    });
    for (const { subject, ...sighting } of notes.sightings) {
        const dependency = dependencyOf(subject, product, locals);
        if (dependency === "builtin")
            continue;
        if (dependency !== undefined)
            mentions.push({ ...sighting, file: file.path, dependency });
        else {
            const { place, text, line } = sighting;
            const why = "the source of this provider in required_providers is not a plain text";
            unclear.push({ dependency: undefined, place, file: file.path, line, text, why });
        }
    }
    mentions.sort((one, other) => one.span.start - other.span.start);
    unclear.sort((one, other) => one.line - other.line);
    findings.mentions.push(...mentions);
    findings.unclear.push(...unclear);
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/lock/locks.js
/**
 * The lock files of the repository, found and read. Nothing is decided or changed here.
 */



const locks_NAME = ".terraform.lock.hcl";
/** The lock files among these files, in their order. */
function readLocks(files) {
    return files
        .filter(({ path }) => external_node_path_.posix.basename(path) === locks_NAME)
        .map(({ path, text }) => ({ file: path, directory: directoryOf(path), text, lock: parseLockFile(text) }));
}
/** What terraform refuses in them. */
function lockProblems(locks) {
    return locks.flatMap(({ file, lock }) => lock.problems.map(({ line, what }) => ({ file, line, why: `terraform refuses this lock file: ${what}` })));
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/paths.js
/**
 * Which files the input `paths` means.
 */
/** A glob as a regular expression: `*` and `?` stay in one folder, `**` does not; a folder means everything below it. */
function compile(glob) {
    const parts = glob
        .replace(/^\.\//, "")
        .replace(/\/+$/, "")
        .split(/(\*\*\/|\*\*|\*|\?)/);
    const pattern = parts.map((part) => {
        if (part === "**/")
            return "(?:.*/)?";
        if (part === "**")
            return ".*";
        if (part === "*")
            return "[^/]*";
        if (part === "?")
            return "[^/]";
        return part.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&");
    });
    const isAll = glob === "." || glob === "./";
    return new RegExp(`^${isAll ? ".*" : pattern.join("")}(?:/.*)?$`, "s");
}
/** Tells of a path, relative to the repository, whether the globs mean it. Those that begin with `!` leave out. */
function selectPaths(globs) {
    const wanted = globs.filter((glob) => !glob.startsWith("!")).map(compile);
    const unwanted = globs.filter((glob) => glob.startsWith("!")).map((glob) => compile(glob.slice(1)));
    const isWanted = (path) => wanted.length === 0 || wanted.some((pattern) => pattern.test(path));
    return (path) => isWanted(path) && !unwanted.some((pattern) => pattern.test(path));
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/scan.js
/**
 * Reads the repository and says what is in it: versions, modules, lock files. The order of effects; git is handed in.
 */





/**
 * Scans the commit that is checked out. Modules are known wherever they lie: a root module's constraints and plan come
 * from the modules that it calls, too.
 * @throws Failure `not-a-checkout`
 */
async function scanRepository(git, globs) {
    const checkout = await listCheckout(git);
    const { files, unreadable } = await readFiles(git, checkout.files.filter(({ path }) => isInteresting(path)));
    const isSelected = selectPaths(globs);
    const inside = (found) => found.filter(({ file }) => isSelected(file));
    const links = await readFiles(git, checkout.links);
    const all = findMentions(files, { links: links.files.map(({ path, text }) => ({ path, target: text })) });
    const locks = inside(readLocks(files));
    return {
        selected: checkout.files.filter(({ path }) => isSelected(path)).length,
        checkout,
        files: new Map(files.map((file) => [file.path, file])),
        findings: {
            mentions: inside(all.mentions),
            unclear: inside(all.unclear),
            unreadable: inside([...misnamed(checkout), ...unreadable, ...all.unreadable, ...lockProblems(locks)]),
            modules: all.modules,
        },
        locks,
    };
}
function misnamed({ misnamed: paths }) {
    return paths.filter(isInteresting).map((file) => ({ file, why: "its name is not UTF-8: rename it" }));
}

;// CONCATENATED MODULE: ./actions/terraform-bump/lib/run.js
/**
 * The order of effects: scan, look up, decide, make the files, prove, publish, tell. What fails on the way for one
 * dependency stops no other; the step ends with all of it told.
 */




















/** Runs it. Rejects only when nothing can be done at all: there is no checkout, or GitHub cannot be asked. */
async function run(step) {
    const { inputs, policy, context, deps } = step;
    const { log } = deps.host;
    const scan = await scanRepository(deps.git, inputs.paths);
    const base = await baseOf(step, scan);
    const wanted = dependenciesToLookUp(scan.findings, scan.locks, policy);
    const found = [plural(scan.findings.mentions.length, "version"), plural(scan.files.size, "file")];
    log.info(`Found ${found.join(" in ")}: ${wanted.length === 1 ? "1 dependency" : `${wanted.length} dependencies`}`);
    if (scan.selected === 0 && scan.files.size > 0)
        deps.host.annotate({ level: "warning", message: "The input paths means no file of the repository." });
    const catalogues = await lookUp(wanted, deps.registry);
    const decided = decide(scan.findings, catalogues, scan.locks, policy);
    const pullDeps = pullDepsOf(step);
    const gated = await gate(step, decided, base, pullDeps);
    const proposals = group(gated.updates, (0,grouping_yaml.parseGrouping)(inputs.group), inputs.major);
    const made = await makeChanges(proposals, scan, lockPlatforms(inputs), {
        packages: (provider, version, platforms) => deps.registry.packages(provider, version, platforms),
        releasedFor: platformsIn(catalogues, decide_dependency/* providerAt */.zJ),
    });
    const held = [...gated.held, ...made.held];
    const tellContext = {
        serverUrl: context.serverUrl,
        repository: `${context.owner}/${context.repo}`,
        runUrl: context.runUrl,
        baseBranch: base,
        sha: scan.checkout.commit,
    };
    const open = new Set(proposals.map(({ key }) => key));
    const all = group(decided.updates, (0,grouping_yaml.parseGrouping)(inputs.group), inputs.major);
    const waiting = all.map(({ key }) => key).filter((key) => !open.has(key));
    const around = { step, scan, base, catalogues, made, held, tellContext, waiting };
    const { published, proofs } = pullDeps === undefined ? await proveOnly(around) : await run_publish(around, pullDeps);
    return conclude(step, {
        changes: made.changes,
        proofs: proofs.all,
        ...(proofs.folder === undefined ? {} : { proofFolder: proofs.folder }),
        published,
        held: [...held, ...heldUpdates(published.held, made.changes)],
        context: tellContext,
    });
}
async function baseOf({ inputs, context, deps }, scan) {
    if (deps.github === undefined)
        return inputs["base-branch"];
    const { client: github, repository } = deps.github;
    const base = await findBaseBranch(inputs["base-branch"], context, deps.host.readEvent(), { github });
    await requireOnBase(base, scan.checkout.commit, context, { github, repository });
    return base;
}
function pullDepsOf({ deps }) {
    if (deps.github === undefined)
        return undefined;
    const { client: github, repository } = deps.github;
    return { github, repository, say: (text) => deps.host.log.info(text) };
}
/** Rungs wait for the former ones, where GitHub can be asked. */
async function gate(step, decided, base, deps) {
    if (deps === undefined || decided.updates.length === 0)
        return decided;
    const where = { base, prefix: step.inputs["branch-prefix"] };
    return gateRungs(decided, await readHistory(decided.updates, where, deps, step.deps.host.log));
}
function lockPlatforms(inputs) {
    const platforms = inputs["lock-platforms"];
    return platforms.length === 0 || platforms.includes("auto") ? "auto" : platforms;
}
/** Without a token nothing of GitHub is known: everything is proven, nothing is opened. */
async function proveOnly({ step, scan, made }) {
    const proofs = await prove(step, scan, made.changes);
    return { published: { results: [], held: [], leftOut: new Map(), notes: [] }, proofs };
}
/** Proves what has to be written, and writes it. What is open and still true is neither proven nor touched again. */
async function run_publish(around, deps) {
    const { step, scan, made, catalogues, held, tellContext } = around;
    const { inputs, context } = step;
    const plain = {
        proofs: new Map(),
        background: new Map(),
        held,
        context: tellContext,
        canRunWorkflows: "yes",
        mayProve: inputs.verify !== "none" || inputs["verify-results"] !== "",
    };
    const preview = await syncPullRequests(syncInput(around, plain, true), deps);
    const isNew = new Set(preview.results.filter(({ state }) => state === "created" || state === "updated").map(({ key }) => key));
    const fresh = made.changes.filter(({ proposal }) => isNew.has(proposal.key));
    const proofs = await prove(step, scan, fresh);
    if (inputs["dry-run"])
        return { published: preview, proofs };
    const request = step.deps.github?.client.request;
    const background = await gatherBackground(fresh.flatMap(({ proposal }) => proposal.updates), catalogues, { request, serverUrl: context.serverUrl, scan });
    const dated = { ...around, made: { ...made, changes: made.changes.map((change) => withDates(change, background)) } };
    const viewer = await deps.github.viewerLogin();
    const { mayProve: _, ...rest } = plain;
    const telling = {
        ...rest,
        proofs: proofs.all,
        ...(whyUnproven(inputs) === undefined ? {} : { whyNot: whyUnproven(inputs) ?? "" }),
        background,
        canRunWorkflows: viewer === "github-actions[bot]" ? "after-approval" : "yes",
    };
    return { published: await syncPullRequests(syncInput(dated, telling, false), deps), proofs };
}
function whyUnproven(inputs) {
    return inputs.verify === "none" && inputs["verify-results"] === "" ? "The input verify is none." : undefined;
}
function syncInput({ step, scan, base, made, catalogues, waiting }, telling, isDryRun) {
    const { inputs } = step;
    const prefix = inputs["branch-prefix"];
    return {
        desired: made.changes.map((change) => desire(change, prefix, scan, telling)),
        base: { branch: base, sha: scan.checkout.commit },
        prefix,
        labels: inputs.labels,
        assignees: inputs.assignees,
        reviewers: inputs.reviewers,
        teamReviewers: inputs["team-reviewers"],
        isDraft: inputs.draft,
        maxOpen: inputs["max-open-pull-requests"],
        isDryRun,
        isUnknown: leftAlone({
            catalogues,
            dropped: made.dropped,
            waiting,
            unreadable: scan.findings.unreadable.length,
        }),
        isPartlyKnown: isPartlyKnown(catalogues),
    };
}
/** Proves the changes here, or takes what a read-only job has proven. */
async function prove({ inputs, deps }, scan, changes) {
    const input = { changes, base: scan.checkout.commit, verify: inputs.verify };
    if (inputs["verify-results"] !== "")
        return { all: takeGiven(inputs["verify-results"], input, deps) };
    if (inputs.verify === "none")
        return { all: new Map() };
    const all = await proveProposals(input, deps.prover());
    if (all.size === 0)
        return { all };
    const folder = deps.proofs.folder();
    writeProofs(folder, input, all, (path, chunks) => deps.proofs.write(path, chunks));
    return { all, folder };
}
/** A job that proved nothing leaves no folder: then everything is unverified, and says why. */
function takeGiven(folder, input, { proofs, host }) {
    if (input.changes.length === 0)
        return new Map();
    try {
        const read = readProofs(folder, proofs.untrusted);
        for (const problem of read.problems)
            host.log.warning(problem);
        return takeProofs(input, read.proofs);
    }
    catch (error) {
        const failure = (0,lib_failure/* toFailure */.w2)(error);
        if (!(error instanceof lib_failure/* Failure */.HR) || failure.reason !== "invalid-input")
            throw error;
        host.log.warning(`No proof was found: ${failure.what}`);
        return takeProofs(input, new Map());
    }
}


/***/ }),

/***/ 2152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ comparePage),
/* harmony export */   O0: () => (/* binding */ encodePath),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   Wz: () => (/* binding */ isGitHub),
/* harmony export */   _M: () => (/* binding */ repositoryOf)
/* harmony export */ });
/** A path, each part encoded; slashes stay. */
function encodePath(path) {
    return path
        .toWellFormed()
        .split("/")
        .map((part) => encodeURIComponent(part).replaceAll(/[()'*!]/g, escapeByte))
        .join("/");
}
function escapeByte(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
/** A repository by its https page; undefined when the text is none. */
function parseRepository(page) {
    const url = URL.parse(page);
    if (url === null || url.protocol !== "https:" || url.username !== "" || url.password !== "" || url.port !== "") {
        return undefined;
    }
    if (!/^[a-z0-9.-]+$/.test(url.hostname))
        return undefined;
    const path = url.pathname
        .replace(/^\/+/, "")
        .replace(/\/+$/, "")
        .replace(/\.git$/, "");
    if (!/^[\w.~-]+(?:\/[\w.~-]+)+$/.test(path) || /(?:^|\/)\.{1,2}(?:\/|$)/.test(path))
        return undefined;
    return { host: url.hostname, path, url: `https://${url.hostname}/${path}` };
}
/**
 * The repository that a dependency is made in: what its registry says, else what its source says.
 * @param page `Catalogue.repository`
 */
function repositoryOf(source, page) {
    const told = page === undefined ? undefined : parseRepository(page);
    if (told !== undefined)
        return told;
    if (source.from === "git")
        return parseGit(source.url);
    if (source.from === "releases")
        return parseRepository(productPages[source.product]);
    // The registry demands this name of a public provider: developer.hashicorp.com/terraform/registry/providers/publishing
    const isHashicorp = source.from === "providers" && `${source.host}/${source.namespace}` === HASHICORP;
    return isHashicorp ? parseRepository(`https://github.com/hashicorp/terraform-provider-${source.type}`) : undefined;
}
const HASHICORP = "registry.terraform.io/hashicorp";
const productPages = {
    terraform: "https://github.com/hashicorp/terraform",
    opentofu: "https://github.com/opentofu/opentofu",
};
/** What git is given, as the page that the same host shows. */
function parseGit(url) {
    const [, host, path] = /^(?:https|ssh):\/\/(?:[\w.-]+@)?([\w.-]+)\/([^?#]+)$/.exec(url) ?? [];
    if (host !== undefined && path !== undefined)
        return parseRepository(`https://${host}/${path}`);
    const [, short, rest] = /^(?:[\w.-]+@)([\w.-]+):([^/?#][^?#]*)$/.exec(url) ?? [];
    return short === undefined || rest === undefined ? undefined : parseRepository(`https://${short}/${rest}`);
}
/** Whether a repository's host shows pages as GitHub does. */
function isGitHub(repository, serverUrl) {
    return repository.host === "github.com" || repository.host === URL.parse(serverUrl)?.hostname;
}
/** The page that compares two tags; undefined for hosts whose pages are not known. */
function comparePage(repository, [from, to], serverUrl) {
    const range = `${encodePath(from)}...${encodePath(to)}`;
    if (isGitHub(repository, serverUrl))
        return `${repository.url}/compare/${range}`;
    return repository.host.startsWith("gitlab.") ? `${repository.url}/-/compare/${range}` : undefined;
}


/***/ }),

/***/ 7903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isLost),
/* harmony export */   i: () => (/* binding */ GitHubFailure)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7506);
/**
 * What a user reads when GitHub does not do what was asked: what happened and why, and what to do about it.
 */

/** A call to GitHub that failed for good: retries, where they make sense, are behind us. */
class GitHubFailure extends _handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    /** The answer's status; absent when there was no answer. */
    status;
    /** The missing permission as it is written in a workflow, for example `pull-requests: write`. */
    permission;
    /** GitHub's own words, as one short line; absent when it had none. Text from outside. */
    says;
    constructor(facts) {
        super(facts);
        this.name = "GitHubFailure";
        if (facts.status !== undefined)
            this.status = facts.status;
        if (facts.permission !== undefined)
            this.permission = facts.permission;
        if (facts.says !== undefined && facts.says !== "")
            this.says = facts.says;
    }
}
/** Whether a call failed in a way after which it may have been done all the same: the answer was lost or no answer. */
function isLost(error) {
    return error instanceof GitHubFailure && LOST.has(error.reason);
}
const LOST = new Set(["github-unavailable", "github-bad-answer"]);


/***/ }),

/***/ 2303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderMarker),
/* harmony export */   g: () => (/* binding */ parseMarker)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/**
 * The marker by which a comment of ours is found again: an html comment at the very first byte of the body.
 * It identifies, it does not prove: whoever can write comments can write markers. See marker-mac.ts and the comment's author.
 */

const START = "<!-- handrail:";
const ACTION = /^[a-z0-9][a-z0-9-]{0,63}$/;
const NO_NONCE = "0".repeat(16);
const NONCE = /^[A-Za-z0-9_-]{16}$/;
const MAX_SINCE = 9_999_999_999;
/** Longer payloads are not ours: markers carry names and hashes. */
const MAX_PAYLOAD = 16_384;
/**
 * The marker as text, without a line end. The data is base64url, so that nothing in it can end the html comment.
 * Its length does not depend on nonce and since: a body that fits the limit still fits when they are filled in.
 * @throws RangeError when the action's name is not one, a number is not finite or the whole is too long
 */
function renderMarker(marker) {
    if (!ACTION.test(marker.action))
        throw new RangeError(`"${marker.action}" cannot name an action in a marker`);
    const { nonce = NO_NONCE, since = 0 } = marker;
    if (!NONCE.test(nonce))
        throw new RangeError("a marker's nonce has 16 characters of base64url");
    if (!isSince(since))
        throw new RangeError("a marker's time is seconds since 1970");
    const entries = Object.entries(marker.data);
    if (entries.some(([, value]) => !isValue(value)))
        throw new RangeError("a marker carries texts, finite numbers and booleans");
    const content = { k: marker.key, d: entries, m: marker.mac ?? "", n: nonce, s: String(since).padStart(10, "0") };
    const payload = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(JSON.stringify(content)).toString("base64url");
    if (payload.length > MAX_PAYLOAD)
        throw new RangeError("the marker's data is too long");
    return `${START}${marker.action} ${payload} -->`;
}
/** The marker at the start of a comment's body; undefined when there is none or it is not exactly as we write it. Never throws. */
function parseMarker(body) {
    if (!body.startsWith(START))
        return undefined;
    const head = body.slice(START.length, START.length + MAX_PAYLOAD + 128);
    const space = head.indexOf(" ");
    const end = head.indexOf(" -->", space + 1);
    if (space < 0 || end < 0)
        return undefined;
    const action = head.slice(0, space);
    const payload = head.slice(space + 1, end);
    if (!ACTION.test(action) || payload.length > MAX_PAYLOAD || !/^[A-Za-z0-9_-]+$/.test(payload))
        return undefined;
    const marker = parseContent(action, node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(payload, "base64url").toString());
    // One spelling for one content: what does not render to the same bytes was not written by us.
    return marker !== undefined && body.startsWith(renderMarker(marker)) ? marker : undefined;
}
function parseContent(action, json) {
    let content;
    try {
        content = JSON.parse(json);
    }
    catch {
        return undefined;
    }
    if (typeof content !== "object" || content === null)
        return undefined;
    const [key, entries, mac, nonce, since] = ["k", "d", "m", "n", "s"].map((name) => Object.hasOwn(content, name) ? Reflect.get(content, name) : undefined);
    const data = parseData(entries);
    if (typeof key !== "string" || typeof mac !== "string" || data === undefined)
        return undefined;
    if (typeof nonce !== "string" || !NONCE.test(nonce))
        return undefined;
    if (typeof since !== "string" || !/^[0-9]{10}$/.test(since))
        return undefined;
    return {
        action,
        key,
        data,
        ...(mac === "" ? {} : { mac }),
        ...(nonce === NO_NONCE ? {} : { nonce }),
        ...(Number(since) === 0 ? {} : { since: Number(since) }),
    };
}
/** Pairs into a record without a prototype, so that a key like `__proto__` is a key. */
function parseData(entries) {
    if (!Array.isArray(entries))
        return undefined;
    const data = Object.create(null);
    for (const entry of entries) {
        if (!Array.isArray(entry) || entry.length !== 2)
            return undefined;
        const [name, value] = entry;
        if (typeof name !== "string" || !isValue(value) || Object.hasOwn(data, name))
            return undefined;
        data[name] = value;
    }
    return data;
}
function isValue(value) {
    return (typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)));
}
function isSince(since) {
    return Number.isInteger(since) && since >= 0 && since <= MAX_SINCE;
}


/***/ }),

/***/ 8600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ compareCodeUnits)
/* harmony export */ });
/** The order of texts. Pure. */
/** Orders texts by their code units: the same on every machine, which localeCompare is not. */
function compareCodeUnits(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 9835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ maskedJson),
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8600);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2598);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5199);
/**
 * One text for one JSON value: keys in order, no white space, digits of numbers as they were written. With flags, what
 * is secret enters only as changed or unchanged. It hashes nothing.
 */



/** What stands for a secret: alone, or compared with the same place on the other side. */
const SECRET = "(secret)";
const SECRET_AS_BEFORE = "(secret, unchanged)";
const SECRET_NEW = "(secret, changed)";
/** The text of a value, secrets and all. */
function canonicalJson(value) {
    return maskedJson(value, false, undefined, undefined);
}
/**
 * The text of a value whose secrets are hidden: what `flags` marks, and every text that `redact` changes. `other` is
 * the value on the other side of a change ([value]) to say whether a secret is the same there.
 */
function maskedJson(value, flags, masking, other) {
    const parts = [];
    write(value, masking === undefined ? false : (flags ?? false), masking, other, parts);
    return parts.join("");
}
function write(value, given, masking, other, parts) {
    const flags = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .flagsOf */ .Zo)(value, given);
    if (flags === true && value !== null && value !== undefined)
        parts.push(secretMark(value, other));
    else if (typeof value === "string")
        parts.push(textMark(value, masking, other));
    else if (typeof value === "number" || value instanceof _json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .ExactNumber */ .fh)
        parts.push((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .numberText */ .$4)(value));
    else if (Array.isArray(value))
        writeList(value, flags, masking, other, parts);
    else if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(value))
        writeObject(value, flags, masking, other, parts);
    else
        parts.push(String(value));
}
function secretMark(value, other) {
    if (other === undefined)
        return SECRET;
    return canonicalJson(value) === canonicalJson(other[0]) ? SECRET_AS_BEFORE : SECRET_NEW;
}
function textMark(text, masking, other) {
    const shown = masking === undefined ? text : masking.redact(text);
    return shown === text ? JSON.stringify(text) : `${JSON.stringify(shown)}${secretMark(text, other)}`;
}
function writeList(list, flags, masking, other, parts) {
    const beside = Array.isArray(other?.[0]) ? other[0] : [];
    parts.push("[");
    for (const [index, item] of list.entries()) {
        if (index > 0)
            parts.push(",");
        write(item, (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .flagsBelow */ .T1)(flags, index), masking, other && [beside[index]], parts);
    }
    parts.push("]");
}
function writeObject(object, flags, masking, other, parts) {
    const keys = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(object) ? Object.keys(object).sort(_handrail_runner__WEBPACK_IMPORTED_MODULE_2__/* .compareCodeUnits */ .U) : [];
    parts.push("{");
    for (const [index, key] of keys.entries()) {
        if (index > 0)
            parts.push(",");
        parts.push(textMark(key, masking, undefined), ":");
        write((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(object, key), (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .flagsBelow */ .T1)(flags, key), masking, other && [(0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(other[0], key)], parts);
    }
    parts.push("}");
}


/***/ }),

/***/ 6142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ JsonScanner)
});

;// CONCATENATED MODULE: ./packages/terraform/lib/json-bytes.js
/**
 * The bytes that mean something in JSON (RFC 8259). No reading here.
 */
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const LETTER_N = 0x6e;
const LETTER_U = 0x75;
const END = -1;
/** 1 for a byte that ends the plain part of a string: the quote, a backslash, a control character. */
const STOPS = Uint8Array.from({ length: 256 }, (_, byte) => byte < 0x20 || byte === QUOTE || byte === BACKSLASH ? 1 : 0);
/** Whether a byte is a hexadecimal digit. */
const isHexDigit = (byte) => (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
/** Whether a byte belongs to a number or a literal: it ends none of them. */
const isWordByte = (byte) => byte > 0x20 && byte !== COMMA && byte !== CLOSE_OBJECT && byte !== CLOSE_LIST;
/** What may stand in a document beside strings and containers. */
const WORD = /^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$/;

;// CONCATENATED MODULE: ./packages/terraform/lib/json-nesting.js
/**
 * Which containers of a JSON document are open, while json-scan.ts steps over it. Nothing but a stack of bits.
 */
/** Which containers are open, one bit each: a hostile document can open hundreds of millions. */
class Nesting {
    /** How many containers are open. */
    depth = 0;
    #bits = new Uint8Array(8);
    /** Whether the innermost open container is an object; false for a list. */
    get isObject() {
        const top = this.depth - 1;
        return ((this.#bits[top >> 3] ?? 0) & (1 << (top & 7))) !== 0;
    }
    /** Steps into a container. */
    open(isObject) {
        if (this.depth >> 3 === this.#bits.length) {
            const wider = new Uint8Array(this.#bits.length * 2);
            wider.set(this.#bits);
            this.#bits = wider;
        }
        const bit = 1 << (this.depth & 7);
        const at = this.depth >> 3;
        this.#bits[at] = isObject ? (this.#bits[at] ?? 0) | bit : (this.#bits[at] ?? 0) & ~bit;
        this.depth += 1;
    }
    /** Steps out of the innermost container. */
    close() {
        this.depth -= 1;
    }
}

;// CONCATENATED MODULE: ./packages/terraform/lib/json-texts.js
/**
 * Makes strings of bytes, the same string for the same short text: a plan says "managed" and "update" 200,000 times.
 */
const LONGEST = 48;
const SLOTS = 4096;
/** Remembers short texts; a later one takes the slot of an earlier one. */
class TextCache {
    #slots;
    /** The text of the bytes from `start` to before `end`, which are UTF-8. */
    read(buffer, start, end) {
        const length = end - start;
        if (length > LONGEST)
            return buffer.toString("utf8", start, end);
        let hash = length;
        let all = 0;
        for (let at = start; at < end; at += 1) {
            const byte = buffer[at] ?? 0;
            all |= byte;
            hash = (Math.imul(hash, 31) + byte) | 0;
        }
        // Only where a character is a byte can a text be compared with bytes.
        if (all > 0x7f)
            return buffer.toString("utf8", start, end);
        const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
        this.#slots ??= Array.from({ length: SLOTS });
        const known = this.#slots[slot];
        if (known !== undefined && isText(known, buffer, start, length))
            return known;
        const text = buffer.toString("latin1", start, end);
        this.#slots[slot] = text;
        return text;
    }
}
function isText(text, buffer, start, length) {
    if (text.length !== length)
        return false;
    for (let at = 0; at < length; at += 1)
        if (text.charCodeAt(at) !== buffer[start + at])
            return false;
    return true;
}

// EXTERNAL MODULE: ./packages/terraform/lib/json-value.js
var json_value = __webpack_require__(2598);
;// CONCATENATED MODULE: ./packages/terraform/lib/json-window.js
/**
 * A window of bytes that moves forward over a source, for json-scan.ts: what is next, where it is, and what is wrong
 * when it is not what was expected. It knows bytes and white space, no grammar.
 */


/** The window. `buffer` and `at` are open because the loop over strings is the hottest of all. */
class ByteWindow {
    buffer = Buffer.alloc(0);
    at = 0;
    #base;
    #source;
    #limit;
    #size;
    /** `size`: how many bytes are read at once. */
    constructor(source, span, size) {
        this.#source = source;
        this.#base = span.offset;
        this.#limit = span.offset + span.length;
        this.#size = size;
    }
    /** Where the next byte is, in the source. */
    get offset() {
        return this.#base + this.at;
    }
    /** The next byte, not consumed; `END` after the last. */
    peek() {
        return this.buffer[this.at] ?? (this.#refill() ? (this.buffer[this.at] ?? END) : END);
    }
    /** The next byte that is no white space, not consumed. */
    next() {
        for (;;) {
            const byte = this.peek();
            if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)
                return byte;
            this.at += 1;
        }
    }
    /** Consumes white space and this byte, if it is next. */
    skipped(byte) {
        if (this.next() !== byte)
            return false;
        this.at += 1;
        return true;
    }
    /** Consumes white space and this byte. */
    expect(byte) {
        if (!this.skipped(byte))
            this.fail();
    }
    /** Bytes that have been passed, or that are anywhere in the source. */
    slice({ offset, length }) {
        const start = offset - this.#base;
        if (start >= 0 && start + length <= this.buffer.length)
            return this.buffer.subarray(start, start + length);
        const answer = this.#source.read(offset, length);
        if (answer.length < length)
            throw new json_value/* JsonError */.N3("the source has fewer bytes than it says", offset + answer.length);
        return asBuffer(answer);
    }
    /** Says that what is at this place is wrong. */
    fail(at = this.offset) {
        const isEnd = at === this.offset && this.peek() === END;
        throw new json_value/* JsonError */.N3(isEnd ? "the document ends too early" : "this is no valid JSON", at);
    }
    #refill() {
        const offset = this.offset;
        const length = Math.min(this.#size, this.#limit - offset);
        if (length <= 0)
            return false;
        const answer = this.#source.read(offset, length);
        if (answer.length === 0)
            throw new json_value/* JsonError */.N3("the source has fewer bytes than it says", offset);
        this.buffer = asBuffer(answer);
        this.#base = offset;
        this.at = 0;
        return true;
    }
}
function asBuffer(answer) {
    return Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength);
}

;// CONCATENATED MODULE: ./packages/terraform/lib/json-scan.js
/**
 * Walks a JSON document of any size through a window of bytes: what is asked for is read, everything else is skipped
 * but still checked. It must not know terraform's keys, and never holds more than its window and one wanted value.
 */





const WINDOW = 1 << 20;
/** Longer numbers exist in theory only; the limit keeps a hostile one out of memory. */
const LONGEST_WORD = 1 << 16;
/**
 * A cursor in a JSON document. Before a value call one of `object`, `list`, `take`, `skip`; `object` and `list` skip
 * a value that their visitor leaves untouched. All throw a {@link JsonError} whose offset is in bytes of the source.
 */
class JsonScanner {
    #window;
    #nesting = new Nesting();
    #texts;
    constructor(source, options = {}) {
        const span = options.span ?? { offset: 0, length: source.size };
        this.#texts = options.texts ?? new TextCache();
        this.#window = new ByteWindow(source, span, Math.max(1, options.window ?? WINDOW));
    }
    /** Where the next byte is, in the source. */
    get offset() {
        return this.#window.offset;
    }
    /** Whether the next value is null. */
    isNull() {
        return this.#window.next() === LETTER_N;
    }
    /** Whether the next value is an object. */
    isObject() {
        return this.#window.next() === OPEN_OBJECT;
    }
    /** Whether the next value is a list. */
    isList() {
        return this.#window.next() === OPEN_LIST;
    }
    /**
     * Visits the members of an object in document order; the cursor stands before the member's value. `place` is where
     * the key is, with its quotes.
     */
    object(visit) {
        const window = this.#window;
        window.expect(OPEN_OBJECT);
        if (window.skipped(CLOSE_OBJECT))
            return;
        do {
            if (window.next() !== QUOTE)
                window.fail();
            const offset = window.offset;
            const key = this.#string();
            const place = { offset, length: window.offset - offset };
            window.expect(COLON);
            window.next();
            const before = window.offset;
            visit(key, place);
            if (window.offset === before)
                this.#step();
        } while (window.skipped(COMMA));
        window.expect(CLOSE_OBJECT);
    }
    /** Visits the elements of a list. */
    list(visit) {
        const window = this.#window;
        window.expect(OPEN_LIST);
        if (window.skipped(CLOSE_LIST))
            return;
        let index = 0;
        do {
            window.next();
            const before = window.offset;
            visit(index++);
            if (window.offset === before)
                this.#step();
        } while (window.skipped(COMMA));
        window.expect(CLOSE_LIST);
    }
    /** Reads the next value. */
    take() {
        if (this.#window.next() === QUOTE)
            return this.#string();
        return this.read(this.skip());
    }
    /** Steps over the next value, whatever its size and depth, and tells where it was. */
    skip() {
        this.#window.next();
        const offset = this.#window.offset;
        this.#step();
        return { offset, length: this.#window.offset - offset };
    }
    /** Reads a value at another place of the source; the cursor stays where it is. */
    read(span) {
        try {
            return (0,json_value/* parseJson */.qF)(this.#window.slice(span).toString("utf8"));
        }
        catch (error) {
            throw error instanceof json_value/* JsonError */.N3 ? new json_value/* JsonError */.N3(error.message, span.offset) : error;
        }
    }
    /** The end of the document: only white space may be left. */
    end() {
        if (this.#window.next() !== END)
            this.#window.fail();
    }
    #step() {
        const nesting = this.#nesting;
        const window = this.#window;
        for (;;) {
            if (this.#opened())
                continue;
            while (nesting.depth > 0 && window.skipped(nesting.isObject ? CLOSE_OBJECT : CLOSE_LIST)) {
                nesting.close();
            }
            if (nesting.depth === 0)
                return;
            window.expect(COMMA);
            if (nesting.isObject)
                this.#skipKey();
        }
    }
    /** Steps over a scalar or an empty container (false), or into a container that has something (true). */
    #opened() {
        const window = this.#window;
        const first = window.next();
        if (first === QUOTE)
            this.#skipString();
        else if (first === OPEN_OBJECT) {
            window.at += 1;
            if (window.skipped(CLOSE_OBJECT))
                return false;
            this.#nesting.open(true);
            this.#skipKey();
            return true;
        }
        else if (first === OPEN_LIST) {
            window.at += 1;
            if (window.skipped(CLOSE_LIST))
                return false;
            this.#nesting.open(false);
            return true;
        }
        else
            this.#skipWord();
        return false;
    }
    #string() {
        const { offset, at, buffer } = this.#window;
        const isPlain = this.#skipString();
        if (isPlain && this.#window.buffer === buffer)
            return this.#texts.read(buffer, at + 1, this.#window.at - 1);
        const text = this.read({ offset, length: this.#window.offset - offset });
        return typeof text === "string" ? text : this.#window.fail(offset);
    }
    #skipKey() {
        if (this.#window.next() !== QUOTE)
            this.#window.fail();
        this.#skipString();
        this.#window.expect(COLON);
    }
    /** Steps over a string; whether it is written as it is, without escapes. */
    #skipString() {
        const window = this.#window;
        window.at += 1;
        let isPlain = true;
        for (;;) {
            const { buffer } = window;
            const end = buffer.length;
            let { at } = window;
            while (at < end && STOPS[buffer[at] ?? 0] === 0)
                at += 1;
            window.at = at;
            const stop = window.peek();
            if (stop === QUOTE) {
                window.at += 1;
                return isPlain;
            }
            if (stop === BACKSLASH) {
                isPlain = false;
                this.#skipEscape();
            }
            else if (stop === END || stop < 0x20)
                window.fail();
        }
    }
    #skipEscape() {
        const window = this.#window;
        window.at += 1;
        const escape = window.peek();
        if (escape === LETTER_U) {
            for (let digit = 0; digit < 4; digit += 1) {
                window.at += 1;
                if (!isHexDigit(window.peek()))
                    window.fail();
            }
        }
        else if (escape === END || !'"\\/bfnrt'.includes(String.fromCharCode(escape)))
            window.fail();
        window.at += 1;
    }
    /** true, false, null or a number. */
    #skipWord() {
        const window = this.#window;
        const start = window.offset;
        let word = "";
        for (let byte = window.peek(); isWordByte(byte) && word.length < LONGEST_WORD; byte = window.peek()) {
            word += String.fromCharCode(byte);
            window.at += 1;
        }
        if (word.length === LONGEST_WORD)
            throw new json_value/* JsonError */.N3(`a number has more than ${LONGEST_WORD} digits`, start);
        if (!WORD.test(word))
            window.fail(start);
    }
}


/***/ }),

/***/ 4748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D$: () => (/* binding */ readResourceChange),
/* harmony export */   P0: () => (/* binding */ changeKind),
/* harmony export */   Ro: () => (/* binding */ actionsOf),
/* harmony export */   VK: () => (/* binding */ changeBody),
/* harmony export */   b6: () => (/* binding */ textOf)
/* harmony export */ });
/* unused harmony export readChangeBody */
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2598);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5199);
/**
 * Reads one resource change of a plan document: what happens to which object, and where its values are. The values
 * themselves are read by `readChangeBody`, later and only for what is shown.
 */



const KIND_BY_ACTIONS = new Map([
    ["no-op", "no-op"],
    ["create", "create"],
    ["read", "read"],
    ["update", "update"],
    ["delete", "delete"],
    ["forget", "forget"],
    ["open", "open"],
    ["delete,create", "replace"],
    ["create,delete", "replace"],
    // terraform calls this a replacement too: a new object is made and the old one is let go, not destroyed.
    ["create,forget", "replace"],
]);
const IDENTITY = new Set([
    "address",
    "previous_address",
    "module_address",
    "mode",
    "type",
    "name",
    "index",
    "deposed",
    "provider_name",
    "action_reason",
]);
const VALUES = new Set(["before", "after"]);
const FACTS = new Set(["actions", "replace_paths", "importing", "before_sensitive", "after_sensitive"]);
/** What the list of actions means; anything unknown is `other`. */
function changeKind(actions) {
    return KIND_BY_ACTIONS.get(actions.join(",")) ?? "other";
}
/** A string as it is, nothing for anything else. */
function textOf(value) {
    return typeof value === "string" ? value : undefined;
}
/** The strings of a list of actions; what is no string is kept as JSON, so that the kind becomes `other`. */
function actionsOf(value) {
    return Array.isArray(value) ? value.map((action) => textOf(action) ?? JSON.stringify(action)) : [];
}
/** Reads the element at the cursor, and adds its flagged values to `secrets`. */
function readResourceChange(scanner, secrets) {
    const offset = scanner.offset;
    const identity = new Map();
    const facts = new Map();
    const values = new Map();
    let hasGeneratedConfig = false;
    scanner.object((key) => {
        if (IDENTITY.has(key))
            identity.set(key, scanner.take());
        if (key !== "change" || !scanner.isObject())
            return;
        scanner.object((fact) => {
            if (VALUES.has(fact))
                values.set(fact, scanner.skip());
            else if (FACTS.has(fact))
                facts.set(fact, scanner.take());
            else if (fact === "generated_config")
                hasGeneratedConfig = scanner.take() !== null;
        });
    });
    for (const side of VALUES) {
        const flags = facts.get(`${side}_sensitive`);
        const span = values.get(side);
        if (span !== undefined && (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .hasFlag */ .Lt)(flags))
            (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .collectSecrets */ .qb)(scanner.read(span), flags, secrets);
    }
    return resourceChange(identity, facts, hasGeneratedConfig, { offset, length: scanner.offset - offset });
}
function resourceChange(identity, facts, hasGeneratedConfig, span) {
    const text = (key) => textOf(identity.get(key));
    const type = text("type") ?? "";
    const name = text("name") ?? "";
    const address = text("address") ?? `${type}.${name}`;
    const previousAddress = text("previous_address");
    const actions = actionsOf(facts.get("actions"));
    const change = {
        address,
        mode: text("mode") ?? "",
        type,
        name,
        provider: text("provider_name") ?? "",
        kind: changeKind(actions),
        actions,
        isMove: previousAddress !== undefined && previousAddress !== address,
        replacePaths: pathsOf(facts.get("replace_paths")),
        hasGeneratedConfig,
        span,
    };
    if (previousAddress !== undefined)
        change.previousAddress = previousAddress;
    const [module, deposed, reason] = [text("module_address"), text("deposed"), text("action_reason")];
    if (module !== undefined)
        change.module = module;
    if (deposed !== undefined)
        change.deposed = deposed;
    if (reason !== undefined)
        change.reason = reason;
    const index = identity.get("index");
    if (typeof index === "string" || typeof index === "number")
        change.index = index;
    const importing = facts.get("importing");
    if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(importing))
        change.importing = importOf(importing);
    if (change.kind === "replace") {
        change.replaceOrder = actions[0] === "delete" ? "destroy-first" : "create-first";
        if (actions[1] === "forget")
            change.isOldForgotten = true;
    }
    return change;
}
function importOf(importing) {
    const found = {};
    const [id, identity] = [textOf((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(importing, "id")), (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(importing, "identity")];
    if (id !== undefined)
        found.id = id;
    if (identity !== undefined && identity !== null)
        found.identity = identity;
    if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(importing, "unknown") === true)
        found.unknown = true;
    return found;
}
/** Paths of strings and numbers; a path with anything else in it cannot be followed and is dropped. */
function pathsOf(value) {
    if (!Array.isArray(value))
        return [];
    return value.filter((path) => Array.isArray(path)).filter((path) => path.every((step) => isStep(step)));
}
function isStep(step) {
    return typeof step === "string" || typeof step === "number";
}
/** The values of a change object, `{"actions": …, "before": …}`. */
function changeBody(change) {
    const value = (key, missing) => (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(change, key) ?? missing;
    const body = {
        before: value("before", null),
        after: value("after", null),
        afterUnknown: value("after_unknown", false),
        beforeSensitive: value("before_sensitive", false),
        afterSensitive: value("after_sensitive", false),
    };
    const [before, after] = [(0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(change, "before_identity"), (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(change, "after_identity")];
    if (before !== undefined)
        body.beforeIdentity = before;
    if (after !== undefined)
        body.afterIdentity = after;
    const generatedConfig = textOf((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(change, "generated_config"));
    if (generatedConfig !== undefined)
        body.generatedConfig = generatedConfig;
    return body;
}
/** Reads the values of the element at `span`. */
function readChangeBody(source, span) {
    return changeBody(member(new JsonScanner(source, { span }).take(), "change"));
}


/***/ }),

/***/ 5199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lt: () => (/* binding */ hasFlag),
/* harmony export */   T1: () => (/* binding */ flagsBelow),
/* harmony export */   Vz: () => (/* binding */ eitherFlags),
/* harmony export */   Zo: () => (/* binding */ flagsOf),
/* harmony export */   qb: () => (/* binding */ collectSecrets)
/* harmony export */ });
/* unused harmony export collectTexts */
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2598);
/**
 * Finds the values that a plan flags as sensitive, so that they can be masked wherever they occur. It only collects:
 * hiding is the caller's Redactor for texts, and diff-mask.ts and redacted-plan.ts for paths.
 */

/** Shorter values cannot be masked by value without destroying every text; they are hidden by their path alone. */
const SHORTEST = 4;
/** What a boolean or null prints as: masking these words would hide nothing and break every text. */
const PLAIN_WORDS = new Set(["true", "false", "null"]);
/** Whether a tree of flags (`before_sensitive` and its like) has a flag anywhere. */
function hasFlag(flags) {
    if (typeof flags !== "object" || flags === null || flags instanceof _json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .ExactNumber */ .fh)
        return flags === true;
    return Array.isArray(flags) ? flags.some(hasFlag) : Object.values(flags).some(hasFlag);
}
/**
 * The flags that count for `value`: `true` when it is secret as a whole. A tree that has flags but another shape than
 * the value cannot be followed, and then everything is secret.
 */
function flagsOf(value, flags) {
    if (flags === undefined || flags === false)
        return false;
    if (Array.isArray(value) ? Array.isArray(flags) : (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value) && (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(flags))
        return flags;
    return hasFlag(flags);
}
/** The flags for one key or index below `flags`, which fit the container (see {@link flagsOf}). */
function flagsBelow(flags, step) {
    if (flags === true)
        return true;
    if (Array.isArray(flags))
        return (typeof step === "number" ? flags[step] : undefined) ?? false;
    return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(flags, String(step)) ?? false;
}
/** Flags of two sides in one tree: what is secret on one is secret on both. */
function eitherFlags(one, other) {
    if (one === true || other === true)
        return true;
    if (!hasFlag(one))
        return other;
    if (!hasFlag(other))
        return one;
    if (Array.isArray(one) && Array.isArray(other)) {
        const longer = one.length > other.length ? one : other;
        return longer.map((_, index) => eitherFlags(one[index] ?? false, other[index] ?? false));
    }
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(one) || !(0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(other))
        return true;
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return Object.fromEntries([...keys].map((key) => [key, eitherFlags((0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(one, key) ?? false, (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(other, key) ?? false)]));
}
/**
 * Adds the flagged strings of `value` to `texts`, whatever their length: the same text elsewhere in the same object is
 * a copy when it is the whole value.
 */
function collectTexts(value, given, texts) {
    const flags = flagsOf(value, given);
    if (flags === false)
        return;
    if (typeof value === "string")
        texts.add(value);
    else if (Array.isArray(value)) {
        for (const [index, item] of value.entries())
            collectTexts(item, flagsBelow(flags, index), texts);
    }
    else if (isJsonObject(value)) {
        for (const [key, below] of Object.entries(value))
            collectTexts(below, flagsBelow(flags, key), texts);
    }
    texts.delete("");
}
/**
 * Adds the flagged strings and numbers of `value` to `secrets`; `flags` is the tree beside it, `true` where all below
 * is secret. Left out: what is too short to be masked by value (fewer than four characters or digits), white space,
 * booleans, null, and the keys of maps.
 */
function collectSecrets(value, given, secrets) {
    const flags = flagsOf(value, given);
    if (value === undefined || value === null || flags === false)
        return;
    if (typeof value === "string") {
        if (isMaskable(value))
            secrets.add(value);
    }
    else if (typeof value === "number" || value instanceof _json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .ExactNumber */ .fh) {
        const text = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .numberText */ .$4)(value);
        if (text.replaceAll(/[^0-9]/g, "").length >= SHORTEST)
            secrets.add(text);
    }
    else if (Array.isArray(value)) {
        for (const [index, element] of value.entries())
            collectSecrets(element, flagsBelow(flags, index), secrets);
    }
    else if (typeof value === "object") {
        for (const [key, below] of Object.entries(value))
            collectSecrets(below, flagsBelow(flags, key), secrets);
    }
}
function isMaskable(text) {
    return text.length >= SHORTEST && text.trim() !== "" && !PLAIN_WORDS.has(text);
}


/***/ })

};

