import { account } from './account';
import { app } from './app';
import { bulletin } from './bulletin';
import { chat } from './chat';
import { community } from './community';
import { chair } from './chair';
import { deliberation } from './deliberation';
import { desk } from './desk';
import { groups } from './groups';
import { home } from './home';
import { intake } from './intake';
import { moderation } from './moderation';
import { mine } from './mine';
import { register } from './register';
import { time } from './time';
import { ui } from './ui';

export const en = { app, ui, time, account, community, deliberation, bulletin, chat, home, mine, desk, register, chair, groups, intake, moderation } as const;
