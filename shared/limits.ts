/** Numbers that both sides hold to: the server refuses past them, the client says so before. */
export const sharedLimits = {
  /** Characters of a post, CW included, as Mastodon counts them. */
  statusCharacters: 500,
  /** Topics that an author can choose for one warning: more than a reader can weigh. */
  warningTopics: 8,
  /** Options of a poll and characters of one: as many as a group needs to find a day of the week. */
  pollOptions: 8,
  pollOption: 80,
  /** Seconds that a poll lasts, from five minutes to a month, as Mastodon's. */
  pollShortest: 300,
  pollLongest: 2_629_746,
  /** Milliseconds that a post waits for its time at least, as Mastodon's five minutes. */
  scheduledSoonest: 300_000,
  displayName: 30,
  /** Characters of a person's description. */
  bio: 500,
  /** Lines of a profile such as "Website": more is a second text. */
  profileFields: 4,
  /** Characters of such a line's name and of its value, as Mastodon's. */
  profileField: 255,
  /** Characters that describe the picture or the banner of a profile. */
  pictureDescription: 400,
  /** Bytes of an uploaded picture, as Mastodon's 2 MB for avatars doubled twice for phones' photos. */
  avatarBytes: 8 * 1024 * 1024,
  /** Pictures in one post, bytes of each as it is uploaded, and characters of what is said about it, as Mastodon's. */
  mediaPerPost: 4,
  imageBytes: 16 * 1024 * 1024,
  mediaDescription: 1500,
  /** Characters of a collection's name, and of what it is about. */
  collectionTitle: 60,
  collectionAbout: 300,
  /** Days that a truce can be agreed for. */
  truceDays: [1, 3, 7, 30],
  /** Days for which two can agree to reply no more in one conversation. */
  lockDays: [1, 3, 7, 14],
  /** Two people go back and forth a lot from so many replies within so many milliseconds, an hour. */
  talkReplies: 4,
  talkWithin: 3_600_000,
  /** Or from so many that each came within so many milliseconds, two minutes: nobody thinks that fast about a quarrel. */
  quickReplies: 3,
  quickReplyWithin: 120_000,
  /** Milliseconds that one is offered to wait before going on, ten minutes. */
  talkPause: 600_000,
  /** Seconds for which a person or conversation can be paused, beside without an end: an hour, 1, 3 and 7 days. */
  pauseSeconds: [3600, 86_400, 3 * 86_400, 7 * 86_400],
} as const
