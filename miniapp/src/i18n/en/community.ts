import type { Translation } from '../catalogue';
import type { community as zh } from '../zh-CN/community';

export const community: Translation<typeof zh> = {
  title: 'Community',
};
