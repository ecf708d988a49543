import Taro from '@tarojs/taro';
import { longestMs, type Recording, type RecordingEvents } from './recording';

export const canRecord = (): boolean => true;

/** WeChat has one recorder, whose listeners cannot be taken off: they speak to the recording of the moment. */
let current: { readonly events: RecordingEvents; dropped: boolean } | null = null;
let manager: Taro.RecorderManager | null = null;

const prepare = (): Taro.RecorderManager => {
  if (manager !== null) return manager;
  const recorder = Taro.getRecorderManager();
  recorder.onStart(() => current?.events.onStart());
  recorder.onError(() => {
    current?.events.onFail();
    current = null;
  });
  recorder.onStop(({ tempFilePath, duration, fileSize }) => {
    const ended = current;
    current = null;
    if (ended === null || ended.dropped) return;
    ended.events.onEnd({ name: 'voice.mp3', size: fileSize, source: tempFilePath }, duration);
  });
  manager = recorder;
  return recorder;
};

export const startRecording = (events: RecordingEvents): Recording => {
  const recorder = prepare();
  const mine = { events, dropped: false };
  current = mine;
  recorder.start({ duration: longestMs, format: 'mp3', sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 32_000 });
  return {
    stop: () => recorder.stop(),
    cancel: () => {
      mine.dropped = true;
      recorder.stop();
    },
  };
};
