import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Deps } from '../platform/deps.ts';

/** Characters that one check takes [msgSecCheck: 2,500]; pieces overlap, so that no word is cut in two unseen. */
const pieceLength = 2000;
const overlap = 50;

const piecesOf = (text: string): string[] => {
  const characters = Array.from(text);
  const step = pieceLength - overlap;
  const count = Math.max(1, Math.ceil((characters.length - overlap) / step));
  return Array.from({ length: count }, (_, i) => characters.slice(i * step, i * step + pieceLength).join(''));
};

/**
 * Looks at what is to be published, outside of any transaction. Nothing is held for a moderator: the author is there to
 * reword it. Refuses notice-wording, whose `words` are what was found, or the label of the platform's check.
 */
export const checkWording = async (
  { contentCheck }: Pick<Deps, 'contentCheck'>,
  accountId: string,
  texts: readonly string[],
): Promise<Result<null>> => {
  for (const text of piecesOf(texts.join('\n'))) {
    const verdict = await contentCheck.checkText({ text, accountId });
    if (!verdict.pass) return refuse('notice-wording', { field: 'body', details: { words: verdict.detail } });
  }
  return ok(null);
};
