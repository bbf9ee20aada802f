export const id = 41;
export const ids = [41];
export const modules = {

/***/ 5041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   service: () => (/* binding */ service)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1696);
/** AWS Lambda: the SDK's client and the commands that we send. Loaded when the first call goes there. */

const service = {
    open: (settings) => new _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_0__/* .LambdaClient */ .Nox(settings),
    commands: {
        GetFunctionConfiguration: _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_0__/* .GetFunctionConfigurationCommand */ .qA6,
        GetAlias: _aws_sdk_client_lambda__WEBPACK_IMPORTED_MODULE_0__/* .GetAliasCommand */ .MES,
    },
};


/***/ })

};

