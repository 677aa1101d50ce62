/** The door for all of the community's small pictures, or for one of them. */
export const emojiPath = (shortcode?: string): string =>
  `/api/community/v1/admin/emojis${shortcode === undefined ? '' : `/${encodeURIComponent(shortcode)}`}`
