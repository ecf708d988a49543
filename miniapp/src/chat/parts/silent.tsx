import { View } from '@tarojs/components';
import type { Group } from '@bandeng/shared/chat/schemas.ts';
import { useT } from '@/i18n/use-t';
import { formatWhen } from '@/i18n/when';
import { useSettings } from '@/platform/settings';
import { aria } from '@/ui/aria';
import { useNow } from '@/ui/use-now';

/** In place of the composer: why one cannot speak here now. */
export const Silent = ({ group }: { readonly group: Group }) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const now = useNow();
  const muted = group.mutedUntil !== null && group.mutedUntil > now;
  return (
    <View className="ch-composer is-silent" {...aria({ role: 'status' })}>
      {muted ? t('chat.mutedUntil', { when: formatWhen(group.mutedUntil ?? 0, now, language) }) : t('chat.quiet')}
    </View>
  );
};
