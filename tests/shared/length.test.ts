import { expect, test } from 'vitest'
import { countStatus } from '../../shared/text/length.ts'

test.each([
  ['', 0],
  ['hello', 5],
  ['żółć', 4],
  ['👩‍👩‍👧 family', 8],
  ['🏴󠁧󠁢󠁳󠁣󠁴󠁿', 1],
  ['é'.normalize('NFD'), 1],
  ['line\r\nbreak', 10],
])('%j counts as people see it', (text, length) => expect(countStatus(text)).toBe(length))

test('an address counts 23, however long or short', () => {
  expect(countStatus('http://a.example')).toBe(23)
  expect(countStatus(`https://a.example/${'x'.repeat(300)}`)).toBe(23)
  expect(countStatus('see https://a.example/b, please')).toBe(4 + 23 + 8)
})

test('only the name of a mention counts, wherever the person lives', () => {
  expect(countStatus('@fern')).toBe(5)
  expect(countStatus('@fern@a-very-long-name.example')).toBe(5)
  expect(countStatus('hi @fern@left.example!')).toBe(3 + 5 + 1)
})

test('the warning counts as well', () => expect(countStatus('soup', 'food')).toBe(8))
