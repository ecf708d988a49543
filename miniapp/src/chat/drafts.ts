import type { Quote } from '@bandeng/shared/chat/schemas.ts';
import { readStored } from '@/platform/storage';
import { useSession } from '@/platform/session';

/** What is being written in a group and not sent yet. */
export interface Draft {
  readonly text: string;
  readonly mentions: readonly { readonly id: string; readonly label: string }[];
  readonly quote: Quote | null;
}

export const emptyDraft: Draft = { text: '', mentions: [], quote: null };

/** The name under which `useKept` keeps it. */
export const draftName = (groupId: string): string => `draft.${groupId}`;

/** The words of a draft of the signed-in account, for the list of groups. */
export const readDraft = (groupId: string): string =>
  readStored<Partial<Draft>>(`form.${useSession.getState().me?.id ?? ''}.${draftName(groupId)}`)?.text ?? '';
