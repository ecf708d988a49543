import { View } from '@tarojs/components';
import { aria } from './aria';
import { cx } from './cx';
import type { ModalProps } from './modal-props';

/** Closes on a tap of the shade; the page behind does not scroll along. */
export const Modal = ({ label, role = 'dialog', middle = false, onClose, children }: ModalProps) => (
  <View className={cx('bd-shade', middle && 'is-middle')} catchMove onClick={onClose}>
    <View className="bd-modal" onClick={(event) => event.stopPropagation()} {...aria({ role, label })}>
      {children}
    </View>
  </View>
);
