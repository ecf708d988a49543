import { View } from '@tarojs/components';
import { communityApi } from '@bandeng/shared/community/api.ts';
import { useT } from '@/i18n/use-t';
import { dayOf } from '@/i18n/when';
import { handOver } from '@/platform/hand-over';
import { call } from '@/platform/request';
import { useAsking } from '@/platform/use-asking';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';

/** Everything stored about me, as one file; where there are no files, through the clipboard. */
export const ExportCard = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const { busy, error, ask } = useAsking();
  const send = () =>
    ask(async () => {
      const exported = await call(communityApi.exportMine, { params: { communityId } });
      const name = `bandeng-${dayOf(exported.at)}.json`;
      const done = await handOver({ name, type: 'application/json', text: JSON.stringify(exported, null, 2) });
      toast(t(done === 'saved' ? 'mine.exportDone' : 'ui.copied'));
    });
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
