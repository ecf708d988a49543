import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { takeTurns } from './take-turns.ts';

sharp.concurrency(1);
sharp.cache(false);
const turn = takeTurns(2);

/** Decoded, a picture of this many pixels takes 200 MB. Frames of a moving one count together. */
const maxPixels = 50_000_000;
const maxSeconds = 20;
const quality = 82;

/** Longest side in pixels: of what is kept, and of what lists show. */
export const pictureSides = { whole: 2560, small: 480 } as const;

const formats: Readonly<Record<string, { format: string; encode: (picture: Sharp) => Sharp; moves: boolean }>> = {
  'image/jpeg': { format: 'jpeg', encode: (picture) => picture.jpeg({ quality }), moves: false },
  'image/png': { format: 'png', encode: (picture) => picture.png(), moves: false },
  'image/webp': { format: 'webp', encode: (picture) => picture.webp({ quality }), moves: true },
  'image/gif': { format: 'gif', encode: (picture) => picture.gif(), moves: true },
};

export const isPicture = (type: string): boolean => type in formats;

export interface Picture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

const tooLarge = /pixel limit|timeout/i;

const redraw = async (path: string, type: string, side: number): Promise<Result<Picture>> => {
  const row = formats[type];
  if (!row) throw new Error(`${type} is no picture`);
  const open = () => sharp(path, { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true, animated: row.moves });
  try {
    const { format, pages = 1 }: Metadata = await open().metadata();
    if (format !== row.format) return refuse('picture-broken', { field: 'file' });
    const upright = pages > 1 ? open() : open().autoOrient();
    const scaled = upright.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
    const { data, info } = await row.encode(scaled).timeout({ seconds: maxSeconds }).toBuffer({ resolveWithObject: true });
    return ok({ bytes: data, width: info.width, height: info.pageHeight ?? info.height });
  } catch (error) {
    // Whatever the decoder says is about the bytes that somebody sent.
    return refuse(tooLarge.test(String(error)) ? 'picture-too-large' : 'picture-broken', { field: 'file' });
  }
};

/**
 * Draws a picture anew from its pixels: upright, scaled down to `side`, in sRGB, and without anything else that was in
 * the file, where and by what it was taken above all. Refusals: picture-broken, picture-too-large.
 */
export const redrawPicture = (path: string, type: string, side: number): Promise<Result<Picture>> => turn(() => redraw(path, type, side));
