import { composePublicLabel, maskName, maskPhones } from '@bandeng/shared/deliberation/mask.ts';
import type { ObjectionView, ProgressView } from '@bandeng/shared/deliberation/schemas.ts';
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

export const maskProgress = (entry: ProgressView): ProgressView => ({
  ...entry,
  text: maskPhones(entry.text),
  by: maskName(entry.by),
});
