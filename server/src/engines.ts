import { bulletinEngine } from './bulletin/engine.ts';
import { chatEngine } from './chat/engine.ts';
import { communityEngine } from './community/engine.ts';
import { deliberationEngine } from './deliberation/engine.ts';
import { outreachEngine } from './outreach/engine.ts';
import type { Engine } from './platform/engine.ts';

/** The engines that this server runs, in the order their routes are registered. */
export const engines: readonly Engine[] = [communityEngine, deliberationEngine, chatEngine, outreachEngine, bulletinEngine];
