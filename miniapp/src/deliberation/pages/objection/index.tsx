import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterPage } from '@bandeng/shared/deliberation/schemas.ts';
import { publishResolution } from '@bandeng/shared/deliberation/stages/publish-resolution.ts';
import { useState } from 'react';
import { MemberOnly } from '@/account/components/member-only';
import { useMatter } from '@/deliberation/queries';
import { useKept } from '@/platform/use-kept';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { goBack } from '@/platform/navigate';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { ErrorNote } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { toast } from '@/ui/overlay-store';
import { Page } from '@/ui/page';
import { TextArea } from '@/ui/text-field';

/** Three days [practice]; a community's rules may only say fewer. */
const longestAnswerDays = publishResolution.answer.maximum;

/** Filing an objection to a disclosure. What is typed stays on the device until the server has it. */
export default function Objection() {
  const t = useT();
  const { matter: matterId = '', disclosure: disclosureId = '' } = useRouter().params;
  const state = useMatter(matterId);
  const file = useCommand(deliberationApi.fileObjection);
  const kept = useKept(`objection.${disclosureId}`, { text: '' });
  const [missing, setMissing] = useState(false);
  const text = kept.value.text.trim();
  const send = async () => {
    setMissing(text === '');
    if (text === '') return;
    const outcome = await file.run({ params: { communityId: state.communityId, disclosureId }, body: { text } });
    if (!outcome.ok) return;
    kept.settle({ text: '' });
    state.apply(outcome.reply);
    toast(t('deliberation.objectionSent'));
    goBack();
  };
  const mayFile = ({ allowed }: MatterPage) =>
    allowed.some(({ action, subjectId }) => action === 'file-objection' && subjectId === disclosureId);
  const content = (page: MatterPage) => {
    const disclosure = page.matter.disclosures.find(({ id }) => id === disclosureId);
    if (disclosure === undefined || !mayFile(page)) return <EmptyState title={t('deliberation.objectionClosed')} />;
    return (
      <>
        <Card title={page.matter.head.title}>
          <View className="bd-muted">
            {t('deliberation.objectionFor')}: {t(`deliberation.stage-${disclosure.stageId}`)}
          </View>
        </Card>
        <Notice>
          {t('deliberation.objectionLead', { n: longestAnswerDays })}
          {/* The outcome cannot be taken back any more: an objection to it is answered in public and goes no further. */}
          {disclosure.stageId === 'publish-resolution' ? ` ${t('deliberation.objectionBack')}` : ''}
        </Notice>
        <TextArea
          label={t('deliberation.objectionText')}
          placeholder={t('deliberation.objectionTextHint')}
          hint={t('deliberation.objectionPublic')}
          error={missing && text === '' ? t('ui.required') : undefined}
          required
          maxLength={2000}
          value={kept.value.text}
          onChange={(next) => kept.change({ text: next })}
        />
        <ErrorNote error={file.error} />
        <Button busy={file.busy} retrying={file.retrying} onPress={() => void send()}>
          {t('deliberation.objectionSend')}
        </Button>
      </>
    );
  };
  return (
    <Page title={t('deliberation.objection')}>
      <MemberOnly>{() => <Await query={state}>{content}</Await>}</MemberOnly>
    </Page>
  );
}
