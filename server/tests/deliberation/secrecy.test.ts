import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { getTableColumns, getTableName, sql, type Table } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildAssembly, commandId, hour, type Assembly } from './assembly.ts';

type Row = Record<string, unknown>;

/** Every row of every table, as text: what somebody with the whole database in hand could search. */
const dump = async (t: TestApp): Promise<Map<string, Row[]>> => {
  const found = new Map<string, Row[]>();
  for (const table of Object.values(t.deps.store.t) as unknown as Table[]) {
    const rows = await t.deps.store.read((db) => db.select().from(table as never) as unknown as Promise<Row[]>);
    found.set(getTableName(table), rows);
  }
  return found;
};

const tablesThatHold = (tables: Map<string, Row[]>, text: string): string[] =>
  [...tables].filter(([, rows]) => JSON.stringify(rows).includes(text)).map(([name]) => name);

describe.each(engines)('secret ballots on %s', { timeout: 120_000 }, (engine) => {
  let t: TestApp;
  let a: Assembly;
  let sessionId: string;
  let matterId: string;
  const receipts = new Map<string, string>();
  const commandIds: string[] = [];

  beforeAll(async () => {
    t = await buildTestApp({ engine });
    a = await buildAssembly(t);
    matterId = await a.submitted({ secret: true });
    sessionId = await a.convene('b1', matterId);
    await a.open('b1', sessionId);
    const choices = { b1: 'no', b2: 'yes', b3: 'yes', b4: 'abstain' } as const;
    for (const [key, choice] of Object.entries(choices)) {
      t.time.advance(1000);
      const id = commandId();
      commandIds.push(id);
      const { receipt } = await a.ok(key, api.castBallot, { params: { sessionId }, body: { choice }, commandId: id });
      receipts.set(key, receipt);
    }
    t.time.advance(1000);
    const change = { choice: 'no' as const, receipt: receipts.get('b2') ?? '' };
    await a.ok('b2', api.castBallot, { params: { sessionId }, body: change });
    const photoId = t.deps.newId();
    const meta = { name: '选票.jpg', type: 'image/jpeg', size: 9, sha256: 'f'.repeat(64), ownerKind: null, ownerId: null };
    const { communityId } = a.c;
    const row = { communityId, id: photoId, ...meta, uploadedBy: a.person('facilitator').resident, at: t.time.now() };
    await t.deps.store.write((tx) => tx.insert(tx.t.files).values(row));
    const sheet = {
      voterId: a.person('b5').resident,
      choice: 'yes' as const,
      channel: 'paper' as const,
      witnessIds: [a.person('d1').resident, a.person('d2').resident],
      photoId,
    };
    const id = commandId();
    commandIds.push(id);
    const paper = await a.ok('facilitator', api.enterPaperBallot, { params: { sessionId }, body: sheet, commandId: id });
    receipts.set('b5', paper.receipt);
  });
  afterAll(async () => {
    expect(t.problems).toEqual([]);
    await t.close();
  });

  it('keeps the receipt in the box alone, and the command id nowhere', async () => {
    const tables = await dump(t);
    for (const receipt of receipts.values()) expect(tablesThatHold(tables, receipt)).toEqual(['secret_ballots']);
    for (const id of commandIds) expect(tablesThatHold(tables, id)).toEqual([]);
  });

  it('has no column in which box and roll could meet', async () => {
    const { secretBallots, rollEntries, assistedEntries } = t.deps.store.t;
    expect(Object.keys(getTableColumns(secretBallots))).toEqual(['communityId', 'sessionId', 'receipt', 'choice']);
    const tables = await dump(t);
    const box = tables.get('secret_ballots') ?? [];
    expect(box).toHaveLength(5);
    const people = ['b1', 'b2', 'b3', 'b4', 'b5', 'facilitator'].flatMap((key) => [a.person(key).resident, a.person(key).account]);
    for (const person of people) expect(JSON.stringify(box)).not.toContain(person);
    const shared = (table: Parameters<typeof getTableColumns>[0]) =>
      Object.keys(getTableColumns(table)).filter((name) => name in getTableColumns(secretBallots));
    expect(shared(rollEntries)).toEqual(['communityId', 'sessionId']);
    expect(shared(assistedEntries)).toEqual(['communityId', 'sessionId']);
    expect(tables.get('open_ballots')).toEqual([]);
  });

  it('tells no time and no person of a ballot in roll, record or events', async () => {
    const tables = await dump(t);
    const roll = (tables.get('roll_entries') ?? []).filter((row) => row['sessionId'] === sessionId);
    expect(roll.map((row) => [row['voted'], row['checkedInAt'], row['signedAt']])).toEqual(Array(5).fill([true, null, null]));
    const [session] = (await a.view(matterId)).sessions;
    const steps = (tables.get('record_entries') ?? []).filter((row) => String(row['kind']).startsWith('ballot-'));
    expect(steps.map((row) => row['kind']).sort()).toEqual([...Array<string>(5).fill('ballot-cast'), 'ballot-changed']);
    for (const step of steps) {
      expect(step).toMatchObject({ at: session?.openedAt, actor: '', body: JSON.stringify({ sessionId }) });
    }
    const events = (tables.get('channel_events') ?? []).filter((row) => row['type'] === 'TurnoutChanged');
    expect(events.length).toBeGreaterThanOrEqual(5);
    for (const { data } of events)
      expect(Object.keys(data as object).sort()).toEqual(['cast', 'due', 'excused', 'present', 'sessionId', 'type']);
    const answers = JSON.stringify(tables.get('commands'));
    for (const receipt of receipts.values()) expect(answers).not.toContain(receipt);
  });

  it('shakes the box at the count: physical order is that of the receipts, and one transaction wrote everything', async () => {
    t.time.advance(3 * hour);
    await t.runTimers();
    expect((await a.view(matterId)).sessions[0]?.outcome).toMatchObject({ cast: 5, yes: 2, no: 2, abstain: 1, result: 'rejected' });
    const sorted = [...receipts.values()].sort();
    const place = engine === 'postgres' ? sql`ctid` : sql`rowid`;
    const stored = await t.deps.store.read((db) =>
      db.select({ receipt: db.t.secretBallots.receipt }).from(db.t.secretBallots).orderBy(place),
    );
    expect(stored.map(({ receipt }) => receipt)).toEqual(sorted);
    if (engine === 'postgres') {
      const writers = await t.deps.store.read(async (db) => {
        const { secretBallots: s, rollEntries: r, assistedEntries: e } = db.t;
        const xmin = sql<string>`xmin::text`;
        return [
          ...(await db.select({ xmin }).from(s)),
          ...(await db.select({ xmin }).from(r)),
          ...(await db.select({ xmin }).from(e)),
        ];
      });
      expect(new Set(writers.map((row) => row.xmin)).size).toBe(1);
    }
    expect((await t.as(a.person('b1').account).get(api.verifyRecord, { params: { communityId: a.c.communityId, matterId } })).unbroken).toBe(true);
  });

  it('lets every voter find the own ballot in the published list', async () => {
    const { items } = await a.ok('d1', api.listReceipts, { params: { sessionId } });
    const cast = { b1: 'no', b2: 'no', b3: 'yes', b4: 'abstain', b5: 'yes' };
    for (const [key, choice] of Object.entries(cast))
      expect(items).toContainEqual({ receipt: receipts.get(key), choice, channel: null });
    expect((await a.ok('d1', api.getSession, { params: { sessionId } })).roll.every((line) => line.choice === null && line.channel === null)).toBe(true);
  });
});
