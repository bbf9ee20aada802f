export const id = 389;
export const ids = [389];
export const modules = {

/***/ 6389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseHandrailFile: () => (/* binding */ parseHandrailFile)
/* harmony export */ });
/* unused harmony export guardedActions */
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7506);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/**
 * Reads `.github/handrail.yml`: guardrails and roots. Every problem is reported at once, with line and column; an
 * unknown key is a problem, because a misspelt guardrail would guard nothing. Decides nothing: see guardrails.ts.
 */


/** What a guardrail can forbid. */
const guardedActions = ["create", "update", "replace", "delete", "forget"];
/**
 * Parses the file.
 * @param text the file's content
 * @param path its name in error messages
 * @throws Failure `invalid-input` that lists every problem as `path:line:column: what is wrong`
 */
function parseHandrailFile(text, path) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, version: "1.2", prettyErrors: false });
    const reader = new Reader();
    for (const error of document.errors)
        reader.problem(error.pos[0], error.message);
    const file = reader.file(document.contents);
    if (reader.problems.length === 0)
        return file;
    const list = reader.problems
        .toSorted((a, b) => a.offset - b.offset)
        .map(({ offset, message }) => {
        const { line, col } = lines.linePos(offset);
        return `${path}:${line}:${col}: ${message}`;
    });
    const first = lines.linePos(Math.min(...reader.problems.map((problem) => problem.offset)));
    throw new _handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        reason: "invalid-input",
        what: `${path} cannot be used: ${list.join("; ")}`,
        remedy: "Correct the file. Its keys are described in the README of terraform-plan.",
        location: { file: path, line: first.line, column: first.col },
    });
}
/** Walks the YAML nodes and collects problems instead of stopping at the first. */
class Reader {
    problems = [];
    problem(offset, message) {
        this.problems.push({ offset, message });
    }
    file(node) {
        if (node === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === null))
            return { guardrails: [], roots: [] };
        const fields = this.fields(node, "the file", ["guardrails", "roots"]);
        return {
            guardrails: this.items(fields?.get("guardrails"), "guardrails", (item) => this.guardrail(item)),
            roots: this.items(fields?.get("roots"), "roots", (item) => this.root(item)),
        };
    }
    guardrail(node) {
        const known = ["name", "types", "addresses", "actions", "max", "unless-label", "message"];
        const fields = this.fields(node, "a guardrail", known);
        const unlessLabel = this.text(fields, "unless-label");
        const message = this.text(fields, "message");
        const rule = {
            name: this.required(fields, node, "a guardrail", "name"),
            types: this.texts(fields, "types"),
            addresses: this.texts(fields, "addresses"),
            actions: this.actions(fields, node),
            max: this.whole(fields, "max") ?? 0,
            ...(unlessLabel === undefined ? {} : { unlessLabel }),
            ...(message === undefined ? {} : { message }),
        };
        if (fields !== undefined && rule.types.length + rule.addresses.length === 0) {
            this.problem(at(node), "a guardrail needs `types`, `addresses` or both");
        }
        return rule;
    }
    actions(fields, node) {
        const given = this.texts(fields, "actions");
        const known = guardedActions.filter((action) => given.includes(action));
        const field = fields?.get("actions");
        for (const action of given) {
            if (!guardedActions.some((name) => name === action)) {
                this.problem(at(field?.value ?? node), `unknown action ${quote(action)}, use ${guardedActions.join(", ")}`);
            }
        }
        if (fields !== undefined && given.length === 0)
            this.problem(at(node), "a guardrail needs `actions`");
        return known;
    }
    root(node) {
        const known = ["path", "environment", "workspace", "var-files", "backend-config-files", "wave"];
        const fields = this.fields(node, "a root", known);
        const environment = this.text(fields, "environment");
        const workspace = this.text(fields, "workspace");
        return {
            path: this.required(fields, node, "a root", "path"),
            ...(environment === undefined ? {} : { environment }),
            ...(workspace === undefined ? {} : { workspace }),
            varFiles: this.texts(fields, "var-files"),
            backendConfigFiles: this.texts(fields, "backend-config-files"),
            wave: this.whole(fields, "wave") ?? 1,
        };
    }
    fields(node, what, known) {
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
            this.problem(at(node), `${what} must be a mapping with ${known.join(", ")}`);
            return undefined;
        }
        const fields = new Map();
        for (const pair of node.items) {
            const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) ? String(pair.key.value) : "";
            if (known.includes(name))
                fields.set(name, { key: pair.key, value: pair.value });
            else
                this.problem(at(pair.key), `unknown key ${quote(name)} in ${what}, known are ${known.join(", ")}`);
        }
        return fields;
    }
    items(field, name, read) {
        if (field === undefined || isEmpty(field.value))
            return [];
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(field.value))
            return field.value.items.map((item) => read(item));
        this.problem(at(field.value ?? field.key), `${name} must be a list`);
        return [];
    }
    text(fields, name) {
        const field = fields?.get(name);
        if (field === undefined || isEmpty(field.value))
            return undefined;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(field.value) && typeof field.value.value === "string")
            return field.value.value;
        this.problem(at(field.value ?? field.key), `${name} must be a text`);
        return undefined;
    }
    required(fields, node, what, name) {
        const value = this.text(fields, name);
        if (value !== undefined && value !== "")
            return value;
        if (fields !== undefined && isEmpty(fields.get(name)?.value ?? null)) {
            this.problem(at(node), `${what} needs \`${name}\``);
        }
        return "";
    }
    texts(fields, name) {
        return this.items(fields?.get(name), name, (item) => {
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item) && typeof item.value === "string")
                return item.value;
            this.problem(at(item), `every item of ${name} must be a text`);
            return "";
        }).filter((text) => text !== "");
    }
    whole(fields, name) {
        const field = fields?.get(name);
        if (field === undefined || isEmpty(field.value))
            return undefined;
        const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(field.value) ? field.value.value : undefined;
        if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0)
            return value;
        this.problem(at(field.value ?? field.key), `${name} must be a whole number, 0 or more`);
        return undefined;
    }
}
function isEmpty(node) {
    return node === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && (node.value === null || node.value === ""));
}
function at(node) {
    return node.range?.[0] ?? 0;
}
function quote(text) {
    return JSON.stringify(text.slice(0, 60));
}


/***/ })

};

