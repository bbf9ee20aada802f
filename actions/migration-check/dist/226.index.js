export const id = 226;
export const ids = [226];
export const modules = {

/***/ 7226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openBaseFiles: () => (/* binding */ openBaseFiles)
/* harmony export */ });
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9404);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7506);

/**
 * Opens them by git's objects: https://docs.github.com/rest/git/trees#get-a-tree and #get-a-blob
 * @throws GitHubFailure; Failure `invalid-input` when the tree is too large for one answer (100,000 entries, 7 MB)
 */
async function openBaseFiles(github, place) {
    const { owner, repo, commit, directory } = place;
    const answer = await github.request("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", { owner, repo, tree_sha: commit, recursive: "1" }, { expects: "object", permission: "contents: read" });
    if ((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)(answer.data, "truncated") === true)
        throw tooLarge(commit);
    const root = directory === "." ? "" : `${directory.replace(/\/+$/, "")}/`;
    const blobs = new Map();
    for (const entry of (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readList */ .LD)(answer.data, "tree")) {
        const path = (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(entry, "path");
        if ((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(entry, "type") === "blob" && path.startsWith(root))
            blobs.set(path.slice(root.length), (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(entry, "sha"));
    }
    const paths = [...blobs.keys()].toSorted();
    return {
        list: (below, isDeep = false) => {
            const at = below === "." || below === "" ? "" : `${below.replace(/\/+$/, "")}/`;
            return Promise.resolve(paths.filter((path) => path.startsWith(at) && (isDeep || !path.slice(at.length).includes("/"))));
        },
        read: async (path) => {
            const sha = blobs.get(path);
            if (sha === undefined)
                return undefined;
            const blob = await github.request("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", { owner, repo, file_sha: sha }, { expects: "object", permission: "contents: read" });
            return Buffer.from((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(blob.data, "content"), "base64").toString("utf8");
        },
    };
}
function tooLarge(commit) {
    return new _handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR({
        reason: "invalid-input",
        what: `The repository has more files at ${commit.slice(0, 12)} than GitHub lists at once`,
        remedy: "Check out with fetch-depth: 2 (or 0), so that git has the base.",
    });
}


/***/ })

};

