import type { MeetingStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { forget, readStored, store } from '@/platform/storage';
import { useSession } from '@/platform/session';

/** A receipt of a secret ballot. Neither choice nor time stands beside it: who finds the phone learns no vote. */
export interface DeviceReceipt {
  readonly sessionId: string;
  readonly matterId: string;
  readonly matterTitle: string;
  readonly stageId: MeetingStageId;
  readonly receipt: string;
}

/** Of this account only: a family may share a phone. */
const place = (): string => `receipts.${useSession.getState().tokens?.accountId ?? 'nobody'}`;

export const listDeviceReceipts = (): readonly DeviceReceipt[] => readStored<DeviceReceipt[]>(place()) ?? [];

export const findDeviceReceipt = (sessionId: string): string | null =>
  listDeviceReceipts().find((one) => one.sessionId === sessionId)?.receipt ?? null;

export const keepDeviceReceipt = (receipt: DeviceReceipt): void =>
  store(place(), [receipt, ...listDeviceReceipts().filter((one) => one.sessionId !== receipt.sessionId)]);

export const forgetDeviceReceipts = (): void => forget(place());
