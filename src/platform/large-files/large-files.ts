/** A part of a file: from a byte to before another. */
export type ByteRange = { from: number; until: number }

/** A file while it comes: its key, and what `begin` answered. */
export type Begun = { key: string; begun: string }

/**
 * Where large files lie: in a folder of this machine, or in a bucket. A key is made of ids and slashes. Bytes come in pieces of
 * {@link pieceBytes}, the last one shorter; once finished a file never changes.
 */
export type LargeFiles = {
  readonly kind: 'disk' | 's3'
  /** Begins a file. Throws `disk-full` (507) where there is no room for so many bytes. */
  begin(file: { key: string; size: number }): Promise<string>
  /** Keeps a piece; it is on disk when this resolves. The same piece again replaces itself. Its tag is what `finish` asks for. */
  putPiece(piece: Begun & { number: number; bytes: Uint8Array }): Promise<string>
  finish(file: Begun & { tags: readonly string[] }): Promise<void>
  /** The bytes of a finished file, as they are asked for. Throws where it is gone. */
  read(key: string, range: ByteRange): AsyncIterable<Uint8Array>
  /** Removes a file, whether it was finished or not; one that is gone is removed. */
  remove(file: Begun): Promise<void>
}

/** How many bytes a piece has: a bucket takes none under 5 MiB but the last, and no more than 10,000 of them. */
export const pieceBytes = 8 * 1024 * 1024
