export const id = 92;
export const ids = [92];
export const modules = {

/***/ 4092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   assumeRole: () => (/* binding */ assumeRole)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1695);
/* harmony import */ var _handrail_runner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9404);
/** AWS STS: the one command that gives a role's credentials for a token. Loaded when a role is assumed. */


/** Assumes a role with a token; undefined when the answer holds no credentials. Rejects as the SDK does. */
async function assumeRole(settings, { roleArn, sessionName, token }, abortSignal) {
    const client = new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_0__/* .STSClient */ .iM(settings);
    const command = new _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_0__/* .AssumeRoleWithWebIdentityCommand */ .WH({
        RoleArn: roleArn,
        RoleSessionName: sessionName,
        WebIdentityToken: token,
    });
    const { Credentials: given } = await client.send(command, { abortSignal });
    const identity = {
        accessKeyId: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(given, "AccessKeyId"),
        secretAccessKey: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(given, "SecretAccessKey"),
        sessionToken: (0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(given, "SessionToken"),
        expiration: new Date((0,_handrail_runner__WEBPACK_IMPORTED_MODULE_1__/* .readTime */ .aQ)(given, "Expiration") ?? 0),
    };
    return Object.values(identity).includes("") ? undefined : identity;
}


/***/ })

};

