/** The ways into mediation that stand on other pages. */
export const mediationEntry = {
  ask: 'Ask a mediator',
  askHint: 'When you two do not agree',
  nav: 'Mediation',
  waits: 'waiting for you',
  help: 'Help',
} as const
