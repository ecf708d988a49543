import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { addCatalogue } from '@/i18n/catalogues';
import { en } from '@/i18n/en/index';
import '@/i18n/every-text';

addCatalogue('en', en);

// Tests of the compiled mini-program run without a browser's globals.
if (typeof window !== 'undefined') {
  Object.defineProperty(window, 'matchMedia', {
    configurable: true,
    value: () => ({ matches: false, addListener: () => undefined, removeListener: () => undefined }),
  });
  afterEach(cleanup);
}
