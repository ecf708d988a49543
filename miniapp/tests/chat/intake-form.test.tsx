import type { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { IntakeForm } from '@/chat/groups/intake-form';
import { refusal, serve } from '../support/server';
import { kept } from '../support/taro';

type Message = Reply<typeof chatApi.recallMessage>;

const message = (seq: number, text: string): Message => ({
  seq,
  sentAs: `command-${seq}`,
  kind: 'text',
  at: 0,
  author: { id: 'r', label: '陈阿姨 3-2-501', badge: null },
  text,
  file: null,
  quote: null,
  mentions: [],
  mentionsAll: false,
  card: null,
  event: null,
  state: 'shown',
});

const page = { items: [message(6, '电梯又停了'), message(7, '上下五楼真不行')], cards: [], hasBefore: false, hasAfter: false };
const show = () => render(<IntakeForm communityId="c" kind="topic" from={{ groupId: 'g', seq: 7 }} />);
const sent = (seen: ReturnType<typeof serve>) =>
  seen.filter(({ method }) => method === 'POST').map(({ data }) => JSON.parse(data ?? '') as unknown);

beforeEach(() => kept.clear());

describe('handing messages on', () => {
  it('sends the message it began with, and those chosen from around it, in order', async () => {
    const seen = serve(({ method }) =>
      method === 'GET' ? { status: 200, body: page } : { status: 200, body: { id: 'i', number: 'T2026-0001' } },
    );
    show();
    expect(await screen.findByRole('checkbox', { name: /上下五楼/ })).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: /电梯又停了/ })).toBeNull();
    await userEvent.click(screen.getByText('再选几条相关的消息'));
    await userEvent.click(screen.getByRole('checkbox', { name: /电梯又停了/ }));
    await userEvent.type(screen.getByRole('textbox', { name: '标题' }), '加装电梯');
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    await vi.waitFor(() =>
      expect(sent(seen)).toEqual([{ kind: 'topic', title: '加装电梯', text: '', groupId: 'g', seqs: [6, 7] }]),
    );
  });

  it('asks for a title, and keeps what was typed when the server refuses', async () => {
    const seen = serve(({ method }) => (method === 'GET' ? { status: 200, body: page } : refusal(422, 'intake-empty')));
    show();
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    expect(screen.getByText('请写标题')).toBeTruthy();
    expect(sent(seen)).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: '标题' }), '电梯');
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    expect(await screen.findByText('不行')).toBeTruthy();
    expect([...kept.keys()].some((key) => key.includes('intake.topic.g.7'))).toBe(true);
  });
});
