import { openReader, phone, signInAs } from './support/reader.ts';
import fs from 'node:fs';
import { launch, webFrom } from './.web.ts';
const ids = JSON.parse(fs.readFileSync('/tmp/fc/ids.json','utf8'));
const b = await launch();
const A = await openReader(b, 'http://127.0.0.1:4710', phone), B = await openReader(b, 'http://127.0.0.1:4710', phone);
await webFrom(A.context); await webFrom(B.context);
await signInAs(A, '居民'); await signInAs(B, '楼栋长');
const path = `/chat/pages/conversation/index?id=${ids.b}`;
await A.open(path); await B.open(path); await A.page.waitForTimeout(4500);
await B.page.screenshot({ path: '/tmp/fc/shots/two-open.png' }); console.log(A.troubles, B.troubles);
const texts = (p: any) => p.evaluate(`[...document.querySelectorAll('.ch-text, .ch-line')].map(e=>e.textContent).slice(-8)`);
const say = async (p: any, text: string) => { await p.locator('textarea').fill(text); await p.locator('.ch-send').click(); };
const t0 = Date.now();
await say(B.page, `现场消息 ${t0 % 1000}`); await A.page.getByText(`现场消息 ${t0 % 1000}`).first().waitFor({ timeout: 5000 });
console.log('seen after', Date.now() - t0);
await A.context.setOffline(true);
await say(A.page, '断网一'); await say(A.page, '断网二'); await A.page.waitForTimeout(1500);
await say(B.page, '你断网的时候我说的'); await B.page.waitForTimeout(1200);
await A.page.screenshot({ path: '/tmp/fc/shots/offline.png' });
console.log('offline A', await texts(A.page));
await A.context.setOffline(false); 
await A.page.waitForTimeout(9000);
console.log('A', await texts(A.page)); console.log('B', await texts(B.page));
// readers
await B.page.waitForTimeout(1500); await A.page.screenshot({ path: '/tmp/fc/shots/two-a.png' }); await B.page.screenshot({ path: '/tmp/fc/shots/two-b.png' });
console.log('readers', await A.page.evaluate(`document.querySelector('.ch-readers')?.textContent`));
// picture
const [chooser] = await Promise.all([A.page.waitForEvent('filechooser'), (async () => { await A.page.locator('.ch-plus').click(); await A.page.locator('.ch-thing').first().click(); })()]);
await chooser.setFiles('/tmp/fc/shots/light-chats.png'); await A.page.waitForTimeout(3500);
await A.page.screenshot({ path: '/tmp/fc/shots/picture-a.png' });
// recall
await A.page.locator('.ch-message.is-own .ch-more').nth(-2).click({ force: true }); await A.page.waitForTimeout(400);
console.log(await A.page.evaluate(`[...document.querySelectorAll('.ch-choice')].map(e=>e.textContent)`));
await A.page.locator('.ch-choice', { hasText: '撤回' }).click(); await A.page.waitForTimeout(1500);
await A.page.screenshot({ path: '/tmp/fc/shots/recalled-a.png' });
console.log('B after recall', await texts(B.page));
// mention
await A.page.locator('textarea').fill('请'); await A.page.locator('textarea').press('End'); await A.page.keyboard.type('@'); await A.page.waitForTimeout(1500);
await A.page.screenshot({ path: '/tmp/fc/shots/mention.png' });
await A.page.locator('.ch-people .bd-row').nth(1).click(); await A.page.waitForTimeout(300);
console.log('draft', await A.page.locator('textarea').inputValue());
await A.page.reload(); await A.page.waitForTimeout(2500); console.log('draft kept', await A.page.locator('textarea').inputValue());
// voice
await A.context.grantPermissions(['microphone']);
await A.page.locator('textarea').fill(''); await A.page.locator('.ch-plus').click(); await A.page.locator('.ch-thing').nth(1).click(); await A.page.waitForTimeout(300);
await A.page.locator('.ch-record').click(); await A.page.waitForTimeout(2500);
await A.page.screenshot({ path: '/tmp/fc/shots/voice.png' });
if (await A.page.locator('.ch-record.is-on').count()) { await A.page.locator('.ch-record').click(); await A.page.waitForTimeout(2500); await A.page.screenshot({ path: '/tmp/fc/shots/voice-sent.png' }); }
console.log(A.troubles, B.troubles);
await b.close();
