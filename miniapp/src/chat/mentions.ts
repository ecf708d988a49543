import type { Draft } from './drafts';

/** Stands for 所有人 among the mentions of a draft. */
export const everyone = '*';

const mark = (label: string): string => `@${label}`;

/** A draft that calls somebody; an '@' that was just typed before it becomes theirs. */
export const withMention = (draft: Draft, one: { readonly id: string; readonly label: string }): Pick<Draft, 'text' | 'mentions'> => {
  const before = draft.text.endsWith('@') ? draft.text.slice(0, -1) : draft.text;
  const space = before === '' || /\s$/.test(before) ? '' : ' ';
  const known = draft.mentions.filter(({ id }) => id !== one.id);
  return { text: `${before}${space}${mark(one.label)} `, mentions: [...known, one] };
};

/** Whom the words still call: a name that was deleted from them is called no longer. */
export const mentionsIn = ({ text, mentions }: Pick<Draft, 'text' | 'mentions'>): { ids: string[]; all: boolean } => {
  const called = mentions.filter(({ label }) => text.includes(mark(label)));
  return { ids: called.filter(({ id }) => id !== everyone).map(({ id }) => id), all: called.some(({ id }) => id === everyone) };
};

/** Whether an '@' was typed at the end just now, at the beginning of a word: then one is asked whom. */
export const asksWhom = (before: string, after: string): boolean =>
  after.length === before.length + 1 && after.startsWith(before) && after.endsWith('@') && !/[A-Za-z0-9._-]$/.test(before);
