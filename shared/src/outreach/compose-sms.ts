import { sayTime, shorten, type OutreachData } from './fill-template.ts';

/** Text of an SMS, at most 140 characters (two of them in most tariffs), with the signature that carriers ask for. */
export const composeSms = (communityName: string, data: OutreachData): string => {
  const time = data.time !== undefined && /^[0-9]{1,15}$/.test(data.time) ? sayTime(Number(data.time)) : '';
  const parts = [data.title, data.place, time, data.note].map((part) => (part ?? '').trim()).filter((part) => part !== '');
  return shorten(`【${communityName}】${parts.join('，')}。详见小程序。`, 140);
};
