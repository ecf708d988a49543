import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { cx } from './cx';
import { Press } from './press';

interface CardProps {
  readonly title?: ReactNode;
  /** Right of the title: a short text or a link. */
  readonly extra?: ReactNode;
  readonly onPress?: (() => void) | undefined;
  /** What a screen reader says for a card that can be pressed; its text when omitted. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

export const Card = ({ title, extra, onPress, label, className, children }: CardProps) => {
  const content = (
    <>
      {title !== undefined || extra !== undefined ? (
        <View className="bd-card-head">
          <View className="bd-card-title" {...aria({ role: 'heading', level: 3 })}>
            {title}
          </View>
          {extra === undefined ? null : <View className="bd-muted">{extra}</View>}
        </View>
      ) : null}
      {children}
    </>
  );
  if (onPress === undefined) return <View className={cx('bd-card', className)}>{content}</View>;
  return (
    <Press className={cx('bd-card', className)} onPress={onPress} label={label}>
      {content}
    </Press>
  );
};
