export const id = 348;
export const ids = [348];
export const modules = {

/***/ 4348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runPost: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7506);
/* harmony import */ var _handrail_report__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(823);
/* harmony import */ var _handrail_report__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94);
/* harmony import */ var _handrail_planning__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4661);
/* harmony import */ var _handrail_planning__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8726);
/* harmony import */ var _handrail_planning_conclude__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1849);
/* harmony import */ var _handrail_planning_conclude__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3223);
/**
 * What remains when a step was cancelled: terraform may still be ending. Waits for it, so that the job does not kill it
 * with the state locked, and tells how it ended.
 */




/** The runner gives post steps of a cancelled job somewhat less than five minutes. */
const patience = 240_000;
const pause = 250;
/** Waits for a terraform that the cancelled step left behind, then writes the verdict. */
async function runPost(step, host, isRunning) {
    const pids = (host.state("pids") ?? "").split(" ").map(Number);
    const hasEnded = await waitForEnd(() => !pids.some(isRunning), host);
    const { inputs, target, deps } = step;
    const workspace = deps.terraform.selectedWorkspace();
    for (const name of [_handrail_planning__WEBPACK_IMPORTED_MODULE_0__/* .planName */ .V, _handrail_planning__WEBPACK_IMPORTED_MODULE_0__/* .documentName */ .B])
        deps.files.remove(`${target.privateDirectory}/${name}`);
    const failure = new _handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        reason: "cancelled",
        what: hasEnded
            ? "The run was cancelled; Terraform was asked to stop, and ended by itself"
            : `The run was cancelled; Terraform (process ${pids.filter(isRunning).join(", ")}) is still running, the state may stay locked`,
        remedy: hasEnded
            ? "Run the job again when you want a plan."
            : "If the state stays locked, terraform force-unlock frees it.",
    });
    const report = (0,_handrail_report__WEBPACK_IMPORTED_MODULE_2__/* .composeReport */ .Z)({
        label: inputs.label === "" ? (0,_handrail_planning__WEBPACK_IMPORTED_MODULE_3__/* .defaultLabel */ .AB)(target.directory, workspace) : inputs.label,
        directory: target.directory,
        workspace,
        product: "terraform",
        terraformVersion: "",
        mode: "normal",
        hasChanges: false,
        diagnostics: [],
        guardrails: { violations: [], lifted: [] },
        failure,
        notes: [],
        remarks: [],
        origin: (0,_handrail_planning_conclude__WEBPACK_IMPORTED_MODULE_4__/* .originOf */ .y)(step),
        redact: (text) => host.redactor.redact(text),
    });
    host.summary((0,_handrail_report__WEBPACK_IMPORTED_MODULE_5__/* .renderSummary */ .Br)(report), { verbatim: true });
    const published = await (0,_handrail_planning_conclude__WEBPACK_IMPORTED_MODULE_6__/* .publishReport */ .S)(step, report, {
        client: () => deps.github(),
        startedAt: Number(host.state("started")),
    });
    for (const warning of published.warnings)
        host.log.warning(warning);
}
/** Whether it ended in time. */
async function waitForEnd(hasEnded, { clock }) {
    const end = clock.monotonic() + patience;
    while (!hasEnded()) {
        if (clock.monotonic() > end)
            return false;
        await clock.sleep(pause);
    }
    return true;
}


/***/ })

};

