import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Ladder } from '@/ui/ladder';
import { Moment } from '@/ui/moment';
import { QrCode } from '@/ui/qr-code';
import { ThresholdBar } from '@/ui/threshold-bar';
import { widthOf } from '@/ui/bar';

describe('Ladder', () => {
  const rungs = [
    { id: 'propose', title: '支部提议', state: 'done', seal: '通过', record: <p>会议纪要</p> },
    { id: 'consult', title: '两委商议', state: 'now' },
    { id: 'review', title: '党员大会审议', state: 'next' },
  ] as const;

  it('names number, stage and state of every step in words', () => {
    render(<Ladder label="阶段" rungs={rungs} />);
    const names = within(screen.getByRole('list', { name: '阶段' }))
      .getAllByRole('listitem')
      .map((item) => item.getAttribute('aria-label'));
    expect(names).toEqual(['1 支部提议, 通过', '2 两委商议, 进行中', '3 党员大会审议, 未开始']);
  });

  it('opens to the record and closes again', async () => {
    render(<Ladder label="阶段" rungs={rungs} />);
    expect(screen.queryByText('会议纪要')).toBeNull();
    const more = screen.getByRole('button', { name: '支部提议: 展开记录' });
    await userEvent.click(more);
    expect(screen.getByText('会议纪要').isConnected).toBe(true);
    expect(more.getAttribute('aria-expanded')).toBe('true');
    await userEvent.click(more);
    expect(screen.queryByText('会议纪要')).toBeNull();
  });
});

describe('ThresholdBar', () => {
  const bar = { name: '到会', rule: '到会须 ≥2/3', count: 44, of: 60, required: [2, 3] } as const;

  it('says the rule, the count and the outcome in words', () => {
    render(<ThresholdBar {...bar} reached />);
    expect(screen.getByRole('img', { name: '到会须 ≥2/3. 到会 44/60 ✓ 已达到' }).isConnected).toBe(true);
    expect(screen.getByText('到会 44/60 ✓ 已达到').isConnected).toBe(true);
  });

  it('takes the outcome from the rules and never from the width of the bar', () => {
    const { rerender } = render(<ThresholdBar {...bar} count={30} of={60} required={[1, 2]} reached={false} />);
    expect(screen.getByText('到会 30/60 × 未达到').isConnected).toBe(true);
    rerender(<ThresholdBar {...bar} reached={null} />);
    expect(screen.getByText('到会 44/60').isConnected).toBe(true);
  });

  it('stays inside the bar for any numbers', () => {
    expect([widthOf(5, 0), widthOf(-1, 3), widthOf(7, 3), widthOf(2, 3)]).toEqual(['0%', '0%', '100%', '66.7%']);
  });
});

it('a moment is exact on a tap', async () => {
  render(<Moment at={Date.parse('2020-05-06T07:08:00+08:00')} as="left" />);
  const moment = screen.getByRole('button', { name: '已截止, 2020年5月6日 7:08' });
  expect(moment.textContent).toBe('已截止');
  await userEvent.click(moment);
  expect(moment.textContent).toBe('2020年5月6日 7:08');
});

it('a QR code is an image with a name, drawn without a canvas', () => {
  render(<QrCode text="https://example.test/d/1" label="扫码查看公开内容" />);
  const image = screen.getByRole('img', { name: '扫码查看公开内容' });
  expect(image.getAttribute('src')).toMatch(/^data:image\/svg\+xml,/);
});
