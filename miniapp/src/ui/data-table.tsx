import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { cx } from './cx';
import { useWide } from './use-wide';

export interface Column<T> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  /** Numbers stand at the end. */
  readonly end?: boolean;
}

interface DataTableProps<T> {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
}

const Grid = <T,>({ label, columns, rows, keyOf }: DataTableProps<T>) => (
  <View className="bd-table">
    <View className="bd-table-grid" {...aria({ role: 'table', label })}>
      <View className="bd-table-line" {...aria({ role: 'row' })}>
        {columns.map(({ id, title, end }) => (
          <View key={id} className={cx('bd-table-cell', 'is-head', end && 'is-end')} {...aria({ role: 'columnheader' })}>
            {title}
          </View>
        ))}
      </View>
      {rows.map((row) => (
        <View key={keyOf(row)} className="bd-table-line" {...aria({ role: 'row' })}>
          {columns.map(({ id, cell, end }) => (
            <View key={id} className={cx('bd-table-cell', end && 'is-end')} {...aria({ role: 'cell' })}>
              {cell(row)}
            </View>
          ))}
        </View>
      ))}
    </View>
  </View>
);

const Stack = <T,>({ label, columns, rows, keyOf }: DataTableProps<T>) => (
  <View className="bd-stack" {...aria({ role: 'list', label })}>
    {rows.map((row) => (
      <View key={keyOf(row)} className="bd-card" {...aria({ role: 'listitem' })}>
        {columns.map(({ id, title, cell }) => (
          <View key={id} className="bd-pair">
            <View className="bd-pair-name">{title}</View>
            <View className="bd-pair-value">{cell(row)}</View>
          </View>
        ))}
      </View>
    ))}
  </View>
);

/** A table where there is room for one, and a card per row on a phone. */
export const DataTable = <T,>(props: DataTableProps<T>) => (useWide() ? <Grid {...props} /> : <Stack {...props} />);
