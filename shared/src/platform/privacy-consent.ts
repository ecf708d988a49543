/**
 * Number of the text that people agree to, which stands in the catalogues under `privacy`. Raise it whenever the text
 * comes to say something else: everybody is then asked anew [个人信息保护法 art. 14].
 */
export const privacyVersion = 1;

/** `processing`: what every member needs; `phone`: taking the phone number from WeChat, which is asked for separately. */
export const privacyConsentKinds = ['processing', 'phone'] as const;
export type PrivacyConsentKind = (typeof privacyConsentKinds)[number];

/** Operations for whoever has not agreed yet, or not to the newest text: to read, agree, take the data along, and leave. */
export const servedWithoutConsent: readonly string[] = ['me', 'consentToPrivacy', 'exportMine', 'deleteAccount', 'logout'];
