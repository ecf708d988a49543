import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Overlays } from '@/ui/overlays';
import { confirm, toast } from '@/ui/overlay-store';
import { Sheet } from '@/ui/sheet';

describe('confirm', () => {
  const ask = async () => {
    let answer: Promise<boolean> = Promise.resolve(true);
    render(<Overlays />);
    act(() => {
      answer = confirm({ title: '撤回事项？', confirmText: '撤回', danger: true });
    });
    return { answer };
  };

  it('waits for an answer in a dialog that has a name', async () => {
    const { answer } = await ask();
    expect(screen.getByRole('alertdialog', { name: '撤回事项？' }).isConnected).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: '撤回' }));
    await expect(answer).resolves.toBe(true);
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('takes Escape, cancel and a newer question as no', async () => {
    const first = await ask();
    await userEvent.keyboard('{Escape}');
    await expect(first.answer).resolves.toBe(false);
    let older: Promise<boolean> = Promise.resolve(true);
    act(() => {
      older = confirm({ title: '一' });
      void confirm({ title: '二' });
    });
    await expect(older).resolves.toBe(false);
    await userEvent.click(screen.getByRole('button', { name: '取消' }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
});

it('a toast is read out and goes by itself', () => {
  vi.useFakeTimers();
  render(<Overlays />);
  act(() => toast('已保存'));
  expect(screen.getByRole('status').textContent).toBe('已保存');
  act(() => void vi.advanceTimersByTime(10_000));
  expect(screen.getByRole('status').textContent).toBe('');
  vi.useRealTimers();
});

const Opener = () => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>打开</button>
      <Sheet open={open} title="您的表决意见" onClose={() => setOpen(false)}>
        <button>同意</button>
      </Sheet>
    </>
  );
};

it('a sheet holds the keyboard inside and gives the focus back', async () => {
  render(<Opener />);
  const opener = screen.getByRole('button', { name: '打开' });
  await userEvent.click(opener);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '关闭' }));
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '同意' }));
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '关闭' }));
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(opener);
});
