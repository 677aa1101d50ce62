const alike: readonly (readonly [string, string])[] = [
  ['_', ''],
  ['0', 'o'],
  ['1', 'l'],
  ['i', 'l'],
  ['5', 's'],
  ['rn', 'm'],
  ['vv', 'w'],
]

/** How a name looks at a glance: names of one look are taken for each other. The column `username_look` says the same. */
export const lookOf = (name: string): string =>
  alike.reduce((look, [from, to]) => look.replaceAll(from, to), name.toLowerCase())
