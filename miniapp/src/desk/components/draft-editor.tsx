import type { MatterPage, MatterReply } from '@bandeng/shared/deliberation/schemas.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { findDraftFaults, formOf, type DraftForm } from '@/desk/draft-form';
import { may } from '@/desk/find-allowed';
import { useDraftCommands, type DraftMode } from '@/desk/use-draft-commands';
import { useKept } from '@/platform/use-kept';
import { useT } from '@/i18n/use-t';
import { replaceWith } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { FootButtons } from '@/ui/foot-buttons';
import { Notice } from '@/ui/notice';
import { toast } from '@/ui/overlay-store';
import { Coauthors } from './coauthors';
import { DiscardDraft } from './discard-draft';
import { DraftConflict } from './draft-conflict';
import { DraftFields } from './draft-fields';
import { DraftPreview } from './draft-preview';
import { SubmitDraft } from './submit-draft';

export type { DraftMode };

interface DraftEditorProps {
  readonly mode: DraftMode;
  readonly communityId: string;
  readonly initial: DraftForm;
  readonly page?: MatterPage;
  readonly apply?: (reply: MatterReply) => void;
  readonly refresh?: () => Promise<unknown>;
}

/** The head as a reply carries it. */
const headIn = (reply: MatterReply) =>
  reply.events.flatMap((event) => (event.type === 'HeadChanged' ? [event.head] : [])).pop();

/**
 * Writing a matter: as a draft, as an amendment, or revised after it was returned. What is typed stays on the device
 * until it is saved.
 */
export const DraftEditor = ({ mode, communityId, initial, page, apply, refresh }: DraftEditorProps) => {
  const t = useT();
  const head = page?.matter.head;
  const matterId = head?.id ?? null;
  const form = useKept(`draft.${matterId ?? 'new'}.${mode}`, initial);
  const [tried, setTried] = useState(false);
  const [showing, setShowing] = useState<'preview' | 'submit' | null>(null);
  const { save, busy, retrying, error, clearError } = useDraftCommands(mode, communityId, matterId);
  const changes = mode === 'amend' || mode === 'revise';
  const faults = findDraftFaults(form.value);
  const reasonMissing = changes && form.value.reason.trim() === '';
  const conflict = error?.code === 'version-conflict';

  const saveNow = async (value: DraftForm): Promise<number | null> => {
    setTried(true);
    if (faults.length > 0 || reasonMissing) return null;
    const saved = await save(value);
    if (saved === null) {
      if (refresh !== undefined) await refresh();
      return null;
    }
    apply?.(saved.reply);
    const fresh = headIn(saved.reply);
    form.settle(fresh === undefined ? undefined : formOf(fresh));
    toast(t('chair.saved'));
    if (mode === 'new') replaceWith('/desk/pages/draft/index', { matterId: saved.matterId });
    else if (changes) replaceWith('/desk/pages/matter/index', { matterId: saved.matterId });
    return fresh?.revision ?? null;
  };

  const overwrite = () => {
    if (head === undefined) return;
    clearError();
    form.change({ revision: head.revision });
    void saveNow({ ...form.value, revision: head.revision });
  };
  const takeTheirs = () => {
    if (head === undefined) return;
    clearError();
    form.settle(formOf(head));
  };

  return (
    <>
      {changes ? <Notice tone="amber">{t(`chair.lead-${mode}`)}</Notice> : null}
      {form.restored ? <Notice tone="amber">{t('desk.restored')}</Notice> : null}
      <DraftFields communityId={communityId} mode={mode} form={form.value} tried={tried} onChange={form.change} />
      {head !== undefined && mode === 'edit' ? (
        <Coauthors
          communityId={communityId}
          head={head}
          editable={may(page?.allowed ?? [], 'invite-coauthor')}
          onReply={(reply) => apply?.(reply)}
        />
      ) : null}
      {conflict && head !== undefined ? (
        <DraftConflict
          communityId={communityId}
          theirs={formOf(head)}
          onOverwrite={overwrite}
          onTakeTheirs={takeTheirs}
        />
      ) : (
        <ErrorNote error={error} />
      )}
      {tried && (faults.length > 0 || reasonMissing) ? <Notice tone="brick">{t('desk.fixFields')}</Notice> : null}
      <FootButtons>
        <Button kind="outline" onPress={() => setShowing('preview')}>
          {t('chair.preview')}
        </Button>
        <Button
          kind={mode === 'edit' ? 'outline' : 'primary'}
          busy={busy}
          retrying={retrying}
          onPress={() => void saveNow(form.value)}
        >
          {t(changes ? `deliberation.action-${mode}` : 'chair.save')}
        </Button>
        {mode === 'edit' && may(page?.allowed ?? [], 'submit') ? (
          <Button disabled={busy} onPress={() => setShowing('submit')}>
            {t('chair.submit')}
          </Button>
        ) : null}
      </FootButtons>
      {mode === 'edit' && matterId !== null && may(page?.allowed ?? [], 'discard-draft') ? (
        <View>
          <View className="bd-gap" />
          <DiscardDraft communityId={communityId} matterId={matterId} onDiscarded={() => form.settle()} />
        </View>
      ) : null}
      {showing === 'preview' ? (
        <DraftPreview communityId={communityId} form={form.value} onClose={() => setShowing(null)} />
      ) : null}
      {showing === 'submit' && matterId !== null ? (
        <SubmitDraft
          communityId={communityId}
          matterId={matterId}
          form={form.value}
          save={() => saveNow(form.value)}
          onSubmitted={(reply) => {
            setShowing(null);
            apply?.(reply);
            replaceWith('/desk/pages/matter/index', { matterId });
          }}
          onClose={() => setShowing(null)}
        />
      ) : null}
    </>
  );
};
