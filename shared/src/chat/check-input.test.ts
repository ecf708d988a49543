import { describe, expect, test } from 'vitest';
import { contentProblem, fileProblem } from './check-input.ts';
import type { MessageInput } from './schemas.ts';

const card = { kind: 'matter', id: 'm' } as const;
const complete: readonly MessageInput[] = [
  { kind: 'text', text: '你好' },
  { kind: 'image', fileId: 'f' },
  { kind: 'voice', fileId: 'f' },
  { kind: 'file', fileId: 'f' },
  { kind: 'card', card },
];

describe('the content of a message', () => {
  test.each(complete)('$kind with its own content → complete', (input) => {
    expect(contentProblem(input)).toBeNull();
  });

  test.each(complete)('$kind without content → incomplete', ({ kind }) => {
    expect(contentProblem({ kind })).toBe('message-incomplete');
  });

  test.each(complete)('$kind with the content of all kinds → mixed', ({ kind }) => {
    expect(contentProblem({ kind, text: '你好', fileId: 'f', card })).toBe('message-mixed');
  });
});

describe('the file of a message', () => {
  test('a picture is sent as a picture', () => {
    expect(fileProblem('image', { type: 'image/jpeg', durationMs: null })).toBeNull();
    expect(fileProblem('image', { type: 'application/pdf', durationMs: null })).toBe('file-kind-wrong');
  });

  test('a recording of a minute is a voice, the end of its last frame included; a longer one is not', () => {
    expect(fileProblem('voice', { type: 'audio/mpeg', durationMs: 60_000 })).toBeNull();
    expect(fileProblem('voice', { type: 'audio/mpeg', durationMs: 60_500 })).toBeNull();
    expect(fileProblem('voice', { type: 'audio/mpeg', durationMs: 60_501 })).toBe('voice-too-long');
  });

  test('a voice is a recording whose length is known', () => {
    expect(fileProblem('voice', { type: 'image/png', durationMs: 3000 })).toBe('file-kind-wrong');
    expect(fileProblem('voice', { type: 'audio/mpeg', durationMs: null })).toBe('file-kind-wrong');
  });

  test('anything that may be uploaded may be sent as a file', () => {
    expect(fileProblem('file', { type: 'audio/mpeg', durationMs: 900_000 })).toBeNull();
    expect(fileProblem('file', { type: 'application/pdf', durationMs: null })).toBeNull();
  });
});
