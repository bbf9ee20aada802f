export const id = 322;
export const ids = [322];
export const modules = {

/***/ 9322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   service: () => (/* binding */ service)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3805);
/** AWS CloudFormation: the SDK's client and the commands that we send. Loaded when the first call goes there. */

const service = {
    open: (settings) => new _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_0__/* .CloudFormationClient */ .m1N(settings),
    commands: {
        DescribeStacks: _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_0__/* .DescribeStacksCommand */ .Y47,
        DescribeEvents: _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_0__/* .DescribeEventsCommand */ .w6x,
        DescribeStackEvents: _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_0__/* .DescribeStackEventsCommand */ .Ie9,
        CancelUpdateStack: _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_0__/* .CancelUpdateStackCommand */ .v6j,
    },
};


/***/ })

};

