import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterHead, MatterOption } from '@bandeng/shared/deliberation/schemas.ts';
import type { Assembly, MatterType } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { Body } from '@bandeng/shared/kernel/api.ts';
import { formatFen, parseYuan } from '@bandeng/shared/kernel/money.ts';
import type { FileItem } from '@/ui/file-list';

/** A draft as it is typed; the budget stays a text until it is sent. */
export interface DraftForm {
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly type: MatterType;
  readonly secret: boolean;
  readonly assembly: Assembly;
  readonly budget: string;
  readonly options: readonly MatterOption[];
  readonly files: readonly FileItem[];
  /** The revision that the typing began from. */
  readonly revision: number;
  /** Of an amendment or a revision. */
  readonly material: boolean;
  readonly reason: string;
}

export type DraftContent = Body<typeof deliberationApi.createDraft>;

export const emptyDraft: DraftForm = {
  title: '',
  summary: '',
  text: '',
  type: 'public-works',
  secret: false,
  assembly: 'representatives',
  budget: '',
  options: [],
  files: [],
  revision: 0,
  material: true,
  reason: '',
};

export const formOf = (head: MatterHead): DraftForm => ({
  title: head.title,
  summary: head.summary,
  text: head.text,
  type: head.type,
  secret: head.secret,
  assembly: head.assembly,
  budget: head.budgetFen === null ? '' : formatFen(head.budgetFen),
  options: head.options,
  files: head.attachments,
  revision: head.revision,
  material: true,
  reason: '',
});

/** Fen of what was typed, null when nothing was; undefined when it is no amount. */
export const readBudget = (text: string): number | null | undefined => {
  if (text.trim() === '') return null;
  const fen = parseYuan(text);
  return fen === null || fen < 0 || fen > 9_000_000_000_000 ? undefined : fen;
};

export type DraftFault = 'title' | 'budget' | 'option';

/** What the server would not take. A draft may be saved without a text; it cannot be submitted so. */
export const findDraftFaults = (form: DraftForm): DraftFault[] => [
  ...(form.title.trim() === '' ? (['title'] as const) : []),
  ...(readBudget(form.budget) === undefined ? (['budget'] as const) : []),
  ...(form.options.some(({ title }) => title.trim() === '') ? (['option'] as const) : []),
];

/** Elections are always secret [居民委员会组织法 2025 rev., art. 19]. */
export const isSecret = ({ type, secret }: Pick<DraftForm, 'type' | 'secret'>): boolean =>
  type === 'election' || secret;

/** The content to send. Only for a form without faults. */
export const contentOf = (form: DraftForm): DraftContent => ({
  title: form.title.trim(),
  summary: form.summary.trim(),
  text: form.text,
  type: form.type,
  secret: isSecret(form),
  assembly: form.assembly,
  budgetFen: readBudget(form.budget) ?? null,
  options: form.options.map(({ id, title, text }) => ({ id, title: title.trim(), text: text.trim() })),
  fileIds: form.files.map(({ id }) => id),
});
