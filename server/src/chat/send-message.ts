import type { chatApi } from '@bandeng/shared/chat/api.ts';
import type { MessageInput, Sent } from '@bandeng/shared/chat/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Verdict } from '../platform/content-check/content-check.ts';
import { attachFiles } from '../platform/files/attach.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { appendMessage } from './append-message.ts';
import { holdSent } from './hold-sent.ts';
import { seeGroup } from './load-group.ts';
import { mayRefer, maySpeak } from './may-say.ts';
import { messageFileOwner } from './read-message-file.ts';
import { readContent } from './read-content.ts';
import { takeTurn } from './take-turn.ts';

type Command = CommandInput<typeof chatApi.sendMessage, Verdict>;

/** Pictures and recordings wait for the platform's look at them, where it takes one. */
const holdReason = (body: MessageInput, words: Verdict, checksMedia: boolean) => {
  if (!words.pass) return { reason: words.reason, detail: words.detail };
  const media = body.kind === 'image' || body.kind === 'voice';
  return checksMedia && media ? { reason: 'waiting' as const, detail: '' } : null;
};

/** Says something in a group. What does not pass the check of words or pictures is put aside instead of being posted. */
export const sendMessage = async (command: Command): Promise<Result<Sent>> => {
  const { tx, actor, params, body, now, deps, commandId: sentAs, before: words } = command;
  const seen = await seeGroup(tx, actor, params.groupId);
  if (!seen) return refuse('not-found');
  const spoken = maySpeak(seen, now);
  if (!spoken.ok) return spoken;
  const content = await readContent(tx, actor.communityId, body);
  if (!content.ok) return content;
  const referred = await mayRefer(tx, actor, seen, body, now, deps.engines);
  if (!referred.ok) return referred;
  const turn = takeTurn(seen, now);
  if (!turn.ok) return turn;
  const hold = holdReason(body, words, deps.contentCheck.checksMedia);
  if (hold !== null) return holdSent(command, seen, turn.value, hold);
  const { group } = seen;
  if (body.fileId !== undefined) {
    const owner = messageFileOwner(group.id, group.lastSeq + 1);
    const attached = await attachFiles(tx, actor, [body.fileId], owner);
    if (!attached.ok) return attached;
  }
  const { kind, text = '', quoteSeq, mentions, mentionsAll } = body;
  const said = { authorId: actor.residentId, sentAs, kind, text, body: content.value, quoteSeq, mentions, mentionsAll };
  const message = await appendMessage(tx, group, { ...said, flood: turn.value }, now);
  return ok({ message, held: null });
};
