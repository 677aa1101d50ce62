/** Numbers that both sides hold to: the server refuses past them, the client says so before. */
export const sharedLimits = {
  /** Characters of a post, CW included, as Mastodon counts them. */
  statusCharacters: 500,
  displayName: 30,
  /** Characters of a person's description. */
  bio: 500,
  /** Bytes of an uploaded picture, as Mastodon's 2 MB for avatars doubled twice for phones' photos. */
  avatarBytes: 8 * 1024 * 1024,
} as const
