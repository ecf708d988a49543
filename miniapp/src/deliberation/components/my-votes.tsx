import { View } from '@tarojs/components';
import type { MatterPage, MatterRow, MyPart, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import { useState } from 'react';
import { useT, type Translate } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { Await } from '@/ui/await';
import { Card } from '@/ui/card';
import { Row } from '@/ui/list';
import { Skeleton } from '@/ui/skeleton';
import { useMatter } from '../queries';
import { findDeviceReceipt } from '../receipts-on-device';
import { sessionTitle } from '../words';
import { MoreLink } from './more-link';

const lineOf = (t: Translate, session: SessionView, mine: MyPart): string => {
  const stage = sessionTitle(t, session);
  if (mine.excused) return t('mine.excusedLine', { stage });
  if (mine.choice !== null) return t('mine.votedChoice', { stage, choice: t(`deliberation.choice-${mine.choice}`) });
  if (mine.voted) return t('mine.votedLine', { stage });
  return t(mine.checkedIn ? 'mine.presentLine' : 'mine.absentLine', { stage });
};

const Parts = ({ page }: { readonly page: MatterPage }) => {
  const t = useT();
  const { head, sessions } = page.matter;
  const parts = page.mine.flatMap((mine) => {
    const session = sessions.find(({ id }) => id === mine.sessionId);
    return session === undefined || session.status === 'convened' ? [] : [{ mine, session }];
  });
  if (parts.length === 0) return <View className="bd-muted">{t('mine.votesNoPart')}</View>;
  return (
    <>
      {parts.map(({ mine, session }) => (
        <View key={session.id} className="dl-line">
          <View className="bd-row-main">
            {lineOf(t, session, mine)}
            {mine.signed ? <View className="bd-muted">{t('mine.signedLine')}</View> : null}
          </View>
          {mine.voted && (mine.receipt ?? findDeviceReceipt(session.id)) !== null ? (
            <MoreLink
              label={`${t('mine.receiptOpen')}: ${sessionTitle(t, session)}`}
              onPress={() => go('/deliberation/pages/receipt/index', { matter: head.id, session: session.id })}
            >
              {t('mine.receiptOpen')}
            </MoreLink>
          ) : null}
        </View>
      ))}
    </>
  );
};

const OpenParts = ({ matterId }: { readonly matterId: string }) => (
  <Await query={useMatter(matterId)} skeleton={<Skeleton cards={1} />}>
    {(page) => <Parts page={page} />}
  </Await>
);

/** A matter on whose roll I was; my part in each of its meetings is fetched when it is asked for. */
export const MyVotesCard = ({ row }: { readonly row: MatterRow }) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <Card>
      <Row
        title={<View className="bd-strong">{row.title}</View>}
        detail={
          row.status === 'running' && row.stageId !== null
            ? t(`deliberation.stage-${row.stageId}`)
            : t(`deliberation.status-${row.status}`)
        }
        onPress={() => go('/deliberation/pages/matter/index', { id: row.id })}
      />
      {open ? <OpenParts matterId={row.id} /> : null}
      <MoreLink expanded={open} label={`${t(open ? 'mine.votesHide' : 'mine.votesShow')}: ${row.title}`} onPress={() => setOpen(!open)}>
        {t(open ? 'mine.votesHide' : 'mine.votesShow')}
      </MoreLink>
    </Card>
  );
};
