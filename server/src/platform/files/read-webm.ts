/** Elements whose content is read as if it stood beside them, so that their lengths (unknown in a live recording) do not matter. */
const containers = new Set([
  0x18538067 /* Segment */,
  0x1549a966 /* Info */,
  0x1654ae6b /* Tracks */,
  0xae /* TrackEntry */,
  0x1f43b675 /* Cluster */,
  0xa0 /* BlockGroup */,
]);
const trackTypeId = 0x83;
const video = 1;
const timestampScaleId = 0x2ad7b1;
const clusterTimestampId = 0xe7;
const blockIds = new Set([0xa1 /* Block */, 0xa3 /* SimpleBlock */]);

/** Bytes that a variable-length number takes, by the zeros before its first bit. */
const widthAt = (bytes: Buffer, at: number): number => Math.clz32(bytes[at] ?? 0) - 23;

const numberAt = (bytes: Buffer, at: number, length: number, start = 0): number => {
  let value = start;
  for (let i = 0; i < length; i += 1) value = value * 256 + (bytes[at + i] ?? 0);
  return value;
};

/** A variable-length number without the bit that marks its width. */
const lengthOf = (bytes: Buffer, at: number, width: number): number =>
  numberAt(bytes, at + 1, width - 1, (bytes[at] ?? 0) & ((0x80 >> (width - 1)) - 1));

export interface Webm {
  /** From the start to the start of the last block; 0 without blocks. */
  readonly durationMs: number;
  /** Whether it holds moving pictures. */
  readonly films: boolean;
}

/**
 * What is in a WebM recording. Browsers write them live: no length stands in the head, and the lengths of their parts are
 * unknown. Bytes that are none end the reading. Source: RFC 8794 (EBML), RFC 9559 (Matroska).
 */
export const readWebm = (bytes: Buffer): Webm => {
  let at = 0;
  let scaleNs = 1_000_000;
  let cluster = 0;
  let last = 0;
  let films = false;
  while (at < bytes.length) {
    const idWidth = widthAt(bytes, at);
    const lengthAt = at + idWidth;
    const lengthWidth = widthAt(bytes, lengthAt);
    if (idWidth > 4 || lengthWidth > 8 || lengthAt + lengthWidth > bytes.length) break;
    const id = numberAt(bytes, at, idWidth);
    const length = lengthOf(bytes, lengthAt, lengthWidth);
    const start = lengthAt + lengthWidth;
    const number = () => numberAt(bytes, start, Math.min(length, 8));
    if (id === timestampScaleId) scaleNs = number();
    else if (id === clusterTimestampId) cluster = number();
    else if (id === trackTypeId) films ||= number() === video;
    // A block begins with its track's number, then its place in the cluster as a signed 16-bit number.
    const blockAt = start + widthAt(bytes, start);
    if (blockIds.has(id) && blockAt + 2 <= bytes.length) last = Math.max(last, cluster + bytes.readInt16BE(blockAt));
    at = containers.has(id) ? start : start + length;
  }
  return { durationMs: Math.round((last * scaleNs) / 1_000_000), films };
};
