/** What somebody finds in their own note about an account that another one moved to. */
export const moves = {
  blocked: (old: string) => `Moved here from ${old}, whom you had blocked.`,
  muted: (old: string) => `Moved here from ${old}, whom you had paused.`,
  noted: (old: string) => `Moved here from ${old}, about whom you had noted:`,
} as const
