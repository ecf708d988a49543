import type { ServerFrame } from '@bandeng/shared/platform/realtime.ts';

/** A frame of the socket, made once for everybody who gets it. */
export interface Frame {
  /** What goes onto the wire, the head of the WebSocket frame included. */
  readonly wire: Buffer;
  /** The JSON alone. */
  readonly payload: Buffer;
}

/** An event as it stands in a frame. */
export interface EncodedEvent {
  readonly seq: number;
  readonly type: string;
  readonly text: string;
}

/** @param data JSON */
export const encodeEvent = (channel: string, seq: number, type: string, data: string): EncodedEvent => ({
  seq,
  type,
  text: `{"channel":${JSON.stringify(channel)},"seq":${seq},"type":${JSON.stringify(type)},"data":${data}}`,
});

const lastTextFrame = 0x81;

/** A whole, unmasked text frame, as servers send them. Source: RFC 6455, 5.2. */
const frameText = (text: string): Frame => {
  const length = Buffer.byteLength(text);
  const headLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const wire = Buffer.allocUnsafe(headLength + length);
  wire[0] = lastTextFrame;
  if (headLength === 2) wire[1] = length;
  else if (headLength === 4) {
    wire[1] = 126;
    wire.writeUInt16BE(length, 2);
  } else {
    wire[1] = 127;
    wire.writeBigUInt64BE(BigInt(length), 2);
  }
  wire.write(text, headLength);
  return { wire, payload: wire.subarray(headLength) };
};

export const frameOf = (items: ServerFrame): Frame => frameText(JSON.stringify(items));

/** Characters in a frame at most, one long event apart: a phone reads each frame whole. */
const maxFrameLength = 262_144;

/** Events in their order, in parts that each make a frame. */
export const splitEvents = (events: readonly EncodedEvent[]): EncodedEvent[][] => {
  const parts: EncodedEvent[][] = [];
  let room = 0;
  for (const event of events) {
    if (event.text.length > room || parts.length === 0) {
      parts.push([]);
      room = maxFrameLength;
    }
    parts.at(-1)?.push(event);
    room -= event.text.length;
  }
  return parts;
};

export const frameEvents = (events: readonly EncodedEvent[]): Frame => frameText(`[${events.map(({ text }) => text).join(',')}]`);
