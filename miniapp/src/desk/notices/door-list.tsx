import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { DwellingDelivery } from '@bandeng/shared/bulletin/schemas.ts';
import { useState, type ReactNode } from 'react';
import { usePages } from '@/platform/pages-query';
import { InfiniteList } from '@/ui/infinite-list';
import { DoorRow } from './door-row';
import { KnockSheet } from './knock-sheet';

interface DoorListProps {
  readonly communityId: string;
  readonly noticeId: string;
  /** Of one unit, or those not reached of all. */
  readonly query: { readonly areaId?: string; readonly missing?: boolean };
  /** Whether knocks can be recorded: while the notice is in force. */
  readonly open: boolean;
  readonly empty: ReactNode;
  readonly frame: (rows: ReactNode) => ReactNode;
  readonly onChanged: () => void;
}

/** Dwellings in register order, each with what is to be done next. */
export const DoorList = ({ communityId, noticeId, query, open, empty, frame, onChanged }: DoorListProps) => {
  const pages = usePages(bulletinApi.listDwellingDelivery, { params: { communityId, noticeId }, query });
  const [knocking, setKnocking] = useState<DwellingDelivery | null>(null);
  const row = (door: DwellingDelivery) => (
    <DoorRow key={door.dwellingId} door={door} onKnock={open ? () => setKnocking(door) : null} />
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
          door={knocking}
          onClose={() => setKnocking(null)}
          onRecorded={() => {
            void pages.refresh();
            onChanged();
          }}
        />
      )}
    </>
  );
};
