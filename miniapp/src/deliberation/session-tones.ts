import type { SessionStatus } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { Tone } from '@/ui/tag';

export const sessionTones: Readonly<Record<SessionStatus, Tone>> = {
  convened: 'slate',
  open: 'brick',
  passed: 'bamboo',
  rejected: 'slate',
  'no-quorum': 'amber',
  void: 'slate',
  cancelled: 'slate',
};
