import type { Translation } from '../catalogue';
import type { app as zh } from '../zh-CN/app';

export const app: Translation<typeof zh> = {
  name: 'Bandeng',
  slogan: 'Sit down and talk it through',
  home: 'Home',
  chats: 'Chats',
  hall: 'Hall',
  me: 'Me',
  navigation: 'Main navigation',
  skip: 'Skip to content',
  waiting: 'Waiting for you',
  waitingNothing: 'Nothing is waiting for you',
  waitingNothingHint: 'New votes and disclosures will appear here.',
  matters: 'Four deliberations, two disclosures',
  board: 'Public board',
  signInFirst: 'Sign in to see what concerns you',
  signInHint: 'Sign in with your registered phone number to see what needs your vote.',
};
