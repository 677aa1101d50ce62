import type { DependencyType, IForbiddenRuleType } from 'dependency-cruiser'

/** What any part of the server may know of its outermost files: the shape of things, and the numbers. */
const shapes = '^server/(context|events|job-payloads|config)\\.ts$'
const limits = '^server/limits\\.ts$'
const rooms = '^server/(core|db|http|policies|features|peers|federation|presets)/'
const masto = '(^|/)node_modules/masto/'
const valuesOnly: { dependencyTypesNot: DependencyType[] } = { dependencyTypesNot: ['type-only'] }

/** Every arrow of the house, said as what is forbidden. */
export const arrows: (IForbiddenRuleType & { name: string })[] = [
  {
    name: 'shared-knows-nobody',
    comment: 'shared/ is pure: itself and zod.',
    severity: 'error',
    from: { path: '^shared/' },
    to: { pathNot: ['^shared/', '(^|/)node_modules/zod/', masto] },
  },
  {
    name: 'client-knows-shared',
    comment: 'client/ runs in a browser and meets the server through HTTP alone.',
    severity: 'error',
    from: { path: '^client/' },
    to: { path: '^(server|tests|scripts)/' },
  },
  {
    name: 'client-has-no-node',
    severity: 'error',
    from: { path: '^(client|shared)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'ui-knows-no-domain',
    comment: 'client/ui serves every feature and knows none.',
    severity: 'error',
    from: { path: '^client/ui/' },
    to: { path: '^client/(api|features|pages|session)/' },
  },
  {
    name: 'server-knows-shared',
    severity: 'error',
    from: { path: '^server/' },
    to: { path: '^(client|tests|scripts)/' },
  },
  {
    name: 'core-and-db-know-nothing-above',
    severity: 'error',
    from: { path: '^server/(core|db)/' },
    to: { path: '^server/', pathNot: ['^server/(core|db)/', shapes, limits] },
  },
  {
    name: 'policies-know-core-and-db',
    severity: 'error',
    from: { path: '^server/policies/' },
    to: { path: '^server/', pathNot: ['^server/(core|db|policies)/', shapes, limits] },
  },
  {
    name: 'http-knows-no-feature',
    severity: 'error',
    from: { path: '^server/http/' },
    to: { path: '^server/', pathNot: ['^server/(core|db|http|policies)/', shapes, limits] },
  },
  {
    name: 'features-know-what-is-below',
    severity: 'error',
    from: { path: '^server/features/' },
    to: { path: '^server/', pathNot: ['^server/(core|db|http|policies|features|presets)/', shapes, limits] },
  },
  {
    name: 'features-read-and-never-call-each-other',
    comment: 'Another feature is read through its queries.ts and present.ts; what it does is learned from events.',
    severity: 'error',
    from: { path: '^server/features/([^/]+)/' },
    to: {
      path: '^server/features/',
      pathNot: [
        '^server/features/$1/',
        '^server/features/[^/]+/(queries|present)\\.ts$',
        '^server/features/[^/]+/[^/]+/(queries|present)\\.ts$',
        // an account is made in one place, whoever asks: a newcomer, the set-up, the operator
        '^server/features/accounts/create\\.ts$',
        // a passkey is proved in one place, whoever makes it: a member or a newcomer
        '^server/features/sessions/second/passkeys\\.ts$',
        // a browser proves that it worked in one place, whatever form it sends: of a newcomer, or of who has no account
        '^server/features/onboarding/proof\\.ts$',
        // posts are copied, proved and taken out in one place, whoever keeps them: a member, a guest, or who decides on a report
        '^server/features/evidence/(collect|seal|export)\\.ts$',
        // programs read the key of our pushes with what they are told when they register, and of the community
        '^server/features/push/key\\.ts$',
        // who tells somebody of something asks their one policy, and how much they were told
        '^server/features/notifications/(read|policy/sort)\\.ts$',
        // whatever shows or tells of posts asks what a list itself would leave out
        '^server/features/timelines/rules\\.ts$',
      ],
    },
  },
  {
    name: 'shapes-are-types',
    comment: 'The rooms know context, events, jobs’ payloads and config as types only: their values are handed in.',
    severity: 'error',
    from: { path: rooms },
    to: { path: shapes, ...valuesOnly },
  },
  {
    name: 'sql-lives-in-queries',
    severity: 'error',
    from: {
      path: '^server/',
      pathNot: [
        '/queries\\.ts$',
        '^server/policies/(relations|domains|panic|blocks|invited|strangers)\\.ts$',
        '^server/db/',
      ],
    },
    to: { path: '^server/db/sql\\.ts$', ...valuesOnly },
  },
  {
    name: 'sqlite-lives-in-db',
    severity: 'error',
    from: { path: '^server/', pathNot: '^server/db/' },
    to: { path: '(^|/)node_modules/better-sqlite3/', ...valuesOnly },
  },
  {
    name: 'masto-lives-in-peers',
    severity: 'error',
    from: { pathNot: ['^server/peers/', '^tests/', '^shared/api/wire\\.ts$'] },
    to: { path: masto },
  },
  {
    name: 'masto-is-types-in-shared',
    severity: 'error',
    from: { path: '^shared/' },
    to: { path: masto, ...valuesOnly },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'everything-is-found',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
  {
    name: 'packages-are-declared',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'the-server-runs-on-dependencies',
    comment: 'What the server imports is a dependency, not a tool of development.',
    severity: 'error',
    from: { path: '^(server|shared)/' },
    to: { dependencyTypes: ['npm-dev'], ...valuesOnly },
  },
]
