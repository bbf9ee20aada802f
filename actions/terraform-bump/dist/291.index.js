export const id = 291;
export const ids = [291];
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


/***/ })

};

