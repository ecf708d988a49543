import type { Translation } from '../catalogue';
import type { deliberation as zh } from '../zh-CN/deliberation';

export const deliberation: Translation<typeof zh> = {
  title: 'Hall',
};
