import type { ProgressKind } from '@bandeng/shared/deliberation/vocabulary.ts';
import { parseYuan } from '@bandeng/shared/kernel/money.ts';
import type { FileItem } from '@/ui/file-list';

/** A progress entry as it is typed. */
export interface ProgressInput {
  readonly kind: ProgressKind;
  readonly title: string;
  readonly text: string;
  readonly day: string;
  readonly amount: string;
  readonly payee: string;
  readonly files: readonly FileItem[];
}

export type ProgressFault = 'title' | 'day' | 'amount' | 'payee' | 'files';

/** Fen of a typed amount above zero, or null. */
export const readAmount = (text: string): number | null => {
  const fen = parseYuan(text);
  return fen !== null && fen > 0 && fen <= 9_000_000_000_000 ? fen : null;
};

/** What is missing. A payment names its amount and payee and carries its voucher; nothing else has an amount. */
export const findProgressFaults = (input: ProgressInput): ProgressFault[] => {
  const pays = input.kind === 'payment';
  return [
    ...(input.title.trim() === '' ? (['title'] as const) : []),
    ...(input.day === '' ? (['day'] as const) : []),
    ...(pays && readAmount(input.amount) === null ? (['amount'] as const) : []),
    ...(pays && input.payee.trim() === '' ? (['payee'] as const) : []),
    ...(pays && input.files.length === 0 ? (['files'] as const) : []),
  ];
};
