import { communityApi } from '@bandeng/shared/community/api.ts';
import { dutyAreaKinds, needsArea } from '@bandeng/shared/community/duty-areas.ts';
import { dutyKinds, type DutyKind } from '@bandeng/shared/community/vocabulary.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAreas } from '@/desk/use-areas';
import { useT } from '@/i18n/use-t';
import { dayOf } from '@/i18n/when';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { ChosenPerson } from './chosen-person';
import { PickPerson, type Person } from './pick-person';
import { TermFields } from './term-fields';

/** Chooses a resident, then what the duty is, where and how long. */
export const GrantDuty = ({
  communityId,
  onGranted,
}: {
  readonly communityId: string;
  readonly onGranted: () => void;
}) => {
  const t = useT();
  const { choicesOf } = useAreas(communityId);
  const [person, setPerson] = useState<Person | null>(null);
  const [kind, setKind] = useState<DutyKind>('building-leader');
  const [areaId, setAreaId] = useState<string | null>(null);
  const [term, setTerm] = useState(() => ({ from: dayOf(Date.now()), until: '' }));
  const grant = useCommand(communityApi.grantDuty);
  const choices = needsArea(kind) ? choicesOf(dutyAreaKinds[kind]) : [];
  const placed = needsArea(kind);
  const change = (next: DutyKind) => {
    setKind(next);
    setAreaId(null);
  };
  const send = async (residentId: string) => {
    const body = {
      kind,
      residentId,
      from: term.from,
      ...(placed && areaId !== null ? { areaId } : {}),
      ...(term.until === '' ? {} : { until: term.until }),
    };
    const outcome = await grant.run({ params: { communityId }, body });
    if (!outcome.ok) return;
    setPerson(null);
    toast(t('desk.granted'));
    onGranted();
  };
  return (
    <View className="desk-buttons">
      <PickPerson communityId={communityId} small label={t('desk.grant')} onPick={setPerson} />
      {person === null ? null : (
        <Sheet
          open
          title={t('desk.grant')}
          onClose={() => setPerson(null)}
          footer={
            <Button
              busy={grant.busy}
              retrying={grant.retrying}
              disabled={placed && areaId === null}
              onPress={() => void send(person.id)}
            >
              {t('desk.grant')}
            </Button>
          }
        >
          <ChosenPerson person={person} />
          <Select
            label={t('desk.duty')}
            value={kind}
            choices={dutyKinds.map((one) => ({ value: one, text: t(`mine.role-${one}`) }))}
            onChange={change}
          />
          {placed ? (
            <Select label={t('desk.area')} required value={areaId} choices={choices} onChange={setAreaId} />
          ) : (
            <View className="desk-lead">{t('desk.servesWhole')}</View>
          )}
          <TermFields term={term} onChange={(part) => setTerm({ ...term, ...part })} />
          <ErrorNote error={grant.error} />
        </Sheet>
      )}
    </View>
  );
};
