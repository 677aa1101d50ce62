/** The ways into mediation that stand on other pages. */
export const mediationEntry = {
  ask: 'Ask a mediator',
  askHint: 'For a disagreement',
  nav: 'Mediation',
  waits: 'waiting for you',
  help: 'Help',
} as const
