export const id = 192;
export const ids = [192];
export const modules = {

/***/ 7412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KQ: () => (/* binding */ readHcl),
/* harmony export */   Ln: () => (/* binding */ unescapeQuoted),
/* harmony export */   v_: () => (/* binding */ readBlocks)
/* harmony export */ });
/* harmony import */ var _hcl_scan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4055);
/**
 * A thin structural reader on top of the lexer: blocks, labels, attributes, and which values are literal strings or
 * objects, all with offsets to edit by. It evaluates nothing, never throws, and skips what it cannot read.
 */

/** Deeper nesting than any real configuration has is skipped, so that hostile text cannot exhaust the stack. */
const MAX_DEPTH = 100;
const BRACKETS = {
    "{": { opens: "{" },
    "(": { opens: "(" },
    "[": { opens: "[" },
    "}": { closes: "{" },
    ")": { closes: "(" },
    "]": { closes: "[" },
};
const PAIRS = {
    "quote-open": { opens: "quote" },
    "heredoc-open": { opens: "heredoc" },
    "template-open": { opens: "template" },
    "quote-close": { closes: "quote" },
    "heredoc-close": { closes: "heredoc" },
    "template-close": { closes: "template" },
};
/** The blocks at the top of a file. See readHcl. */
function readBlocks(text) {
    return readHcl(text).blocks;
}
/**
 * The attributes and blocks at the top of a file (a .tfvars file has attributes). Linear; never throws. `scanned` is what
 * scanHcl makes of the text, for who has that already.
 */
function readHcl(text, scanned = (0,_hcl_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .scanHcl */ .J)(text)) {
    const tokens = scanned.filter(({ kind }) => kind !== "space" && kind !== "comment" && kind !== "bom");
    const source = { text, tokens, closer: matchClosers(text, tokens) };
    return readBody(source, 0, tokens.length, 0);
}
function slice(source, index) {
    const token = source.tokens[index];
    return token === undefined ? "" : source.text.slice(token.start, token.end);
}
function isOperator(source, index, text) {
    return source.tokens[index]?.kind === "operator" && slice(source, index) === text;
}
/** For each opening token the index of its closing one, or the number of tokens where it is never closed. */
function matchClosers(text, tokens) {
    const closer = Array.from({ length: tokens.length });
    const stack = [];
    const open = new Map();
    for (const [index, token] of tokens.entries()) {
        const opens = openerName(text, token);
        if (opens !== undefined) {
            closer[index] = tokens.length;
            stack.push({ name: opens, index });
            open.set(opens, (open.get(opens) ?? 0) + 1);
            continue;
        }
        const closes = closerName(text, token);
        if (closes === undefined || (open.get(closes) ?? 0) === 0)
            continue;
        for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
            closer[top.index] = index;
            open.set(top.name, (open.get(top.name) ?? 0) - 1);
            if (top.name === closes)
                break;
        }
    }
    return closer;
}
function openerName(text, { kind, start }) {
    return kind === "operator" ? BRACKETS[text.charAt(start)]?.opens : PAIRS[kind]?.opens;
}
function closerName(text, { kind, start }) {
    return kind === "operator" ? BRACKETS[text.charAt(start)]?.closes : PAIRS[kind]?.closes;
}
function readBody(source, from, to, depth) {
    const body = { attributes: [], blocks: [] };
    let index = from;
    while (index < to) {
        const kind = source.tokens[index]?.kind;
        if (kind === "identifier" && isOperator(source, index + 1, "=")) {
            const end = expressionEnd(source, index + 2, to, false);
            body.attributes.push(readAttribute(source, index, end, depth));
            index = end;
        }
        else if (kind === "identifier") {
            const { block, next } = readBlock(source, index, to, depth);
            if (block !== undefined)
                body.blocks.push(block);
            index = next;
        }
        else if (kind === "newline")
            index += 1;
        else
            index = Math.max(index + 1, expressionEnd(source, index, to, false));
    }
    return body;
}
/** The index behind an expression: its line break or, in an object, also its comma, or the end of what is around it. */
function expressionEnd(source, from, to, isInObject) {
    for (let index = from; index < to;) {
        if (source.tokens[index]?.kind === "newline" || (isInObject && isOperator(source, index, ",")))
            return index;
        const closer = source.closer[index];
        index = closer === undefined ? index + 1 : closer + 1;
    }
    return to;
}
function readBlock(source, at, to, depth) {
    const labels = [];
    const labelSpans = [];
    let index = at + 1;
    while (index < to && !isOperator(source, index, "{")) {
        const token = source.tokens[index];
        const end = token?.kind === "quote-open" ? Math.min((source.closer[index] ?? to) + 1, to) : index + 1;
        const value = token?.kind === "quote-open" ? readValue(source, index, end, depth) : undefined;
        if (value?.kind === "string")
            labels.push(value.value);
        else if (token?.kind === "identifier")
            labels.push(slice(source, index));
        else
            return { next: expressionEnd(source, at, to, false) };
        labelSpans.push(spanOf(source, index, end));
        index = end;
    }
    if (index >= to)
        return { next: to };
    const closer = Math.min(source.closer[index] ?? to, to);
    const isClosed = isOperator(source, closer, "}");
    const body = depth < MAX_DEPTH ? readBody(source, index + 1, closer, depth + 1) : { attributes: [], blocks: [] };
    const whole = spanOf(source, at, isClosed ? closer + 1 : closer);
    const bodyEnd = isClosed ? whole.end - 1 : whole.end;
    const span = { start: source.tokens[index]?.end ?? whole.end, end: bodyEnd };
    return {
        block: { ...whole, type: slice(source, at), labels, labelSpans, body: span, ...body, isClosed },
        next: Math.min(closer + 1, to),
    };
}
/** The span of tokens `from` to `to` (exclusive). */
function spanOf(source, from, to) {
    const start = source.tokens[from]?.start ?? source.text.length;
    return { start, end: Math.max(start, source.tokens[to - 1]?.end ?? start) };
}
function readAttribute(source, at, end, depth) {
    const nameEnd = source.tokens[at]?.kind === "quote-open" ? (source.closer[at] ?? at) + 1 : at + 1;
    const key = nameEnd === at + 1 ? slice(source, at) : stringValue(source, at, nameEnd)?.value;
    return {
        ...spanOf(source, at, end),
        name: key ?? "",
        nameSpan: spanOf(source, at, nameEnd),
        value: readValue(source, nameEnd + 1, end, depth),
    };
}
function readValue(source, from, to, depth) {
    const span = spanOf(source, from, to);
    const isWhole = from < to && source.closer[from] === to - 1;
    if (isWhole && isOperator(source, from, "{") && depth < MAX_DEPTH) {
        return { ...span, kind: "object", attributes: readObject(source, from + 1, to - 1, depth + 1) };
    }
    return (isWhole ? stringValue(source, from, to) : undefined) ?? { ...span, kind: "other" };
}
function stringValue(source, from, to) {
    const isQuoted = source.tokens[from]?.kind === "quote-open" && source.tokens[to - 1]?.kind === "quote-close";
    const isLiteral = to - from === 2 || (to - from === 3 && source.tokens[from + 1]?.kind === "literal");
    if (!isQuoted || !isLiteral)
        return undefined;
    const span = spanOf(source, from, to);
    const content = { start: span.start + 1, end: span.end - 1 };
    const value = unescapeQuoted(source.text.slice(content.start, content.end));
    return value === undefined ? undefined : { ...span, kind: "string", value, content };
}
function readObject(source, from, to, depth) {
    const attributes = [];
    let index = from;
    while (index < to) {
        const end = expressionEnd(source, index, to, true);
        const nameEnd = source.tokens[index]?.kind === "quote-open" ? (source.closer[index] ?? to) + 1 : index + 1;
        const isName = nameEnd > index + 1 || source.tokens[index]?.kind === "identifier";
        if (isName && nameEnd < end && (isOperator(source, nameEnd, "=") || isOperator(source, nameEnd, ":"))) {
            attributes.push(readAttribute(source, index, end, depth));
        }
        index = Math.max(end, index) + 1;
    }
    return attributes;
}
const ESCAPES = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))|([$%])\4\{|\\/g;
/** The value of quoted literal text; undefined where HCL reads none (a line break, an unknown escape). */
function unescapeQuoted(raw) {
    if (raw.includes("\n") || raw.includes("\r"))
        return undefined;
    let isValid = true;
    const value = raw.replace(ESCAPE, (_, short, long, char, sign) => {
        if (sign !== undefined)
            return `${sign}{`;
        const code = Number.parseInt(short ?? long ?? "", 16);
        if (!Number.isNaN(code) && code <= 0x10ffff)
            return String.fromCodePoint(code);
        const known = char === undefined ? undefined : ESCAPES[char];
        if (known === undefined)
            isValid = false;
        return known ?? "";
    });
    return isValid ? value : undefined;
}


/***/ }),

/***/ 4055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ scanHcl)
});

;// CONCATENATED MODULE: ./packages/terraform/lib/hcl-stretch.js
/**
 * How far the plain stretches of HCL text go: spaces, names, the insides of quotes. Most of a text is in ASCII, which is
 * read here without regular expressions: they take most of the time that scanning takes. It makes no tokens.
 */
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
/** Operators that no longer one begins with. */
const PLAIN = "[](){},";
const [TAB, SPACE, QUOTE, DOLLAR, PERCENT, HYPHEN, BACKSLASH, UNDERSCORE] = [9, 32, 34, 36, 37, 45, 92, 95];
/** The spaces and tabs from an offset on. */
function spaceLength(text, from) {
    let at = from;
    for (let code = text.charCodeAt(at); code === SPACE || code === TAB; code = text.charCodeAt(at))
        at += 1;
    return at - from;
}
/** The identifier that begins at an offset; 0 when none does. */
function identifierLength(text, from) {
    const first = text.charCodeAt(from);
    if (first < 0x80 && !isLetter(first))
        return 0;
    let at = from;
    let code = first;
    while (isLetter(code) || isDigit(code) || code === HYPHEN) {
        at += 1;
        code = text.charCodeAt(at);
    }
    // Other scripts have letters, too. At the end of the text the code is NaN.
    if (!(code >= 0x80))
        return at - from;
    IDENTIFIER.lastIndex = from;
    return IDENTIFIER.exec(text)?.[0].length ?? 0;
}
function isLetter(code) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === UNDERSCORE;
}
function isDigit(code) {
    return code >= 48 && code <= 57;
}
/** Is there a bracket or a comma? They are operators whatever follows. */
function isPlainOperator(text, at) {
    return PLAIN.includes(text.charAt(at)) && at < text.length;
}
/** The characters from an offset on that mean nothing but themselves between quotes. */
function plainLength(text, from) {
    let at = from;
    for (; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === QUOTE || code === DOLLAR || code === PERCENT || code === BACKSLASH)
            break;
    }
    return at - from;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/hcl-scan.js
/**
 * The lexer of HCL native syntax (.tf, .tofu, .tfvars, .terraform.lock.hcl): text in, tokens with exact offsets out.
 * It knows no structure (hcl-blocks.ts) and no terraform; it never throws and reads every character once.
 * The grammar is the one of hclsyntax: https://github.com/hashicorp/hcl/blob/main/hclsyntax/scan_tokens.rl
 */

