import { View } from '@tarojs/components';
import { Children, type ReactNode } from 'react';
import { aria } from './aria';
import { Press } from './press';

/** A card of rows. */
export const List = ({ label, children }: { readonly label?: string; readonly children: ReactNode }) => (
  <View className="bd-card bd-list" {...aria({ role: 'list', label })}>
    {Children.map(children, (child) =>
      child ? (
        <View className="bd-list-item" {...aria({ role: 'listitem' })}>
          {child}
        </View>
      ) : null,
    )}
  </View>
);

interface RowProps {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly value?: ReactNode;
  /** Before the title: an avatar, a tag, an icon. */
  readonly lead?: ReactNode;
  readonly onPress?: (() => void) | undefined;
  readonly label?: string | undefined;
}

export const Row = ({ title, detail, value, lead, onPress, label }: RowProps) => {
  const content = (
    <>
      {lead}
      <View className="bd-row-main">
        {title}
        {detail === undefined ? null : <View className="bd-muted">{detail}</View>}
      </View>
      {value === undefined ? null : <View className="bd-row-value">{value}</View>}
    </>
  );
  if (onPress === undefined) return <View className="bd-row">{content}</View>;
  return (
    <Press className="bd-row" onPress={onPress} label={label}>
      {content}
      <View className="bd-row-chevron" {...aria({ hidden: true })} />
    </Press>
  );
};
