import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { useT } from '@/i18n/use-t';
import { pickFiles } from '@/platform/pick-file';
import type { PickedFile } from '@/platform/picked-file';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { onWeb } from '@/ui/frame';
import { Press } from '@/ui/press';
import { canRecord, startRecording } from '../recorder';
import { shortestMs, type Recording } from '../recording';

interface VoicePanelProps {
  readonly onVoice: (file: PickedFile, durationMs: number | null) => void;
}

/** A tap begins, the next one ends and sends. */
export const VoicePanel = ({ onVoice }: VoicePanelProps) => {
  const t = useT();
  const [seconds, setSeconds] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<'recordDenied' | 'recordShort' | null>(null);
  const recording = useRef<Recording | null>(null);
  const running = seconds !== null;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setSeconds((n) => (n === null ? null : n + 1)), 1000);
    return () => clearInterval(timer);
  }, [running]);
  useEffect(() => () => recording.current?.cancel(), []);

  const start = () => {
    setTrouble(null);
    recording.current = startRecording({
      onStart: () => setSeconds(0),
      onEnd: (file, ms) => {
        setSeconds(null);
        recording.current = null;
        if (ms < shortestMs) setTrouble('recordShort');
        else onVoice(file, ms);
      },
      onFail: () => {
        setSeconds(null);
        recording.current = null;
        setTrouble('recordDenied');
      },
    });
  };
  const cancel = () => {
    recording.current?.cancel();
    recording.current = null;
    setSeconds(null);
  };
  const pick = async () => {
    const [file] = await pickFiles({ count: 1, documents: false, accept: 'audio' });
    if (file !== undefined) onVoice(file, null);
  };
  const fromFile = (
    <Button kind="outline" onPress={() => void pick()}>
      {t('chat.pickVoice')}
    </Button>
  );
  if (!canRecord()) return <View className="ch-panel is-voice">{fromFile}</View>;
  return (
    <View className="ch-panel is-voice">
      <View className={cx('ch-voice-say', trouble !== null && 'is-trouble')} {...aria({ role: 'status', live: 'polite' })}>
        {trouble !== null ? t(`chat.${trouble}`) : seconds === null ? t('chat.recordStart') : t('chat.recording', { n: seconds })}
      </View>
      <Press
        className={cx('ch-record', running && 'is-on')}
        label={t(running ? 'chat.recordStop' : 'chat.recordStart')}
        onPress={running ? () => recording.current?.stop() : start}
      >
        <View className="ch-record-mark" {...aria({ hidden: true })} />
      </Press>
      {running ? (
        <Button kind="plain" onPress={cancel}>
          {t('chat.recordCancel')}
        </Button>
      ) : onWeb ? (
        fromFile
      ) : null}
    </View>
  );
};
