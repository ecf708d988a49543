import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { refuseTimes } from '@bandeng/shared/bulletin/status.ts';
import type { Body, Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { randomBytes } from 'node:crypto';
import { checkWording } from '../platform/content-check/check-wording.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput, Input } from '../platform/http/serve.ts';
import { checkScope } from './check-scope.ts';
import { attachNoticeFiles } from './media-checked.ts';

type CreateNotice = typeof bulletinApi.createNotice;

/** Looks at the words of a text that is to be kept, outside of the transaction. */
export const checkText = ({ deps, account, body }: Pick<Input<CreateNotice>, 'deps' | 'account' | 'body'>) =>
  checkWording({ deps, account }, [body.title, body.body].join('\n'), 'body');

/** An emergency always asks for an acknowledgement. */
export const noticeColumns = ({ category, needsAck, expiresAt }: Body<CreateNotice>) => ({
  category,
  needsAck: needsAck || category === 'urgent',
  expiresAt,
});

/** Keeps a draft that only its author sees. Refuses wording-risky, scope-empty, scope-denied, expiry-past, not-found, file-attached. */
export const createNotice = async (input: CommandInput<CreateNotice>): Promise<CommandResult<Reply<CreateNotice>>> => {
  const { tx, actor, body, now } = input;
  const { communityId, residentId } = actor;
  const scope = await checkScope(tx, actor, body);
  if (!scope.ok) return scope;
  const late = refuseTimes({ at: null, expiresAt: body.expiresAt }, now);
  if (late !== null) return refuse(late, { field: 'expiresAt' });
  const id = input.newId();
  const attached = await attachNoticeFiles(input, id, body.fileIds);
  if (!attached.ok) return attached;
  await tx.insert(tx.t.notices).values({
    ...noticeColumns(body),
    ...scope.value,
    communityId,
    id,
    authorId: residentId,
    status: 'draft',
    version: 1,
    publishAt: null,
    publishedAt: null,
    createdAt: now,
    lastReminderAt: null,
    withdrawnReason: '',
    publicToken: randomBytes(16).toString('base64url'),
  });
  const text = { title: body.title, body: body.body, fileIds: body.fileIds };
  await tx.insert(tx.t.noticeVersions).values({ ...text, communityId, noticeId: id, version: 1, at: now, byId: residentId, change: '' });
  return ok({ id });
};
