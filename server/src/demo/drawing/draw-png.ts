import { crc32, deflateSync } from 'node:zlib';

export type Colour = readonly [red: number, green: number, blue: number];

/** A picture of coloured rectangles: enough for a chart or a sketch of a place, and nothing to keep in the repository. */
export interface Canvas {
  fill(x: number, y: number, width: number, height: number, colour: Colour): void;
  toPng(): Buffer;
}

const chunk = (type: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])), 0);
  return Buffer.concat([head, data, sum]);
};

export const makeCanvas = (width: number, height: number, background: Colour): Canvas => {
  const stride = width * 3 + 1;
  const pixels = Buffer.alloc(stride * height);
  const fill: Canvas['fill'] = (x, y, w, h, [red, green, blue]) => {
    for (let row = Math.max(0, y); row < Math.min(height, y + h); row++) {
      for (let column = Math.max(0, x); column < Math.min(width, x + w); column++) {
        const at = row * stride + 1 + column * 3;
        pixels[at] = red;
        pixels[at + 1] = green;
        pixels[at + 2] = blue;
      }
    }
  };
  fill(0, 0, width, height, background);
  return {
    fill,
    toPng: () => {
      const header = Buffer.alloc(13);
      header.writeUInt32BE(width, 0);
      header.writeUInt32BE(height, 4);
      // Eight bits a channel, true colour, no interlace.
      header.set([8, 2, 0, 0, 0], 8);
      return Buffer.concat([
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        chunk('IHDR', header),
        chunk('IDAT', deflateSync(pixels)),
        chunk('IEND', Buffer.alloc(0)),
      ]);
    },
  };
};
