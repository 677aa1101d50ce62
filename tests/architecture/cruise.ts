import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { arrows } from './arrows.ts'

const folders = ['client', 'scripts', 'server', 'shared', 'tests']
const options: ICruiseOptions = {
  validate: true,
  ruleSet: { forbidden: arrows },
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: 'specify',
  moduleSystems: ['es6'],
}
const resolving = { conditionNames: ['import', 'node', 'default', 'types'], exportsFields: ['exports'] }

/** What a walk along every import of a checkout found: broken arrows, and the source files that the walk never saw. */
export type Cruised = { broken: { arrow: string; from: string; to: string }[]; seen: string[]; unseen: string[] }

/**
 * Follows every import in a checkout.
 * @param root its absolute path
 */
export async function cruiseCheckout(root: string): Promise<Cruised> {
  const sources = folders.flatMap((folder) => sourcesUnder(join(root, folder))).map((file) => relative(root, file))
  const { output } = await cruise(folders, { ...options, baseDir: root }, resolving)
  const { modules, summary } = output as ICruiseResult // without an outputType it is never a string
  const seen = new Set(modules.map(({ source }) => source))
  return {
    broken: summary.violations.map(({ rule, from, to }) => ({ arrow: rule.name, from, to })),
    seen: [...seen],
    unseen: sources.filter((source) => !seen.has(source)),
  }
}

function sourcesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => /\.(tsx?|mjs)$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name))
}
