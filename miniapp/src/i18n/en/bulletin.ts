import type { Translation } from '../catalogue';
import type { bulletin as zh } from '../zh-CN/bulletin';

export const bulletin: Translation<typeof zh> = {
  title: 'Public board',
  boardOf: '{community} · public board',
  lead: 'Anyone can read this without signing in; names and dwellings are masked.',
  empty: 'Nothing has been disclosed yet',
  emptyHint: 'Resolutions and outcomes appear here once they are disclosed.',
  print: 'Print the poster',
  printCopied: 'The address of the poster was copied; open it in a browser to print it',
  stagesTitle: 'How it was decided',
  scanTitle: 'Scan for the same content',
  objectTitle: 'Do you disagree?',
  objectLead: 'Residents of this community can object after signing in; the answer is published here.',
  objectButton: 'Sign in and object',
  recordTitle: 'Hash of the record',
  recordLead: '{n} {n|entry|entries}. If the hash is another one, the record has been changed.',
  notFound: 'This public page does not exist or was taken down.',
};
