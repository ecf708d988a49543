/** Silence as an uncompressed recording. */
export const makeWav = (seconds: number, hertz = 8000): Buffer => {
  const samples = Math.round(seconds * hertz);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + samples, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(hertz, 24);
  head.writeUInt32LE(hertz, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.alloc(samples, 128)]);
};

/** Frames of MPEG-1 layer III at 32 kbit/s and 44.1 kHz, 1,152 samples each. */
export const makeMp3 = (seconds: number): Buffer => {
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x10, 0xc4]), Buffer.alloc(100)]);
  return Buffer.concat(Array.from({ length: Math.ceil((seconds * 44_100) / 1152) }, () => frame));
};

const element = (id: number[], content: Buffer, unknownLength = false): Buffer => {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(content.length));
  length[0] = 0x01;
  return Buffer.concat([Buffer.from(id), unknownLength ? Buffer.from('01ffffffffffffff', 'hex') : length, content]);
};

const whole = (value: number, bytes: number): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};

/** What a browser records live: no length in the head, a cluster a second, ten blocks in each; `kind` 1 makes it a film. */
export const makeWebm = (seconds: number, kind: 1 | 2 = 2): Buffer => {
  const head = element([0x1a, 0x45, 0xdf, 0xa3], Buffer.concat([element([0x42, 0x82], Buffer.from('webm')), element([0x42, 0x87], whole(4, 1))]));
  const info = element([0x15, 0x49, 0xa9, 0x66], element([0x2a, 0xd7, 0xb1], whole(1_000_000, 3)));
  const hertz = Buffer.alloc(4);
  hertz.writeFloatBE(48_000);
  const audio = element([0xe1], Buffer.concat([element([0xb5], hertz), element([0x9f], whole(1, 1))]));
  const track = Buffer.concat([
    ...(kind === 2 ? [audio] : []),
    element([0xd7], whole(1, 1)),
    element([0x73, 0xc5], whole(1, 1)),
    element([0x83], whole(kind, 1)),
    element([0x86], Buffer.from(kind === 2 ? 'A_OPUS' : 'V_VP8')),
  ]);
  const tracks = element([0x16, 0x54, 0xae, 0x6b], element([0xae], track));
  const clusters = Array.from({ length: seconds }, (_, second) => {
    const blocks = Array.from({ length: 10 }, (_block, i) => {
      const place = Buffer.alloc(4);
      place[0] = 0x81;
      place.writeInt16BE(i * 100, 1);
      return element([0xa3], Buffer.concat([place, Buffer.alloc(60, 7)]));
    });
    return element([0x1f, 0x43, 0xb6, 0x75], Buffer.concat([element([0xe7], whole(second * 1000, 4)), ...blocks]), true);
  });
  return Buffer.concat([head, element([0x18, 0x53, 0x80, 0x67], Buffer.concat([info, tracks, ...clusters]), true)]);
};
