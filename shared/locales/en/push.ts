import type { PushKind } from '../../api/push.ts'

/** What a device shows while nothing of ours is open. */
export const pushWords = {
  titles: {
    mention: (name: string) => `${name} mentioned you`,
    status: (name: string) => `${name} posted`,
    reblog: (name: string) => `${name} boosted your post`,
    follow: (name: string) => `${name} follows you now`,
    follow_request: (name: string) => `${name} asks to follow you`,
    favourite: (name: string) => `${name} likes your post`,
    poll: (_name: string) => 'A poll has ended',
    update: (name: string) => `${name} edited a post`,
    quote: (name: string) => `${name} quoted you`,
    quoted_update: (name: string) => `${name} edited a post that you quoted`,
  } satisfies Record<Exclude<PushKind, 'notice'>, (name: string) => string>,
  private: (name: string) => `${name} wrote to you privately`,
  /** The whole of what is said where nothing private may be. */
  bare: 'Something new is in your inbox.',
  /** The same words for everything that the community says to somebody. */
  notice: (community: string) => `You have a message on ${community}.`,
  afterQuiet: (count: number) =>
    count === 1 ? 'One new thing came while it was quiet.' : `${count} new things came while it was quiet.`,
}
