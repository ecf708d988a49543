import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Notice } from '@bandeng/shared/bulletin/schemas.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { addressOf } from '@/platform/address';
import { useCommand } from '@/platform/command';
import { goBack, replaceWith } from '@/platform/navigate';
import { refreshAll } from '@/platform/query';
import type { Membership } from '@/platform/session';
import { useKept } from '@/platform/use-kept';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { FootButtons } from '@/ui/foot-buttons';
import { Moment } from '@/ui/moment';
import { Notice as Remark } from '@/ui/notice';
import { toast } from '@/ui/overlay-store';
import { emptyNotice, findDraftFaults, findNoticeFaults, inputOf, type NoticeForm } from './notice-form';
import { NoticeFields } from './notice-fields';
import { PublishSheet } from './publish-sheet';
import { UnpublishedActions } from './unpublished-actions';

interface NoticeEditorProps {
  readonly member: Membership;
  /** One per notice, and one for the next new one. */
  readonly keptAs: string;
  readonly initial: NoticeForm;
  /** What is stored of it; null before it was saved. */
  readonly notice: Notice | null;
  /** Puts in place what was saved, so that the page shows it when it is opened again. */
  readonly apply?: (next: Notice) => void;
  /** Opens on the last look: it was saved a moment ago for that. */
  readonly previewing?: boolean;
}

/** Writes a notice. What is typed stays on the device until it is saved, and the draft on the server until it goes out. */
export const NoticeEditor = ({ member, keptAs, initial, notice, apply, previewing = false }: NoticeEditorProps) => {
  const t = useT();
  const { communityId } = member;
  const form = useKept<NoticeForm>(keptAs, initial);
  const { value, change } = form;
  const [tried, setTried] = useState<'draft' | 'publish' | null>(null);
  const [looking, setLooking] = useState(previewing);
  const create = useCommand(bulletinApi.createNotice);
  const edit = useCommand(bulletinApi.editNotice);
  const busy = create.busy || edit.busy;
  const scheduled = notice?.status === 'scheduled';
  const faults = tried === null ? [] : tried === 'draft' ? findDraftFaults(value) : findNoticeFaults(value, Date.now());

  const save = async (): Promise<string | null> => {
    const body = inputOf(value);
    if (notice === null) {
      const outcome = await create.run({ params: { communityId }, body });
      return outcome.ok ? outcome.reply.id : null;
    }
    const outcome = await edit.run({ params: { communityId, noticeId: notice.id }, body });
    if (!outcome.ok) return null;
    apply?.(outcome.reply);
    return notice.id;
  };
  const leave = () => {
    form.settle(notice === null ? emptyNotice : undefined);
    void refreshAll(addressOf(bulletinApi.listWrittenNotices, { params: { communityId } }));
  };
  const saveDraft = async () => {
    setTried('draft');
    if (findDraftFaults(value).length > 0 || (await save()) === null) return;
    leave();
    toast(t('notice.saved'));
    goBack();
  };
  const preview = async () => {
    setTried('publish');
    if (findNoticeFaults(value, Date.now()).length > 0) return;
    const id = await save();
    if (id === null) return;
    if (notice !== null) return setLooking(true);
    // The draft has its own page from now on, so that coming back here begins the next one.
    leave();
    replaceWith('/desk/pages/notice-edit/index', { id, preview: 1 });
  };
  const published = (next: Notice) => {
    leave();
    toast(t(next.status === 'scheduled' ? 'notice.scheduled' : 'notice.published'));
    if (next.status === 'scheduled') goBack();
    else replaceWith('/desk/pages/delivery/index', { id: next.id });
  };
  return (
    <>
      {form.restored ? <Remark tone="amber">{t('desk.restored')}</Remark> : null}
      {scheduled && notice.publishAt !== null ? (
        <Remark>
          {t('notice.scheduledFor')} <Moment at={notice.publishAt} />
        </Remark>
      ) : null}
      <NoticeFields communityId={communityId} form={value} faults={faults} onChange={change} />
      {faults.length > 0 ? (
        <Remark tone="brick" live>
          {t('desk.fixFields')}
        </Remark>
      ) : null}
      <ErrorNote error={create.error ?? edit.error} />
      <FootButtons>
        <Button kind="outline" busy={busy} retrying={create.retrying || edit.retrying} onPress={() => void saveDraft()}>
          {t(scheduled ? 'notice.saveChanges' : 'notice.saveDraft')}
        </Button>
        {scheduled ? null : (
          <Button busy={busy} retrying={create.retrying || edit.retrying} onPress={() => void preview()}>
            {t('notice.preview')}
          </Button>
        )}
      </FootButtons>
      {notice === null ? null : <UnpublishedActions communityId={communityId} notice={notice} onGone={leave} />}
      {looking && notice !== null ? (
        <PublishSheet
          communityId={communityId}
          notice={notice}
          form={value}
          onPublished={published}
          onClose={() => setLooking(false)}
        />
      ) : null}
    </>
  );
};
