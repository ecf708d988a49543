import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { Avatar } from '@/ui/avatar';
import { Press } from '@/ui/press';
import type { Person } from './pick-person';

/** Somebody who has been chosen, with a way to take the choice back. */
export const ChosenPerson = ({ person, onRemove }: { readonly person: Person; readonly onRemove?: () => void }) => {
  const t = useT();
  return (
    <View className="desk-chosen">
      <Avatar name={person.name} />
      <View className="bd-row-main">{person.label || person.name}</View>
      {onRemove === undefined ? null : (
        <Press className="bd-file-remove" label={t('desk.removePerson', { name: person.name })} onPress={onRemove}>
          ×
        </Press>
      )}
    </View>
  );
};
