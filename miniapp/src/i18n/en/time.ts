import type { Translation } from '../catalogue';
import type { time as zh } from '../zh-CN/time';

export const time: Translation<typeof zh> = {
  exact: '{d}/{m}/{y} {clock}',
  sameYear: '{d}/{m} {clock}',
  day: '{d}/{m}/{y}',
  daySameYear: '{d}/{m}',
  today: 'today {clock}',
  tonight: 'tonight {clock}',
  tomorrow: 'tomorrow {clock}',
  yesterday: 'yesterday {clock}',
  endOfToday: 'the end of today',
  endOfTomorrow: 'the end of tomorrow',
  endOfYesterday: 'the end of yesterday',
  endOfDay: 'the end of {day}',
  justNow: 'just now',
  minutesAgo: '{n} min ago',
  hoursAgo: '{n} {n|hour|hours} ago',
  daysLeft: '{n} {n|day|days} left',
  hoursLeft: '{n} {n|hour|hours} left',
  minutesLeft: '{n} min left',
  secondsLeft: 'less than a minute left',
  over: 'closed',
  yuan: 'CNY {amount}',
  squareMetres: '{area} m²',
};
