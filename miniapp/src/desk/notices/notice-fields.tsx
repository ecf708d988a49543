import { openPlaces } from '@bandeng/shared/bulletin/templates.ts';
import { noticeCategories, noticeLimits } from '@bandeng/shared/bulletin/vocabulary.ts';
import { maskPhones } from '@bandeng/shared/deliberation/mask.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { dayOf } from '@/i18n/when';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Switch } from '@/ui/checks';
import { DateTimeField } from '@/ui/date-time-field';
import { Notice } from '@/ui/notice';
import { confirm } from '@/ui/overlay-store';
import { Select } from '@/ui/select';
import { TextArea, TextField } from '@/ui/text-field';
import { Upload } from '@/ui/upload';
import { AudienceCount } from './audience';
import { asksAck, type NoticeFault, type NoticeForm } from './notice-form';
import { ScopePicker } from './scope-picker';
import { useLikelyPlace } from './use-scope-label';
import { TemplatePicker, type TemplateText } from './template-picker';

interface NoticeFieldsProps {
  readonly communityId: string;
  readonly form: NoticeForm;
  readonly faults: readonly NoticeFault[];
  readonly onChange: (part: Partial<NoticeForm>) => void;
}

type TextFieldsProps = Omit<NoticeFieldsProps, 'form'> & {
  readonly form: Pick<NoticeForm, 'title' | 'body' | 'files'>;
};

/** Title, text and files: all that a correction may change. */
export const NoticeTextFields = ({ communityId, form, faults, onChange }: TextFieldsProps) => {
  const t = useT();
  const written = `${form.title}\n${form.body}`;
  const places = openPlaces(written);
  return (
    <>
      <TextField
        label={t('notice.titleLabel')}
        required
        maxLength={noticeLimits.title}
        placeholder={t('notice.titleHint')}
        value={form.title}
        error={faults.includes('title') ? t('notice.titleNeeded') : undefined}
        onChange={(title) => onChange({ title })}
      />
      <View className="dn-body">
        <TextArea
          label={t('notice.body')}
          required
          maxLength={noticeLimits.body}
          value={form.body}
          error={faults.includes('body') ? t('notice.bodyNeeded') : undefined}
          onChange={(body) => onChange({ body })}
        />
      </View>
      {places.length === 0 ? null : (
        <Notice tone={faults.includes('places') ? 'brick' : 'amber'} live>
          {t('notice.places', { places: places.join('、') })}
        </Notice>
      )}
      {maskPhones(written) === written ? null : (
        <Notice tone="amber" live>
          {t('notice.phoneMasked')}
        </Notice>
      )}
      <Upload
        communityId={communityId}
        label={t('notice.files')}
        required={false}
        max={noticeLimits.files}
        files={form.files}
        onChange={(files) => onChange({ files })}
      />
    </>
  );
};

/** Everything that a notice consists of before it goes out. */
export const NoticeFields = ({ communityId, form, faults, onChange }: NoticeFieldsProps) => {
  const t = useT();
  const [choosing, setChoosing] = useState(false);
  const place = useLikelyPlace(communityId, form);
  const urgent = form.category === 'urgent';
  const fill = async (text: TemplateText) => {
    const written = form.title.trim() + form.body.trim() !== '';
    if (
      written &&
      !(await confirm({ title: t('notice.templateReplaceAsk'), confirmText: t('notice.templateReplace') }))
    )
      return;
    onChange(text);
  };
  return (
    <>
      <Card title={t('notice.content')}>
        <View className="dn-from">
          <Button kind="outline" onPress={() => setChoosing(true)}>
            {t('notice.template')}
          </Button>
        </View>
        <Select
          label={t('notice.category')}
          value={form.category}
          choices={noticeCategories.map((value) => ({ value, text: t(`notice.category-${value}`) }))}
          onChange={(category) => onChange({ category })}
        />
        <NoticeTextFields communityId={communityId} form={form} faults={faults} onChange={onChange} />
      </Card>
      <Card title={t('notice.scope')}>
        <ScopePicker communityId={communityId} value={form} onChange={onChange} />
        {faults.includes('scope') ? <Notice tone="brick">{t('notice.scopeNeeded')}</Notice> : null}
        <AudienceCount communityId={communityId} form={form} />
      </Card>
      <Card title={t('notice.options')}>
        <Switch
          label={t('notice.ackSwitch')}
          detail={t(urgent ? 'notice.ackUrgent' : 'notice.ackSwitchHint')}
          value={asksAck(form)}
          disabled={urgent}
          onChange={(needsAck) => onChange({ needsAck })}
        />
        <Switch
          label={t('notice.expires')}
          detail={t('notice.expiresHint')}
          value={form.expires}
          onChange={(expires) => onChange({ expires })}
        />
        {form.expires ? (
          <DateTimeField
            label={t('notice.expiresAt')}
            required
            first={dayOf(Date.now())}
            value={form.expiresAt}
            error={faults.includes('expiry') ? t('notice.expiresNeeded') : undefined}
            onChange={(expiresAt) => onChange({ expiresAt })}
          />
        ) : null}
      </Card>
      {choosing ? (
        <TemplatePicker place={place} onFill={(text) => void fill(text)} onClose={() => setChoosing(false)} />
      ) : null}
    </>
  );
};
