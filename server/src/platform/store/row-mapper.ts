import { Column, getTableName, is, SQL, Subquery } from 'drizzle-orm';
import { openSharedJson } from './shared-json.ts';

/** One column of a result as drizzle lists them: where its value goes (one step, or table and name), and what decodes it. */
export interface SelectedField {
  readonly path: readonly string[];
  readonly field: unknown;
}

/** By table: whether its part of a joined row is always there. */
export type NotNullable = Readonly<Record<string, boolean>>;

type Decode = (raw: unknown) => unknown;

interface Decoder {
  mapFromDriverValue(raw: unknown): unknown;
}

interface Target {
  readonly index: number;
  readonly key: string;
  readonly decode: Decode | null;
}

interface Part {
  /** Null for values that stand in the row itself. */
  readonly name: string | null;
  readonly targets: readonly Target[];
  /** The value that is null when a left join found nothing; null where the part is always there. */
  readonly witness: Target | null;
}

const decoderOf = (field: unknown): Decoder => {
  if (is(field, Column)) return field;
  if (is(field, SQL)) return (field as unknown as { decoder: Decoder }).decoder;
  if (is(field, Subquery)) return (field._.sql as unknown as { decoder: Decoder }).decoder;
  return (field as { sql: { decoder: Decoder } }).sql.decoder;
};

const mapperOf = (decoder: Decoder): unknown => Reflect.get(decoder, 'mapFromDriverValue');
/** What columns of texts and numbers inherit: the value as it is. */
const asItIs = mapperOf(Column.prototype);

const targetOf = ({ path, field }: SelectedField, index: number): Target => {
  const decoder = decoderOf(field);
  const decode: Decode = (raw) => decoder.mapFromDriverValue(raw);
  const key = path[path.length - 1] ?? '';
  if (is(field, Column) && field.dataType === 'json') return { index, key, decode: openSharedJson(decode) as Decode };
  return { index, key, decode: mapperOf(decoder) === asItIs ? null : decode };
};

/** As drizzle judges it: by the first column of the part, when all its columns are of one table that may be missing. */
const witnessOf = (fields: readonly SelectedField[], targets: readonly Target[], notNullable: NotNullable | undefined): Target | null => {
  if (notNullable === undefined) return null;
  const columns = fields.flatMap(({ field }, i) => (is(field, Column) ? [{ table: getTableName(field.table), target: targets[i] }] : []));
  const [first] = columns;
  if (first?.target === undefined || columns.some(({ table }) => table !== first.table)) return null;
  return notNullable[first.table] === true ? null : first.target;
};

const valueAt = (row: readonly unknown[], { index, decode }: Target): unknown => {
  const raw = row[index];
  return raw === null || decode === null ? raw : decode(raw);
};

const fill = (into: Record<string, unknown>, row: readonly unknown[], targets: readonly Target[]): Record<string, unknown> => {
  for (const target of targets) into[target.key] = valueAt(row, target);
  return into;
};

/**
 * Makes of drizzle's list of fields, once, what its own mapper finds out anew for every value of every row: the same
 * objects in a fraction of the time. Null where the fields are nested deeper than it knows.
 */
export const compileRowMapper = (
  fields: readonly SelectedField[],
  notNullable: NotNullable | undefined,
): ((row: readonly unknown[]) => Record<string, unknown>) | null => {
  if (fields.some(({ path }) => path.length > 2)) return null;
  const indexed = fields.map((field, index) => ({ field, target: targetOf(field, index) }));
  const nameOf = ({ path }: SelectedField): string | null => (path.length === 1 ? null : (path[0] ?? ''));
  const parts: Part[] = [...new Set(fields.map(nameOf))].map((name) => {
    const own = indexed.filter(({ field }) => nameOf(field) === name);
    const targets = own.map(({ target }) => target);
    return { name, targets, witness: name === null ? null : witnessOf(own.map(({ field }) => field), targets, notNullable) };
  });
  const [only] = parts;
  if (only?.name === null && parts.length === 1) return (row) => fill({}, row, only.targets);
  return (row) => {
    const result: Record<string, unknown> = {};
    for (const { name, targets, witness } of parts) {
      if (name === null) fill(result, row, targets);
      else result[name] = witness !== null && valueAt(row, witness) === null ? null : fill({}, row, targets);
    }
    return result;
  };
};
