/** What the two sides read of what went through the walls of their case. */
export const exceptionTexts = {
  opened: (reason: string) =>
    `Two admins opened this room and could read it for a day. Both names are kept in a log. Their reason: ${reason}`,
  held: (reason: string) =>
    `Two admins keep this case from being deleted, because the law demands it. It is deleted once they end that. Their reason: ${reason}`,
  danger:
    'The mediator feared for somebody’s life. Two coordinators agreed, and moderators got the few facts that were needed to help. They got nothing else.',
} as const
