/**
 * The bytes that mean something in JSON (RFC 8259). No reading here.
 */

export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;
export const COLON = 0x3a;
export const COMMA = 0x2c;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
export const OPEN_LIST = 0x5b;
export const CLOSE_LIST = 0x5d;
export const LETTER_N = 0x6e;
export const LETTER_U = 0x75;
export const END = -1;

/** 1 for a byte that ends the plain part of a string: the quote, a backslash, a control character. */
export const STOPS: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x20 || byte === QUOTE || byte === BACKSLASH ? 1 : 0,
);
/** Whether a byte is a hexadecimal digit. */
export const isHexDigit = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
/** Whether a byte belongs to a number or a literal: it ends none of them. */
export const isWordByte = (byte: number): boolean =>
  byte > 0x20 && byte !== COMMA && byte !== CLOSE_OBJECT && byte !== CLOSE_LIST;
/** What may stand in a document beside strings and containers. */
export const WORD: RegExp = /^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$/;
