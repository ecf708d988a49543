import { composePublicLabel, maskName, maskPhones } from '@bandeng/shared/deliberation/mask.ts';
import type { ObjectionView, ProgressView, PublicDisclosure } from '@bandeng/shared/deliberation/schemas.ts';
import type { Person } from './load-people.ts';

/** A neighbour on a page that anybody can read: no name, no door number, and no id that would connect two notices. */
const maskPerson = ({ name, label }: Person, id: string): Person => {
  const place = label.slice(name.length).trim();
  return { id, name: maskName(name), label: composePublicLabel(name, place === '' ? null : place) };
};

export const maskObjection = (objection: ObjectionView): ObjectionView => ({
  ...objection,
  by: maskPerson(objection.by, objection.id),
  text: maskPhones(objection.text),
  answer: objection.answer === null ? null : maskPhones(objection.answer),
  answeredBy: objection.answeredBy === null ? null : maskName(objection.answeredBy),
});

/** What the committees wrote for the board: numbers slip into it, too. */
export const maskNotice = <T extends { readonly title: string; readonly text: string }>(notice: T): T => ({
  ...notice,
  title: maskPhones(notice.title),
  text: maskPhones(notice.text),
});

export const maskHead = (head: PublicDisclosure['head']): PublicDisclosure['head'] => ({
  ...maskNotice(head),
  summary: maskPhones(head.summary),
});

/** The payee stays as it is: a company is paid, and the public may know which. */
export const maskProgress = (entry: ProgressView): ProgressView => ({
  ...entry,
  title: maskPhones(entry.title),
  text: maskPhones(entry.text),
  by: maskName(entry.by),
});
