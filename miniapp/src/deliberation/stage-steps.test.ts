import { describe, expect, it } from 'vitest';
import { buildDisclosure, buildHead, buildPage, buildSession } from '../../tests/support/matter';
import { listSteps } from './stage-steps';

const statesOf = (...args: Parameters<typeof buildPage>) => listSteps(buildPage(...args).matter).map(({ state }) => state);

describe('the steps of a matter', () => {
  it('are all still to come in a draft', () => {
    expect(statesOf({ head: buildHead({ status: 'draft', stageId: null }), sessions: [] })).toEqual(Array(6).fill('next'));
  });

  it('are done before the running stage and to come after it', () => {
    expect(statesOf()).toEqual(['done', 'done', 'done', 'now', 'next', 'next']);
  });

  it.each(['returned', 'ended', 'withdrawn'] as const)('stop where the matter was %s', (status) => {
    const head = buildHead({ status, stageId: 'review' });
    expect(statesOf({ head })).toEqual(['done', 'done', 'failed', 'next', 'next', 'next']);
  });

  it('are all done when the matter is finished', () => {
    expect(statesOf({ head: buildHead({ status: 'closed', stageId: 'publish-outcome' }) })).toEqual(Array(6).fill('done'));
  });

  it('show the latest meeting of the running version, and none that was voided or cancelled', () => {
    const sessions = [
      buildSession({ id: 'old', version: 1, status: 'passed' }),
      buildSession({ id: 'short', version: 2, round: 1, status: 'no-quorum' }),
      buildSession({ id: 'again', version: 2, round: 2, status: 'open' }),
      buildSession({ id: 'off', version: 2, round: 3, status: 'cancelled' }),
      buildSession({ id: 'undone', version: 2, round: 4, status: 'void' }),
    ];
    const steps = listSteps(buildPage({ head: buildHead({ version: 2 }), sessions }).matter);
    expect(steps.map(({ session }) => session?.id ?? null)).toEqual([null, null, null, 'again', null, null]);
  });

  it('show the notice that is up, or else the one that an objection took down', () => {
    const head = buildHead({ stageId: 'publish-resolution' });
    const upheld = buildDisclosure({ id: 'first', status: 'upheld', publishedAt: 1 });
    const up = buildDisclosure({ id: 'second', publishedAt: 2 });
    const shown = (disclosures: (typeof up)[]) => listSteps(buildPage({ head, disclosures }).matter)[4]?.disclosure?.id;
    expect([shown([upheld]), shown([upheld, up]), shown([buildDisclosure({ status: 'void' })])]).toEqual([
      'first',
      'second',
      undefined,
    ]);
  });
});
