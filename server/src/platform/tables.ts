import { defineAuthTables } from './auth/tables.ts';
import { defineFileTables } from './files/tables.ts';
import { defineCommandTables } from './http/tables.ts';
import { defineTimerTables } from './jobs/tables.ts';
import { defineRealtimeTables } from './realtime/tables.ts';
import type { Kit } from './store/kit.ts';
import { defineWechatTables } from './wechat/tables.ts';

export const definePlatformTables = (k: Kit) => ({
  ...defineAuthTables(k),
  ...defineCommandTables(k),
  ...defineFileTables(k),
  ...defineTimerTables(k),
  ...defineRealtimeTables(k),
  ...defineWechatTables(k),
});
