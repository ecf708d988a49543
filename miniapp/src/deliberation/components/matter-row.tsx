import { View } from '@tarojs/components';
import type { MatterRow } from '@bandeng/shared/deliberation/schemas.ts';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { Card } from '@/ui/card';
import { MomentText } from '@/ui/moment';
import { Seal } from '@/ui/seal';
import { Tag } from '@/ui/tag';
import { Until } from './until';

/** A matter in a list: where it stands, what it waits for, until when. */
export const MatterRowCard = ({ row }: { readonly row: MatterRow }) => {
  const t = useT();
  const { id, number, title, summary, type, status, stageId, dueAt, waiting, at, version } = row;
  return (
    <Card onPress={() => go('/deliberation/pages/matter/index', { id })}>
      {status === 'closed' ? <Seal text={t('deliberation.seal-finished')} place="corner" /> : null}
      <View>
        {waiting ? <Tag tone="brick">{t('deliberation.rowWaiting')}</Tag> : null}
        <Tag tone="amber">{t(`deliberation.type-${type}`)}</Tag>
        {status === 'running' && stageId !== null ? (
          <Tag tone="bamboo">{t(`deliberation.stage-${stageId}`)}</Tag>
        ) : (
          <Tag>{t(`deliberation.status-${status}`)}</Tag>
        )}
        {version > 1 ? <Tag>{t('deliberation.version', { n: version })}</Tag> : null}
      </View>
      <View className="bd-card-title">{title}</View>
      {summary === '' ? null : <View className="dl-clip">{summary}</View>}
      <View className="bd-muted">
        {number === '' ? '' : `${number} · `}
        {dueAt === null ? (
          <MomentText at={at} as="ago" />
        ) : (
          <>
            <Until at={dueAt} /> · <MomentText at={dueAt} as="left" />
          </>
        )}
      </View>
    </Card>
  );
};
