import { View } from '@tarojs/components';
import type { RollEntryView, SessionPage } from '@bandeng/shared/deliberation/schemas.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Moment } from '@/ui/moment';
import { Tag } from '@/ui/tag';
import { TextField } from '@/ui/text-field';

/** More than this many are shown on request: a residents' assembly has thousands. */
const atFirst = 30;

const Marks = ({ entry }: { readonly entry: RollEntryView }) => {
  const t = useT();
  if (entry.excused) return <Tag>{t('deliberation.excusedMark')}</Tag>;
  return (
    <>
      {entry.present || entry.voted ? (
        <Tag tone="bamboo">{t('deliberation.presentMark')}</Tag>
      ) : (
        <Tag>{t('deliberation.absentMark')}</Tag>
      )}
      {entry.choice !== null ? (
        <Tag tone={entry.choice === 'yes' ? 'bamboo' : 'slate'}>{t(`deliberation.choice-${entry.choice}`)}</Tag>
      ) : entry.voted ? (
        <Tag tone="bamboo">{t('deliberation.votedMark')}</Tag>
      ) : null}
      {entry.signed ? <Tag>{t('deliberation.signedMark')}</Tag> : null}
    </>
  );
};

const Voter = ({ entry, me }: { readonly entry: RollEntryView; readonly me: boolean }) => {
  const t = useT();
  const details = [
    entry.households > 0 ? t('deliberation.householdsOf', { n: entry.households }) : '',
    entry.excuseReason === '' ? '' : t('deliberation.excusedReason', { reason: entry.excuseReason }),
    entry.channel === null || entry.channel === 'online' ? '' : t(`deliberation.channel-${entry.channel}`),
    entry.reason,
  ].filter((text) => text !== '');
  return (
    <View className="bd-row">
      <Avatar name={entry.name} />
      <View className="bd-row-main">
        {entry.label === '' ? entry.name : entry.label}
        {me ? ` (${t('deliberation.meMark')})` : ''}
        <View className="dl-marks">
          <Marks entry={entry} />
        </View>
        {details.length === 0 ? null : <View className="bd-muted">{details.join(' · ')}</View>}
      </View>
    </View>
  );
};

interface SessionRollProps {
  readonly page: SessionPage;
  readonly residentId: string;
}

/** Who is due, who came, who has voted; what they chose stands here only after the count of an open ballot. */
export const SessionRoll = ({ page, residentId }: SessionRollProps) => {
  const t = useT();
  const [search, setSearch] = useState('');
  const [all, setAll] = useState(false);
  const { roll } = page;
  const wanted = search.trim();
  const found = wanted === '' ? roll : roll.filter(({ name, label }) => name.includes(wanted) || label.includes(wanted));
  const shown = all ? found : found.slice(0, atFirst);
  return (
    <Card title={t('deliberation.rollTitle')} extra={roll.length === 0 ? undefined : t('deliberation.rollCount', { n: roll.length })}>
      {roll.length === 0 ? (
        <View className="bd-muted">
          {t(page.session.openedAt === null ? 'deliberation.rollWaiting' : 'deliberation.rollWithheld')}
        </View>
      ) : null}
      {roll.length > 10 ? (
        <TextField kind="search" label={t('deliberation.rollSearch')} value={search} onChange={setSearch} />
      ) : null}
      {roll.length > 0 && found.length === 0 ? <View className="bd-muted">{t('deliberation.rollNone')}</View> : null}
      {shown.map((entry) => (
        <Voter key={entry.voterId} entry={entry} me={entry.voterId === residentId} />
      ))}
      {found.length > shown.length ? (
        <Button kind="plain" onPress={() => setAll(true)}>
          {t('deliberation.rollShowAll', { n: found.length })}
        </Button>
      ) : null}
    </Card>
  );
};

/** Second ballots that were refused: who and how, never what. */
export const ConflictsCard = ({ conflicts }: { readonly conflicts: SessionPage['conflicts'] }) => {
  const t = useT();
  if (conflicts.length === 0) return null;
  return (
    <Card title={t('deliberation.conflictsTitle')}>
      {conflicts.map(({ voterId, name, channel, at }) => (
        <View key={`${voterId} ${at}`} className="dl-line">
          <View className="bd-row-main">
            {t('deliberation.conflictLine', { name, channel: t(`deliberation.channel-${channel}`) })}
          </View>
          <View className="bd-muted">
            <Moment at={at} as="ago" />
          </View>
        </View>
      ))}
    </Card>
  );
};
