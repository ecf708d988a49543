import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Delivery, DwellingDelivery } from '@bandeng/shared/bulletin/schemas.ts';
import { useState, type ReactNode } from 'react';
import { usePages } from '@/platform/pages-query';
import { InfiniteList } from '@/ui/infinite-list';
import { DoorRow } from './door-row';
import { KnockSheet } from './knock-sheet';

interface DoorListProps {
  readonly communityId: string;
  readonly delivery: Pick<Delivery, 'notice' | 'allowed'>;
  /** Of one unit, or those not reached of all. */
  readonly query: { readonly areaId?: string; readonly missing?: boolean };
  readonly empty: ReactNode;
  readonly frame: (rows: ReactNode) => ReactNode;
  readonly onChanged: () => void;
}

/** Dwellings in register order, each with what is to be done next. */
export const DoorList = ({ communityId, delivery, query, empty, frame, onChanged }: DoorListProps) => {
  const { notice, allowed } = delivery;
  const noticeId = notice.id;
  const pages = usePages(bulletinApi.listDwellingDelivery, { params: { communityId, noticeId }, query });
  const [knocking, setKnocking] = useState<DwellingDelivery | null>(null);
  const changed = () => {
    void pages.refresh();
    onChanged();
  };
  const row = (door: DwellingDelivery) => (
    <DoorRow
      key={door.dwellingId}
      communityId={communityId}
      notice={notice}
      door={door}
      reminds={allowed.includes('remind-doors')}
      onReminded={changed}
      onKnock={allowed.includes('assign-knocks') ? () => setKnocking(door) : null}
    />
  );
  return (
    <>
      <InfiniteList
        pages={pages}
        keyOf={({ dwellingId }) => dwellingId}
        empty={empty}
        frame={(doors) => frame(doors.map(row))}
      >
        {row}
      </InfiniteList>
      {knocking === null ? null : (
        <KnockSheet
          communityId={communityId}
          noticeId={noticeId}
          version={notice.version}
          door={knocking}
          onClose={() => setKnocking(null)}
          onRecorded={changed}
        />
      )}
    </>
  );
};
