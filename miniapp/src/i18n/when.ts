import { translate, type Language } from './translate';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Communities live by China Standard Time (UTC+8, no summer time), wherever the reader's phone is. */
const cst = 8 * hour;

const parts = (ms: number) => {
  const d = new Date(ms + cst);
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    y: d.getUTCFullYear(),
    m: d.getUTCMonth() + 1,
    d: d.getUTCDate(),
    hour: d.getUTCHours(),
    clock: `${d.getUTCHours()}:${two(d.getUTCMinutes())}`,
    dayNumber: Math.floor((ms + cst) / day),
  };
};

/** 2026年11月21日 20:00 */
export const formatExact = (ms: number, language: Language): string => translate(language, 'time.exact', parts(ms));

/** 今晚 20:00, 明天 9:00, 11月25日 9:00: as a person says it. */
export const formatWhen = (ms: number, now: number, language: Language): string => {
  const at = parts(ms);
  const today = parts(now);
  const clock = { clock: at.clock };
  switch (at.dayNumber - today.dayNumber) {
    case 0:
      return translate(language, at.hour >= 18 ? 'time.tonight' : 'time.today', clock);
    case 1:
      return translate(language, 'time.tomorrow', clock);
    case -1:
      return translate(language, 'time.yesterday', clock);
    default:
      return translate(language, at.y === today.y ? 'time.sameYear' : 'time.exact', at);
  }
};

/** Whether a moment is the first millisecond of a day. */
const isMidnight = (ms: number): boolean => (ms + cst) % day === 0;

/**
 * A deadline as people say it: what ends with a day ends at 24:00 of it, not at 0:00 of the next. 11月30日 24:00.
 * @param ms the first millisecond that is too late
 */
export const formatEnd = (ms: number, now: number, language: Language): string => {
  if (!isMidnight(ms)) return formatWhen(ms, now, language);
  const last = ms - 1;
  switch (parts(last).dayNumber - parts(now).dayNumber) {
    case 0:
      return translate(language, 'time.endOfToday');
    case 1:
      return translate(language, 'time.endOfTomorrow');
    case -1:
      return translate(language, 'time.endOfYesterday');
    default:
      return translate(language, 'time.endOfDay', { day: formatDay(dayOf(last), now, language) });
  }
};

/** The same, exactly: 2026年11月30日 24:00. */
export const formatEndExact = (ms: number, language: Language): string =>
  isMidnight(ms) ? translate(language, 'time.exact', { ...parts(ms - 1), clock: '24:00' }) : formatExact(ms, language);

/** 还有 4 天, 还有 3 小时, 已截止. Whole units, rounded down: nobody is told of more time than there is. */
export const formatLeft = (ms: number, now: number, language: Language): string => {
  const left = ms - now;
  if (left <= 0) return translate(language, 'time.over');
  if (left >= day) return translate(language, 'time.daysLeft', { n: Math.floor(left / day) });
  if (left >= hour) return translate(language, 'time.hoursLeft', { n: Math.floor(left / hour) });
  if (left >= minute) return translate(language, 'time.minutesLeft', { n: Math.floor(left / minute) });
  return translate(language, 'time.secondsLeft');
};

/** 刚刚, 10 分钟前, 3 小时前, then the moment itself. */
export const formatAgo = (ms: number, now: number, language: Language): string => {
  const past = now - ms;
  if (past < minute) return translate(language, 'time.justNow');
  if (past < hour) return translate(language, 'time.minutesAgo', { n: Math.floor(past / minute) });
  if (past < 6 * hour) return translate(language, 'time.hoursAgo', { n: Math.floor(past / hour) });
  return formatWhen(ms, now, language);
};

/** 今天 9:00, 昨天 9:00, then the day alone: for lists where many times stand below each other. */
export const formatBrief = (ms: number, now: number, language: Language): string =>
  parts(now).dayNumber - parts(ms).dayNumber > 1 ? formatDay(dayOf(ms), now, language) : formatWhen(ms, now, language);

/** A calendar day 'YYYY-MM-DD' as 2026年11月21日, without the year when it is this one. */
export const formatDay = (text: string, now: number, language: Language): string => {
  const [y = 0, m = 0, d = 0] = text.split('-').map(Number);
  return translate(language, y === parts(now).y ? 'time.daySameYear' : 'time.day', { y, m, d });
};

/** 'YYYY-MM-DD' of a moment, in China Standard Time. */
export const dayOf = (ms: number): string => new Date(ms + cst).toISOString().slice(0, 10);

/** Milliseconds of 'YYYY-MM-DD' and 'HH:MM' in China Standard Time; NaN when one of them is not a time. */
export const momentOf = (dayText: string, clockText: string): number =>
  Date.parse(`${dayText}T${clockText}:00Z`) - cst;

/** 'HH:MM' of a moment, in China Standard Time. */
export const clockOf = (ms: number): string => new Date(ms + cst).toISOString().slice(11, 16);
