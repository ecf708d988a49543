import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { fileAddress } from '@/platform/file-address';
import { aria } from '@/ui/aria';
import { cx } from '@/ui/cx';
import { Press } from '@/ui/press';
import { toggleVoice, usePlaying } from '../voice-player';

interface VoiceContentProps {
  readonly communityId: string;
  /** Null while it is on its way. */
  readonly fileId: string | null;
  readonly durationMs: number | null;
}

/** A recording: the longer it is, the wider. */
export const VoiceContent = ({ communityId, fileId, durationMs }: VoiceContentProps) => {
  const t = useT();
  const n = Math.max(1, Math.round((durationMs ?? 0) / 1000));
  const address = fileId === null ? null : fileAddress(communityId, fileId);
  const playing = usePlaying((s) => address !== null && s.address === address);
  const failed = usePlaying((s) => address !== null && s.failed === address);
  return (
    <Press
      className={cx('ch-voice', playing && 'is-playing')}
      style={failed ? {} : { width: `${96 + Math.min(60, n) * 2}px` }}
      label={t(playing ? 'chat.pause' : 'chat.play', { n })}
      disabled={address === null}
      onPress={() => {
        if (address !== null) void toggleVoice(address);
      }}
    >
      <View className="ch-voice-mark" {...aria({ hidden: true })}>
        {playing ? '❚❚' : '▶'}
      </View>
      <View className="ch-voice-time" {...aria({ hidden: true })}>
        {failed ? t('chat.fileFailed') : t('chat.seconds', { n })}
      </View>
    </Press>
  );
};
