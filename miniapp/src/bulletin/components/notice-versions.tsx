import { View } from '@tarojs/components';
import { useState } from 'react';
import type { NoticeVersion } from '@bandeng/shared/bulletin/schemas.ts';
import { useT } from '@/i18n/use-t';
import { Card } from '@/ui/card';
import { Moment } from '@/ui/moment';
import { Press } from '@/ui/press';
import { NoticeFiles } from './notice-files';

interface NoticeVersionsProps {
  readonly communityId: string;
  /** Newest first. */
  readonly versions: readonly NoticeVersion[];
}

/** What was corrected, in the author's words, and every earlier text. Nothing that was once published disappears. */
export const NoticeVersions = ({ communityId, versions }: NoticeVersionsProps) => {
  const t = useT();
  const [open, setOpen] = useState<number | null>(null);
  if (versions.length < 2) return null;
  const newest = versions[0]?.version;
  return (
    <Card title={t('notice.versions')}>
      {versions.map((one) => (
        <View key={one.version} className="nt-version">
          <View className="bd-strong">
            {t('notice.version', { n: one.version })} · <Moment at={one.at} />
          </View>
          <View>{one.change === '' ? t('notice.firstVersion') : t('notice.changed', { change: one.change })}</View>
          <View className="bd-muted">{one.by}</View>
          {one.version === newest ? null : (
            <Press
              className="bd-link nt-more"
              expanded={open === one.version}
              onPress={() => setOpen(open === one.version ? null : one.version)}
            >
              {t(open === one.version ? 'notice.hideVersion' : 'notice.showVersion', { n: one.version })}
            </Press>
          )}
          {open === one.version ? (
            <View className="nt-old">
              <View className="bd-strong">{one.title}</View>
              <View className="nt-body">{one.body}</View>
              <NoticeFiles communityId={communityId} files={one.files} />
            </View>
          ) : null}
        </View>
      ))}
    </Card>
  );
};
