import type { Page } from 'playwright-core';

/** What stood on the screen after one page more. */
export interface Turned {
  /** Sequences of the messages that are mounted, from the top. */
  readonly seqs: readonly number[];
  /** By how many px the message moved that the reader looked at. */
  readonly moved: number;
  /** From the wish to the page on the screen, and the longest time between two frames meanwhile. */
  readonly ms: number;
  readonly frameMs: number;
}

const script = (times: number, to: 'start' | 'end') => `(async () => {
  const box = [...document.querySelectorAll('.ch-scroll')].find((one) => one.clientHeight > 0);
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const seqs = () => [...box.querySelectorAll('.ch-item[id]')].map((row) => Number(row.id.slice(1)));
  const looked = () => [...box.querySelectorAll('.ch-item[id]')].find((row) => row.getBoundingClientRect().bottom > box.getBoundingClientRect().top);
  const turned = [];
  for (let i = 0; i < ${times}; i += 1) {
    const before = seqs();
    box.scrollTop = ${to === 'start' ? '300' : 'box.scrollHeight - box.clientHeight - 300'};
    const row = looked();
    const top = row.getBoundingClientRect().top;
    const began = performance.now();
    let last = began;
    let frameMs = 0;
    const edge = (all) => ${to === 'start' ? 'all[0]' : 'all[all.length - 1]'};
    while (edge(seqs()) === edge(before) && performance.now() - began < 8000) {
      await frame();
      const now = performance.now();
      frameMs = Math.max(frameMs, now - last);
      last = now;
    }
    const ms = performance.now() - began;
    if (edge(seqs()) === edge(before)) break;
    await frame();
    await frame();
    turned.push({ seqs: seqs(), moved: row.isConnected ? Math.abs(row.getBoundingClientRect().top - top) : 0, ms, frameMs });
  }
  return turned;
})()`;

/** Scrolls towards the older or the newer messages of an open conversation, a page after the other; ends where none is left. */
export const turnPages = (page: Page, times: number, to: 'start' | 'end'): Promise<Turned[]> => page.evaluate<Turned[]>(script(times, to));