const NUMBER = /[0-9](?:[0-9.]|[eE][+-]?[0-9])*/y;
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
const OPERATOR = /\.\.\.|==|!=|>=|<=|&&|\|\||::|=>|[[\](){}.,*/%+\-=<>!?:&|~^;`']/y;
/** White space as Go's strings.TrimSpace sees it: unlike String.trim it takes U+0085 and leaves U+FEFF. */
const GO_SPACE = /[\t\v\f\r \u0085\p{Zs}\u2028\u2029]/u;
/**
 * Splits HCL text into tokens that cover it without a gap: joining `text.slice(t.start, t.end)` of all tokens gives
 * the text back. Linear in the length of the text, whatever it holds; never throws.
 */
function scanHcl(text) {
    const scan = { text, tokens: [], modes: [], at: 0 };
    if (text.startsWith("\uFEFF"))
        emit(scan, "bom", 1);
    while (scan.at < text.length) {
        const mode = scan.modes.at(-1);
        if (mode === undefined || mode.in === "template")
            scanCode(scan, mode);
        else if (mode.in === "quote")
            scanQuote(scan);
        else
            scanHeredoc(scan, mode.marker);
    }
    return scan.tokens;
}
function emit(scan, kind, length) {
    if (length === 0)
        return;
    const end = Math.min(scan.at + length, scan.text.length);
    scan.tokens.push({ kind, start: scan.at, end });
    scan.at = end;
}
function invalidRest(scan) {
    emit(scan, "invalid", scan.text.length - scan.at);
}
function match(pattern, scan) {
    pattern.lastIndex = scan.at;
    return pattern.exec(scan.text);
}
/** One token outside of strings, or inside of a template sequence. */
function scanCode(scan, mode) {
    const { text, at } = scan;
    const char = text.charAt(at);
    if (char === " " || char === "\t")
        emit(scan, "space", spaceLength(text, at));
    else if (char === "\n")
        emit(scan, "newline", 1);
    else if (text.startsWith("\r\n", at))
        emit(scan, "newline", 2);
    else if (char === "#" || text.startsWith("//", at))
        emit(scan, "comment", lineEnd(text, at) - at);
    else if (text.startsWith("/*", at))
        scanBlockComment(scan);
    else if (char === '"')
        hcl_scan_open(scan, "quote-open", 1, { in: "quote" });
    else if (mode !== undefined && (char === "}" || text.startsWith("~}", at)) && mode.braces === 0) {
        scan.modes.pop();
        emit(scan, "template-close", char === "}" ? 1 : 2);
    }
    else
        scanWord(scan, mode);
}
function hcl_scan_open(scan, kind, length, mode) {
    emit(scan, kind, length);
    scan.modes.push(mode);
}
function scanWord(scan, mode) {
    const { text, at } = scan;
    const identifier = identifierLength(text, at);
    if (identifier > 0)
        return emit(scan, "identifier", identifier);
    if (isPlainOperator(text, at))
        return scanOperator(scan, mode, 1);
    const number = match(NUMBER, scan);
    // `1...` is a number and an ellipsis: a number may hold dots but not end with one.
    if (number !== null)
        return emit(scan, "number", withoutTrailingDots(number[0]));
    const heredoc = match(HEREDOC, scan);
    if (heredoc !== null) {
        return hcl_scan_open(scan, "heredoc-open", heredoc[0].length, { in: "heredoc", marker: heredoc[1] ?? "" });
    }
    const operator = match(OPERATOR, scan);
    if (operator === null)
        return emit(scan, "invalid", (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    scanOperator(scan, mode, operator[0].length);
}
function scanOperator(scan, mode, length) {
    const char = scan.text.charAt(scan.at);
    if (mode !== undefined && char === "{")
        mode.braces += 1;
    if (mode !== undefined && char === "}")
        mode.braces -= 1;
    emit(scan, "operator", length);
}
function withoutTrailingDots(number) {
    let length = number.length;
    while (number.charAt(length - 1) === ".")
        length -= 1;
    return length;
}
function scanBlockComment(scan) {
    const end = scan.text.indexOf("*/", scan.at + 2);
    if (end === -1)
        invalidRest(scan);
    else
        emit(scan, "comment", end + 2 - scan.at);
}
/** The end of the line without its line break; a lone CR does not end a line. */
function lineEnd(text, from) {
    const end = text.indexOf("\n", from);
    if (end === -1)
        return text.length;
    return text.charAt(end - 1) === "\r" && end - 1 >= from ? end - 1 : end;
}
/** Where a template sequence begins in literal text: its length, 0 for none. `$${` and `%%{` are literal. */
function templateLength(text, at) {
    if (text.charAt(at + 1) !== "{")
        return 0;
    return text.charAt(at + 2) === "~" ? 3 : 2;
}
/** The length of an ordinary piece of literal text that begins with `$` or `%`. */
function dollarLength(text, at) {
    return text.charAt(at + 1) === text.charAt(at) && text.charAt(at + 2) === "{" ? 3 : 1;
}
/** A quoted string up to the next template sequence or its end. A line break in it is an error to HCL, not an end. */
function scanQuote(scan) {
    const { text } = scan;
    let end = scan.at;
    while (end < text.length) {
        const char = text.charAt(end);
        if (char === '"') {
            emit(scan, "literal", end - scan.at);
            scan.modes.pop();
            return emit(scan, "quote-close", 1);
        }
        if (char === "$" || char === "%") {
            const length = templateLength(text, end);
            if (length > 0)
                return openTemplate(scan, end, length);
            end += dollarLength(text, end);
        }
        else if (char !== "\\")
            end += plainLength(text, end) || 1;
        else
            end += text.charAt(end + 1) !== "\n" && text.charAt(end + 1) !== "\r" ? 2 : 1;
    }
    emit(scan, "literal", text.length - scan.at);
}
function openTemplate(scan, at, length) {
    emit(scan, "literal", at - scan.at);
    hcl_scan_open(scan, "template-open", length, { in: "template", braces: 0 });
}
/** A heredoc up to the next template sequence or the line that holds nothing but its marker. */
function scanHeredoc(scan, marker) {
    const { text } = scan;
    let end = scan.at;
    while (end < text.length) {
        if (text.charAt(end - 1) === "\n" && closeHeredoc(scan, end, marker))
            return;
        while (end < text.length && text.charAt(end) !== "\n") {
            const char = text.charAt(end);
            if (char === "\r" && text.charAt(end + 1) !== "\n")
                return invalidRest(scan);
            const length = char === "$" || char === "%" ? templateLength(text, end) : 0;
            if (length > 0)
                return openTemplate(scan, end, length);
            end += char === "$" || char === "%" ? dollarLength(text, end) : 1;
        }
        end += 1;
    }
    emit(scan, "literal", text.length - scan.at);
}
function closeHeredoc(scan, at, marker) {
    const lineStop = lineEnd(scan.text, at);
    let start = at;
    while (start < lineStop && GO_SPACE.test(scan.text.charAt(start)))
        start += 1;
    if (!scan.text.startsWith(marker, start))
        return false;
    let end = start + marker.length;
    while (end < lineStop && GO_SPACE.test(scan.text.charAt(end)))
        end += 1;
    // The marker needs a line end behind it: at the end of the file HCL reads it as text of an unfinished heredoc.
    if (end !== lineStop || lineStop === scan.text.length)
        return false;
    emit(scan, "literal", at - scan.at);
    scan.modes.pop();
    emit(scan, "heredoc-close", end - at);
    return true;
}


/***/ }),

/***/ 7192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRegistry: () => (/* binding */ createRegistry)
});

// EXTERNAL MODULE: ./packages/runner/lib/json.js
var json = __webpack_require__(3064);
// EXTERNAL MODULE: ./packages/terraform/lib/install-download-error.js
var install_download_error = __webpack_require__(9965);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/terraform/lib/install-proxy.js
var install_proxy = __webpack_require__(4784);
// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(1553);
;// CONCATENATED MODULE: ./packages/terraform/lib/registry-address.js
/**
 * Which addresses are public: everything else could be this machine, its network, or the metadata service of a cloud. It
 * resolves nothing but by the system's resolver, and connects to nothing.
 *
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 * https://www.iana.org/assignments/iana-ipv6-special-registry
 */


const SPECIAL = [
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.88.99.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 3],
];
/** Within 2000::/3, the only part of IPv6 that is handed out to the public. */
const SPECIAL_6 = [
    ["2001::", 23],
    ["2001:db8::", 32],
    ["2002::", 16],
    ["3fff::", 20],
];
const special = new external_node_net_.BlockList();
for (const [address, bits] of SPECIAL)
    special.addSubnet(address, bits, "ipv4");
for (const [address, bits] of SPECIAL_6)
    special.addSubnet(address, bits, "ipv6");
const global6 = new external_node_net_.BlockList();
global6.addSubnet("2000::", 3, "ipv6");
/** Is it an IP address that anybody could ask? An IPv6 address that stands for an IPv4 one is none. */
function isPublicAddress(address) {
    const family = (0,external_node_net_.isIP)(address);
    if (family === 4)
        return !special.check(address, "ipv4");
    // A zone (%eth0) belongs to a link-local address.
    return family === 6 && !address.includes("%") && global6.check(address, "ipv6") && !special.check(address, "ipv6");
}
/** The system's own resolver, which knows /etc/hosts. */
const systemNetwork = {
    resolve: async (hostname) => (await (0,promises_.lookup)(hostname, { all: true })).map(({ address }) => address),
    isPublic: isPublicAddress,
};
/** Names that lead to this machine or its network whatever a resolver says; for hosts that a proxy resolves. */
function isLocalName(hostname) {
    const labels = hostname.toLowerCase().replace(/\.$/, "").split(".");
    const last = labels.at(-1) ?? "";
    return (labels.length < 2 || ["localhost", "local", "internal", "lan", "intranet", "corp", "home", "arpa"].includes(last));
}

// EXTERNAL MODULE: ./packages/terraform/lib/transfer.js
var transfer = __webpack_require__(4711);
;// CONCATENATED MODULE: ./packages/terraform/lib/registry-gate.js
/**
 * Where a request may go: hosts that the job's owner named as they are written, every other one by https and at public
 * addresses only. The addresses that were checked are the ones that are connected to, so that a name which means
 * something else a moment later leads nowhere.
 */






/** A place that may not be asked; the message completes "it failed: …". */
class RefusedPlace extends install_download_error/* DownloadError */.n {
}
/**
 * The gate for a registry's own endpoints: redirects stay on the host, and the token never leaves the origin it was meant
 * for.
 */
function endpointGate(options, token) {
    return async (url, start, hop) => {
        if (hop > 0 && url.origin !== start.origin && (url.protocol !== "https:" || url.hostname !== start.hostname))
            throw new RefusedPlace(`it was redirected to another place: ${(0,transfer/* shown */.SP)(url)}`);
        const way = await checkPlace(options, url);
        if (token === undefined || url.origin !== start.origin)
            return way;
        return { ...way, headers: { authorization: `Bearer ${token}` } };
    };
}
/** The gate for packages, which may lie anywhere that is allowed, and are redirected by those who keep them. */
function packageGate(options) {
    return (url) => checkPlace(options, url);
}
async function checkPlace({ environment, network, trust }, url) {
    if (trust.origins.has(url.origin))
        return {};
    if (url.protocol !== "https:")
        throw new RefusedPlace(`${(0,transfer/* shown */.SP)(url)} is not https`);
    const isProxied = (0,install_proxy/* proxyFor */.iJ)(url, environment) !== undefined;
    const addresses = await checkHost(url.hostname, isProxied, network);
    return addresses === undefined ? {} : { lookup: pinned(addresses) };
}
/**
 * The addresses of a host, all of them public; undefined when a proxy resolves the name. `hostname` as in a URL. Throws a
 * {@link RefusedPlace}, or a DownloadError when there is no such host.
 */
async function checkHost(hostname, isProxied, network) {
    const { resolve, isPublic } = network ?? systemNetwork;
    const literal = hostname.replace(/^\[|\]$/g, "");
    const isLiteral = (0,external_node_net_.isIP)(literal) !== 0;
    if (isProxied && !isLiteral) {
        if (isLocalName(hostname))
            throw new RefusedPlace(`${hostname} is no public host`);
        return undefined;
    }
    const addresses = isLiteral
        ? [literal]
        : await resolve(hostname).catch((error) => noSuchHost(hostname, error));
    const refused = addresses.find((address) => !isPublic(address));
    if (refused !== undefined)
        throw new RefusedPlace(`${hostname} is at ${refused}, which is no public address`);
    if (addresses.length === 0)
        throw new install_download_error/* DownloadError */.n(`the host ${hostname} has no address`);
    return addresses;
}
function noSuchHost(hostname, error) {
    const code = (0,failure/* errorCode */.CA)(error) ?? "";
    throw new install_download_error/* DownloadError */.n(`the host ${hostname} is not known (${code})`, {
        isPassing: code !== "ENOTFOUND",
        cause: error,
    });
}
function pinned(addresses) {
    const found = addresses.map((address) => ({ address, family: (0,external_node_net_.isIP)(address) }));
    return (_hostname, options, callback) => {
        const [first] = found;
        if (options.all === true || first === undefined)
            callback(null, found);
        else
            callback(null, first.address, first.family);
    };
}

;// CONCATENATED MODULE: ./packages/terraform/lib/registry-lanes.js
/**
 * How much is done at a time, and that it is done once. It knows nothing of what is done.
 */
/** Lanes for at most `count` at a time. */
function createLanes(count) {
    let busy = 0;
    const waiting = [];
    return async (work) => {
        if (busy >= count) {
            await new Promise((resolve) => {
                waiting.push(resolve);
            });
        }
        else
            busy += 1;
        try {
            return await work();
        }
        finally {
            // Whoever waits takes over the lane.
            const next = waiting.shift();
            if (next === undefined)
                busy -= 1;
            else
                next();
        }
    };
}
/** A memory without an end; it lives as long as a run. */
function createMemory() {
    const known = new Map();
    return (key, work) => {
        const running = known.get(key) ?? work();
        known.set(key, running);
        return running;
    };
}
/** Waits until all have ended, so that nothing goes on behind a failure; rejects with the first one in their order. */
async function settleAll(running) {
    await Promise.allSettled(running);
    return Promise.all(running);
}

;// CONCATENATED MODULE: ./packages/terraform/lib/registry-client.js
/**
 * Asks registries and release servers: JSON of a bounded size, small files, packages; a few at a time. What may be asked
 * is the gates' business, what an answer means the callers'.
 */





const JSON_LIMIT = 5 << 20;
const SMALL_LIMIT = 1 << 20;
const PACKAGE_LIMIT = 1 << 30;
const MOST_REDIRECTS = 3;
const SILENCE_MS = 10_000;
const SMALL_DEADLINE_MS = 60_000;
const PACKAGE_DEADLINE_MS = 15 * 60_000;
const ASKED_AT_A_TIME = 8;
const PACKAGES_AT_A_TIME = 4;
/** Creates a client. */
function createClient(options, trust) {
    const { environment, network, clock, log, signal, random } = options;
    const gates = network === undefined ? { environment, trust } : { environment, trust, network };
    const asking = createLanes(ASKED_AT_A_TIME);
    const fetching = createLanes(PACKAGES_AT_A_TIME);
    const how = (gate, deadlineMs) => ({
        gate,
        mostRedirects: MOST_REDIRECTS,
        userAgent: "handrail-terraform-bump",
        silenceMs: SILENCE_MS,
        deadlineMs,
        environment,
        clock,
        log,
        signal,
        random,
    });
    return {
        json: (url, token, limit = JSON_LIMIT) => asking(() => (0,transfer/* transfer */.k0)(how(endpointGate(gates, token?.value), SMALL_DEADLINE_MS), url, async (answer) => ({
            json: parsed(await (0,transfer/* readBytes */.io)(answer, limit)),
            url: answer.url,
        }))),
        bytes: (url) => asking(() => (0,transfer/* transfer */.k0)(how(packageGate(gates), SMALL_DEADLINE_MS), url, (answer) => (0,transfer/* readBytes */.io)(answer, SMALL_LIMIT))),
        landing: (url) => asking(() => (0,transfer/* transfer */.k0)(how(endpointGate(gates, undefined), SMALL_DEADLINE_MS), url, async ({ message, url: landed }) => {
            message.destroy();
            return landed;
        })),
        file: (url, path) => fetching(() => (0,transfer/* transfer */.k0)(how(packageGate(gates), PACKAGE_DEADLINE_MS), url, (answer) => (0,transfer/* save */.UN)(answer, path, PACKAGE_LIMIT))),
    };
}
function parsed(bytes) {
    try {
        return (0,json/* parseJson */.q)(bytes.toString("utf8"));
    }
    catch {
        const isHtml = /^\s{0,64}<(?:!doctype|html)/i.test(bytes.subarray(0, 128).toString("latin1"));
        throw new install_download_error/* DownloadError */.n(isHtml ? "the answer is an HTML page, not JSON" : "the answer is not JSON");
    }
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./packages/runner/lib/plain.js
var plain = __webpack_require__(9404);
// EXTERNAL MODULE: ./packages/terraform/lib/hcl-blocks.js
var hcl_blocks = __webpack_require__(7412);
;// CONCATENATED MODULE: ./packages/terraform/lib/registry-cli-configuration.js
/**
 * What terraform's CLI configuration says of hosts: where their services are (`host`), and with which token they are
 * asked (`credentials`, `TF_TOKEN_*`). Pure: text and variables in, maps out. Tokens are secret; nothing here prints.
 *
 * https://developer.hashicorp.com/terraform/cli/config/config-file
 */



/**
 * A host as terraform compares it: lower case, punycode, with its port unless that is 443. Undefined when it is none:
 * nothing that could be a path, a user or another host for a URL parser passes.
 */
function normalHost(text) {
    const [, name = "", port] = /^([^\s:/?#@\\[\]]{1,253})(?::([0-9]{1,5}))?$/u.exec(text) ?? [];
    const ascii = (0,external_node_url_.domainToASCII)(name);
    if (!/^[0-9a-z](?:[0-9a-z.-]*[0-9a-z])?$/.test(ascii) || ascii.includes(".."))
        return undefined;
    return port === undefined || Number(port) === 443 ? ascii : `${ascii}:${Number(port)}`;
}
/** The variable that holds the token for a host; undefined for a host with a port, which no variable can name. */
function tokenVariable(host) {
    return host.includes(":") ? undefined : `TF_TOKEN_${host.replaceAll("-", "__").replaceAll(".", "_")}`;
}
/** The settings of several files and of the variables. Earlier files win over later ones, variables over all files. */
function readHostSettings(texts, environment) {
    const services = new Map();
    const tokens = variableTokens(environment);
    for (const text of texts) {
        for (const [name, named] of text.trimStart().startsWith("{") ? fromJson(text) : fromHcl(text)) {
            const host = normalHost(name);
            if (host === undefined)
                continue;
            if (named.services !== undefined && !services.has(host))
                services.set(host, named.services);
            if (named.token !== undefined && !tokens.has(host))
                tokens.set(host, { value: named.token, origin: `the credentials block for ${host}` });
        }
    }
    return { services, tokens };
}
/** terraform takes `_` for `.` and `__` for `-`, and hosts in UTF-8 or punycode. */
function variableTokens(environment) {
    const tokens = new Map();
    for (const [name, value] of Object.entries(environment)) {
        if (!name.startsWith("TF_TOKEN_") || value === undefined || value === "")
            continue;
        const host = normalHost(name.slice("TF_TOKEN_".length).replaceAll("__", "-").replaceAll("_", "."));
        if (host !== undefined)
            tokens.set(host, { value, origin: name });
    }
    return tokens;
}
function fromHcl(text) {
    return (0,hcl_blocks/* readBlocks */.v_)(text).flatMap((block) => {
        const [host = ""] = block.labels;
        if (block.type === "host")
            return [[host, { services: servicesOf(block) }]];
        const token = block.type === "credentials" ? find(block, "token")?.value : undefined;
        return token?.kind === "string" && token.value !== "" ? [[host, { token: token.value }]] : [];
    });
}
function find(block, name) {
    return block.attributes.find((attribute) => attribute.name === name);
}
function servicesOf(block) {
    const value = find(block, "services")?.value;
    const attributes = value?.kind === "object" ? value.attributes : [];
    return new Map(attributes.flatMap(({ name, value: url }) => (url.kind === "string" ? [[name, url.value]] : [])));
}
/** `terraform login` writes its tokens to a file in JSON. */
function fromJson(text) {
    let document;
    try {
        document = (0,json/* parseJson */.q)(text);
    }
    catch {
        return [];
    }
    const hosts = entries((0,plain/* read */.LF)(bodyOf(document), "host")).map(([host, value]) => [
        host,
        {
            services: new Map(entries((0,plain/* read */.LF)(bodyOf(value), "services")).flatMap(([id, url]) => (typeof url === "string" ? [[id, url]] : []))),
        },
    ]);
    const credentials = entries((0,plain/* read */.LF)(bodyOf(document), "credentials")).flatMap(([host, value]) => {
        const token = (0,plain/* read */.LF)(bodyOf(value), "token");
        return typeof token === "string" && token !== "" ? [[host, { token }]] : [];
    });
    return [...hosts, ...credentials];
}
/** A block, which may also stand in an array. */
function bodyOf(value) {
    return Array.isArray(value) ? value[0] : value;
}
function entries(value) {
    const body = bodyOf(value);
    return typeof body === "object" && body !== null ? Object.entries(body) : [];
}

;// CONCATENATED MODULE: ./packages/terraform/lib/registry-failure.js
/**
 * The words for what could not be looked up or locked: who was asked, what came back, what to do. No token and no text of
 * an answer gets into them.
 */




/** A Failure for a download that failed; anything else is thrown as it is. */
function downloadFailure(question, error) {
    if (!(error instanceof install_download_error/* DownloadError */.n))
        throw error;
    const verb = question.reason === "lock-failed" ? "locked" : "looked up";
    return new failure/* Failure */.HR({
        reason: question.reason,
        what: `${question.subject} could not be ${verb}: ${error.url ?? question.host}: ${error.message}`,
        remedy: remedyFor(question, error),
        cause: error,
    });
}
function remedyFor(question, error) {
    if (error instanceof RefusedPlace) {
        return "A host that a file of the repository or an answer names is asked by https at a public address only. When it is yours, name it in terraform's CLI configuration, with a host or a credentials block.";
    }
    if (error.status === 401 || error.status === 403)
        return tokenRemedy(question);
    if (error.status === 404 || error.status === 410) {
        const hint = question.token === undefined ? `, and whether it is private: then ${tokenWish(question.host)}` : "";
        return `Check how its source is written${hint}.`;
    }
    return "Check the network, HTTPS_PROXY and NO_PROXY, and the registry; then run the job again.";
}
function tokenRemedy({ host, token }) {
    if (token === undefined)
        return `Access was refused: ${tokenWish(host)}.`;
    return `Access was refused although the token from ${token.origin} was sent: check that it is valid and may read there.`;
}
function tokenWish(host) {
    const variable = tokenVariable(host);
    const block = `a credentials block for ${host} in terraform's CLI configuration`;
    return variable === undefined ? `write ${block}` : `set ${variable} in the step's environment, or write ${block}`;
}

// EXTERNAL MODULE: ./packages/runner/lib/process.js
var process = __webpack_require__(1845);
;// CONCATENATED MODULE: ./packages/terraform/lib/registry-git-command.js
/**
 * Runs `git ls-remote`: with which settings and which environment, and what it means when it fails. What git prints may
 * hold credentials of its configuration, so none of its words leave this file.
 */

/** Why there are no tags; the message completes "it failed: …". */
class GitProblem extends Error {
    name = "GitProblem";
    kind;
    constructor(kind, message) {
        super(message);
        this.kind = kind;
    }
}
const OUTPUT_LIMIT = 5 << 20;
/**
 * The tags as git lists them, a line each. With `addresses` git connects to one of them, whatever the name means by then.
 * Rejects with a {@link GitProblem}, or with the signal's reason.
 */
async function runLsRemote({ exec, environment, directory, signal }, address, addresses) {
    signal.throwIfAborted();
    const args = [...settingsFor(address, addresses, directory), "ls-remote", "--tags", "--", address.url];
    const options = { cwd: directory, environment: gitEnvironment(environment), maxCapture: OUTPUT_LIMIT };
    const { exitCode, cancelled, stdout, stderr, truncated } = await exec("git", args, options).catch((error) => {
        throw error instanceof process/* CommandFailure */.q ? new GitProblem("not-started", error.what) : error;
    });
    if (cancelled)
        signal.throwIfAborted();
    if (exitCode === 0 && truncated !== true)
        return stdout;
    if (exitCode === 0)
        throw new GitProblem("too-long", `its list of tags is longer than ${OUTPUT_LIMIT} characters`);
    throw problemOf(stderr, exitCode);
}
/** git's own words, in English because of LC_ALL, and curl's and ssh's below them. */
const SIGNS = [
    ["moved", /requested URL returned error: 30[12378]/, "it has moved"],
    [
        "refused",
        /Authentication failed|could not read (?:Username|Password)|Permission denied|returned error: 40[13]|Host key verification failed/,
        "git was refused",
    ],
    [
        "refused",
        /not found|does not exist|returned error: 404|does not appear to be a git repository/i,
        "it was not found",
    ],
    [
        "unreachable",
        /Could not resolve|Failed to connect|Connection (?:refused|timed out|reset)|Operation too slow|returned error: 5\d\d|SSL/,
        "its host cannot be reached",
    ],
];
function problemOf(stderr, exitCode) {
    const [kind, , words] = SIGNS.find(([, sign]) => sign.test(stderr)) ?? ["other", undefined, "git failed"];
    return new GitProblem(kind, `${words} (git ls-remote ended with ${exitCode ?? "a signal"})`);
}
/**
 * Redirects are not followed: they could lead anywhere. The addresses are those that were checked. The checkout belongs to
 * whoever made it; its settings, such as the credentials of actions/checkout, are meant.
 */
function settingsFor({ hostname, port, isSecureHttp }, addresses, directory) {
    const settings = [
        `safe.directory=${directory}`,
        "http.followRedirects=false",
        "http.lowSpeedLimit=1",
        "http.lowSpeedTime=10",
    ];
    if (isSecureHttp && addresses !== undefined) {
        const [first = ""] = addresses;
        settings.push(`http.curloptResolve=${hostname}:${port}:${first.includes(":") ? `[${first}]` : first}`);
    }
    return settings.flatMap((setting) => ["-c", setting]);
}
const PASSED = /^(?:PATH|HOME|USER|LOGNAME|TMPDIR|XDG_CONFIG_HOME|SSH_AUTH_SOCK|SSH_AGENT_PID|SSL_CERT_FILE|SSL_CERT_DIR|CURL_CA_BUNDLE|GIT_(?:SSH|SSH_COMMAND|SSH_VARIANT|SSL_\w+|ASKPASS|ALLOW_PROTOCOL|CONFIG_\w+|PROXY_\w+)|(?:https?|all|no)_proxy)$/i;
/** What git needs, and no more: no inputs of the action, no tokens that are meant for others. */
function gitEnvironment(environment) {
    const passed = Object.entries(environment).filter((entry) => entry[1] !== undefined && PASSED.test(entry[0]));
    return { GIT_ALLOW_PROTOCOL: "https:ssh", ...Object.fromEntries(passed), GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
}

// EXTERNAL MODULE: ./packages/terraform/lib/version.js
var lib_version = __webpack_require__(7334);
;// CONCATENATED MODULE: ./packages/terraform/lib/registry-answers.js
/**
 * The answers of registries and release servers, parsed: versions, platforms, dates, warnings. What cannot be understood is
 * left out, what is no such answer at all is undefined. Pure: JSON of `parseJson` in, our own values out.
 *
 * https://developer.hashicorp.com/terraform/internals/provider-registry-protocol
 * https://developer.hashicorp.com/terraform/internals/module-registry-protocol
 */


const MOST_WARNINGS = 5;
const LONGEST_WARNING = 500;
/** `…/versions` of a provider. */
function parseProviderVersions(json) {
    const versions = (0,plain/* read */.LF)(json, "versions");
    if (!Array.isArray(versions))
        return undefined;
    return { releases: releasesOf(versions, platformsOf), warnings: textsOf((0,plain/* read */.LF)(json, "warnings")) };
}
/** `…/versions` of a module. */
function parseModuleVersions(json) {
    const modules = (0,plain/* read */.LF)(json, "modules");
    const versions = Array.isArray(modules) ? (0,plain/* read */.LF)(modules[0], "versions") : undefined;
    if (!Array.isArray(versions))
        return undefined;
    return { releases: releasesOf(versions, () => undefined), warnings: textsOf((0,plain/* read */.LF)(json, "warnings")) };
}
function releasesOf(versions, platforms) {
    const releases = new Map();
    for (const entry of versions) {
        const text = (0,plain/* read */.LF)(entry, "version");
        const version = typeof text === "string" ? (0,lib_version/* parseRelease */.BC)(text) : undefined;
        if (version === undefined || releases.has((0,lib_version/* renderVersion */.pv)(version)))
            continue;
        const known = platforms(entry);
        releases.set((0,lib_version/* renderVersion */.pv)(version), known === undefined ? { version } : { version, platforms: known });
    }
    return [...releases.values()];
}
const WORD = /^[a-z0-9]{1,20}$/;
/** Undefined when the registry lists none: some leave them out. */
function platformsOf(entry) {
    const platforms = (0,plain/* read */.LF)(entry, "platforms");
    if (!Array.isArray(platforms) || platforms.length === 0)
        return undefined;
    return platforms.flatMap((platform) => {
        const os = (0,plain/* read */.LF)(platform, "os");
        const arch = (0,plain/* read */.LF)(platform, "arch");
        const isPlatform = typeof os === "string" && typeof arch === "string" && WORD.test(os) && WORD.test(arch);
        return isPlatform ? [`${os}_${arch}`] : [];
    });
}
function textsOf(value) {
    if (!Array.isArray(value))
        return [];
    return value
        .filter((each) => typeof each === "string" && each.trim() !== "")
        .slice(0, MOST_WARNINGS)
        .map((each) => each.slice(0, LONGEST_WARNING));
}
/** The public registry's `/v2/providers/…?include=provider-versions`, and the same for modules. */
function parsePublicDates(json) {
    const included = (0,plain/* read */.LF)(json, "included");
    const entries = Array.isArray(included) ? included.map((each) => (0,plain/* read */.LF)(each, "attributes")) : [];
    const repository = parseRepository((0,plain/* read */.LF)(json, "data", "attributes", "source"));
    const dates = datesOf(entries, "version", "published-at");
    return repository === undefined ? { dates } : { dates, repository };
}
/** OpenTofu's `/registry/docs/providers/…/index.json`, and the same for modules. */
function parseOpenTofuDates(json) {
    const versions = (0,plain/* read */.LF)(json, "versions");
    return { dates: datesOf(Array.isArray(versions) ? versions : [], "id", "published") };
}
function datesOf(entries, name, date) {
    const dates = new Map();
    for (const entry of entries) {
        const text = (0,plain/* read */.LF)(entry, name);
        const version = typeof text === "string" ? (0,lib_version/* parseRelease */.BC)(text) : undefined;
        const at = parseDate((0,plain/* read */.LF)(entry, date));
        if (version !== undefined && at !== undefined)
            dates.set((0,lib_version/* renderVersion */.pv)(version), at);
    }
    return dates;
}
/** Undefined when it is no page. https://releases.hashicorp.com/docs/api/v1/ */
function parseReleasesPage(json) {
    if (!Array.isArray(json))
        return undefined;
    return json.flatMap((entry) => {
        const text = (0,plain/* read */.LF)(entry, "version");
        const version = typeof text === "string" ? (0,lib_version/* parseRelease */.BC)(text) : undefined;
        const createdAt = parseDate((0,plain/* read */.LF)(entry, "timestamp_created"));
        if (version === undefined || createdAt === undefined)
            return [];
        const isWithdrawn = (0,plain/* read */.LF)(entry, "status", "state") === "withdrawn";
        return [{ version: (0,lib_version/* renderVersion */.pv)(version), createdAt, isWithdrawn }];
    });
}
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})$/;
/** An RFC 3339 time as it is written; undefined when it is none. */
function parseDate(value) {
    return typeof value === "string" && DATE.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
}
/** An https page of a repository, without credentials, query, `.git` and slashes at the end. */
function parseRepository(value) {
    const url = typeof value === "string" ? URL.parse(value) : null;
    if (url === null || url.protocol !== "https:" || url.pathname === "/")
        return undefined;
    return `https://${url.host}${url.pathname.replace(/\/+$/, "").replace(/\.git$/, "")}`;
}

;// CONCATENATED MODULE: ./packages/terraform/lib/registry-git-url.js
/**
 * Addresses of git repositories as module sources and plugins write them. Pure.
 * https://git-scm.com/docs/git-ls-remote#_git_urls
 */

/** Hosts whose pages have the same path as their repositories over ssh. */
const FORGES = new Set(["github.com", "gitlab.com", "bitbucket.org", "codeberg.org"]);
/**
 * Reads https and ssh URLs and `user@host:path`. Undefined for everything else: other protocols, local paths, options, what
 * a remote helper would run.
 */
function parseGitAddress(text) {
    if (/[\p{Cc}\s]/u.test(text) || text.length > 2000)
        return undefined;
    const [, user, host, path] = /^([\w.-]+)@([0-9A-Za-z][\w.-]*):(?!\/\/)([^:]+)$/.exec(text) ?? [];
    const url = URL.parse(host === undefined ? text : `ssh://${user}@${host}/${path}`);
    if (url === null || url.hostname === "" || url.hostname.startsWith("-") || url.pathname.length < 2)
        return undefined;
    const isSecureHttp = url.protocol === "https:";
    if (!isSecureHttp && url.protocol !== "ssh:")
        return undefined;
    const isKnown = isSecureHttp || FORGES.has(url.hostname);
    const page = isKnown ? parseRepository(`https://${url.host}${url.pathname}`) : undefined;
    return {
        url: text,
        isSecureHttp,
        hostname: url.hostname,
        port: url.port || (isSecureHttp ? "443" : "22"),
        ...(page === undefined ? {} : { page }),
    };
}

;// CONCATENATED MODULE: ./packages/terraform/lib/registry-tag-dates.js
/**
 * The dates of releases that are git tags: git itself has none that can be trusted, so somebody else is asked. A failure
 * leaves dates unknown, no more.
 */

/** RFC 3339 by tag; empty when dates are not needed or nobody tells them. */
async function askTagDates({ needsDates, tagDates, log, signal }, repository) {
    if (!needsDates || tagDates === undefined)
        return new Map();
    try {
        const dates = await tagDates(repository);
        return new Map([...dates].filter(([, date]) => parseDate(date) !== undefined));
    }
    catch (error) {
        signal.throwIfAborted();
        const message = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
        log.info(`No dates of releases are known for ${repository}: ${message}`);
        return new Map();
    }
}

;// CONCATENATED MODULE: ./packages/terraform/lib/registry-git.js
/**
 * The releases of a git repository: its tags, read with `git ls-remote` and the job's own credentials. Nothing is cloned,
 * no shell is started, nobody is asked for a password.
 */









/** The tags that are versions. Rejects with a Failure `lookup-failed`. */
async function listTags(tools, url) {
    const address = parseGitAddress(url);
    if (address === undefined) {
        throw new failure/* Failure */.HR({
            reason: "lookup-failed",
            what: "A git repository could not be looked up: its address is neither an https URL nor an ssh one",
            remedy: "Write its source with https:// or ssh://.",
        });
    }
    const subject = `The repository ${shownAddress(address)}`;
    const addresses = await checkAddress(tools, address).catch((error) => {
        throw downloadFailure({ reason: "lookup-failed", subject, host: address.hostname }, error);
    });
    const text = await tools.lanes(() => readTags(tools, address, subject, addresses));
    const dates = address.page === undefined ? undefined : await askTagDates(tools.options, address.page);
    const releases = parseTags(text).map((release) => {
        const releasedAt = dates?.get(release.tag ?? "");
        return releasedAt === undefined ? release : { ...release, releasedAt };
    });
    return address.page === undefined ? { releases } : { releases, repository: address.page };
}
/** The host with its path; a user's name or a password may be secret. */
function shownAddress({ url, hostname }) {
    const parsed = URL.parse(url);
    if (parsed !== null && parsed.hostname !== "")
        return `${parsed.protocol}//${parsed.host}${parsed.pathname}`;
    return `${hostname}:${url.slice(url.indexOf(":") + 1)}`;
}
/** The addresses that git must connect to; undefined when it may find them itself. */
async function checkAddress({ options, trust }, { hostname, port, isSecureHttp }) {
    const place = new URL(`https://${hostname}:${isSecureHttp ? port : "443"}`);
    if (trust.origins.has(place.origin))
        return undefined;
    const isProxied = isSecureHttp && (0,install_proxy/* proxyFor */.iJ)(place, options.environment) !== undefined;
    return checkHost(hostname, isProxied, options.network);
}
/** A repository that was renamed is asked for again where its host says that it is, if that is on the same host. */
async function readTags({ options, client }, address, subject, addresses) {
    try {
        return await runLsRemote(options, address, addresses);
    }
    catch (error) {
        if (!(error instanceof GitProblem))
            throw error;
        const moved = error.kind === "moved" ? await findMoved(client, address) : undefined;
        if (moved === undefined)
            throw gitFailure(subject, error);
        return runLsRemote(options, moved, addresses).catch((again) => {
            throw again instanceof GitProblem ? gitFailure(subject, again) : again;
        });
    }
}
const REFERENCES = "/info/refs";
async function findMoved(client, address) {
    const url = new URL(address.url);
    const { username, password } = url;
    url.username = "";
    url.password = "";
    url.pathname = url.pathname.replace(/\/*$/, REFERENCES);
    url.search = "service=git-upload-pack";
    const landing = await client.landing(url.href).catch((error) => {
        if (error instanceof install_download_error/* DownloadError */.n)
            return undefined;
        throw error;
    });
    if (landing === undefined || !landing.pathname.endsWith(REFERENCES))
        return undefined;
    const found = new URL(landing.href);
    found.pathname = found.pathname.slice(0, -REFERENCES.length);
    found.search = "";
    found.username = username;
    found.password = password;
    return parseGitAddress(found.href);
}
/** `<object id>\trefs/tags/<tag>` a line; an annotated tag has a second one that ends in `^{}`. */
function parseTags(text) {
    const tags = [...text.matchAll(/^[0-9a-f]{40,64}\trefs\/tags\/(\S+)$/gm)].map(([, tag = ""]) => tag);
    return tags.flatMap((tag) => {
        const version = tag.endsWith("^{}") ? undefined : (0,lib_version/* parseRelease */.BC)(tag);
        return version === undefined ? [] : [{ version, tag }];
    });
}
const REMEDIES = {
    moved: "Write its source with the address that it has now.",
    refused: "Check that it exists where its source says, and that git in this job may read it: a deploy key, or a token in git's configuration (url.<base>.insteadOf).",
    unreachable: "Check the network, HTTPS_PROXY and NO_PROXY; then run the job again.",
    "not-started": "Install git in a step before this one.",
    "too-long": "Leave it out with the input ignore.",
    other: "Run the job again; with debug logging its log has what git says.",
};
function gitFailure(subject, problem) {
    const what = `${subject} could not be looked up: ${problem.message}`;
    return new failure/* Failure */.HR({ reason: "lookup-failed", what, remedy: REMEDIES[problem.kind], cause: problem });
}

