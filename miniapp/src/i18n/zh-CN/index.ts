import { account } from './account';
import { app } from './app';
import { bulletin } from './bulletin';
import { community } from './community';
import { chair } from './chair';
import { deliberation } from './deliberation';
import { desk } from './desk';
import { home } from './home';
import { mine } from './mine';
import { register } from './register';
import { time } from './time';
import { ui } from './ui';

export const zhCN = { app, ui, time, account, community, deliberation, bulletin, home, mine, desk, register, chair } as const;
