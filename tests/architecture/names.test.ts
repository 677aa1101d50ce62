import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { onPhone } from '../e2e/support/turns.ts'

const files = ['client', 'scripts', 'server', 'shared', 'tests'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => /\.(tsx?|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
)

test('no file is named after nothing', () => {
  const vague = /(^|\/)(utils?|helpers?|services?|managers?|misc|common|index)(\/|\.[^/]*$)/
  expect(files.filter((file) => vague.test(file))).toEqual([])
})

test('no file is longer than one idea', () => {
  const lines = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1
  expect(files.filter((file) => lines(file) > 300).map((file) => `${file}: ${lines(file)} lines`)).toEqual([])
})

test('a spec that is told on the phone, or in both sizes, is there', () => {
  const gone = onPhone.filter((spec) => !files.includes(`tests/e2e/${spec}.spec.ts`))
  expect(gone).toEqual([])
})
