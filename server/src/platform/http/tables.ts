import type { Kit } from '../store/kit.ts';

/** What a command did, as its first caller was told: a success, or a refusal that left something on record. */
export type Outcome =
  | { ok: true; value: unknown }
  | { ok: false; refusal: { code: string; field?: string; details?: Record<string, string | number | boolean> } };

export const defineCommandTables = (k: Kit) => {
  /** One row per acknowledged command, so that a retry under the same id gets the first result. */
  const commands = k.table(
    'commands',
    {
      communityId: k.id().notNull(),
      actorId: k.id().notNull(),
      commandId: k.id().notNull(),
      fingerprint: k.text().notNull(),
      outcome: k.json<Outcome>().notNull(),
      at: k.int().notNull(),
    },
    (t) => [k.pk({ columns: [t.communityId, t.actorId, t.commandId] }), k.index('commands_at').on(t.at)],
  );
  return { commands };
};
