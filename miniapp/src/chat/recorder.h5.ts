import { longestMs, type Recording, type RecordingEvents } from './recording';

/** Types that the server takes, best first; a browser knows some of them. */
const types = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus', 'audio/webm'];

/** Without a recorder, or without https, a recording can be chosen as a file. */
export const canRecord = (): boolean =>
  typeof MediaRecorder !== 'undefined' && navigator.mediaDevices?.getUserMedia !== undefined;

const nameOf = (type: string): string => `voice.${type.includes('mp4') ? 'm4a' : type.includes('ogg') ? 'ogg' : 'webm'}`;

const record = (stream: MediaStream, { onStart, onEnd, onFail }: RecordingEvents): Recording => {
  const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, { audioBitsPerSecond: 32_000, ...(mimeType === undefined ? {} : { mimeType }) });
  const parts: Blob[] = [];
  const began = Date.now();
  let dropped = false;
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const limit = setTimeout(stop, longestMs - 300);
  recorder.ondataavailable = ({ data }) => void parts.push(data);
  recorder.onerror = () => {
    dropped = true;
    onFail();
    stop();
  };
  recorder.onstop = () => {
    clearTimeout(limit);
    stream.getTracks().forEach((track) => track.stop());
    if (dropped) return;
    const type = recorder.mimeType;
    const file = new File(parts, nameOf(type), { type });
    onEnd({ name: file.name, size: file.size, source: file }, Date.now() - began);
  };
  recorder.start();
  onStart();
  return {
    stop,
    cancel: () => {
      dropped = true;
      stop();
    },
  };
};

/** Asks for the microphone and records until it is stopped or a minute is full. */
export const startRecording = (events: RecordingEvents): Recording => {
  let wanted = true;
  let running: Recording | null = null;
  navigator.mediaDevices.getUserMedia({ audio: true }).then(
    (stream) => {
      if (wanted) running = record(stream, events);
      else stream.getTracks().forEach((track) => track.stop());
    },
    () => events.onFail(),
  );
  return {
    stop: () => {
      wanted = false;
      running?.stop();
    },
    cancel: () => {
      wanted = false;
      running?.cancel();
    },
  };
};
