/** What somebody finds in their own note about an account that a block of theirs reached by itself. */
export const furtherBlocks = {
  declared: (old: string) => `Blocked because this account and ${old}, whom you block, say that they are one.`,
  found: 'Blocked because moderators found, on your report, that this is somebody whom you block.',
} as const