;// CONCATENATED MODULE: ./packages/terraform/lib/registry-services.js
/**
 * Where a host has its registries: as the CLI configuration says, else as the host itself says, asked once. It looks up no
 * dependency. https://developer.hashicorp.com/terraform/internals/remote-service-discovery
 */





/** The host whose place `registry-url` takes. */
const PUBLIC_HOST = "registry.terraform.io";
const DISCOVERY = ".well-known/terraform.json";
const DEFAULTS = { "providers.v1": "v1/providers/", "modules.v1": "v1/modules/" };
/** Finds services; each host is asked at most once. */
function createServices(client, trust, options) {
    const remember = createMemory();
    return async (host, id, subject) => {
        const name = normalHost(host);
        if (name === undefined)
            throw notAHost(host, subject);
        const services = await remember(name, () => findServices(client, trust, options.registryUrl, name)).catch((error) => {
            throw downloadFailure({ reason: "lookup-failed", subject, host: name, token: trust.tokens.get(name) }, error);
        });
        const url = URL.parse(services.urls.get(id) ?? "", services.base);
        if (url === null || !services.urls.has(id))
            throw notOffered(name, id, subject);
        url.search = "";
        if (!url.pathname.endsWith("/"))
            url.pathname += "/";
        return { host: name, url: url.href, token: services.token };
    };
}
async function findServices(client, trust, registryUrl, host) {
    if (host === PUBLIC_HOST && registryUrl !== undefined)
        return askMirror(client, trust, registryUrl);
    const token = trust.tokens.get(host);
    const base = `https://${host}/${DISCOVERY}`;
    const named = trust.services.get(host);
    if (named !== undefined && named.size > 0)
        return { token, base, urls: named };
    const { json, url } = await client.json(base, token);
    return { token, base: url.href, urls: serviceUrls(json) };
}
/** A mirror need not have a document; then it is laid out as the public registry is. */
async function askMirror(client, trust, registryUrl) {
    const root = registryUrl.replace(/\/*$/, "/");
    const token = trust.tokens.get(new URL(root).host);
    try {
        const { json, url } = await client.json(`${root}${DISCOVERY}`, token);
        return { token, base: url.href, urls: serviceUrls(json) };
    }
    catch (error) {
        if (!(error instanceof install_download_error/* DownloadError */.n) || error.status !== 404)
            throw error;
        return { token, base: root, urls: new Map(Object.entries(DEFAULTS)) };
    }
}
function serviceUrls(json) {
    return new Map(Object.keys(DEFAULTS).flatMap((id) => {
        const url = (0,plain/* read */.LF)(json, id);
        return typeof url === "string" && url !== "" ? [[id, url]] : [];
    }));
}
function notAHost(host, subject) {
    return new failure/* Failure */.HR({
        reason: "lookup-failed",
        what: `${subject} could not be looked up: ${JSON.stringify(host.slice(0, 100))} is no host`,
        remedy: "Check how its source is written.",
    });
}
function notOffered(host, id, subject) {
    const kind = id === "providers.v1" ? "provider" : "module";
    return new failure/* Failure */.HR({
        reason: "lookup-failed",
        what: `${subject} could not be looked up: ${host} says that it has no ${kind} registry`,
        remedy: "Check how its source is written, and the host's block in terraform's CLI configuration when there is one.",
    });
}

