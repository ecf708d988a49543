import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AnswerForm } from '@/desk/components/answer-form';
import { Overlays } from '@/ui/overlays';
import { refusal, serve } from '../support/server';
import { kept } from '../support/taro';
import type { ObjectionView } from './facts';

const objection: ObjectionView = {
  id: 'o1',
  disclosureId: 'd1',
  by: { id: 'r', name: '赵先生', label: '赵先生 3-2-102' },
  text: '价格偏高',
  filedAt: 0,
  dueAt: 1,
  answer: null,
  answeredBy: null,
  answeredAt: null,
  overdue: false,
  upheld: false,
  backTo: null,
};

const show = (upholds: boolean) => {
  const apply = vi.fn();
  render(
    <>
      <AnswerForm communityId="c" objection={objection} upholds={upholds} apply={apply} />
      <Overlays />
    </>,
  );
  return apply;
};
const press = (name: string | RegExp, nth = 0) =>
  userEvent.click(screen.getAllByRole('button', { name })[nth] as HTMLElement);

beforeEach(() => kept.clear());

describe('answering an objection', () => {
  it('sends one answer, after it was confirmed', async () => {
    const seen = serve(() => ({ status: 200, body: { events: [], cursor: 4, allowed: [], mine: [] } }));
    const apply = show(true);
    await userEvent.type(screen.getByRole('textbox', { name: '答复' }), '已复核三家报价');
    await press('公开答复');
    expect(seen).toHaveLength(0);
    await press('公开答复', 1);
    await vi.waitFor(() => expect(apply).toHaveBeenCalledWith({ events: [], cursor: 4, allowed: [], mine: [] }));
    const sent = seen.map(({ method, url, data }) => [method, url.split('/api')[1], JSON.parse(data ?? '') as unknown]);
    expect(sent).toEqual([
      ['POST', '/communities/c/objections/o1/answer', { answer: '已复核三家报价', uphold: false }],
    ]);
  });

  it('that is upheld asks for the stage to go back to', async () => {
    const seen = serve(() => ({ status: 200, body: { events: [], cursor: 4, allowed: [], mine: [] } }));
    const apply = show(true);
    await userEvent.type(screen.getByRole('textbox', { name: '答复' }), '确有不妥');
    await userEvent.click(screen.getByRole('switch'));
    await press('公开答复');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: /两委商议/ }));
    await press('公开答复');
    await press('公开答复', 1);
    await vi.waitFor(() => expect(apply).toHaveBeenCalled());
    expect(JSON.parse(seen[0]?.data ?? '')).toEqual({ answer: '确有不妥', uphold: true, backTo: 'consult' });
  });

  it('to an outcome cannot send the matter back', () => {
    serve(() => 'lost');
    show(false);
    expect(screen.queryByRole('switch')).toBeNull();
  });

  it('keeps the text when the server refuses', async () => {
    serve(() => refusal(409, 'objection-answered'));
    show(true);
    await userEvent.type(screen.getByRole('textbox', { name: '答复' }), '已复核');
    await press('公开答复');
    await press('公开答复', 1);
    expect(await screen.findByText('不行')).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '答复' }).value).toBe('已复核');
    expect([...kept.keys()].some((key) => key.includes('answer.o1'))).toBe(true);
  });
});
