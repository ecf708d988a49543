import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ReportQueue } from '@/desk/moderation/report-queue';
import { serve } from '../support/server';

const message = {
  seq: 9, sentAs: 'command-9', kind: 'text', at: 0, author: { id: 'r', label: '甲 1-1-101', badge: null }, text: '骂人的话',
  file: null, quote: null, mentions: [], mentionsAll: false, card: null, event: null, state: 'shown',
};
const report = {
  id: 'p', groupId: 'g', groupName: '3栋邻里群', seq: 9, message, context: [{ ...message, seq: 8, text: '前一句' }],
  reasons: [{ reason: 'abuse', note: '骂人', by: '乙 1-1-102', at: 0 }], status: 'open', at: 0,
};

describe('a reported message', () => {
  it('is shown with its context and reasons, and decided only with a reason', async () => {
    const seen = serve(({ method }) => ({ status: 200, body: method === 'GET' ? { items: [report], next: null } : report }));
    render(<ReportQueue communityId="c" />);
    expect(await screen.findByText('骂人的话')).toBeTruthy();
    expect(screen.getByText(/前一句/)).toBeTruthy();
    expect(screen.getByText(/辱骂攻击/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '删除消息' }));
    const confirm = () => screen.getAllByRole('button', { name: '删除消息' }).slice(-1)[0] as HTMLElement;
    await userEvent.click(confirm());
    expect(seen.filter(({ method }) => method === 'POST')).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: '理由' }), '人身攻击');
    await userEvent.click(confirm());
    await vi.waitFor(() =>
      expect(seen.filter(({ method }) => method === 'POST').map(({ url, data }) => [url.split('/api')[1], JSON.parse(data ?? '') as unknown])).toEqual([
        ['/communities/c/moderation/reports/p/decision', { uphold: true, muteMinutes: 0, reason: '人身攻击' }],
      ]),
    );
  });
});
