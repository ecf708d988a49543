import { communityEngine } from '../../src/community/engine.ts';
import { disclosureTimers, registerDisclosureRoutes } from '../../src/deliberation/disclosure-routes.ts';
import type { Engine } from '../../src/platform/engine.ts';
export const testEngines: readonly Engine[] = [communityEngine, { name: 'deliberation', serve: registerDisclosureRoutes, timers: disclosureTimers }];
