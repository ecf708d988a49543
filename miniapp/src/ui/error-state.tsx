import { View } from '@tarojs/components';
import { useT } from '../i18n/use-t';
import type { ApiError } from '../platform/api-error';
import { useSettings } from '../platform/settings';
import { aria } from './aria';
import { Button } from './button';
import { Notice } from './notice';

/** In place of what did not load. */
export const ErrorState = ({ error, onRetry }: { readonly error: ApiError; readonly onRetry?: () => void }) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  return (
    <View className="bd-empty" {...aria({ role: 'alert' })}>
      <View className="bd-empty-title">{t('ui.failed')}</View>
      <View>{error.text(language)}</View>
      {onRetry === undefined ? null : (
        <View className="bd-empty-action">
          <Button kind="outline" onPress={onRetry}>
            {t('ui.retry')}
          </Button>
        </View>
      )}
    </View>
  );
};

/** Above the button of a form whose command was refused or did not get through. */
export const ErrorNote = ({ error }: { readonly error: ApiError | null | undefined }) => {
  const language = useSettings((s) => s.shown);
  return error ? (
    <Notice tone="brick" live>
      {error.text(language)}
    </Notice>
  ) : null;
};
