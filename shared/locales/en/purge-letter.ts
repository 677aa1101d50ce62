/** What those who run another server read when they are asked to delete posts. */
export const purgeWords = {
  subject: (community: string) => `Please delete posts that ${community} deleted`,
  text: (community: string, url: string, posts: readonly string[]) => `Hello,

moderators of ${community} (${url}) deleted the posts below, because they put somebody at risk: they show somebody’s private information, or pictures that were never to be public. Your server got them from ours. We sent a deletion, and your server did not confirm it.

Please delete your copies, with their pictures and previews, and have them leave your caches and search:

${posts.join('\n')}

Thank you. You reach us by answering this mail.
${community}
`,
} as const
