import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { CardRef } from '@bandeng/shared/chat/schemas.ts';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { usePages } from '@/platform/pages-query';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { Row } from '@/ui/list';
import { Sheet } from '@/ui/sheet';
import { Tabs } from '@/ui/tabs';

interface CardSheetProps {
  readonly communityId: string;
  readonly onPick: (card: CardRef) => void;
  readonly onClose: () => void;
}

const Matters = ({ communityId, onPick }: Omit<CardSheetProps, 'onClose'>) => {
  const t = useT();
  const pages = usePages(deliberationApi.listMatters, { params: { communityId }, query: { show: 'running' } });
  return (
    <InfiniteList pages={pages} keyOf={({ id }) => id} empty={<EmptyState title={t('chat.cardNone')} />}>
      {({ id, title }) => <Row title={title} onPress={() => onPick({ kind: 'matter', id })} />}
    </InfiniteList>
  );
};

const Notices = ({ communityId, onPick }: Omit<CardSheetProps, 'onClose'>) => {
  const t = useT();
  const pages = usePages(bulletinApi.listNotices, { params: { communityId }, query: {} });
  return (
    <InfiniteList pages={pages} keyOf={({ id }) => id} empty={<EmptyState title={t('chat.cardNone')} />}>
      {({ id, title, by }) => <Row title={title} detail={by.label} onPress={() => onPick({ kind: 'notice', id })} />}
    </InfiniteList>
  );
};

/** What is going on in the community, to be shown in the conversation. */
export const CardSheet = ({ communityId, onPick, onClose }: CardSheetProps) => {
  const t = useT();
  const [show, setShow] = useState<'matters' | 'notices'>('matters');
  const List = show === 'matters' ? Matters : Notices;
  return (
    <Sheet open title={t('chat.cardTitle')} onClose={onClose}>
      <Tabs
        label={t('chat.cardTitle')}
        value={show}
        onChange={setShow}
        tabs={[
          { value: 'matters', text: t('chat.cardMatters') },
          { value: 'notices', text: t('chat.cardNotices') },
        ]}
      />
      <List communityId={communityId} onPick={onPick} />
    </Sheet>
  );
};
