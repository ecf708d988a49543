import type { LastLine, Message } from '@bandeng/shared/chat/schemas.ts';
import type { Translate } from '@/i18n/use-t';

type Spoken = Pick<LastLine, 'kind' | 'text' | 'state'>;

/** The content of a message in a few words: for lists, quotes and screen readers. */
export const sayContent = (t: Translate, { kind, text }: Spoken): string => {
  switch (kind) {
    case 'text':
      return text;
    case 'image':
      return t('chat.line-image');
    case 'voice':
      return t('chat.line-voice');
    case 'file':
      return t('chat.line-file', { name: text }).trim();
    case 'card':
      return t('chat.line-card', { name: text }).trim();
    case 'event':
      return text === '' ? t('chat.line-event') : text;
  }
};

/** The last word in a group. */
export const sayLine = (t: Translate, line: LastLine): string => {
  if (line.state === 'recalled') return t('chat.recalled', { label: line.label });
  if (line.state === 'deleted') return t('chat.deleted', { label: line.label });
  const content = sayContent(t, line).replace(/\s+/g, ' ');
  return line.kind === 'event' || line.label === '' ? content : t('chat.lineOf', { label: line.label, text: content });
};

/** A line of the group itself, or of what is no longer there; null for a message with content. */
export const sayEvent = (t: Translate, message: Message, own: boolean): string | null => {
  const label = message.author?.label ?? '';
  if (message.state === 'recalled') return own ? t('chat.recalledOwn') : t('chat.recalled', { label });
  if (message.state === 'deleted') return own ? t('chat.deletedOwn') : t('chat.deleted', { label });
  if (message.event === null) return null;
  const { kind, label: about, detail } = message.event;
  return kind === 'renamed' ? t('chat.event-renamed', { label: about, detail }) : t(`chat.event-${kind}`, { label: about });
};