;// CONCATENATED MODULE: ./packages/terraform/lib/registry-lists.js
/**
 * The releases of providers and modules: asks their registry for versions, and for dates where it has them. It chooses
 * nothing.
 */







const NAME = /^[0-9A-Za-z](?:[0-9A-Za-z_-]{0,62}[0-9A-Za-z])?$/;
const OPENTOFU_HOST = "registry.opentofu.org";
/** A source address in messages: the public host is left out, and what is not made of names is quoted. */
function addressName(host, parts) {
    const name = [...(host === PUBLIC_HOST ? [] : [host]), ...parts].join("/");
    return /^[\w.:/-]{1,300}$/.test(name) ? name : JSON.stringify(name.slice(0, 300));
}
/** The releases of a provider. Rejects with a Failure `lookup-failed`. */
async function listProvider(tools, provider) {
    const { host, namespace, type } = provider;
    const subject = `The provider ${addressName(host, [namespace, type])}`;
    const path = pathOf([namespace, type], subject);
    const service = await tools.find(host, "providers.v1", subject);
    return list(tools, service, { subject, path, kind: "providers", parse: parseProviderVersions });
}
/** The releases of a module of a registry. Rejects with a Failure `lookup-failed`. */
async function listModule(tools, module) {
    const { host, namespace, name, system } = module;
    const subject = `The module ${addressName(host, [namespace, name, system])}`;
    const path = pathOf([namespace, name, system], subject);
    const service = await tools.find(host, "modules.v1", subject);
    return list(tools, service, { subject, path, kind: "modules", parse: parseModuleVersions });
}
/** The parts of a source address as a path. What could be anything but a name is refused before anybody is asked. */
function pathOf(parts, subject) {
    if (parts.every((part) => NAME.test(part)))
        return parts.join("/");
    throw new failure/* Failure */.HR({
        reason: "lookup-failed",
        what: `${subject} could not be looked up: its source is not made of names`,
        remedy: "Check how its source is written.",
    });
}
async function list(tools, service, wanted) {
    const { subject, path, parse } = wanted;
    const { host, token } = service;
    const question = { reason: "lookup-failed", subject, host, token };
    const [listed, dates] = await Promise.all([
        tools.client.json(`${service.url}${path}/versions`, token).then(({ json, url }) => parse(json) ?? notAList(question, url), (error) => Promise.reject(downloadFailure(question, error))),
        tools.options.needsDates ? askDates(tools, service, wanted) : undefined,
    ]);
    const { warnings } = listed;
    const releases = listed.releases.map((release) => withDate(release, dates?.dates));
    return {
        releases,
        ...(dates?.repository === undefined ? {} : { repository: dates.repository }),
        ...(warnings.length === 0 ? {} : { warnings }),
    };
}
function notAList({ subject }, url) {
    throw new failure/* Failure */.HR({
        reason: "lookup-failed",
        what: `${subject} could not be looked up: the answer of ${url.host} is no list of versions`,
        remedy: "Check that the host is a registry, and whether a proxy or a login page answers in its place.",
    });
}
/** The release with its date, when it has one. */
function withDate(release, dates) {
    const releasedAt = dates?.get((0,lib_version/* renderVersion */.pv)(release.version));
    return releasedAt === undefined ? release : { ...release, releasedAt };
}
/** Dates are no part of the protocol. A registry that does not tell them is no failure: the dates are then unknown. */
async function askDates(tools, service, wanted) {
    const place = placeOfDates(service, wanted);
    if (place === undefined)
        return undefined;
    try {
        const isSame = new URL(place.url).origin === new URL(service.url).origin;
        return place.parse((await tools.client.json(place.url, isSame ? service.token : undefined)).json);
    }
    catch (error) {
        if (!(error instanceof install_download_error/* DownloadError */.n))
            throw error;
        tools.options.log.info(`No dates of releases are known for ${wanted.path}: ${error.url ?? ""}: ${error.message}`);
        return undefined;
    }
}
/** The public registries only, wherever the configuration says that they are. */
function placeOfDates({ host, url }, { kind, path }) {
    if (host === PUBLIC_HOST && url.endsWith(`/v1/${kind}/`)) {
        const root = url.slice(0, -`v1/${kind}/`.length);
        return { url: `${root}v2/${kind}/${path}?include=${kind.slice(0, -1)}-versions`, parse: parsePublicDates };
    }
    if (host !== OPENTOFU_HOST)
        return undefined;
    const { origin } = new URL(url);
    const api = origin === `https://${OPENTOFU_HOST}` ? "https://api.opentofu.org" : origin;
    return { url: `${api}/registry/docs/${kind}/${path}/index.json`, parse: parseOpenTofuDates };
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/terraform/lib/install-zip.js
var install_zip = __webpack_require__(3827);
;// CONCATENATED MODULE: ./packages/terraform/lib/registry-package-answer.js
/**
 * What a registry says of one package of a provider, parsed and checked against what was asked for. Pure.
 * https://developer.hashicorp.com/terraform/internals/provider-registry-protocol#find-a-provider-package
 */

/** Something in an answer or a package that must not be locked; the message completes "it cannot be trusted: …". */
class TamperError extends Error {
    name = "TamperError";
}
const SHA256 = /^[0-9a-f]{64}$/i;
const MOST_KEYS = 50;
/** Parses an answer that came from `base`. Throws a {@link TamperError}. */
function parsePackageAnswer(json, base, asked) {
    const platform = `${registry_package_answer_text(json, "os")}_${registry_package_answer_text(json, "arch")}`;
    if (platform !== asked.platform)
        throw new TamperError(`it answers for ${quoted(platform)}`);
    const filename = registry_package_answer_text(json, "filename");
    checkName(filename, asked);
    const sha256 = registry_package_answer_text(json, "shasum");
    if (!SHA256.test(sha256))
        throw new TamperError("its shasum is no SHA-256");
    return {
        filename,
        zip: absolute(json, "download_url", base),
        sums: absolute(json, "shasums_url", base),
        signature: absolute(json, "shasums_signature_url", base),
        sha256: sha256.toLowerCase(),
        keys: keysOf((0,plain/* read */.LF)(json, "signing_keys", "gpg_public_keys")),
        hashes: hashesOf((0,plain/* read */.LF)(json, "packages")),
    };
}
/** A good signature says that the maker made the file, not that it is the version and the platform that was asked for. */
function checkName(filename, { version, platform }) {
    if (!/^[0-9A-Za-z][0-9A-Za-z._+-]{0,250}$/.test(filename))
        throw new TamperError("its filename is none");
    const [, named, os, arch] = /_v?([0-9][0-9A-Za-z.+-]*)_([a-z0-9]+)_([a-z0-9]+)\.zip$/.exec(filename) ?? [];
    if (named === undefined)
        return;
    if (named !== version || `${os}_${arch}` !== platform)
        throw new TamperError(`its file is ${filename}, which is another version or platform`);
}
function registry_package_answer_text(json, key) {
    const value = (0,plain/* read */.LF)(json, key);
    if (typeof value !== "string" || value === "")
        throw new TamperError(`it has no ${key}`);
    return value;
}
function absolute(json, key, base) {
    const url = URL.parse(registry_package_answer_text(json, key), base.href);
    if (url === null || !/^https?:$/.test(url.protocol))
        throw new TamperError(`its ${key} is no URL`);
    return url.href;
}
function keysOf(list) {
    const keys = Array.isArray(list) ? list.slice(0, MOST_KEYS) : [];
    return keys.flatMap((key) => {
        const armor = (0,plain/* read */.LF)(key, "ascii_armor");
        return typeof armor === "string" && armor !== "" ? [armor] : [];
    });
}
function hashesOf(packages) {
    const known = new Map();
    if (typeof packages !== "object" || packages === null)
        return known;
    for (const [platform, entry] of Object.entries(packages)) {
        const hashes = (0,plain/* read */.LF)(entry, "hashes");
        if (!Array.isArray(hashes))
            continue;
        known.set(platform, hashes.filter((hash) => typeof hash === "string" && HASH.test(hash)));
    }
    return known;
}
const HASH = /^(?:h1:[0-9A-Za-z+/]{43}=|zh:[0-9a-f]{64})$/;
/** The SHA-256 sums of a SHA256SUMS file, in its order; a file that is listed twice counts once when the sums agree. */
function parseSums(document) {
    const sums = new Map();
    for (const line of document.split("\n")) {
        if (line.trim() === "")
            continue;
        const [sum = "", file = ""] = line.trim().split(/\s+/, 2);
        // terraform takes no hash at all from a file with any other line.
        if (!SHA256.test(sum) || file === "")
            throw new TamperError("its SHA256SUMS is no list of sums");
        const known = sums.get(file);
        if (known !== undefined && known !== sum.toLowerCase())
            throw new TamperError(`its SHA256SUMS lists ${quoted(file)} twice`);
        sums.set(file, sum.toLowerCase());
    }
    return sums;
}
function quoted(value) {
    return JSON.stringify(value.slice(0, 100));
}

// EXTERNAL MODULE: ./packages/terraform/lib/install-openpgp.js
var install_openpgp = __webpack_require__(2763);
;// CONCATENATED MODULE: ./packages/terraform/lib/registry-signature.js
/**
 * Whether the checksums of a provider are signed by one of the keys that its registry names. It fetches nothing.
 *
 * As terraform trusts them: a key that has expired is good, also when it signed later, and there is nothing above the keys
 * that a registry names. Unlike terraform a revoked key and a signature with SHA-1 are refused.
 */


/** Resolves when one of the armored keys made the signature over these bytes. Throws a {@link TamperError} else. */
async function checkSignature(data, signature, keys, now) {
    const problems = [];
    for (const armored of keys) {
        try {
            await (0,install_openpgp/* verifySignature */.O)({ data, signature, key: { armored }, mayBeExpired: true, asTerraform: true, now });
            return;
        }
        catch (error) {
            if (!(error instanceof install_openpgp/* SignatureError */.V))
                throw error;
            problems.push(error.message);
        }
    }
    throw new TamperError(keys.length === 0
        ? "it names no key to verify the signature of its checksums with"
        : `the signature of its checksums does not verify: ${problems.join("; ").slice(0, 500)}`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./packages/terraform/lib/registry-zip-hash.js
/**
 * The hash of a package as terraform writes it to the lock file: of the files that unpacking would make, without unpacking.
 * Memory stays small whatever the zip holds, and nothing is written.
 *
 * https://developer.hashicorp.com/terraform/language/files/dependency-lock#h1
 */




const MOST_MEMBERS = 10_000;
/** The largest providers unpack to less than 1 GB. */
const MOST_BYTES = 4 * 2 ** 30;
/**
 * `h1:` and the base64 of SHA-256 over a line for each file, `<sha256 in hex>  <name>\n`, sorted by the bytes of the names.
 * Directory entries do not count: terraform hashes what it has unpacked. Rejects with a ZipError.
 */
async function hashZip(zip) {
    const { default: yauzl } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 663, 19));
    const options = { autoClose: false, lazyEntries: true, strictFileNames: true };
    const file = await yauzl.openPromise(zip, options).catch(unreadable);
    try {
        const lines = [];
        for (const entry of await readEntries(file)) {
            lines.push({ name: entry.fileNameRaw, sum: await hashMember(zip, file, entry) });
        }
        lines.sort((a, b) => Buffer.compare(a.name, b.name));
        const hash = (0,external_node_crypto_.createHash)("sha256");
        for (const { name, sum } of lines)
            hash.update(`${sum}  `).update(name).update("\n");
        return `h1:${hash.digest("base64")}`;
    }
    finally {
        file.close();
    }
}
async function readEntries(file) {
    const entries = new Map();
    let bytes = 0;
    try {
        for await (const entry of file.eachEntry()) {
            const name = entry.fileNameRaw.toString("latin1");
            if (name.endsWith("/"))
                continue;
            registry_zip_hash_checkName(name);
            if (entries.has(name))
                throw new install_zip/* ZipError */.Wz("has two members of the same name");
            if (entry.isEncrypted())
                throw new install_zip/* ZipError */.Wz("has an encrypted member");
            if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
                throw new install_zip/* ZipError */.Wz("has a member in an unknown compression");
            bytes += entry.uncompressedSize;
            if (bytes > MOST_BYTES)
                throw new install_zip/* ZipError */.Wz(`unpacks to more than ${MOST_BYTES} bytes`);
            if (entries.size === MOST_MEMBERS)
                throw new install_zip/* ZipError */.Wz(`has more than ${MOST_MEMBERS} members`);
            entries.set(name, entry);
        }
    }
    catch (error) {
        return unreadable(error);
    }
    if (entries.size === 0)
        throw new install_zip/* ZipError */.Wz("holds no file");
    return [...entries.values()];
}
/** The name must be the path that unpacking makes of it. */
function registry_zip_hash_checkName(name) {
    const isPlain = name.split("/").every((part) => part !== "" && part !== "." && part !== "..");
    // oxlint-disable-next-line no-control-regex -- that is what is looked for
    if (!isPlain || /[\x00-\x1f\\]/.test(name))
        throw new install_zip/* ZipError */.Wz("has a member whose name is no plain path");
}
async function hashMember(zip, file, entry) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    const { fileDataStart } = await file.readLocalFileHeaderPromise(entry).catch(unreadable);
    const { compressedSize, uncompressedSize: size, crc32: crc, compressionMethod } = entry;
    const member = { start: fileDataStart, compressedSize, size, crc, isStored: compressionMethod === 0 };
    let sum = 0;
    if (compressedSize > 0) {
        await (0,install_zip/* inflate */.UD)(zip, member, async (piece) => {
            sum = (0,external_node_zlib_.crc32)(piece, sum);
            hash.update(piece);
        });
    }
    if (sum !== crc)
        throw new install_zip/* ZipError */.Wz("has a damaged member: its CRC-32 is another one");
    return hash.digest("hex");
}
function unreadable(error) {
    if (error instanceof install_zip/* ZipError */.Wz || (0,failure/* errorCode */.CA)(error) !== undefined)
        throw error;
    throw new install_zip/* ZipError */.Wz(`cannot be read: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
}

;// CONCATENATED MODULE: ./packages/terraform/lib/registry-packages.js
/**
 * The hashes that a lock file holds for a provider: fetches what the registry offers for each platform, verifies it as
 * terraform does and a little further, and hashes it. No lock file is written here.
 */












/** Makes the function; what it has fetched it does not fetch again. */
function createPackages(tools) {
    const answers = createMemory();
    const directoryHashes = createMemory();
    return async (provider, version, platforms) => {
        const wanted = await locate(tools, provider, version, platforms);
        const check = (platform) => answers(`${wanted.url} ${platform}`, () => checkAnswer(tools, wanted, platform));
        const sorted = [...new Set(platforms)].sort();
        const first = await check(sorted[0] ?? "");
        const told = toldHashes(first, sorted, wanted);
        if (told !== undefined)
            return { hashes: joined(told, [first]) };
        const checked = await settleAll(sorted.map(check));
        const hashes = await settleAll(checked.map(({ answer }, index) => directoryHashes(`${wanted.url} ${sorted[index]}`, () => hashPackage(tools, wanted, sorted[index] ?? "", answer))));
        return { hashes: joined(hashes, checked) };
    };
}
function joined(directories, checked) {
    const zips = checked.flatMap(({ sums }) => [...sums.values()].map((sum) => `zh:${sum}`));
    return [...new Set([...directories, ...zips])].sort();
}
const PLATFORM = /^[a-z0-9]{1,20}_[a-z0-9]{1,20}$/;
async function locate({ find }, provider, version, platforms) {
    const { host, namespace, type } = provider;
    const release = (0,lib_version/* parseRelease */.BC)(version);
    const shown = release === undefined ? JSON.stringify(version.slice(0, 100)) : version;
    const subject = `The provider ${addressName(host, [namespace, type])} ${shown}`;
    try {
        const at = pathOf([namespace, type], subject);
        if (release === undefined || platforms.length === 0 || !platforms.every((each) => PLATFORM.test(each))) {
            throw new failure/* Failure */.HR({
                reason: "lock-failed",
                what: `${subject} could not be locked: its version or its platforms are none`,
                remedy: "Check the input lock-platforms, and how the provider is required.",
            });
        }
        const service = await find(host, "providers.v1", subject);
        const text = (0,lib_version/* renderVersion */.pv)(release);
        return { subject, url: `${service.url}${at}/${text}`, service, type, version: text };
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR) || error.reason !== "lookup-failed")
            throw error;
        throw new failure/* Failure */.HR({ reason: "lock-failed", what: error.what, remedy: error.remedy, cause: error });
    }
}
/** Asks for one platform, and believes the answer only as far as a key that the registry names has signed it. */
async function checkAnswer(tools, wanted, platform) {
    return orFailure(wanted, platform, async () => {
        const [os, arch] = platform.split("_");
        const { json, url } = await tools.client.json(`${wanted.url}/download/${os}/${arch}`, wanted.service.token);
        const answer = parsePackageAnswer(json, url, { ...wanted, platform });
        const [data, signature] = await Promise.all([
            fetchPart(tools.client, answer.sums, "SHA256SUMS"),
            fetchPart(tools.client, answer.signature, "signature of its checksums"),
        ]);
        await checkSignature(data, signature, answer.keys, tools.options.clock.now());
        const sums = parseSums(data.toString("utf8"));
        const signed = sums.get(answer.filename);
        if (signed === undefined)
            throw new TamperError(`its SHA256SUMS does not list ${answer.filename}`);
        if (signed !== answer.sha256)
            throw new TamperError(`its shasum is not the one in its SHA256SUMS`);
        return { answer, sums };
    });
}
/** What is not there is not signed. */
async function fetchPart(client, url, name) {
    return client.bytes(url).catch((error) => {
        const isMissing = error instanceof install_download_error/* DownloadError */.n && (error.status === 404 || error.status === 410);
        throw isMissing ? new TamperError(`there is no ${name} at ${error.url ?? ""}`) : error;
    });
}
/**
 * The `h1:` hashes of a registry that tells them for every platform (OpenTofu's): believed when for each platform it also
 * tells the `zh:` that is signed. Undefined when packages must be fetched.
 */
function toldHashes({ answer, sums }, platforms, { type, version }) {
    const told = [];
    for (const platform of platforms) {
        const hashes = answer.hashes.get(platform) ?? [];
        const signed = sums.get(`terraform-provider-${type}_${version}_${platform}.zip`);
        const directories = hashes.filter((hash) => hash.startsWith("h1:"));
        const zips = hashes.filter((hash) => hash.startsWith("zh:"));
        if (signed === undefined || directories.length !== 1 || zips.length !== 1 || zips[0] !== `zh:${signed}`)
            return undefined;
        told.push(...directories);
    }
    return told;
}
async function hashPackage(tools, wanted, platform, answer) {
    return orFailure(wanted, platform, async () => {
        const { temporaryDirectory } = tools.options;
        await (0,external_node_fs_promises_.mkdir)(temporaryDirectory, { recursive: true });
        const folder = await (0,external_node_fs_promises_.mkdtemp)(external_node_path_.join(temporaryDirectory, "package-"));
        try {
            const zip = external_node_path_.join(folder, "package.zip");
            const { sha256, size } = await tools.client.file(answer.zip, zip);
            if (sha256 !== answer.sha256)
                throw new TamperError(`${answer.filename} (${size} bytes) has the SHA-256 ${sha256}, but ${answer.sha256} was signed`);
            return await hashZip(zip);
        }
        finally {
            await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
        }
    });
}
async function orFailure(wanted, platform, work) {
    const { host, token } = wanted.service;
    const subject = `${wanted.subject} for ${platform}`;
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof TamperError || error instanceof install_zip/* ZipError */.Wz) {
            const why = error instanceof install_zip/* ZipError */.Wz ? `its zip ${error.message}` : error.message;
            throw new failure/* Failure */.HR({
                reason: "lock-failed",
                what: `${subject} was not locked: what ${host} offers cannot be trusted: ${why}`,
                remedy: "Do not use it from there before its maker or the registry's owner has looked at it.",
                cause: error,
            });
        }
        if (error instanceof install_download_error/* DownloadError */.n && error.status === 404) {
            throw new failure/* Failure */.HR({
                reason: "lock-failed",
                what: `${subject} could not be locked: ${host} has no such package`,
                remedy: "Leave the platform out of lock-platforms, or stay with a version that was built for it.",
                cause: error,
            });
        }
        throw downloadFailure({ reason: "lock-failed", subject, host, token }, error);
    }
}

// EXTERNAL MODULE: ./packages/terraform/lib/releases.js
var releases = __webpack_require__(8594);
;// CONCATENATED MODULE: ./packages/terraform/lib/registry-product.js
/**
 * The releases of terraform and OpenTofu themselves: their index of releases, and what HashiCorp's releases API knows
 * beyond it. It installs nothing.
 */







/** The index of all releases is a few megabytes and grows. */
const INDEX_LIMIT = 64 << 20;
const PAGE = 20;
/** Twice the releases there are. */
const MOST_PAGES = 60;
const REPOSITORIES = {
    terraform: "https://github.com/hashicorp/terraform",
    opentofu: "https://github.com/opentofu/opentofu",
};
/** The releases of a product, those that were withdrawn marked. Rejects with a Failure `lookup-failed`. */
async function listProduct(tools, product) {
    const repository = REPOSITORIES[product];
    const [versions, known] = await Promise.all([
        readIndex(tools, product),
        product === "terraform" ? askReleases(tools) : tagDates(tools, repository),
    ]);
    const releases = versions.map((version) => {
        const more = known.get((0,lib_version/* renderVersion */.pv)(version));
        if (more === undefined)
            return { version };
        return { version, releasedAt: more.createdAt, ...(more.isWithdrawn ? { isWithdrawn: true } : {}) };
    });
    return { releases, repository };
}
async function readIndex(tools, product) {
    const { index } = (0,releases/* releasePlaces */.EE)(product, tools.options.releasesUrl);
    const question = {
        reason: "lookup-failed",
        subject: `The list of ${product} releases`,
        host: new URL(index[0] ?? "https://releases.hashicorp.com").host,
    };
    for (const [number, place] of index.entries()) {
        try {
            return listed(product, question, await tools.client.json(place, undefined, INDEX_LIMIT));
        }
        catch (error) {
            const isMissing = error instanceof install_download_error/* DownloadError */.n && error.status === 404;
            if (!isMissing || number === index.length - 1)
                throw error instanceof failure/* Failure */.HR ? error : downloadFailure(question, error);
        }
    }
    return [];
}
/** Whatever is built at all is built for linux_amd64. */
function listed(product, { subject }, { json, url }) {
    const versions = (0,releases/* parseIndex */.A1)(product, json, { os: "linux", arch: "amd64" });
    if (versions !== undefined)
        return versions;
    throw new failure/* Failure */.HR({
        reason: "lookup-failed",
        what: `${subject} could not be looked up: the answer of ${url.host} is no list of releases`,
        remedy: "Check the input releases-url, and whether a proxy or a login page answers in the server's place.",
    });
}
/**
 * What the releases API says, by version: of all releases when dates are needed, else of the newest 20, among which the
 * next version is found mostly. A mirror need not have it.
 */
async function askReleases({ client, options }) {
    const root = options.releasesUrl?.replace(/\/*$/, "") ?? "https://api.releases.hashicorp.com";
    const known = new Map();
    let after = "";
    for (let page = 0; page < (options.needsDates ? MOST_PAGES : 1); page += 1) {
        const url = `${root}/v1/releases/terraform?limit=${PAGE}${after === "" ? "" : `&after=${encodeURIComponent(after)}`}`;
        const answer = await client.json(url).catch((error) => unknownDates(options, "terraform", error));
        const releases = (answer === undefined ? undefined : parseReleasesPage(answer.json)) ?? [];
        const before = known.size;
        for (const { version, ...rest } of releases)
            known.set(version, rest);
        const last = releases.at(-1)?.createdAt;
        // A page that brings nothing new is the end, whatever the server meant by it.
        if (known.size === before || last === undefined)
            break;
        after = last;
    }
    return known;
}
async function tagDates({ options }, repository) {
    const dates = await askTagDates(options, repository);
    return new Map([...dates].map(([tag, createdAt]) => [tag.replace(/^v/, ""), { createdAt, isWithdrawn: false }]));
}
function unknownDates({ needsDates, log }, name, error) {
    if (!(error instanceof install_download_error/* DownloadError */.n))
        throw error;
    const text = `No dates of ${name} releases are known: ${error.url ?? ""}: ${error.message}`;
    if (needsDates)
        log.warning(text);
    else
        log.debug(text);
    return undefined;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./packages/terraform/lib/registry-trust.js
/**
 * Whom the job's owner trusts: reads the CLI configuration where terraform reads it, and collects what may be asked as it
 * is written. It opens no connection.
 */



/** The vendors' own places: their names come from us, and a private network may well answer for them. */
const VENDORS = [
    "registry.terraform.io",
    "registry.opentofu.org",
    "api.opentofu.org",
    "get.opentofu.org",
    "releases.hashicorp.com",
    "api.releases.hashicorp.com",
    "github.com",
    "objects.githubusercontent.com",
    "release-assets.githubusercontent.com",
];
const LARGEST_FILE = 1 << 20;
/** Reads the files and the environment once. */
function readTrust(options) {
    const settings = readHostSettings(configurationFiles(options).map(readText), options.environment);
    const hosts = [...VENDORS, ...options.trustedHosts, ...settings.services.keys(), ...settings.tokens.keys()];
    const origins = new Set(hosts.flatMap((host) => {
        const normal = normalHost(host);
        return normal === undefined ? [] : [`https://${normal}`];
    }));
    const urls = [...settings.services.values()].flatMap((services) => [...services.values()]);
    for (const url of [...urls, options.registryUrl, options.releasesUrl]) {
        const parsed = url === undefined ? null : URL.parse(url);
        if (parsed !== null && /^https?:$/.test(parsed.protocol))
            origins.add(parsed.origin);
    }
    return { ...settings, origins };
}
/** A file that is named stands alone; else the ones in the home directory count, OpenTofu's and then terraform's. */
function configurationFiles({ environment, directory }) {
    const named = environment["TF_CLI_CONFIG_FILE"] || environment["TERRAFORM_CONFIG"];
    if (named !== undefined && named !== "")
        return [external_node_path_.resolve(directory, named)];
    const home = environment["HOME"] ?? "";
    if (home === "")
        return [];
    const folder = external_node_path_.join(home, ".terraform.d");
    const further = registry_trust_list(folder).filter((name) => name.endsWith(".tfrc") || name.endsWith(".tfrc.json"));
    return [
        ...[".tofurc", ".terraformrc"].map((name) => external_node_path_.join(home, name)),
        ...further.sort().map((name) => external_node_path_.join(folder, name)),
    ];
}
function registry_trust_list(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return [];
    }
}
function readText(file) {
    try {
        const found = (0,external_node_fs_.statSync)(file);
        return found.isFile() && found.size <= LARGEST_FILE ? (0,external_node_fs_.readFileSync)(file, "utf8") : "";
    }
    catch {
        return "";
    }
}

