/** China Standard Time, in which communities live: UTC+8 without summer time. */
const offsetMs = 8 * 3_600_000;

const weekdays = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const sayDay = (at: Date, language: 'zh' | 'en'): string =>
  language === 'zh'
    ? `${at.getUTCMonth() + 1}月${at.getUTCDate()}日（周${weekdays.zh[at.getUTCDay()] ?? ''}）`
    : `${weekdays.en[at.getUTCDay()] ?? ''} ${at.getUTCDate()} ${months[at.getUTCMonth()] ?? ''}, `;

const sayClock = (at: Date): string => `${at.getUTCHours()}:${String(at.getUTCMinutes()).padStart(2, '0')}`;

/**
 * A time as notices write it, with the day of the week: '11月26日（周四）9:00—15:00', over midnight
 * '11月26日（周四）22:00 至 11月27日（周五）6:00'.
 * @param from ms since 1970
 * @param until ms since 1970; null where no end is named
 */
export const sayPeriod = (from: number, until: number | null, language: 'zh' | 'en'): string => {
  const start = new Date(from + offsetMs);
  const first = `${sayDay(start, language)}${sayClock(start)}`;
  if (until === null || until <= from) return first;
  const end = new Date(until + offsetMs);
  if (sayDay(start, language) === sayDay(end, language)) return `${first}${language === 'zh' ? '—' : '–'}${sayClock(end)}`;
  return `${first}${language === 'zh' ? ' 至 ' : ' to '}${sayDay(end, language)}${sayClock(end)}`;
};
