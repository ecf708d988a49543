import sharp from 'sharp';

/** A photo as a phone takes it: wide, with the place and the camera written into it. */
export const takePhoto = async (): Promise<{ name: string; mimeType: string; buffer: Buffer }> => {
  const picture = sharp({ create: { width: 2400, height: 1600, channels: 3, background: { r: 178, g: 58, b: 38 } } });
  const exif = { IFD0: { Make: 'Bandeng Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 40/1 0/1' } };
  return { name: '楼道.jpg', mimeType: 'image/jpeg', buffer: await picture.withExif(exif).jpeg().toBuffer() };
};

/** A recording of a low tone, mono, 8,000 samples a second. */
export const recordTone = (seconds: number): { name: string; mimeType: string; buffer: Buffer } => {
  const rate = 8000;
  const size = rate * seconds * 2;
  const bytes = Buffer.alloc(44 + size);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + size, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(size, 40);
  for (let i = 0; i < rate * seconds; i += 1) bytes.writeInt16LE(Math.round(9000 * Math.sin((i * 2 * Math.PI * 220) / rate)), 44 + i * 2);
  return { name: '留言.wav', mimeType: 'audio/wav', buffer: bytes };
};

/** The smallest document that opens. */
export const writeDocument = (): { name: string; mimeType: string; buffer: Buffer } => {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>'];
  const body = objects.map((text, i) => `${i + 1} 0 obj${text}endobj\n`).join('');
  return { name: '分摊方案.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R>>\n%%EOF\n`) };
};
