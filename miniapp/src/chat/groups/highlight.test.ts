import { describe, expect, it } from 'vitest';
import { splitByWords } from './highlight';

describe('marking what was searched for', () => {
  it('marks every place of every word, whatever the case', () => {
    expect(splitByWords('电梯坏了，WiFi也坏了', ['坏了', 'wifi'])).toEqual([
      { text: '电梯', hit: false },
      { text: '坏了', hit: true },
      { text: '，', hit: false },
      { text: 'WiFi', hit: true },
      { text: '也', hit: false },
      { text: '坏了', hit: true },
    ]);
  });
  it('takes the longer of two words that begin alike, and loses no character', () => {
    const parts = splitByWords('加装电梯', ['加装', '加装电']);
    expect(parts).toEqual([{ text: '加装电', hit: true }, { text: '梯', hit: false }]);
    expect(splitByWords('没有', ['电梯'])).toEqual([{ text: '没有', hit: false }]);
  });
});
