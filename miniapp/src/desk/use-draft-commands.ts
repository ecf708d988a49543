import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterReply } from '@bandeng/shared/deliberation/schemas.ts';
import { useCommand } from '@/platform/command';
import { contentOf, type DraftForm } from './draft-form';

export type DraftMode = 'new' | 'edit' | 'amend' | 'revise';

export type Saved = { readonly matterId: string; readonly reply: MatterReply } | null;

/** Sends a text by the command that its mode asks for. */
export const useDraftCommands = (mode: DraftMode, communityId: string, matterId: string | null) => {
  const create = useCommand(deliberationApi.createDraft);
  const edit = useCommand(deliberationApi.editDraft);
  const amend = useCommand(deliberationApi.amendMatter);
  const revise = useCommand(deliberationApi.reviseMatter);
  const command = { new: create, edit, amend, revise }[mode];

  const save = async (form: DraftForm): Promise<Saved> => {
    const content = contentOf(form);
    if (mode === 'new' || matterId === null) {
      const outcome = await create.run({ params: { communityId }, body: content });
      return outcome.ok ? { matterId: outcome.reply.id, reply: outcome.reply } : null;
    }
    const params = { communityId, matterId };
    const body = { ...content, revision: form.revision };
    const reason = form.reason.trim();
    const outcome =
      mode === 'edit'
        ? await edit.run({ params, body })
        : mode === 'amend'
          ? await amend.run({ params, body: { ...body, material: form.material, reason } })
          : await revise.run({ params, body: { ...body, reason } });
    return outcome.ok ? { matterId, reply: outcome.reply } : null;
  };
  return { save, busy: command.busy, retrying: command.retrying, error: command.error, clearError: command.clearError };
};
