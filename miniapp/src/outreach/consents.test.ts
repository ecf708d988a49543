import { describe, expect, it } from 'vitest';
import type { Outreach } from '@bandeng/shared/outreach/schemas.ts';
import { chooseAsked, listAskable, peaceAfterRefusal, readAnswers } from './consents';

const outreach: Outreach = {
  choices: [
    { category: 'notice', wechat: true, sms: true },
    { category: 'urgent', wechat: true, sms: true },
    { category: 'vote', wechat: false, sms: false },
    { category: 'reply', wechat: true, sms: true },
    { category: 'mention', wechat: true, sms: true },
  ],
  quotas: [
    { template: 'notice', templateId: 'T-notice', remaining: 0 },
    { template: 'vote', templateId: 'T-vote', remaining: 0 },
    { template: 'reply', templateId: null, remaining: 0 },
  ],
  sms: false,
  quiet: { fromHour: 22, untilHour: 7 },
};
const left = (remaining: number): Outreach => ({
  ...outreach,
  quotas: [{ template: 'notice', templateId: 'T-notice', remaining }],
});

describe('asking for a consent', () => {
  it('is useful where none is left', () => {
    expect(chooseAsked(outreach, ['notice'], null, 0)).toEqual(['notice']);
    expect(chooseAsked(left(1), ['notice'], null, 0)).toEqual([]);
  });

  it('is left out for messages that the person turned off or that this server cannot send', () => {
    expect(listAskable(outreach, ['notice', 'vote', 'reply'])).toEqual(['notice']);
  });

  it('rests for a while after a no', () => {
    expect(chooseAsked(outreach, ['notice'], 1000, 1000 + peaceAfterRefusal - 1)).toEqual([]);
    expect(chooseAsked(outreach, ['notice'], 1000, 1000 + peaceAfterRefusal)).toEqual(['notice']);
  });
});

describe('answers', () => {
  it('are told by template, and what WeChat kept back is no answer', () => {
    expect(
      readAnswers(outreach, { 'T-notice': 'accept', 'T-vote': 'reject', errMsg: 'requestSubscribeMessage:ok' }),
    ).toEqual({
      accepted: ['notice'],
      rejected: ['vote'],
    });
    expect(readAnswers(outreach, { 'T-notice': 'acceptWithAudio', 'T-vote': 'ban' })).toEqual({
      accepted: ['notice'],
      rejected: [],
    });
  });
});
