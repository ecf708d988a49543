import { desk, openReader, phone, settle, signInAs } from './support/reader.ts';
import fs from 'node:fs';
import { launch, webFrom } from './.web.ts';
const O = 'http://127.0.0.1:4710';
const ids = JSON.parse(fs.readFileSync('/tmp/fc/ids.json','utf8'));
const long = 'area-01kybg0c80mygjkdyev9q5ccpe';
const out = '/tmp/fc/shots/'; fs.mkdirSync(out, { recursive: true });
const b = await launch();
const which = process.argv.slice(2);
const want = (n: string) => which.length === 0 || which.includes(n);
const keep = (page: any, s: object) => page.evaluate(`localStorage.setItem('bandeng.settings', ${JSON.stringify(JSON.stringify({ data: JSON.stringify({ language: 'zh-CN', theme: 'system', text: 'system', ...s }) }))})`);
try {
  for (const [name, opts, s, scheme] of [['light', phone, {}, 'light'], ['dark', phone, {}, 'dark'], ['large', phone, { text: 'large' }, 'light'], ['desk', desk, {}, 'light'], ['english', phone, { language: 'en' }, 'light']] as const) {
    if (!want(name)) continue;
    const r = await openReader(b, O, opts);
    await webFrom(r.context);
    await signInAs(r, '居民');
    await keep(r.page, s);
    await r.page.emulateMedia({ colorScheme: scheme });
    await r.open('/pages/chats/index'); await settle(r.page); await r.page.waitForTimeout(500);
    await r.page.screenshot({ path: `${out}${name}-chats.png` });
    await r.open(`/chat/pages/conversation/index?id=${ids.b}`); await r.page.waitForTimeout(2500);
    await r.page.screenshot({ path: `${out}${name}-talk.png` });
    await r.page.evaluate(`document.querySelector('.ch-scroll').scrollTop=0`); await r.page.waitForTimeout(400);
    await r.page.screenshot({ path: `${out}${name}-talk-top.png` });
    await r.page.locator('.ch-plus').click(); await r.page.waitForTimeout(300);
    await r.page.screenshot({ path: `${out}${name}-plus.png` });
    if (name === 'light') {
      await r.page.locator('.ch-tool').click(); await r.page.waitForTimeout(300);
      await r.page.screenshot({ path: `${out}${name}-emoji.png` });
      await r.page.locator('.ch-tool').click();
      await r.page.locator('.ch-more').nth(1).click({ force: true }); await r.page.waitForTimeout(400);
      await r.page.screenshot({ path: `${out}${name}-menu.png` });
    }
    await r.open(`/chat/pages/conversation/index?id=${ids.c}`); await r.page.waitForTimeout(1800);
    await r.page.screenshot({ path: `${out}${name}-quiet.png` });
    console.log(name, r.troubles);
    await r.close();
  }
} finally { await b.close(); }
