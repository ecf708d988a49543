import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { isDay } from '@bandeng/shared/kernel/legal-days.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { appendRecord } from './append-record.ts';
import { attachFiles } from './attach-files.ts';
import { progressChanged } from './disclosure-events.ts';
import { matterReply } from './publish-events.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockVisibleMatter } from './see-matter.ts';
import { touchMatter } from './touch-matter.ts';

type AddProgress = typeof deliberationApi.addProgress;

/** The work as it happens: tender, contract, photos, and each payment with its voucher. */
export const addProgress = async (input: CommandInput<AddProgress>): Promise<Result<Reply<AddProgress>>> => {
  const { tx, actor, params, body, now, newId } = input;
  const { communityId } = actor;
  const matter = await lockVisibleMatter(tx, actor, params.matterId);
  if (!matter) return refuse('not-found');
  if (matter.status !== 'running') return refuse('matter-not-running');
  if (matter.stageId !== 'publish-outcome') return refuse('wrong-stage');
  const allowed = await requireAllowed(tx, actor, matter, 'add-progress', null, now);
  if (!allowed.ok) return allowed;
  if (!isDay(body.day)) return refuse('bad-request', { field: 'day' });
  if (body.kind !== 'payment' && body.amountFen !== null) return refuse('amount-not-payment', { field: 'amountFen' });
  if (body.kind === 'payment' && (body.amountFen === null || body.payee.trim() === '' || body.fileIds.length === 0)) {
    return refuse('payment-incomplete', {
      field: body.amountFen === null ? 'amountFen' : body.payee.trim() === '' ? 'payee' : 'fileIds',
    });
  }
  const owner = { kind: 'matter', id: matter.id };
  const files = await attachFiles(tx, communityId, actor.residentId, body.fileIds, owner);
  if (!files.ok) return files;
  const id = newId();
  const { kind, title, text, day, amountFen, payee } = body;
  const entry = { kind, title, text, day, amountFen, payee };
  await tx.insert(tx.t.progressEntries).values({
    communityId,
    id,
    matterId: matter.id,
    ...entry,
    byId: actor.residentId,
    at: now,
    fileIds: [...body.fileIds],
  });
  const step = { progressId: id, ...entry, files: files.value };
  await touchMatter(tx, matter, now);
  await appendRecord(tx, { communityId, matterId: matter.id, kind: 'progress-added', actor, body: step, at: now });
  const events = [await progressChanged(tx, communityId, id)];
  return ok({ id, ...(await matterReply(tx, actor, matter.id, events, now)) });
};
