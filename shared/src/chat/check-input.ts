import type { MessageInput } from './schemas.ts';
import { chatLimits } from './vocabulary.ts';

type ContentProblem = 'message-incomplete' | 'message-mixed';

const contentOf = { text: 'text', image: 'fileId', voice: 'fileId', file: 'fileId', card: 'card' } as const;

/** A message carries the one content that its kind calls for, and no other. */
export const contentProblem = (input: MessageInput): ContentProblem | null => {
  const wanted = contentOf[input.kind];
  if (input[wanted] === undefined) return 'message-incomplete';
  const given = (['text', 'fileId', 'card'] as const).filter((field) => input[field] !== undefined);
  return given.length > 1 ? 'message-mixed' : null;
};

/** A recorder that stops at the minute ends the frame it is in. */
const voiceSlackMs = 500;

export interface SentFile {
  readonly type: string;
  /** Of a recording, in ms; null for what is none. */
  readonly durationMs: number | null;
}

/** A picture is sent as a picture, a recording as a voice of a minute at most, anything else as a file. */
export const fileProblem = (kind: MessageInput['kind'], file: SentFile): 'file-kind-wrong' | 'voice-too-long' | null => {
  if (kind === 'image') return file.type.startsWith('image/') ? null : 'file-kind-wrong';
  if (kind !== 'voice') return null;
  if (!file.type.startsWith('audio/') || file.durationMs === null) return 'file-kind-wrong';
  return file.durationMs > chatLimits.voiceMs + voiceSlackMs ? 'voice-too-long' : null;
};
