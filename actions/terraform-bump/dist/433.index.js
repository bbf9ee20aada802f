export const id = 433;
export const ids = [433];
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

/***/ 2598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ numberText),
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   N3: () => (/* binding */ JsonError),
/* harmony export */   Nk: () => (/* binding */ setMember),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   fh: () => (/* binding */ ExactNumber),
/* harmony export */   lr: () => (/* binding */ MAX_DEPTH),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/**
 * JSON as values: what a slice of a plan document is read into, without losing a digit.
 * It must not know terraform's keys (plan-reader.ts does) and must not read from anywhere (json-scan.ts does).
 */
/** A number kept as it is written in the document: 9007199254740993, 1e400, 1.0. */
class ExactNumber {
    text;
    constructor(text) {
        this.text = text;
    }
}
/** JSON that cannot be read; `offset` counts from the start of what was read (bytes in a document, else characters). */
class JsonError extends Error {
    offset;
    constructor(message, offset) {
        super(message);
        this.name = "JsonError";
        this.offset = offset;
    }
}
/**
 * How deep values may nest. Go's encoder refuses to write what nests deeper than 10,000 levels, so no plan does; with
 * a lower limit everything that walks values may recurse.
 */
const MAX_DEPTH = 1000;
/** The number as written, for `number` and {@link ExactNumber} alike. */
function numberText(value) {
    return typeof value === "number" ? String(value) : value.text;
}
/** Whether the value is a JSON object: no list, no null, no number kept as text. */
function isJsonObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}
/** An own member of a JSON object; undefined when the value is no object or has no such member. */
function member(value, key) {
    return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
/**
 * Sets an own member. A plain assignment would change the prototype for `__proto__`, and would throw for `constructor`
 * and its like where Object.prototype is frozen.
 */
function setMember(object, key, value) {
    if (key in Object.prototype) {
        Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
    }
    else
        object[key] = value;
}
/**
 * Reads JSON text (RFC 8259) like JSON.parse, but keeps the digits of numbers and nests at most {@link MAX_DEPTH} deep.
 * `mayRepeat`: whether a key may occur twice in an object; the last one counts then, as for JSON.parse.
 * Throws a {@link JsonError} whose offset counts UTF-16 units.
 */
function parseJson(text, mayRepeat = true) {
    if (mayRepeat && isPlain(text)) {
        try {
            return JSON.parse(text);
        }
        catch {
            // Read once more below, to say where it is wrong.
        }
    }
    const reader = new ValueReader(text, mayRepeat);
    const value = reader.value(0);
    reader.end();
    return value;
}
/** A number that JSON.parse could read differently: with a point or exponent, of many digits, minus zero. */
const DELICATE = /(?:^|[:,[\s])-?(?:\d{1,15}[.eE]|\d{16})|(?:^|[:,[\s])-0/;
/** Whether JSON.parse, which is many times faster, gives the same: no delicate number, and not nested too deeply. */
function isPlain(text) {
    if (DELICATE.test(text))
        return false;
    let depth = 0;
    for (const opener of ["{", "["]) {
        for (let at = text.indexOf(opener); at >= 0 && depth <= MAX_DEPTH; at = text.indexOf(opener, at + 1))
            depth += 1;
    }
    return depth <= MAX_DEPTH;
}
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const CONTROL = /[\u0000-\u001F]/;
const LITERALS = new Map([
    ["t", true],
    ["f", false],
    ["n", null],
]);
class ValueReader {
    #text;
    #mayRepeat;
    #at = 0;
    #backslash = -1;
    constructor(text, mayRepeat) {
        this.#text = text;
        this.#mayRepeat = mayRepeat;
    }
    value(depth) {
        if (depth > MAX_DEPTH)
            throw new JsonError(`values nest deeper than ${MAX_DEPTH} levels`, this.#at);
        const first = this.#next();
        if (first === '"')
            return this.#string();
        if (first === "{")
            return this.#object(depth);
        if (first === "[")
            return this.#list(depth);
        const literal = LITERALS.get(first);
        return literal === undefined ? this.#number() : this.#literal(literal);
    }
    end() {
        if (this.#next() !== "")
            this.#fail();
    }
    #object(depth) {
        const object = {};
        this.#at += 1;
        if (this.#skipped("}"))
            return object;
        do {
            if (this.#next() !== '"')
                this.#fail();
            const key = this.#string();
            if (!this.#skipped(":"))
                this.#fail();
            if (!this.#mayRepeat && Object.hasOwn(object, key))
                throw new JsonError("a key occurs twice", this.#at);
            setMember(object, key, this.value(depth + 1));
        } while (this.#skipped(","));
        if (!this.#skipped("}"))
            this.#fail();
        return object;
    }
    #list(depth) {
        const list = [];
        this.#at += 1;
        if (this.#skipped("]"))
            return list;
        do
            list.push(this.value(depth + 1));
        while (this.#skipped(","));
        if (!this.#skipped("]"))
            this.#fail();
        return list;
    }
    #string() {
        const text = this.#text;
        const start = this.#at;
        let end = text.indexOf('"', start + 1);
        let from = start + 1;
        while (end !== -1 && this.#nextBackslash(from) < end) {
            from = this.#backslash + 2;
            if (from > end)
                end = text.indexOf('"', from);
        }
        if (end === -1)
            this.#fail(text.length);
        this.#at = end + 1;
        const content = text.slice(start + 1, end);
        if (CONTROL.test(content))
            this.#fail(start + 1 + content.search(CONTROL));
        return from === start + 1 ? content : this.#unescape(start, end + 1);
    }
    /** Where the next backslash is, remembered: to look for it at every string would be quadratic. */
    #nextBackslash(from) {
        if (this.#backslash < from) {
            const found = this.#text.indexOf("\\", from);
            this.#backslash = found === -1 ? Number.POSITIVE_INFINITY : found;
        }
        return this.#backslash;
    }
    #unescape(start, end) {
        try {
            return String(JSON.parse(this.#text.slice(start, end)));
        }
        catch {
            return this.#fail(start);
        }
    }
    #number() {
        NUMBER.lastIndex = this.#at;
        const text = NUMBER.exec(this.#text)?.[0] ?? this.#fail();
        this.#at += text.length;
        const value = Number(text);
        return String(value) === text ? value : new ExactNumber(text);
    }
    #literal(value) {
        const word = String(value);
        if (!this.#text.startsWith(word, this.#at))
            this.#fail();
        this.#at += word.length;
        return value;
    }
    /** The next character that is no white space, not consumed; "" at the end. */
    #next() {
        let character = this.#text[this.#at];
        while (character === " " || character === "\n" || character === "\r" || character === "\t") {
            character = this.#text[++this.#at];
        }
        return character ?? "";
    }
    #skipped(character) {
        if (this.#next() !== character)
            return false;
        this.#at += 1;
        return true;
    }
    #fail(at = this.#at) {
        const found = this.#text[at];
        throw new JsonError(found === undefined ? "the text ends too early" : `unexpected ${JSON.stringify(found)}`, at);
    }
}


/***/ })

};

