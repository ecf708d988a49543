import type { FieldName } from '@bandeng/shared/community/register/fields.ts';
import type { Tx } from '../../platform/store/store.ts';

/** One chunk of an import being applied. */
export interface Applying {
  readonly tx: Tx;
  readonly communityId: string;
  readonly importId: string;
  /** Who committed the import. */
  readonly byId: string;
  readonly provided: readonly FieldName[];
  readonly now: number;
  readonly newId: () => string;
}
