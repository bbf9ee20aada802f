export const id = 196;
export const ids = [196];
export const modules = {

/***/ 1196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   policyOf: () => (/* binding */ policyOf)
/* harmony export */ });
/* harmony import */ var _decide_patterns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(649);
/* harmony import */ var _decide_release_age_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8279);


const KINDS = ["terraform", "providers", "modules", "lock-file"];
/** @param now milliseconds since 1970 */
function policyOf(inputs, now) {
    const named = inputs.dependencies;
    return {
        kinds: new Set(named.length === 0 || named.includes("all") ? KINDS : KINDS.filter((kind) => named.includes(kind))),
        strategy: inputs.strategy,
        major: inputs.major,
        isStepwise: inputs.stepwise,
        ignore: (0,_decide_patterns_js__WEBPACK_IMPORTED_MODULE_0__.parsePatterns)(inputs.ignore),
        allow: (0,_decide_patterns_js__WEBPACK_IMPORTED_MODULE_0__.parsePatterns)(inputs.allow),
        minimumAgeMs: (0,_decide_release_age_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAge */ .F1)(inputs["minimum-release-age"]),
        now,
    };
}


/***/ })

};

