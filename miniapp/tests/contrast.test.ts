import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const source = readFileSync(path.resolve(import.meta.dirname, '../src/ui/tokens.scss'), 'utf8');

const palette = (theme: string): Map<string, string> => {
  const block = new RegExp(`@mixin ${theme} \\{([^}]*)\\}`).exec(source)?.[1] ?? '';
  return new Map(Array.from(block.matchAll(/--([\w-]+): (#[0-9A-Fa-f]{6});/g), ([, name = '', value = '']) => [name, value]));
};

/** Relative luminance, WCAG 2.2. */
const luminance = (hex: string): number => {
  const channel = (at: number) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
};

const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

const texts = ['ink', 'ink-2', 'ink-3', 'brick', 'bamboo', 'slate', 'amber'];
const pairs = [
  ...texts.flatMap((text) => [[text, 'paper'], [text, 'card']] as const),
  ...['brick', 'bamboo', 'slate', 'amber', 'ink', 'ink-2'].map((text) => [text, text.startsWith('ink') ? 'bamboo-soft' : `${text}-soft`] as const),
  ...['brick-fill', 'bamboo-fill', 'slate-fill'].map((ground) => ['on-fill', ground] as const),
  ['avatar-ink', 'avatar'] as const,
  ...['ink', 'ink-2', 'brick'].map((text) => [text, 'own'] as const),
  ...['ink', 'ink-2'].flatMap((text) => ['track', 'brick-soft', 'slate-soft', 'amber-soft'].map((ground) => [text, ground] as const)),
  ['paper', 'ink'] as const,
];

describe.each(['light', 'dark'])('%s theme', (theme) => {
  const colours = palette(theme);
  it.each(pairs)('%s on %s reads at 4.5:1 or better', (text, ground) => {
    const [a, b] = [colours.get(text), colours.get(ground)];
    if (a === undefined || b === undefined) throw new Error(`no colour ${text} or ${ground}`);
    expect(contrast(a, b)).toBeGreaterThanOrEqual(4.5);
  });
});

it('both themes name the same colours', () => {
  expect([...palette('dark').keys()]).toEqual([...palette('light').keys()]);
});
