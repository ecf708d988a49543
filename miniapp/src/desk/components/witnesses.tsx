import type { RollEntryView } from '@bandeng/shared/deliberation/schemas.ts';
import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import type { Membership } from '@/platform/session';
import { Card } from '@/ui/card';
import { ChosenPerson } from './chosen-person';
import { PickFromRoll } from './pick-from-roll';
import { PickPerson, type Person } from './pick-person';

interface WitnessesProps {
  readonly member: Membership;
  readonly roll: readonly RollEntryView[];
  readonly witnesses: readonly Person[];
  /** Who cannot be one: the voter, and the one who enters the ballot. */
  readonly excluded: readonly string[];
  readonly onChange: (witnesses: readonly Person[]) => void;
}

/** Two witnesses: from the roll, or any resident where the member may search them. They stay for the next ballot. */
export const Witnesses = ({ member, roll, witnesses, excluded, onChange }: WitnessesProps) => {
  const t = useT();
  const taken = [...excluded, ...witnesses.map(({ id }) => id)];
  const searches = member.roles.some(
    (role) => role === 'administrator' || role === 'branch-committee' || role === 'residents-committee',
  );
  const add = (person: Person) => {
    if (!taken.includes(person.id)) onChange([...witnesses, person]);
  };
  return (
    <Card title={t('chair.witnesses')} extra={t('ui.countOf', { count: witnesses.length, of: 2 })}>
      <View className="bd-muted">{t('chair.witnessesHint')}</View>
      <View className="bd-gap" />
      {witnesses.map((person) => (
        <ChosenPerson
          key={person.id}
          person={person}
          onRemove={() => onChange(witnesses.filter(({ id }) => id !== person.id))}
        />
      ))}
      {witnesses.length >= 2 ? null : searches ? (
        <PickPerson communityId={member.communityId} label={t('chair.witnessPick')} onPick={add} />
      ) : (
        <PickFromRoll
          label={t('chair.witnessPick')}
          listEntries={(search) =>
            roll.filter(
              ({ voterId, name, label }) =>
                !taken.includes(voterId) && (name.includes(search.trim()) || label.includes(search.trim())),
            )
          }
          onPick={({ voterId, name, label }) => add({ id: voterId, name, label })}
        />
      )}
    </Card>
  );
};
