import type { Translation } from '../catalogue';
import type { bulletin as zh } from '../zh-CN/bulletin';

export const bulletin: Translation<typeof zh> = {
  title: 'Public board',
};
