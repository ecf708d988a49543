import fs from 'node:fs';
import path from 'node:path';
const types: Record<string,string> = { '.js':'text/javascript','.css':'text/css','.html':'text/html','.png':'image/png','.svg':'image/svg+xml','.json':'application/json','.webmanifest':'application/json' };
export const webFrom = (context: any) => context.route((url: URL) => url.origin === 'http://127.0.0.1:4710' && !url.pathname.startsWith('/api'), (route: any) => {
  const p = new URL(route.request().url()).pathname; let f = path.join('/tmp/fc/h5', p);
  if (!fs.existsSync(f) || fs.statSync(f).isDirectory()) f = '/tmp/fc/h5/index.html';
  return route.fulfill({ body: fs.readFileSync(f), contentType: types[path.extname(f)] ?? 'application/octet-stream' });
});
import { chromium } from 'playwright-core';
import sparticuz from '@sparticuz/chromium';
export const launch = async () => chromium.launch({ executablePath: await sparticuz.executablePath(), args: ['--no-sandbox','--disable-dev-shm-usage','--disable-gpu','--font-render-hinting=none','--lang=zh-CN','--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests,PrivateNetworkAccessSendPreflights','--use-fake-device-for-media-stream','--use-fake-ui-for-media-stream'] });
