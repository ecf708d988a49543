import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useKept } from '@/platform/use-kept';
import { kept } from '../support/taro';

const blank = { title: '', text: '', revision: 0 };

beforeEach(() => kept.clear());

describe('a kept form', () => {
  it('finds again what was typed and not saved, also after the page was closed', () => {
    const first = renderHook(() => useKept('draft.new', blank));
    act(() => first.result.current.change({ title: '修屋顶' }));
    act(() => first.result.current.change({ text: '三栋漏水' }));
    first.unmount();
    const second = renderHook(() => useKept('draft.new', blank));
    expect(second.result.current.value).toEqual({ title: '修屋顶', text: '三栋漏水', revision: 0 });
    expect(second.result.current.restored).toBe(true);
  });

  it('keeps nothing once the server has it, and goes on from what the server says', () => {
    const { result, unmount } = renderHook(() => useKept('draft.new', blank));
    act(() => result.current.change({ title: '修屋顶' }));
    act(() => result.current.settle({ title: '修屋顶', text: '', revision: 1 }));
    expect(result.current.value.revision).toBe(1);
    unmount();
    expect(renderHook(() => useKept('draft.new', blank)).result.current.restored).toBe(false);
  });

  it('is one per subject', () => {
    const { result } = renderHook(() => useKept('draft.a', blank));
    act(() => result.current.change({ title: '修屋顶' }));
    expect(renderHook(() => useKept('draft.b', blank)).result.current.value).toEqual(blank);
  });
});