;// CONCATENATED MODULE: ./packages/terraform/lib/registry.js








const GIT_AT_A_TIME = 8;
/** Opens the door. The CLI configuration is read now; nobody is asked until one of the functions is called. */
function createRegistry(options) {
    const trust = readTrust(options);
    const client = createClient(options, trust);
    const find = createServices(client, trust, options);
    const lanes = createLanes(GIT_AT_A_TIME);
    const remember = createMemory();
    const packages = createPackages({ client, find, options });
    return {
        provider: (provider) => {
            const { host, namespace, type } = provider;
            const key = `provider ${host}/${namespace}/${type}`.toLowerCase();
            return remember(key, () => listProvider({ client, find, options }, provider));
        },
        module: (module) => {
            const { host, namespace, name, system } = module;
            const key = `module ${host.toLowerCase()}/${namespace}/${name}/${system}`;
            return remember(key, () => listModule({ client, find, options }, module));
        },
        product: (product) => remember(`product ${product}`, () => listProduct({ client, options }, product)),
        git: (url) => remember(`git ${url}`, () => listTags({ options, client, trust, lanes }, url)),
        packages,
    };
}


/***/ }),

/***/ 8594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ parseIndex),
/* harmony export */   EE: () => (/* binding */ releasePlaces),
/* harmony export */   ZQ: () => (/* binding */ findChecksum),
/* harmony export */   bQ: () => (/* binding */ VENDOR_HOSTS),
/* harmony export */   dy: () => (/* binding */ releaseFiles),
/* harmony export */   kX: () => (/* binding */ programName),
/* harmony export */   tj: () => (/* binding */ platformOf)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9404);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7334);
/**
 * How HashiCorp and OpenTofu lay out their releases: names, places, indexes, checksum files. All plain values; nothing
 * is fetched and nothing is verified here.
 */


