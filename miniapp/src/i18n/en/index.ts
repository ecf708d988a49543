import { account } from './account';
import { app } from './app';
import { bulletin } from './bulletin';
import { community } from './community';
import { deliberation } from './deliberation';
import { home } from './home';
import { mine } from './mine';
import { time } from './time';
import { ui } from './ui';

export const en = { app, ui, time, account, community, deliberation, bulletin, home, mine } as const;
