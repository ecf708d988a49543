import type { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Card } from '@bandeng/shared/chat/schemas.ts';
import { cardKinds, chatLimits, type CardKind } from '@bandeng/shared/chat/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { QueryInput } from '../platform/http/serve.ts';
import { readCards } from './read-cards.ts';

const isCardKind = (kind: string): kind is CardKind => (cardKinds as readonly string[]).includes(kind);

const refOf = (text: string) => {
  const [kind = '', id = '', more] = text.split('.');
  return isCardKind(kind) && /^[A-Za-z0-9_-]{1,64}$/.test(id) && more === undefined ? { kind, id } : null;
};

/** Cards as they stand now, in any order; those that one may not see are left out. */
export const getCards = async ({
  db,
  actor,
  query,
  now,
  deps,
}: QueryInput<typeof chatApi.getCards>): Promise<Result<{ items: Card[] }>> => {
  const refs = query.refs.split(',').map(refOf);
  const known = refs.filter((ref) => ref !== null);
  if (known.length !== refs.length || known.length > chatLimits.page) return refuse('bad-request', { field: 'refs' });
  return ok({ items: await readCards(db, actor, known, now, deps.engines) });
};
