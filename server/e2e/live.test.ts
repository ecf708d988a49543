import { describe, expect, it } from 'vitest';
import { settle, signInAs } from './support/reader.ts';
import { setStage } from './support/set-stage.ts';

const title = '3 栋 2 单元加装电梯';

describe('two people who look at one vote', () => {
  const stage = setStage();

  it('sees the turnout move over the socket, and nothing of how the other voted', async () => {
    const matterId = await stage.neighbours.findMatter(title);
    const [watching, voting] = [await stage.open(), await stage.open()];
    await signInAs(watching, '居民');
    await signInAs(voting, '支委');

    const frames: string[] = [];
    const asked: string[] = [];
    watching.page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(payload.toString())));
    await watching.open(`/deliberation/pages/matter/index?id=${matterId}`);
    await settle(watching.page);
    const row = watching.page.getByRole('listitem', { name: /^2 两委商议/ });
    await row.getByText('到会 4/11').waitFor();
    watching.page.on('request', (request) => asked.push(request.url()));

    await voting.open(`/deliberation/pages/matter/index?id=${matterId}`);
    await voting.page.getByRole('button', { name: '参加表决' }).click();
    await voting.page.getByRole('radio', { name: /^反对/ }).click();
    await voting.page.getByRole('button', { name: '确认反对', exact: true }).click();
    await voting.page.getByRole('button', { name: '确认反对，提交' }).click();
    await voting.page.getByRole('heading', { name: '投票回执' }).waitFor();

    await row.getByText('到会 5/11').waitFor();
    await row.getByText(/已投 5 票/).waitFor();
    expect(asked).toEqual([]);
    expect(frames.join('\n')).toContain('TurnoutChanged');
    expect(frames.join('\n')).not.toMatch(/"choice":"(yes|no|abstain)"/);
    expect(stage.readers.map(({ troubles }) => troubles)).toEqual([[], []]);
  });
});
