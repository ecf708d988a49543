import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

Object.defineProperty(window, 'matchMedia', {
  configurable: true,
  value: () => ({ matches: false, addListener: () => undefined, removeListener: () => undefined }),
});

afterEach(cleanup);
