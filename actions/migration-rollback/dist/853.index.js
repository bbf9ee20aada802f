export const id = 853;
export const ids = [853];
export const modules = {

/***/ 6853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   service: () => (/* binding */ service)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_apprunner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2284);
/** AWS App Runner: the SDK's client and the commands that we send. Loaded when the first call goes there. */

const service = {
    open: (settings) => new _aws_sdk_client_apprunner__WEBPACK_IMPORTED_MODULE_0__/* .AppRunnerClient */ .fpv(settings),
    commands: {
        ListOperations: _aws_sdk_client_apprunner__WEBPACK_IMPORTED_MODULE_0__/* .ListOperationsCommand */ .K6t,
        DescribeService: _aws_sdk_client_apprunner__WEBPACK_IMPORTED_MODULE_0__/* .DescribeServiceCommand */ .auI,
    },
};


/***/ })

};

