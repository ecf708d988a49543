import { View } from '@tarojs/components';
import { useT } from '../i18n/use-t';
import { aria } from './aria';
import { Button } from './button';
import { Modal } from './modal';
import { useOverlays } from './overlay-store';

const Question = () => {
  const t = useT();
  const question = useOverlays((s) => s.question);
  if (question === null) return null;
  const { title, text, confirmText, cancelText, danger = false, answer } = question;
  return (
    <Modal middle onClose={() => answer(false)} label={title} role="alertdialog">
      <View className="bd-dialog">
        <View className="bd-dialog-title">{title}</View>
        {text === undefined ? null : <View className="bd-dialog-text">{text}</View>}
        <View className="bd-dialog-buttons">
          <View className="bd-dialog-button">
            <Button kind="outline" onPress={() => answer(false)}>
              {cancelText ?? t('ui.cancel')}
            </Button>
          </View>
          <View className="bd-dialog-button">
            <Button kind={danger ? 'danger' : 'primary'} onPress={() => answer(true)}>
              {confirmText ?? t('ui.confirm')}
            </Button>
          </View>
        </View>
      </View>
    </Modal>
  );
};

/** What lies over every page: the question of `confirm` and the text of `toast`. Each page renders it once. */
export const Overlays = () => {
  const toast = useOverlays((s) => s.toast);
  return (
    <>
      <Question />
      <View className="bd-toast" {...aria({ role: 'status', live: 'polite' })}>
        {toast === null ? null : <View className="bd-toast-text">{toast.text}</View>}
      </View>
    </>
  );
};
