/**
 * Cuts a stream of text into lines in constant memory: a line longer than the cap is cut, however long it goes on.
 * It knows nothing about what the lines mean.
 */

/** Takes text in pieces of any size. */
export interface LineSplitter {
  write(text: string): void;
  /** The last line, when it has no line break, is delivered too. */
  end(): void;
}

/** Longer than any event or diagnostic has reason to be; a whole plan or state in one line must not fill the memory. */
export const MAX_LINE: number = 4 * 1024 * 1024;

/**
 * Creates a splitter that calls `onLine` for every line without its LF or CRLF. A line longer than `maxLength` UTF-16
 * units arrives cut to that length with `isCut` set: its rest is dropped.
 */
export function createLineSplitter(
  onLine: (line: string, isCut: boolean) => void,
  maxLength: number = MAX_LINE,
): LineSplitter {
  let pieces: string[] = [];
  let length = 0;
  let isCut = false;
  const keep = (piece: string): void => {
    const room = maxLength - length;
    if (piece.length > room) isCut = true;
    const kept = piece.length > room ? piece.slice(0, room) : piece;
    if (kept !== "") pieces.push(kept);
    length += kept.length;
  };
  const flush = (): void => {
    const line = pieces.join("");
    const wasCut = isCut;
    pieces = [];
    length = 0;
    isCut = false;
    onLine(!wasCut && line.endsWith("\r") ? line.slice(0, -1) : line, wasCut);
  };
  return {
    write(text) {
      let from = 0;
      for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", from)) {
        keep(text.slice(from, end));
        flush();
        from = end + 1;
      }
      if (from < text.length) keep(text.slice(from));
    },
    end() {
      if (length > 0) flush();
    },
  };
}
