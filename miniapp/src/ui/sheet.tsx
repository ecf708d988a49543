import { ScrollView, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import { Modal } from './modal';
import { Press } from './press';

interface SheetProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** The action that ends it, always in sight. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** Rises from the bottom of a phone, stands in the middle of a desk. */
export const Sheet = ({ open, title, onClose, footer, children }: SheetProps) => {
  const t = useT();
  if (!open) return null;
  return (
    <Modal label={title} onClose={onClose}>
      <View className="bd-sheet">
        <View className="bd-sheet-head">
          <View>{title}</View>
          <Press className="bd-sheet-close" label={t('ui.close')} onPress={onClose}>
            ×
          </Press>
        </View>
        <ScrollView scrollY className="bd-sheet-body">
          {children}
        </ScrollView>
        {footer === undefined ? null : <View className="bd-sheet-foot">{footer}</View>}
      </View>
    </Modal>
  );
};
