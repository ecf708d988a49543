import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import type { Command } from '@/platform/command';
import type { AnyEndpoint } from '@/platform/request';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { MomentText } from '@/ui/moment';

interface RemindButtonProps {
  readonly kind: 'plain' | 'outline';
  readonly command: Pick<Command<AnyEndpoint>, 'busy' | 'retrying' | 'error'>;
  /** When it may be pressed again, in milliseconds since 1970; null for now. */
  readonly laterAt: number | null;
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** Reminds in one tap, or says when that may be done again. */
export const RemindButton = ({ kind, command, laterAt, label, onPress, children }: RemindButtonProps) => {
  const t = useT();
  const { busy, retrying, error } = command;
  return (
    <>
      <Button kind={kind} small disabled={laterAt !== null} busy={busy} retrying={retrying} label={label} onPress={onPress}>
        {children}
      </Button>
      {laterAt === null ? null : (
        <View className="dn-later">
          {t('notice.remindDoorLater')} <MomentText at={laterAt} />
        </View>
      )}
      <ErrorNote error={error} />
    </>
  );
};
