import type { CSSProperties } from 'react';

/** Room that the system's own signs need in the first line of a page. */
export const navInsets = (): CSSProperties => ({});

export const onWeb = true;
