import { Text } from '@tarojs/components';

/** Parts of a text, those that match one of the words marked; case does not matter. */
export const splitByWords = (text: string, words: readonly string[]): { readonly text: string; readonly hit: boolean }[] => {
  const sought = words.map((word) => word.toLowerCase()).filter((word) => word !== '');
  const lower = text.toLowerCase();
  const parts: { text: string; hit: boolean }[] = [];
  let plainFrom = 0;
  for (let at = 0; at < text.length; ) {
    const word = sought.filter((one) => lower.startsWith(one, at)).sort((a, b) => b.length - a.length)[0];
    if (word === undefined) {
      at += 1;
      continue;
    }
    if (at > plainFrom) parts.push({ text: text.slice(plainFrom, at), hit: false });
    parts.push({ text: text.slice(at, at + word.length), hit: true });
    at += word.length;
    plainFrom = at;
  }
  if (plainFrom < text.length) parts.push({ text: text.slice(plainFrom), hit: false });
  return parts;
};

/** A text with what was searched for marked in it. */
export const Highlight = ({ text, words }: { readonly text: string; readonly words: readonly string[] }) => (
  <>
    {splitByWords(text, words).map(({ text: part, hit }, i) =>
      hit ? (
        <Text key={i} className="bd-mark">
          {part}
        </Text>
      ) : (
        part
      ),
    )}
  </>
);
