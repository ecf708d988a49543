import { readFileSync, writeFileSync } from 'node:fs';
import { fourTwo } from '@bandeng/shared/deliberation/workflows/four-two.ts';
import { calendarRows } from '@bandeng/shared/kernel/calendar-data.ts';
import { placeRules, renderRules } from './render-rules.ts';

// `node server/bin/run.mjs server/tests/docs/write-rules.ts`: brings the generated part of docs/rules.md up to date.
const path = new URL('../../../docs/rules.md', import.meta.url);
writeFileSync(path, placeRules(readFileSync(path, 'utf8'), renderRules(fourTwo, calendarRows)));
