import type { Engine } from '../platform/engine.ts';
import { deliveryTimer, followDelivery, publishDelivery } from './announce-delivery.ts';
import { noticePictureChecked } from './media-checked.ts';
import { readNoticeCards } from './read-cards.ts';
import { followNotice, readNoticeFile } from './read-rules.ts';
import { publishOnTime, publishTimer } from './release-notice.ts';
import { serveDelivery } from './routes/delivery-routes.ts';
import { serveReading } from './routes/reading-routes.ts';
import { serveWriting } from './routes/writing-routes.ts';
import { spreadOn, spreadTimer } from './spread.ts';

/** Notices, from the draft to the last door. */
export const bulletinEngine: Engine = {
  name: 'bulletin',
  serve: (app) => {
    serveWriting(app);
    serveReading(app);
    serveDelivery(app);
  },
  timers: { [publishTimer]: publishOnTime, [spreadTimer]: spreadOn, [deliveryTimer]: publishDelivery },
  files: { notice: readNoticeFile },
  channels: { notice: followNotice, delivery: followDelivery },
  cards: { notice: readNoticeCards },
  mediaChecked: { notice: noticePictureChecked },
};
