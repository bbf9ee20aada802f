export const id = 669;
export const ids = [669];
export const modules = {

/***/ 3669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPost: () => (/* binding */ runPost)
});

// EXTERNAL MODULE: ./packages/runner/lib/failure.js
var lib_failure = __webpack_require__(7506);
// EXTERNAL MODULE: ./packages/report/lib/compose-report.js + 14 modules
var compose_report = __webpack_require__(823);
// EXTERNAL MODULE: ./packages/report/lib/comment.js + 5 modules
var comment = __webpack_require__(94);
;// CONCATENATED MODULE: ./packages/planning/lib/left-behind.js
/** The runner gives post steps of a cancelled job somewhat less than five minutes. */
const patience = 240_000;
const pause = 250;
/** Waits until all have ended, for four minutes at most; returns the ids of those that have not. */
async function waitForLeftBehind(host, isRunning) {
    const pids = (host.state("pids") ?? "").split(" ").filter(Boolean).map(Number);
    const end = host.clock.monotonic() + patience;
    for (;;) {
        const running = pids.filter((pid) => isRunning(pid));
        if (running.length === 0 || host.clock.monotonic() > end)
            return running;
        await host.clock.sleep(pause);
    }
}

// EXTERNAL MODULE: ./packages/planning/lib/plan-names.js
var plan_names = __webpack_require__(4661);
// EXTERNAL MODULE: ./packages/planning/lib/target.js
var lib_target = __webpack_require__(8726);
// EXTERNAL MODULE: ./packages/planning/lib/origin.js
var origin = __webpack_require__(1849);
// EXTERNAL MODULE: ./packages/planning/lib/publish-report.js + 4 modules
var publish_report = __webpack_require__(3249);
;// CONCATENATED MODULE: ./actions/terraform-plan/lib/post.js
/**
 * What remains when a step was cancelled: terraform may still be ending. Waits for it, so that the job does not kill it
 * with the state locked, and tells how it ended.
 */




/** Waits for a terraform that the cancelled step left behind, then writes the verdict. */
async function runPost(step, host, isRunning) {
    const running = await waitForLeftBehind(host, isRunning);
    const hasEnded = running.length === 0;
    const { inputs, target, deps } = step;
    const workspace = deps.terraform.selectedWorkspace();
    for (const name of [plan_names/* planName */.V, plan_names/* documentName */.B])
        deps.files.remove(`${target.privateDirectory}/${name}`);
    const failure = new lib_failure/* Failure */.HR({
        reason: "cancelled",
        what: hasEnded
            ? "The run was cancelled; Terraform was asked to stop, and ended by itself"
            : `The run was cancelled; Terraform (process ${running.join(", ")}) is still running, the state may stay locked`,
        remedy: hasEnded
            ? "Run the job again when you want a plan."
            : "If the state stays locked, terraform force-unlock frees it.",
    });
    const report = (0,compose_report/* composeReport */.Z)({
        label: (0,lib_target/* labelOf */.Wy)(inputs.label, target.directory, workspace),
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
        origin: (0,origin/* originOf */.y)(step),
        redact: (text) => host.redactor.redact(text),
    });
    host.summary((0,comment/* renderSummary */.Br)(report), { verbatim: true });
    const published = await (0,publish_report/* publishReport */.S)(step, report, {
        client: () => deps.github(),
        startedAt: Number(host.state("started")),
    });
    for (const warning of published.warnings)
        host.log.warning(warning);
}


/***/ })

};

