/** The part of yauzl 3 that is used here; the package brings no types. https://github.com/thejoshwolfe/yauzl#readme */
declare module "yauzl" {
  export type Entry = {
    readonly fileName: string;
    /** As it stands in the central directory. */
    readonly fileNameRaw: Buffer;
    readonly compressionMethod: number;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    readonly crc32: number;
    readonly externalFileAttributes: number;
    isEncrypted(): boolean;
  };

  export type OpenOptions = {
    autoClose?: boolean;
    lazyEntries?: boolean;
    decodeStrings?: boolean;
    validateEntrySizes?: boolean;
    strictFileNames?: boolean;
  };

  export type ZipFile = {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    readLocalFileHeaderPromise(entry: Entry): Promise<{ fileDataStart: number; fileName: Buffer }>;
    close(): void;
  };

  /** CommonJS: everything is on the default export. */
  const yauzl: { openPromise(path: string, options: OpenOptions): Promise<ZipFile> };
  export default yauzl;
}
