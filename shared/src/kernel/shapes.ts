import { Type, type TSchema } from 'typebox';

/** Shapes that every engine's contract uses. Times are milliseconds since 1970, days are 'YYYY-MM-DD' in China Standard Time. */
export const Id = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' });
export const Ms = Type.Integer({ minimum: 0, maximum: 253402300799999 });
export const Day = Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' });
/** Money in fen. */
export const Fen = Type.Integer({ minimum: 0, maximum: 9_000_000_000_000 });
/** Exclusive area in 0.01 m². */
export const AreaCentiM2 = Type.Integer({ minimum: 1, maximum: 100_000_000 });
export const Count = Type.Integer({ minimum: 0, maximum: 9_007_199_254_740_991 });

/** A text a person writes: at least one visible character, bounded. */
export const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
export const OptionalText = (maxLength: number) => Type.String({ maxLength });
export const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
export const OneOf = <const V extends readonly string[]>(values: V) => Type.Unsafe<V[number]>(Type.Enum([...values]));

/** Paging by opaque cursor: `next` is null on the last page. */
export const PageQuery = { cursor: Type.Optional(Type.String({ maxLength: 200 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) };
export const Page = <S extends TSchema>(item: S) => Type.Object({ items: Type.Array(item), next: Nullable(Type.String()) });

export const Done = Type.Object({ done: Type.Literal(true) });
export const Created = Type.Object({ id: Id });

/** A stored file as its readers see it. */
export const FileRef = Type.Object({ id: Id, name: Type.String(), type: Type.String(), size: Count });

/** A neighbour as other members see one: '王工 3-2-101'. */
export const PersonRef = Type.Object({ id: Id, name: Type.String(), label: Type.String() });
