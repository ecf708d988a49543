/** What a message outside the app can say. `time` is ms since 1970 as text. */
export const dataFields = ['title', 'place', 'time', 'note'] as const;
export type DataField = (typeof dataFields)[number];
export type OutreachData = Readonly<Partial<Record<DataField | 'page', string>>>;

/** A numbered keyword of a template ('thing1') and the field that goes into it. */
export interface TemplateField {
  readonly keyword: string;
  readonly field: DataField;
}

/** The keywords that most templates for notices have; each account numbers its own. */
export const defaultTemplateFields = 'thing1=title,thing4=place,time3=time,thing6=note';

/** Characters that a keyword of a kind may hold [subscribeMessage.send]; kinds that are not named take 20. */
const limits: Readonly<Record<string, number>> = { thing: 20, short_thing: 5, phrase: 5, name: 10, character_string: 32 };

/** Reads `thing1=title,time3=time`; null when it cannot be understood. */
export const parseTemplateFields = (text: string): readonly TemplateField[] | null => {
  const fields: TemplateField[] = [];
  for (const part of text.split(',')) {
    const [, keyword, field] = /^\s*([a-z_]+[0-9]{1,3})\s*=\s*([a-z]+)\s*$/.exec(part) ?? [];
    if (keyword === undefined || !(dataFields as readonly string[]).includes(field ?? '')) return null;
    if (fields.some((one) => one.keyword === keyword)) return null;
    fields.push({ keyword, field: field as DataField });
  }
  return fields;
};

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** '2026年11月21日 20:00' in China Standard Time, as WeChat wants it. */
export const sayTime = (ms: number): string => {
  const local = new Date(ms + 28_800_000);
  const day = `${local.getUTCFullYear()}年${local.getUTCMonth() + 1}月${local.getUTCDate()}日`;
  return `${day} ${twoDigits(local.getUTCHours())}:${twoDigits(local.getUTCMinutes())}`;
};

/** At most `length` characters; what was cut off is shown by a mark. */
export const shorten = (text: string, length: number): string => {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
};

/** WeChat refuses a message with an empty keyword. */
const unsaid = '详见小程序';

/**
 * Values of a template's keywords, each within its limit.
 * @param now stands in where the message names no time, ms since 1970
 */
export const fillTemplate = (
  fields: readonly TemplateField[],
  data: OutreachData,
  now: number,
): Record<string, { value: string }> =>
  Object.fromEntries(
    fields.map(({ keyword, field }) => {
      const given = data[field] ?? '';
      const text = field === 'time' ? sayTime(/^[0-9]{1,15}$/.test(given) ? Number(given) : now) : given;
      const limit = limits[keyword.replace(/[0-9]+$/, '')] ?? 20;
      return [keyword, { value: shorten(text.trim() === '' ? unsaid : text, limit) }];
    }),
  );
