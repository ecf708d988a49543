import Taro from '@tarojs/taro';
import { chatApi } from '@bandeng/shared/chat/api.ts';
import { create } from 'zustand';
import { translate } from '@/i18n/translate';
import { ApiError } from '@/platform/api-error';
import { call } from '@/platform/request';
import { onLeave, useSession } from '@/platform/session';
import { readStored, store } from '@/platform/storage';
import { uploadFile } from '@/platform/upload';
import { dropFile, findFile } from './kept-file';
import * as queues from './send-queue';
import type { Outgoing, Queue } from './send-queue';

/** My messages that are not in the history yet, of all groups; on the device until they are. */
export const useOutbox = create<{ readonly queue: Queue }>()(() => ({ queue: [] }));

/** Whose queue is loaded; '' before the first use. */
let owner = '';
const running = new Set<string>();
let timer: ReturnType<typeof setTimeout> | null = null;
const inBoth = (key: 'chat.fileGone' | 'ui.serverFault') => ({ zh: translate('zh-CN', key), en: translate('en', key) });

const change = (next: (queue: Queue) => Queue): void => {
  const before = useOutbox.getState().queue;
  const after = next(before);
  if (after === before) return;
  useOutbox.setState({ queue: after });
  if (owner !== '') store(`outbox.${owner}`, after);
};

/** Sends the file first. False: it is no longer on this device. */
const sendFile = async (one: Outgoing): Promise<string | null> => {
  if (one.file === null || one.file.fileId !== null) return one.file?.fileId ?? '';
  const file = await findFile(one.file.uploadAs);
  if (file === null) return null;
  const stored = await uploadFile(one.communityId, file, () => undefined, one.file.uploadAs);
  change((queue) => queues.uploaded(queue, one.sentAs, stored.id));
  return stored.id;
};

const sendOne = async (one: Outgoing): Promise<void> => {
  const fileId = await sendFile(one);
  if (fileId === null) return change((queue) => queues.refuse(queue, one.sentAs, inBoth('chat.fileGone')));
  const whole = one.file === null ? one : { ...one, file: { ...one.file, fileId } };
  const { communityId, groupId, sentAs } = one;
  const { held } = await call(chatApi.sendMessage, { params: { communityId, groupId }, body: queues.inputOf(whole) }, sentAs);
  if (one.file !== null) void dropFile(one.file.uploadAs);
  change((queue) => (held === null ? queues.sent(queue, sentAs) : queues.hold(queue, sentAs, held)));
};

const attempt = async (one: Outgoing, account: string): Promise<void> => {
  try {
    await sendOne(one);
  } catch (error) {
    if (owner !== account) return;
    if (!(error instanceof ApiError)) {
      // A bug: the message stands still, so that it is not tried over and over.
      change((queue) => queues.refuse(queue, one.sentAs, inBoth('ui.serverFault')));
      throw error;
    }
    const again = error.undecided || error.status === 429 || error.status === 401;
    const why = { zh: error.text('zh-CN'), en: error.text('en') };
    change((queue) => (again ? queues.lose(queue, one.sentAs, Date.now()) : queues.refuse(queue, one.sentAs, why)));
  }
};

const pump = (): void => {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  const now = Date.now();
  const free = queues.heads(useOutbox.getState().queue).filter(({ groupId }) => !running.has(groupId));
  for (const one of free.filter(({ notBefore }) => notBefore <= now)) {
    running.add(one.groupId);
    void attempt(one, owner).finally(() => {
      running.delete(one.groupId);
      pump();
    });
  }
  const later = free.filter(({ notBefore }) => notBefore > now).map(({ notBefore }) => notBefore);
  if (later.length > 0) timer = setTimeout(pump, Math.min(...later) - now);
};

const hurry = (): void => {
  change(queues.hurry);
  pump();
};

let watching = false;
const watchLine = (): void => {
  if (watching) return;
  watching = true;
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) hurry();
  });
};

/** Takes up what was not sent when the app was closed, and goes on. Called at the launch and whenever the app is shown. */
export const resumeOutbox = (): void => {
  const account = useSession.getState().tokens?.accountId ?? '';
  if (account === '') return;
  watchLine();
  if (account !== owner) {
    owner = account;
    useOutbox.setState({ queue: queues.restore(readStored<Queue>(`outbox.${account}`) ?? [], Date.now()) });
  }
  hurry();
};

/** Shown at once, sent when its turn comes. */
export const post = (one: Outgoing): void => {
  resumeOutbox();
  change((queue) => queues.add(queue, one));
  pump();
};

export const postAgain = (sentAs: string): void => {
  change((queue) => queues.retry(queue, sentAs, Date.now()));
  pump();
};

/** It is in the history, or the person gave it up. */
export const forgetPosted = (sentAs: Iterable<string>): void => change((queue) => queues.drop(queue, new Set(sentAs)));

export const turnDownHeld = (heldId: string, reason: string): void =>
  change((queue) => queues.turnDown(queue, heldId, reason));

/** What the signed-out account had not sent stays on the device for when it comes back. */
onLeave(() => {
  owner = '';
  useOutbox.setState({ queue: [] });
});
