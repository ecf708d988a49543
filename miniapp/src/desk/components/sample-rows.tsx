import type { RegisterImport } from '@bandeng/shared/community/schemas.ts';
import { View } from '@tarojs/components';
import { columnLetter } from '@/desk/register-columns';
import { useT } from '@/i18n/use-t';
import { aria } from '@/ui/aria';

/** The first rows of the file as it is, to compare with. Scrolls sideways on a phone. */
export const SampleRows = ({ register }: { readonly register: RegisterImport }) => {
  const t = useT();
  const line = (cells: readonly string[], key: string, head: boolean) => (
    <View key={key} className="bd-table-line" {...aria({ role: 'row' })}>
      {register.headings.map((_, i) => (
        <View
          key={columnLetter(i)}
          className={head ? 'bd-table-cell is-head' : 'bd-table-cell'}
          {...aria({ role: head ? 'columnheader' : 'cell' })}
        >
          {head ? `${columnLetter(i)} ${cells[i] ?? ''}` : (cells[i] ?? '')}
        </View>
      ))}
    </View>
  );
  return (
    <View className="desk-sheet">
      <View className="bd-table-grid" {...aria({ role: 'table', label: t('register.sample') })}>
        {line(register.headings, 'head', true)}
        {register.sample.map((cells, i) => line(cells, String(i), false))}
      </View>
    </View>
  );
};
