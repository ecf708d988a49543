import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checks';
import { DateTimeField } from '@/ui/date-time-field';
import { RadioCards } from '@/ui/radio-cards';
import { Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';

describe('Button', () => {
  it('does nothing while it is busy, and says so', async () => {
    const press = vi.fn();
    const { rerender } = render(<Button onPress={press}>提交</Button>);
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    rerender(<Button busy onPress={press}>提交</Button>);
    await userEvent.click(screen.getByRole('button', { name: '正在提交…' }));
    rerender(<Button busy retrying onPress={press}>提交</Button>);
    expect(screen.getByRole('button', { name: '网络不好，正在重试…' })).toHaveProperty('disabled', true);
    expect(press).toHaveBeenCalledTimes(1);
  });
});

const Ballot = () => {
  const [value, setValue] = useState<'yes' | 'no' | null>(null);
  return (
    <RadioCards
      label="表决"
      value={value}
      onChange={setValue}
      options={[
        { value: 'yes', text: '同意' },
        { value: 'no', text: '反对', note: '可写理由' },
      ]}
    />
  );
};

describe('RadioCards', () => {
  it('tells the choice by state and word, not by colour alone', async () => {
    render(<Ballot />);
    expect(screen.getByRole('radio', { name: '反对, 可写理由' }).getAttribute('aria-checked')).toBe('false');
    await userEvent.click(screen.getByRole('radio', { name: /^同意/ }));
    expect(screen.getByRole('radio', { name: '同意, 已选' }).getAttribute('aria-checked')).toBe('true');
    expect(screen.getAllByRole('radio').filter((r) => r.getAttribute('aria-checked') === 'true')).toHaveLength(1);
  });

  it('is reached and chosen by keyboard', async () => {
    render(<Ballot />);
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard(' ');
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: '反对, 已选' }));
  });
});

it('a text field has its label as name, and its error as alert', async () => {
  const change = vi.fn();
  render(<TextField label="事项名称" value="" onChange={change} error="请填写" required />);
  const input = screen.getByRole('textbox', { name: '事项名称' });
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByRole('alert').textContent).toBe('请填写');
  await userEvent.type(input, '电');
  expect(change).toHaveBeenCalledWith('电');
});

it('a select offers its choices and reports the value', async () => {
  const change = vi.fn();
  render(<Select label="类型" value={null} onChange={change} choices={[{ value: 'a', text: '公益事业' }, { value: 'b', text: '物业' }]} />);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '类型' }), '物业');
  expect(change).toHaveBeenCalledWith('b');
});

it('a moment is reported once both day and clock are there, in China Standard Time', async () => {
  const change = vi.fn();
  render(<DateTimeField label="开会时间" value={null} onChange={change} />);
  await userEvent.type(screen.getByLabelText('开会时间 日期'), '2026-11-30');
  expect(change).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText('开会时间 时间'), '19:30');
  expect(change).toHaveBeenLastCalledWith(Date.parse('2026-11-30T19:30:00+08:00'));
});

it('a checkbox turns with a press', async () => {
  const change = vi.fn();
  render(<Checkbox label="我已阅读" value={false} onChange={change} />);
  await userEvent.click(screen.getByRole('checkbox', { name: '我已阅读' }));
  expect(change).toHaveBeenCalledWith(true);
});
