import { View } from '@tarojs/components';
import { cx } from '@/ui/cx';
import { Press } from '@/ui/press';
import { Sheet } from '@/ui/sheet';

export interface SheetChoice {
  readonly text: string;
  readonly danger?: boolean;
  readonly onPress: () => void;
}

interface ChoiceSheetProps {
  readonly title: string;
  readonly choices: readonly SheetChoice[];
  readonly onClose: () => void;
}

/** What can be done with one thing. */
export const ChoiceSheet = ({ title, choices, onClose }: ChoiceSheetProps) => (
  <Sheet open title={title} onClose={onClose}>
    <View className="ch-choices">
      {choices.map(({ text, danger, onPress }) => (
        <Press
          key={text}
          className={cx('ch-choice', danger && 'is-danger')}
          onPress={() => {
            onClose();
            onPress();
          }}
        >
          {text}
        </Press>
      ))}
    </View>
  </Sheet>
);
