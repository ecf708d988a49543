import { describe, expect, it } from 'vitest';
import { readName, readNames, readOptional, readText } from './read-text.ts';

describe('readText', () => {
  it('makes full-width forms plain and drops what cannot be seen', () => {
    expect(readText('\ufeff　Ａ１２\u200b\n３ ')).toBe('A12 3');
    expect(readText(null)).toBe('');
    expect(readText(1e21)).toBe('1.00000000000000e+21');
  });
  it('takes the marks of nothing for nothing', () => {
    for (const mark of ['无', '/', '--', '—', 'N/A', '']) expect(readOptional(mark)).toBe('');
    expect(readOptional('无忧')).toBe('无忧');
  });
});

describe('readName, readNames', () => {
  it('closes up a spaced name', () => {
    expect(readName('张 三')).toBe('张三');
    expect(readName(' 欧 阳 修 ')).toBe('欧阳修');
    expect(readName('John Smith')).toBe('John Smith');
  });
  it('parts several names', () => {
    expect(readNames('张三、李四')).toEqual(['张三', '李四']);
    expect(readNames('张三 李四;王五')).toEqual(['张三', '李四', '王五']);
    expect(readNames('张 三')).toEqual(['张三']);
    expect(readNames('张三，张三')).toEqual(['张三']);
    expect(readNames('无')).toEqual([]);
  });
});
