/** How long the texts and lists of a record may be, for whoever writes it and whoever reads it. */

/** Characters of an id. The widest key of a tool's table that is known (Liquibase: id, author and file) has 765. */
export const MAX_ID = 4096;
/** Characters of what people wrote or GitHub made: names, directories, addresses, references of images. */
export const MAX_TEXT = 4096;
/** Items of a list. */
export const MAX_ITEMS = 50_000;
/** Bytes of all that a payload holds, as JSON in UTF-8. GitHub takes 64 KiB; the nonce of its creation comes on top. */
export const MAX_PAYLOAD_BYTES: number = 60 * 1024;
