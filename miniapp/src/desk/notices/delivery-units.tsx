import { reachedOf } from '@bandeng/shared/bulletin/delivery.ts';
import type { Delivery } from '@bandeng/shared/bulletin/schemas.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { formatCount } from '@/i18n/amount';
import { useT } from '@/i18n/use-t';
import { aria } from '@/ui/aria';
import { ProgressBar } from '@/ui/bar';
import { cx } from '@/ui/cx';
import { EmptyState } from '@/ui/empty-state';
import { List } from '@/ui/list';
import { Press } from '@/ui/press';
import { AssignKnocks } from './assign-knocks';
import { countMissing } from './delivery-facts';
import { DoorList } from './door-list';
import { RemindUnit } from './remind-unit';

interface DeliveryUnitsProps {
  readonly communityId: string;
  readonly delivery: Delivery;
  readonly onChanged: () => void;
}

/** Units with how far it came in each; a unit opens to its dwellings. */
export const DeliveryUnits = ({ communityId, delivery, onChanged }: DeliveryUnitsProps) => {
  const t = useT();
  const [shown, setShown] = useState<string | null>(null);
  const { notice, units, allowed } = delivery;
  const { needsAck, id: noticeId } = notice;
  return (
    <List label={t('notice.view-units')}>
      {units.map((unit) => {
        const n = reachedOf(unit, needsAck);
        const words = t(needsAck ? 'notice.unitAck' : 'notice.unitRead', {
          n: formatCount(n),
          of: formatCount(unit.dwellings),
        });
        const open = shown === unit.areaId;
        return (
          <View key={unit.areaId}>
            <Press
              className="bd-row"
              expanded={open}
              label={`${unit.label}, ${words}`}
              onPress={() => setShown(open ? null : unit.areaId)}
            >
              <View className="bd-row-main">
                <View className="dn-legend">
                  <View>{unit.label}</View>
                  <View className="bd-muted bd-num">{words}</View>
                </View>
                <View className="dn-unit-bar">
                  <ProgressBar part={n} whole={unit.dwellings} tone="bamboo" label={words} />
                </View>
              </View>
              <View className={cx('dn-turn', open && 'is-open')} {...aria({ hidden: true })}>
                <View className="dn-arrow" />
              </View>
            </Press>
            {allowed.includes('remind-doors') ? (
              <RemindUnit communityId={communityId} noticeId={noticeId} unit={unit} onReminded={onChanged} />
            ) : null}
            {open ? (
              <View className="dn-unit">
                <DoorList
                  communityId={communityId}
                  delivery={delivery}
                  query={{ areaId: unit.areaId }}
                  empty={<EmptyState title={t('notice.reachNobody')} />}
                  frame={(rows) => <View>{rows}</View>}
                  onChanged={onChanged}
                />
                {allowed.includes('assign-knocks') && countMissing(unit, needsAck) > 0 ? (
                  <AssignKnocks
                    communityId={communityId}
                    noticeId={noticeId}
                    areaId={unit.areaId}
                    onAssigned={onChanged}
                  />
                ) : null}
              </View>
            ) : null}
          </View>
        );
      })}
    </List>
  );
};
