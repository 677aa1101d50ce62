/**
 * Languages that many people here and elsewhere write in (BCP 47, the language alone): what the lists of languages offer
 * next to one's own, and what an answer to an invitation is understood in.
 */
export const COMMON_LANGUAGES = [
  ...(['ar', 'bn', 'ca', 'cs', 'da', 'de', 'el', 'en', 'eo', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'gl'] as const),
  ...(['he', 'hi', 'hr', 'hu', 'id', 'is', 'it', 'ja', 'ko', 'ku', 'lt', 'lv', 'ms', 'nl', 'no', 'pl', 'pt'] as const),
  ...(['ro', 'ru', 'sk', 'sl', 'sq', 'sr', 'sv', 'sw', 'ta', 'th', 'tl', 'tr', 'uk', 'ur', 'vi', 'yi', 'zh'] as const),
] as const

/** One of the languages that the lists offer. */
export type CommonLanguage = (typeof COMMON_LANGUAGES)[number]
