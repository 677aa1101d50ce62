/** Numbers that both sides hold to: the server refuses past them, the client says so before. */
export const sharedLimits = {
  /** Characters of a post, CW included, as Mastodon counts them. */
  statusCharacters: 500,
  /** Topics that an author can choose for one warning: more than a reader can weigh. */
  warningTopics: 8,
  displayName: 30,
  /** Characters of a person's description. */
  bio: 500,
  /** Bytes of an uploaded picture. */
  avatarBytes: 8 * 1024 * 1024,
} as const
