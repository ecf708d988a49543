import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { mayBeRecording, readRecording } from './read-recording.ts';
import { isPicture, pictureSides, redrawPicture } from './redraw-picture.ts';
import { spreadsheetType } from './spreadsheet-type.ts';
import { replaceReceived, type ReceivedFile } from './vault.ts';

const office = 'application/vnd.openxmlformats-officedocument';
/** Documents that are handed on as they are. None of them is run by a browser. */
const documentTypes: ReadonlySet<string> = new Set([
  'application/pdf',
  `${office}.wordprocessingml.document`,
  `${office}.spreadsheetml.sheet`,
  `${office}.presentationml.presentation`,
]);

const heic: ReadonlySet<string> = new Set(['image/heic', 'image/heic-sequence', 'image/heif', 'image/heif-sequence']);

/** What is to be kept of an upload. */
export interface Examined {
  readonly file: ReceivedFile;
  readonly type: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly durationMs: number | null;
}

/**
 * Decides by the content what a received file is and what of it is kept; a picture is replaced by one drawn anew.
 * Refusals: unsupported-type, heic-unsupported, too-large, picture-broken, picture-too-large, recording-broken, voice-too-long.
 * @param tables whether its sender may store registers as CSV
 */
export const examine = async (file: ReceivedFile, name: string, tables: boolean): Promise<Result<Examined>> => {
  const { path, size, head } = file;
  const sniffed = file.type ?? '';
  const plain = { file, width: null, height: null, durationMs: null };
  if (isPicture(sniffed)) {
    const drawn = await redrawPicture(path, sniffed, pictureSides.whole);
    if (!drawn.ok) return drawn;
    const { bytes, width, height } = drawn.value;
    return ok({ ...plain, file: await replaceReceived(file, bytes), type: sniffed, width, height });
  }
  if (mayBeRecording(sniffed)) {
    const heard = await readRecording(path, size, sniffed);
    return heard.ok ? ok({ ...plain, ...heard.value }) : heard;
  }
  if (documentTypes.has(sniffed)) return ok({ ...plain, type: sniffed });
  if (heic.has(sniffed)) return refuse('heic-unsupported', { field: 'file' });
  const table = tables ? spreadsheetType(head, name) : null;
  return table === null ? refuse('unsupported-type', { field: 'file' }) : ok({ ...plain, type: table });
};
