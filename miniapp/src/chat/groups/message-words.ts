import type { Message } from '@bandeng/shared/chat/schemas.ts';
import type { Translate } from '@/i18n/use-t';

/** A message in one line, where it is not shown as a bubble: what it says, or what it is. */
export const sayMessage = (t: Translate, { kind, state, text, file }: Pick<Message, 'kind' | 'state' | 'text' | 'file'>): string => {
  if (state !== 'shown' && text === '') return t(`groups.message-${state}`);
  if (kind === 'text') return text;
  const name = kind === 'file' && file !== null ? ` ${file.name}` : '';
  return `[${t(`groups.message-${kind}`)}]${name}`;
};