const PROGRAMS = { terraform: "terraform", opentofu: "tofu" };
const SYSTEMS = new Map([
    ["linux", "linux"],
    ["darwin", "darwin"],
]);
const PROCESSORS = new Map([
    ["x64", "amd64"],
    ["arm64", "arm64"],
]);
/** The platform for node's `process.platform` and `process.arch`; undefined where nothing is installed. */
function platformOf(system, processor) {
    const os = SYSTEMS.get(system);
    const arch = PROCESSORS.get(processor);
    return os === undefined || arch === undefined ? undefined : { os, arch };
}
/** The name of the program: `terraform` or `tofu`. */
function programName(product) {
    return PROGRAMS[product];
}
/** The files of a release. OpenTofu's .sig is a cosign signature; its OpenPGP one is called .gpgsig. */
function releaseFiles(product, version, platform) {
    const program = PROGRAMS[product];
    const stem = `${program}_${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .renderVersion */ .pv)(version)}`;
    const sums = `${stem}_SHA256SUMS`;
    const signature = `${sums}.${product === "terraform" ? "sig" : "gpgsig"}`;
    return { zip: `${stem}_${platform.os}_${platform.arch}.zip`, sums, signature, program };
}
/** The hosts that the vendors themselves use; GitHub serves release assets from its own asset hosts. */
const VENDOR_HOSTS = {
    terraform: ["releases.hashicorp.com"],
    opentofu: ["get.opentofu.org", "github.com", "objects.githubusercontent.com", "release-assets.githubusercontent.com"],
};
const OPENTOFU_ASSETS = "opentofu/opentofu/releases/download";
/**
 * Where releases are. Without `base` at the vendor's; with it below this URL, in the vendor's layout. For OpenTofu that
 * is the paths of get.opentofu.org and github.com below one host, or the same without their leading directories.
 */
