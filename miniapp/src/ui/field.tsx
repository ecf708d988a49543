import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import { aria } from './aria';

interface FrameProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  readonly children: ReactNode;
}

/** Label, control, hint and error of one field. The control itself carries the label for screen readers. */
export const Field = ({ label, hint, error, required, children }: FrameProps) => {
  const t = useT();
  return (
    <View className="bd-field">
      <View className="bd-field-label" {...aria({ hidden: true })}>
        {label}
        {required === undefined ? null : (
          <View className="bd-field-mark">{t(required ? 'ui.required' : 'ui.optional')}</View>
        )}
      </View>
      {children}
      {hint === undefined ? null : <View className="bd-field-hint">{hint}</View>}
      {error === undefined ? null : (
        <View className="bd-field-error" {...aria({ role: 'alert', live: 'assertive' })}>
          {error}
        </View>
      )}
    </View>
  );
};
