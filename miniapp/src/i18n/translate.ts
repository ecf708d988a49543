import { textOf, type Language } from './catalogues';
import type { zhCN } from './zh-CN/index';

export type { Language } from './catalogues';

type Zh = Readonly<typeof zhCN>;
type Section = keyof Zh;

/** Every key of the catalogue: 'ui.retry', 'deliberation.castBallot' … */
export type Key = { [S in Section]: `${S}.${keyof Zh[S] & string}` }[Section];

type TextOf<K> = K extends `${infer S}.${infer Name}`
  ? S extends Section
    ? Name extends keyof Zh[S]
      ? Zh[S][Name]
      : never
    : never
  : never;

type Placeholder<T> = T extends `${string}{${infer P}}${infer Rest}` ? P | Placeholder<Rest> : never;

/** The values a text needs, by the `{name}` it contains; nothing when it contains none. */
export type Values<K extends Key> = [Placeholder<TextOf<K>>] extends [never]
  ? []
  : [values: Record<Placeholder<TextOf<K>>, string | number>];

/** `{n}` is replaced by the value; `{n|vote|votes}` by the first word when the value is 1 and by the second otherwise. */
const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (one === undefined) return String(value);
    return Number(value) === 1 ? one : (many ?? '');
  });

export const translate = <K extends Key>(language: Language, key: K, ...[values]: Values<K>): string =>
  fill(textOf(language, key), values ?? {});
