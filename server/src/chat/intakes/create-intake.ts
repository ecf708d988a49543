import type { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Intake } from '@bandeng/shared/chat/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Verdict } from '../../platform/content-check/content-check.ts';
import type { CommandInput, Input } from '../../platform/http/serve.ts';
import type { Tx } from '../../platform/store/store.ts';
import { appendMessage } from '../append-message.ts';
import { allowedTo, lockSeenGroup, type SeenGroup } from '../load-group.ts';
import { takeTurn } from '../take-turn.ts';
import { findConcernedArea } from './find-area.ts';
import { loadHandlerScope, type IntakeRow } from './intake-scope.ts';
import { presentIntake } from './present-intake.ts';
import { takeIntakeTurn } from './take-intake-turn.ts';
import { takeNumber } from './take-number.ts';
import { takeOver } from './take-over.ts';

type Create = typeof chatApi.createIntake;

/** The words that neighbours would read on the card. */
export const checkTitle = async ({ body, account, deps }: Input<Create>): Promise<Result<Verdict>> =>
  ok(await deps.contentCheck.checkText({ text: body.title, accountId: account.id }));

/** Lets the neighbours see what becomes of it. Whoever may not speak in the group now hands on without a card. */
const postIntakeCard = async (
  tx: Tx,
  seen: SeenGroup,
  row: IntakeRow,
  sentAs: string,
  now: number,
): Promise<Result<null>> => {
  if (!allowedTo(seen, now).includes('speak')) return ok(null);
  const turn = takeTurn(seen, now);
  if (!turn.ok) return turn;
  const body = { cardKind: row.kind, cardId: row.id };
  const card = { authorId: row.byId, sentAs, kind: 'card', text: '', body, flood: turn.value } as const;
  await appendMessage(tx, seen.group, card, now);
  return ok(null);
};

/**
 * Hands something on as a topic for the hall or a case for the committee: messages of a group one is in, own words, or
 * both. A title that the check of words does not pass reaches its handlers, and is shown to no neighbours.
 * Refuses not-found, message-gone, intake-empty, sending-too-fast, group-busy.
 */
export const createIntake = async (input: CommandInput<Create, Verdict>): Promise<Result<Intake>> => {
  const { tx, actor, body, now, newId, commandId, before: title } = input;
  const { communityId, residentId } = actor;
  const { groupId } = body;
  const seen = groupId === undefined ? undefined : await lockSeenGroup(tx, actor, groupId);
  if (groupId !== undefined && seen === undefined) return refuse('not-found', { field: 'groupId' });
  const turn = await takeIntakeTurn(tx, communityId, residentId, now);
  if (!turn.ok) return turn;
  const taken = await takeOver(tx, { communityId, groupId }, body.text, body.seqs ?? []);
  if (!taken.ok) return taken;
  const row: IntakeRow = {
    communityId,
    id: newId(),
    kind: body.kind,
    number: await takeNumber(tx, communityId, body.kind, now),
    title: body.title.trim(),
    ...taken.value,
    groupId: groupId ?? null,
    areaId: await findConcernedArea(tx, communityId, seen?.group, residentId),
    byId: residentId,
    at: now,
    status: 'received',
    reply: '',
    handledBy: null,
    handledAt: null,
  };
  await tx.insert(tx.t.intakes).values(row);
  if (seen !== undefined && title.pass) {
    const posted = await postIntakeCard(tx, seen, row, commandId, now);
    if (!posted.ok) return posted;
  }
  return ok(await presentIntake(tx, await loadHandlerScope(tx, actor), row));
};
