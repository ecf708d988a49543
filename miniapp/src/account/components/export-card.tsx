import { View } from '@tarojs/components';
import { communityApi } from '@bandeng/shared/community/api.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { dayOf } from '@/i18n/when';
import { ApiError } from '@/platform/api-error';
import { handOver } from '@/platform/hand-over';
import { call } from '@/platform/request';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';

/** Everything stored about me, as one file; where there are no files, through the clipboard. */
export const ExportCard = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const send = async () => {
    setBusy(true);
    setError(null);
    try {
      const exported = await call(communityApi.exportMine, { params: { communityId } });
      const done = await handOver(`bandeng-${dayOf(exported.at)}.json`, JSON.stringify(exported, null, 2));
      toast(t(done === 'saved' ? 'mine.exportDone' : 'ui.copied'));
    } catch (reason) {
      if (!(reason instanceof ApiError)) throw reason;
      setError(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title={t('mine.privacyExport')}>
      <View className="dl-lead">{t('mine.privacyExportLead')}</View>
      <ErrorNote error={error} />
      <Button kind="outline" busy={busy} onPress={() => void send()}>
        {t('mine.privacyExport')}
      </Button>
    </Card>
  );
};
