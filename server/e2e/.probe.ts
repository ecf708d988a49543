import { openReader, phone, signInAs } from './support/reader.ts';
import fs from 'node:fs';
import { launch, webFrom } from './.web.ts';
const ids = JSON.parse(fs.readFileSync('/tmp/fc/ids.json','utf8'));
const long = 'area-01kybg0c80mygjkdyev9q5ccpe';
const b = await launch();
const r = await openReader(b, 'http://127.0.0.1:4710', phone);
await webFrom(r.context);
await signInAs(r, '居民');
await r.open(`/chat/pages/conversation/index?id=${ids.b}`); await r.page.waitForTimeout(2000);
console.log(await r.page.evaluate(`[...document.querySelectorAll('.ch-message')].slice(-3).map(m=>[m.getBoundingClientRect().top,m.getBoundingClientRect().height,...['.ch-face','.ch-column','.ch-bubble-row','.ch-hold','.ch-bubble','.ch-more'].map(s=>{const e=m.querySelector(s);return s+':'+(e?Math.round(e.getBoundingClientRect().height):'-')})].join(' '))`));
// long history
const state = `(()=>{const s=document.querySelector('.ch-scroll');const items=[...document.querySelectorAll('.ch-item')];return JSON.stringify({n:items.length,first:items[0]?.id,last:items.at(-1)?.id,top:Math.round(s.scrollTop),h:s.scrollHeight,c:s.clientHeight,topRow:items.find(i=>i.getBoundingClientRect().bottom>s.getBoundingClientRect().top)?.id, newAt:document.querySelector('.ch-new')?.getBoundingClientRect().top})})()`;
await r.open(`/chat/pages/conversation/index?id=${long}`); await r.page.waitForTimeout(2500);
console.log('open', await r.page.evaluate(state));
await r.page.screenshot({ path: '/tmp/fc/shots/long-open.png' });
for (let i = 0; i < 4; i++) {
  await r.page.evaluate(`document.querySelector('.ch-scroll').scrollTop=300`); await r.page.waitForTimeout(20);
  const before: any = await r.page.evaluate(state);
  await r.page.waitForTimeout(900);
  console.log('up', before, '→', await r.page.evaluate(state));
}
await r.page.locator('.ch-pill').click(); await r.page.waitForTimeout(1200);
console.log('end', await r.page.evaluate(state));
await r.page.locator('.ch-quote').last().click(); await r.page.waitForTimeout(1200);
console.log('quote', await r.page.evaluate(state), await r.page.evaluate(`document.querySelector('.is-marked')?.id`));
await r.page.screenshot({ path: '/tmp/fc/shots/long-quote.png' });
for (let i = 0; i < 3; i++) { await r.page.evaluate(`(()=>{const s=document.querySelector('.ch-scroll');s.scrollTop=s.scrollHeight-s.clientHeight-200})()`); await r.page.waitForTimeout(900); console.log('down', await r.page.evaluate(state)); }
console.log(r.troubles);
await b.close();
