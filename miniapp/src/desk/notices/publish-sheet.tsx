import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Notice } from '@bandeng/shared/bulletin/schemas.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { NoticeText } from '@/bulletin/components/notice-text';
import { useT } from '@/i18n/use-t';
import { dayOf } from '@/i18n/when';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { DateTimeField } from '@/ui/date-time-field';
import { ErrorNote } from '@/ui/error-state';
import { Notice as Remark } from '@/ui/notice';
import { RadioCards } from '@/ui/radio-cards';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { AudienceCount } from './audience';
import { asksAck, findTimeFault, type NoticeForm } from './notice-form';
import { useScopeLabel } from './use-scope-label';

interface PublishSheetProps {
  readonly communityId: string;
  readonly notice: Notice;
  readonly form: NoticeForm;
  readonly onPublished: (notice: Notice) => void;
  readonly onClose: () => void;
}

const whens = ['now', 'later'] as const;

/** The last look: what residents will see, how many it reaches, and when it goes out. */
export const PublishSheet = ({ communityId, notice, form, onPublished, onClose }: PublishSheetProps) => {
  const t = useT();
  const [when, setWhen] = useState<(typeof whens)[number]>('now');
  const [at, setAt] = useState<number | null>(null);
  const [opened] = useState(() => Date.now());
  const [tried, setTried] = useState(false);
  const scopeLabel = useScopeLabel(communityId, form);
  const publish = useCommand(bulletinApi.publishNotice);
  const moment = when === 'now' ? null : at;
  const fault = (now: number) => (when === 'later' && at === null ? 'time-past' : findTimeFault(form, moment, now));
  const shownFault = tried ? fault(opened) : null;
  const send = async () => {
    setTried(true);
    if (fault(Date.now()) !== null) return;
    const outcome = await publish.run({ params: { communityId, noticeId: notice.id }, body: { at: moment } });
    if (outcome.ok) onPublished(outcome.reply);
  };
  return (
    <Sheet
      open
      title={t('notice.previewTitle')}
      onClose={onClose}
      footer={
        <>
          <ErrorNote error={publish.error} />
          <Button busy={publish.busy} retrying={publish.retrying} onPress={() => void send()}>
            {t(when === 'now' ? 'notice.publish' : 'notice.schedule')}
          </Button>
        </>
      }
    >
      <View className="bd-muted">{t('notice.previewLead')}</View>
      <View className="dn-preview">
        <NoticeText
          place={{ communityId }}
          look={{
            ...form,
            by: notice.by.label,
            scopeLabel,
            status: 'published',
            needsAck: asksAck(form),
            acknowledged: false,
            read: true,
            version: 1,
            at: moment ?? opened,
            expiresAt: form.expires ? form.expiresAt : null,
          }}
        />
      </View>
      <Section title={t('notice.reach')} />
      <AudienceCount communityId={communityId} form={form} />
      <Section title={t('notice.when')} />
      <RadioCards
        label={t('notice.when')}
        options={whens.map((value) => ({ value, text: t(`notice.when-${value}`) }))}
        value={when}
        onChange={setWhen}
      />
      {when === 'later' ? (
        <DateTimeField
          label={t('notice.publishAt')}
          required
          first={dayOf(opened)}
          value={at}
          error={shownFault === null ? undefined : t(`notice.${shownFault}`)}
          onChange={setAt}
        />
      ) : shownFault === null ? null : (
        <Remark tone="brick">{t(`notice.${shownFault}`)}</Remark>
      )}
    </Sheet>
  );
};