function releasePlaces(product, base) {
    const root = base === undefined ? undefined : base.replace(/\/*$/, "/");
    if (product === "terraform") {
        const terraform = `${root ?? "https://releases.hashicorp.com/"}terraform/`;
        return { index: [`${terraform}index.json`], directory: (version) => [`${terraform}${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .renderVersion */ .pv)(version)}/`] };
    }
    if (root === undefined) {
        return {
            index: ["https://get.opentofu.org/tofu/api.json"],
            directory: (version) => [`https://github.com/${OPENTOFU_ASSETS}/v${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .renderVersion */ .pv)(version)}/`],
        };
    }
    return {
        index: [`${root}tofu/api.json`, `${root}api.json`],
        directory: (version) => [
            `${root}${OPENTOFU_ASSETS}/v${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .renderVersion */ .pv)(version)}/`,
            `${root}v${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .renderVersion */ .pv)(version)}/`,
        ],
    };
}
/**
 * The versions in an index that have a zip for the platform, in no order; pre-releases are among them. Entries that
 * cannot be understood are left out. Undefined when the document is no index at all.
 */
function parseIndex(product, document, platform) {
    const versions = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(document, "versions");
    if (typeof versions !== "object" || versions === null)
        return undefined;
    const entries = Array.isArray(versions)
        ? versions.map((entry) => [(0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(entry, "id"), (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(entry, "files")])
        : Object.entries(versions).map(([id, entry]) => [id, (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(entry, "builds")]);
    return entries.flatMap(([id, files]) => {
        const version = typeof id === "string" ? (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRelease */ .BC)(id) : undefined;
        if (version === undefined)
            return [];
        return hasFile(files, releaseFiles(product, version, platform).zip) ? [version] : [];
    });
}
/** An index that does not list files (a mirror's) is believed. */
function hasFile(files, name) {
    if (!Array.isArray(files))
        return true;
    return files.some((file) => file === name || (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(file, "filename") === name);
}
const CHECKSUM = /^([0-9a-fA-F]{64}) [ *](\S+)$/;
/**
 * The SHA-256 (64 lower-case hex digits) of a file in the text of a SHA256SUMS file. Undefined when the file is not
 * listed, or listed twice with different sums.
 */
function findChecksum(text, name) {
    const sums = new Set();
    for (const line of text.split("\n")) {
        const [, sum, file] = CHECKSUM.exec(line.trim()) ?? [];
        if (sum !== undefined && file === name)
            sums.add(sum.toLowerCase());
    }
    const [only] = sums;
    return sums.size === 1 ? only : undefined;
}


/***/ }),

/***/ 7334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ parseRelease),
/* harmony export */   Kd: () => (/* binding */ tryVersion),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   pv: () => (/* binding */ renderVersion),
/* harmony export */   z2: () => (/* binding */ coreOf)
/* harmony export */ });
/**
 * Versions as terraform reads them: any number of segments, a pre-release, build metadata. Parses, compares, renders.
 * It knows no constraints, no release lists and no URLs.
 *
 * Grammar and order are those of go-version, which terraform itself uses:
 * https://github.com/hashicorp/go-version/blob/v1.7.0/version.go
 */
