/**
 * How messages are found by any part of what they say. A text is cut into runs of letters, digits and pictures; each
 * sign and each pair of neighbouring signs of a run is a term. Chinese needs no dictionary for this, half a word or
 * half a number is found as well, and what the pairs promise is verified against the text.
 */

/** Width, ligatures and case do not matter to who searches. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

const runsOf = (text: string): string[][] => (text.match(/[\p{L}\p{N}\p{M}\p{So}]+/gu) ?? []).map((run) => [...run]);

/** What stands before the first and after the last sign is taken off: '电梯!' asks for '电梯'. */
const trim = (word: string): string => word.replace(/^[^\p{L}\p{N}\p{M}\p{So}]+|[^\p{L}\p{N}\p{M}\p{So}]+$/gu, '');

const pairsOf = (run: readonly string[]): string[] => run.slice(1).map((sign, i) => `${run[i] ?? ''}${sign}`);

/** The terms by which a text is found, each once. */
export const termsOf = (text: string): string[] => [
  ...new Set(runsOf(plain(text)).flatMap((run) => [...run, ...pairsOf(run)])),
];

export interface TextSearch {
  /** Parted by spaces; all of them must occur. */
  readonly words: readonly string[];
  /** What a text with these words has among its terms. Empty: nothing can be searched for. */
  readonly terms: readonly string[];
}

export const readSearch = (typed: string): TextSearch => {
  const words = plain(typed)
    .split(/\s+/u)
    .map(trim)
    .filter((word) => word !== '');
  const terms = words.flatMap((word) => runsOf(word).flatMap((run) => (run.length === 1 ? run : pairsOf(run))));
  return { words: [...new Set(words)], terms: [...new Set(terms)] };
};

/** Whether the text has every word, not only the pairs of signs that they are made of. */
export const isFoundBy = (search: TextSearch, text: string): boolean => {
  const seen = plain(text);
  return search.words.every((word) => seen.includes(word));
};
