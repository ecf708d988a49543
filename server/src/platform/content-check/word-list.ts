import type { Verdict } from './content-check.ts';

/**
 * Words of fraud, gambling and trade in what is forbidden, which no neighbour needs. A server may add its own
 * (`BANNED_WORDS_FILE`, one word a line). Matching ignores case, width and what is put between characters.
 */
export const defaultWords: readonly string[] = [
  '代开发票', '办假证', '刻章办证', '网络赌博', '百家乐', '六合彩', '时时彩', '私彩', '高利贷', '裸聊', '约炮', '卖淫', '嫖娼',
  '冰毒', '海洛因', '摇头丸', '迷药', '枪支出售', '出售枪支', '刷单返利', '兼职刷单', '跑分', '洗钱', '套现', '内幕股票', '翻墙软件',
];

const plain = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}\u200b-\u200f\ufeff]/gu, '');

/** A check that knows the words only. */
export const makeWordList = (words: readonly string[]): ((text: string) => Verdict) => {
  const known = words.map((word) => ({ word, sought: plain(word) })).filter(({ sought }) => sought !== '');
  return (text) => {
    const seen = plain(text);
    const found = known.filter(({ sought }) => seen.includes(sought)).map(({ word }) => word);
    return found.length === 0 ? { pass: true } : { pass: false, reason: 'words', detail: found.slice(0, 5).join('、') };
  };
};
