import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { View } from '@tarojs/components';
import { PickPerson, type Person } from '@/desk/components/pick-person';
import { useT } from '@/i18n/use-t';
import { addressOf } from '@/platform/address';
import { useCommand } from '@/platform/command';
import { refreshAll } from '@/platform/query';
import { ErrorNote } from '@/ui/error-state';
import { confirm, toast } from '@/ui/overlay-store';

interface AssignKnocksProps {
  readonly communityId: string;
  readonly noticeId: string;
  /** Of this unit only. */
  readonly areaId?: string;
  readonly onAssigned: () => void;
}

/** Hands the dwellings that were not reached to somebody who goes from door to door. */
export const AssignKnocks = ({ communityId, noticeId, areaId, onAssigned }: AssignKnocksProps) => {
  const t = useT();
  const assign = useCommand(bulletinApi.assignKnocks);
  const params = { communityId, noticeId };
  const send = async ({ id: helperId, label, name }: Person) => {
    const who = label || name;
    const sure = await confirm({
      title: t('notice.knockAssignAsk', { name: who }),
      text: t('notice.knockAssignText'),
    });
    if (!sure) return;
    const outcome = await assign.run({ params, body: { helperId, ...(areaId === undefined ? {} : { areaId }) } });
    if (!outcome.ok) return;
    toast(t('notice.knockAssigned', { name: who, n: outcome.reply.assigned }));
    void refreshAll(addressOf(bulletinApi.listDwellingDelivery, { params }));
    onAssigned();
  };
  return (
    <View className="dn-act">
      <PickPerson
        communityId={communityId}
        small={areaId !== undefined}
        label={t(areaId === undefined ? 'notice.knockAssign' : 'notice.knockAssignUnit')}
        onPick={(person) => void send(person)}
      />
      <ErrorNote error={assign.error} />
    </View>
  );
};
