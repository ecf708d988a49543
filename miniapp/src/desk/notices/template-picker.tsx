import { sayPeriod } from '@bandeng/shared/bulletin/say-period.ts';
import { fillTemplate, noticeTemplates, type NoticeTemplate } from '@bandeng/shared/bulletin/templates.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { dayOf } from '@/i18n/when';
import { useMembership } from '@/platform/session';
import { useSettings } from '@/platform/settings';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { DateTimeField } from '@/ui/date-time-field';
import { Press } from '@/ui/press';
import { Sheet } from '@/ui/sheet';
import { TextField } from '@/ui/text-field';
import type { NoticeForm } from './notice-form';

export type TemplateText = Pick<NoticeForm, 'category' | 'needsAck' | 'title' | 'body'> &
  Partial<Pick<NoticeForm, 'expires' | 'expiresAt'>>;

interface TemplatePickerProps {
  /** What is known of the places: the areas that were chosen, or the only one that may be. */
  readonly place: string;
  readonly onFill: (text: TemplateText) => void;
  readonly onClose: () => void;
}

interface Period {
  readonly from: number | null;
  readonly until: number | null;
}

/** Chooses a template and fills its gaps; what is left open stays visible in the text. */
export const TemplatePicker = ({ place, onFill, onClose }: TemplatePickerProps) => {
  const t = useT();
  const language = useSettings((s) => (s.shown === 'en' ? 'en' : 'zh'));
  const contact = useMembership()?.name ?? '';
  const [chosen, setChosen] = useState<NoticeTemplate | null>(null);
  const [period, setPeriod] = useState<Period>({ from: null, until: null });
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    language === 'en' ? { place, contact } : { 地点: place, 联系人: contact },
  );
  const [opened] = useState(() => Date.now());
  const { from, until } = period;
  const late = from !== null && until !== null && until <= from;
  const text = chosen?.[language];
  const values = {
    ...typed,
    ...(text === undefined || from === null ? {} : { [text.timeField]: sayPeriod(from, until, language) }),
  };
  const fill = () => {
    if (chosen === null || text === undefined || late) return;
    const { category, needsAck } = chosen;
    const ends = until === null || until <= opened ? {} : { expires: true, expiresAt: until };
    onFill({
      category,
      needsAck,
      title: fillTemplate(text.title, values),
      body: fillTemplate(text.body, values),
      ...ends,
    });
    onClose();
  };
  return (
    <Sheet
      open
      title={t('notice.template')}
      onClose={onClose}
      footer={
        text === undefined ? undefined : (
          <>
            <View className="dn-template-title">{fillTemplate(text.title, values)}</View>
            <Button onPress={fill}>{t('notice.templateFill')}</Button>
          </>
        )
      }
    >
      <View className="bd-muted">{t('notice.templateLead')}</View>
      <View className="dn-templates" {...aria({ role: 'radiogroup', label: t('notice.template') })}>
        {noticeTemplates.map((template) => (
          <Press
            key={template.id}
            role="radio"
            checked={chosen?.id === template.id}
            className={cx('nt-chip', chosen?.id === template.id && 'is-on')}
            onPress={() => setChosen(template)}
          >
            {template[language].name}
          </Press>
        ))}
      </View>
      {text?.fields.map((name) =>
        name === text.timeField ? (
          <View key={name}>
            <DateTimeField
              label={t('notice.templateFrom')}
              first={dayOf(opened)}
              value={from}
              onChange={(next) => setPeriod((now) => ({ ...now, from: next }))}
            />
            <DateTimeField
              label={t('notice.templateUntil')}
              hint={t('notice.templateUntilHint')}
              first={dayOf(from ?? opened)}
              value={until}
              error={late ? t('notice.templateLate') : undefined}
              onChange={(next) => setPeriod((now) => ({ ...now, until: next }))}
            />
          </View>
        ) : (
          <TextField
            key={name}
            label={name}
            maxLength={200}
            value={typed[name] ?? ''}
            onChange={(value) => setTyped((now) => ({ ...now, [name]: value }))}
          />
        ),
      )}
    </Sheet>
  );
};