const NUMBERS = /^v?([0-9]+(?:\.[0-9]+)*)/;
const WORDS = /^[0-9A-Za-z~-]+(?:\.[0-9A-Za-z~-]+)*$/;
const LETTER = /^[A-Za-z~-]/;
const DIGIT = /^[0-9]/;
/** Parses a version, or throws a RangeError that says what is wrong with it. White space around it is not removed. */
function parseVersion(text) {
    const version = tryVersion(text);
    if (version === undefined)
        throw new RangeError(`${JSON.stringify(text)} is not a version: expected something like 1.11.4`);
    return version;
}
/** Parses a version; undefined when it is none, or when a number in it is above 2^53 (terraform reads up to 2^63). */
function tryVersion(text) {
    const numbers = NUMBERS.exec(text);
    if (numbers?.[1] === undefined)
        return undefined;
    const written = numbers[1].split(".").map(Number);
    if (!written.every(Number.isSafeInteger))
        return undefined;
    const rest = text.slice(numbers[0].length);
    const plus = rest.indexOf("+");
    const metadata = plus === -1 ? "" : rest.slice(plus + 1);
    const prerelease = parsePrerelease(plus === -1 ? rest : rest.slice(0, plus));
    if (prerelease === undefined || (plus !== -1 && !WORDS.test(metadata)))
        return undefined;
    const segments = [...written, ...[0, 0].slice(Math.min(written.length - 1, 2))];
    return { segments, written: written.length, prerelease, metadata, text };
}
/**
 * What stands between the numbers and the metadata. The hyphen may be missing before a letter (`1.2beta1`), and a
 * pre-release may begin with one (`1.2--x`): go-version allows both.
 */
function parsePrerelease(text) {
    if (text === "")
        return "";
    const behind = text.startsWith("-") ? text.slice(1) : "";
    const words = DIGIT.test(behind) || LETTER.test(behind) ? behind : text;
    if (!DIGIT.test(behind) && !LETTER.test(words))
        return undefined;
    return WORDS.test(words) ? words : undefined;
}
/** Below 0 when a is older than b, 0 when they are equal (metadata does not count), above 0 when it is newer. */
function compareVersions(a, b) {
    const length = Math.max(a.segments.length, b.segments.length);
    for (let index = 0; index < length; index += 1) {
        const difference = (a.segments[index] ?? 0) - (b.segments[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    // go-version looks at pre-releases only where both have the same number of segments.
    return a.segments.length === b.segments.length ? comparePrereleases(a.prerelease, b.prerelease) : 0;
}
function comparePrereleases(a, b) {
    if (a === b)
        return 0;
    if (a === "")
        return 1;
    if (b === "")
        return -1;
    const left = a.split(".");
    const right = b.split(".");
    for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
        const difference = compareWords(left[index] ?? "", right[index] ?? "");
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function isNumber(word) {
    return /^[0-9]+$/.test(word);
}
/** A number is older than a word; a missing part is older than a number and, unlike in semver, newer than a word. */
function compareWords(a, b) {
    if (a === b)
        return 0;
    if (a === "")
        return isNumber(b) ? -1 : 1;
    if (b === "")
        return isNumber(a) ? 1 : -1;
    if (isNumber(a) && isNumber(b))
        return Number(a) > Number(b) ? 1 : -1;
    if (isNumber(a))
        return -1;
    if (isNumber(b))
        return 1;
    return a > b ? 1 : -1;
}
/** The canonical text: `v1.2-beta1+ent` becomes `1.2.0-beta1+ent`. */
function renderVersion(version) {
    const prerelease = version.prerelease === "" ? "" : `-${version.prerelease}`;
    const metadata = version.metadata === "" ? "" : `+${version.metadata}`;
    return `${version.segments.join(".")}${prerelease}${metadata}`;
}
/** The version without pre-release and metadata: what terraform compares with `required_version`. */
function coreOf(version) {
    return { ...version, prerelease: "", metadata: "", text: version.segments.join(".") };
}
const RELEASE = /^v?(?:0|[1-9][0-9]{0,8})(?:\.(?:0|[1-9][0-9]{0,8})){2}(?:-[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*)?$/;
/**
 * A version that can be a release: three numbers and perhaps a pre-release, nothing that could leave its place in a
 * path or URL. A leading `v` is dropped. Undefined for everything else.
 */
function parseRelease(text) {
    if (text.length > 64 || !RELEASE.test(text))
        return undefined;
    return tryVersion(text.startsWith("v") ? text.slice(1) : text);
}


/***/ })

};

