import { fillTemplate, noticeTemplates, type NoticeTemplate } from '@bandeng/shared/bulletin/templates.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useSettings } from '@/platform/settings';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { Press } from '@/ui/press';
import { Sheet } from '@/ui/sheet';
import { TextField } from '@/ui/text-field';
import type { NoticeForm } from './notice-form';

export type TemplateText = Pick<NoticeForm, 'category' | 'needsAck' | 'title' | 'body'>;

interface TemplatePickerProps {
  readonly onFill: (text: TemplateText) => void;
  readonly onClose: () => void;
}

/** Chooses a template and fills its gaps; what is left open stays visible in the text. */
export const TemplatePicker = ({ onFill, onClose }: TemplatePickerProps) => {
  const t = useT();
  const english = useSettings((s) => s.shown === 'en');
  const [chosen, setChosen] = useState<NoticeTemplate | null>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const textOf = (template: NoticeTemplate) => (english ? template.en : template.zh);
  const fill = () => {
    if (chosen === null) return;
    const { title, body } = textOf(chosen);
    const { category, needsAck } = chosen;
    onFill({ category, needsAck, title: fillTemplate(title, values), body: fillTemplate(body, values) });
    onClose();
  };
  return (
    <Sheet
      open
      title={t('notice.template')}
      onClose={onClose}
      footer={chosen === null ? undefined : <Button onPress={fill}>{t('notice.templateFill')}</Button>}
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
            {textOf(template).name}
          </Press>
        ))}
      </View>
      {chosen === null
        ? null
        : textOf(chosen).fields.map((name) => (
            <TextField
              key={name}
              label={name}
              maxLength={200}
              value={values[name] ?? ''}
              onChange={(value) => setValues((now) => ({ ...now, [name]: value }))}
            />
          ))}
    </Sheet>
  );
};
