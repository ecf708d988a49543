import { yesNo } from './yes-no.ts';

export const methods = [yesNo] as const;
