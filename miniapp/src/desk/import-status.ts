import type { RegisterImport } from '@bandeng/shared/community/schemas.ts';
import type { Tone } from '@/ui/tag';

export const importTones: Readonly<Record<RegisterImport['status'], Tone>> = {
  mapping: 'brick',
  checked: 'brick',
  running: 'amber',
  done: 'bamboo',
  failed: 'slate',
  cancelled: 'slate',
};

/** Where an import stands among its steps: file, columns, dry run, writing. */
export const importStep: Readonly<Record<RegisterImport['status'], number>> = {
  mapping: 1,
  checked: 2,
  running: 3,
  done: 4,
  failed: 3,
  cancelled: 1,
};
