import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import type { MessageInput, Sent } from '@bandeng/shared/chat/schemas.ts';
import { makeWordList, defaultWords } from '../../platform/content-check/word-list.ts';
import { markRead } from '../../chat/mark-read.ts';
import { sendMessage } from '../../chat/send-message.ts';
import type { Director } from '../director.ts';

const checkWords = makeWordList(defaultWords);

/** Says something in a group after so many minutes; gives its place in the group, or null when it was held back. */
export const say = async (
  d: Director,
  groupId: string,
  speaker: string,
  said: string | MessageInput,
  afterMinutes = 3,
): Promise<number | null> => {
  await d.pass(afterMinutes);
  const input: MessageInput = typeof said === 'string' ? { kind: 'text', text: said } : said;
  const { message } = await d.play<typeof api.sendMessage.path, NonNullable<typeof api.sendMessage.types>, Sent, ReturnType<typeof checkWords>>(
    api.sendMessage,
    sendMessage,
    speaker,
    { groupId },
    input,
    checkWords(input.text ?? ''),
  );
  return message?.seq ?? null;
};

/** Somebody has read a group up to a message. */
export const haveRead = async (d: Director, groupId: string, reader: string, seq: number): Promise<void> => {
  await d.play(api.markRead, markRead, reader, { groupId }, { seq });
};
