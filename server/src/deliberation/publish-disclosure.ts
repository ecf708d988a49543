import { decideDisclosure } from '@bandeng/shared/deliberation/disclosure.ts';
import type { MatterReply } from '@bandeng/shared/deliberation/schemas.ts';
import type { DisclosureStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import type { Actor } from '../platform/http/actor.ts';
import { setTimer } from '../platform/jobs/timers.ts';
import type { Tx } from '../platform/store/store.ts';
import { appendRecord } from './append-record.ts';
import { attachFiles } from './attach-files.ts';
import { disclosureChanged } from './disclosure-events.ts';
import { loadCalendar } from './load-calendar.ts';
import { matterReply } from './publish-events.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockVisibleMatter } from './see-matter.ts';

export interface Notice {
  readonly text: string;
  readonly days: number;
  readonly fileIds: readonly string[];
}

/**
 * Puts up the notice of a stage: from now on anybody who holds its token can read it, and a timer takes it down.
 * Refuses not-found, matter-not-running, wrong-stage, not-allowed, disclosure-up, disclosure-days-short, file-not-yours.
 */
export const publishDisclosure = async (
  { tx, actor, now, newId }: { tx: Tx; actor: Actor; now: number; newId: () => string },
  matterId: string,
  stageId: DisclosureStageId,
  notice: Notice,
): Promise<Result<MatterReply>> => {
  const { communityId } = actor;
  const matter = await lockVisibleMatter(tx, actor, matterId);
  if (!matter) return refuse('not-found');
  if (matter.status !== 'running') return refuse('matter-not-running');
  if (matter.stageId !== stageId || matter.rules === null) return refuse('wrong-stage');
  const { disclosures, matters } = tx.t;
  const [up] = await tx
    .select({ id: disclosures.id })
    .from(disclosures)
    .where(
      and(
        eq(disclosures.communityId, communityId),
        eq(disclosures.matterId, matterId),
        eq(disclosures.stageId, stageId),
        eq(disclosures.status, 'up'),
      ),
    );
  if (up) return refuse('disclosure-up');
  const allowed = await requireAllowed(tx, actor, matter, stageId, null, now);
  if (!allowed.ok) return allowed;
  const calendar = await loadCalendar(tx, communityId);
  const deadline = decideDisclosure(now, notice.days, matter.rules.disclosures[stageId], calendar);
  if (!deadline.ok) return deadline;
  const files = await attachFiles(tx, communityId, actor.residentId, notice.fileIds, { kind: 'matter', id: matterId });
  if (!files.ok) return files;
  const id = newId();
  const { firstDay, lastDay, endsAt } = deadline.value;
  const period = { days: notice.days, firstDay, lastDay, endsAt };
  await tx.insert(disclosures).values({
    communityId,
    id,
    matterId,
    stageId,
    version: matter.version,
    status: 'up',
    title: matter.title,
    text: notice.text,
    ...period,
    publishedAt: now,
    publishedBy: actor.residentId,
    endedAt: null,
    // 128 bits: holding the token is the permission to read.
    publicToken: randomBytes(16).toString('base64url'),
    fileIds: [...notice.fileIds],
  });
  await tx
    .update(matters)
    .set({ dueAt: endsAt, touchedAt: now })
    .where(and(eq(matters.communityId, communityId), eq(matters.id, matterId)));
  await setTimer(tx, { communityId, kind: 'end-disclosure', subjectId: id, dueAt: endsAt });
  const body = { disclosureId: id, stageId, version: matter.version, text: notice.text, ...period, files: files.value };
  await appendRecord(tx, { communityId, matterId, kind: 'disclosure-published', actor, body, at: now });
  return ok(await matterReply(tx, actor, matterId, [await disclosureChanged(tx, communityId, id)], now));
};
