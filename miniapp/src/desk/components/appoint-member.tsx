import { communityApi } from '@bandeng/shared/community/api.ts';
import type { BodyRow } from '@bandeng/shared/community/schemas.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { dayOf } from '@/i18n/when';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { Sheet } from '@/ui/sheet';
import { TextField } from '@/ui/text-field';
import { ChosenPerson } from './chosen-person';
import { PickPerson, type Person } from './pick-person';
import { TermFields } from './term-fields';

interface AppointMemberProps {
  readonly communityId: string;
  readonly body: BodyRow;
  readonly onAppointed: () => void;
}

/** Chooses a resident, then position and term; for representatives also the households they speak for. */
export const AppointMember = ({ communityId, body, onAppointed }: AppointMemberProps) => {
  const t = useT();
  const [person, setPerson] = useState<Person | null>(null);
  const [position, setPosition] = useState('');
  const [households, setHouseholds] = useState('');
  const [term, setTerm] = useState(() => ({ from: dayOf(Date.now()), until: '' }));
  const appoint = useCommand(communityApi.appointMember);
  const speaks = body.kind === 'representatives';
  const send = async (residentId: string) => {
    const outcome = await appoint.run({
      params: { communityId, bodyId: body.id },
      body: {
        residentId,
        position: position.trim(),
        from: term.from,
        ...(term.until === '' ? {} : { until: term.until }),
        ...(speaks && /^\d{1,3}$/.test(households) ? { households: Number(households) } : {}),
      },
    });
    if (!outcome.ok) return;
    setPerson(null);
    setPosition('');
    setHouseholds('');
    toast(t('desk.appointed'));
    onAppointed();
  };
  return (
    <View className="desk-buttons">
      <PickPerson communityId={communityId} small kind="primary" label={t('desk.appoint')} onPick={setPerson} />
      {person === null ? null : (
        <Sheet
          open
          title={t('desk.appoint')}
          onClose={() => setPerson(null)}
          footer={
            <Button busy={appoint.busy} retrying={appoint.retrying} onPress={() => void send(person.id)}>
              {t('desk.appoint')}
            </Button>
          }
        >
          <ChosenPerson person={person} />
          <TextField
            label={t('desk.position')}
            required={false}
            maxLength={20}
            placeholder={t('desk.positionHint')}
            value={position}
            onChange={setPosition}
          />
          {speaks ? (
            <TextField
              kind="number"
              label={t('desk.households')}
              required={false}
              maxLength={3}
              hint={t('desk.householdsHint')}
              value={households}
              onChange={setHouseholds}
            />
          ) : null}
          <TermFields term={term} onChange={(part) => setTerm({ ...term, ...part })} />
          <ErrorNote error={appoint.error} />
        </Sheet>
      )}
    </View>
  );
};
