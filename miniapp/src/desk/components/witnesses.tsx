import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { Card } from '@/ui/card';
import { ChosenPerson } from './chosen-person';
import { PickPerson, type Person } from './pick-person';

interface WitnessesProps {
  readonly communityId: string;
  readonly witnesses: readonly Person[];
  /** Who cannot be one: the voter, and the one who enters the ballot. */
  readonly excluded: readonly string[];
  readonly onChange: (witnesses: readonly Person[]) => void;
}

/** Two witnesses, any residents of the community. They stay for the next ballot. */
export const Witnesses = ({ communityId, witnesses, excluded, onChange }: WitnessesProps) => {
  const t = useT();
  const taken = [...excluded, ...witnesses.map(({ id }) => id)];
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
      {witnesses.length >= 2 ? null : (
        <PickPerson communityId={communityId} label={t('chair.witnessPick')} onPick={add} />
      )}
    </Card>
  );
};
